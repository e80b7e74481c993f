/**
 * Deploys the production contracts: the two generated verifiers, then the core, into whose code their code hashes are compiled (see
 * `scripts/generate.ts`), so it refuses to exist with others. Nothing can be deposited or settled until the owner calls `launch`.
 */
import { effectsBytecode } from '@weir/abi/effects';
import { governanceAbi } from '@weir/abi/governance';
import { governanceFactoryBytecode } from '@weir/abi/governanceFactory';
import { marketFactoryBytecode } from '@weir/abi/marketFactory';
import { RESERVE_VERIFIER_CODE_HASH, VERIFIER_CODE_HASH } from '@weir/abi/verifierCodeHash';
import { weirAbi, weirBytecode } from '@weir/abi/weir';
import { toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { EMPTY_STATE, stateRoots } from '@weir/protocol/state/state';
import { digestBytes } from '@weir/protocol/statement/header';
import type { Account, Chain, Hex, PublicClient, Transport, WalletClient } from 'viem';
import { deployStateProof, deployThroughProxy, deployVerifier, type ProductionProfile } from './deployVerifier.ts';

export interface DeployOptions {
  readonly client: PublicClient;
  readonly wallet: WalletClient<Transport, Chain, Account>;
  /** May register assets and strategies and name operators; can move nobody's funds. */
  readonly owner: Hex;
  readonly operator: Hex;
  /** May pause settling (72 hours in 30 days) and entries, and disable a verifier. The owner, if not given. */
  readonly guardian?: Hex;
  /** How long changes of verifier, committee and strategies wait. */
  readonly delayDays?: 14 | 37;
  /** Who signs for validium data, and how many of them must. Nobody, if not given. */
  readonly committee?: { readonly members: readonly Hex[]; readonly threshold: number };
}

export interface Deployment {
  readonly core: Hex;
  readonly pool: Hex;
  readonly governance: Hex;
  readonly verifier: Hex;
  readonly reserveVerifier: Hex;
}

const SECONDS_PER_DAY = 86_400n;

export async function deployWeir(options: DeployOptions): Promise<Deployment> {
  const { client, wallet, owner, operator, guardian = owner, delayDays = 14, committee = { members: [], threshold: 0 } } = options;
  const verifier = await deployChecked(client, wallet, 'default', VERIFIER_CODE_HASH);
  const reserveVerifier = await deployChecked(client, wallet, 'reserve', RESERVE_VERIFIER_CODE_HASH);
  // The core's creation code names them at the addresses that their own code gives them.
  await deployThroughProxy(client, wallet, 'Effects', effectsBytecode);
  await deployThroughProxy(client, wallet, 'GovernanceFactory', governanceFactoryBytecode);
  await deployThroughProxy(client, wallet, 'MarketFactory', marketFactoryBytecode);
  const roots = stateRoots(EMPTY_STATE);
  const genesis = {
    verifier,
    reserveVerifier,
    owner,
    guardian,
    operator,
    delay: BigInt(delayDays) * SECONDS_PER_DAY,
    committee: [...committee.members].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)),
    threshold: BigInt(committee.threshold),
    rollupRoot: toHex(digestBytes(roots.rollup)),
    validiumRoot: toHex(digestBytes(roots.validium)),
    stateProof: await deployStateProof(client, wallet),
  };
  const hash = await wallet.deployContract({ abi: weirAbi, bytecode: weirBytecode, args: [genesis] });
  const receipt = await client.waitForTransactionReceipt({ hash });
  if (receipt.status !== 'success' || receipt.contractAddress == null)
    throw new CodedError('DEPLOYMENT_FAILED', `the core was not deployed in ${hash}`);
  const core = receipt.contractAddress;
  const pool = await client.readContract({ address: core, abi: weirAbi, functionName: 'pool' });
  const governance = await client.readContract({ address: core, abi: weirAbi, functionName: 'governance' });
  return { core, pool, governance, verifier, reserveVerifier };
}

/** The core's constructor would refuse another code too; this says why without a transaction. */
async function deployChecked(
  client: PublicClient,
  wallet: WalletClient<Transport, Chain, Account>,
  profile: ProductionProfile,
  expected: Hex,
): Promise<Hex> {
  const { verifier, codeHash } = await deployVerifier(client, wallet, profile);
  if (codeHash === expected) return verifier;
  throw new CodedError('VERIFIER_CODE_MISMATCH', `the ${profile} verifier's code hash is ${codeHash}, the core accepts ${expected}`);
}

/** The owner's last step, for good: from here on people may deposit, batches settle, and changes wait. */
export async function launch(client: PublicClient, wallet: WalletClient<Transport, Chain, Account>, governance: Hex): Promise<void> {
  const hash = await wallet.writeContract({ address: governance, abi: governanceAbi, functionName: 'launch' });
  const { status } = await client.waitForTransactionReceipt({ hash });
  if (status !== 'success') throw new CodedError('DEPLOYMENT_FAILED', `launch reverted in ${hash}`);
}
