/** A local chain for tests of the Solidity verifier: anvil, compiled contracts, deployment and calls over JSON-RPC. */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keccak256 } from '@weir/crypto/keccak';
import { concatBytes, fromHex, type Hex, toHex } from '@weir/foundation/bytes';
import type { Air } from '../../src/air/ir.ts';
import type { Rejection } from '../../src/channel.ts';
import { encodePublicValues, verifierDeployment } from '../../src/compile/deployVerifier.ts';

const CONTRACTS = fileURLToPath(new URL('../../../../contracts/', import.meta.url));
const BIN = fileURLToPath(new URL('../../../../node_modules/.bin/', import.meta.url));
const OUT = 'out-verifier';

/** Compiles the verifier and its test instances into a directory of their own (cached by forge). */
export function compileVerifiers(): void {
  const env = {
    ...process.env,
    FOUNDRY_SRC: 'src/verifier',
    FOUNDRY_TEST: 'test/verifier',
    FOUNDRY_OUT: OUT,
    FOUNDRY_CACHE_PATH: 'cache-verifier',
  };
  execFileSync(`${BIN}forge`, ['build', '--no-lint'], { cwd: CONTRACTS, env, stdio: 'pipe' });
}

/** Creation code of `<file>.sol:<contract>`. */
export function creationCode(file: string, contract: string): Uint8Array {
  const artifact = JSON.parse(readFileSync(`${CONTRACTS}${OUT}/${file}.sol/${contract}.json`, 'utf8'));
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

/** Deploys all parts; returns the verifier's address. */
export async function deployVerifier(chain: Chain, air: Air, whir: Uint8Array, verifier: Uint8Array): Promise<Hex> {
  const evaluator = creationCode('AirEvaluator', 'AirEvaluator');
  const deployed: Uint8Array[] = [];
  for (const step of verifierDeployment(air, { whir, evaluator, verifier })) {
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
