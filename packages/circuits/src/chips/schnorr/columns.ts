/** Columns of the two signature chips. Points are x (7) and y (7). */
import { group } from '@weir/stark/air/builder';
import { CHUNKS } from './offset.ts';

/** Coordinates whose difference has a witnessed inverse in `inverse` groups (see `distinctX` in air.ts). */
export const INVERSE_CELLS = 3;

/** `schnorr`: one signature per row; its id is the row's number. */
export const SCHNORR_COLUMNS = [
  'active',
  group('keyX', 7),
  /** Either root: both lifts of a key have one owner. */
  group('keyY', 7),
  group('message', 8),
  /** compress_33(R.x, 0, message), then compress_33(inner, key, 0). */
  group('inner', 8),
  group('hash', 8),
  group('nonceX', 7),
  group('nonceY', 7),
  /** s = Σ low_i 2^{28 i} + 2^112 Σ high_i 2^{28 i}. */
  group('low', CHUNKS),
  group('high', CHUNKS),
  /** hash_i = e_i + 2^28·(top bits), three bits per limb; the product of the first two; the distance of e_i below its bound. */
  group('topBit', 3 * CHUNKS),
  group('topPair', CHUNKS),
  group('slack', 2 * CHUNKS),
  /** s < order: which of the limbs 7, 6, 5, 4 is the first that is smaller, and by how much. */
  group('smaller', CHUNKS),
  group('gap', 2),
  /** 1 / Σ limbs of s: s ≥ 1. */
  'sInverse',
  /** How often the steps use table entry 0, the offset. */
  'entryZero',
  /** Row 0: whether the table of the constants is used; how often its entry 0 is. */
  'constants',
  'constantZero',
] as const;

/**
 * `schnorrStep`: a step acc ← 16·acc + T_j + W_{k,i}, or an entry of a table, next = entry + addend. Both end with an addition, so an entry is a step whose
 * accumulator is (0, 0) and whose first point is −addend, both coordinates negated. Coordinates that are quadratic in the others are not committed.
 */
export const STEP_COLUMNS = [
  'isStep',
  'isEntry',
  /** Whose step, or whose table: a signature's, or −1 for the constants'. */
  'signature',
  'step',
  /** The chunk's last step: its sums are handed over. */
  'last',
  group('before', 14),
  /** Doublings: slopes, and x of the first three results. */
  group('slope1', 7),
  group('x1', 7),
  group('slope2', 7),
  group('x2', 7),
  group('slope3', 7),
  group('x3', 7),
  group('slope4', 7),
  /** + T_j; for an entry: its direction, and −addend. */
  'digit',
  group('first', 14),
  group('slope5', 7),
  group('inverse5', INVERSE_CELLS),
  group('x5', 7),
  /** + W_{k,i}, i = low, k = high, of the constants' table (owner −1); for an entry: the entry before it, of the same table. */
  'owner',
  'low',
  'high',
  group('second', 14),
  group('slope6', 7),
  group('inverse6', INVERSE_CELLS),
  group('after', 14),
  /** The chunks of s_lo, s_hi and e so far, and after this step. */
  group('chunk', 3),
  group('nextChunk', 3),
  /** How often this entry is used. */
  'uses',
] as const;
