/**
 * Every setting of the node, once: environment variable, how it is parsed, default, and what it means. `weir up --help`, the
 * environment and the documentation all derive from these records.
 */
import { CodedError } from '@weir/foundation/codedError';
import { isAddress, isHex } from 'viem';
import type { CommitteeMember } from './committee/client.ts';
import type { CarrierPolicy } from './da/volition.ts';

export interface Setting<T> {
  readonly env: string;
  readonly description: string;
  /** Undefined = required. */
  readonly fallback: T | undefined;
  parse(text: string): T;
}

const text = (value: string): string => value;

function integer(min: number, max: number): (value: string) => number {
  return (value) => {
    const parsed = Number(value);
    if (!Number.isInteger(parsed) || parsed < min || parsed > max) throw new RangeError(`must be a whole number from ${min} to ${max}`);
    return parsed;
  };
}

function address(value: string): `0x${string}` {
  if (!isAddress(value)) throw new RangeError('must be an Ethereum address');
  return value;
}

function privateKey(value: string): `0x${string}` {
  if (!isHex(value) || value.length !== 66) throw new RangeError('must be 32 bytes of hexadecimal');
  return value;
}

function oneOf<T extends string>(...values: readonly T[]): (value: string) => T {
  return (value) => {
    const found = values.find((known) => known === value);
    if (found === undefined) throw new RangeError(`must be one of ${values.join(', ')}`);
    return found;
  };
}

/** `0xaddress@url`, separated by commas. */
function members(value: string): readonly CommitteeMember[] {
  return value.split(',').map((entry) => {
    const [, who, url] = /^\s*(0x[0-9a-fA-F]{40})@(https?:\/\/\S+?)\/?\s*$/.exec(entry) ?? [];
    if (who === undefined || !isAddress(who)) throw new RangeError(`must be a list of 0xaddress@url, not "${entry}"`);
    return { address: who, url };
  });
}

