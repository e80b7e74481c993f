/**
 * Prices and amounts of a clearing over any number of assets: one price per asset, every sale within its limit, every pot covered.
 *
 * 1. Candidate prices: the strategies' quotes; tâtonnement from them and from the offers' own limits (SPEEDEX, NSDI 2023, section 5:
 *    an asset that is wanted more than it is offered gets dearer), with ever sharper steps; then each asset's price by itself is moved
 *    to nearby limits and quotes while that helps.
 * 2. At given prices the most value changes hands in the largest circulation over the assets (circulation.ts): rings need no pairing.
 * 3. The best candidates are carried out on exact numbers: cycle by cycle, so that the floors leave every pot covered, then shared out
 *    among each pair's offers (allocation.ts).
 *
 * Best means: most value, then nearest to the quotes, then first found. A sale's value is what it gives or what it gets, whichever is
 * less, at the quotes (without any, at the tâtonnement's prices): so a price that only moves value between people gains nothing.
 * The proof checks what comes out; a mistake here costs a clearing and nobody's money. Everything is deterministic.
 */
import { allocate } from './allocation.ts';
import { type Book, booksOf, type Offer, type PairPrice } from './book.ts';
import { cyclesOf, type Edge, maximumCirculation } from './circulation.ts';

/** A strategy's share price: `outAmount` of `outAsset` are worth `inAmount` of `inAsset`. */
export interface Quote {
  readonly inAsset: number;
  readonly outAsset: number;
  readonly inAmount: bigint;
  readonly outAmount: bigint;
}

export interface Netting {
  /** u64 ≥ 1, for every asset of the offers that sell. */
  readonly prices: ReadonlyMap<number, bigint>;
  /** Amounts ≥ 1, by offer. */
  readonly sold: ReadonlyMap<Offer, bigint>;
}

/** Width of the smoothing per stage of the tâtonnement, and steps of a stage. */
const STAGES: readonly (readonly [width: number, steps: number])[] = [
  [0.1, 150],
  [0.01, 150],
  [0.001, 150],
  [0.0001, 100],
];
const SWEEPS = 2;
/** Candidates that are improved asset by asset: one of a market of many assets, which gives more chances by itself. */
const IMPROVED = 3;
const MANY_ASSETS = 8;
/** Longest ring that is looked for by itself, how many of them become candidates, and how many steps the search may take. */
const RING_LENGTH = 4;
const MAX_RINGS = 8;
const RING_STEPS = 30_000;
/** Distance of a ring's prices from its limits, if the slack allows. */
const RING_ROOM = 1e-4;
/** Limits next to the present price, on each side, that an asset tries in each of its pairs. */
const NEIGHBOURS = 2;
/** A price this much inside of a limit: at the limit itself a floor can break it. */
const ROOM = 1e-7;
/** Values closer than this are the same. */
const SAME_VALUE = 1e-9;
/** Candidates that are carried out on exact numbers, at most; one that reaches this part of what it promised ends the search. */
const CARRIED_OUT = 3;
const ENOUGH = 0.999;
/** Or, where more orders could trade than a batch holds, one that fills this part of it: prices matter less then than who is in it. */
const FULL = 0.98;
/** Where limits bound a price from one side only, it keeps this distance (about 0.1 %). */
const ONE_SIDED_ROOM = 1e-3;
const MAX_ROUNDS = 40;
/** A limit or quote this close to a price ratio is meant to be met exactly. */
const TIGHT = 2e-7;
/** Prices are u64; two bits stay free. */
const HIGHEST_PRICE = 1n << 62n;

/** Prices as logarithms, by place of the asset in `Market.assets`. */
type Prices = Float64Array;

/** Everything that can trade with each other. */
interface Market {
  readonly assets: readonly number[];
  readonly books: readonly Book[];
  /** Places of each book's two assets. */
  readonly ends: readonly (readonly [from: number, to: number])[];
  readonly quotes: readonly (Ratio & { readonly quote: Quote })[];
}

/** log(P[from] / P[to]). */
interface Ratio {
  readonly from: number;
  readonly to: number;
  readonly ratio: number;
}

