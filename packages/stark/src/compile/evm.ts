/**
 * A small assembler for straight-line EVM code: opcodes by name, the shortest PUSH, labels, and a stack whose height is known at
 * every place, so that constants kept at its bottom can be reached from anywhere with one DUP.
 */
import { invariant } from '@weir/foundation/assert';

const OPCODES = {
  ADD: 0x01,
  MUL: 0x02,
  SUB: 0x03,
  MOD: 0x06,
  MULMOD: 0x09,
  AND: 0x16,
  OR: 0x17,
  SHL: 0x1b,
  SHR: 0x1c,
  CALLDATALOAD: 0x35,
  POP: 0x50,
  MLOAD: 0x51,
  MSTORE: 0x52,
  JUMP: 0x56,
  JUMPDEST: 0x5b,
  PUSH0: 0x5f,
  RETURN: 0xf3,
} as const;

/** Change of the stack's height. */
const EFFECT: Readonly<Record<keyof typeof OPCODES, number>> = {
  ADD: -1,
  MUL: -1,
  SUB: -1,
  MOD: -1,
  MULMOD: -2,
  AND: -1,
  OR: -1,
  SHL: -1,
  SHR: -1,
  CALLDATALOAD: 0,
  POP: -1,
  MLOAD: 0,
  MSTORE: -2,
  JUMP: -1,
  JUMPDEST: 0,
  PUSH0: 1,
  RETURN: -2,
};

const PUSH1 = 0x60;
const DUP1 = 0x80;
const SWAP1 = 0x90;
const MAX_REACH = 16;

export type Label = { readonly name: string };

export class Assembler {
  private code: number[] = [];
  private readonly places = new Map<Label, number>();
  private holes: { readonly at: number; readonly label: Label }[] = [];
  /** Words on the stack. */
  height = 0;

  get length(): number {
    return this.code.length;
  }

  op(...names: readonly (keyof typeof OPCODES)[]): this {
    for (const name of names) {
      this.code.push(OPCODES[name]);
      this.height += EFFECT[name];
    }
    return this;
  }

  push(value: bigint | number): this {
    const digits = BigInt(value).toString(16);
    if (BigInt(value) === 0n) return this.op('PUSH0');
    const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex');
    this.code.push(PUSH1 + bytes.length - 1, ...bytes);
    this.height++;
    return this;
  }

  /** Copies the word at the given height from the stack's bottom. */
  dupAt(position: number): this {
    const reach = this.height - position;
    invariant(reach >= 1 && reach <= MAX_REACH, `DUP${reach}`);
    this.code.push(DUP1 + reach - 1);
    this.height++;
    return this;
  }

  swap(depth: number): this {
    invariant(depth >= 1 && depth <= MAX_REACH, `SWAP${depth}`);
    this.code.push(SWAP1 + depth - 1);
    return this;
  }

  pushLabel(label: Label): this {
    this.code.push(PUSH1 + 1, 0, 0);
    this.holes.push({ at: this.code.length - 2, label });
    this.height++;
    return this;
  }

  /** A place to jump to; the caller says how high the stack is when it is reached. */
  place(label: Label, height: number): this {
    this.places.set(label, this.code.length);
    this.height = height;
    return this.op('JUMPDEST');
  }

  assemble(): Uint8Array {
    const bytes = Uint8Array.from(this.code);
    for (const { at, label } of this.holes) {
      const to = this.places.get(label);
      invariant(to !== undefined, `label ${label.name} has no place`);
      bytes[at] = to >>> 8;
      bytes[at + 1] = to & 0xff;
    }
    return bytes;
  }

  /** To undo what is emitted after this point. */
  mark(): { readonly length: number; readonly holes: number; readonly height: number } {
    return { length: this.code.length, holes: this.holes.length, height: this.height };
  }

  rewind({ length, holes, height }: ReturnType<Assembler['mark']>): void {
    this.code = this.code.slice(0, length);
    this.holes = this.holes.slice(0, holes);
    this.height = height;
  }
}
