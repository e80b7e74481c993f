/**
 * `npm run story -- NAME [--json] [--clock] [--data FOLDER]` (`--list`): a story played on a whole Weir; the exit code says whether it came out right:
 * not 0 if anybody is short of one unit. On `--data` a story that can resumes (and keeps) a data folder, otherwise everything is thrown away.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOnSignals } from './children.ts';
import { narrate, startDevelopment } from './development.ts';
import { blobSpike } from './stories/blobSpike.ts';
import { committeeDies } from './stories/committeeDies.ts';
import { flood } from './stories/flood.ts';
import { type L1MarketReport, l1Market, printL1Market } from './stories/l1Market.ts';
import { massExit } from './stories/massExit.ts';
import { operatorGone } from './stories/operatorGone.ts';
import { type RoundReport, round } from './stories/round.ts';
import { sunset } from './stories/sunset.ts';
import { printThousand, thousand } from './stories/thousand.ts';

export interface StoryContext {
  readonly dataDirectory: string;
  readonly log: (line: string) => void;
  /** `--name value` flags of this story. */
  readonly flag: (name: string, fallback: number) => number;
}

export interface StoryReport {
  readonly story: string;
  readonly ok: boolean;
  readonly problems: readonly string[];
}

interface Story {
  readonly what: string;
  readonly play: (context: StoryContext) => Promise<StoryReport>;
  readonly print?: (report: never, log: (line: string) => void) => void;
}

/** What `npm test` plays. */
const DRILLS = ['operator-gone', 'committee-dies', 'blob-spike', 'sunset'] as const;

export const stories: Readonly<Record<string, Story>> = {
  round: { what: 'three people net, ride, redeem, transfer and withdraw; a hostile ride is refunded', play: playRound, print: printRound },
  'l1-market': {
    what: 'an order that lives on L1 trades, and somebody withdraws in one L1 block through a provider',
    play: playL1Market,
    print: printL1Market,
  },
  'operator-gone': { what: 'the operator is killed mid-round; everybody gets out by rebuild and escape alone', play: operatorGone },
  drills: { what: `${DRILLS.join(', ')}: one after another, as CI plays them`, play: playDrills },
  'committee-dies': {
    what: 'members of the data committee are killed: validium data is published, nobody loses a unit, the members come back',
    play: committeeDies,
  },
  'blob-spike': {
    what: 'blobs become a thousand times dearer and cheap again: calldata instead, with the reason, and back',
    play: blobSpike,
  },
  sunset: { what: 'a declared sunset: no batch after the date, then everybody is taken out page by page', play: sunset },
  flood: {
    what: 'forced requests, ten in every block for seven days (--requests N, --proofs N): the honest operator is never frozen',
    play: flood,
  },
  thousand: {
    what: '1,000 people join, leave and switch between six strategies (--traders N, --strategies N, --seed N): one clearing, one L1 call each',
    play: thousand,
    print: printThousand,
  },
  'mass-exit': {
    what: 'everybody escapes at once: gas and time (--accounts N, 10000 unless told otherwise)',
    play: ({ flag, log }) => massExit(flag('accounts', 10_000), log),
  },
};

interface DrillsReport extends StoryReport {
  readonly drills: readonly { readonly story: string; readonly ok: boolean; readonly seconds: number }[];
}

async function playDrills(context: StoryContext): Promise<DrillsReport> {
  const drills: DrillsReport['drills'][number][] = [];
  const problems: string[] = [];
  for (const name of DRILLS) {
    const dataDirectory = join(context.dataDirectory, name);
    mkdirSync(dataDirectory);
    context.log(`━━ ${name}: ${stories[name].what}`);
    const started = Date.now();
    const report = await stories[name]
      .play({ ...context, dataDirectory })
      .catch((error: Error) => ({ ok: false, problems: [error.message] }));
    drills.push({ story: name, ok: report.ok, seconds: Math.round((Date.now() - started) / 1000) });
    problems.push(...report.problems.map((problem) => `${name}: ${problem}`));
  }
  return { story: 'drills', ok: problems.length === 0 && drills.every(({ ok }) => ok), drills, problems };
}

async function playL1Market({ dataDirectory, log }: StoryContext): Promise<L1MarketReport> {
  const development = await startDevelopment({ dataDirectory, log });
  const stopNarrating = narrate(development.node, log);
  try {
    return await l1Market(development, log);
  } finally {
    stopNarrating();
    await development.stop();
  }
}

async function playRound({ dataDirectory, log }: StoryContext): Promise<RoundReport> {
  const development = await startDevelopment({ dataDirectory, log });
  const stopNarrating = narrate(development.node, log);
  try {
    return await round(development, log);
  } finally {
    stopNarrating();
    await development.stop();
  }
}

