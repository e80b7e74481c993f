/**
 * An AIR as straight-line EVM code: what `contracts/src/verifier/CompiledEvaluator.sol` calls. Nothing is decoded and nothing loops;
 * the price of a term is its multiplications.
 *
 * **Units.** A chip's constraints are cut into blocks of up to 16 and its interactions into blocks of 2^w neighbours. A block is a unit: code
 * that leaves one element of K, Σ_r β^r C_{k0+r}, or Σ_i e_i (m_i − β (tag_i + Σ_k γ^k t_{i,k})). Units are packed into contracts
 * in order; a contract answers with the values of its units.
 *
 * **Elements** are words of five 51-bit lanes, as in `Quintic.sol`. Inputs are read from calldata (`layoutOf`): tables of powers of β and γ
 * and of eq, each entry cut into pieces of 10, 10 and 11 bits per lane, then the columns' values.
 *
 * **Sums.** What is added is never reduced before all of it is there. A sum is kept in one, two or three words, its value being
 * Σ_s 2^shift_s · word_s:
 * - linear terms with small coefficients: one word;
 * - one product, or coefficients of up to 30 bits: two words (shifts 0 and 16);
 * - up to about 20 products per sign: three words (shifts 0, 10 and 20), one MULMOD by each piece of one factor.
 * Lanes must stay below 2^51. Every bound is computed here, for each sum, and checked (`laneBounds`); a sum that is too long is cut.
 */
import { P } from '@weir/crypto/field';
import { invariant } from '@weir/foundation/assert';
import { concatBytes } from '@weir/foundation/bytes';
import type { Air, CompiledChip, Interaction, LinearForm, Operand } from '../air/ir.ts';
import { blockBits, ceilLog2, MAX_CODE_BYTES } from './blocks.ts';
import { Assembler, type Label } from './evm.ts';

/** Constraints per unit. */
export const CONSTRAINTS_PER_BLOCK = 16;
const WORD = 32;
/** Three pieces and the element itself. */
const ENTRY = 4 * WORD;
const LANE = 51n;
const LANES = 5;
/** X^5 − X^3 − 1 at X = 2^51. */
const MODULUS = (1n << (5n * LANE)) - (1n << (3n * LANE)) - 1n;
const everyLane = (value: bigint): bigint => Array.from({ length: LANES }).reduce<bigint>((word) => (word << LANE) | value, 0n);
const LANE_LIMIT = 2 ** 51;
const ELEMENT = 2 ** 31;
/** A coefficient of X^5 − X^3 − 1's products collects at most 11 products of lanes. */
const SPREAD = 11;
/** Beyond this a sum of products is cut, so that both signs and a linear part fit three words. */
const MAX_PRODUCTS = 36;

/** Constants at the bottom of the stack, in this order. */
const CONSTANTS = {
  modulus: MODULUS,
  p: BigInt(P),
  /** Lanes 0 and 2. */
  pair: ((1n << LANE) - 1n) | (((1n << LANE) - 1n) << (2n * LANE)),
  low102: (1n << (2n * LANE)) - 1n,
  low10: everyLane(0x3ffn),
  low16: everyLane(0xffffn),
} as const;
type Constant = keyof typeof CONSTANTS;
const CONSTANT_NAMES = Object.keys(CONSTANTS) as readonly Constant[];
const BASE_HEIGHT = CONSTANT_NAMES.length;

// ---- inputs ----

interface ChipLayout {
  /** eq in the last w coordinates of the chip's interaction selector. */
  readonly eq: number;
  /** Columns, then rowIndex. */
  readonly columns: number;
}

export interface InputLayout {
  /** β^r, r = 0 … 16. */
  readonly beta: number;
  /** γ^k, k = 1 … longest tuple. */
  readonly gamma: number;
  readonly chips: readonly ChipLayout[];
  readonly size: number;
}

const longestTuple = (air: Air): number =>
  Math.max(1, ...air.chips.flatMap(({ interactions }) => interactions.map(({ tuple }) => tuple.length)));

