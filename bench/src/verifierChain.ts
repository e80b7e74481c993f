/** The production verifiers alone on a local chain, and where the gas of one verification goes. */
import { iStarkVerifierAbi } from '@weir/abi/iStarkVerifier';
import { toHex } from '@weir/foundation/bytes';
import { deployVerifier, type ProductionProfile } from '@weir/node/l1/deployVerifier';
import { startAnvil } from '@weir/node/l1/embeddedL1';
import { encodePublicValues } from '@weir/stark/compile/deployVerifier';
import { createPublicClient, createWalletClient, encodeFunctionData, type Hex, http } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { foundry } from 'viem/chains';

/** EIP-7825 */
const MAX_TRANSACTION_GAS = 16_777_216n;

interface CallTrace {
  readonly to?: Hex;
  readonly gasUsed: Hex;
  readonly error?: string;
  readonly calls?: readonly CallTrace[];
}

export interface Verification {
  readonly profile: ProductionProfile;
  readonly context: Uint8Array;
  readonly publicValues: Uint32Array;
  readonly proof: Uint8Array;
}

/** Execution gas of one `verify`, by contract; throws if the proof is refused. */
export async function measureVerification({ profile, context, publicValues, proof }: Verification): Promise<[string, number][]> {
  const anvil = await startAnvil();
  try {
    const account = privateKeyToAccount(generatePrivateKey());
    const options = { chain: foundry, transport: http(anvil.rpcUrl, { timeout: 120_000 }) };
    const client = createPublicClient(options);
    const wallet = createWalletClient({ ...options, account });
    await client.request({ method: 'anvil_setBalance' as never, params: [account.address, '0xffffffffffffffffffff'] as never });
    const { verifier, parts } = await deployVerifier(client, wallet, profile);
    const data = encodeFunctionData({
      abi: iStarkVerifierAbi,
      functionName: 'verify',
      args: [toHex(context), toHex(encodePublicValues(publicValues)), toHex(proof)],
    });
    const hash = await wallet.sendTransaction({ to: verifier, data, gas: MAX_TRANSACTION_GAS });
    const receipt = await client.waitForTransactionReceipt({ hash });
    const trace = (await client.request({
      method: 'debug_traceTransaction',
      params: [hash, { tracer: 'callTracer' }],
    } as never)) as CallTrace;
    if (receipt.status !== 'success') throw new Error(`refused: ${trace.error} after ${receipt.gasUsed} gas`);
    const intrinsic = 21_000 + proofCost(data);
    const execution = Number(trace.gasUsed) - intrinsic;
    const calls = (trace.calls ?? []).map(({ to, gasUsed }): [string, number] => [parts.get(to!.toLowerCase()) ?? to!, Number(gasUsed)]);
    const rest = execution - calls.reduce((sum, [, gas]) => sum + gas, 0);
    return [...calls, ['StarkVerifier itself', rest], ['verify', execution], ['calldata', intrinsic], ['receipt', Number(receipt.gasUsed)]];
  } finally {
    await anvil.stop();
  }
}

/** 4 per zero byte, 16 per other byte. */
function proofCost(data: Hex): number {
  let cost = 0;
  for (let i = 2; i < data.length; i += 2) cost += data.slice(i, i + 2) === '00' ? 4 : 16;
  return cost;
}
