/** Rides as a batch may rely on them: terms and outcome from L1, boarding from the batches sealed so far. */
import { type DeparturePolicy, shouldDepart } from '@weir/protocol/rides/departure';
import type { Ride } from '@weir/protocol/types';
import { and, asc, count, eq, gt, inArray, isNull, min, or, sql } from 'drizzle-orm';
import type { RideContent, RideOutcomeContent } from '../l1/follower.ts';
import type { ReferencePrice } from '../matching/matcher.ts';
import type { Queries } from '../storage/database.ts';
import { batches, fills, l1Rides } from '../storage/schema.ts';
import type { Ledger } from './ledger.ts';

export interface KnownRide {
  readonly ride: Ride;
  readonly reference: ReferencePrice;
  readonly minSize: bigint;
  readonly aboard: Aboard;
  /** After this, only a refund is left. */
  readonly departBy: number;
}

/** Who boarded and when; whoever has left since is still counted. */
export interface Aboard {
  readonly passengers: number;
  /** Their boarding times, all together, and the earliest. */
  readonly boardedAt: number;
  readonly firstAt: number;
}

const NOBODY: Aboard = { passengers: 0, boardedAt: 0, firstAt: 0 };
/** Creation, departure and settlement effects of a ride, and a vault's own call. */
const CROSSING_GAS = 700_000;

/** Rides that are not over, and those whose tickets somebody still holds. */
export async function readRides(queries: Queries, ledger: Ledger): Promise<Map<number, KnownRide>> {
  const held = [...new Set(ledger.ticketHoldings().map(({ ticket }) => ticket))];
  const rows = await queries
    .select()
    .from(l1Rides)
    .where(or(isNull(l1Rides.outcome), inArray(l1Rides.ticket, held)))
    .orderBy(asc(l1Rides.ticket));
  const open = rows.filter(({ outcome }) => outcome === null).map(({ ticket }) => ticket);
  const aboard = await readAboard(queries, open);
  return new Map(rows.map((row) => [row.ticket, knownRide(row, ledger, aboard.get(row.ticket) ?? NOBODY)]));
}

async function readAboard(queries: Queries, tickets: readonly number[]): Promise<Map<number, Aboard>> {
  if (tickets.length === 0) return new Map();
  const rows = await queries
    .select({
      ticket: fills.ticket,
      passengers: count(),
      boardedAt: sql<string>`sum(${batches.timestamp})`,
      firstAt: min(batches.timestamp),
    })
    .from(fills)
    .innerJoin(batches, eq(batches.number, fills.batch))
    .where(and(gt(fills.ticket, 0), inArray(fills.ticket, [...tickets])))
    .groupBy(fills.ticket);
  return new Map(
    rows.map(({ ticket, passengers, boardedAt, firstAt }) => [ticket, { passengers, boardedAt: Number(boardedAt), firstAt: firstAt ?? 0 }]),
  );
}

export interface ClosingOptions {
  readonly policy: DeparturePolicy;
  /** A ride with enough aboard closes this long before its boarding ends, whatever the policy; 0 = only the policy decides. */
  readonly rideWaitSeconds: number;
  readonly gasPrice: bigint;
  readonly timestamp: number;
}

/** Whether a ride should close in this batch: full, late, or large enough and worth a crossing by now. `boarding` = people who board now. */
export function shouldClose({ ride, minSize, aboard }: KnownRide, boarded: bigint, boarding: number, options: ClosingOptions): boolean {
  const { policy, rideWaitSeconds, gasPrice, timestamp } = options;
  const { boardBy } = ride.terms;
  if (timestamp > boardBy) return true;
  if (boarded < minSize) return false;
  if (boarded >= ride.maxSize || (rideWaitSeconds > 0 && timestamp + rideWaitSeconds >= boardBy)) return true;
  // Who says that rides are to wait for a time means all of it.
  if (rideWaitSeconds > 0 && policy.kind === 'immediate') return false;
  return shouldDepart(policy, {
    units: aboard.passengers + boarding,
    unitSeconds: aboard.passengers * timestamp - aboard.boardedAt,
    firstSeconds: aboard.passengers === 0 ? 0 : timestamp - aboard.firstAt,
    gas: CROSSING_GAS,
    gasPrice,
  });
}

type RideRecord = Pick<typeof l1Rides.$inferSelect, 'ticket' | 'content' | 'outcome'>;

function knownRide({ ticket, content, outcome: json }: RideRecord, ledger: Ledger, aboard: Aboard): KnownRide {
  const terms = content as RideContent;
  const outcome = json as RideOutcomeContent | null;
  const book = ledger.rides.get(ticket) ?? { boarded: 0n, closed: false };
  const ride: Ride = {
    terms: {
      ticket,
      inAsset: terms.assetIn,
      outAsset: terms.assetOut,
      worstIn: BigInt(terms.worstIn),
      worstOut: BigInt(terms.worstOut),
      boardBy: terms.boardBy,
      settleBy: terms.settleBy,
    },
    maxSize: BigInt(terms.maxSize),
    boarded: book.boarded,
    closed: book.closed,
    outcome:
      outcome === null
        ? null
        : { outTotal: BigInt(outcome.outTotal), inReturned: BigInt(outcome.inReturned), tickets: BigInt(outcome.tickets) },
  };
  const reference = { inAmount: BigInt(terms.referenceIn), outAmount: BigInt(terms.referenceOut) };
  return { ride, reference, minSize: BigInt(terms.minSize), aboard, departBy: terms.departBy };
}
