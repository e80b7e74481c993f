// Reed–Solomon encoding of docs/proof.md "Oracle i": G(ω_d^{t + 2^{d−m} s}) = Σ_j (g_j ω_d^{t j}) ω_m^{s j}. The zero padding from
// 2^m coefficients to 2^d points thus becomes 2^{d−m} independent transforms of size 2^m, one per coset t: load (scale and transpose), transform
// in place by decimation in frequency, hash every row as a leaf. A row holds all columns, so every twiddle is a splat.
//
// A coset does not fit the caches, so it crosses memory as rarely as possible: its rows are 16 parts, and as many rows of each part as fit the
// second-level cache are loaded and go through the first four layers, which join rows of different parts (encodeTiles); then each part is a transform of its own,
// which falls into the caches by itself as it goes depth first, and its rows are hashed as soon as they are ready (encodeLeaves).
import { P, R, R2, addV, mont, montV, shoupQuotient, shoupV, subV } from './field';
import { untranspose4 } from './lanes';
import { hashReversed } from './keccak';
import { scratch } from './thread';

/** Level s of the twiddle table (2^s pairs (w, quotient), w = root_s^i) begins at entry 2^s. `root` = ω of order 2^logSize, canonical. */
export function encodeTwiddles(table: usize, logSize: u32, root: u32): void {
  let stepR = mont(root, R2);
  for (let s: i32 = logSize; s >= 0; s--) {
    const size: u32 = 1 << s;
    let at = table + (<usize>size << 3);
    let w: u32 = 1;
    for (let i: u32 = 0; i < size; i++) {
      store<u32>(at, w);
      store<u32>(at, shoupQuotient(w), 4);
      w = mont(w, stepR);
      at += 8;
    }
    stepR = mont(stepR, stepR);
  }
}

/** At most so many rows of a part are loaded together. */
const TILE: u32 = 256;

/** `rows` (a multiple of 4) coefficients of each of `blocks` (a multiple of 4) columns, scaled by the powers at `powers`. */
function loadFullTile(source: usize, blockBytes: usize, blocks: u32, work: usize, stride: usize, powers: usize, rows: u32): void {
  for (let b: u32 = 0; b < blocks; b += 4) {
    const s0 = source + <usize>b * blockBytes;
    const s1 = s0 + blockBytes;
    const s2 = s1 + blockBytes;
    const s3 = s2 + blockBytes;
    for (let j: usize = 0; j < rows; j += 4) {
      const power = v128.load(powers + 4 * j);
      const row = work + j * stride + 4 * b;
      untranspose4(
        montV(v128.load(s0 + 4 * j), power),
        montV(v128.load(s1 + 4 * j), power),
        montV(v128.load(s2 + 4 * j), power),
        montV(v128.load(s3 + 4 * j), power),
        row,
        row + stride,
        row + 2 * stride,
        row + 3 * stride,
      );
    }
  }
}

/** The same for `rows` coefficients and elements of `width` words, any shape. */
function loadTile(source: usize, blockBytes: usize, blocks: u32, width: u32, work: usize, stride: usize, powers: usize, rows: u32): void {
  for (let b: u32 = 0; b < blocks; b++) {
    let from = source + <usize>b * blockBytes;
    let to = work + 4 * b * width;
    for (let j: u32 = 0; j < rows; j++) {
      const power = load<u32>(powers + 4 * j);
      if (width == 5) {
        v128.store(to, montV(v128.load(from), i32x4.splat(power)));
        store<u32>(to, mont(load<u32>(from, 16), power), 16);
        from += 20;
      } else {
        store<u32>(to, mont(load<u32>(from), power));
        from += 4;
      }
      to += stride;
    }
  }
}