/** A report without a printer of its own: its tables row by row, its numbers line by line. */
function printReport(report: StoryReport, log: (line: string) => void): void {
  const line = (value: unknown): string =>
    Array.isArray(value)
      ? value.map(line).join(', ')
      : typeof value === 'object' && value !== null
        ? Object.entries(value)
            .map(([name, item]) => `${name} ${line(item)}`)
            .join('  ')
        : String(value);
  for (const [name, value] of Object.entries(report)) {
    if (name === 'story' || name === 'ok' || name === 'problems') continue;
    if (Array.isArray(value)) for (const row of value) log(`${name}: ${line(row)}`);
    else log(`${name}: ${line(value)}`);
  }
  for (const problem of report.problems) log(`PROBLEM: ${problem}`);
  log(report.ok ? `${report.story} came out right` : `${report.story} did NOT come out right`);
}

export function throwAwayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weir-'));
  // PostgreSQL may run as another user than we do: it must be able to walk into the folder.
  chmodSync(folder, 0o755);
  return folder;
}

export function printRound(report: RoundReport, log: (line: string) => void): void {
  log('');
  const left = [12, 12];
  const table = (rows: readonly (readonly string[])[], padRight: readonly number[], width: number): void => {
    for (const row of rows)
      log(
        row
          .map((cell, i) => (i < padRight.length ? cell.padEnd(padRight[i]) : cell.padStart(width)))
          .join(' ')
          .trimEnd(),
      );
  };
  const people = report.people.map(({ name, asset, before, after, expected }) => [
    name,
    asset,
    before,
    after,
    expected,
    after === expected ? '✓' : '✗',
  ]);
  table([['who', 'asset', 'before', 'after', 'model'], ...people], left, 12);
  log('');
  const batches = report.batches.map(({ number, transactions, proofBytes, proveSeconds, gasUsed }) => [
    String(number),
    String(transactions),
    String(proofBytes ?? ''),
    (proveSeconds ?? 0).toFixed(1),
    String(gasUsed ?? ''),
  ]);
  table([['batch', 'transactions', 'proof bytes', 'proving s', 'L1 gas'], ...batches], [5], 12);
  log('');
  const spent = report.batches.reduce((sum, { gasUsed }) => sum + (gasUsed ?? 0), 0);
  log(
    `L1 gas per order: ${report.gasPerOrder} (${report.batches.length} batches, ${spent} gas, for ${report.orders} orders; a batch costs about the same with hundreds)`,
  );
  log(`the same directly: join ${report.direct.joinGas}, exit ${report.direct.exitGas}`);
  log(`replay from L1: ${report.replayedBatches} batches, every root as settled`);
  for (const problem of report.problems) log(`PROBLEM: ${problem}`);
  log(report.ok ? 'the round came out as the model says' : 'the round did NOT come out as the model says');
}

/** Plays a story; returns the exit code. */
export async function playStory(
  name: string,
  options: {
    readonly json: boolean;
    readonly dataDirectory?: string;
    readonly log: (line: string) => void;
    readonly flag?: StoryContext['flag'];
  },
): Promise<number> {
  const { log, flag = (_, fallback) => fallback } = options;
  const story = stories[name];
  if (story === undefined) {
    log(`no story "${name}"; there are: ${Object.keys(stories).join(', ')}`);
    return 2;
  }
  const dataDirectory = options.dataDirectory ?? throwAwayFolder();
  try {
    const report = await story.play({ dataDirectory, log, flag });
    if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
    else if (story.print === undefined) printReport(report, log);
    else story.print(report as never, log);
    return report.ok ? 0 : 1;
  } finally {
    // What a dying server still writes must not hide why the story failed.
    if (options.dataDirectory === undefined) rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
}

if (process.argv[1]?.endsWith('story.ts') === true) {
  endOnSignals();
  const args = process.argv.slice(2);
  const json = args.includes('--json');
  const began = performance.now();
  const clock = args.includes('--clock') ? () => `${((performance.now() - began) / 1e3).toFixed(0).padStart(5)} s  ` : () => '';
  const log = (line: string): void => void (json ? process.stderr : process.stdout).write(`${clock()}${line}\n`);
  const argumentOf = (name: string): string | undefined => (args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : undefined);
  if (args.includes('--list')) {
    for (const [name, { what }] of Object.entries(stories)) log(`${name.padEnd(14)} ${what}`);
  } else {
    const dataDirectory = argumentOf('data');
    const name = args[0]?.startsWith('--') === false ? args[0] : 'round';
    const flag = (flagName: string, fallback: number) => Number(argumentOf(flagName) ?? fallback);
    process.exitCode = await playStory(name, { json, log, flag, ...(dataDirectory === undefined ? {} : { dataDirectory }) });
  }
}
