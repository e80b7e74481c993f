/**
 * The owner declares a sunset. Until the date everything works; after it L1 takes no batch, deposit or ride, and the node says so; two hours later
 * anybody freezes and everybody is taken out, page by page, by `weir rebuild` and `weir escape` alone.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { governanceAbi } from '@weir/abi/governance';
import { weirAbi } from '@weir/abi/weir';
import { CodedError } from '@weir/foundation/codedError';
import { deposit } from '@weir/sdk/actions/deposit';
import { getAccount } from '@weir/sdk/actions/getAccount';
import { getStatus } from '@weir/sdk/actions/getStatus';
import { transfer, withdraw } from '@weir/sdk/actions/spend';
import { type Abi, BaseError, decodeErrorResult, type Hex, isHex } from 'viem';
import { weir } from '../commands.ts';
import { privateKeyOf } from '../development.ts';
import type { StoryContext } from '../story.ts';
import {
  checkEverybody,
  type Drill,
  endow,
  inAnHour,
  l1Flags,
  moveIn,
  ONE,
  openDrill,
  type RebuiltReport,
  type Resident,
  rebuildFromL1,
  settledBatchOf,
  TWO,
  travel,
  untilSettled,
} from './drill.ts';
import { poll } from './people.ts';

export interface SunsetReport {
  readonly story: 'sunset';
  readonly ok: boolean;
  readonly people: number;
  readonly lastBatch: number;
  readonly refusedAfterwards: readonly { readonly what: string; readonly by: string }[];
  readonly rebuilt: RebuiltReport;
  readonly escape: { readonly pages: number; readonly transactions: number; readonly gasUsed: string; readonly gasPerAccount: number };
  readonly assets: readonly { readonly asset: string; readonly escrow: string; readonly paid: string; readonly left: string }[];
  readonly problems: readonly string[];
}

const DAY = 86_400;
const NOTICE = 30 * DAY;
/** L1's window for a batch that is stamped at the date. */
const WINDOW = 2 * 3_600;
/** Enough for several pages of escapes. */
const PEOPLE = 30;
/** A deposit that comes this late is not sealed before the date. */
const SETTINGS = { maxBatchAgeMs: 3_000 } as const;
const DEPOSITOR = 2;

export async function sunset({ dataDirectory, log }: StoryContext): Promise<SunsetReport> {
  const drill = await openDrill({ dataDirectory, log, members: 0, threshold: 0, settings: SETTINGS });
  try {
    return await sunsetIn(drill);
  } finally {
    await drill.stop();
  }
}

