/** The node's middle without L1 and prover: database, ledger, sequencer, API. What L1 would say is written into its tables. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toHex } from '@weir/foundation/bytes';
import { digestBytes } from '@weir/protocol/statement/header';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { createApi } from '../../src/api/server.ts';
import { Ledger } from '../../src/batcher/ledger.ts';
import { Sequencer, type SequencerOptions } from '../../src/batcher/sequencer.ts';
import { BlobArchive } from '../../src/da/archive.ts';
import type { Publisher } from '../../src/da/publisher.ts';
import { Events } from '../../src/events.ts';
import type { DepositContent, RideContent } from '../../src/l1/follower.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import type { Queries } from '../../src/storage/database.ts';
import { batches, l1Assets, l1Deposits, l1ForcedExits, l1Rides } from '../../src/storage/schema.ts';
import { startTestDatabase } from './database.ts';
import { instance, limbs, openRequest, type Person } from './people.ts';

export const NOW = 1_790_000_000;
export const [USDC, SHARES] = [1, 2];

export interface World {
  readonly databaseUrl: string;
  readonly queries: Queries;
  readonly ledger: Ledger;
  readonly sequencer: Sequencer;
  readonly api: FastifyInstance;
  readonly events: Events;
  readonly unwell: string[];
  now: number;
  /** L1 takes no more batches. */
  over: boolean;
  /** Posts a request. */
  send(body: unknown): Promise<{ status: number; json: Record<string, unknown> }>;
  get(path: string): Promise<{ status: number; json: Record<string, unknown> }>;
  /** Seals whatever waits; the number of the new batch, if there was anything. */
  seal(): Promise<number | undefined>;
  /** Takes out what a batch needs a proof for: so that the next may be sealed. */
  deposit(who: Person, asset: number, amount: bigint, overrides?: Partial<DepositContent>): Promise<number>;
  forcedExit(account: number, requester: `0x${string}`): Promise<void>;
  ride(ticket: number, overrides?: Partial<RideContent>): Promise<void>;
  open(...people: Person[]): Promise<void>;
  close(): Promise<void>;
}

/** A chain without blobs, and no committee. */
export const testPublisher = (changes: Partial<Publisher> = {}): Publisher => ({
  policy: 'auto',
  prices: () => Promise.resolve({ gas: 10n ** 9n, blobGas: undefined }),
  validiumData: () => true,
  store: () => Promise.reject(new Error('this world has no blobs')),
  ...changes,
});

export async function createWorld(overrides: Partial<SequencerOptions> = {}): Promise<World> {
  const database = await startTestDatabase();
  const { queries } = database;
  for (const number of [USDC, SHARES])
    await queries.insert(l1Assets).values({ number, token: `0x${'0'.repeat(39)}${number}`, quantum: '1', block: 1 });
  const ledger = await Ledger.load(queries);
  const logger = pino({ level: process.env['WEIR_TEST_LOG'] ?? 'silent' });
  const options: SequencerOptions = {
    queries,
    logger,
    instance,
    instanceLimbs: limbs,
    rewardRecipient: `0x${'99'.repeat(20)}`,
    operatorAccount: 0,
    maxTransactions: 64,
    maxStatementBytes: 23_000,
    maxAgeMs: 0,
    forcedWaitSeconds: 0,
    maxUnproven: 1_000,
    rideWaitSeconds: 0,
    ridePolicy: { kind: 'immediate' },
    publisher: testPublisher(),
    ...overrides,
  };
  const sequencer = new Sequencer(options, ledger);
  const events = new Events();
  const unwell: string[] = [];
  const world = { now: NOW, over: false };
  const api = await createApi({
    queries,
    ledger,
    metrics: createMetrics(),
    logger,
    intake: { queries, instance: limbs, ledger, operatorAccount: 0, maxWaiting: 100, now: () => world.now, over: () => world.over },
    quote: { sequencer, queries, now: () => world.now, maxBatchAgeMs: 5_000 },
    deployment: { chainId: 31_337, core: `0x${'c0'.repeat(20)}`, pool: `0x${'d0'.repeat(20)}`, profile: 'default', operatorAccount: 0 },
    unwell: () => unwell,
    archive: new BlobArchive(join(tmpdir(), 'weir-no-blobs')),
    alarms: () => [],
    l1: () => ({ l1Time: world.now, sunset: null, frozen: world.over }),
    volition: () => ({ policy: 'auto', committee: 0, threshold: 0, publishes: true }),
    subscribe: (listener) => events.subscribe(listener),
  });
  await api.ready();
  const answer = ({ statusCode, payload }: { statusCode: number; payload: string }) => ({
    status: statusCode,
    json: JSON.parse(payload) as Record<string, unknown>,
  });
  let [deposits, exits] = [0, 0];
  return Object.assign(world, {
    databaseUrl: database.url,
    queries,
    ledger,
    sequencer,
    api,
    events,
    unwell,
    send: async (body: unknown) => {
      const payload = typeof body === 'string' ? body : JSON.stringify(body);
      return answer(
        await api.inject({ method: 'POST', url: '/v1/transactions', headers: { 'content-type': 'application/json' }, payload }),
      );
    },
    get: async (url: string) => answer(await api.inject({ method: 'GET', url })),
    seal: async () => (await sequencer.seal(world.now))?.number,
    deposit: async (who: Person, asset: number, amount: bigint, more: Partial<DepositContent> = {}) => {
      const content: DepositContent = {
        account: who.account,
        asset,
        amount: `${amount}`,
        slot: asset - 1,
        headerDigest: toHex(digestBytes(who.digest)),
        depositor: who.l1Owner,
        ...more,
      };
      await queries.insert(l1Deposits).values({ index: deposits, content, block: 1 });
      return deposits++;
    },
    forcedExit: async (account: number, requester: `0x${string}`) => {
      await queries
        .insert(l1ForcedExits)
        .values({ index: exits++, content: { kind: 'forcedExit', account, slots: 0xffff, requester }, requestedAt: world.now, block: 1 });
    },
    ride: async (ticket: number, more: Partial<RideContent> = {}) => {
      const content: RideContent = {
        adapter: `0x${'ad'.repeat(20)}`,
        direction: 0,
        assetIn: USDC,
        assetOut: SHARES,
        referenceIn: '100',
        referenceOut: '95',
        worstIn: '100',
        worstOut: '90',
        minSize: '1',
        maxSize: '1000000',
        boardBy: NOW + 3_600,
        departBy: NOW + 90_000,
        settleBy: NOW + 100_000,
        ...more,
      };
      await queries.insert(l1Rides).values({ ticket, content, block: 1 });
    },
    open: async (...people: Person[]) => {
      for (const who of people) {
        const { status } = answer(
          await api.inject({
            method: 'POST',
            url: '/v1/transactions',
            headers: { 'content-type': 'application/json' },
            payload: JSON.stringify(openRequest(who)),
          }),
        );
        if (status !== 202) throw new Error(`account ${who.account} is not accepted`);
      }
      await sequencer.seal(world.now);
    },
    close: async () => {
      await api.close();
      await database.close();
    },
  });
}

/** Every row of the tables that a request can change: to see that nothing changed. */
export async function snapshotOf({ queries, ledger }: World) {
  const rows = await queries.query.transactions.findMany();
  return { rows, batches: await queries.$count(batches), batch: ledger.batchNumber };
}