export function solve(offers: readonly Offer[], quotes: readonly Quote[], maxFills: number): Netting {
  const prices = new Map<number, bigint>();
  const sold = new Map<Offer, bigint>();
  const markets = marketsOf(booksOf(offers), quotes);
  for (const [i, market] of markets.entries()) {
    // What one market does not need is the next one's.
    const share = Math.floor((maxFills - sold.size) / (markets.length - i));
    const found = solveMarket(market, share);
    for (const [offer, amount] of found.sold) sold.set(offer, amount);
    for (const [asset, price] of found.prices) prices.set(asset, price);
  }
  return { prices, sold };
}

function solveMarket(market: Market, maxFills: number): Netting {
  const unit = quotedPrices(market);
  const candidates = [
    unit,
    ...rings(market, unit),
    ...pairwise(market, unit),
    tatonnement(market, unit),
    tatonnement(market, limitPrices(market)),
  ];
  const worth = market.quotes.length > 0 ? unit : candidates[candidates.length - 1];
  const judge = judgeOf(market, worth);
  const judged = candidates.map((prices) => ({ prices, ...judge(prices) }));
  judged.sort(byJudgement);
  for (const start of judged.slice(0, market.assets.length < MANY_ASSETS ? IMPROVED : 1)) judged.push(improve(market, start, judge));
  judged.sort(byJudgement);

  let found: Netting = { prices: new Map(), sold: new Map() };
  let most = 0;
  for (const { prices, value: hoped } of judged.slice(0, CARRIED_OUT)) {
    for (const exact of [snappedPrices(market, prices), roundedPrices(market, prices), roundedPrices(market, centred(market, prices))]) {
      if (exact === undefined) continue;
      const netting = carryOut(market, exact, maxFills);
      const value = tradedValue(market, netting, worth);
      if (value > most * (1 + SAME_VALUE)) [found, most] = [netting, value];
      if (most >= hoped * ENOUGH || found.sold.size >= maxFills * FULL) return found;
    }
  }
  return found;
}

// ---- the market

/** Assets that can reach each other and come back trade together; an offer between two such groups finds nobody. */
function marketsOf(books: readonly Book[], quotes: readonly Quote[]): Market[] {
  const all = [...new Set(books.flatMap(({ sell, buy }) => [sell, buy]))].sort((a, b) => a - b);
  const reach = new Map(all.map((asset) => [asset, reachable(books, asset)]));
  const grouped = new Set<number>();
  const markets: Market[] = [];
  for (const asset of all) {
    if (grouped.has(asset)) continue;
    const assets = all.filter((other) => reach.get(asset)!.has(other) && reach.get(other)!.has(asset));
    for (const member of assets) grouped.add(member);
    if (assets.length < 2) continue;
    const place = new Map(assets.map((member, i) => [member, i]));
    const own = books.filter(({ sell, buy }) => place.has(sell) && place.has(buy));
    markets.push({
      assets,
      books: own,
      ends: own.map(({ sell, buy }) => [place.get(sell)!, place.get(buy)!]),
      quotes: quotes.flatMap((quote) => {
        const [from, to] = [place.get(quote.inAsset), place.get(quote.outAsset)];
        const ratio = Math.log(Number(quote.outAmount) / Number(quote.inAmount));
        return from === undefined || to === undefined ? [] : [{ from, to, ratio, quote }];
      }),
    });
  }
  return markets;
}

function reachable(books: readonly Book[], start: number): Set<number> {
  const found = new Set([start]);
  for (const asset of found) {
    for (const { sell, buy } of books) if (sell === asset) found.add(buy);
  }
  return found;
}

// ---- candidate prices

/** Prices along a tree of ratios log(P[from] / P[to]), the first that reach an asset; what none reaches stays at `rest`. */
function alongRatios({ assets }: Pick<Market, 'assets'>, ratios: readonly Ratio[], rest?: Prices): Prices {
  const prices = new Float64Array(assets.length);
  const known = new Set<number>();
  for (let root = 0; root < prices.length; root++) {
    if (known.has(root)) continue;
    prices[root] = rest?.[root] ?? 0;
    known.add(root);
    for (let grown = true; grown; ) {
      grown = false;
      for (const { from, to, ratio } of ratios) {
        if (known.has(from) === known.has(to)) continue;
        if (known.has(from)) prices[to] = prices[from] - ratio;
        else prices[from] = prices[to] + ratio;
        known.add(from).add(to);
        grown = true;
      }
    }
  }
  return prices;
}

