/**
 * What every command shares: the global options, one JSON object on stdout with `--json` (prose otherwise), logs on stderr, and the exit
 * codes 0 ok, 1 refused, 2 usage, 3 unavailable.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@weir/foundation/codedError';
import { toJson } from '@weir/protocol/api/json';
import type { KeyPair } from '@weir/protocol/keys';
import { deriveOwnerKey } from '@weir/sdk/actions/deriveOwnerKey';
import { type AccountState, findAccount } from '@weir/sdk/actions/getAccount';
import { createWeirClient, type WeirClient } from '@weir/sdk/client';
import { createL1Client, type L1Client } from '@weir/sdk/l1';
import type { Command } from 'commander';
import { BaseError, ContractFunctionRevertedError, type Hex, HttpRequestError, isHex, type PrivateKeyAccount, TimeoutError } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

export interface GlobalOptions {
  readonly json?: boolean;
  readonly rpc?: string;
  readonly core?: string;
  readonly api?: string;
  readonly keyFile?: string;
  readonly keyVersion: string;
  readonly data: string;
}

/** `weir up` writes this into its data folder, so that other commands find the node without flags. */
export interface LocalDeployment {
  readonly api: string;
  readonly rpc: string;
  readonly core: Hex;
}

export const LOCAL_DEPLOYMENT_FILE = 'deployment.json';

/** Codes that mean "ask again later or elsewhere", not "no". */
const UNAVAILABLE = new Set([
  'ALREADY_RUNNING',
  'API_UNREACHABLE',
  'API_ERROR',
  'DATABASE_UNREACHABLE',
  'INTERNAL',
  'POSTGRES_FAILED',
  'QUEUE_FULL',
  'RATE_LIMITED',
  'RPC_UNREACHABLE',
  'BLOB_MISSING',
  'EVENTS_INCOMPLETE',
  'STATEMENT_NOT_FOUND',
  'TIMEOUT',
  'UNEXPECTED',
  'VALIDIUM_DATA_MISSING',
]);
const USAGE = new Set(['USAGE', 'BAD_CONFIG', 'KEY_FILE_MISSING', 'KEY_FILE_MALFORMED', 'PROOF_FILE_MALFORMED', 'STATE_FILE_MALFORMED']);

function exitCodeOf({ code }: CodedError): number {
  if (USAGE.has(code)) return 2;
  return UNAVAILABLE.has(code) ? 3 : 1;
}

/** What went wrong, as a code: L1's custom error if L1 refused, RPC_UNREACHABLE if it does not answer. */
function codedErrorOf(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  if (error instanceof BaseError) {
    const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError);
    if (reverted instanceof ContractFunctionRevertedError) {
      const { data, reason } = reverted;
      return new CodedError(data?.errorName ?? 'REVERTED', `L1 refuses: ${data?.errorName ?? reason ?? 'no reason given'}`, {
        args: toJson(data?.args ?? []),
      });
    }
    const unreachable = error.walk((cause) => cause instanceof HttpRequestError || cause instanceof TimeoutError);
    if (unreachable !== null) return new CodedError('RPC_UNREACHABLE', 'the JSON-RPC of L1 does not answer');
    return new CodedError('L1_REFUSED', error.shortMessage);
  }
  return new CodedError('UNEXPECTED', error instanceof Error ? error.message : String(error));
}

