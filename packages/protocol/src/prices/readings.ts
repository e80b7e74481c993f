/**
 * Share prices that L1 records (`ReferencePrices`), as those see them who append one: nodes and keepers. Anybody may, at any time; a reading
 * costs gas, so it is worth one when the last is old, or when it says something else by now.
 */

/** Seconds after its append in which batches may be stamped with an entry, and after its successor's append. L1 has the same numbers. */
export const ENTRY_MAX_AGE = 24 * 3600;
export const ENTRY_MAX_STALE = 15 * 60;
/** Adapters name the price of this many units of the share. */
const PRICED_SHARES = 10n ** 24n;
const BPS = 10_000n;

export interface ReadingPolicy {
  /** An entry older than this is followed by another, whatever the price. */
  readonly maxAge: number;
  /** So is one that the price has left by so many basis points… */
  readonly deviationBps: number;
  /** …but no sooner than this. */
  readonly spacing: number;
}

/** An entry is replaced long before it can't be used any more, and after every move that a narrow band would notice. */
export const READING_POLICY: ReadingPolicy = { maxAge: ENTRY_MAX_AGE / 2, deviationBps: 10, spacing: 600 };

/** The numerator that L1 would append for this price of `PRICED_SHARES`: rounded down, never zero. */
export function numeratorOf(price: bigint, den: bigint, quanta: { readonly in: bigint; readonly out: bigint }): bigint {
  const num = (price * den * quanta.out) / (quanta.in * PRICED_SHARES);
  return num > 0n ? num : 1n;
}

export interface Reading {
  readonly num: bigint;
  readonly time: number;
}

/** Whether to append, given the last entry and the numerator that would follow it. */
export function isReadingDue(last: Reading, num: bigint, now: number, { maxAge, deviationBps, spacing }: ReadingPolicy): boolean {
  const age = now - last.time;
  if (age > maxAge) return true;
  const moved = num > last.num ? num - last.num : last.num - num;
  return age >= spacing && moved * BPS >= last.num * BigInt(deviationBps) && moved > 0n;
}
