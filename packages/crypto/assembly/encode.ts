// Reed–Solomon encoding of docs/proof.md "Oracle i": G(ω_d^{t + 2^{d−m} s}) = Σ_j (g_j ω_d^{t j}) ω_m^{s j}. The zero padding from
// 2^m coefficients to 2^d points thus becomes 2^{d−m} independent transforms of size 2^m, one per coset t. A task is one coset of
// one panel of columns: load (scale and transpose), transform in place by depth-first decimation in frequency (so the working set
// falls into the caches by itself), scatter the rows. A row holds all columns of the panel, so every twiddle is a splat.
import { P, R, R2, addV, mont, montV, shoupQuotient, shoupV, subV } from './field';
import { untranspose4 } from './lanes';
import { scratch, thread } from './thread';

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

/** Rows loaded together. Runs of 1 KiB per column let the prefetcher work: a third faster at 2^16 rows than runs of 64 bytes. */
const TILE: u32 = 256;

/** TILE coefficients of each of `blocks` (a multiple of 4) columns, scaled by the TILE powers at `powers`. */
function loadFullTile(source: usize, blockBytes: usize, blocks: u32, work: usize, stride: usize, powers: usize): void {
  for (let b: u32 = 0; b < blocks; b += 4) {
    const s0 = source + <usize>b * blockBytes;
    const s1 = s0 + blockBytes;
    const s2 = s1 + blockBytes;
    const s3 = s2 + blockBytes;
    for (let j: usize = 0; j < TILE; j += 4) {
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

function loadPanel(source: usize, logBlock: u32, blocks: u32, width: u32, work: usize, stride: usize, coset: u32): void {
  const rows: u32 = 1 << logBlock;
  const blockBytes = <usize>(4 * width) << logBlock;
  const powers = scratch;
  const cosetR = mont(coset, R2);
  let power = R;
  for (let j: u32 = 0; j < rows; j += TILE) {
    const count = min<u32>(TILE, rows - j);
    for (let i: u32 = 0; i < count; i++) {
      store<u32>(powers + 4 * i, power);
      power = mont(power, cosetR);
    }
    const from = source + 4 * <usize>j * width;
    const to = work + <usize>j * stride;
    if (width == 1 && count == TILE && (blocks & 3) == 0) loadFullTile(from, blockBytes, blocks, to, stride, powers);
    else loadTile(from, blockBytes, blocks, width, to, stride, powers, count);
  }
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
function transform(work: usize, logSize: u32, stride: usize, twiddles: usize): void {
  if (logSize == 0) return;
  if (logSize == 1) {
    radix2(work, work + stride, stride);
    return;
  }
  const quarter: usize = <usize>1 << (logSize - 2);
  const table = twiddles + (<usize>8 << logSize);
  const q = quarter * stride;
  const rotation = table + 8 * quarter;
  for (let j: usize = 0; j < quarter; j++) radix4(work + j * stride, q, stride, table + 8 * j, table + 16 * j, table + 24 * j, rotation);
  for (let part: usize = 0; part < 4; part++) transform(work + part * q, logSize - 2, stride, twiddles);
}

/** Row p of the panel is the value at point bitrev(p): it goes to row t + 2^{d−m} bitrev(p) of the output. */
function scatter(work: usize, stride: usize, logBlock: u32, out: usize, outStride: usize, shift: u32, words: u32): void {
  const rows: u32 = 1 << logBlock;
  let reversed: u32 = 0;
  for (let p: u32 = 0; p < rows; p++) {
    const from = work + <usize>p * stride;
    const to = out + (<usize>reversed << shift) * outStride;
    let i: u32 = 0;
    for (; i + 4 <= words; i += 4) v128.store(to + 4 * i, v128.load(from + 4 * i));
    for (; i < words; i++) store<u32>(to + 4 * i, load<u32>(from + 4 * i));
    // Increment of a bit-reversed counter.
    let bit: u32 = rows >> 1;
    while (reversed & bit) {
      reversed ^= bit;
      bit >>= 1;
    }
    reversed |= bit;
  }
}

/**
 * One coset t of one panel: `source` = the panel's first block, `out` = the panel's first word in row t, `outStride` = bytes of a
 * full row, `coset` = ω_d^t, `work` + thread·workBytes = private rows.
 */
export function encodePanel(
  source: usize, logBlock: u32, blocks: u32, width: u32, out: usize, outStride: usize, shift: u32, coset: u32,
  work: usize, workBytes: usize, twiddles: usize,
): void {
  const words = blocks * width;
  const stride = <usize>((4 * words + 15) & ~15);
  const rows = work + <usize>thread * workBytes;
  loadPanel(source, logBlock, blocks, width, rows, stride, coset);
  transform(rows, logBlock, stride, twiddles);
  scatter(rows, stride, logBlock, out, outStride, shift, words);
}
