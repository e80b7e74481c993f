/**
 * Interleaved Reed–Solomon codes of docs/proof.md ("Oracle i"): a table of 2^n values is cut into 2^k blocks, the values of a
 * block are the coefficients of a polynomial, and leaf `idx` holds every block's polynomial at ω^idx.
 */
import { add, mul, rootOfUnity, sub } from '@weir/crypto/field';

function bitReverse(values: Uint32Array): void {
  const bits = Math.log2(values.length);
  for (let i = 0; i < values.length; i++) {
    let j = 0;
    for (let b = 0; b < bits; b++) j |= ((i >>> b) & 1) << (bits - 1 - b);
    if (j > i) [values[i], values[j]] = [values[j], values[i]];
  }
}

/** Coefficients → evaluations at 1, ω, ω², … in place (decimation in time). */
export function evaluateOnGroup(values: Uint32Array): void {
  const n = values.length;
  bitReverse(values);
  for (let half = 1; half < n; half *= 2) {
    const root = rootOfUnity(Math.log2(2 * half));
    for (let start = 0; start < n; start += 2 * half) {
      let twiddle = 1;
      for (let i = start; i < start + half; i++) {
        const odd = mul(values[i + half], twiddle);
        values[i + half] = sub(values[i], odd);
        values[i] = add(values[i], odd);
        twiddle = mul(twiddle, root);
      }
    }
  }
}

/**
 * Leaves back to back: leaf idx = 2^fold elements of `width` words each (1 = base field, 5 = K).
 */
export function encodeInterleaved(table: Uint32Array, width: number, fold: number, logDomain: number): Uint32Array {
  const blocks = 2 ** fold;
  const blockSize = table.length / width / blocks;
  const leaves = 2 ** logDomain;
  const out = new Uint32Array(leaves * blocks * width);
  const codeword = new Uint32Array(leaves);
  for (let b = 0; b < blocks; b++) {
    for (let c = 0; c < width; c++) {
      codeword.fill(0);
      for (let j = 0; j < blockSize; j++) codeword[j] = table[(b * blockSize + j) * width + c];
      evaluateOnGroup(codeword);
      for (let i = 0; i < leaves; i++) out[(i * blocks + b) * width + c] = codeword[i];
    }
  }
  return out;
}
