/**
 * The byte encoding of a compiled chip that the verifier on L1 executes (a small machine in Yul): same instructions as `ir.ts`,
 * fixed-width big-endian fields, no alignment.
 *
 *   chip         = u16 columns ‖ u16 registers ‖ u16 constraints ‖ u16 interactions ‖ u16 instructions ‖ instruction* ‖ interaction*
 *   instruction  = 0x00 ‖ u16 dst ‖ u16 a ‖ u16 b            value[dst] ← value[a]·value[b]
 *                | 0x01 ‖ u16 dst ‖ form                     value[dst] ← form
 *                | 0x02 ‖ u16 a                              the next constraint's value, in descending order: acc ← acc·β + value[a]
 *   interaction  = form (multiplicity) ‖ u32 tag ‖ u8 length ‖ form × length (t_1 … t_length)
 *   form         = u32 constant ‖ u16 plus ‖ u16 minus ‖ u16 wide ‖ term8 × plus ‖ term8 × minus ‖ term32 × wide
 *   term8        = u16 operand ‖ u8 coefficient               1 … 255, added (plus) or subtracted (minus)
 *   term32       = u16 operand ‖ u32 coefficient              any canonical coefficient
 *
 * Operands, `dst` included, index one array of values: 0 … columns − 1 the columns, `columns` the row number, then the registers.
 * An instruction's dst may equal one of its operands. Small coefficients are apart because their products need no reduction: with 51-bit
 * lanes, 2^12 terms of 8 + 31 bits fit a lane. Nearly all coefficients of a real AIR are small (the Poseidon matrix is below 2^7).
 */

import { P } from '@weir/crypto/field';
import { invariant } from '@weir/foundation/assert';
import { concatBytes } from '@weir/foundation/bytes';
import type { CompiledChip, Instruction, Interaction, LinearForm } from '../air/ir.ts';

export const OPCODE = { mul: 0, lin: 1, assertZero: 2 } as const;
const MAX_SMALL = 0xff;

class Writer {
  private readonly bytes: number[] = [];

  u8(value: number): this {
    return this.put(value, 1);
  }
  u16(value: number): this {
    return this.put(value, 2);
  }
  u32(value: number): this {
    return this.put(value, 4);
  }
  finish(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }

  private put(value: number, width: number): this {
    invariant(Number.isInteger(value) && value >= 0 && value < 2 ** (8 * width), `${value} does not fit ${width} bytes`);
    for (let shift = 8 * (width - 1); shift >= 0; shift -= 8) this.bytes.push((value >>> shift) & 0xff);
    return this;
  }
}

function writeForm(out: Writer, { constant, terms }: LinearForm): void {
  const plus = terms.filter(([, coefficient]) => coefficient <= MAX_SMALL);
  const minus = terms.filter(([, coefficient]) => P - coefficient <= MAX_SMALL);
  const wide = terms.filter(([, coefficient]) => coefficient > MAX_SMALL && P - coefficient > MAX_SMALL);
  out.u32(constant).u16(plus.length).u16(minus.length).u16(wide.length);
  for (const [operand, coefficient] of plus) out.u16(operand).u8(coefficient);
  for (const [operand, coefficient] of minus) out.u16(operand).u8(P - coefficient);
  for (const [operand, coefficient] of wide) out.u16(operand).u32(coefficient);
}

function writeInstruction(out: Writer, step: Instruction, firstRegister: number): void {
  out.u8(OPCODE[step.kind]);
  switch (step.kind) {
    case 'mul':
      out.u16(firstRegister + step.dst).u16(step.a).u16(step.b);
      break;
    case 'lin':
      writeForm(out.u16(firstRegister + step.dst), step.form);
      break;
    case 'assertZero':
      out.u16(step.a);
      break;
  }
}

function writeInteraction(out: Writer, { multiplicity, tag, tuple }: Interaction): void {
  writeForm(out, multiplicity);
  out.u32(tag).u8(tuple.length);
  for (const form of tuple) writeForm(out, form);
}

/** One chip in the encoding above. */
export function encodeChip({ program, interactions }: CompiledChip): Uint8Array {
  const out = new Writer();
  out.u16(program.columns).u16(program.registers).u16(program.constraints).u16(interactions.length).u16(program.code.length);
  for (const step of program.code) writeInstruction(out, step, program.columns + 1);
  for (const interaction of interactions) writeInteraction(out, interaction);
  return out.finish();
}

/** All chips, in order: the Yul machine runs them from last to first for Horner over all constraints, so it also gets each one's offset. */
export function encodePrograms(chips: readonly CompiledChip[]): { readonly bytes: Uint8Array; readonly offsets: readonly number[] } {
  const encoded = chips.map(encodeChip);
  let next = 0;
  const offsets = encoded.map((bytes) => {
    const offset = next;
    next += bytes.length;
    return offset;
  });
  return { bytes: concatBytes(...encoded), offsets };
}

class Reader {
  private at = 0;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u8(): number {
    return this.view.getUint8(this.at++);
  }
  u16(): number {
    this.at += 2;
    return this.view.getUint16(this.at - 2);
  }
  u32(): number {
    this.at += 4;
    return this.view.getUint32(this.at - 4);
  }
  get finished(): boolean {
    return this.at === this.view.byteLength;
  }
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

function readForm(from: Reader): LinearForm {
  const constant = from.u32();
  const [plus, minus, wide] = times(3, () => from.u16());
  const terms = [
    ...times(plus, () => [from.u16(), from.u8()] as const),
    ...times(minus, () => [from.u16(), P - from.u8()] as const),
    ...times(wide, () => [from.u16(), from.u32()] as const),
  ];
  return { constant, terms: terms.sort(([a], [b]) => a - b) };
}

/** What the bytes say, without names: `decodeChip(encodeChip(chip))` has the chip's program and interactions. For tests of the format. */
export function decodeChip(bytes: Uint8Array): { readonly program: CompiledChip['program']; readonly interactions: readonly Omit<Interaction, 'name' | 'bus'>[] } {
  const from = new Reader(bytes);
  const [columns, registers, constraints, interactionCount, instructions] = times(5, () => from.u16());
  let constraint = constraints;
  const code = times(instructions, (): Instruction => {
    const opcode = from.u8();
    if (opcode === OPCODE.mul) return { kind: 'mul', dst: from.u16() - columns - 1, a: from.u16(), b: from.u16() };
    if (opcode === OPCODE.lin) return { kind: 'lin', dst: from.u16() - columns - 1, form: readForm(from) };
    invariant(opcode === OPCODE.assertZero, `unknown opcode ${opcode}`);
    return { kind: 'assertZero', constraint: --constraint, a: from.u16() };
  });
  const interactions = times(interactionCount, () => {
    const multiplicity = readForm(from);
    const tag = from.u32();
    const length = from.u8();
    return { tag, multiplicity, tuple: times(length, () => readForm(from)) };
  });
  invariant(from.finished, 'unread bytes');
  return { program: { columns, registers, constraints, code }, interactions };
}
