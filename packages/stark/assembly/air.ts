// The strip machine (docs/decisions/constraint-vm.md): a chip's constraints on a strip of rows, one instruction at a time over the whole
// strip. One program serves base rows and K rows; a K value is five planes of a strip. Values are in Montgomery form inside, so products
// stay in it, and linear forms (coefficients in Montgomery form too) do as well.
//
// A program is u32 words; operands are byte offsets into the strip's values:
//   0 dst a b                                        value[dst] ← value[a]·value[b]
//   1 dst constant pairs (operand coefficient)×2…    value[dst] ← constant + Σ coefficient·value[operand], two terms per pair
//   2 a slot                                         keeps a constraint's value for the next 3 (base rows)
//   3 w×20                                           sum += Σ w_s·slot_s, four weights of five words, canonical (base rows)
//   4 a w×5                                          sum += w·value[a] (K rows)
//   5                                                end
import { R, addV, montV, shoupQuotient, shoupV, subV, vP } from '../../crypto/assembly/field';
import { scratch, thread } from '../../crypto/assembly/thread';
import { addK, clearK, fixHigh, mulK, reduceLanes, splatK } from './quintic';

/** out ← a·b on base strips of `bytes`. */
function mulStrip(out: usize, a: usize, b: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(out + i, montV(v128.load(a + i), v128.load(b + i)));
}

function mulStripK(out: usize, a: usize, b: usize, bytes: usize, stride: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) mulK(out + i, stride, a + i, stride, b + i, stride);
}

/**
 * out ← constant + Σ coefficient·value, `pairs` pairs of terms at `terms`. Two products are below 2^63; with a sum below p·2^32 before them
 * they stay below 2^64, and one conditional subtraction restores that bound.
 */
function linStrip(out: usize, constant: u32, terms: usize, pairs: u32, values: usize, bytes: usize): void {
  const end = terms + 16 * <usize>pairs;
  const k = i32x4.splat(constant);
  let i: usize = 0;
  // Eight rows at a time share the loads of operands and coefficients.
  for (; i + 32 <= bytes; i += 32) {
    const at = values + i;
    let low = i64x2.splat(0);
    let high = i64x2.splat(0);
    let low2 = i64x2.splat(0);
    let high2 = i64x2.splat(0);
    for (let term = terms; term < end; term += 16) {
      const from = at + <usize>load<u32>(term);
      const from2 = at + <usize>load<u32>(term, 8);
      const c = v128.load32_splat(term, 4);
      const d = v128.load32_splat(term, 12);
      let x = v128.load(from);
      let y = v128.load(from2);
      low = fixHigh(i64x2.add(low, i64x2.add(i64x2.extmul_low_i32x4_u(x, c), i64x2.extmul_low_i32x4_u(y, d))));
      high = fixHigh(i64x2.add(high, i64x2.add(i64x2.extmul_high_i32x4_u(x, c), i64x2.extmul_high_i32x4_u(y, d))));
      x = v128.load(from, 16);
      y = v128.load(from2, 16);
      low2 = fixHigh(i64x2.add(low2, i64x2.add(i64x2.extmul_low_i32x4_u(x, c), i64x2.extmul_low_i32x4_u(y, d))));
      high2 = fixHigh(i64x2.add(high2, i64x2.add(i64x2.extmul_high_i32x4_u(x, c), i64x2.extmul_high_i32x4_u(y, d))));
    }
    v128.store(out + i, addV(reduceLanes(low, high), k));
    v128.store(out + i, addV(reduceLanes(low2, high2), k), 16);
  }
  if (i < bytes) linRows(out + i, k, terms, end, values + i);
}

/** The last four rows of a strip. */
function linRows(out: usize, constant: v128, terms: usize, end: usize, at: usize): void {
  let low = i64x2.splat(0);
  let high = i64x2.splat(0);
  for (let term = terms; term < end; term += 16) {
    const x = v128.load(at + <usize>load<u32>(term));
    const y = v128.load(at + <usize>load<u32>(term, 8));
    const c = v128.load32_splat(term, 4);
    const d = v128.load32_splat(term, 12);
    low = fixHigh(i64x2.add(low, i64x2.add(i64x2.extmul_low_i32x4_u(x, c), i64x2.extmul_low_i32x4_u(y, d))));
    high = fixHigh(i64x2.add(high, i64x2.add(i64x2.extmul_high_i32x4_u(x, c), i64x2.extmul_high_i32x4_u(y, d))));
  }
  v128.store(out, addV(reduceLanes(low, high), constant));
}

