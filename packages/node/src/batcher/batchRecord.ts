/** A batch as the database keeps it: what is needed to execute it again, as JSON (amounts are decimal strings). */
import { toJson, transactionFromJson } from '@weir/protocol/api/json';
import type { State } from '@weir/protocol/state/state';
import { applyBatch, type Batch } from '@weir/protocol/transactions/applyBatch';
import type { BatchContext, Ride, RideOutcome, RideTerms, Transaction } from '@weir/protocol/types';
import { compressMany } from '../kernels.ts';

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

interface ContextJson {
  readonly instance: readonly number[];
  readonly batchNumber: number;
  readonly timestamp: number;
  readonly rewardRecipient: `0x${string}`;
  readonly rides: readonly RideJson[];
}

export function encodeRecord(transactions: readonly Transaction[], context: BatchContext): BatchRecord {
  const { instance, batchNumber, timestamp, rewardRecipient } = context;
  return {
    transactions: toJson(transactions),
    context: toJson({ instance, batchNumber, timestamp, rewardRecipient, rides: [...context.rides.values()] }),
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

export function decodeContext(json: unknown): BatchContext {
  const { rides, ...rest } = json as ContextJson;
  return { ...rest, rides: new Map(rides.map((ride) => [ride.terms.ticket, readRide(ride)])) };
}

/** Executes a stored batch again. Its signatures were verified when it was sealed, and the proof verifies them anyway. */
export function replayRecord(before: State, record: BatchRecord): Batch {
  const transactions = (record.transactions as unknown[]).map(transactionFromJson);
  return applyBatch(before, transactions, { ...decodeContext(record.context), verifySignature: () => true }, compressMany);
}
