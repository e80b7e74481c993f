/**
 * Poseidon's compression over KoalaBear (width 16, x³, 8 full and 20 partial rounds) as a Solidity library, generated from the same
 * constants as the TypeScript and WebAssembly versions.
 *
 * Products are taken on packed words: one MUL multiplies a state element with six small matrix entries (full rounds) or with three
 * field elements (partial rounds). A lane is wide enough for the unreduced sum, and a sum is only reduced by the next cube.
 *
 * The partial rounds are one affine map. With c the 16 cubes before them and x_k the cube of partial round k, the only things that
 * are not linear, the input y_k of round k and all 16 elements after the last are affine in (c, x_0 … x_19): the 36 rows of `rows`.
 */
import { MATRIX_FIRST_ROW, ROUND_CONSTANTS } from '@weir/crypto/generated/poseidonConstants';
import { DOMAIN_A, DOMAIN_B, FULL_ROUNDS, WIDTH } from '@weir/crypto/poseidon';
import { GENERATED } from './solidityProfile.ts';

const P = 0x7f000001n;
const HALF = FULL_ROUNDS / 2;
const PARTIAL = ROUND_CONSTANTS.length - FULL_ROUNDS;
/** Rounds 0 … 3 are full, then partial, then full from here on. */
const LAST_FULL = HALF + PARTIAL;

/** Full rounds: a matrix row adds up to less than 2^9, so 42 bits hold 16 products; inputs of up to 2^37 fit too. */
const SMALL = { bits: 42, lanes: 6 };
/** Partial rounds: at most 36 products of 62 bits and a constant. */
const LARGE = { bits: 68, lanes: 3 };

const elements = Array.from({ length: WIDTH }, (_, i) => i);
const matrix = (row: number, column: number): bigint => BigInt(MATRIX_FIRST_ROW[(column - row + WIDTH) % WIDTH]);
const hex = (value: bigint): string => `0x${value.toString(16)}`;

function pack(values: readonly bigint[], { bits, lanes }: typeof SMALL): bigint[] {
  return Array.from({ length: Math.ceil(values.length / lanes) }, (_, w) =>
    values.slice(w * lanes, (w + 1) * lanes).reduce((word, value, i) => word | (value << BigInt(bits * i)), 0n),
  );
}

// ---- the partial rounds' affine map ----

/** Coefficients on the 16 cubes, on the 20 partial cubes, and the constant. */
type Affine = bigint[];
const CONSTANT = WIDTH + PARTIAL;

/** y_0 … y_19, then the 16 inputs of the full round behind them. */
function affineRows(): Affine[] {
  const zero = (): Affine => new Array<bigint>(CONSTANT + 1).fill(0n);
  const unit = (at: number): Affine => zero().map((_, i) => (i === at ? 1n : 0n));
  const linear = (state: readonly Affine[], round: number): Affine[] =>
    elements.map((row) => {
      const sum = zero();
      for (const column of elements) {
        for (const [i, value] of state[column].entries()) sum[i] += matrix(row, column) * value;
      }
      sum[CONSTANT] += BigInt(ROUND_CONSTANTS[round][row]);
      return sum.map((value) => value % P);
    });
  let state = linear(elements.map(unit), HALF);
  const inputs: Affine[] = [];
  for (let k = 0; k < PARTIAL; k++) {
    inputs.push(state[0]);
    state = linear([unit(WIDTH + k), ...state.slice(1)], HALF + k + 1);
  }
  return [...inputs, ...state];
}

// ---- memory: 16 cubes, 20 partial cubes, two arguments that are needed again at the end, the full rounds' constants ----

const SCRATCH = 0x1000;
const cubeAt = (i: number): string => hex(BigInt(SCRATCH + 32 * i));
const LEFT_AT = cubeAt(CONSTANT);
const DOMAIN_AT = cubeAt(CONSTANT + 1);
const TABLE = SCRATCH + 32 * (CONSTANT + 2);
const ROUND_BYTES = 32 * Math.ceil(WIDTH / SMALL.lanes);
const tableAt = (round: number): string => hex(BigInt(TABLE + ROUND_BYTES * round));

/** Makes the compiler forget what it has loaded: it would keep all cubes on the stack. Never true. */
const forget = (small: string): string => `if shr(16, ${small}) { mstore(${small}, 0) }`;

function lane(word: string, i: number, { bits, lanes }: typeof SMALL): string {
  const shifted = i === 0 ? word : `shr(${bits * i}, ${word})`;
  return i === lanes - 1 ? shifted : `and(${shifted}, ${hex((1n << BigInt(bits)) - 1n)})`;
}