/** sum plane c += Σ_s weight_{s,c}·slot_s: four products are below 2^64, and below 2·p·2^32. */
function weighStrip(sum: usize, slots: usize, weights: usize, bytes: usize, stride: usize): void {
  for (let c: usize = 0; c < 5; c++) {
    const w0 = v128.load32_splat(weights + 4 * c);
    const w1 = v128.load32_splat(weights + 4 * c, 20);
    const w2 = v128.load32_splat(weights + 4 * c, 40);
    const w3 = v128.load32_splat(weights + 4 * c, 60);
    const plane = sum + c * stride;
    for (let i: usize = 0; i < bytes; i += 16) {
      const x0 = v128.load(slots + i);
      const x1 = v128.load(slots + stride + i);
      const x2 = v128.load(slots + 2 * stride + i);
      const x3 = v128.load(slots + 3 * stride + i);
      const low = i64x2.add(
        i64x2.add(i64x2.extmul_low_i32x4_u(x0, w0), i64x2.extmul_low_i32x4_u(x1, w1)),
        i64x2.add(i64x2.extmul_low_i32x4_u(x2, w2), i64x2.extmul_low_i32x4_u(x3, w3)),
      );
      const high = i64x2.add(
        i64x2.add(i64x2.extmul_high_i32x4_u(x0, w0), i64x2.extmul_high_i32x4_u(x1, w1)),
        i64x2.add(i64x2.extmul_high_i32x4_u(x2, w2), i64x2.extmul_high_i32x4_u(x3, w3)),
      );
      v128.store(plane + i, addV(v128.load(plane + i), reduceLanes(fixHigh(low), fixHigh(high))));
    }
  }
}

function weighStripK(sum: usize, value: usize, weight: usize, bytes: usize, stride: usize): void {
  const w = scratch;
  const t = scratch + 80;
  splatK(w, weight);
  for (let i: usize = 0; i < bytes; i += 16) {
    mulK(t, 16, value + i, stride, w, 16);
    addK(sum + i, stride, sum + i, stride, t, 16);
  }
}

function copyStrip(out: usize, from: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(out + i, v128.load(from + i));
}

// @ts-ignore: decorator
@inline function word(at: usize, index: usize): usize { return <usize>load<u32>(at + 4 * index); }

function runBase(code: usize, values: usize, slots: usize, sum: usize, bytes: usize, stride: usize): void {
  let pc = code;
  for (;;) {
    const opcode = load<u32>(pc);
    if (opcode == 0) {
      mulStrip(values + word(pc, 1), values + word(pc, 2), values + word(pc, 3), bytes);
      pc += 16;
    } else if (opcode == 1) {
      const pairs = load<u32>(pc, 12);
      linStrip(values + word(pc, 1), load<u32>(pc, 8), pc + 16, pairs, values, bytes);
      pc += 16 + 16 * <usize>pairs;
    } else if (opcode == 2) {
      copyStrip(slots + word(pc, 2) * stride, values + word(pc, 1), bytes);
      pc += 12;
    } else if (opcode == 3) {
      weighStrip(sum, slots, pc + 4, bytes, stride);
      pc += 84;
    } else return;
  }
}

function runK(code: usize, values: usize, sum: usize, bytes: usize, stride: usize): void {
  let pc = code;
  for (;;) {
    const opcode = load<u32>(pc);
    if (opcode == 0) {
      mulStripK(values + word(pc, 1), values + word(pc, 2), values + word(pc, 3), bytes, stride);
      pc += 16;
    } else if (opcode == 1) {
      const pairs = load<u32>(pc, 12);
      const out = values + word(pc, 1);
      linStrip(out, load<u32>(pc, 8), pc + 16, pairs, values, bytes);
      for (let c: usize = 1; c < 5; c++) linStrip(out + c * stride, 0, pc + 16, pairs, values + c * stride, bytes);
      pc += 16 + 16 * <usize>pairs;
    } else if (opcode == 4) {
      weighStripK(sum, values + word(pc, 1), pc + 8, bytes, stride);
      pc += 28;
    } else return;
  }
}

/** out ← Montgomery form of low + x·(high − low), for x = 2, 3. */
function loadPoint(out: usize, low: usize, high: usize, x: u32, bytes: usize): void {
  const quotient = i32x4.splat(shoupQuotient(R));
  const r = i32x4.splat(R);
  for (let i: usize = 0; i < bytes; i += 16) {
    const b = v128.load(high + i);
    const step = subV(b, v128.load(low + i));
    let value = addV(b, step);
    if (x > 2) value = addV(value, step);
    v128.store(out + i, shoupV(value, r, quotient));
  }
}