const quotedPrices = (market: Market): Prices => alongRatios(market, [...market.quotes, ...middles(market)]);
const limitPrices = (market: Market): Prices => alongRatios(market, [...middles(market), ...market.quotes]);

/** Each pair's middle: halfway between what most of both sides ask, the busiest pair first. */
function middles(market: Market): Ratio[] {
  const found: { from: number; to: number; ratio: number; size: number }[] = [];
  for (const [i, book] of market.books.entries()) {
    const [from, to] = market.ends[i];
    const counter = market.books.find(({ sell, buy }) => sell === book.buy && buy === book.sell);
    if (counter !== undefined && from > to) continue;
    const asks = median(book);
    const bids = counter === undefined ? Number.NaN : -median(counter);
    const known = [asks, bids].filter(Number.isFinite);
    if (known.length === 0) continue;
    const size = Math.min(book.offers.length, counter?.offers.length ?? 0);
    found.push({ from, to, ratio: known.reduce((sum, x) => sum + x, 0) / known.length, size });
  }
  return found.sort((a, b) => b.size - a.size);
}

/** Of the limits that are limits at all. */
function median({ limits }: Book): number {
  const first = limits.findIndex((limit) => limit > 0);
  return first === -1 ? Number.NaN : Math.log(limits[(first + limits.length) >> 1]);
}

/** For each pair with both directions, the price at which it trades most by itself; the other assets stay where they are. */
function pairwise(market: Market, rest: Prices): Prices[] {
  const best: { from: number; to: number; ratio: number; size: number }[] = [];
  for (const [i, book] of market.books.entries()) {
    const [from, to] = market.ends[i];
    const j = market.books.findIndex(({ sell, buy }) => sell === book.buy && buy === book.sell);
    if (j < i) continue;
    const counter = market.books[j];
    const traded = (ratio: number) => Math.min(book.supply(ratio, 0), counter.supply(1 / ratio, 0) / ratio);
    // The sides cross where what is asked rises over what is bid: a search, for both are monotone in value of what is sold.
    const steps = sample(book.limits).concat(sample(counter.limits).map((limit) => 1 / limit));
    let [ratio, most] = [Math.exp(rest[from] - rest[to]), 0];
    most = traded(ratio);
    for (const limit of steps) {
      for (const near of [limit, limit * (1 + ROOM), limit * (1 - ROOM)]) {
        const amount = traded(near);
        if (amount > most * (1 + SAME_VALUE)) [ratio, most] = [near, amount];
      }
    }
    if (most > 0) best.push({ from, to, ratio: Math.log(ratio), size: most * Math.exp(rest[from]) });
  }
  if (best.length === 0) return [];
  return [
    alongRatios(
      market,
      [...best].sort((a, b) => b.size - a.size),
      rest,
    ),
  ];
}

interface RingEdge {
  readonly to: number;
  /** Logarithms of ratios: the most willing offer's limit, and the quote. */
  readonly limit: number;
  readonly quoted: number;
  readonly value: number;
}

/**
 * Rings whose most willing offers agree, those with the most value first: each with its own prices, as near to the
 * quotes as the limits allow. A ring that needs narrow prices in several pairs at once is what the other candidates are most likely to pass by.
 */
