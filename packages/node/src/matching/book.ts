/** The open offers of one ordered pair of assets, sorted by limit, with the sums that make "how much is for sale at this price" a search. */

/** One order's sale as the solver sees it: amounts in quanta of `sell`. */
export interface Offer {
  /** Order of arrival. */
  readonly seq: number;
  readonly sell: number;
  readonly buy: number;
  /** The most that it can sell now. */
  readonly capacity: bigint;
  /** What it has left to sell in all: a sale of all of it may be below minFill. */
  readonly left: bigint;
  /** It sells at P[sell]/P[buy] ≥ minBuyAmount/sellAmount. */
  readonly sellAmount: bigint;
  readonly minBuyAmount: bigint;
  readonly minFill: bigint;
}

/** P[sell] and P[buy] of a pair. */
export interface PairPrice {
  readonly sell: bigint;
  readonly buy: bigint;
}

export class Book {
  readonly sell: number;
  readonly buy: number;
  /** By limit, the least demanding first; equal limits by arrival. */
  readonly offers: readonly Offer[];
  /** limits[i] of offers[i] as a ratio. */
  readonly limits: Float64Array;
  /** Sums over the first i offers: of capacities, and of capacity · limit. */
  readonly #amounts: Float64Array;
  readonly #weighted: Float64Array;

  constructor(offers: readonly Offer[]) {
    [{ sell: this.sell, buy: this.buy }] = offers;
    const limits = Float64Array.from(offers, limitOf);
    const order = Uint32Array.from(offers.keys());
    order.sort((a, b) => limits[a] - limits[b] || compareLimits(offers[a], offers[b]) || offers[a].seq - offers[b].seq);
    this.offers = Array.from(order, (i) => offers[i]);
    this.limits = Float64Array.from(order, (i) => limits[i]);
    this.#amounts = new Float64Array(offers.length + 1);
    this.#weighted = new Float64Array(offers.length + 1);
    for (let i = 0; i < offers.length; i++) {
      const amount = Number(this.offers[i].capacity);
      this.#amounts[i + 1] = this.#amounts[i] + amount;
      this.#weighted[i + 1] = this.#weighted[i] + amount * this.limits[i];
    }
  }

  /**
   * About how much is for sale at a price ratio, smoothed: an offer whose limit is within `width` of it sells a part that grows from
   * nothing to all (Ramseyer, Goyal, Goel, Mazières, "SPEEDEX", NSDI 2023, section 5). Width 0 is the exact step.
   */
  supply(ratio: number, width: number): number {
    const end = this.#countUpTo(ratio);
    if (width === 0) return this.#amounts[end];
    const whole = this.#countUpTo(ratio * (1 - width));
    const amount = this.#amounts[end] - this.#amounts[whole];
    const weighted = this.#weighted[end] - this.#weighted[whole];
    return this.#amounts[whole] + Math.max(0, amount * ratio - weighted) / (ratio * width);
  }

  /** Offers whose limit is at most `ratio`. */
  #countUpTo(ratio: number): number {
    let [low, high] = [0, this.limits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.limits[middle] <= ratio) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The most demanding limit that a ratio meets; 0 if none. */
  highestLimitUpTo(ratio: number): number {
    const count = this.#countUpTo(ratio);
    return count === 0 ? 0 : this.limits[count - 1];
  }

  /** Offers that a price suits, on exact numbers. */
  countWilling({ sell, buy }: PairPrice): number {
    let [low, high] = [0, this.offers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { sellAmount, minBuyAmount } = this.offers[middle];
      if (sell * sellAmount >= buy * minBuyAmount) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

export function compareLimits(a: Offer, b: Offer): number {
  const difference = a.minBuyAmount * b.sellAmount - b.minBuyAmount * a.sellAmount;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const limitOf = ({ minBuyAmount, sellAmount }: Offer): number => Number(minBuyAmount) / Number(sellAmount);

/** A basis point more, and how far off the quotient of two rounded ratios may be. */
const [MARGIN, ERROR] = [1.0001, 1e-14];

/** Of two offers, the first the less demanding: whether the other asks at most a basis point more. Exact where the quotients are too close to tell. */
export function isSameMargin(a: Offer, b: Offer): boolean {
  const [most, asked] = [limitOf(a) * MARGIN, limitOf(b)];
  if (asked < most * (1 - ERROR)) return true;
  if (asked > most * (1 + ERROR)) return false;
  return b.minBuyAmount * a.sellAmount * 10_000n <= a.minBuyAmount * b.sellAmount * 10_001n;
}

/** Offers by ordered pair, pairs by (sell, buy). */
export function booksOf(offers: readonly Offer[]): Book[] {
  const pairs = [...groupsBy(offers, ({ sell }) => sell).values()].flatMap((own) => [...groupsBy(own, ({ buy }) => buy).values()]);
  return pairs.map((pair) => new Book(pair)).sort((a, b) => a.sell - b.sell || a.buy - b.buy);
}

/** In order of each group's first item. */
export function groupsBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
