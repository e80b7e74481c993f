/**
 * Lowers authored chips to the register machine of `ir.ts` and binds everything in a digest.
 *
 * Linear algebra is flattened through any depth of sums; only products, and sums that the author marks as `shared`, cost an instruction of
 * their own. Equal products and equal forms are computed once. A mistake in an AIR is a bug of its author, so lints throw, with a code and
 * the place.
 */

import { mul as mulModP, P } from '@weir/crypto/field';
import { keccak256 } from '@weir/crypto/keccak';
import { CodedError } from '@weir/foundation/codedError';
import type { AnyChip } from './builder.ts';
import type { Expr } from './expr.ts';
import type { Air, CompiledChip, Instruction, Interaction, LinearForm, Operand, Program } from './ir.ts';

export type AirLintCode =
  | 'DEGREE_TOO_HIGH'
  | 'INTERACTION_NOT_LINEAR'
  | 'TUPLE_LENGTH_MISMATCH'
  | 'UNKNOWN_BUS'
  | 'BAD_BUS'
  | 'DUPLICATE_NAME'
  | 'UNUSED_COLUMN'
  | 'NEEDLESS_EXEMPTION'
  | 'CONSTANT_CONSTRAINT'
  | 'BAD_HEIGHT'
  | 'BAD_PUBLIC_GROUPS'
  | 'PROGRAM_TOO_LARGE';

export class AirLintError extends CodedError<AirLintCode> {}

const MAX_DEGREE = 3;
/** A sane bound: every backend addresses operands with two bytes (the one on L1 takes fewer and says so itself). */
const MAX_OPERANDS = 1 << 16;
/** A column has at most 2^24 rows: row numbers and heights stay far below p. */
const MAX_LOG_HEIGHT = 24;

export const PUBLIC_BUS = { name: 'public', tag: 1, length: 9 } as const;

export type Buses = Air['buses'];

function lint(condition: unknown, code: AirLintCode, message: string): asserts condition {
  if (!condition) throw new AirLintError(code, message);
}

/** Declares the buses: tags are distinct and nonzero, so that tuples of two buses never share a fingerprint. Adds `public` (tag 1, length 9). */
export function defineBuses<const Spec extends Record<string, { readonly tag: number; readonly length: number }>>(
  spec: Spec,
): Spec & { readonly public: { readonly tag: 1; readonly length: 9 } } {
  const all = { ...spec, public: { tag: PUBLIC_BUS.tag, length: PUBLIC_BUS.length } } as const;
  const byTag = new Map<number, string>();
  for (const [name, { tag, length }] of Object.entries(all)) {
    lint(Number.isInteger(tag) && tag > 0 && tag < P, 'BAD_BUS', `bus ${name}: tag ${tag} is not in [1, p)`);
    lint(Number.isInteger(length) && length > 0 && length < 256, 'BAD_BUS', `bus ${name}: length ${length} is not in [1, 255]`);
    lint(!byTag.has(tag), 'BAD_BUS', `buses ${byTag.get(tag)} and ${name} share tag ${tag}`);
    byTag.set(tag, name);
  }
  return all;
}

/** A linear form over *atoms*: columns, the row number, and products (numbered after them). */
interface Form {
  readonly constant: number;
  readonly terms: ReadonlyMap<number, number>;
}

function combine(a: Form, b: Form, factor: number): Form {
  const terms = new Map(a.terms);
  for (const [atom, coefficient] of b.terms) {
    const next = ((terms.get(atom) ?? 0) + mulModP(coefficient, factor)) % P;
    if (next === 0) terms.delete(atom);
    else terms.set(atom, next);
  }
  return { constant: (a.constant + mulModP(b.constant, factor)) % P, terms };
}

const ZERO_FORM: Form = { constant: 0, terms: new Map() };
const constantForm = (constant: number): Form => ({ constant, terms: new Map() });
const atomForm = (atom: number): Form => ({ constant: 0, terms: new Map([[atom, 1]]) });

