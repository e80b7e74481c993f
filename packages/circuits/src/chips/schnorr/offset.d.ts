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
import { type Point } from '@weir/crypto/curve';
export declare const WINDOW_BITS = 4;
export declare const TABLE_SIZE: number;
/** 28 windows of 4 bits: 112 bits of e, of s_lo and of s_hi. */
export declare const STEPS = 28;
/** Seven windows make one chunk of 28 bits: a limb of e, two limbs of s. */
export declare const STEPS_PER_CHUNK = 7;
export declare const CHUNK_BITS: number;
export declare const CHUNKS: number;
export declare const OFFSET: Point;
/** c with START = c·C: −2·(1 + 16 + … + 16^27) / 16^28. */
export declare const START_COEFFICIENT: bigint;
export declare const START: Point;
/** What the constants' table adds in direction 0 (low) and 1 (high). */
export declare const DIRECTIONS: readonly [Point, Point];
/** W_{high,low} = C + high·G' + low·G. */
export declare const CONSTANT_TABLE: readonly (readonly Point[])[];
/** order in limbs of 28 bits, least significant first. */
export declare const ORDER_LIMBS: readonly number[];
