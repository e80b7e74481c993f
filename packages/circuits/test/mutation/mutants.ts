/**
 * The mutants of an AIR, and what kills each.
 *
 * - **drop** a constraint: killed by a false trace that breaks this constraint only.
 * - **unchecked** lookup: the value need not be in its range table; killed by a false trace with a value outside.
 * - **swap** two neighbouring columns in a constraint, or two fields of a tuple: killed by a true trace that it refuses, or a false one that it accepts.
 * - **silent** interaction: it puts nothing on its bus; killed by a true trace whose bus no longer balances.
 *
 * A false trace is a whole batch (`batch`) if the lie can be repaired through all chips up to the public values, else rows of one chip that it
 * alone would have to refuse (`chip`), whatever the other ends of its buses hold; range tables and compressions stay true in both.
 */
import { neg, P } from '@weir/crypto/field';
import type { Air } from '@weir/stark/air/ir';
import { StripMachine } from '@weir/stark/air/strip';
import { type HonestBatch, isRangeTable, type Lack, type Lie, type Random, tryLie } from './liar.ts';
import { formValue, RowModel } from './rowModel.ts';

export type Operator = 'drop' | 'unchecked' | 'swap' | 'silent';

type Pair = readonly [number, number];

export interface Mutant {
  /** `chip/constraint: drop`, `chip > interaction: silent`, … */
  readonly name: string;
  readonly chip: number;
  readonly operator: Operator;
  readonly constraint?: number;
  readonly interaction?: number;
  /** Of `swap`: two columns, or two fields. */
  readonly pair?: Pair;
}

export interface Outcome {
  readonly mutant: string;
  readonly killedBy: 'batch' | 'chip' | 'true trace' | 'nothing';
}

export function mutantsOf(air: Air): Mutant[] {
  const tables = new Set(air.chips.filter(isRangeTable).map(({ interactions }) => interactions[0].bus));
  return air.chips.flatMap((chip, j) => {
    if (isRangeTable(chip)) return [];
    const model = new RowModel(chip);
    const constraints = chip.constraintNames.flatMap((name, constraint): Mutant[] => {
      const here = { chip: j, constraint };
      const pair = pairOf(model, constraint);
      const drop: Mutant = { name: `${chip.name}/${name}: drop`, operator: 'drop', ...here };
      return pair ? [drop, { name: `${chip.name}/${name}: swap`, operator: 'swap', ...here, pair }] : [drop];
    });
    const interactions = chip.interactions.flatMap(({ name, bus, tuple }, interaction): Mutant[] => {
      const here = { chip: j, interaction };
      const silent: Mutant = { name: `${chip.name} > ${name}: silent`, operator: 'silent', ...here };
      if (tables.has(bus)) return [silent, { name: `${chip.name} > ${name}: unchecked`, operator: 'unchecked', ...here }];
      const differ = tuple.findIndex((form, i) => i > 0 && JSON.stringify(form) !== JSON.stringify(tuple[i - 1]));
      if (differ < 0) return [silent];
      return [silent, { name: `${chip.name} > ${name}: swap`, operator: 'swap', ...here, pair: [differ - 1, differ] }];
    });
    return [...constraints, ...interactions];
  });
}

export interface Effort {
  readonly batchAttempts: number;
  readonly chipAttempts: number;
}

export class Hunt {
  private readonly batches: readonly HonestBatch[];
  private readonly seed: number;

  constructor(batches: readonly HonestBatch[], seed: number) {
    this.batches = batches;
    this.seed = seed;
  }

  /** Deterministic in the mutant's name and the seed. */
  kill(mutant: Mutant, effort: Effort): Outcome {
    return { mutant: mutant.name, killedBy: this.killer(mutant, effort) };
  }

  private killer(mutant: Mutant, effort: Effort): Outcome['killedBy'] {
    const { operator, chip, interaction, constraint } = mutant;
    switch (operator) {
      case 'silent':
        return this.emits(chip, interaction as number) ? 'true trace' : 'nothing';
      case 'swap':
        return this.refusesATruth(mutant) ? 'true trace' : this.acceptsALie(mutant, effort);
      default: {
        const lack: Lack =
          operator === 'drop'
            ? { kind: 'constraint', chip, constraint: constraint as number }
            : { kind: 'lookup', chip, interaction: interaction as number };
        return this.findLie(mutant, lack, effort)?.scope ?? 'nothing';
      }
    }
  }