/** Rows `first` … `first + rows − 1`; `power` = coset^first, times R. */
function loadRows(
  source: usize, logBlock: u32, blocks: u32, width: u32, work: usize, stride: usize, power: u32, cosetR: u32, first: u32, rows: u32,
): void {
  const powers = scratch;
  for (let i: u32 = 0; i < rows; i++) {
    store<u32>(powers + 4 * i, power);
    power = mont(power, cosetR);
  }
  const blockBytes = <usize>(4 * width) << logBlock;
  const from = source + 4 * <usize>first * width;
  const to = work + <usize>first * stride;
  if (width == 1 && (rows & 3) == 0 && (blocks & 3) == 0) loadFullTile(from, blockBytes, blocks, to, stride, powers, rows);
  else loadTile(from, blockBytes, blocks, width, to, stride, powers, rows);
  const used: usize = 4 * <usize>blocks * <usize>width;
  if (used < stride) for (let i: usize = 0; i < rows; i++) memory.fill(to + i * stride + used, 0, stride - used);
}

/** base^exponent, times R; `base` too is. */
function power(base: u32, exponent: u32): u32 {
  let result = R;
  for (; exponent > 0; exponent >>= 1) {
    if (exponent & 1) result = mont(result, base);
    base = mont(base, base);
  }
  return result;
}

/** Two layers at once on four rows: (a, b, c, d) ↦ (X_0, X_2, X_1, X_3 of the 4-point transform, times 1, w², w, w³). */
function radix4(a: usize, q: usize, bytes: usize, w1: usize, w2: usize, w3: usize, quarter: usize): void {
  const v1 = v128.load32_splat(w1);
  const q1 = v128.load32_splat(w1, 4);
  const v2 = v128.load32_splat(w2);
  const q2 = v128.load32_splat(w2, 4);
  const v3 = v128.load32_splat(w3);
  const q3 = v128.load32_splat(w3, 4);
  const vi = v128.load32_splat(quarter);
  const qi = v128.load32_splat(quarter, 4);
  const b = a + q;
  const c = b + q;
  const d = c + q;
  for (let i: usize = 0; i < bytes; i += 16) {
    const x0 = v128.load(a + i);
    const x1 = v128.load(b + i);
    const x2 = v128.load(c + i);
    const x3 = v128.load(d + i);
    const even = addV(x0, x2);
    const odd = addV(x1, x3);
    const evenMinus = subV(x0, x2);
    const rotated = shoupV(i32x4.add(i32x4.sub(x1, x3), i32x4.splat(P)), vi, qi);
    v128.store(a + i, addV(even, odd));
    // Shoup takes any u32, so the differences and sums before it stay unreduced (below 2p).
    v128.store(b + i, shoupV(i32x4.add(i32x4.sub(even, odd), i32x4.splat(P)), v2, q2));
    v128.store(c + i, shoupV(i32x4.add(evenMinus, rotated), v1, q1));
    v128.store(d + i, shoupV(i32x4.add(i32x4.sub(evenMinus, rotated), i32x4.splat(P)), v3, q3));
  }
}

function radix2(a: usize, b: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const x = v128.load(a + i);
    const y = v128.load(b + i);
    v128.store(a + i, addV(x, y));
    v128.store(b + i, subV(x, y));
  }
}

/** In place, natural order in, bit-reversed order out. */
function transform(work: usize, logSize: u32, stride: usize, bytes: usize, twiddles: usize): void {
  if (logSize == 0) return;
  if (logSize == 1) {
    radix2(work, work + stride, bytes);
    return;
  }
  const quarter: usize = <usize>1 << (logSize - 2);
  const table = twiddles + (<usize>8 << logSize);
  const q = quarter * stride;
  const rotation = table + 8 * quarter;
  for (let j: usize = 0; j < quarter; j++) radix4(work + j * stride, q, bytes, table + 8 * j, table + 16 * j, table + 24 * j, rotation);
  for (let part: usize = 0; part < 4; part++) transform(work + part * q, logSize - 2, stride, bytes, twiddles);
}

/** Rows that are transformed and hashed together: they stay in the second-level cache. */
const LOG_HASHED: u32 = 10;

