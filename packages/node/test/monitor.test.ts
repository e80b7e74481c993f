import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommitteeDuty } from '../src/da/committeeDuty.ts';
import type { L1 } from '../src/l1/client.ts';
import { createMetrics } from '../src/metrics/metrics.ts';
import { Monitor } from '../src/monitor.ts';
import { batches } from '../src/storage/schema.ts';
import { person } from './support/people.ts';
import { createWorld, NOW, type World } from './support/world.ts';

const HOUR = 3_600;
const logged: Record<string, unknown>[] = [];
const logger = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) });

let world: World;
let monitor: Monitor;
/** First forced request that L1 has seen no answer to. */
let cursor = 0n;
const metrics = createMetrics();

beforeAll(async () => {
  world = await createWorld();
  const client = { readContract: () => Promise.resolve([0n, 0n, 0n, cursor]) };
  monitor = new Monitor({
    ...{ l1: { client, core: '0x' } as unknown as L1, queries: world.queries, metrics, logger },
    duty: new CommitteeDuty({ committee: undefined, queries: world.queries, patience: 2, logger }),
    committee: { members: 0, threshold: 0 },
  });
});
afterAll(() => world.close());

const at = async (now: number): Promise<readonly string[]> => {
  await monitor.round(now);
  return monitor.alarms;
};
const said = () => logged.splice(0).map(({ msg, alarm }) => `${String(msg)} ${String(alarm)}`);

it('sounds when a forced request is half as old as L1 lets trading go on for, until L1 has seen the answer', async () => {
  expect(await at(NOW)).toEqual([]);
  await world.forcedExit(0, person(1).l1Owner);
  expect(await at(NOW + 12 * HOUR)).toEqual([]);
  expect(await at(NOW + 12 * HOUR + 1)).toEqual(['forcedRequests']);
  expect(await metrics.registry.getSingleMetricAsString('weir_forced_age_seconds')).toContain(String(12 * HOUR + 1));
  // Sealing an answer is not enough: L1 must have it.
  expect(await at(NOW + 13 * HOUR)).toEqual(['forcedRequests']);
  expect(said()).toEqual(['ALARM forcedRequests']);
  cursor = 1n;
  expect(await at(NOW + 13 * HOUR)).toEqual([]);
  expect(said()).toEqual(['alarm over forcedRequests']);
});

it('sounds when a batch has waited for half of its window', async () => {
  await world.open(person(0));
  expect(await at(NOW + HOUR)).toEqual([]);
  expect(await at(NOW + HOUR + 1)).toEqual(['unsettledBatches']);
  await world.queries.update(batches).set({ status: 'settled' }).where(eq(batches.number, 1));
  expect(await at(NOW + HOUR + 1)).toEqual([]);
});