async function sunsetIn(drill: Drill): Promise<SunsetReport> {
  const { chain, client, deployment, tokens, tokenAbi, model, problems, log } = drill;
  const { core, governance } = deployment;
  const owner = chain.account(0);

  log(`1/6 ${PEOPLE} people and one with a validium account`);
  const people = await moveIn(
    drill,
    Array.from({ length: PEOPLE }, (_, i) => `person ${i}`),
  );
  const [val] = await moveIn(drill, ['Val'], 1);
  const everybody = [...people, val];
  await endow(
    drill,
    everybody.map((who, i) => [who, i % 3 === 0 ? TWO : ONE, BigInt(1_000 + i)] as const),
  );

  log('2/6 the owner declares a sunset: not within 30 days, and only once; people still trade and leave');
  const start = Number((await chain.publicClient.getBlock()).timestamp);
  const date = start + NOTICE + 3_600;
  const declare = (at: number) => chain.send(owner, governance, governanceAbi as Abi, 'declareSunset', [BigInt(at)]);
  const refused: { what: string; by: string }[] = [];
  const expectRefusal = async (what: string, by: string, work: () => Promise<unknown>): Promise<void> => {
    const answer = await work().then(
      () => 'nobody',
      (error: unknown) => codeOf(error),
    );
    refused.push({ what, by: answer });
    if (answer !== by) problems.push(`${what} is refused by ${answer}, not by ${by}`);
  };
  await expectRefusal('a sunset in 29 days', 'SunsetTooEarly', () => declare(start + NOTICE - DAY));
  await declare(date);
  await expectRefusal('a second sunset', 'SunsetAlreadyDeclared', () => declare(date + DAY));
  await pay(drill, people[1], people[2], 100n);
  const leaving = await withdraw(client, {
    ...{ key: people[4].key, account: await getAccount(client, people[4].account), asset: ONE, amount: 4n, until: await inAnHour(drill) },
  });
  const { number: lastBatch } = await settledBatchOf(drill, leaving.id);
  model.add(people[4].name, ONE, -4n);
  await untilSettled(drill);

  log('3/6 a deposit comes minutes before the date, no batch after it');
  const late = 77n;
  const wallet = chain.account(DEPOSITOR);
  await travel(drill, date - Number((await chain.publicClient.getBlock()).timestamp) - 600);
  await chain.send(wallet, tokens[0], tokenAbi, 'mint', [wallet.address, 2n * late]);
  const target = await getAccount(client, val.account);
  await deposit(client, { wallet, account: target, asset: ONE, amount: late, slot: 15 });
  await travel(drill, 601);
  await poll(
    async () => {
      const { sunset: known, l1Time } = await getStatus(client);
      return known === date && l1Time > date ? true : undefined;
    },
    'the node to see the date pass',
    60_000,
  );
  await expectRefusal('a deposit after the date', 'SunsetPassed', () =>
    deposit(client, { wallet, account: target, asset: ONE, amount: late, slot: 15 }),
  );
  await expectRefusal('a request to the node after the date', 'CLOSED', () => pay(drill, people[1], people[2], 1n, false));
  // Longer than the node lets anything wait.
  await new Promise((resolve) => setTimeout(resolve, 2 * SETTINGS.maxBatchAgeMs));
  const status = await getStatus(client);
  if (status.batch !== lastBatch) problems.push(`the node has sealed batch ${status.batch} after the date`);
  await expectRefusal('a freeze within two hours', 'NothingOverdue', () => chain.send(wallet, core, weirAbi as Abi, 'freeze'));
  await drill.node.stop();

  log('4/6 two hours later: rebuild');
  await travel(drill, WINDOW);
  const { report: rebuilt, state, file } = await rebuildFromL1(drill);
  await checkEverybody(drill, state, everybody);

  log('5/6 everybody is taken out, page by page, by somebody who pays the gas');
  const escrow = await Promise.all(tokens.map((token) => balanceOf(drill, token, core)));
  const keyFile = join(drill.dataDirectory, 'payer.key');
  writeFileSync(keyFile, privateKeyOf(chain.account(3)), { mode: 0o600 });
  const owners = join(drill.dataDirectory, 'owners');
  writeFileSync(owners, [...everybody.map(({ l1Owner }) => l1Owner), wallet.address].join('\n'));
  const before = await balanceOf(drill, tokens[0], wallet.address);
  const run = await weir<{ steps: { kind: string; error: string | null; gasUsed: string }[]; gasUsed: string }>([
    ...[...l1Flags(drill), '--key-file', keyFile, 'escape', '--state', file, '--for', owners, '--yes'],
  ]);

  log('6/6 check: every wallet against the model, the sum of payouts against the escrow');
  const paid = [0n, 0n];
  for (const { name, l1Owner } of everybody) {
    for (const asset of [ONE, TWO]) {
      const got = await balanceOf(drill, tokens[asset - 1], l1Owner);
      // What has left by a batch is claimed by the escape too.
      const expected = model.of(name, asset) + (name === people[4].name && asset === ONE ? 4n : 0n);
      if (got !== expected) problems.push(`${name} got ${got} of asset ${asset}, not ${expected}`);
      paid[asset - 1] += got;
    }
  }
  const back = (await balanceOf(drill, tokens[0], wallet.address)) - before;
  if (back !== late) problems.push(`the late deposit came back as ${back}, not ${late}`);
  paid[0] += back;
  const assets = await Promise.all(
    tokens.map(async (token, i) => {
      const left = await balanceOf(drill, token, core);
      if (left !== 0n || paid[i] !== escrow[i]) problems.push(`asset ${i + 1}: the core held ${escrow[i]}, paid ${paid[i]}, holds ${left}`);
      return { asset: `${i + 1}`, escrow: `${escrow[i]}`, paid: `${paid[i]}`, left: `${left}` };
    }),
  );
  const pages = run.steps.filter(({ kind }) => kind === 'escape');
  const inPages = pages.reduce((sum, { gasUsed }) => sum + Number(gasUsed), 0);
  if (pages.length < 2) problems.push('everybody fitted one page: the drill is too small');
  return {
    ...{ story: 'sunset', ok: problems.length === 0, people: everybody.length, lastBatch, refusedAfterwards: refused, rebuilt },
    escape: {
      pages: pages.length,
      transactions: run.steps.length,
      gasUsed: `${run.gasUsed}`,
      gasPerAccount: Math.round(inPages / everybody.length),
    },
    ...{ assets, problems: [...problems] },
  };
}

const balanceOf = ({ chain, tokenAbi }: Drill, token: `0x${string}`, who: `0x${string}`): Promise<bigint> =>
  chain.read<bigint>(token, tokenAbi, 'balanceOf', [who]);

async function pay(drill: Drill, from: Resident, to: Resident, amount: bigint, wait = true): Promise<void> {
  const { client, model } = drill;
  const [account, recipient] = [await getAccount(client, from.account), await getAccount(client, to.account)];
  const sent = await transfer(client, { key: from.key, account, to: recipient, asset: ONE, amount, until: await inAnHour(drill) });
  if (wait) await settledBatchOf(drill, sent.id);
  model.add(from.name, ONE, -amount);
  model.add(to.name, ONE, amount);
}

/** L1's custom error, or the node's code. */
function codeOf(error: unknown): string {
  if (error instanceof CodedError) return error.code;
  const reverted = error instanceof BaseError ? error.walk((cause) => isHex((cause as { raw?: unknown }).raw)) : null;
  const raw = (reverted as { raw?: Hex } | null)?.raw;
  return raw === undefined ? String(error) : decodeErrorResult({ abi: [...weirAbi, ...governanceAbi] as Abi, data: raw }).errorName;
}