const blockSize = (interactions: number): number => (interactions === 0 ? 0 : 1 << blockBits(ceilLog2(interactions)));

/** Where `CompiledEvaluator` puts what the code reads. */
export function layoutOf(air: Air): InputLayout {
  const gamma = ENTRY * (CONSTRAINTS_PER_BLOCK + 1);
  let next = gamma + ENTRY * longestTuple(air);
  const chips = air.chips.map(({ program, interactions }): ChipLayout => {
    const eq = next;
    const columns = eq + ENTRY * blockSize(interactions.length);
    next = columns + WORD * (program.columns + 1);
    return { eq, columns };
  });
  return { beta: 0, gamma, chips, size: next };
}

// ---- sums ----

/** Where a canonical element is: an input, or a word of the code's own memory. */
interface Place {
  readonly source: 'calldata' | 'memory';
  readonly at: number;
}

/** Where an element's pieces are, one word each. */
interface Pieces {
  readonly source: 'calldata' | 'memory';
  readonly at: number;
}

interface Product {
  readonly coefficient: number;
  readonly a: Place;
  /** The factor that is cut into pieces: a table's entry, or any element. */
  readonly b: { readonly entry: number } | { readonly element: Place };
}

/** constant + Σ coefficient·place + Σ coefficient·a·b; coefficients are signed. */
class Sum {
  constant = 0;
  readonly linear = new Map<string, { readonly place: Place; coefficient: number }>();
  readonly products: Product[] = [];

  add(place: Place, coefficient: number): this {
    const key = keyOf(place);
    const known = this.linear.get(key);
    const sum = centered((known?.coefficient ?? 0) + coefficient);
    if (sum === 0) this.linear.delete(key);
    else this.linear.set(key, { place, coefficient: sum });
    return this;
  }

  addConstant(value: number): this {
    this.constant = (((this.constant + value) % P) + P) % P;
    return this;
  }

  addProduct(product: Product): this {
    this.products.push(product);
    return this;
  }
}

const keyOf = ({ source, at }: Place): string => `${source} ${at}`;

/** The representative of smallest magnitude. */
const centered = (value: number): number => {
  const canonical = ((value % P) + P) % P;
  return canonical > P / 2 ? canonical - P : canonical;
};

/** One word of a sum: Σ factor·place + Σ factor·(place·piece). */
interface WordTerms {
  readonly shift: number;
  constant: bigint;
  readonly linear: { readonly place: Place; readonly factor: number }[];
  readonly products: { readonly a: Place; readonly piece: number; readonly product: Product; readonly factor: number }[];
}

const MODES = {
  one: [0],
  two: [0, 16],
  three: [0, 10, 20],
} as const;
/** Bits of the pieces of a mode's shifts. */
const PIECE_BITS: Readonly<Record<number, readonly number[]>> = { 1: [31], 2: [16, 15], 3: [10, 10, 11] };

/** Greatest lanes of a word's positive and negative parts. */
function laneBounds({ linear, products }: WordTerms, pieceBits: number): { readonly plus: number; readonly minus: number } {
  const bounds = { plus: 0, minus: 0 };
  const count = (factor: number, size: number) => {
    if (factor > 0) bounds.plus += factor * size;
    else bounds.minus -= factor * size;
  };
  for (const { factor } of linear) count(factor, ELEMENT);
  for (const { factor } of products) count(factor, SPREAD * ELEMENT * 2 ** pieceBits);
  return bounds;
}

/** Balanced digits in base 2^16: value = low + 2^16 high. */
function digits16(value: number): readonly [number, number] {
  let low = ((value % 65_536) + 65_536) % 65_536;
  if (low >= 32_768) low -= 65_536;
  return [low, (value - low) / 65_536];
}