export const settings = {
  rpcUrl: { env: 'WEIR_RPC_URL', description: 'JSON-RPC of L1', fallback: undefined, parse: text } as Setting<string>,
  witnessRpcUrl: {
    env: 'WEIR_WITNESS_RPC_URL',
    description: 'JSON-RPC of another L1 node: blocks and events that the two do not agree on are not believed; empty = none',
    fallback: '',
    parse: text,
  } as Setting<string>,
  core: { env: 'WEIR_CORE', description: 'address of the core contract', fallback: undefined, parse: address } as Setting<`0x${string}`>,
  operatorKey: {
    env: 'WEIR_OPERATOR_KEY',
    description: 'private key that settles batches and pays their gas',
    fallback: undefined,
    parse: privateKey,
  } as Setting<`0x${string}`>,
  databaseUrl: {
    env: 'DATABASE_URL',
    description: 'PostgreSQL; empty = the embedded server in the data folder',
    fallback: '',
    parse: text,
  } as Setting<string>,
  dataDirectory: {
    env: 'WEIR_DATA',
    description: 'folder for everything that must survive a restart',
    fallback: '.weir',
    parse: text,
  } as Setting<string>,
  host: { env: 'WEIR_HOST', description: 'address that the API listens on', fallback: '127.0.0.1', parse: text } as Setting<string>,
  port: { env: 'WEIR_PORT', description: 'port of the API (0 = any free one)', fallback: 0, parse: integer(0, 65_535) } as Setting<number>,
  operatorAccount: {
    env: 'WEIR_OPERATOR_ACCOUNT',
    description: "L2 account that takes fees and the clearings' dust: open it before anybody else can",
    fallback: 0,
    parse: integer(0, 2 ** 27 - 1),
  } as Setting<number>,
  maxBatchTransactions: {
    env: 'WEIR_BATCH_SIZE',
    description: 'seal a batch at this many transactions',
    fallback: 256,
    parse: integer(1, 4096),
  } as Setting<number>,
  maxBatchAgeMs: {
    env: 'WEIR_BATCH_AGE_MS',
    description: 'seal a batch when its oldest transaction has waited this long',
    fallback: 5_000,
    parse: integer(0, 3_600_000),
  } as Setting<number>,
  forcedWaitSeconds: {
    env: 'WEIR_FORCED_WAIT',
    description: "seconds that requests of L1's forced queue wait for company if nothing else makes a batch due and they do not fill one",
    fallback: 1_800,
    parse: integer(0, 6 * 3600),
  } as Setting<number>,
  maxUnproven: {
    env: 'WEIR_MAX_UNPROVEN',
    description: 'seal nothing while this many batches wait for their proof (more than one helps only with more provers)',
    fallback: 2,
    parse: integer(1, 1024),
  } as Setting<number>,
  maxWaiting: {
    env: 'WEIR_MAX_WAITING',
    description: 'refuse requests (QUEUE_FULL) while this many wait for a batch',
    fallback: 16_384,
    parse: integer(1, 1_000_000),
  } as Setting<number>,
  rideWaitSeconds: {
    env: 'WEIR_RIDE_WAIT',
    description: 'a ride with enough passengers closes this long before its boarding ends (0 = as soon as WEIR_WAIT_PRICE allows)',
    fallback: 0,
    parse: integer(0, 30 * 86_400),
  } as Setting<number>,
  waitPriceGwei: {
    env: 'WEIR_WAIT_PRICE',
    description:
      "what an hour of one passenger's waiting is worth, in gwei: a ride closes once the waiting has cost what its gas costs (0 = at once)",
    fallback: 0,
    parse: integer(0, Number.MAX_SAFE_INTEGER),
  } as Setting<number>,
  safeDepth: {
    env: 'WEIR_SAFE_DEPTH',
    description: 'read L1 events this many blocks behind the tip',
    fallback: 0,
    parse: integer(0, 128),
  } as Setting<number>,
  finalDepth: {
    env: 'WEIR_FINAL_DEPTH',
    description: "blocks after which a settled batch is final, for chains without consensus; empty = the chain's finalized block",
    fallback: -1,
    parse: integer(-1, 1024),
  } as Setting<number>,
  deployBlock: {
    env: 'WEIR_DEPLOY_BLOCK',
    description: 'block in which the core was deployed; empty = found by search, which needs an RPC with old states',
    fallback: -1,
    parse: integer(0, Number.MAX_SAFE_INTEGER),
  } as Setting<number>,
  pollMs: {
    env: 'WEIR_POLL_MS',
    description: 'how often L1 is asked for news',
    fallback: 250,
    parse: integer(20, 60_000),
  } as Setting<number>,
  dataCarrier: {
    env: 'WEIR_DATA_CARRIER',
    description: 'where diffs are published: auto (by price), calldata, or blobs',
    fallback: 'auto',
    parse: oneOf('auto', 'calldata', 'blobs'),
  } as Setting<CarrierPolicy>,
  blobSidecars: {
    env: 'WEIR_BLOB_SIDECARS',
    description: 'proofs that blobs travel with: cells (networks since Osaka), blob (before), or auto (blob on development chains)',
    fallback: 'auto',
    parse: oneOf('auto', 'cells', 'blob'),
  } as Setting<'auto' | 'cells' | 'blob'>,
  blobArchive: {
    env: 'WEIR_BLOB_ARCHIVE',
    description: 'folder that every blob is kept in; empty = blobs in the data folder',
    fallback: '',
    parse: text,
  } as Setting<string>,
  beaconUrl: {
    env: 'WEIR_BEACON_URL',
    description: "HTTP API of a consensus node, for the blobs of batches that others settle; empty = the archive and L1's RPC only",
    fallback: '',
    parse: text,
  } as Setting<string>,
  replaceAfterMs: {
    env: 'WEIR_REPLACE_AFTER_MS',
    description: 'replace a settle transaction that has been in the mempool for this long by a dearer one',
    fallback: 60_000,
    parse: integer(1_000, 3_600_000),
  } as Setting<number>,
  committee: {
    env: 'WEIR_COMMITTEE',
    description:
      "data committee for validium accounts: 0xaddress@url, separated by commas; empty = their data is published like everybody's",
    fallback: [],
    parse: members,
  } as Setting<readonly CommitteeMember[]>,
  committeeThreshold: {
    env: 'WEIR_COMMITTEE_THRESHOLD',
    description: 'signatures that L1 asks of the committee',
    fallback: 5,
    parse: integer(1, 255),
  } as Setting<number>,
  committeeTimeoutMs: {
    env: 'WEIR_COMMITTEE_TIMEOUT_MS',
    description: 'how long a member may take to answer',
    fallback: 5_000,
    parse: integer(100, 600_000),
  } as Setting<number>,
  committeePatience: {
    env: 'WEIR_COMMITTEE_PATIENCE',
    description: 'batches that may wait for signatures before validium data is published instead, until the committee is back',
    fallback: 2,
    parse: integer(1, 64),
  } as Setting<number>,
  snapshotEvery: {
    env: 'WEIR_SNAPSHOT_EVERY',
    description: 'keep the state every so many batches: a start replays only what came later',
    fallback: 256,
    parse: integer(1, 1_000_000),
  } as Setting<number>,
  proverThreads: {
    env: 'WEIR_PROVER_THREADS',
    description: 'threads of the local prover (0 = none: other machines prove)',
    fallback: 1,
    parse: integer(0, 64),
  } as Setting<number>,
} as const;

export type Config = { readonly [K in keyof typeof settings]: (typeof settings)[K] extends Setting<infer T> ? T : never };

/** Explicit values win over the environment, the environment over defaults. Throws `CodedError('BAD_CONFIG')` naming the variable. */
export function loadConfig(overrides: Partial<Config> = {}, environment: NodeJS.ProcessEnv = process.env): Config {
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings) as [keyof Config, Setting<unknown>][]) {
    const fromEnvironment = environment[setting.env];
    if (overrides[name] !== undefined) values[name] = overrides[name];
    else if (fromEnvironment !== undefined && fromEnvironment !== '') values[name] = parse(setting, fromEnvironment);
    else if (setting.fallback !== undefined) values[name] = setting.fallback;
    else throw new CodedError('BAD_CONFIG', `${setting.env} is not set: ${setting.description}`, { variable: setting.env });
  }
  return values as Config;
}

function parse(setting: Setting<unknown>, value: string): unknown {
  try {
    return setting.parse(value);
  } catch (error) {
    throw new CodedError('BAD_CONFIG', `${setting.env} ${(error as Error).message}`, { variable: setting.env, value });
  }
}