/** A command's failure as one object on stdout with `--json`, one line on stderr, and an exit code. */
export function report(json: boolean, error: unknown): void {
  const coded = codedErrorOf(error);
  const { code, message, details } = coded;
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message, details: toJson(details) } })}\n`);
  log(`${code}: ${message}`);
  process.exitCode = exitCodeOf(coded);
}

export function globalOptions(command: Command): GlobalOptions {
  return command.optsWithGlobals<GlobalOptions>();
}

export function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The command's one result: an object for machines, lines for people. */
export function print(options: GlobalOptions, result: object, lines: readonly string[]): void {
  process.stdout.write(options.json === true ? `${JSON.stringify(toJson(result))}\n` : `${lines.join('\n')}\n`);
}

/** Turns a command's failure into its exit code and one line (or one object). */
export function run<T extends unknown[]>(action: (...args: T) => Promise<void>): (...args: T) => Promise<void> {
  return async (...args) => {
    const command = args[args.length - 1] as Command;
    try {
      await action(...args);
    } catch (error) {
      report(globalOptions(command).json === true, error);
    }
  };
}

/** Resolves at Ctrl-C or SIGTERM; the second one ends the process at once. */
export function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

function localDeployment(options: GlobalOptions): Partial<LocalDeployment> {
  const file = join(options.data, LOCAL_DEPLOYMENT_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LocalDeployment) : {};
}

export function connect(options: GlobalOptions): Promise<WeirClient> {
  const local = localDeployment(options);
  const api = options.api ?? process.env['WEIR_API'] ?? local.api;
  const rpc = options.rpc ?? process.env['WEIR_RPC_URL'] ?? local.rpc;
  const core = options.core ?? process.env['WEIR_CORE'] ?? local.core;
  if (api === undefined || rpc === undefined) {
    throw new CodedError('USAGE', 'no node to talk to: give --api and --rpc, or start one with `npm start`');
  }
  return createWeirClient({ api, rpc, ...(core === undefined ? {} : { core: core as Hex }) });
}

/** L1 alone, for what must work when no node does. */
export function connectL1(options: GlobalOptions): Promise<L1Client> {
  const local = localDeployment(options);
  const rpc = options.rpc ?? process.env['WEIR_RPC_URL'] ?? local.rpc;
  const core = options.core ?? process.env['WEIR_CORE'] ?? local.core;
  if (rpc === undefined || core === undefined) throw new CodedError('USAGE', 'this reads L1 alone: give --rpc and --core');
  return createL1Client({ rpc, core: core as Hex });
}

/** A private key in a file: 32 bytes of hexadecimal. Throws `CodedError`: KEY_FILE_MISSING, KEY_FILE_MALFORMED. */
export function readKeyFile(file: string): Hex {
  if (!existsSync(file)) throw new CodedError('KEY_FILE_MISSING', `no such file: ${file}`);
  const key = readFileSync(file, 'utf8').trim();
  if (!isHex(key) || key.length !== 66) throw new CodedError('KEY_FILE_MALFORMED', `${file} does not hold 32 bytes of hexadecimal`);
  return key;
}

/** The wallet in `--key-file`. */
export function walletOf(options: GlobalOptions): PrivateKeyAccount {
  const file = options.keyFile ?? process.env['WEIR_KEY_FILE'];
  if (file === undefined) throw new CodedError('USAGE', 'this command signs: give --key-file (a file with a private key in hexadecimal)');
  return privateKeyToAccount(readKeyFile(file));
}

export interface Signer {
  readonly client: WeirClient;
  readonly wallet: PrivateKeyAccount;
  readonly key: KeyPair;
}

export async function signer(options: GlobalOptions): Promise<Signer> {
  const wallet = walletOf(options);
  const client = await connect(options);
  return { client, wallet, key: await deriveOwnerKey(client, { account: wallet, keyVersion: whole('--key-version', options.keyVersion) }) };
}

export function accountOf({ client, wallet, key }: Signer): Promise<AccountState> {
  return findAccount(client, wallet.address, key.ownerKey);
}

/** Command-line numbers. Throws `CodedError('USAGE')`. */
export function amount(name: string, text: string): bigint {
  if (!/^\d+$/.test(text)) throw new CodedError('USAGE', `${name} must be a whole number of quanta, not "${text}"`);
  return BigInt(text);
}

export function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new CodedError('USAGE', `${name} must be a whole number, not "${text}"`);
  return value;
}

/** Now plus this many minutes, as the seconds that orders carry. L1 time can differ from ours by minutes; it is what counts. */
export async function untilIn(client: WeirClient, minutes: number): Promise<number> {
  const block = await client.publicClient.getBlock();
  return Number(block.timestamp) + 60 * minutes;
}

/** FEED:BPS */
export function bandOf(text: string): { readonly reference: number; readonly bps: number } {
  const [reference, bps, ...rest] = text.split(':');
  if (bps === undefined || rest.length > 0) throw new CodedError('USAGE', `a band is FEED:BPS, not "${text}"`);
  return { reference: whole('feed', reference), bps: whole('bps', bps) };
}
