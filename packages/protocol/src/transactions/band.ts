/**
 * The signed price band: a fill may be worse than a reference price by so many basis points, not more. Pure arithmetic, used by the rule,
 * and by whoever wants to know beforehand what it will say.
 */
import type { Reference } from '../types.ts';

export const BAND_UNIT = 10_000n;

/** One unit of what is bought is worth num/den of what is sold. */
export interface Rate {
  readonly num: bigint;
  readonly den: bigint;
}

/** The reference as a rate of buyAsset in sellAsset, or undefined if it is not a price between these two. */
export function rateOf({ inAsset, outAsset, num, den }: Reference, sellAsset: number, buyAsset: number): Rate | undefined {
  if (sellAsset === inAsset && buyAsset === outAsset) return { num, den };
  if (sellAsset === outAsset && buyAsset === inAsset) return { num: den, den: num };
  return undefined;
}

/** bought·num·10^4 ≥ sold·den·(10^4 − bps) */
export function withinBand({ num, den }: Rate, bps: number, sold: bigint, bought: bigint): boolean {
  return bought * num * BAND_UNIT >= sold * den * (BAND_UNIT - BigInt(bps));
}

/** The least that `sold` may buy. */
export function leastInBand({ num, den }: Rate, bps: number, sold: bigint): bigint {
  const [worth, unit] = [sold * den * (BAND_UNIT - BigInt(bps)), num * BAND_UNIT];
  return (worth + unit - 1n) / unit;
}