function rings({ books, ends, assets }: Market, unit: Prices): Prices[] {
  const leaving = assets.map((_, asset) =>
    books.flatMap((book, i) => {
      const [from, to] = ends[i];
      if (from !== asset) return [];
      const quoted = unit[from] - unit[to];
      // Who sells at any price still sells at this one.
      const limit = Math.max(Math.log(book.limits[0]), quoted - 1);
      return [{ to, limit, quoted, value: book.supply(Math.exp(Math.max(limit, quoted)), 0) * Math.exp(unit[from]) }];
    }),
  );
  const found: { ratios: Ratio[]; value: number }[] = [];
  let steps = 0;
  const walk = (start: number, path: readonly RingEdge[]): void => {
    const node = path.length === 0 ? start : path[path.length - 1].to;
    for (const edge of leaving[node]) {
      if (edge.to < start || path.some(({ to }) => to === edge.to) || steps++ > RING_STEPS) continue;
      const ring = [...path, edge];
      if (edge.to !== start) {
        if (ring.length < RING_LENGTH) walk(start, ring);
        continue;
      }
      const slack = -ring.reduce((sum, { limit }) => sum + limit, 0);
      if (slack < 0) continue;
      // As quoted where the limits allow; what others need more is taken from whoever can spare it.
      const least = ring.map(({ limit }) => limit + Math.min(RING_ROOM, slack / ring.length));
      const spare = ring.map(({ quoted }, i) => Math.max(0, quoted - least[i]));
      const missing = ring.reduce((sum, { quoted }, i) => sum + Math.max(0, least[i] - quoted), 0);
      const part = missing === 0 ? 0 : missing / spare.reduce((sum, x) => sum + x, 0);
      const ratios = ring.map(({ to }, i) => ({ from: i === 0 ? start : ring[i - 1].to, to, ratio: least[i] + spare[i] * (1 - part) }));
      found.push({ ratios: ratios.slice(1), value: Math.min(...ring.map(({ value }) => value)) });
    }
  };
  for (const start of assets.keys()) walk(start, []);
  found.sort((a, b) => b.value - a.value);
  return found.slice(0, MAX_RINGS).map(({ ratios }) => alongRatios({ assets }, ratios, unit));
}

/** Positive limits, at most 512 of them, evenly spread. */
function sample(limits: Float64Array): number[] {
  const step = Math.max(1, Math.floor(limits.length / 512));
  const found: number[] = [];
  for (let i = limits.length - 1; i >= 0; i -= step) if (limits[i] > 0) found.push(limits[i]);
  return found;
}

/**
 * Moves each price by how much more value is wanted of the asset than offered, until that balances. The step grows while the total
 * imbalance falls and shrinks when it does not.
 */
function tatonnement(market: Market, start: Prices): Prices {
  let prices = Float64Array.from(start);
  let step = 0.1;
  for (const [width, steps] of STAGES) {
    let present = imbalance(market, prices, width);
    for (let i = 0; i < steps && present.total > 1e-12 && step > 1e-9; i++) {
      const moved = prices.map((price, asset) => price + Math.max(-1, Math.min(1, step * present.relative[asset])));
      const next = imbalance(market, moved, width);
      if (next.total < present.total) [prices, present, step] = [moved, next, Math.min(step * 1.5, 2)];
      else step /= 2;
    }
    step = Math.max(step, width / 10);
  }
  return prices;
}

function imbalance({ books, ends, assets }: Market, prices: Prices, width: number) {
  const wanted = new Float64Array(assets.length);
  const offered = new Float64Array(assets.length);
  for (const [i, book] of books.entries()) {
    const [from, to] = ends[i];
    const value = book.supply(Math.exp(prices[from] - prices[to]), width) * Math.exp(prices[from]);
    offered[from] += value;
    wanted[to] += value;
  }
  const all = offered.reduce((sum, value) => sum + value, 0);
  let total = 0;
  const relative = new Float64Array(assets.length);
  for (let asset = 0; asset < assets.length; asset++) {
    const [difference, size] = [wanted[asset] - offered[asset], wanted[asset] + offered[asset]];
    relative[asset] = size === 0 ? 0 : difference / size;
    total += all === 0 ? 0 : (difference / all) ** 2;
  }
  return { relative, total };
}

// ---- judging

interface Judgement {
  /** What changes hands. */
  readonly value: number;
  /** How far from the quotes. */
  readonly distance: number;
}

interface Judged extends Judgement {
  readonly prices: Prices;
}

function byJudgement(a: Judgement, b: Judgement): number {
  return isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : 0;
}

function isBetter(a: Judgement, b: Judgement): boolean {
  const margin = SAME_VALUE * Math.max(a.value, b.value);
  return a.value > b.value + margin || (a.value >= b.value - margin && a.distance < b.distance - SAME_VALUE);
}

/** Says at once `unless` it is certain that the prices are no better than that. */
type Judge = (prices: Prices, unless?: Judgement) => Judgement;