/** A value that needs an instruction; `atom` numbers start after the columns and the row number. */
type Definition =
  | { readonly kind: 'mul'; readonly a: number; readonly b: number; readonly degree: number }
  | { readonly kind: 'lin'; readonly form: Form; readonly degree: number };

/** Turns expressions of one chip into forms over atoms, sharing equal products and equal forms. */
class Lowering {
  readonly definitions: Definition[] = [];
  private readonly rowIndexAtom: number;
  private readonly forms = new Map<Expr, Form>();
  private readonly known = new Map<string, number>();

  constructor(columns: number) {
    this.rowIndexAtom = columns;
  }

  form(root: Expr): Form {
    // Explicit stack: sums of hundreds of terms are left-deep chains.
    const stack: Expr[] = [root];
    while (stack.length > 0) {
      const node = stack[stack.length - 1];
      if (this.forms.has(node)) {
        stack.pop();
        continue;
      }
      const pending = children(node).filter((child) => !this.forms.has(child));
      if (pending.length > 0) stack.push(...pending);
      else {
        this.forms.set(node, this.formOf(node));
        stack.pop();
      }
    }
    return this.get(root);
  }

  degree(form: Form): number {
    return Math.max(0, ...[...form.terms.keys()].map((atom) => this.atomDegree(atom)));
  }

  /** The form with shared sums written out: for interactions, which know no registers. */
  flat(form: Form): Form {
    return [...form.terms].reduce<Form>((total, [atom, coefficient]) => {
      const definition = this.definitions[atom - this.rowIndexAtom - 1];
      return definition?.kind === 'lin'
        ? combine(total, this.flat(definition.form), coefficient)
        : combine(total, atomForm(atom), coefficient);
    }, constantForm(form.constant));
  }

  /** The atom that holds the form's value: the atom itself if the form is just that, else a `lin` definition. */
  atomOf(form: Form): number {
    if (form.constant === 0 && form.terms.size === 1) {
      const [[atom, coefficient]] = form.terms;
      if (coefficient === 1) return atom;
    }
    const sorted = [...form.terms].sort(([a], [b]) => a - b);
    return this.define(`lin ${form.constant} ${sorted.flat().join(' ')}`, () => ({
      kind: 'lin',
      form: { constant: form.constant, terms: new Map(sorted) },
      degree: this.degree(form),
    }));
  }

  private get(node: Expr): Form {
    const form = this.forms.get(node);
    if (form === undefined) throw new Error('unreachable: operand not lowered');
    return form;
  }

  private formOf(node: Expr): Form {
    switch (node.kind) {
      case 'const':
        return constantForm(node.value);
      case 'column':
        return atomForm(node.index);
      case 'rowIndex':
        return atomForm(this.rowIndexAtom);
      case 'add':
        return combine(this.get(node.a), this.get(node.b), 1);
      case 'sub':
        return combine(this.get(node.a), this.get(node.b), P - 1);
      case 'neg':
        return combine(ZERO_FORM, this.get(node.a), P - 1);
      case 'mul':
        return this.product(this.get(node.a), this.get(node.b));
      case 'shared': {
        const form = this.get(node.a);
        if (form.terms.size === 0) return form;
        const [factor, atom] = this.monic(form);
        return combine(ZERO_FORM, atomForm(atom), factor);
      }
    }
  }

  private product(left: Form, right: Form): Form {
    if (left.terms.size === 0) return combine(ZERO_FORM, right, left.constant);
    if (right.terms.size === 0) return combine(ZERO_FORM, left, right.constant);
    const [leftFactor, a] = this.monic(left);
    const [rightFactor, b] = this.monic(right);
    const [low, high] = a < b ? [a, b] : [b, a];
    const atom = this.define(`mul ${low} ${high}`, () => ({
      kind: 'mul',
      a: low,
      b: high,
      degree: this.atomDegree(low) + this.atomDegree(high),
    }));
    return { constant: 0, terms: new Map([[atom, mulModP(leftFactor, rightFactor)]]) };
  }