/** The words of a sum in the cheapest mode whose lanes hold it. */
function wordsOf(sum: Sum): readonly WordTerms[] | undefined {
  const linear = [...sum.linear.values()];
  const single = sum.products.length <= 1 && sum.products.every(({ coefficient }) => Math.abs(coefficient) === 1);
  for (const shifts of [MODES.one, MODES.two, MODES.three]) {
    if (shifts.length === 1 && sum.products.length > 0) continue;
    if (shifts.length === 2 && !single) continue;
    const words = shifts.map((shift, s): WordTerms => {
      const digit = (value: number): number => (shifts.length === 2 ? digits16(value)[s] : s === 0 ? value : 0);
      return {
        shift,
        constant: s === 0 ? BigInt(sum.constant) : 0n,
        linear: linear.map(({ place, coefficient }) => ({ place, factor: digit(coefficient) })).filter(({ factor }) => factor !== 0),
        products: sum.products.map((product) => ({ a: product.a, piece: s, product, factor: product.coefficient })),
      };
    });
    if (words.every((word, s) => fits(word, PIECE_BITS[shifts.length][s]))) return words;
  }
  return undefined;
}

/** A multiple of p not below `bound`. */
const biasFor = (bound: number): bigint => (bound === 0 ? 0n : BigInt(P) << BigInt(Math.max(0, Math.ceil(Math.log2(bound / P)))));

function fits(word: WordTerms, pieceBits: number): boolean {
  const { plus, minus } = laneBounds(word, pieceBits);
  return Number(biasFor(minus)) + plus + Number(word.constant) < LANE_LIMIT;
}

// ---- code ----

/** One contract's code under construction. */
class Contract {
  readonly asm = new Assembler();
  /** Units that it answers. */
  units = 0;
  private readonly reduce: Readonly<Record<number, Label>> = { 1: { name: 'reduce1' }, 2: { name: 'reduce2' }, 3: { name: 'reduce3' } };
  private nextWord = 0;
  private results: number[] = [];
  /** Elements that are in memory already, by what they are. */
  private known = new Map<string, Place>();
  private pieces = new Map<string, Pieces>();

  constructor() {
    for (const name of CONSTANT_NAMES) this.asm.push(CONSTANTS[name]);
  }

  mark() {
    const { units, nextWord } = this;
    return { asm: this.asm.mark(), units, nextWord, results: [...this.results], known: new Map(this.known), pieces: new Map(this.pieces) };
  }

  rewind({ asm, ...rest }: ReturnType<Contract['mark']>): void {
    this.asm.rewind(asm);
    Object.assign(this, rest);
  }

  private allocate(words: number): number {
    const at = this.nextWord * WORD;
    this.nextWord += words;
    return at;
  }

  /** The element with this name, computed at its first use. */
  once(name: string, sum: () => Sum): Place {
    const known = this.known.get(name);
    if (known) return known;
    const place = this.element(sum());
    this.known.set(name, place);
    return place;
  }

  result(sum: Sum): void {
    this.results.push(this.element(sum).at);
    this.units++;
  }

  /** Reduces a sum to a canonical element in memory. */
  element(sum: Sum): Place {
    const whole = this.cut(sum);
    const words = wordsOf(whole);
    invariant(words !== undefined, 'a sum does not fit its lanes');
    const place: Place = { source: 'memory', at: this.allocate(1) };
    this.preparePieces(words);
    const back: Label = { name: 'back' };
    this.asm.pushLabel(back);
    for (const word of words) this.word(word, words.length);
    this.asm
      .pushLabel(this.reduce[words.length])
      .op('JUMP')
      .place(back, BASE_HEIGHT + 1);
    this.asm.push(place.at).op('MSTORE');
    return place;
  }