/**
 * The transform of 2^logSize rows, `position` rows from the coset's first, and the leaf of every row. Rows come out in bit-reversed order: row p
 * of all 2^logBlock is number reversed(p) of the coset, and its digest lies that many times 32·2^shift bytes from `leaves`.
 */
function finish(
  work: usize, logSize: u32, position: u32, logBlock: u32, stride: usize, bytes: usize, words: u32, twiddles: usize, leaves: usize, shift: u32,
): void {
  if (logSize <= LOG_HASHED) {
    transform(work, logSize, stride, bytes, twiddles);
    hashReversed(work, stride, words, <u32>1 << logSize, position, logBlock, leaves, shift);
    return;
  }
  const quarter: usize = <usize>1 << (logSize - 2);
  const table = twiddles + (<usize>8 << logSize);
  const q = quarter * stride;
  const rotation = table + 8 * quarter;
  for (let j: usize = 0; j < quarter; j++) radix4(work + j * stride, q, bytes, table + 8 * j, table + 16 * j, table + 24 * j, rotation);
  for (let part: u32 = 0; part < 4; part++) {
    finish(work + <usize>part * q, logSize - 2, position + (part << (logSize - 2)), logBlock, stride, bytes, words, twiddles, leaves, shift);
  }
}

/** 2^logParts parts: 1, or 16 whose first four layers are computed while loading. */
// @ts-ignore: decorator
@inline function joins(logParts: u32): bool { return logParts == 4; }

/**
 * Rows from … from + count − 1 of each of 2^logParts parts of one coset. `source` = the table, `blocks` = its columns that are not all zero, `stride` = bytes
 * of a row in `work`, `bytes` = those of a row that can be other than zero, whole vectors; `coset` = ω_d^t.
 */
export function encodeTiles(
  source: usize, logBlock: u32, blocks: u32, width: u32, work: usize, stride: usize, bytes: usize, coset: u32, twiddles: usize, logParts: u32,
  from: u32, count: u32, tile: u32,
): void {
  const logPart = logBlock - logParts;
  const cosetR = mont(coset, R2);
  const end = from + count;
  for (let first = from; first < end; first += tile) {
    const rows = min<u32>(tile, end - first);
    for (let part: u32 = 0; part < <u32>1 << logParts; part++) {
      const row = (part << logPart) + first;
      loadRows(source, logBlock, blocks, width, work, stride, power(cosetR, row), cosetR, row, rows);
    }
    if (!joins(logParts)) continue;
    const part = stride << logPart;
    const at = work + <usize>first * stride;
    let table = twiddles + (<usize>8 << logBlock);
    let rotation = table + (<usize>8 << (logBlock - 2));
    for (let p: usize = 0; p < 4; p++) {
      for (let i: usize = 0; i < rows; i++) {
        const j: usize = (p << logPart) + <usize>first + i;
        radix4(at + p * part + i * stride, 4 * part, bytes, table + 8 * j, table + 16 * j, table + 24 * j, rotation);
      }
    }
    table = twiddles + (<usize>8 << (logBlock - 2));
    rotation = table + (<usize>8 << logPart);
    for (let p: usize = 0; p < 16; p += 4) {
      for (let i: usize = 0; i < rows; i++) {
        const j: usize = <usize>first + i;
        radix4(at + p * part + i * stride, part, bytes, table + 8 * j, table + 16 * j, table + 24 * j, rotation);
      }
    }
  }
}

/** The rest for part `part` of a coset at `work`, and its leaves: rows of `words` words. */
export function encodeLeaves(
  work: usize, logBlock: u32, logParts: u32, part: u32, stride: usize, bytes: usize, words: u32, twiddles: usize, leaves: usize, shift: u32,
): void {
  const logPart = logBlock - logParts;
  const position = part << logPart;
  finish(work + <usize>position * stride, logPart, position, logBlock, stride, bytes, words, twiddles, leaves, shift);
}
