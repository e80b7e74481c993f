/**
 * A slow clearing to compare the fast one with, written to be obviously right for small books.
 *
 * What can trade changes only where a price ratio passes somebody's limit. So the best prices are found among those at which limits are
 * met exactly (or by a hair) along a tree that spans all assets: every tree is tried. At given prices, cycles of positive gain are pushed
 * until there is none (a circulation without one is largest: Klein, 1967).
 */

export interface PlainOffer {
  readonly sell: number;
  readonly buy: number;
  readonly capacity: number;
  readonly limit: number;
}

const HAIR = 1e-7;

/** The largest value over all candidate prices; `worth[a]` is what one quantum of asset a counts. Assets are 0 … worth.length − 1. */
export function bestValue(offers: readonly PlainOffer[], worth: readonly number[]): number {
  const ratios = [
    ...offers
      .filter(({ limit }) => limit > 0)
      .flatMap(({ sell, buy, limit }) => [1, 1 + HAIR].map((room) => ({ sell, buy, ratio: limit * room }))),
    ...worth.flatMap((a, sell) => worth.map((b, buy) => ({ sell, buy, ratio: a / b }))).filter(({ sell, buy }) => sell < buy),
  ];
  let best = 0;
  for (const prices of spanned(ratios, [1, ...worth.slice(1).map(() => 0)])) best = Math.max(best, valueAt(offers, prices, worth));
  return best;
}

/** All price vectors that ratios fix from asset 0 on. */
function* spanned(ratios: readonly { sell: number; buy: number; ratio: number }[], prices: readonly number[]): Generator<number[]> {
  const missing = prices.indexOf(0);
  if (missing === -1) {
    yield [...prices];
    return;
  }
  for (const { sell, buy, ratio } of ratios) {
    const next = [...prices];
    if (prices[sell] > 0 && prices[buy] === 0) next[buy] = prices[sell] / ratio;
    else if (prices[buy] > 0 && prices[sell] === 0) next[sell] = prices[buy] * ratio;
    else continue;
    yield* spanned(ratios, next);
  }
}

function valueAt(offers: readonly PlainOffer[], prices: readonly number[], worth: readonly number[]): number {
  const willing = offers.filter(({ sell, buy, limit }) => prices[sell] >= prices[buy] * limit * (1 - 1e-12));
  const flow = willing.map(() => 0);
  const room = willing.map(({ sell, capacity }) => capacity * prices[sell]);
  const gain = willing.map(() => 1);
  for (;;) {
    const cycle = gainfulCycle(willing, flow, room, gain, prices.length);
    if (cycle === undefined) break;
    const amount = Math.min(...cycle.map(({ arc, forth }) => (forth ? room[arc] - flow[arc] : flow[arc])));
    for (const { arc, forth } of cycle) flow[arc] += forth ? amount : -amount;
  }
  return flow.reduce(
    (sum, amount, i) =>
      sum + amount * Math.min(worth[willing[i].sell] / prices[willing[i].sell], worth[willing[i].buy] / prices[willing[i].buy]),
    0,
  );
}

interface Arc {
  readonly arc: number;
  readonly forth: boolean;
}

/** Depth first over simple cycles: the books are small. */
function gainfulCycle(
  willing: readonly PlainOffer[],
  flow: readonly number[],
  room: readonly number[],
  gain: readonly number[],
  assets: number,
): Arc[] | undefined {
  const arcs = willing.flatMap(({ sell, buy }, arc) => [
    ...(room[arc] - flow[arc] > 1e-9 * room[arc] ? [{ from: sell, to: buy, gain: gain[arc], arc, forth: true }] : []),
    ...(flow[arc] > 1e-9 * room[arc] ? [{ from: buy, to: sell, gain: -gain[arc], arc, forth: false }] : []),
  ]);
  const search = (start: number, node: number, total: number, path: Arc[], visited: Set<number>): Arc[] | undefined => {
    for (const { from, to, gain: more, arc, forth } of arcs) {
      if (from !== node || path.some((step) => step.arc === arc)) continue;
      if (to === start && total + more > 0) return [...path, { arc, forth }];
      if (to <= start || visited.has(to)) continue;
      const found = search(start, to, total + more, [...path, { arc, forth }], new Set([...visited, to]));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (let start = 0; start < assets; start++) {
    const found = search(start, start, 0, [], new Set([start]));
    if (found !== undefined) return found;
  }
  return undefined;
}