  /** A sum that is too long for its lanes becomes one of shorter sums' values. */
  private cut(sum: Sum): Sum {
    const weight = sum.products.reduce((total, { coefficient }) => total + Math.abs(coefficient), 0);
    if (weight <= MAX_PRODUCTS && wordsOf(sum)) return sum;
    if (weight <= MAX_PRODUCTS) {
      // Products and large coefficients, each in its own mode.
      const rest = new Sum().addConstant(sum.constant);
      rest.products.push(...sum.products);
      const linear = new Sum();
      for (const { place, coefficient } of sum.linear.values()) (Math.abs(coefficient) < 2 ** 12 ? rest : linear).add(place, coefficient);
      if (linear.linear.size === 0) return this.halved(sum);
      if (sum.products.length > 0) return rest.add(this.element(linear), 1);
      const half = new Sum();
      const other = new Sum().addConstant(sum.constant);
      for (const [i, { place, coefficient }] of [...sum.linear.values()].entries()) (i % 2 ? half : other).add(place, coefficient);
      return this.cut(other).add(this.element(half), 1);
    }
    const first = new Sum();
    const rest = new Sum().addConstant(sum.constant);
    for (const { place, coefficient } of sum.linear.values()) rest.add(place, coefficient);
    let taken = 0;
    for (const product of sum.products) {
      const size = Math.abs(product.coefficient);
      invariant(size <= MAX_PRODUCTS, `a product with the coefficient ${product.coefficient}`);
      if (taken + size <= MAX_PRODUCTS) first.addProduct(product);
      else rest.addProduct(product);
      taken += size;
    }
    return this.cut(rest.add(this.element(first), 1));
  }

  /** Small terms and few products, but more of both together than the lanes hold: half of the products by themselves. */
  private halved(sum: Sum): Sum {
    invariant(sum.products.length > 1, 'a sum of small terms does not fit its lanes');
    const [first, rest] = [new Sum(), new Sum().addConstant(sum.constant)];
    for (const { place, coefficient } of sum.linear.values()) rest.add(place, coefficient);
    for (const [i, product] of sum.products.entries()) (i % 2 ? first : rest).addProduct(product);
    return this.cut(rest.add(this.element(first), 1));
  }

  private preparePieces(words: readonly WordTerms[]): void {
    if (words.length !== 3) return;
    for (const { product } of words[0].products) {
      if ('entry' in product.b) continue;
      const { element } = product.b;
      const key = keyOf(element);
      if (this.pieces.has(key)) continue;
      const at = this.allocate(3);
      this.pieces.set(key, { source: 'memory', at });
      for (let piece = 0; piece < 3; piece++) {
        this.load(element);
        this.cutPiece(3, piece);
        this.asm.push(at + WORD * piece).op('MSTORE');
      }
    }
  }

  /** The piece of the element on the stack's top. */
  private cutPiece(mode: number, piece: number): void {
    const shift = mode === 2 ? 16 * piece : 10 * piece;
    if (shift > 0) this.asm.push(shift).op('SHR');
    // The last piece is cut by the lane's own end: the next lane's bits come after 16 zeros at least.
    this.constant(mode === 3 && piece < 2 ? 'low10' : 'low16').op('AND');
  }

  private constant(name: Constant): Assembler {
    return this.asm.dupAt(CONSTANT_NAMES.indexOf(name));
  }

  private load({ source, at }: Place): void {
    this.asm.push(at).op(source === 'calldata' ? 'CALLDATALOAD' : 'MLOAD');
  }

  /** Leaves the word's value, every lane non-negative. */
  private word(word: WordTerms, mode: number): void {
    const { minus } = laneBounds(
      word,
      PIECE_BITS[mode][MODES[mode === 1 ? 'one' : mode === 2 ? 'two' : 'three'].indexOf(word.shift as never)],
    );
    let started = this.terms(word, mode, false, -1);
    const base = word.constant + everyLane(biasFor(minus));
    if (started) this.asm.push(base).op('SUB');
    else if (base !== 0n) {
      this.asm.push(base);
      started = true;
    }
    started = this.terms(word, mode, started, 1);
    if (!started) this.asm.push(0);
  }

  /** Adds the terms of one sign to the word on the stack's top, if there is one. */
  private terms({ linear, products }: WordTerms, mode: number, begun: boolean, sign: 1 | -1): boolean {
    let started = begun;
    const next = (factor: number) => {
      if (Math.abs(factor) !== 1) this.asm.push(Math.abs(factor)).op('MUL');
      if (started) this.asm.op('ADD');
      started = true;
    };
    for (const { place, factor } of linear) {
      if (Math.sign(factor) !== sign) continue;
      this.load(place);
      next(factor);
    }
    for (const { a, piece, product, factor } of products) {
      if (Math.sign(factor) !== sign) continue;
      this.constant('modulus');
      this.piece(product, mode, piece);
      this.load(a);
      this.asm.op('MULMOD');
      next(factor);
    }
    return started;
  }