  /** The first lie that holds without what the mutant lacks. */
  findLie(
    { name, chip }: Pick<Mutant, 'name' | 'chip'>,
    lack: Lack,
    effort: Effort,
    accept: (lie: Lie) => boolean = () => true,
  ): Lie | undefined {
    const random = seeded(`${name} ${this.seed}`);
    const usable = this.batches.filter(({ active }) => active[chip].length > 0);
    if (usable.length === 0) return undefined;
    for (const scope of ['batch', 'chip'] as const) {
      const attempts = scope === 'batch' ? effort.batchAttempts : effort.chipAttempts;
      for (let attempt = 0; attempt < attempts; attempt++) {
        const batch = usable[random(usable.length)];
        const rows = batch.active[chip];
        const lie = tryLie(batch, lack, scope, rows[random(rows.length)], random);
        if (lie && confirm(batch, lack, lie) && accept(lie)) return lie;
      }
    }
    return undefined;
  }

  private emits(chip: number, i: number): boolean {
    return this.someRow(chip, (cells, batch) => formValue(batch.air.chips[chip].interactions[i].multiplicity, cells) !== 0);
  }

  private someRow(chip: number, holds: (cells: Uint32Array, batch: HonestBatch) => boolean): boolean {
    return this.batches.some((batch) => batch.active[chip].some((row) => holds(batch.cells(chip, row), batch)));
  }

  private refusesATruth({ chip, constraint, interaction, pair }: Mutant): boolean {
    return this.someRow(chip, (cells, batch) => {
      const model = batch.models[chip];
      if (constraint !== undefined) return model.constraint(constraint, swapped(cells, pair as Pair)) !== 0;
      const { multiplicity, tuple } = model.chip.interactions[interaction as number];
      const [a, b] = (pair as Pair).map((field) => formValue(tuple[field], cells));
      return a !== b && formValue(multiplicity, cells) !== 0;
    });
  }

  private acceptsALie(mutant: Mutant, effort: Effort): Outcome['killedBy'] {
    const { chip, constraint, pair } = mutant;
    if (constraint === undefined) return 'nothing';
    const model = this.batches[0].models[chip];
    const accepts = (lie: Lie): boolean =>
      lie.rows.every(
        ({ chip: j, row, cells }) => j !== chip || model.constraint(constraint, swapped(Uint32Array.of(...cells, row), pair as Pair)) === 0,
      );
    return this.findLie(mutant, { kind: 'constraint', chip, constraint }, effort, accepts)?.scope ?? 'nothing';
  }
}

/** The two columns that `swap` exchanges: the first two neighbours in the constraint that are not alike to it. */
function pairOf(model: RowModel, k: number): Pair | undefined {
  const columns = model.constraintColumns[k];
  const random = seeded(model.chip.constraintNames[k]);
  const somewhere = Uint32Array.from({ length: model.width + 1 }, () => random(P));
  const value = model.constraint(k, somewhere);
  for (let i = 0; i + 1 < columns.length; i++) {
    const pair = [columns[i], columns[i + 1]] as const;
    const exchanged = model.constraint(k, swapped(somewhere, pair));
    // Equal, or the negative, everywhere: the same rows satisfy it.
    if (exchanged !== value && exchanged !== neg(value)) return pair;
  }
  return undefined;
}

function swapped(cells: Uint32Array, [a, b]: Pair): Uint32Array {
  const out = cells.slice();
  [out[a], out[b]] = [cells[b], cells[a]];
  return out;
}

/** By the strip machine, which shares no code with the search: each lied row breaks what the mutant lacks, or nothing. */
function confirm({ air }: HonestBatch, lack: Lack, { rows }: Lie): boolean {
  return rows.every(({ chip, row, cells }) => {
    const machine = new StripMachine(air.chips[chip].program);
    machine.load(
      [...cells].map((cell) => Uint32Array.of(cell)),
      0,
      1,
    );
    machine.values[cells.length][0] = row;
    let fine = true;
    machine.run(1, (constraint, values) => {
      if (values[0] !== 0 && !(lack.kind === 'constraint' && lack.chip === chip && lack.constraint === constraint)) fine = false;
    });
    return fine;
  });
}

/** splitmix32 over a text. */
export function seeded(text: string): Random {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return (below) => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    z ^= z >>> 15;
    return Math.floor(((z >>> 0) / 2 ** 32) * below);
  };
}
