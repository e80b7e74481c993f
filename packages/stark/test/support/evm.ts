/** A local chain for tests of the Solidity verifier: anvil, compiled contracts, deployment and calls over JSON-RPC. */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { P } from '@weir/crypto/field';
import { keccak256 } from '@weir/crypto/keccak';
import { add, type Ext, mul, ZERO } from '@weir/crypto/quintic';
import { bigintToBytes, concatBytes, fromHex, type Hex, toHex } from '@weir/foundation/bytes';
import { evaluateChip } from '../../src/air/evaluate.ts';
import type { Air } from '../../src/air/ir.ts';
import type { Rejection } from '../../src/channel.ts';
import { encodePublicValues, verifierDeployment } from '../../src/compile/deployVerifier.ts';
import { type AirImplementation, codeInitcode, programContracts } from '../../src/compile/solidity.ts';
import { eqAtIndex, rowIndexAt, suffix } from '../../src/multilinear.ts';

const CONTRACTS = fileURLToPath(new URL('../../../../contracts/', import.meta.url));
const BIN = fileURLToPath(new URL('../../../../node_modules/.bin/', import.meta.url));

/** Compiles the verifier and its test instances beside everything else: what is there already stays, and `forge test` finds these. */
export function compileVerifiers(): void {
  // Not npm's launcher, which succeeds whatever the compiler says.
  const args = [`${CONTRACTS}../scripts/forge.mjs`, 'build', 'src/verifier', 'test/verifier'];
  execFileSync(process.execPath, args, { cwd: CONTRACTS, stdio: 'pipe' });
}

/** Creation code of `<file>.sol:<contract>`. */
export function creationCode(file: string, contract: string): Uint8Array {
  const artifact = JSON.parse(readFileSync(`${CONTRACTS}out/${file}.sol/${contract}.json`, 'utf8'));
  return fromHex(artifact.bytecode.object);
}

export interface Chain {
  rpc<T>(method: string, params: readonly unknown[]): Promise<T>;
  stop(): void;
}

/** anvil on a port of the system's choice, with the transaction gas limit of L1 (2^24). */
export async function startChain(): Promise<Chain> {
  const process_ = spawn(`${BIN}anvil`, ['--port', '0', '--enable-tx-gas-limit', '--accounts', '1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    process_.stdout.on('data', (data: Buffer) => {
      text += data.toString();
      const found = /Listening on (127\.0\.0\.1:\d+)/.exec(text);
      if (found) resolve(`http://${found[1]}`);
    });
    process_.on('exit', () => reject(new Error(`anvil ended: ${text}`)));
  });
  let id = 0;
  const rpc = async <T>(method: string, params: readonly unknown[]): Promise<T> => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: ++id, method, params });
    const response = (await (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json()) as {
      result?: T;
      error?: { message: string; data?: Hex };
    };
    if (response.error) throw Object.assign(new Error(response.error.message), { data: response.error.data });
    return response.result as T;
  };
  return { rpc, stop: () => void process_.kill() };
}

interface Receipt {
  readonly status: Hex;
  readonly contractAddress: Hex | null;
  readonly gasUsed: Hex;
}

