/**
 * Deploys the production contracts: the generated verifier (whose code hash is a constant of the repository, see
 * `scripts/generateVerifier.ts`) and the core, which refuses to exist with any other verifier.
 */
import { weirAbi, weirBytecode } from '@weir/abi/weir';
import { toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { EMPTY_STATE, stateRoots } from '@weir/protocol/state/state';
import { digestBytes } from '@weir/protocol/statement/header';
import type { Account, Chain, Hex, PublicClient, Transport, WalletClient } from 'viem';
import { deployVerifier } from './deployVerifier.ts';

export interface DeployOptions {
  readonly client: PublicClient;
  readonly wallet: WalletClient<Transport, Chain, Account>;
  /** May register assets and strategies and name operators; can move nobody's funds. */
  readonly owner: Hex;
  readonly operator: Hex;
}

export interface Deployment {
  readonly core: Hex;
  readonly pool: Hex;
  readonly verifier: Hex;
}

export async function deployWeir({ client, wallet, owner, operator }: DeployOptions): Promise<Deployment> {
  const { verifier } = await deployVerifier(client, wallet);
  const roots = stateRoots(EMPTY_STATE);
  const genesis = {
    verifier,
    owner,
    operator,
    rollupRoot: toHex(digestBytes(roots.rollup)),
    validiumRoot: toHex(digestBytes(roots.validium)),
  };
  const hash = await wallet.deployContract({ abi: weirAbi, bytecode: weirBytecode, args: [genesis] });
  const receipt = await client.waitForTransactionReceipt({ hash });
  if (receipt.status !== 'success' || receipt.contractAddress == null)
    throw new CodedError('DEPLOYMENT_FAILED', `the core was not deployed in ${hash}`);
  const core = receipt.contractAddress;
  const pool = await client.readContract({ address: core, abi: weirAbi, functionName: 'pool' });
  return { core, pool, verifier };
}
