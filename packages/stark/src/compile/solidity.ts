/**
 * Compiles an AIR for L1: the program that `contracts/src/verifier/AirEvaluator.sol` runs (its comment defines the encoding), the
 * data contracts that hold it, and a small generated contract that pins profile, AIR, heights and the data contracts' code hashes.
 *
 * The machine works on K elements in one word of five 51-bit lanes, so a linear form with small coefficients is a few MULs and one
 * reduction. Coefficients that do not fit go through a second copy of the operand in wider lanes (`SPLIT`).
 */
import { P } from '@weir/crypto/field';
import { keccak256 } from '@weir/crypto/keccak';
import { invariant } from '@weir/foundation/assert';
import { concatBytes, toHex } from '@weir/foundation/bytes';
import type { Air, CompiledChip, Instruction, Interaction, LinearForm, Operand } from '../air/ir.ts';
import type { SecurityProfile } from '../profile.ts';
import { blockBits, ceilLog2, MAX_CODE_BYTES } from './blocks.ts';
import { capitalized, GENERATED } from './solidityProfile.ts';
import { straightLineContracts } from './straightLine.ts';

const Op = {
  end: 0,
  mul: 1,
  lin: 2,
  assert: 3,
  assertLin: 4,
  split: 5,
  tuple: 6,
  assertMul: 7,
  constant: 8,
  linBig: 9,
  block: 10,
} as const;

const SLOT_BYTES = 96;
/** `AirEvaluator.SLOTS` */
const FIRST_SLOT = 0x400;
const MAX_SLOTS = Math.floor((0x10000 - FIRST_SLOT) / SLOT_BYTES);
/** Sum of absolute coefficients per sign that 51-bit lanes hold beside the bias. */
const SMALL_BUDGET = 2 ** 17;
const MAX_SMALL = 0xffff;
/** Even, because lists are filled up to pairs. */
const MAX_LIST = 254;
/** The word that is always zero on Solidity's machine. */
const ZERO_ADDRESS = 0x60;
const MAX_TUPLE = 250;
/** Up to here a block's sum of tags times elements fits the lanes. */
const MAX_TAG = 2 ** 12 - 1;
/** EIP-170, minus the STOP byte that keeps data from being executed. */
const MAX_DATA_BYTES = MAX_CODE_BYTES - 1;

const u8 = (value: number): number[] => [value];
const u16 = (value: number): number[] => [value >>> 8, value & 0xff];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];

const slot = (operand: Operand): number[] => {
  invariant(operand < MAX_SLOTS, `operand ${operand}: the machine has ${MAX_SLOTS} slots`);
  return u16(FIRST_SLOT + operand * SLOT_BYTES);
};

/** A form's terms sorted into the machine's five lists. */
interface FormLists {
  readonly plus: Operand[];
  readonly minus: Operand[];
  readonly small: [number, Operand][];
  readonly smallMinus: [number, Operand][];
  readonly big: [number, Operand][];
}

function classify(terms: LinearForm['terms']): FormLists {
  const lists: FormLists = { plus: [], minus: [], small: [], smallMinus: [], big: [] };
  const budget = { plus: SMALL_BUDGET, minus: SMALL_BUDGET };
  for (const [operand, coefficient] of terms) {
    const negative = coefficient > P / 2;
    const magnitude = negative ? P - coefficient : coefficient;
    const sign = negative ? 'minus' : 'plus';
    const units = negative ? lists.minus : lists.plus;
    const smalls = negative ? lists.smallMinus : lists.small;
    if (magnitude > MAX_SMALL || magnitude > budget[sign] || smalls.length === MAX_LIST) {
      lists.big.push([coefficient, operand]);
      continue;
    }
    budget[sign] -= magnitude;
    if (magnitude === 1 && units.length < MAX_LIST) units.push(operand);
    else smalls.push([magnitude, operand]);
  }
  invariant(lists.big.length <= MAX_LIST, 'too many large coefficients in one form');
  return lists;
}

class ChipCode {
  readonly bytes: number[] = [];
  /** Slots whose wide copy is up to date. */
  private readonly split = new Set<Operand>();

  /** Where the count of the product run at the end of the code stands. */
  private run: number | undefined;

  emit(...parts: readonly number[][]): void {
    this.run = undefined;
    for (const part of parts) this.bytes.push(...part);
  }