/** constant + Σ coefficient · cube, three rows in a word; nested so that the stack stays flat. */
function rowsSum(rows: readonly Affine[], cubes: readonly number[]): string {
  const packed = (i: number): bigint =>
    pack(
      rows.map((row) => row[i]),
      LARGE,
    )[0];
  return cubes.reduce(
    (sum, i) => {
      const factor = packed(i);
      return factor === 0n ? sum : `add(mul(mload(${cubeAt(i)}), ${hex(factor)}), ${sum})`;
    },
    hex(packed(CONSTANT)),
  );
}

/** The 16 cubes of the lanes of a0, a1, a2, to memory. */
const cubes = (): string[] =>
  elements.flatMap((i) => [
    `v := ${lane(`a${Math.floor(i / SMALL.lanes)}`, i % SMALL.lanes, SMALL)}`,
    `mstore(${cubeAt(i)}, mod(mul(mul(v, v), v), P))`,
  ]);

/** Six rows of the matrix times the cubes, from word w of the constants. */
const matrixRows = (w: number): string =>
  elements.reduce(
    (sum, i) => {
      const column = pack(
        elements.map((row) => matrix(row, i)),
        SMALL,
      );
      return `add(mul(mload(${cubeAt(i)}), ${hex(column[w])}), ${sum})`;
    },
    `mload(add(k, ${32 * w}))`,
  );

function partialRounds(rows: readonly Affine[]): string[] {
  const known = (inputs: number): number[] => Array.from({ length: WIDTH + inputs }, (_, i) => i);
  const lines: string[] = [];
  const whole = PARTIAL - (PARTIAL % LARGE.lanes);
  for (let k = 0; k < whole; k += LARGE.lanes)
    lines.push(`three(${rowsSum(rows.slice(k, k + LARGE.lanes), known(k))}, ${cubeAt(WIDTH + k)})`, forget('domain'));
  // The last two partial rounds share a word with the first row behind them.
  lines.push(
    `let t := ${rowsSum(rows.slice(whole, whole + LARGE.lanes), known(whole))}`,
    `let v := ${lane('t', 0, LARGE)}`,
    'v := mod(mul(mul(v, v), v), P)',
    `mstore(${cubeAt(WIDTH + whole)}, v)`,
    `t := add(mul(v, ${hex(pack([0n, rows[whole + 1][WIDTH + whole], rows[whole + 2][WIDTH + whole]], LARGE)[0])}), t)`,
    `v := ${lane('t', 1, LARGE)}`,
    'v := mod(mul(mul(v, v), v), P)',
    `mstore(${cubeAt(WIDTH + whole + 1)}, v)`,
    `a0 := mod(add(mul(v, ${hex(rows[whole + 2][WIDTH + whole + 1])}), ${lane('t', 2, LARGE)}), P)`,
    'a1 := 0',
    'a2 := 0',
  );
  for (let i = 1; i < WIDTH; i += LARGE.lanes) {
    lines.push(forget('domain'), `t := ${rowsSum(rows.slice(PARTIAL + i, PARTIAL + i + LARGE.lanes), known(PARTIAL))}`);
    for (let j = 0; j < LARGE.lanes; j++) lines.push(addLane(i + j, `mod(${lane('t', j, LARGE)}, P)`));
  }
  return lines;
}

/** A value into its lane of a0, a1, a2. */
function addLane(element: number, value: string): string {
  const target = `a${Math.floor(element / SMALL.lanes)}`;
  const at = SMALL.bits * (element % SMALL.lanes);
  return `${target} := add(${at === 0 ? value : `shl(${at}, ${value})`}, ${target})`;
}

/** Element i plus its domain's constant, unreduced: below 2^37. */
function input(i: number): string {
  const word = i < 8 ? 'left' : 'right';
  const at = 224 - 32 * (i % 8);
  const element = `and(${at === 0 ? word : `shr(${at}, ${word})`}, 0xffffffff)`;
  return `add(${element}, add(${hex(BigInt(DOMAIN_A[i]))}, mul(domain, ${hex(BigInt(DOMAIN_B[i]))})))`;
}

const outputs = (): string[] =>
  elements.slice(0, 8).map((i) => {
    const sum = `mod(add(${lane(`a${Math.floor(i / SMALL.lanes)}`, i % SMALL.lanes, SMALL)}, ${input(i)}), P)`;
    return i === 0 ? `digest := ${sum}` : `digest := or(shl(32, digest), ${sum})`;
  });

