/**
 * Members of the data committee are killed until too few are left to sign. Within a few batches the node publishes the validium accounts' diffs
 * on L1 instead, in blobs, and nobody loses a unit: a rebuild from L1 and one surviving member has every account. The members come back:
 * with their files, with an empty folder, with a damaged file; they catch up, or refuse what they cannot serve.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Committee } from '@weir/node/committee/client';
import { decodeHeader, digestBytes } from '@weir/protocol/statement/header';
import { claimWithdrawal, getWithdrawals, readSettled } from '@weir/sdk/actions/claimWithdrawal';
import { getAccount } from '@weir/sdk/actions/getAccount';
import { type BatchState, getStatus } from '@weir/sdk/actions/getStatus';
import { transfer, withdraw } from '@weir/sdk/actions/spend';
import type { PrivateKeyAccount } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { operatorKey } from '../development.ts';
import type { StoryContext } from '../story.ts';
import {
  checkEverybody,
  type Drill,
  endow,
  type Holding,
  inAnHour,
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

export interface CommitteeDiesReport {
  readonly story: 'committee-dies';
  readonly ok: boolean;
  readonly committee: { readonly members: number; readonly threshold: number; readonly killed: number };
  readonly batches: readonly { readonly when: string; readonly number: number; readonly validiumDataIs: string }[];
  /** Batches sealed for signatures that never came, and how many there may be. */
  readonly fallback: { readonly takenApart: number; readonly allowed: number };
  readonly returned: readonly { readonly member: string; readonly does: string }[];
  readonly rebuilt: RebuiltReport;
  readonly people: readonly Holding[];
  readonly problems: readonly string[];
}

export const COMMITTEE = { members: 6, threshold: 5 } as const;
/** Batches that may wait for signatures. */
const PATIENCE = 2;

export async function committeeDies({ dataDirectory, log }: StoryContext): Promise<CommitteeDiesReport> {
  // Blobs whatever they cost: what the fallback publishes is what a rebuild must find there.
  const settings = { dataCarrier: 'blobs', committeePatience: PATIENCE } as const;
  const drill = await openDrill({ dataDirectory, log, ...COMMITTEE, settings });
  try {
    return await committeeDiesIn(drill);
  } finally {
    await drill.stop();
  }
}

