/** A short seeded run of `npm run fuzz:proof`: the two verifiers agree on spoiled proofs of the production circuit, and accept none. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fuzz, subjectOf } from './fuzz/fuzz.ts';
import { OPERATORS, type Subject } from './fuzz/mutators.ts';
import { type Scene, setScene } from './support/hostile.ts';

const DRAWS = 300;

let scene: Scene;
let subject: Subject;
beforeAll(async () => {
  scene = await setScene();
  subject = await subjectOf(scene);
});
afterAll(() => scene?.stop());

it('both accept the two true proofs', async () => {
  for (const question of [subject.question, subject.other.question]) expect(await scene.verifyOnL1(question)).toBe('accepted');
});

it('the verdicts are the same on spoiled proofs of every kind (seeded)', async () => {
  const report = await fuzz(scene, subject, 1, { seconds: 50, draws: DRAWS });
  expect(report.disagreements).toEqual([]);
  expect(report.tried).toBeGreaterThan(20);
  // A slow machine may run out of time before every way was drawn; that each way draws something is seen on a fast one.
  if (report.tried > 0.8 * DRAWS) expect(Object.keys(report.byOperator).sort()).toEqual(Object.keys(OPERATORS).sort());
});
