/**
 * The blob base fee rises a thousandfold while a batch for blobs is being proven. The node takes that batch apart, publishes in calldata instead,
 * says why, and goes back to blobs when they are cheap again. Nobody's money waits for the market, and a rebuild finds all of it.
 */
import { getAccount } from '@weir/sdk/actions/getAccount';
import { type BatchState, getBatch, getStatus } from '@weir/sdk/actions/getStatus';
import { transfer } from '@weir/sdk/actions/spend';
import { verifySettledBatch } from '@weir/sdk/actions/verifyBatch';
import { blobPrice, mineUntilBlobsCost, setBlobPrice } from '../devnet/blobPrice.ts';
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
  rebuildFromL1,
  settledBatchOf,
  untilSettled,
} from './drill.ts';

export interface BlobSpikeReport {
  readonly story: 'blob-spike';
  readonly ok: boolean;
  readonly phases: readonly {
    readonly when: string;
    readonly blobGasPrice: string;
    readonly batch: number;
    readonly carrier: string;
    readonly blobs: number;
    readonly why: string;
  }[];
  readonly spike: { readonly from: string; readonly to: string; readonly factor: number; readonly batchesTakenApart: number };
  readonly blocksUntilCheap: number;
  readonly rebuilt: RebuiltReport;
  readonly people: readonly Holding[];
  readonly problems: readonly string[];
}

/** 0.002 gwei. */
const USUAL = 2_000_000n;
const FACTOR = 1_000n;
/** New accounts a batch: two diff words each, enough for a blob to pay. */
const NEWCOMERS = 72;
/** A batch is sealed when they are all there; money moves in small batches of its own, which wait this long. */
const SETTINGS = { maxBatchTransactions: NEWCOMERS, maxBatchAgeMs: 8_000 } as const;

export async function blobSpike({ dataDirectory, log }: StoryContext): Promise<BlobSpikeReport> {
  const drill = await openDrill({ dataDirectory, log, members: 0, threshold: 0, settings: SETTINGS });
  try {
    return await blobSpikeIn(drill);
  } finally {
    await drill.stop();
  }
}

export async function blobSpikeIn(drill: Drill): Promise<BlobSpikeReport> {
  const { chain, client, node, model, problems, log } = drill;
  const phases: BlobSpikeReport['phases'][number][] = [];
  /** So many people arrive that a blob could pay; the batch that opens their accounts. */
  const arrive = async (phase: string): Promise<BatchState> => {
    const arrived = await moveIn(
      drill,
      Array.from({ length: NEWCOMERS }, (_, i) => `${phase} ${i}`),
    );
    return getBatch(client, arrived[0].openedIn);
  };
  const note = (when: string, price: bigint, batch: BatchState, expected: 'blobs' | 'calldata'): void => {
    const carrier = batch.carrier?.carrier ?? 'nothing';
    if (carrier !== expected || batch.blobs.length > 0 !== (expected === 'blobs'))
      problems.push(`${when}: batch ${batch.number} went into ${carrier} with ${batch.blobs.length} blobs, not into ${expected}`);
    const why = batch.carrier?.reason ?? '';
    if (!why.includes('gwei')) problems.push(`${when}: the node does not say why: "${why}"`);
    phases.push({ when, blobGasPrice: `${price}`, batch: batch.number, carrier, blobs: batch.blobs.length, why });
  };

  log('1/4 blobs are cheap');
  const usual = await setBlobPrice(chain, USUAL);
  note('usual', usual, await arrive('before'), 'blobs');
  const [ann, bob] = drill.residents;
  await endow(drill, [
    [ann, ONE, 1_000n],
    [bob, ONE, 1n],
  ]);

  log('2/4 the blob base fee rises a thousandfold while the next batch is being proven');
  let [takenApart, high] = [0, 0n];
  let rise: Promise<bigint> | undefined;
  const stopWatching = node.subscribe(({ type }) => {
    if (type === 'sealed') rise ??= blobPrice(chain).then((price) => setBlobPrice(chain, price * FACTOR));
    if (type === 'discarded') takenApart++;
  });
  const before = await blobPrice(chain);
  const during = await arrive('during');
  high = (await rise) ?? 0n;
  stopWatching();
  note('spike', high, during, 'calldata');
  if (high < before * (FACTOR / 2n)) problems.push(`the price went from ${before} to ${high} only`);
  if (takenApart === 0) problems.push('the batch that was sealed for blobs was not taken apart');
  const { carrier } = await getStatus(client);
  if (carrier?.carrier !== 'calldata' || !carrier.reason.includes('calldata')) problems.push('the status does not say calldata');

  const [account, to] = [await getAccount(client, ann.account), await getAccount(client, bob.account)];
  const paid = await transfer(client, { key: ann.key, account, to, asset: ONE, amount: 10n, until: await inAnHour(drill) });
  model.add(ann.name, ONE, -10n);
  model.add(bob.name, ONE, 10n);
  await settledBatchOf(drill, paid.id);

  log('3/4 blocks pass, blobs become cheap again');
  const { price, blocks } = await mineUntilBlobsCost(chain, before);
  const after = await arrive('after');
  note('after', price, after, 'blobs');
  const verified = await verifySettledBatch(client, after.number);
  if (!verified.accepted || verified.settledOnL1 !== true)
    problems.push(`the proof of batch ${after.number} with its blob: ${verified.reason}`);

  log('4/4 check: a rebuild from calldata and blobs against the model, the core’s tokens against what it owes');
  await untilSettled(drill);
  const { report, state } = await rebuildFromL1(drill, '--blobs', `${drill.dataDirectory}/node/blobs`);
  if (report.fromBlobs < 2) problems.push(`only ${report.fromBlobs} batches were rebuilt from blobs`);
  return {
    story: 'blob-spike',
    ok: problems.length === 0,
    phases,
    spike: { from: `${before}`, to: `${high}`, factor: Math.round(Number(high) / Number(before)), batchesTakenApart: takenApart },
    blocksUntilCheap: blocks,
    rebuilt: report,
    people: await checkEverybody(drill, state),
    problems: [...problems],
  };
}