  /** (factor, atom) with form = factor · atom: 3·x and x share the atom x. */
  private monic(form: Form): [factor: number, atom: number] {
    if (form.constant === 0 && form.terms.size === 1) {
      const [[atom, coefficient]] = form.terms;
      return [coefficient, atom];
    }
    return [1, this.atomOf(form)];
  }

  private atomDegree(atom: number): number {
    return atom <= this.rowIndexAtom ? 1 : this.definitions[atom - this.rowIndexAtom - 1].degree;
  }

  private define(key: string, make: () => Definition): number {
    let atom = this.known.get(key);
    if (atom === undefined) {
      atom = this.rowIndexAtom + 1 + this.definitions.push(make()) - 1;
      this.known.set(key, atom);
    }
    return atom;
  }
}

function children(node: Expr): readonly Expr[] {
  switch (node.kind) {
    case 'add':
    case 'sub':
    case 'mul':
      return [node.a, node.b];
    case 'neg':
    case 'shared':
      return [node.a];
    default:
      return [];
  }
}

const sources = (definition: Definition): readonly number[] =>
  definition.kind === 'mul' ? [definition.a, definition.b] : [...definition.form.terms.keys()];

/** Orders the definitions (depth first, constraints from last to first) and gives them registers, reusing each after its last use. */
function schedule(columns: number, definitions: readonly Definition[], outputs: readonly number[]): Program {
  const firstAtom = columns + 1;
  const order: ({ readonly atom: number } | { readonly constraint: number; readonly atom: number })[] = [];
  const placed = new Set<number>();
  const place = (root: number): void => {
    const stack = [root];
    while (stack.length > 0) {
      const atom = stack[stack.length - 1];
      if (atom < firstAtom || placed.has(atom)) {
        stack.pop();
        continue;
      }
      const pending = sources(definitions[atom - firstAtom]).filter((source) => source >= firstAtom && !placed.has(source));
      if (pending.length > 0) stack.push(...pending.reverse());
      else {
        placed.add(atom);
        order.push({ atom });
        stack.pop();
      }
    }
  };
  for (let constraint = outputs.length - 1; constraint >= 0; constraint--) {
    place(outputs[constraint]);
    order.push({ constraint, atom: outputs[constraint] });
  }

  const lastUse = new Map<number, number>();
  order.forEach((step, at) => {
    const used = 'constraint' in step ? [step.atom] : sources(definitions[step.atom - firstAtom]);
    for (const atom of used) lastUse.set(atom, at);
  });

  const registerOf = new Map<number, number>();
  const free: number[] = [];
  let registers = 0;
  const operand = (atom: number): Operand => (atom < firstAtom ? atom : firstAtom + (registerOf.get(atom) as number));
  const code = order.map((step, at): Instruction => {
    const used = 'constraint' in step ? [step.atom] : sources(definitions[step.atom - firstAtom]);
    const operands = new Map(used.map((atom) => [atom, operand(atom)]));
    const use = (atom: number): Operand => operands.get(atom) as Operand;
    for (const atom of new Set(used)) {
      if (atom >= firstAtom && lastUse.get(atom) === at) free.push(registerOf.get(atom) as number);
    }
    if ('constraint' in step) return { kind: 'assertZero', constraint: step.constraint, a: use(step.atom) };
    // A result may overwrite an operand that dies here: every backend reads a row's operands before it writes the row.
    const dst = free.pop() ?? registers++;
    registerOf.set(step.atom, dst);
    const definition = definitions[step.atom - firstAtom];
    return definition.kind === 'mul'
      ? { kind: 'mul', dst, a: use(definition.a), b: use(definition.b) }
      : {
          kind: 'lin',
          dst,
          form: {
            constant: definition.form.constant,
            terms: [...definition.form.terms].map(([atom, c]) => [use(atom), c] as const).sort((x, y) => x[0] - y[0]),
          },
        };
  });
  return { columns, registers, constraints: outputs.length, code };
}

const toLinearForm = (form: Form): LinearForm => ({
  constant: form.constant,
  terms: [...form.terms].sort(([a], [b]) => a - b),
});

