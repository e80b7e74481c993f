/**
 * `npm run bench:matching -- [--orders N] [--assets N] [--json]`: a clearing of all open orders, by the node's matcher, on one core.
 *
 * Random limits within 5 % of the quotes between all pairs of assets. The first run is what a node sees after its start, the best of the
 * others what it sees later. Seconds of this thread; V8 collects garbage on other threads, `cpu` counts them too.
 */
import { type MatchInput, matches, type OpenOrder } from '@weir/node/matching/matcher';
import type { Ride, Slot } from '@weir/protocol/types';

const args = process.argv.slice(2);
const numberOf = (name: string, fallback: number): number => Number(args.includes(name) ? args[args.indexOf(name) + 1] : fallback);
const orderCount = numberOf('--orders', 100_000);
const assetCount = numberOf('--assets', 20);
const RUNS = 5;
/** Most fills that a clearing can prove: docs/circuits.md. */
const MAX_FILLS = 1 << 14;

let seed = 1;
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
  return seed / 0x7fffffff;
}

const worth = Array.from({ length: assetCount }, () => Math.round(1_000 * Math.exp(2 * (random() - 0.5))));
const unsigned = { nonceX: [0, 0, 0, 0, 0, 0, 0], s: 1n };

function orderOf(account: number): OpenOrder {
  const sell = Math.floor(random() * assetCount);
  const buy = (sell + 1 + Math.floor(random() * (assetCount - 1))) % assetCount;
  const sellAmount = BigInt(Math.max(1, Math.floor(((0.01 + random()) * 1e12) / worth[sell])));
  const limit = Math.exp((random() - 0.5) / 10);
  const minBuyAmount = BigInt(Math.floor((Number(sellAmount) * limit * worth[sell]) / worth[buy]));
  const sale = { sellSlot: 0, sellAsset: sell + 1, sellNonce: 0, sellAmount, maxFee: 0n, minFill: 0n };
  const purchase = { buySlot: 1, buyAsset: buy + 1, minBuyAmount, ticketSlot: 2, ticketsUntil: 0, band: { reference: 0, bps: 0 } };
  return { seq: account, order: { account, keyVersion: 1, until: 2, legs: [{ ...sale, ...purchase }] }, signature: unsigned };
}

const orders = Array.from({ length: orderCount }, (_, account) => orderOf(account));
/** A ride from the first asset to each other one: its reference is the share price. Nobody here takes tickets. */
const rides = new Map(
  worth.slice(1).map((_, i): [number, Ride] => {
    const prices = { worstIn: 1n, worstOut: 1n, boardBy: 1, settleBy: 1 };
    const terms = { ticket: 100 + i, inAsset: 1, outAsset: i + 2, ...prices };
    return [terms.ticket, { terms, maxSize: 1n, boarded: 0n, closed: true, outcome: null }];
  }),
);
const input: MatchInput = {
  orders,
  slot: (account): Slot => {
    const [leg] = orders[account].order.legs;
    return { asset: leg.sellAsset, nonce: 0, balance: leg.sellAmount, filled: 0n };
  },
  rides,
  referenceOf: (ticket) => ({ inAmount: BigInt(worth[ticket - 99]), outAmount: BigInt(worth[0]) }),
  timestamp: 1,
  feePlaces: (assets) => new Map([...assets].map((asset) => [asset, { feeAccount: 0, feeSlot: 15 }])),
  operatorAccount: 0,
  closes: () => false,
  lastServed: () => 0,
  maxFills: MAX_FILLS,
  maxRides: 8,
};

const runs: { seconds: number; cpu: number; fills: number }[] = [];
for (let run = 0; run < RUNS; run++) {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const [found] = matches(input);
  const { user, system } = process.cpuUsage(before);
  runs.push({ seconds: (performance.now() - started) / 1_000, cpu: (user + system) / 1e6, fills: found?.clearing.fills.length ?? 0 });
}
const [first, ...later] = runs;
const best = later.reduce((a, b) => (b.seconds < a.seconds ? b : a));
const report = {
  orders: orderCount,
  assets: assetCount,
  fills: best.fills,
  seconds: best.seconds,
  cpu: best.cpu,
  firstSeconds: first.seconds,
};
if (args.includes('--json')) process.stdout.write(`${JSON.stringify(report)}\n`);
else for (const [name, value] of Object.entries(report)) process.stdout.write(`${name.padEnd(14)} ${Number(value.toFixed(3))}\n`);
