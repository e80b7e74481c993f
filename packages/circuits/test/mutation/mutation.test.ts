/**
 * A seeded sample of what `npm run mutate` does for all mutants: each is killed by a false (or a true) trace, or listed with its reason. And the list is up to
 * date: every entry names mutants that exist and that the same search does not kill.
 */
import { StripMachine } from '@weir/stark/air/strip';
import { describe, expect, it } from 'vitest';
import { chipsAir } from '../support/world.ts';
import { corpus } from './corpus.ts';
import { Hunt, type Mutant, mutantsOf, seeded } from './mutants.ts';
import { REDUNDANT, UNDECIDED } from './survivors.ts';

const SAMPLE = 90;
const EFFORT = { batchAttempts: 3, chipAttempts: 600 };
/** A search for a lie through a whole addition of points takes seconds. */
const SLOW = new Set(['schnorrStep', 'words', 'poseidon']);

const batches = corpus();
const hunt = new Hunt(batches, 1);
const mutants = mutantsOf(chipsAir);
const isListed = ({ name }: Mutant): boolean => [...REDUNDANT, ...UNDECIDED].some(({ mutants: names }) => names.test(name));

function sample(from: readonly Mutant[], count: number, seed: string): Mutant[] {
  const random = seeded(seed);
  return [...from]
    .map((mutant) => ({ mutant, at: random(2 ** 30) }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

describe('constraint mutation', () => {
  it('every chip has an active row in some true batch', () => {
    const idle = chipsAir.chips.filter(
      (chip, j) => chip.constraintNames.length > 0 && batches.every(({ active }) => active[j].length === 0),
    );
    expect(idle.map(({ name }) => name)).toEqual([]);
  });

  it('a constraint evaluated alone is what the strip machine gives', () => {
    const random = seeded('rows');
    const [{ models }] = batches;
    for (const model of models) {
      const row = Uint32Array.from({ length: model.width + 1 }, () => random(0x7f000001));
      row[model.width] = 0;
      const machine = new StripMachine(model.chip.program);
      machine.load(
        [...row.subarray(0, model.width)].map((cell) => Uint32Array.of(cell)),
        0,
        1,
      );
      machine.run(1, (constraint, values) => {
        expect(model.constraint(constraint, row), `${model.chip.name}/${model.chip.constraintNames[constraint]}`).toBe(values[0]);
      });
    }
  });

  const quick = mutants.filter((mutant) => !SLOW.has(chipsAir.chips[mutant.chip].name));
  it('a sample of mutants is killed', () => {
    const survivors = sample(
      quick.filter((mutant) => !isListed(mutant)),
      SAMPLE,
      'mutants',
    ).filter((mutant) => hunt.kill(mutant, EFFORT).killedBy === 'nothing');
    // The search draws at random: in a sample this large it may need more attempts for one.
    expect(survivors.length, survivors.map(({ name }) => name).join(', ')).toBeLessThanOrEqual(2);
  });

  it('what is listed exists, and survives', () => {
    for (const { mutants: names } of [...REDUNDANT, ...UNDECIDED]) {
      const named = mutants.filter(({ name }) => names.test(name));
      expect(named.length, String(names)).toBeGreaterThan(0);
    }
    const redundant = quick.filter(({ name }) => REDUNDANT.some(({ mutants: names }) => names.test(name)));
    for (const mutant of sample(redundant, 12, 'redundant')) {
      expect(hunt.kill(mutant, { batchAttempts: 2, chipAttempts: 200 }).killedBy, mutant.name).toBe('nothing');
    }
  });
});