  private piece({ b }: Product, mode: number, piece: number): void {
    if ('entry' in b) {
      if (mode === 3) {
        this.asm.push(b.entry + WORD * piece).op('CALLDATALOAD');
        return;
      }
      this.load({ source: 'calldata', at: b.entry + 3 * WORD });
      this.cutPiece(mode, piece);
      return;
    }
    const known = mode === 3 ? this.pieces.get(keyOf(b.element)) : undefined;
    if (known) this.asm.push(known.at + WORD * piece).op('MLOAD');
    else {
      this.load(b.element);
      this.cutPiece(mode, piece);
    }
  }

  /** The code: everything, then the answer, then the subroutines. */
  finish(): Uint8Array {
    const { asm } = this;
    const answer = this.allocate(this.results.length);
    this.results.forEach((at, i) => {
      asm
        .push(at)
        .op('MLOAD')
        .push(answer + WORD * i)
        .op('MSTORE');
    });
    asm
      .push(this.results.length * WORD)
      .push(answer)
      .op('RETURN');
    for (const mode of [1, 2, 3]) this.reduction(mode);
    const code = asm.assemble();
    invariant(code.length <= MAX_CODE_BYTES, `a contract of ${code.length} bytes`);
    return code;
  }

  /** (back, words …) → canonical element. Lanes 0 and 2, 1 and 3, and 4 are brought together first. */
  private reduction(mode: number): void {
    const { asm } = this;
    const steps = mode === 2 ? 16 : 10;
    asm.place(this.reduce[mode], BASE_HEIGHT + 1 + mode);
    const wordAt = (s: number) => BASE_HEIGHT + 1 + s;
    const combined = (lane: () => void) => {
      for (let s = mode - 1; s >= 0; s--) {
        asm.dupAt(wordAt(s));
        lane();
        if (s < mode - 1) asm.op('ADD');
        if (s > 0) asm.push(steps).op('SHL');
      }
    };
    const reduced = (position: number, lane: () => void) => {
      this.constant('p').dupAt(position);
      lane();
      asm.op('MOD');
    };
    // lane 4
    this.constant('p');
    combined(() => asm.push(204).op('SHR'));
    asm.op('MOD').push(102).op('SHL');
    // lanes 2 and 0
    combined(() => this.constant('pair').op('AND'));
    const even = asm.height - 1;
    reduced(even, () => asm.push(102).op('SHR'));
    asm.swap(1);
    this.constant('p').swap(1);
    this.constant('low102').op('AND', 'MOD').swap(2).op('OR').push(102).op('SHL', 'OR');
    // lanes 3 and 1
    combined(() => {
      asm.push(51).op('SHR');
      this.constant('pair').op('AND');
    });
    const odd = asm.height - 1;
    reduced(odd, () => asm.push(102).op('SHR'));
    asm.push(153).op('SHL').swap(1);
    this.constant('p').swap(1);
    this.constant('low102').op('AND', 'MOD').push(51).op('SHL', 'OR', 'OR');
    // Leave the result alone on the stack.
    asm.swap(mode + 1);
    const back = asm.height - 1;
    invariant(back === BASE_HEIGHT + 1 + mode, 'the stack of a reduction');
    for (let s = mode; s > 0; s--) asm.swap(1).op('POP');
    asm.op('JUMP');
  }
}

// ---- constraints ----

type Node =
  | { readonly kind: 'input'; readonly operand: Operand }
  | { readonly kind: 'mul'; readonly a: number; readonly b: number }
  | { readonly kind: 'lin'; readonly constant: number; readonly terms: readonly (readonly [node: number, coefficient: number])[] };

