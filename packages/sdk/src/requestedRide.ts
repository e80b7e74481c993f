import { erc7540AdapterAbi } from '@weir/abi/erc7540Adapter';
import { ridePoolAbi } from '@weir/abi/ridePool';
import type { RequestedRide } from '@weir/protocol/rides/departure';
import { BaseError, ContractFunctionRevertedError, type Hex } from 'viem';
import type { L1Client } from './l1.ts';

/** How far the target of a ride is that has departed by a request. One that fails has not answered. */
export async function readRequestedRide(
  { publicClient, pool }: L1Client,
  ticket: number,
  { adapter, settleBy }: { readonly adapter: Hex; readonly settleBy: number },
): Promise<RequestedRide> {
  const args = [BigInt(ticket)] as const;
  const [{ cancelAskedAt }, answered] = await Promise.all([
    publicClient.readContract({ address: pool, abi: ridePoolAbi, functionName: 'arrival', args }),
    publicClient.readContract({ address: adapter, abi: erc7540AdapterAbi, functionName: 'isAnswered', args }).catch((error: unknown) => {
      if (error instanceof BaseError && error.walk((cause) => cause instanceof ContractFunctionRevertedError) !== null) return false;
      throw error;
    }),
  ]);
  return { settleBy, cancelAskedAt, answered };
}
