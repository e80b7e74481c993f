import { expect, it } from 'vitest';
import { fuzzSettle } from './fuzz/settleFuzz.ts';

/** `npm run fuzz:settle` flips them all. */
it('a settled batch is bound to every byte of statement, blob and signatures', { timeout: 300_000 }, async () => {
  const report = await fuzzSettle({ stride: 41, blobFlips: 2, seed: 7, log: () => undefined });
  expect(report.honest).toBe('accepted');
  expect(report.accepted).toEqual([]);
  const pieces = ['statement', 'digest', 'y', 'commitment', 'opening proof', 'blob hash', 'data digest', 'signatures', 'blob'];
  expect(Object.keys(report.verdicts)).toEqual(pieces);
  // The forged blob is one, and its opening is true: only the proof knows better.
  expect(Object.keys(report.verdicts['blob'])).not.toContain('BlobOpeningRefused');
});
