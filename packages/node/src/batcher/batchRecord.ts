/**
 * A batch as the database keeps it. Our own: what is needed to execute it again, as JSON (amounts are decimal strings). One that somebody
 * else settled: the words that L1 published, which say what changed but not why.
 */
import { invariant } from '@weir/foundation/assert';
import { bytesToBigint, concatBytes, equalBytes } from '@weir/foundation/bytes';
import { toJson, transactionFromJson } from '@weir/protocol/api/json';
import { hashState } from '@weir/protocol/state/hashState';
import { applyDiffs, type State, stateRoots } from '@weir/protocol/state/state';
import { decodeValidiumData } from '@weir/protocol/statement/availability';
import { decodeDiffs } from '@weir/protocol/statement/diffs';
import { decodeEffects } from '@weir/protocol/statement/effects';
import { decodeHeader, digestBytes, HEADER_BYTES, type StatementHeader } from '@weir/protocol/statement/header';
import { type Limbs, limbsFromWord, WORD_BYTES } from '@weir/protocol/statement/limbs';
import { applyBatch, type Batch } from '@weir/protocol/transactions/applyBatch';
import type {
  BatchContext,
  Diffs,
  Effect,
  Fact,
  L1Order,
  Publication,
  Reference,
  Ride,
  RideOutcome,
  RideTerms,
  Transaction,
} from '@weir/protocol/types';
import { decodeValidiumRecord } from '../da/validiumRecord.ts';
import { compressMany } from '../kernels.ts';
import type { batches } from '../storage/schema.ts';

export interface BatchRecord {
  readonly transactions: unknown;
  readonly context: unknown;
}

interface RideJson {
  readonly terms: { readonly [K in keyof RideTerms]: RideTerms[K] extends bigint ? string : RideTerms[K] };
  readonly maxSize: string;
  readonly boarded: string;
  readonly closed: boolean;
  readonly outcome: { readonly [K in keyof RideOutcome]: string } | null;
}

type ReferenceJson = { readonly [K in keyof Reference]: Reference[K] extends bigint ? string : Reference[K] };
type L1OrderJson = { readonly [K in keyof L1Order]: L1Order[K] extends bigint ? string : L1Order[K] };

interface ContextJson {
  readonly instance: readonly number[];
  readonly batchNumber: number;
  readonly timestamp: number;
  readonly rewardRecipient: `0x${string}`;
  readonly rides: readonly RideJson[];
  /** Absent if no fill was held to any. */
  readonly references?: readonly ReferenceJson[];
  readonly l1Orders?: readonly L1OrderJson[];
  readonly facts?: readonly Fact[];
  readonly publication?: Publication;
}

export function encodeRecord(transactions: readonly Transaction[], context: BatchContext): BatchRecord {
  const { instance, batchNumber, timestamp, rewardRecipient, publication, references = new Map<number, Reference>() } = context;
  return {
    transactions: toJson(transactions),
    context: toJson({
      ...{ instance, batchNumber, timestamp, rewardRecipient, rides: [...context.rides.values()] },
      ...(references.size === 0 ? {} : { references: [...references.values()] }),
      ...(publication === undefined ? {} : { publication }),
      ...(context.l1Orders === undefined ? {} : { l1Orders: [...context.l1Orders.values()] }),
      ...(context.facts === undefined ? {} : { facts: [...context.facts] }),
    }),
  };
}

function readRide({ terms, maxSize, boarded, closed, outcome }: RideJson): Ride {
  return {
    terms: { ...terms, worstIn: BigInt(terms.worstIn), worstOut: BigInt(terms.worstOut) },
    maxSize: BigInt(maxSize),
    boarded: BigInt(boarded),
    closed,
    outcome:
      outcome === null
        ? null
        : { outTotal: BigInt(outcome.outTotal), inReturned: BigInt(outcome.inReturned), tickets: BigInt(outcome.tickets) },
  };
}

const readL1Order = ({ sellAmount, minBuyAmount, minFill, sold, ...rest }: L1OrderJson): L1Order => ({
  ...rest,
  sellAmount: BigInt(sellAmount),
  minBuyAmount: BigInt(minBuyAmount),
  minFill: BigInt(minFill),
  sold: BigInt(sold),
});

export function decodeContext(json: unknown): BatchContext {
  const { rides, references = [], l1Orders = [], facts = [], ...rest } = json as ContextJson;
  return {
    ...rest,
    rides: new Map(rides.map((ride) => [ride.terms.ticket, readRide(ride)])),
    references: new Map(references.map((one) => [one.feed, { ...one, num: BigInt(one.num), den: BigInt(one.den) }])),
    l1Orders: new Map(l1Orders.map((order) => [order.id, readL1Order(order)])),
    facts: new Set(facts),
  };
}

/** Executes a stored batch again. Its signatures were verified when it was sealed, and the proof verifies them anyway. */
export function replayRecord(before: State, record: BatchRecord): Batch {
  const transactions = (record.transactions as unknown[]).map(transactionFromJson);
  return applyBatch(before, transactions, { ...decodeContext(record.context), verifySignature: () => true }, compressMany);
}

/** What the books need of a batch, whoever made it. */
export interface SettledBatch {
  readonly header: StatementHeader;
  readonly effects: readonly Effect[];
  readonly diffs: Diffs;
  readonly after: State;
}

export const settledOf = ({ statement, effects, diffs, after }: Batch): SettledBatch => ({
  header: statement.header,
  effects,
  diffs,
  after,
});

type BatchRow = typeof batches.$inferSelect;

/** The state after a stored batch, checked against its roots: ours by executing it again, another's by its diffs. */
export function replayRow(before: State, row: BatchRow): SettledBatch {
  const replayed = row.origin === 'own' ? replayOwn(before, row) : applyPublished(before, row);
  const { rollup, validium } = stateRoots(replayed.after);
  invariant(equalBytes(digestBytes(rollup), row.newRollupRoot), `batch ${row.number} replays to another root`);
  const isValidium = row.newValidiumRoot === null || equalBytes(digestBytes(validium), row.newValidiumRoot);
  invariant(isValidium, `batch ${row.number} replays to another validium root`);
  return replayed;
}

function replayOwn(before: State, row: BatchRow): SettledBatch {
  const batch = replayRecord(before, row);
  invariant(batch.refused.length === 0, `batch ${row.number} does not replay: ${JSON.stringify(batch.refused[0]?.refusal.code)}`);
  return settledOf(batch);
}

const wordsOf = (bytes: Uint8Array): Limbs[] =>
  Array.from({ length: bytes.length / WORD_BYTES }, (_, i) =>
    limbsFromWord(bytesToBigint(bytes.subarray(WORD_BYTES * i, WORD_BYTES * (i + 1)))),
  );

function applyPublished(before: State, row: BatchRow): SettledBatch {
  const header = decodeHeader(row.statement);
  const words = wordsOf(concatBytes(row.statement.subarray(HEADER_BYTES), row.blobWords ?? new Uint8Array()));
  const published = decodeDiffs(words.slice(header.effectWords), header.headerDiffs);
  // Validium diffs that the body does not have come from the committee.
  const own =
    header.validiumData || row.validiumData === null
      ? { headers: [], slots: [] }
      : decodeValidiumData(decodeValidiumRecord(row.validiumData));
  const diffs = { headers: [...published.headers, ...own.headers], slots: [...published.slots, ...own.slots] };
  const after = applyDiffs(before, diffs);
  hashState(after, compressMany);
  return { header, effects: decodeEffects(words.slice(0, header.effectWords)), diffs, after };
}