/** value ← low and step ← high − low, in Montgomery form. */
function loadStep(value: usize, step: usize, low: usize, high: usize, bytes: usize): void {
  const quotient = i32x4.splat(shoupQuotient(R));
  const r = i32x4.splat(R);
  for (let i: usize = 0; i < bytes; i += 16) {
    const a = v128.load(low + i);
    v128.store(value + i, shoupV(a, r, quotient));
    // Shoup takes any u32: the difference stays unreduced, below 2p.
    v128.store(step + i, shoupV(i32x4.add(i32x4.sub(v128.load(high + i), a), vP()), r, quotient));
  }
}

/** out (a register) += Σ_rows eq·sum. */
function weighRows(out: usize, sum: usize, stride: usize, eq: usize, eqStride: usize, bytes: usize): void {
  const t = scratch;
  for (let i: usize = 0; i < bytes; i += 16) {
    mulK(t, 16, sum + i, stride, eq + i, eqStride);
    addK(out, 16, out, 16, t, 16);
  }
}

/**
 * Σ eq(row)·Σ_k w_k C_k(row) at X = 2 and X = 3 over rows from … from + count − 1 of base columns, each column's second half `half` rows
 * further. `columns`: addresses, rowIndex's last. eq in Montgomery form. `work` + thread·workBytes: private values, slots and sum, each a
 * strip of `stride` bytes. out: 2 registers.
 */
export function airRoundBase(
  code: usize, columns: usize, columnCount: u32, valueCount: u32, half: usize, from: usize, count: u32,
  eq: usize, eqStride: usize, work: usize, workBytes: usize, stride: usize, out: usize,
): void {
  const values = work + <usize>thread * workBytes;
  const slots = values + <usize>valueCount * stride;
  const sum = slots + 4 * stride;
  clearK(out);
  clearK(out + 80);
  const end = from + count;
  for (let row = from; row < end; row += stride >> 2) {
    const bytes = min<usize>(stride, 4 * (end - row));
    for (let x: u32 = 2; x < 4; x++) {
      for (let c: u32 = 0; c < columnCount; c++) {
        const low = word(columns, <usize>c) + 4 * row;
        loadPoint(values + <usize>c * stride, low, low + 4 * half, x, bytes);
      }
      memory.fill(sum, 0, 5 * stride);
      runBase(code, values, slots, sum, bytes, stride);
      weighRows(out + 80 * <usize>(x - 2), sum, stride, eq + 4 * row, eqStride, bytes);
    }
  }
}

/** values ← values + step, `times` times, `bytes` of each of `count` strips of `stride` bytes. */
function advance(values: usize, steps: usize, count: usize, times: u32, bytes: usize, stride: usize): void {
  for (let c: usize = 0; c < count; c++) {
    const value = values + c * stride;
    const step = steps + c * stride;
    for (let i: usize = 0; i < bytes; i += 16) {
      const d = v128.load(step + i);
      let sum = addV(v128.load(value + i), d);
      if (times > 1) sum = addV(sum, d);
      v128.store(value + i, sum);
    }
  }
}

/** value ← low and step ← high − low in Montgomery form, where low = low0 + x·(low1 − low0) and high likewise. */
function loadEdge(value: usize, step: usize, low0: usize, low1: usize, high0: usize, high1: usize, x: u32, bytes: usize): void {
  const quotient = i32x4.splat(shoupQuotient(R));
  const r = i32x4.splat(R);
  for (let i: usize = 0; i < bytes; i += 16) {
    const a = v128.load(low0 + i);
    const b = v128.load(high0 + i);
    let low = a;
    let high = b;
    if (x > 0) {
      low = v128.load(low1 + i);
      high = v128.load(high1 + i);
      const lowStep = subV(low, a);
      const highStep = subV(high, b);
      for (let k: u32 = 1; k < x; k++) {
        low = addV(low, lowStep);
        high = addV(high, highStep);
      }
    }
    v128.store(value + i, shoupV(low, r, quotient));
    // Shoup takes any u32: the difference stays unreduced, below 2p.
    v128.store(step + i, shoupV(i32x4.add(i32x4.sub(high, low), vP()), r, quotient));
  }
}