/** The chip's program as a graph: every register's value is a node, so that a block can be compiled on its own. */
interface Graph {
  readonly nodes: readonly Node[];
  /** By constraint number. */
  readonly constraints: readonly number[];
}

function graphOf({ program }: CompiledChip): Graph {
  const nodes: Node[] = Array.from({ length: program.columns + 1 }, (_, operand) => ({ kind: 'input', operand }));
  const current = new Map<Operand, number>(nodes.map((_, operand) => [operand, operand]));
  const node = (operand: Operand): number => current.get(operand)!;
  const constraints: number[] = [];
  for (const step of program.code) {
    if (step.kind === 'assertZero') {
      constraints[step.constraint] = node(step.a);
      continue;
    }
    const terms = step.kind === 'lin' ? step.form.terms.map(([operand, c]) => [node(operand), centered(c)] as const) : [];
    nodes.push(
      step.kind === 'mul' ? { kind: 'mul', a: node(step.a), b: node(step.b) } : { kind: 'lin', constant: step.form.constant, terms },
    );
    current.set(program.columns + 1 + step.dst, nodes.length - 1);
  }
  return { nodes, constraints };
}

/** Largest coefficient of a product inside a sum; beyond it the product is reduced first. */
const MAX_PRODUCT_COEFFICIENT = 12;

class ConstraintBlock {
  private readonly out: Contract;
  private readonly chip: string;
  private readonly nodes: readonly Node[];
  private readonly columns: number;
  /** How often each node is used by what the block needs. */
  private readonly uses: Uint32Array;
  /** How often each node is a factor. */
  private readonly factors: Uint32Array;

  constructor(out: Contract, chip: string, { nodes }: Graph, roots: readonly number[], columns: number) {
    this.out = out;
    this.chip = chip;
    this.nodes = nodes;
    this.columns = columns;
    this.uses = new Uint32Array(nodes.length);
    this.factors = new Uint32Array(nodes.length);
    const visit = (node: number) => {
      if (this.uses[node]++ > 0) return;
      const { kind } = nodes[node];
      if (kind === 'input') return;
      const step = nodes[node] as Exclude<Node, { kind: 'input' }>;
      for (const child of step.kind === 'mul' ? [step.a, step.b] : step.terms.map(([operand]) => operand)) {
        if (step.kind === 'mul') this.factors[child]++;
        visit(child);
      }
    };
    for (const root of roots) visit(root);
  }

  /** Where the node's canonical value is. */
  place(node: number): Place {
    const step = this.nodes[node];
    if (step.kind === 'input') return { source: 'calldata', at: this.columns + WORD * step.operand };
    return this.out.once(`${this.chip} node ${node}`, () => this.expand(node, 1, new Sum(), true));
  }

  /** sum += coefficient·node; values that nothing else needs are written out. */
  expand(node: number, coefficient: number, sum: Sum, root = false): Sum {
    const step = this.nodes[node];
    if (step.kind === 'mul' && (root || this.uses[node] === 1) && Math.abs(coefficient) <= MAX_PRODUCT_COEFFICIENT) {
      // The factor that more products share is the one that is cut into pieces.
      const [a, b] = this.factors[step.a] > this.factors[step.b] ? [step.b, step.a] : [step.a, step.b];
      return sum.addProduct({ coefficient, a: this.place(a), b: { element: this.place(b) } });
    }
    if (step.kind === 'lin' && (root || (this.uses[node] === 1 && Math.abs(coefficient) <= MAX_PRODUCT_COEFFICIENT))) {
      sum.addConstant(coefficient * step.constant);
      for (const [child, c] of step.terms) this.expand(child, centered(coefficient * c), sum);
      return sum;
    }
    return sum.add(this.place(node), coefficient);
  }

