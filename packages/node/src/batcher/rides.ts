/** Rides as a batch may rely on them: terms and outcome from L1, boarding from the batches sealed so far. */
import type { Ride } from '@weir/protocol/types';
import { asc, inArray, isNull, or } from 'drizzle-orm';
import type { RideContent, RideOutcomeContent } from '../l1/follower.ts';
import type { ReferencePrice } from '../matching/matcher.ts';
import type { Queries } from '../storage/database.ts';
import { l1Rides } from '../storage/schema.ts';
import type { Ledger } from './ledger.ts';

export interface KnownRide {
  readonly ride: Ride;
  readonly reference: ReferencePrice;
  readonly minSize: bigint;
}

/** Rides that are not over, and those whose tickets somebody still holds. */
export async function readRides(queries: Queries, ledger: Ledger): Promise<Map<number, KnownRide>> {
  const held = [...new Set(ledger.ticketHoldings().map(({ ticket }) => ticket))];
  const rows = await queries
    .select()
    .from(l1Rides)
    .where(or(isNull(l1Rides.outcome), inArray(l1Rides.ticket, held)))
    .orderBy(asc(l1Rides.ticket));
  return new Map(rows.map((row) => [row.ticket, knownRide(row, ledger)]));
}

type RideRecord = Pick<typeof l1Rides.$inferSelect, 'ticket' | 'content' | 'outcome'>;

function knownRide({ ticket, content, outcome: json }: RideRecord, ledger: Ledger): KnownRide {
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
  return { ride, reference, minSize: BigInt(terms.minSize) };
}