/**
 * Two rounds' worth over base columns: Σ eq(row)·Σ_k w_k C_k(row) with the two leading variables set to (x, y), for all of 0 … 3 but the four corners that are rows of
 * the trace. Each column's quarters lie `quarter` rows apart. Private memory: values, slots, sum, steps. out: 12 registers, y = 2, 3 for x = 0 and 1, then
 * y = 0 … 3 for x = 2 and 3.
 */
export function airGridBase(
  code: usize, columns: usize, columnCount: u32, valueCount: u32, quarter: usize, from: usize, count: u32,
  eq: usize, eqStride: usize, work: usize, workBytes: usize, stride: usize, out: usize,
): void {
  const values = work + <usize>thread * workBytes;
  const slots = values + <usize>valueCount * stride;
  const sum = slots + 4 * stride;
  const steps = sum + 5 * stride;
  for (let i: usize = 0; i < 12; i++) clearK(out + 80 * i);
  const apart: usize = 4 * quarter;
  const end = from + count;
  for (let row = from; row < end; row += stride >> 2) {
    const bytes = min<usize>(stride, 4 * (end - row));
    let register = out;
    for (let x: u32 = 0; x < 4; x++) {
      for (let c: usize = 0; c < <usize>columnCount; c++) {
        const at = word(columns, c) + 4 * row;
        loadEdge(values + c * stride, steps + c * stride, at, at + 2 * apart, at + apart, at + 3 * apart, x, bytes);
      }
      for (let y: u32 = x < 2 ? 2 : 0; y < 4; y++) {
        if (y > 0) advance(values, steps, columnCount, x < 2 && y == 2 ? 2 : 1, bytes, stride);
        memory.fill(sum, 0, 5 * stride);
        runBase(code, values, slots, sum, bytes, stride);
        weighRows(register, sum, stride, eq + 4 * row, eqStride, bytes);
        register += 80;
      }
    }
  }
}

/** Linear forms of columns only (opcode 1), on values or, `isStep`, on steps, where constants drop out. */
function runForms(code: usize, values: usize, isStep: bool, bytes: usize, stride: usize): void {
  let pc = code;
  while (load<u32>(pc) == 1) {
    const pairs = load<u32>(pc, 12);
    const out = values + word(pc, 1);
    const constant: u32 = isStep ? 0 : load<u32>(pc, 8);
    linStrip(out, constant, pc + 16, pairs, values, bytes);
    for (let c: usize = 1; c < 5; c++) linStrip(out + c * stride, 0, pc + 16, pairs, values + c * stride, bytes);
    pc += 16 + 16 * <usize>pairs;
  }
}

/**
 * The same at X = 0, 2, 3 over K columns (planes `columnStride` apart). Columns, and the linear forms of columns that `forms` computes
 * behind them, are affine in X: `inputCount` values in all, computed for X = 0 and as steps, then advanced. Private memory: values, sum,
 * steps. out: 3 registers.
 */
export function airRoundK(
  forms: usize, code: usize, columns: usize, columnCount: u32, columnStride: usize, inputCount: u32, valueCount: u32, half: usize,
  from: usize, count: u32, eq: usize, eqStride: usize, work: usize, workBytes: usize, stride: usize, out: usize,
): void {
  const values = work + <usize>thread * workBytes;
  const sum = values + 5 * <usize>valueCount * stride;
  const steps = sum + 5 * stride;
  clearK(out);
  clearK(out + 80);
  clearK(out + 160);
  const end = from + count;
  for (let row = from; row < end; row += stride >> 2) {
    const bytes = min<usize>(stride, 4 * (end - row));
    for (let c: u32 = 0; c < columnCount; c++) {
      for (let plane: usize = 0; plane < 5; plane++) {
        const at: usize = (5 * <usize>c + plane) * stride;
        const low = word(columns, <usize>c) + plane * columnStride + 4 * row;
        loadStep(values + at, steps + at, low, low + 4 * half, bytes);
      }
    }
    runForms(forms, values, false, bytes, stride);
    runForms(forms, steps, true, bytes, stride);
    for (let point: u32 = 0; point < 3; point++) {
      if (point > 0) advance(values, steps, 5 * <usize>inputCount, point == 1 ? 2 : 1, bytes, stride);
      memory.fill(sum, 0, 5 * stride);
      runK(code, values, sum, bytes, stride);
      weighRows(out + 80 * <usize>point, sum, stride, eq + 4 * row, eqStride, bytes);
    }
  }
}
