/**
 * What a round must give everybody, worked out by hand from the people's orders and the rides' terms, without the L2's rules, matcher or
 * circuits: the story compares every balance with it, to the last unit.
 *
 * The round: leavers and joiners of one strategy trade at the ride's reference price; the smaller side trades in full, the larger one in
 * proportion to what each brings (limits are the same); what is left of the joiners rides, and gets its share of what the ride brings back.
 */

export interface Price {
  /** `outAmount` of the strategy token for `inAmount` of the asset. */
  readonly inAmount: bigint;
  readonly outAmount: bigint;
}

export interface Joiner {
  readonly name: string;
  readonly sells: bigint;
}

export interface RoundInput {
  readonly price: Price;
  /** One person leaves with this much of the strategy token. */
  readonly leaver: { readonly name: string; readonly sells: bigint };
  /** By arrival; all of them accept tickets. */
  readonly joiners: readonly Joiner[];
}

export interface Netted {
  /** Asset that the leaver gets. */
  readonly leaverGets: bigint;
  readonly leaverSold: bigint;
  readonly joiners: readonly { readonly name: string; readonly traded: bigint; readonly got: bigint; readonly boarded: bigint }[];
}

/** Here the joiners are the larger side: the leaver sells everything. */
export function net({ price, leaver, joiners }: RoundInput): Netted {
  const leaverGets = (leaver.sells * price.inAmount) / price.outAmount;
  const brought = joiners.reduce((sum, { sells }) => sum + sells, 0n);
  const shares = joiners.map(({ sells }) => share(sells, leaverGets, brought));
  let left = leaverGets - shares.reduce((sum, part) => sum + part, 0n);
  const outcome = joiners.map(({ name, sells }, i) => {
    const more = sells - shares[i] < left ? sells - shares[i] : left;
    left -= more;
    const traded = shares[i] + more;
    return { name, traded, got: (traded * price.outAmount) / price.inAmount, boarded: sells - traded };
  });
  if (left > 0n) throw new Error('the model covers rounds in which more joins than leaves');
  return { leaverGets, leaverSold: leaver.sells, joiners: outcome };
}

/** A passenger's part of what a ride brought back. */
export function share(boarded: bigint, total: bigint, tickets: bigint): bigint {
  return tickets === 0n ? 0n : (boarded * total) / tickets;
}

/** name → asset → amount, with plus and minus. */
export class Balances {
  readonly #amounts = new Map<string, Map<number, bigint>>();

  add(name: string, asset: number, amount: bigint): void {
    const own = this.#amounts.get(name) ?? new Map<number, bigint>();
    own.set(asset, (own.get(asset) ?? 0n) + amount);
    this.#amounts.set(name, own);
  }

  of(name: string, asset: number): bigint {
    return this.#amounts.get(name)?.get(asset) ?? 0n;
  }

  names(): string[] {
    return [...this.#amounts.keys()];
  }
}