  /** A factor that at least two of the constraints share, with what it multiplies in each. */
  commonFactors(constraints: readonly number[]): Map<number, { readonly r: number; readonly rest: number }[]> {
    const byFactor = new Map<number, { readonly r: number; readonly rest: number }[]>();
    const count = new Map<number, number>();
    const products = constraints.map((node) => {
      const step = this.nodes[node];
      return step.kind === 'mul' && this.uses[node] === 1 && step.a !== step.b ? step : undefined;
    });
    for (const product of products) {
      if (!product) continue;
      for (const factor of [product.a, product.b]) count.set(factor, (count.get(factor) ?? 0) + 1);
    }
    products.forEach((product, r) => {
      if (!product) return;
      const [factor, rest] = count.get(product.a)! >= count.get(product.b)! ? [product.a, product.b] : [product.b, product.a];
      if (count.get(factor)! < 2) return;
      byFactor.set(factor, [...(byFactor.get(factor) ?? []), { r, rest }]);
    });
    for (const [factor, list] of byFactor) if (list.length < 2) byFactor.delete(factor);
    return byFactor;
  }
}

/** Σ_r β^r C_{k0+r}. */
function constraintUnit(out: Contract, chip: string, graph: Graph, first: number, layout: InputLayout, columns: number): void {
  const constraints = graph.constraints.slice(first, first + CONSTRAINTS_PER_BLOCK);
  const block = new ConstraintBlock(out, chip, graph, constraints, columns);
  const power = (r: number) => ({ entry: layout.beta + ENTRY * r });
  const sum = new Sum();
  const grouped = new Set<number>();
  for (const [factor, list] of block.commonFactors(constraints)) {
    const inner = new Sum();
    for (const { r, rest } of list) {
      grouped.add(r);
      inner.addProduct({ coefficient: 1, a: block.place(rest), b: power(r) });
    }
    sum.addProduct({ coefficient: 1, a: block.place(factor), b: { element: out.element(inner) } });
  }
  constraints.forEach((node, r) => {
    if (!grouped.has(r)) sum.addProduct({ coefficient: 1, a: block.place(node), b: power(r) });
  });
  out.result(sum);
}

// ---- interactions ----

/** Forms of up to so many terms are multiplied term by term instead of being reduced. */
const SHORT_FORM = 2;
const MAX_SHORT_COEFFICIENT = 2;
/** What a reduction costs in products. */
const REDUCTION = 4;

class InteractionBlock {
  private readonly out: Contract;
  private readonly chip: string;
  private readonly columns: number;

  constructor(out: Contract, chip: string, columns: number) {
    this.out = out;
    this.chip = chip;
    this.columns = columns;
  }

  private place = (operand: Operand): Place => ({ source: 'calldata', at: this.columns + WORD * operand });

  /** sum += entry·form. */
  times(sum: Sum, entry: number, { constant, terms }: LinearForm): void {
    const small = terms.map(([operand, c]) => [operand, centered(c)] as const);
    const value = centered(constant);
    const written = Math.abs(value) < 2 ** 12;
    if (written && value !== 0) sum.add({ source: 'calldata', at: entry + 3 * WORD }, value);
    if (terms.length === 0 && written) return;
    const rest = { constant: written ? 0 : constant, terms };
    if (written && terms.length <= SHORT_FORM && small.every(([, c]) => Math.abs(c) <= MAX_SHORT_COEFFICIENT)) {
      for (const [operand, coefficient] of small) sum.addProduct({ coefficient, a: this.place(operand), b: { entry } });
      return;
    }
    sum.addProduct({ coefficient: 1, a: this.form(rest), b: { entry } });
  }

  private form({ constant, terms }: LinearForm): Place {
    return this.out.once(`${this.chip} form ${JSON.stringify([constant, terms])}`, () => {
      const sum = new Sum().addConstant(constant);
      for (const [operand, c] of terms) sum.add(this.place(operand), centered(c));
      return sum;
    });
  }
}

/** Tuples up to this length are added by position over all interactions of a block; longer ones each by itself. */
function sharedLength(block: readonly Interaction[]): number {
  const lengths = block.map(({ tuple }) => tuple.length);
  const cost = (shared: number) =>
    // Position 0 needs no reduction of its own.
    Math.max(0, ...lengths.filter((length) => length <= shared).map((length) => length - 1)) * REDUCTION +
    lengths.filter((length) => length > shared).length * REDUCTION;
  return [...new Set(lengths)].reduce((best, length) => (cost(length) < cost(best) ? length : best), 1);
}

