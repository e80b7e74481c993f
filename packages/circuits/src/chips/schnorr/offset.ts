/**
 * The constant points of the `schnorr` chips, and why no addition ever meets the identity.
 *
 * One signature is s·G + e·P = s_lo·G + s_hi·G' + e·P with G' = 2^112·G, in 28 steps of acc ← 16·acc + T_j + W_{k,i} (Straus' joint windows of
 * 4 bits), where T_j = C + j·P and W_{k,i} = C + k·G' + i·G. The offset C keeps every table entry affine (entry 0 would be the identity);
 * the start point is chosen so that all offsets cancel at the end: 16^28·START + 2·(1 + 16 + … + 16^27)·C = 0. So the last accumulator is
 * R itself, with no point to subtract.
 *
 * C is hashed to the curve: nobody knows a relation between C and G.
 *
 * **Soundness** does not rest on that: the chips prove x1 ≠ x2 at each addition, so each slope is unique; a doubling has y ≠ 0, since the
 * group has odd (prime) order; hence every row's points follow from its inputs, and the last one is s·G + e·P exactly. It is affine, so it
 * is not the identity.
 *
 * **Completeness** does: an accumulator is a·G + b·P + c·C with a known c (the same for all signatures), and an addition fails only if it equals
 * ± a table entry. Because c ≠ ±1 there, except at the very last addition (`schnorr.test.ts` computes all c), that would be a relation giving
 * C's logarithm in terms of G's and the key's: no signer can find one for a key whose logarithm he knows. At the last addition c = −1 against
 * C's 1: the opposite point means that R is the identity, which is not a valid signature, and the equal point needs 2·C.
 */
import { add as addPoints, GENERATOR, liftX, multiply, negate, ORDER, type Point } from '@weir/crypto/curve';
import { fromBigint } from '@weir/crypto/field';
import { keccak256 } from '@weir/crypto/keccak';
import { SEPTIC_DEGREE } from '@weir/crypto/septic';
import { invariant } from '@weir/foundation/assert';
import { bytesToBigint } from '@weir/foundation/bytes';

export const WINDOW_BITS = 4;
export const TABLE_SIZE = 2 ** WINDOW_BITS;
/** 28 windows of 4 bits: 112 bits of e, of s_lo and of s_hi. */
export const STEPS = 28;
/** Seven windows make one chunk of 28 bits: a limb of e, two limbs of s. */
export const STEPS_PER_CHUNK = 7;
export const CHUNK_BITS = WINDOW_BITS * STEPS_PER_CHUNK;
export const CHUNKS = STEPS / STEPS_PER_CHUNK;

/** x_i = keccak256("weir.schnorr.offset." ‖ attempt ‖ "." ‖ i) mod p for the first attempt on the curve; y with an even constant coefficient. */
function hashToCurve(tag: string): Point {
  for (let attempt = 0; ; attempt++) {
    const element = (i: number): number => fromBigint(bytesToBigint(keccak256(new TextEncoder().encode(`${tag}${attempt}.${i}`))));
    const point = liftX(Array.from({ length: SEPTIC_DEGREE }, (_, i) => element(i)));
    if (point !== undefined) return point.y[0] % 2 === 0 ? point : negate(point);
  }
}

function known(point: Point | undefined): Point {
  invariant(point !== undefined, 'a constant point is not the identity');
  return point;
}

export const OFFSET: Point = hashToCurve('weir.schnorr.offset.');

/** a^{-1} mod the group order. */
function inverseModOrder(a: bigint): bigint {
  let [r0, r1, t0, t1] = [ORDER, a, 0n, 1n];
  while (r1 > 0n) {
    const quotient = r0 / r1;
    [r0, r1, t0, t1] = [r1, r0 - quotient * r1, t1, t0 - quotient * t1];
  }
  return ((t0 % ORDER) + ORDER) % ORDER;
}

const span = 1n << BigInt(WINDOW_BITS * STEPS);
/** c with START = c·C: −2·(1 + 16 + … + 16^27) / 16^28. */
export const START_COEFFICIENT: bigint =
  (ORDER - ((((2n * ((span - 1n) / BigInt(TABLE_SIZE - 1))) % ORDER) * inverseModOrder(span % ORDER)) % ORDER)) % ORDER;
export const START: Point = known(multiply(OFFSET, START_COEFFICIENT));

/** What the constants' table adds in direction 0 (low) and 1 (high). */
export const DIRECTIONS: readonly [Point, Point] = [GENERATOR, known(multiply(GENERATOR, span))];

/** W_{high,low} = C + high·G' + low·G. */
export const CONSTANT_TABLE: readonly (readonly Point[])[] = multiples(OFFSET, DIRECTIONS[1]).map((start) =>
  multiples(start, DIRECTIONS[0]),
);

/** start + i·step for i = 0 … 15. */
function multiples(start: Point, step: Point): readonly Point[] {
  const points = [start];
  while (points.length < TABLE_SIZE) points.push(known(addPoints(points[points.length - 1], step)));
  return points;
}

/** order in limbs of 28 bits, least significant first. */
export const ORDER_LIMBS: readonly number[] = Array.from({ length: 2 * CHUNKS }, (_, i) =>
  Number((ORDER >> BigInt(CHUNK_BITS * i)) & BigInt(2 ** CHUNK_BITS - 1)),
);