function compileInteraction(chip: AnyChip, buses: Buses, lowering: Lowering, at: number): Interaction {
  const { name, bus, multiplicity, tuple } = chip.interactions[at];
  const where = `${chip.name}/${name}`;
  const declared = Object.hasOwn(buses, bus) ? buses[bus] : undefined;
  lint(declared, 'UNKNOWN_BUS', `${where}: no bus named ${bus}`);
  lint(
    tuple.length === declared.length,
    'TUPLE_LENGTH_MISMATCH',
    `${where}: bus ${bus} takes ${declared.length} values, not ${tuple.length}`,
  );
  const linear = (value: Expr, what: string): LinearForm => {
    const form = lowering.form(value);
    const degree = lowering.degree(form);
    lint(degree <= 1, 'INTERACTION_NOT_LINEAR', `${where}: ${what} has degree ${degree}; commit the product in a column of its own`);
    return toLinearForm(lowering.flat(form));
  };
  return {
    name,
    bus,
    tag: declared.tag,
    multiplicity: linear(multiplicity, 'multiplicity'),
    tuple: tuple.map((value, i) => linear(value, `tuple value ${i}`)),
  };
}

function lintNames(kind: string, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    lint(!seen.has(name), 'DUPLICATE_NAME', `${kind} ${name} is declared twice`);
    seen.add(name);
  }
}

/** A column that nothing reads is a forgotten constraint, unless the chip says why not. */
function lintColumns(chip: AnyChip, used: ReadonlySet<number>): void {
  const isExempt = (name: string): boolean => name in chip.exempt || name.replace(/\[\d+\]$/, '') in chip.exempt;
  const needless = new Set(Object.keys(chip.exempt));
  chip.columnNames.forEach((name, i) => {
    lint(
      used.has(i) || isExempt(name),
      'UNUSED_COLUMN',
      `${chip.name}/${name}: in no constraint and no bus (list it as exempt, with the reason)`,
    );
    if (!used.has(i)) {
      needless.delete(name);
      needless.delete(name.replace(/\[\d+\]$/, ''));
    }
  });
  lint(needless.size === 0, 'NEEDLESS_EXEMPTION', `${chip.name}: exempt but used or unknown: ${[...needless].join(', ')}`);
}

function compileChip(chip: AnyChip, buses: Buses): CompiledChip {
  const { name, minLogHeight, maxLogHeight, columnNames } = chip;
  lint(
    Number.isInteger(minLogHeight) &&
      Number.isInteger(maxLogHeight) &&
      0 <= minLogHeight &&
      minLogHeight <= maxLogHeight &&
      maxLogHeight <= MAX_LOG_HEIGHT,
    'BAD_HEIGHT',
    `${name}: heights 2^${minLogHeight} … 2^${maxLogHeight}`,
  );
  lintNames(
    `${name}: constraint`,
    chip.constraints.map((constraint) => constraint.name),
  );
  lintNames(
    `${name}: interaction`,
    chip.interactions.map((interaction) => interaction.name),
  );

  const lowering = new Lowering(columnNames.length);
  const outputs = chip.constraints.map((constraint) => {
    const form = lowering.form(constraint.value);
    const where = `${name}/${constraint.name}`;
    const degree = lowering.degree(form);
    lint(degree > 0, 'CONSTANT_CONSTRAINT', `${where}: does not depend on the row`);
    lint(degree <= MAX_DEGREE, 'DEGREE_TOO_HIGH', `${where}: degree ${degree}, at most ${MAX_DEGREE}`);
    return lowering.atomOf(form);
  });
  const interactions = chip.interactions.map((_, i) => compileInteraction(chip, buses, lowering, i));
  const program = schedule(columnNames.length, lowering.definitions, outputs);
  lint(program.columns + 1 + program.registers <= MAX_OPERANDS && program.code.length < MAX_OPERANDS, 'PROGRAM_TOO_LARGE', name);

  lintColumns(chip, usedColumns(program, interactions));
  return {
    name,
    columnNames,
    minLogHeight,
    maxLogHeight,
    constraintNames: chip.constraints.map((constraint) => constraint.name),
    program,
    interactions,
  };
}

