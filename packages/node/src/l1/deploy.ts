/**
 * Deploys the production contracts: the generated verifier, then the core, into whose code that verifier's code hash is compiled (see
 * `scripts/generate.ts`), so it refuses to exist with any other one.
 */
import { VERIFIER_CODE_HASH } from '@weir/abi/verifierCodeHash';
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
  const { verifier, codeHash } = await deployVerifier(client, wallet);
  // The core's constructor would refuse it too; this says why without a transaction.
  if (codeHash !== VERIFIER_CODE_HASH)
    throw new CodedError('VERIFIER_CODE_MISMATCH', `the verifier's code hash is ${codeHash}, the core accepts ${VERIFIER_CODE_HASH}`);
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
