/**
 * What an operator must hear of in time: forced requests, batches that do not settle, a committee that gets thin. Every alarm sounds at
 * half of the time that is left on L1, once when it starts and once an hour while it lasts.
 */
import { weirAbi } from '@weir/abi/weir';
import { and, asc, count, gte, min, notInArray } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { CommitteeDuty } from './da/committeeDuty.ts';
import type { L1 } from './l1/client.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Queries } from './storage/database.ts';
import { batches, l1ForcedExits } from './storage/schema.ts';

/** L1 refuses trading past a forced request of 24 h; and a batch two hours after its timestamp. */
const FORCED_ALARM_SECONDS = 12 * 3600;
const SETTLE_ALARM_SECONDS = 3600;
const REPEAT_MS = 3_600_000;

export interface MonitorOptions {
  readonly l1: L1;
  readonly queries: Queries;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly duty: CommitteeDuty;
  readonly committee: { readonly members: number; readonly threshold: number };
}

export type Alarm = 'forcedRequests' | 'unsettledBatches' | 'committeeThin' | 'committeeDown';

export class Monitor {
  readonly #options: MonitorOptions;
  /** alarm → when it was last logged. */
  readonly #sounding = new Map<Alarm, number>();

  constructor(options: MonitorOptions) {
    this.#options = options;
  }

  get alarms(): readonly Alarm[] {
    return [...this.#sounding.keys()];
  }

  /** `now`: L1 time. */
  async round(now: number): Promise<void> {
    await this.#forced(now);
    await this.#unsettled(now);
    this.#committee();
  }

  async #forced(now: number): Promise<void> {
    const { l1, queries, metrics } = this.#options;
    // What L1 has seen answered, not what we have sealed.
    const queues = await l1.client.readContract({ address: l1.core, abi: weirAbi, functionName: 'queues' });
    const cursor = Number(queues[3]);
    const open = gte(l1ForcedExits.index, cursor);
    const [{ waiting }] = await queries.select({ waiting: count() }).from(l1ForcedExits).where(open);
    const [oldest] = await queries.select().from(l1ForcedExits).where(open).orderBy(asc(l1ForcedExits.index)).limit(1);
    const age = oldest === undefined ? 0 : Math.max(0, now - oldest.requestedAt);
    metrics.forcedWaiting.set(waiting);
    metrics.forcedAge.set(age);
    this.#sound('forcedRequests', age > FORCED_ALARM_SECONDS, { waiting, age, first: oldest?.index });
  }

  async #unsettled(now: number): Promise<void> {
    const { queries, metrics } = this.#options;
    const [{ since }] = await queries
      .select({ since: min(batches.timestamp) })
      .from(batches)
      .where(and(notInArray(batches.status, ['settled', 'final'])));
    const age = since === null ? 0 : Math.max(0, now - since);
    metrics.unsettledAge.set(age);
    this.#sound('unsettledBatches', age > SETTLE_ALARM_SECONDS, { age });
  }

  #committee(): void {
    const { metrics, duty, committee } = this.#options;
    if (committee.members === 0) return;
    const up = duty.membersUp;
    metrics.committeeUp.set(up);
    metrics.committeeFallback.set(duty.publishes ? 1 : 0);
    // One more member away, and nothing is signed any more.
    const isThin = committee.members > committee.threshold && up <= committee.threshold;
    this.#sound('committeeThin', isThin && !duty.publishes, { up, ...committee });
    this.#sound('committeeDown', duty.publishes, { up, ...committee });
  }

  #sound(alarm: Alarm, isOn: boolean, details: Record<string, unknown>): void {
    const { logger } = this.#options;
    const last = this.#sounding.get(alarm);
    if (!isOn) {
      if (last !== undefined) logger.info({ alarm }, 'alarm over');
      this.#sounding.delete(alarm);
      return;
    }
    if (last !== undefined && Date.now() - last < REPEAT_MS) return;
    logger.error({ alarm, ...details }, 'ALARM');
    this.#sounding.set(alarm, Date.now());
  }
}