function judgeOf(market: Market, worth: Prices): Judge {
  const { books, ends, quotes, assets } = market;
  return (prices, unless) => {
    const values = books.map((book, i) => {
      const [from, to] = ends[i];
      return book.supply(Math.exp(prices[from] - prices[to]), 0) * Math.exp(prices[from]);
    });
    if (unless !== undefined && mostPossible(market, values, prices, worth) < unless.value) return unless;
    // Integers of some 40 bits say enough about which way the value goes.
    const largest = values.reduce((a, b) => Math.max(a, b), 0);
    const scale = largest === 0 ? 1 : 2 ** 40 / largest;
    const edges = ends.map(([from, to], i): Edge => ({ from, to, capacity: BigInt(Math.round(values[i] * scale)) }));
    const flow = maximumCirculation(assets.length, edges);
    let value = 0;
    for (const [i, amount] of flow.entries()) {
      const [from, to] = ends[i];
      value += (Number(amount) / scale) * Math.exp(Math.min(worth[from] - prices[from], worth[to] - prices[to]));
    }
    const distance = quotes.reduce((sum, { from, to, ratio }) => sum + Math.abs(prices[from] - prices[to] - ratio), 0);
    return { value, distance };
  };
}

/** No asset passes on more than it gets, nor gets more than is wanted of it. */
function mostPossible({ ends, assets }: Market, values: readonly number[], prices: Prices, worth: Prices): number {
  const [wanted, offered] = [new Float64Array(assets.length), new Float64Array(assets.length)];
  for (const [i, [from, to]] of ends.entries()) {
    offered[from] += values[i];
    wanted[to] += values[i];
  }
  let most = 0;
  for (let asset = 0; asset < assets.length; asset++) {
    most += Math.min(wanted[asset], offered[asset]) * Math.exp(worth[asset] - prices[asset]);
  }
  return most;
}

/** One asset at a time: to the limits next to its price, and to where a quote would have it. */
function improve(market: Market, start: Judged, judge: Judge): Judged {
  let best = start;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const asset of market.assets.keys()) {
      for (const price of nearby(market, best.prices, asset)) {
        const prices = Float64Array.from(best.prices);
        prices[asset] = price;
        const judged = { prices, ...judge(prices, best) };
        if (isBetter(judged, best)) best = judged;
      }
    }
  }
  return best;
}

/** Each price in the middle of where all who trade now would still trade: small amounts need room for their floors. */
function centred({ books, ends, assets }: Market, start: Prices): Prices {
  const prices = Float64Array.from(start);
  for (const asset of assets.keys()) {
    let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const [i, book] of books.entries()) {
      const [from, to] = ends[i];
      if (from !== asset && to !== asset) continue;
      const limit = Math.log(book.highestLimitUpTo(Math.exp(prices[from] - prices[to])));
      if (from === asset) low = Math.max(low, prices[to] + limit);
      else high = Math.min(high, prices[from] - limit);
    }
    if (low > high) continue;
    if (Number.isFinite(low) && Number.isFinite(high)) prices[asset] = (low + high) / 2;
    else prices[asset] = Math.max(low + ONE_SIDED_ROOM, Math.min(high - ONE_SIDED_ROOM, prices[asset]));
  }
  return prices;
}

function nearby({ books, ends, quotes }: Market, prices: Prices, asset: number): Set<number> {
  const found = new Set<number>();
  for (const { from, to, ratio } of quotes) {
    if (from === asset) found.add(prices[to] + ratio);
    if (to === asset) found.add(prices[from] - ratio);
  }
  for (const [i, { limits }] of books.entries()) {
    const [from, to] = ends[i];
    if (from !== asset && to !== asset) continue;
    const ratio = Math.exp(prices[from] - prices[to]);
    let place = limits.findIndex((limit) => limit > ratio);
    if (place === -1) place = limits.length;
    for (let j = Math.max(0, place - NEIGHBOURS); j < Math.min(limits.length, place + NEIGHBOURS); j++) {
      if (limits[j] === 0) continue;
      const limit = Math.log(limits[j]) + ROOM;
      found.add(from === asset ? prices[to] + limit : prices[from] - limit);
    }
  }
  return found;
}

// ---- exact numbers

/** The dearest asset gets 2^62; what is cheaper by more than that gets 1. */
function roundedPrices({ assets }: Market, prices: Prices): Map<number, bigint> {
  const highest = prices.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return new Map(assets.map((asset, i) => [asset, rounded(Math.exp(prices[i] - highest) * Number(HIGHEST_PRICE))]));
}