  /** dst ← a·b, in one instruction with the products just before it. */
  multiply(dst: Operand, a: Operand, b: Operand): void {
    if (this.run === undefined || this.bytes[this.run] === MAX_LIST) {
      this.emit(u8(Op.mul), u8(0));
      this.run = this.bytes.length - 1;
    }
    this.bytes[this.run]++;
    this.bytes.push(...slot(dst), ...slot(a), ...slot(b));
    this.split.delete(dst);
  }

  written(operand: Operand): void {
    this.split.delete(operand);
  }

  /** dst ← form. Wide copies that it needs are made first. */
  linear(dst: Operand, form: LinearForm): void {
    const lists = classify(form.terms);
    for (const [, operand] of lists.big) {
      if (this.split.has(operand)) continue;
      this.emit(u8(Op.split), slot(operand));
      this.split.add(operand);
    }
    const big = lists.big.length > 0;
    this.emit(u8(big ? Op.linBig : Op.lin), slot(dst), encodeForm(form.constant, lists));
    if (big) this.emit(u8(lists.big.length), ...lists.big.map(([c, operand]) => [...u32(c), ...slot(operand)]));
    this.split.delete(dst);
  }

  /** acc ← acc·β + form, by way of the slot `dst` if the form has large coefficients. */
  assertLinear(dst: Operand, form: LinearForm): void {
    const lists = classify(form.terms);
    if (lists.big.length === 0) {
      this.emit(u8(Op.assertLin), encodeForm(form.constant, lists));
      return;
    }
    this.linear(dst, form);
    this.emit(u8(Op.assert), slot(dst));
  }
}

/** The constant and all lists but the large one, each filled up to an even length. */
function encodeForm(constant: number, { plus, minus, small, smallMinus }: FormLists): number[] {
  const even = (length: number): number => length + (length & 1);
  const units = (list: readonly Operand[]): number[] => [...list.flatMap(slot), ...(list.length & 1 ? u16(ZERO_ADDRESS) : [])];
  const scaled = (list: readonly (readonly [number, Operand])[]): number[] => [
    ...list.flatMap(([c, operand]) => [...u16(c), ...slot(operand)]),
    ...(list.length & 1 ? [...u16(0), ...u16(ZERO_ADDRESS)] : []),
  ];
  return [
    ...u32(constant),
    ...[plus, minus, small, smallMinus].map((list) => even(list.length)),
    ...units(plus),
    ...units(minus),
    ...scaled(small),
    ...scaled(smallMinus),
  ];
}

/** Operands that an instruction reads. */
function reads(step: Instruction): readonly Operand[] {
  if (step.kind === 'mul') return [step.a, step.b];
  return step.kind === 'lin' ? step.form.terms.map(([operand]) => operand) : [step.a];
}

/** True if nobody reads `operand` after `code[at]` before it is written again. */
function diesAt(code: readonly Instruction[], at: number, operand: Operand, firstRegister: number): boolean {
  for (const step of code.slice(at + 1)) {
    if (reads(step).includes(operand)) return false;
    if (step.kind !== 'assertZero' && firstRegister + step.dst === operand) return true;
  }
  return true;
}

function emitConstraints(out: ChipCode, { program }: CompiledChip): void {
  const { code, columns } = program;
  const firstRegister = columns + 1;
  for (let i = 0; i < code.length; i++) {
    const step = code[i];
    if (step.kind === 'assertZero') {
      out.emit(u8(Op.assert), slot(step.a));
      continue;
    }
    const dst = firstRegister + step.dst;
    const next = code[i + 1];
    // A value that exists only to be asserted never becomes a slot.
    const fused = next?.kind === 'assertZero' && next.a === dst && diesAt(code, i + 1, dst, firstRegister);
    if (step.kind === 'lin') {
      if (fused) out.assertLinear(dst, step.form);
      else out.linear(dst, step.form);
    } else if (fused) out.emit(u8(Op.assertMul), slot(step.a), slot(step.b));
    else out.multiply(dst, step.a, step.b);
    if (fused) i++;
  }
}

const inFours = (length: number): number => (length + 3) & ~3;

/** u16 entries, filled up to a multiple of four with one that counts for nothing. */
const padded = (entries: readonly number[][], nothing = 0): number[] => [
  ...entries.flat(),
  ...Array.from({ length: inFours(entries.length) - entries.length }, () => u16(nothing)).flat(),
];