async function send(chain: Chain, to: Hex | undefined, data: Uint8Array): Promise<Receipt> {
  const [from] = await chain.rpc<Hex[]>('eth_accounts', []);
  const hash = await chain.rpc<Hex>('eth_sendTransaction', [{ from, ...(to && { to }), data: toHex(data), gas: '0xffffff' }]);
  for (;;) {
    const receipt = await chain.rpc<Receipt | null>('eth_getTransactionReceipt', [hash]);
    if (receipt) return receipt;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const evaluatorCode = (implementation: AirImplementation): Uint8Array =>
  implementation === 'compiled' ? creationCode('CompiledEvaluator', 'CompiledEvaluator') : creationCode('AirEvaluator', 'AirEvaluator');

/** Deploys all parts; returns the verifier's address. */
export async function deployVerifier(
  chain: Chain,
  air: Air,
  whir: Uint8Array,
  verifier: Uint8Array,
  implementation: AirImplementation,
): Promise<Hex> {
  const evaluator = evaluatorCode(implementation);
  const deployed: Uint8Array[] = [];
  for (const step of verifierDeployment(air, { whir, evaluator, verifier, implementation })) {
    const receipt = await send(chain, undefined, step.initcode(deployed));
    if (receipt.status !== '0x1' || !receipt.contractAddress) throw new Error(`${step.name} was not deployed`);
    deployed.push(fromHex(receipt.contractAddress));
  }
  return toHex(deployed[deployed.length - 1]);
}

export interface VerifyCall {
  readonly context: Uint8Array;
  readonly publicValues: Uint32Array;
  readonly proof: Uint8Array;
}

const selector = (signature: string): Hex => toHex(keccak256(new TextEncoder().encode(signature)).subarray(0, 4));

function calldata({ context, publicValues, proof }: VerifyCall): Uint8Array {
  const word = (value: number): Uint8Array => {
    const out = new Uint8Array(32);
    new DataView(out.buffer).setUint32(28, value);
    return out;
  };
  const padded = (bytes: Uint8Array): Uint8Array => concatBytes(word(bytes.length), bytes, new Uint8Array(-bytes.length & 31));
  const values = padded(encodePublicValues(publicValues));
  const head = [context, word(96), word(96 + values.length)];
  return concatBytes(fromHex(selector('verify(bytes32,bytes,bytes)')), ...head, values, padded(proof));
}

const REJECTIONS = new Map<Hex, Rejection>(
  (
    [
      ['ProofTruncated', 'uint256,uint256'],
      ['ShapeOutOfBounds', 'uint256,uint256,uint256'],
      ['NonCanonicalElement', 'uint256'],
      ['GrindingFailed', 'uint256,bytes32'],
      ['FractionRootZero', ''],
      ['BusUnbalanced', ''],
      ['FractionLayerMismatch', 'uint256'],
      ['ZerocheckMismatch', ''],
      ['MerkleMismatch', 'uint256'],
      ['FinalPolynomialMismatch', 'uint256'],
      ['FinalSumMismatch', ''],
      ['TrailingBytes', 'uint256'],
    ] as const
  ).map(([name, parameters]) => [selector(`${name}(${parameters})`), name]),
);

/** 'accepted', or the name of the custom error; anything else that goes wrong is thrown. */
export async function verifyOnChain(chain: Chain, verifier: Hex, call: VerifyCall): Promise<'accepted' | Rejection> {
  try {
    await chain.rpc('eth_call', [{ to: verifier, data: toHex(calldata(call)), gas: '0xffffff' }, 'latest']);
    return 'accepted';
  } catch (error) {
    const data = (error as { data?: Hex }).data ?? '0x';
    const name = REJECTIONS.get(data.slice(0, 10) as Hex);
    if (!name) throw new Error(`not a rejection: ${(error as Error).message} ${data.slice(0, 74)}`);
    return name;
  }
}

/** Gas of one transaction that does nothing but verify: the whole receipt. */
export async function verifyTransaction(
  chain: Chain,
  verifier: Hex,
  call: VerifyCall,
): Promise<{ readonly gas: number; readonly bytes: number }> {
  const data = calldata(call);
  const receipt = await send(chain, verifier, data);
  if (receipt.status !== '0x1') throw new Error('the transaction failed');
  return { gas: Number(receipt.gasUsed), bytes: data.length };
}

/** Where `AirEvaluator.evaluate` evaluates, as the contract takes it. */
export interface EvaluationPoint {
  readonly alpha: Ext;
  readonly beta: Ext;
  readonly gamma: Ext;
  readonly fractionPoint: readonly Ext[];
  readonly point: readonly Ext[];
  readonly logHeights: readonly number[];
  readonly blockWeights: readonly Ext[];
  /** Of all interactions' weights. */
  readonly totalWeight: Ext;
}

/** The contracts' scalar form: lanes of 51 bits in the basis of y = 1/x (Quintic.sol). */
export function toScalar([c0, c1, c2, c3, c4]: Ext): bigint {
  const lanes = [c0 - c3, c4 - c2, c3 + c4 - c1, c2, c1 - c4];
  return lanes.reduceRight((word, lane) => (word << 51n) | BigInt(((lane % P) + P) % P), 0n);
}

/** Inverse of `toScalar`. */
export function fromScalar(scalar: bigint): Ext {
  const [e0, e1, e2, e3, e4] = Array.from({ length: 5 }, (_, i) => Number((scalar >> BigInt(51 * i)) & ((1n << 51n) - 1n)));
  const c4 = e1 + e3;
  const c3 = e2 + e4;
  return [(e0 + c3) % P, (e4 + c4) % P, e3, c3 % P, c4 % P];
}

const EVALUATE = 'evaluate(address[],(uint256,uint256,uint256,uint256[],uint256[],uint256[],uint256[],uint256),bytes)';

/** Deploys evaluator and programs; the returned function gives Σ_j F_j and the gas of the call's execution (calldata priced in). */
export async function deployEvaluator(chain: Chain, air: Air, implementation: AirImplementation) {
  const deploy = async (initcode: Uint8Array): Promise<Hex> => {
    const receipt = await send(chain, undefined, initcode);
    if (!receipt.contractAddress) throw new Error('not deployed');
    return receipt.contractAddress;
  };
  const evaluator = await deploy(evaluatorCode(implementation));
  const programs: bigint[] = [];
  for (const code of programContracts(air, implementation)) programs.push(BigInt(await deploy(codeInitcode(code))));
  return async (p: EvaluationPoint, columns: readonly Ext[]): Promise<{ readonly value: Ext; readonly gas: number }> => {
    const word = (value: bigint): Uint8Array => bigintToBytes(value, 32);
    const array = (values: readonly bigint[]): Uint8Array => concatBytes(word(BigInt(values.length)), ...values.map(word));
    const arrays = [p.fractionPoint.map(toScalar), p.point.map(toScalar), p.logHeights.map(BigInt), p.blockWeights.map(toScalar)].map(
      array,
    );
    let tail = 8 * 32;
    const offsets = arrays.map((bytes) => {
      const offset = word(BigInt(tail));
      tail += bytes.length;
      return offset;
    });
    const tuple = concatBytes(
      ...[p.alpha, p.beta, p.gamma].map((x) => word(toScalar(x))),
      ...offsets,
      word(toScalar(p.totalWeight)),
      ...arrays,
    );
    const list = array(programs);
    const values = concatBytes(...columns.map((value) => word(toScalar(value))));
    const data = concatBytes(
      fromHex(selector(EVALUATE)),
      word(96n),
      word(BigInt(96 + list.length)),
      word(BigInt(96 + list.length + tuple.length)),
      list,
      tuple,
      word(BigInt(values.length)),
      values,
      new Uint8Array(-values.length & 31),
    );
    const call = { to: evaluator, data: toHex(data), gas: '0xffffff' };
    const value = await chain.rpc<Hex>('eth_call', [call, 'latest']);
    return { value: fromScalar(BigInt(value)), gas: Number(await chain.rpc<Hex>('eth_estimateGas', [call])) };
  };
}

/** Random challenges, heights and column values for an AIR, with the reference's Σ_j F_j. */
export function randomEvaluation(air: Air, element: () => Ext) {
  const list = (length: number): Ext[] => Array.from({ length }, element);
  const logHeights = air.chips.map(({ minLogHeight, maxLogHeight }, j) => Math.min(maxLogHeight, minLogHeight + (j % 4)));
  const logInteractions = air.chips.map(({ interactions }) => Math.ceil(Math.log2(Math.max(1, interactions.length))));
  const depth = Math.max(...air.chips.map((_, j) => logHeights[j] + logInteractions[j]));
  const point = {
    alpha: element(),
    beta: element(),
    gamma: element(),
    fractionPoint: list(depth),
    point: list(Math.max(...logHeights)),
    logHeights,
    blockWeights: list(air.chips.length),
  };
  const columns = air.chips.map(({ program }) => list(program.columns));
  let power = mul(point.beta, point.beta);
  let totalWeight = ZERO;
  const expected = air.chips.reduce<Ext>((sum, chip, j) => {
    const from = depth - logHeights[j] - logInteractions[j];
    const selector = point.fractionPoint.slice(from, from + logInteractions[j]);
    const interactionWeights = chip.interactions.map((_, i) => mul(point.blockWeights[j], eqAtIndex(i, selector)));
    totalWeight = interactionWeights.reduce(add, totalWeight);
    const constraintWeights = chip.constraintNames.map(() => {
      const weight = power;
      power = mul(power, point.beta);
      return weight;
    });
    const weights = { alpha: point.alpha, beta: point.beta, gamma: point.gamma, interactionWeights, constraintWeights };
    return add(sum, evaluateChip(chip, columns[j], rowIndexAt(suffix(point.point, logHeights[j])), weights));
  }, ZERO);
  return { point: { ...point, totalWeight } satisfies EvaluationPoint, columns, expected };
}