/** Σ_i e_i (m_i − β (tag_i + Σ_{k≥1} γ^k t_{i,k})). */
function interactionUnit(
  out: Contract,
  chip: string,
  block: readonly Interaction[],
  { beta, gamma }: InputLayout,
  { eq, columns }: ChipLayout,
): void {
  const forms = new InteractionBlock(out, chip, columns);
  const weight = (i: number) => eq + ENTRY * i;
  const power = (k: number) => gamma + ENTRY * (k - 1);
  const fingerprints = new Sum();
  const shared = sharedLength(block);
  const positions: Sum[] = [];
  block.forEach(({ tag, tuple }, i) => {
    fingerprints.add({ source: 'calldata', at: weight(i) + 3 * WORD }, tag);
    if (tuple.length > shared) {
      const sum = new Sum();
      for (const [k, form] of tuple.entries()) forms.times(sum, power(k + 1), form);
      fingerprints.addProduct({ coefficient: 1, a: out.element(sum), b: { entry: weight(i) } });
      return;
    }
    tuple.forEach((form, k) => {
      positions[k] ??= new Sum();
      forms.times(positions[k], weight(i), form);
    });
  });
  positions.forEach((sum, k) => {
    fingerprints.addProduct({ coefficient: 1, a: out.element(sum), b: { entry: power(k + 1) } });
  });
  const total = new Sum();
  for (const [i, { multiplicity }] of block.entries()) forms.times(total, weight(i), multiplicity);
  total.addProduct({ coefficient: -1, a: out.element(fingerprints), b: { entry: beta + ENTRY } });
  out.result(total);
}

// ---- the whole AIR ----

type Unit = (out: Contract) => void;

/** A chip's units: constraints from the first to the last, then interactions. */
function unitsOf(chip: CompiledChip, layout: InputLayout, at: ChipLayout): Unit[] {
  const units: Unit[] = [];
  const graph = graphOf(chip);
  for (let k = 0; k < graph.constraints.length; k += CONSTRAINTS_PER_BLOCK)
    units.push((out) => constraintUnit(out, chip.name, graph, k, layout, at.columns));
  const size = blockSize(chip.interactions.length);
  for (let i = 0; i < chip.interactions.length; i += size)
    units.push((out) => interactionUnit(out, chip.name, chip.interactions.slice(i, i + size), layout, at));
  return units;
}

/** Room for the answer and the subroutines behind the units. */
const TAIL_BYTES = 1200;

/** Runtime codes in order: the layout as data (STOP first), then the contracts whose answers, joined, are all units' values. */
export function straightLineContracts(air: Air): Uint8Array[] {
  const layout = layoutOf(air);
  const contracts: Uint8Array[] = [];
  let contract = new Contract();
  for (const [j, chip] of air.chips.entries()) {
    for (const unit of unitsOf(chip, layout, layout.chips[j])) {
      const before = contract.mark();
      unit(contract);
      if (contract.asm.length <= MAX_CODE_BYTES - TAIL_BYTES) continue;
      invariant(before.units > 0, `a unit of chip ${chip.name} is larger than a contract`);
      contract.rewind(before);
      contracts.push(contract.finish());
      contract = new Contract();
      unit(contract);
    }
  }
  if (contract.units > 0) contracts.push(contract.finish());
  return [layoutData(air), ...contracts];
}

/** STOP, u8 longest tuple, then per chip u16 columns, constraints and interactions. */
function layoutData(air: Air): Uint8Array {
  const u16 = (value: number): number[] => [value >>> 8, value & 0xff];
  return concatBytes(
    Uint8Array.of(0, longestTuple(air)),
    ...air.chips.map(({ program, interactions }) =>
      Uint8Array.from([...u16(program.columns), ...u16(program.constraints), ...u16(interactions.length)]),
    ),
  );
}
