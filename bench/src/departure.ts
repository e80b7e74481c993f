/**
 * `npm run bench:departure -- [--demand FILE] [--days N] [--per-hour N] [--gwei G] [--json] [--svg FILE]`: waiting time against cost of
 * departure policies (packages/protocol/src/rides/departure.ts, which operator and keepers run), over the same demand and gas prices.
 *
 * Demand is synthetic (arrivals at random, three times as many at the busiest hour as at the quietest; a gas price that wanders around its
 * mean and spikes), from a fixed seed, or recorded: a file of lines `seconds passengers gwei`, ascending, 0 passengers where only the gas
 * price is news.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type DeparturePolicy, shouldDepart } from '@weir/protocol/rides/departure';
import { type Point, scatter } from './scatter.ts';

const args = process.argv.slice(2);
const argumentOf = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);

/** Creation, departure and settlement effects of a ride, and a vault's own call. */
const RIDE_GAS = 700_000;
/** The operator looks at its rides once per batch. */
const STEP_SECONDS = 60;

interface Moment {
  readonly seconds: number;
  readonly passengers: number;
  readonly gasPrice: bigint;
}

interface Result {
  readonly policy: string;
  readonly rides: number;
  readonly meanWaitMinutes: number;
  readonly p95WaitMinutes: number;
  readonly milliEthPerPassenger: number;
  /** Waiting at 0.2 mETH an hour, plus gas: what a policy costs those who value time like that. */
  readonly milliEthWithWaiting: number;
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

function syntheticDemand(days: number, perHour: number, meanGwei: number): Moment[] {
  const random = randomFrom(7);
  const normal = (): number => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  let deviation = 0;
  const moments: Moment[] = [];
  for (let seconds = 0; seconds < days * 86_400; seconds += STEP_SECONDS) {
    // Ornstein–Uhlenbeck in the logarithm: a deviation halves in about two hours.
    deviation += -deviation * 0.006 + 0.06 * normal();
    const spike = random() < 0.0005 ? 1.5 : 0;
    deviation += spike;
    const rhythm = 1 + 0.5 * Math.sin((2 * Math.PI * seconds) / 86_400);
    const expected = (perHour * rhythm * STEP_SECONDS) / 3_600;
    let passengers = 0;
    for (let left = random(), p = Math.exp(-expected); left > p && passengers < 1_000; p *= expected / passengers) {
      left -= p;
      passengers++;
    }
    moments.push({ seconds, passengers, gasPrice: BigInt(Math.round(meanGwei * 1e9 * Math.exp(deviation))) });
  }
  return moments;
}

function recordedDemand(file: string): Moment[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [seconds, passengers, gwei] = line.trim().split(/\s+/).map(Number);
    if (line.trim() === '' || ![seconds, passengers, gwei].every(Number.isFinite)) return [];
    return [{ seconds, passengers, gasPrice: BigInt(Math.round(gwei * 1e9)) }];
  });
}

/** One direction of one strategy: a ride opens when the one before it has gone. */
function simulate(name: string, policy: DeparturePolicy, demand: readonly Moment[]): Result {
  let aboard: { seconds: number; passengers: number }[] = [];
  const waits: number[] = [];
  let [rides, wei] = [0, 0];
  for (const [i, { seconds, passengers, gasPrice }] of demand.entries()) {
    if (passengers > 0) aboard.push({ seconds, passengers });
    if (aboard.length === 0) continue;
    const units = aboard.reduce((sum, group) => sum + group.passengers, 0);
    const unitSeconds = aboard.reduce((sum, group) => sum + group.passengers * (seconds - group.seconds), 0);
    const waiting = { units, unitSeconds, firstSeconds: seconds - aboard[0].seconds, gas: RIDE_GAS, gasPrice };
    if (!shouldDepart(policy, waiting) && i < demand.length - 1) continue;
    rides++;
    wei += RIDE_GAS * Number(gasPrice);
    for (const group of aboard) for (let n = 0; n < group.passengers; n++) waits.push(seconds - group.seconds);
    aboard = [];
  }
  waits.sort((a, b) => a - b);
  const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  const milliEth = wei / waits.length / 1e15;
  return {
    policy: name,
    rides,
    meanWaitMinutes: mean / 60,
    p95WaitMinutes: waits[Math.floor(0.95 * waits.length)] / 60,
    milliEthPerPassenger: milliEth,
    milliEthWithWaiting: milliEth + (0.2 * mean) / 3_600,
  };
}

const HOURS = (hours: number) => Math.round(hours * 3_600);
const families: Readonly<Record<string, readonly (readonly [string, DeparturePolicy])[]>> = {
  immediate: [['at once', { kind: 'immediate' }]],
  interval: [0.25, 0.5, 1, 2, 4, 8].map((hours) => [`every ${hours} h`, { kind: 'interval', seconds: HOURS(hours) }]),
  passengers: [3, 6, 12, 25, 50, 100].map((count) => [`with ${count} aboard`, { kind: 'passengers', count }]),
  adaptive: [1.6, 0.8, 0.4, 0.2, 0.1, 0.05, 0.025].map((milliEth) => [
    `adaptive, ${milliEth} mETH an hour`,
    { kind: 'adaptive', weiPerHour: milliEth * 1e15 },
  ]),
};

const file = argumentOf('--demand');
const demand =
  file === undefined
    ? syntheticDemand(Number(argumentOf('--days') ?? 30), Number(argumentOf('--per-hour') ?? 12), Number(argumentOf('--gwei') ?? 2))
    : recordedDemand(file);
if (demand.every(({ passengers }) => passengers === 0)) throw new Error('nobody in the demand');

const results = Object.entries(families).flatMap(([family, policies]) =>
  policies.map(([name, policy]) => ({ family, ...simulate(name, policy, demand) })),
);
const svg = argumentOf('--svg');
if (svg !== undefined) {
  const points = results.map(({ family, policy, meanWaitMinutes, milliEthPerPassenger }): Point => {
    return { group: family, label: policy, x: Math.max(meanWaitMinutes, 1), y: milliEthPerPassenger };
  });
  writeFileSync(svg, scatter(points, { x: 'mean wait, minutes', y: 'L1 gas per passenger, mETH' }));
}
if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ moments: demand.length, results })}\n`);
else {
  const row = (cells: readonly string[]) =>
    `${cells[0].padEnd(28)}${cells
      .slice(1)
      .map((cell) => cell.padStart(14))
      .join('')}\n`;
  process.stdout.write(row(['policy', 'rides', 'mean wait min', 'p95 wait min', 'mETH each', 'with waiting']));
  for (const { policy, rides, meanWaitMinutes, p95WaitMinutes, milliEthPerPassenger, milliEthWithWaiting } of results) {
    const numbers = [
      meanWaitMinutes.toFixed(1),
      p95WaitMinutes.toFixed(1),
      milliEthPerPassenger.toFixed(4),
      milliEthWithWaiting.toFixed(4),
    ];
    process.stdout.write(row([policy, String(rides), ...numbers]));
  }
}