const operands = (list: readonly Operand[]): number[] => padded(list.map(slot), ZERO_ADDRESS);

/** Slots for the forms and constants of interactions, shared between them; registers are free again after the constraints. */
class Temporaries {
  private readonly known = new Map<string, Operand>();
  private next: number;
  private readonly out: ChipCode;
  private readonly first: number;

  constructor(out: ChipCode, first: number) {
    this.out = out;
    this.first = first;
    this.next = first;
  }

  /** Forgets all values when the slots might not suffice for those of `interactions`. */
  reserve(interactions: readonly Interaction[]): void {
    const keys = interactions.flatMap(({ multiplicity, tuple }) => [
      ...[multiplicity, ...tuple].filter((form) => !isOperand(form)).map(keyOf),
      JSON.stringify(tuple),
    ]);
    if (this.next + new Set(keys).size <= MAX_SLOTS) return;
    this.known.clear();
    this.next = this.first;
  }

  operandOf(form: LinearForm): Operand {
    const { constant, terms } = form;
    if (isOperand(form)) return terms[0][0];
    const key = keyOf(form);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const operand = this.next++;
    if (terms.length === 0) {
      this.out.emit(u8(Op.constant), slot(operand), u32(constant));
      this.out.written(operand);
    } else this.out.linear(operand, form);
    this.known.set(key, operand);
    return operand;
  }

  /** Σ γ^k t_k; a tuple of one value is that value. */
  tupleOf(tuple: readonly LinearForm[]): Operand {
    invariant(tuple.length > 0 && tuple.length <= MAX_TUPLE, `tuple of ${tuple.length} values`);
    const values = tuple.map((form) => this.operandOf(form));
    if (values.length === 1) return values[0];
    const key = JSON.stringify(tuple);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const operand = this.next++;
    this.out.emit(u8(Op.tuple), slot(operand), u8(inFours(values.length - 1)), slot(values[0]), operands(values.slice(1)));
    this.out.written(operand);
    this.known.set(key, operand);
    return operand;
  }
}

/** A form that is nothing but one operand. */
const isOperand = ({ constant, terms }: LinearForm): boolean => constant === 0 && terms.length === 1 && terms[0][1] === 1;

const keyOf = ({ constant, terms }: LinearForm): string => JSON.stringify([constant, terms]);

/** One block of interactions: neighbours that share the evaluator's table of eq. */
function emitBlock(out: ChipCode, temporaries: Temporaries, block: readonly Interaction[]): void {
  temporaries.reserve(block);
  const multiplicities = block.map(({ multiplicity }) => temporaries.operandOf(multiplicity));
  const tuples = block.map(({ tuple }) => temporaries.tupleOf(tuple));
  const tags = block.map(({ tag }) => {
    invariant(tag <= MAX_TAG, `tag ${tag}: the machine takes tags up to ${MAX_TAG}`);
    return u16(tag);
  });
  out.emit(u8(Op.block), u8(inFours(block.length)), operands(multiplicities), operands(tuples), padded(tags));
}

function emitInteractions(out: ChipCode, { program, interactions }: CompiledChip): void {
  if (interactions.length === 0) return;
  const temporaries = new Temporaries(out, program.columns + 1);
  const size = 1 << blockBits(ceilLog2(interactions.length));
  for (let i = 0; i < interactions.length; i += size) emitBlock(out, temporaries, interactions.slice(i, i + size));
}

/** The whole program: the longest tuple, then the chips from the last to the first. */
function airProgram(air: Air): Uint8Array {
  const chips = [...air.chips].reverse().map((chip) => {
    const { columns } = chip.program;
    const out = new ChipCode();
    out.emit(u16(columns), u16(chip.interactions.length), u8(chip.interactions.length === 0 ? 0 : ceilLog2(chip.interactions.length)));
    emitConstraints(out, chip);
    emitInteractions(out, chip);
    out.emit(u8(Op.end));
    return Uint8Array.from(out.bytes);
  });
  const tupleLength = Math.max(0, ...air.chips.flatMap(({ interactions }) => interactions.map(({ tuple }) => tuple.length)));
  return concatBytes(Uint8Array.from(u8(tupleLength)), ...chips);
}