function rounded(price: number): bigint {
  const integer = BigInt(Math.round(price));
  return integer === 0n ? 1n : integer;
}

interface Tie {
  readonly from: number;
  readonly to: number;
  /** P[from] / P[to] = of / per. */
  readonly of: bigint;
  readonly per: bigint;
  readonly weight: number;
}

/**
 * Where prices all but meet a quote or the limit of an offer, they meet it exactly: two offers with opposite limits trade at one ratio
 * only. Undefined if nothing is that close, or if the ratios do not fit 64 bits together.
 */
function snappedPrices(market: Market, prices: Prices): Map<number, bigint> | undefined {
  const ties = tiesOf(market, prices);
  if (ties.length === 0) return undefined;
  const highest = prices.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const exact = new Map<number, bigint>();
  const done = new Set<number>();
  for (const root of market.assets.keys()) {
    if (done.has(root)) continue;
    // The group that ties hold together, as multiples of its root's price.
    const multiples = new Map([[root, { of: 1n, per: 1n }]]);
    for (let grown = true; grown; ) {
      grown = false;
      for (const { from, to, of, per } of ties) {
        if (multiples.has(from) === multiples.has(to)) continue;
        const known = multiples.get(from) ?? multiples.get(to)!;
        const [next, times, divided] = multiples.has(from) ? [to, per, of] : [from, of, per];
        multiples.set(next, reduced(known.of * times, known.per * divided));
        grown = true;
      }
    }
    const common = [...multiples.values()].reduce((product, { per }) => (product / gcd(product, per)) * per, 1n);
    const size = rounded(Math.exp(prices[root] - highest) * Number(HIGHEST_PRICE >> 1n)) / common;
    for (const [asset, { of, per }] of multiples) {
      const price = (common / per) * of * (size === 0n ? 1n : size);
      if (price > HIGHEST_PRICE) return undefined;
      exact.set(market.assets[asset], price);
      done.add(asset);
    }
  }
  return exact;
}

/** Quotes first, then limits by how much is for sale at them. */
function tiesOf({ books, ends, quotes }: Market, prices: Prices): Tie[] {
  const ties: Tie[] = [];
  for (const { from, to, ratio, quote } of quotes) {
    if (Math.abs(prices[from] - prices[to] - ratio) > TIGHT) continue;
    ties.push({ from, to, of: quote.outAmount, per: quote.inAmount, weight: Number.POSITIVE_INFINITY });
  }
  for (const [i, { limits, offers }] of books.entries()) {
    const [from, to] = ends[i];
    const ratio = Math.exp(prices[from] - prices[to]);
    const first = limits.findIndex((limit) => limit >= ratio * (1 - TIGHT));
    if (first === -1) continue;
    for (let j = first; j < limits.length && limits[j] <= ratio * (1 + TIGHT); j++) {
      const { minBuyAmount, sellAmount, capacity } = offers[j];
      ties.push({ from, to, of: minBuyAmount, per: sellAmount, weight: Number(capacity) * Math.exp(prices[from]) });
    }
  }
  return ties.sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight));
}

