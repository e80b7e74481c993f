// Moving data between arrays of structures in memory and one structure per SIMD lane.

/** Four words of each of four structures become four vectors, one per word; `to` receives them 16 bytes apart. */
// @ts-ignore: decorator
@inline export function transpose4(a: v128, b: v128, c: v128, d: v128, to: usize): void {
  const ab0 = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const cd0 = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const ab1 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd1 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(ab0, cd0, 0, 2));
  v128.store(to, v128.shuffle<i64>(ab0, cd0, 1, 3), 16);
  v128.store(to, v128.shuffle<i64>(ab1, cd1, 0, 2), 32);
  v128.store(to, v128.shuffle<i64>(ab1, cd1, 1, 3), 48);
}

/** The inverse: four vectors back to words 4 of each of four structures. */
// @ts-ignore: decorator
@inline export function untranspose4(a: v128, b: v128, c: v128, d: v128, to0: usize, to1: usize, to2: usize, to3: usize): void {
  const ab0 = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const cd0 = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const ab1 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd1 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to0, v128.shuffle<i64>(ab0, cd0, 0, 2));
  v128.store(to1, v128.shuffle<i64>(ab0, cd0, 1, 3));
  v128.store(to2, v128.shuffle<i64>(ab1, cd1, 0, 2));
  v128.store(to3, v128.shuffle<i64>(ab1, cd1, 1, 3));
}

/** Four consecutive K elements (20 words) to five vectors at `to`. */
export function loadExt4(from: usize, to: usize): void {
  transpose4(v128.load(from), v128.load(from, 20), v128.load(from, 40), v128.load(from, 60), to);
  let last = v128.load32_zero(from, 16);
  last = v128.load32_lane(from, last, 1, 36);
  last = v128.load32_lane(from, last, 2, 56);
  v128.store(to, v128.load32_lane(from, last, 3, 76), 64);
}

/** Five vectors at `from` to four consecutive K elements. */
export function storeExt4(from: usize, to: usize): void {
  untranspose4(v128.load(from), v128.load(from, 16), v128.load(from, 32), v128.load(from, 48), to, to + 20, to + 40, to + 60);
  const last = v128.load(from, 64);
  v128.store32_lane(to, last, 0, 16);
  v128.store32_lane(to, last, 1, 36);
  v128.store32_lane(to, last, 2, 56);
  v128.store32_lane(to, last, 3, 76);
}
