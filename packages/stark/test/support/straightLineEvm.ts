/** Runs code from `compile/straightLine.ts` in TypeScript: just the opcodes that it emits, with the gas of each. */

const WORD = 1n << 256n;
const NAMES: Readonly<Record<number, string>> = {
  1: 'ADD',
  2: 'MUL',
  3: 'SUB',
  6: 'MOD',
  9: 'MULMOD',
  22: 'AND',
  23: 'OR',
  27: 'SHL',
  28: 'SHR',
  53: 'CALLDATALOAD',
  80: 'POP',
  81: 'MLOAD',
  82: 'MSTORE',
  86: 'JUMP',
  91: 'JUMPDEST',
  95: 'PUSH0',
  243: 'RETURN',
};
const GAS: Readonly<Record<string, number>> = { MUL: 5, MOD: 5, MULMOD: 8, JUMP: 8, JUMPDEST: 1, PUSH0: 2, POP: 2, RETURN: 0 };

export interface Run {
  /** The answer's words. */
  readonly answer: readonly bigint[];
  /** Without memory expansion. */
  readonly gas: number;
}

/** `input` holds words by offset; every read is of a whole word that was put there. */
export function run(code: Uint8Array, input: ReadonlyMap<number, bigint>): Run {
  const stack: bigint[] = [];
  const memory = new Map<number, bigint>();
  let gas = 0;
  const pop = (): bigint => {
    const value = stack.pop();
    if (value === undefined) throw new Error('stack underflow');
    return value;
  };
  const known = (words: ReadonlyMap<number, bigint>, at: bigint): bigint => {
    const value = words.get(Number(at));
    if (value === undefined) throw new Error(`nothing was written at ${at}`);
    return value;
  };
  const binary: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
    ADD: (a, b) => (a + b) % WORD,
    MUL: (a, b) => (a * b) % WORD,
    SUB: (a, b) => (a - b + WORD) % WORD,
    MOD: (a, b) => a % b,
    AND: (a, b) => a & b,
    OR: (a, b) => a | b,
    SHL: (a, b) => (b << a) % WORD,
    SHR: (a, b) => b >> a,
  };
  for (let at = 0; ; ) {
    const opcode = code[at++];
    if (opcode >= 0x60 && opcode < 0x80) {
      const length = opcode - 0x5f;
      stack.push(BigInt(`0x${Buffer.from(code.subarray(at, at + length)).toString('hex')}`));
      at += length;
      gas += 3;
      continue;
    }
    if (opcode >= 0x80 && opcode < 0xa0) {
      const depth = (opcode & 0x0f) + 1;
      if (opcode < 0x90) stack.push(stack[stack.length - depth]);
      else {
        const top = stack.length - 1;
        [stack[top], stack[top - depth]] = [stack[top - depth], stack[top]];
      }
      gas += 3;
      continue;
    }
    const name = NAMES[opcode];
    if (name === undefined) throw new Error(`opcode ${opcode} at ${at - 1}`);
    gas += GAS[name] ?? 3;
    if (name in binary) stack.push(binary[name](pop(), pop()));
    else if (name === 'MULMOD') stack.push((pop() * pop()) % pop());
    else if (name === 'CALLDATALOAD') stack.push(known(input, pop()));
    else if (name === 'MLOAD') stack.push(known(memory, pop()));
    else if (name === 'MSTORE') memory.set(Number(pop()), pop());
    else if (name === 'POP') pop();
    else if (name === 'PUSH0') stack.push(0n);
    else if (name === 'JUMP') {
      at = Number(pop());
      if (code[at] !== 0x5b) throw new Error(`jump to ${at}`);
    } else if (name === 'RETURN') {
      const [from, length] = [Number(pop()), Number(pop())];
      return { answer: Array.from({ length: length / 32 }, (_, i) => known(memory, BigInt(from + 32 * i))), gas };
    }
  }
}