const constants = (round: number): bigint[] => pack(ROUND_CONSTANTS[round].map(BigInt), SMALL);
const indent = (lines: readonly string[], by: number): string => lines.map((line) => `${' '.repeat(by)}${line}`).join('\n');

export function poseidonSolidity(): string {
  const rows = affineRows();
  const [h0, h1] = [rows[1][WIDTH], rows[2][WIDTH]];
  // Behind rounds 0 to 2, 24 to 26; behind the last there are none.
  const table = [1, 2, 3, LAST_FULL + 1, LAST_FULL + 2, LAST_FULL + 3].flatMap((r, i) =>
    constants(r).map((word, w) => `mstore(${hex(BigInt(TABLE + ROUND_BYTES * i + 32 * w))}, ${hex(word)})`),
  );
  const none = constants(0).map((_, w) => `mstore(${hex(BigInt(TABLE + ROUND_BYTES * 6 + 32 * w))}, 0)`);
  const rounds = (from: number, to: number): string[] => [
    `for { let k := ${tableAt(from)} } lt(k, ${tableAt(to)}) { k := add(k, ${ROUND_BYTES}) } { a0, a1, a2 := full(a0, a1, a2, k) }`,
  ];
  return `// SPDX-License-Identifier: MIT
${GENERATED}pragma solidity 0.8.37;

/// @title Poseidon over KoalaBear: width 16, x^3, 8 full and 20 partial rounds
/// @notice The state's hash (docs/statements.md), for whoever must recompute a Merkle path on L1. A digest is eight elements in
/// one word, 32 bits each, the first in the highest bits. Constants: vectors/poseidon-koalabear-16.json; how it computes:
/// packages/stark/src/compile/solidityPoseidon.ts.
/// @dev Computes in memory from ${hex(BigInt(SCRATCH))} on, behind what its caller has allocated.
library PoseidonKoalaBear {
    uint256 internal constant P = 0x7f000001;
    /// @notice compress_d(left, right): the first eight elements of P(x + c_d) + (x + c_d). Elements are below 2^32, domain
    /// below 2^5; neither is checked here.
    function compress(uint256 domain, uint256 left, uint256 right) internal pure returns (uint256 digest) {
        assembly ("memory-safe") {
            if gt(mload(0x40), ${hex(BigInt(SCRATCH))}) { revert(0, 0) }
            // A full round: cubes of the 16 lanes, times the matrix, plus the next round's constants at k.
            function full(a0, a1, a2, k) -> b0, b1, b2 {
                let v
${indent(cubes(), 16)}
                ${forget('k')}
                b0 := ${matrixRows(0)}
                ${forget('k')}
                b1 := ${matrixRows(1)}
                ${forget('k')}
                b2 := ${matrixRows(2)}
            }
            // Three partial rounds: each lane is a round's input once the cubes before it are added.
            function three(t, at_) {
                let v := ${lane('t', 0, LARGE)}
                v := mod(mul(mul(v, v), v), P)
                mstore(at_, v)
                t := add(mul(v, ${hex(pack([0n, h0, h1], LARGE)[0])}), t)
                v := ${lane('t', 1, LARGE)}
                v := mod(mul(mul(v, v), v), P)
                mstore(add(at_, 32), v)
                v := add(${h0 === 1n ? 'v' : `mul(v, ${hex(h0)})`}, ${lane('t', 2, LARGE)})
                mstore(add(at_, 64), mod(mul(mul(v, v), v), P))
            }
            // Rounds 0 to 2.
            let a0 := ${hex(constants(0)[0])}
            let a1 := ${hex(constants(0)[1])}
            let a2 := ${hex(constants(0)[2])}
${indent(
  elements.map((i) => addLane(i, input(i))),
  12,
)}
            mstore(${LEFT_AT}, left)
            mstore(${DOMAIN_AT}, domain)
${indent([...table, ...none, ...rounds(0, 3)], 12)}
            // Round 3's cubes, from which the partial rounds start.
            {
                let v
${indent(cubes(), 16)}
            }
            ${forget('domain')}
            // The 20 partial rounds.
            {
${indent(partialRounds(rows), 16)}
            }
            // Rounds 24 to 27.
${indent(rounds(3, 7), 12)}
            left := mload(${LEFT_AT})
            domain := mload(${DOMAIN_AT})
${indent(outputs(), 12)}
        }
    }
}
`;
}