function usedColumns(program: Program, interactions: readonly Interaction[]): Set<number> {
  const used = new Set<number>();
  const useForm = ({ terms }: LinearForm): void => {
    for (const [operand] of terms) used.add(operand);
  };
  for (const instruction of program.code) {
    if (instruction.kind === 'lin') useForm(instruction.form);
    else {
      used.add(instruction.a);
      if (instruction.kind === 'mul') used.add(instruction.b);
    }
  }
  for (const { multiplicity, tuple } of interactions) [multiplicity, ...tuple].forEach(useForm);
  return used;
}

/** The chip's program with one constraint left out: for tests that show what each constraint is there for. */
export function withoutConstraint(air: Air, chipName: string, constraintName: string): Air {
  const chips = air.chips.map((chip) => {
    if (chip.name !== chipName) return chip;
    const dropped = chip.constraintNames.indexOf(constraintName);
    if (dropped < 0) throw new RangeError(`${chipName} has no constraint ${constraintName}`);
    const code = chip.program.code
      .filter((step) => step.kind !== 'assertZero' || step.constraint !== dropped)
      .map((step) => (step.kind === 'assertZero' && step.constraint > dropped ? { ...step, constraint: step.constraint - 1 } : step));
    return {
      ...chip,
      constraintNames: chip.constraintNames.filter((_, k) => k !== dropped),
      program: { ...chip.program, constraints: chip.program.constraints - 1, code },
    };
  });
  return withDigest({ ...air, chips });
}

/** Canonical serialisation: JSON of arrays only, so that no key order can matter. */
function serialise(air: Omit<Air, 'digest'>): string {
  const form = ({ constant, terms }: LinearForm) => [constant, terms];
  const instruction = (step: Instruction) => {
    if (step.kind === 'mul') return ['mul', step.dst, step.a, step.b];
    return step.kind === 'lin' ? ['lin', step.dst, form(step.form)] : ['assertZero', step.constraint, step.a];
  };
  return JSON.stringify([
    'weir.air.v1',
    air.name,
    Object.entries(air.buses)
      .map(([name, { tag, length }]) => [tag, name, length] as const)
      .sort(([a], [b]) => a - b),
    air.publicGroups,
    air.chips.map((chip) => [
      chip.name,
      chip.columnNames,
      chip.minLogHeight,
      chip.maxLogHeight,
      chip.constraintNames,
      chip.program.columns,
      chip.program.registers,
      chip.program.code.map(instruction),
      chip.interactions.map(({ name, tag, multiplicity, tuple }) => [name, tag, form(multiplicity), tuple.map(form)]),
    ]),
  ]);
}

function withDigest(air: Omit<Air, 'digest'>): Air {
  return { ...air, digest: keccak256(new TextEncoder().encode(serialise(air))) };
}

export interface AirOptions {
  readonly name: string;
  /** From `defineBuses`. */
  readonly buses: Buses;
  /** In the order that fixes the proof's layout. */
  readonly chips: readonly AnyChip[];
  /** Groups of 8 public values, each sent once on bus `public` as (group number, 8 values). */
  readonly publicGroups: number;
}

/** Lints, lowers and digests an AIR. Throws `AirLintError`. */
export function compileAir({ name, buses, chips, publicGroups }: AirOptions): Air {
  lint(Number.isInteger(publicGroups) && publicGroups >= 0 && publicGroups < 1 << 16, 'BAD_PUBLIC_GROUPS', `${publicGroups}`);
  const publicBus = buses[PUBLIC_BUS.name];
  lint(publicBus?.tag === PUBLIC_BUS.tag && publicBus.length === PUBLIC_BUS.length, 'BAD_BUS', 'declare buses with defineBuses');
  lintNames(
    'chip',
    chips.map((chip) => chip.name),
  );
  return withDigest({ name, buses, publicGroups, chips: chips.map((chip) => compileChip(chip, buses)) });
}