export async function committeeDiesIn(drill: Drill): Promise<CommitteeDiesReport> {
  const { client, node, members, model, problems, log, chain } = drill;
  const batches: CommitteeDiesReport['batches'][number][] = [];
  const note = async (when: string, batch: BatchState, expected: 'published' | 'signed'): Promise<void> => {
    const { bytes } = await readSettled(client, batch.number);
    const is = decodeHeader(bytes).validiumData ? 'published' : batch.committee ? 'signed' : 'neither published nor signed';
    if (is !== expected) problems.push(`${when}: the validium data of batch ${batch.number} is ${is}, not ${expected}`);
    const where = batch.blobs.length > 0 ? ` in ${batch.blobs.length} blob` : '';
    batches.push({ when, number: batch.number, validiumDataIs: is === 'published' ? `published${where}` : is });
    if (is === 'published' && batch.blobs.length === 0) problems.push(`${when}: batch ${batch.number} has no blob`);
  };
  const pay = async (from: Resident, to: Resident, asset: number, amount: bigint): Promise<string> => {
    const [account, recipient] = [await getAccount(client, from.account), await getAccount(client, to.account)];
    const sent = await transfer(client, { key: from.key, account, to: recipient, asset, amount, until: await inAnHour(drill) });
    model.add(from.name, asset, -amount);
    model.add(to.name, asset, amount);
    return sent.id;
  };

  log('1/6 Ann and Bob have validium accounts, Cid a rollup account; the committee signs');
  const [ann, bob] = await moveIn(drill, ['Ann', 'Bob'], 1);
  const [cid] = await moveIn(drill, ['Cid']);
  await endow(drill, [
    [ann, ONE, 1_000n],
    [bob, TWO, 2_000n],
    [cid, ONE, 500n],
  ]);
  const signed = await settledBatchOf(drill, await pay(ann, bob, ONE, 100n));
  await note('before', signed, 'signed');

  const killed = COMMITTEE.members - COMMITTEE.threshold + 1;
  log(`2/6 ${killed} of ${COMMITTEE.members} members are killed; Ann pays Bob, Bob pays Cid`);
  let takenApart = 0;
  const stopCounting = node.subscribe(({ type }) => {
    if (type === 'discarded') takenApart++;
  });
  await Promise.all(members.slice(0, killed).map((member) => member.kill()));
  const orphaned = [await pay(ann, bob, ONE, 30n), await pay(bob, cid, TWO, 7n)];
  for (const id of orphaned) {
    const batch = await settledBatchOf(drill, id);
    if (batches.at(-1)?.number !== batch.number) await note(`${killed} members gone`, batch, 'published');
  }
  const { volition } = await getStatus(client);
  if (!volition.publishes) problems.push('the node says that the committee signs');
  await poll(async () => ((await getStatus(client)).alarms.includes('committeeDown') ? true : undefined), 'the alarm', 60_000);
  if (takenApart > PATIENCE) problems.push(`${takenApart} times batches waited in vain, ${PATIENCE} are allowed`);

  log('3/6 rebuild from L1 and one surviving member');
  await untilSettled(drill);
  const survivor = members.at(-1)!;
  const alone = await rebuildFromL1(drill);
  if (alone.report.validiumMissingFrom === null) problems.push('a rebuild without the committee claims to have what it never published');
  const rebuilt = await rebuildFromL1(drill, '--validium-data', survivor.url);
  if (rebuilt.report.validiumMissingFrom !== null)
    problems.push(`validium accounts are missing from batch ${rebuilt.report.validiumMissingFrom} on`);
  await checkEverybody(drill, rebuilt.state);

  log('4/6 one comes back with its file, one with an empty folder; one with a damaged file does not start');
  const returned: CommitteeDiesReport['returned'][number][] = [];
  const damaged = join(drill.dataDirectory, 'damaged');
  // Its own file, one byte off.
  mkdirSync(damaged, { recursive: true });
  const file = `committee-${drill.deployment.core.toLowerCase()}.log`;
  const bytes = readFileSync(join(members[0].dataDirectory, file));
  bytes[bytes.length - 40] ^= 1;
  writeFileSync(join(damaged, file), bytes);
  const broken = await drill.startMember(0, { dataDirectory: damaged }).then(
    async (member) => {
      await member.kill();
      return 'starts';
    },
    (error: Error) => `refuses to start: ${error.message.split(': ').at(-1)}`,
  );
  returned.push({ member: 'damaged file', does: broken });
  if (!broken.endsWith('LOG_CORRUPT')) problems.push(`a member with a damaged file: ${broken}`);
  // Where the operator does not look for it, so nobody has given it anything: it can't sign what it could not serve.
  const folder = join(drill.dataDirectory, 'empty');
  const empty = await drill.startMember(1, { dataDirectory: folder });
  const refusal = await offerWithoutHistory(drill, empty.address, empty.url, signed);
  returned.push({ member: 'empty folder', does: `refuses a batch without those before it: ${refusal}` });
  if (refusal !== 'DATA_MISSING') problems.push(`a member with nothing answers ${refusal} to a batch out of nowhere`);
  await empty.kill();
  await drill.restartMember(1, folder);
  await drill.restartMember(0);

  log('5/6 the committee is back: Bob pays Ann, and leaves with the rest of asset 2');
  await poll(async () => ((await getStatus(client)).volition.publishes ? undefined : true), 'the committee to be back', 120_000);
  const caughtUp = await fetch(`${members[1].url}/v1/status`).then(async (answer) => (await answer.json()) as { lastBatch: number });
  returned.push({ member: 'empty folder', does: `has caught up to batch ${caughtUp.lastBatch}` });
  const again = await settledBatchOf(drill, await pay(bob, ann, ONE, 5n));
  await note('members back', again, 'signed');
  const leaver = await getAccount(client, bob.account);
  const amount = model.of('Bob', TWO);
  const exit = await withdraw(client, { key: bob.key, account: leaver, asset: TWO, amount, until: await inAnHour(drill) });
  const leaving = await settledBatchOf(drill, exit.id);
  // All that there is of an asset is more than leaves on one day: L1 holds it for another.
  await travel(drill, 86_400);
  for (const withdrawal of await getWithdrawals(client, leaving.number)) await claimWithdrawal(client, chain.account(1), withdrawal);
  model.add('Bob', TWO, -amount);
  const paid = await chain.read<bigint>(drill.tokens[TWO - 1], drill.tokenAbi, 'balanceOf', [bob.l1Owner]);
  if (paid !== amount) problems.push(`Bob's wallet got ${paid} of asset 2, not ${amount}`);

  log('6/6 check: every account in a rebuild against the model, the core’s tokens against what it owes');
  stopCounting();
  await untilSettled(drill);
  const last = await rebuildFromL1(drill, '--validium-data', survivor.url);
  const people = await checkEverybody(drill, last.state);
  return {
    story: 'committee-dies',
    ok: problems.length === 0,
    committee: { ...COMMITTEE, killed },
    batches,
    fallback: { takenApart, allowed: PATIENCE },
    returned,
    rebuilt: last.report,
    people: [...people, { name: 'Bob wallet', asset: `${TWO}`, rebuilt: `${paid}`, model: `${amount}` }],
    problems: [...problems],
  };
}

/** What one member answers to the operator's offer of a settled batch, if it is given nothing that came before. */
async function offerWithoutHistory(drill: Drill, address: `0x${string}`, url: string, { number }: BatchState): Promise<string> {
  const { chain, deployment, client, members } = drill;
  const account: PrivateKeyAccount = privateKeyToAccount(operatorKey(chain));
  const core = deployment.core.toLowerCase() as `0x${string}`;
  const common = { threshold: 1, timeoutMs: 3_000, instance: client.instance, chainId: client.chainId, core, account };
  const { newValidiumRoot, newRollupRoot } = decodeHeader((await readSettled(client, number)).bytes);
  const informed = new Committee({ ...common, members: members.slice(-1), history: () => Promise.resolve([]) });
  const batch = await informed.fetchBatch(number, digestBytes(newValidiumRoot));
  if (batch === undefined) return 'the survivor does not serve it';
  const lone = new Committee({ ...common, members: [{ address, url }], history: () => Promise.resolve([]) });
  return lone.collect(batch, digestBytes(newRollupRoot)).then(
    () => 'a signature',
    () => lone.failures.get(address) ?? 'nothing',
  );
}
