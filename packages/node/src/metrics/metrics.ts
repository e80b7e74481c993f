/** Prometheus metrics of one node. Every metric of the node is declared here. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  readonly requests: Counter<'kind' | 'outcome'>;
  readonly batchesSealed: Counter;
  readonly batchTransactions: Histogram;
  readonly proveSeconds: Histogram;
  readonly unprovenBatches: Gauge;
  readonly lastBatch: Gauge<'stage'>;
  readonly componentFailures: Counter<'component'>;
  readonly forcedWaiting: Gauge;
  readonly forcedAge: Gauge;
  readonly unsettledAge: Gauge;
  readonly committeeUp: Gauge;
  readonly committeeFallback: Gauge;
  readonly blobsSent: Counter;
  readonly replacements: Counter;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: 'weir_requests_total',
      help: 'Requests by kind and outcome (accepted or the refusal code)',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    batchesSealed: new Counter({ name: 'weir_batches_sealed_total', help: 'Batches sealed', registers }),
    batchTransactions: new Histogram({
      name: 'weir_batch_transactions',
      help: 'Transactions per batch',
      buckets: [1, 4, 16, 64, 256, 1024, 4096],
      registers,
    }),
    proveSeconds: new Histogram({
      name: 'weir_prove_seconds',
      help: 'Proving time of a batch',
      buckets: [1, 2, 5, 10, 20, 40, 80, 160],
      registers,
    }),
    unprovenBatches: new Gauge({ name: 'weir_unproven_batches', help: 'Sealed batches that wait for their proof', registers }),
    lastBatch: new Gauge({ name: 'weir_last_batch', help: 'Number of the last batch by stage', labelNames: ['stage'], registers }),
    componentFailures: new Counter({
      name: 'weir_component_failures_total',
      help: 'Failed rounds of a pipeline component',
      labelNames: ['component'],
      registers,
    }),
    forcedWaiting: new Gauge({ name: 'weir_forced_waiting', help: 'Forced requests that L1 has not seen answered', registers }),
    forcedAge: new Gauge({ name: 'weir_forced_age_seconds', help: 'Age of the oldest of them, by L1 time', registers }),
    unsettledAge: new Gauge({ name: 'weir_unsettled_age_seconds', help: 'Age of the oldest batch that is not settled', registers }),
    committeeUp: new Gauge({ name: 'weir_committee_up', help: 'Committee members whose last answer was good', registers }),
    committeeFallback: new Gauge({
      name: 'weir_committee_fallback',
      help: '1 while validium data is published because the committee does not sign',
      registers,
    }),
    blobsSent: new Counter({ name: 'weir_blobs_total', help: 'Blobs sealed into batches', registers }),
    replacements: new Counter({ name: 'weir_replacements_total', help: 'Settle transactions replaced by dearer ones', registers }),
  };
}