function reduced(of: bigint, per: bigint): { of: bigint; per: bigint } {
  const divisor = gcd(of, per);
  return { of: of / divisor, per: per / divisor };
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

interface Side {
  readonly offers: readonly Offer[];
  readonly price: PairPrice;
}

/**
 * Most that can go round at these prices, as amounts of single offers. An offer that can't take its part exactly (minFill, floors) takes
 * less or nothing; its pair then has less to sell, and the circulation is found again until all pairs reach what they are meant to.
 */
function carryOut(market: Market, prices: ReadonlyMap<number, bigint>, maxFills: number): Netting {
  let sides = market.books.map((book): Side => {
    const price = { sell: prices.get(book.sell)!, buy: prices.get(book.buy)! };
    return { offers: book.offers.slice(0, book.countWilling(price)), price };
  });
  let capacity = sides.map(({ offers, price }) => offers.reduce((sum, { capacity }) => sum + capacity, 0n) * price.sell);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edges = market.ends.map(([from, to], i): Edge => ({ from, to, capacity: capacity[i] }));
    const circulation = maximumCirculation(market.assets.length, edges);
    const meant = amountsOf(market, edges, circulation, sides);
    const allocations = sides.map(({ offers, price }, i) => allocate(offers, meant[i], price));
    const fills = allocations.reduce((sum, { amounts }) => sum + amounts.size, 0);
    if (fills > maxFills) {
      // The earliest of each pair, each pair its part of the room.
      sides = sides.map((side, i) => {
        const room = Math.floor((allocations[i].amounts.size * maxFills) / fills);
        const kept = new Set([...allocations[i].amounts.keys()].sort((a, b) => a.seq - b.seq).slice(0, room));
        return { ...side, offers: side.offers.filter((offer) => kept.has(offer)) };
      });
      capacity = sides.map(({ offers, price }) => offers.reduce((sum, { capacity }) => sum + capacity, 0n) * price.sell);
      continue;
    }
    if (allocations.every(({ total }, i) => total === meant[i])) {
      const sold = new Map(allocations.flatMap(({ amounts }) => [...amounts]));
      return { prices: used(prices, sold), sold };
    }
    // Half of the rounds in, whoever still can't agree stays out.
    capacity = capacity.map((before, i) => {
      const { total } = allocations[i];
      if (total === meant[i]) return before;
      return round < MAX_ROUNDS / 2 ? total * sides[i].price.sell : 0n;
    });
  }
  return { prices: new Map(), sold: new Map() };
}

function used(prices: ReadonlyMap<number, bigint>, sold: ReadonlyMap<Offer, bigint>): Map<number, bigint> {
  const assets = new Set([...sold.keys()].flatMap(({ sell, buy }) => [sell, buy]));
  return new Map([...prices].filter(([asset]) => assets.has(asset)));
}

/**
 * What each pair sells, in whole quanta. Cycle by cycle: what a pair's sale buys is just what the next pair sells, so every pot but
 * the first of the cycle is even, and the floors on the way leave that one something over: Σ (inflow − outflow)·P = Σ remainders ≥ 0.
 * Pairs are shared between cycles and floors of sums are larger than sums of floors; where that takes too much out of the first pot,
 * the cycle begins with a little less. Offers of a pair buy at most what the pair's total buys, for the same reason.
 */
function amountsOf(market: Market, edges: readonly Edge[], circulation: readonly bigint[], sides: readonly Side[]): bigint[] {
  const amounts = edges.map(() => 0n);
  const over = market.assets.map(() => 0n);
  const boughtBy = (edge: number, sold: bigint): bigint => (sold * sides[edge].price.sell) / sides[edge].price.buy;
  for (const { edges: found, amount: value } of cyclesOf(edges, circulation)) {
    // From a pair that sells all it can, so that no order is left with a last quantum.
    const start = Math.max(
      0,
      found.findIndex((edge) => circulation[edge] === edges[edge].capacity),
    );
    const cycle = [...found.slice(start), ...found.slice(0, start)];
    const root = edges[cycle[0]].from;
    const largest = value / sides[cycle[0]].price.sell;
    for (let less = 0n, tries = 0; tries < 64 && less < largest; less = less * 2n + 1n, tries++) {
      let passed = largest - less;
      const sales: bigint[] = [];
      for (const edge of cycle) {
        sales.push(passed);
        passed = boughtBy(edge, amounts[edge] + passed) - boughtBy(edge, amounts[edge]);
      }
      if (over[root] + sales[0] - passed < 0n) continue;
      if (sales.some((sale, i) => (amounts[cycle[i]] + sale) * sides[cycle[i]].price.sell > edges[cycle[i]].capacity)) continue;
      over[root] += sales[0] - passed;
      for (const [i, edge] of cycle.entries()) amounts[edge] += sales[i];
      break;
    }
  }
  return amounts;
}

function tradedValue(market: Market, { sold, prices }: Netting, worth: Prices): number {
  const unit = new Map(market.assets.map((asset, i) => [asset, Math.exp(worth[i])]));
  let value = 0;
  for (const [{ sell, buy }, amount] of sold) {
    const bought = (amount * prices.get(sell)!) / prices.get(buy)!;
    value += Math.min(Number(amount) * unit.get(sell)!, Number(bought) * unit.get(buy)!);
  }
  return value;
}