/** Runtime codes of the data contracts: STOP, then the next part of the program. */
function dataContracts(program: Uint8Array): Uint8Array[] {
  const codes: Uint8Array[] = [];
  for (let i = 0; i < program.length; i += MAX_DATA_BYTES)
    codes.push(concatBytes(Uint8Array.of(0), program.subarray(i, i + MAX_DATA_BYTES)));
  return codes;
}

/** Creation code that returns the bytes behind it. */
export function codeInitcode(code: Uint8Array): Uint8Array {
  // PUSH2 size, DUP1, PUSH1 10, RETURNDATASIZE, CODECOPY, RETURNDATASIZE, RETURN
  return concatBytes(Uint8Array.of(0x61, code.length >>> 8, code.length & 0xff, 0x80, 0x60, 0x0a, 0x3d, 0x39, 0x3d, 0xf3), code);
}

/** Per chip: u16 columns, u16 interactions, u8 minimal and u8 maximal log height. */
function chipTable(air: Air): Uint8Array {
  return Uint8Array.from(
    air.chips.flatMap(({ program, interactions, minLogHeight, maxLogHeight }) => [
      ...u16(program.columns),
      ...u16(interactions.length),
      minLogHeight,
      maxLogHeight,
    ]),
  );
}

export interface VerifierNames {
  /** The generated contract's name. */
  readonly contract: string;
  /** Import path prefix from the generated file to contracts/src/verifier, and to the profile's generated file. */
  readonly sources: string;
  readonly profileFile: string;
  readonly implementation: AirImplementation;
}

/** How a verifier evaluates the AIR: by generated code, or by an interpreter with the AIR as data. Neither uses anything of the other. */
export type AirImplementation = 'compiled' | 'interpreted';

/** The evaluator's contract. */
const EVALUATORS: Readonly<Record<AirImplementation, string>> = { compiled: 'CompiledEvaluator', interpreted: 'AirEvaluator' };

/** Runtime codes of all contracts that hold the AIR, in the evaluator's order. */
export function programContracts(air: Air, implementation: AirImplementation): Uint8Array[] {
  return implementation === 'compiled' ? straightLineContracts(air) : dataContracts(airProgram(air));
}

/** The contract that pins one AIR under one profile. */
export function verifierSolidity(
  air: Air,
  profile: SecurityProfile,
  { contract, sources, profileFile, implementation }: VerifierNames,
): string {
  const name = `${capitalized(profile.name)}Profile`;
  const whir = `${capitalized(profile.name)}WhirVerifier`;
  const evaluator = EVALUATORS[implementation];
  const codes = programContracts(air, implementation);
  const hashes = codes.map((code, i) => `        if (i == ${i}) return ${toHex(keccak256(code))};`);
  return `// SPDX-License-Identifier: MIT
${GENERATED}pragma solidity 0.8.37;

import {${evaluator}} from "${sources}/${evaluator}.sol";
import {StarkVerifier} from "${sources}/StarkVerifier.sol";
import {${name}, ${whir}} from "${profileFile}";

/// @title The verifier of the AIR \`${air.name}\` under the profile \`${profile.name}\`
contract ${contract} is StarkVerifier {
    bytes32 public constant PROFILE_ID = ${name}.PROFILE_ID;
    bytes32 public constant AIR_DIGEST = ${toHex(air.digest)};

    constructor(address whir, address evaluator, address[] memory programs)
        StarkVerifier(
            whir, evaluator, programs, keccak256(type(${whir}).runtimeCode), keccak256(type(${evaluator}).runtimeCode)
        )
    {}

    function _profile() internal pure override returns (Profile memory) {
        return Profile({
            id: PROFILE_ID,
            busPow: ${name}.BUS_POW,
            minVariables: ${name}.MIN_VARIABLES,
            maxVariables: ${name}.MAX_VARIABLES,
            maxFractionVariables: ${name}.MAX_FRACTION_VARIABLES
        });
    }

    function _schedule(uint256 variables) internal pure override returns (bytes memory) {
        return ${name}.schedule(variables);
    }

    function _airDigest() internal pure override returns (bytes32) {
        return AIR_DIGEST;
    }

    function _publicGroups() internal pure override returns (uint256) {
        return ${air.publicGroups};
    }

    function _chips() internal pure override returns (bytes memory) {
        return hex"${toHex(chipTable(air)).slice(2)}";
    }

    function _programHash(uint256 i) internal pure override returns (bytes32) {
${hashes.join('\n')}
        return 0;
    }
}
`;
}
