/** The batches whose traces are tampered with: together they have an active row of every chip. A new chip adds its batch here. */
import type { BatchWitness } from '../../src/trace/witness.ts';
import { leggedClearing, variedClearing } from './clearings.ts';
import { l1OrderBatch } from './l1Orders.ts';
import { redemptionBatch } from './redemptions.ts';
import { movingBatch, smallBatch } from './world.ts';

export const BATCHES: readonly (() => BatchWitness)[] = [
  smallBatch,
  redemptionBatch,
  variedClearing,
  leggedClearing,
  movingBatch,
  l1OrderBatch,
];
