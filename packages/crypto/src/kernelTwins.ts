/**
 * Plain TypeScript twins of the kernels, written for reading: differential tests and benchmarks compare each kernel with these.
 * Same layouts, but on ordinary arrays (`Uint32Array` in, `Uint32Array` out).
 */
import { add, mul, pow, rootOfUnity } from './field.ts';
import { keccak256 } from './keccak.ts';
import { compress, permute } from './poseidon.ts';
import type { Ext } from './quintic.ts';
import * as quintic from './quintic.ts';

/** Row idx = (G_b(ω^idx))_b with elements of `width` words; the transform is the recursive definition of the FFT. */
export function encodeTwin(table: Uint32Array, logBlocks: number, logBlock: number, logDomain: number, width: number): Uint32Array {
  const blocks = 2 ** logBlocks;
  const out = new Uint32Array(width * blocks * 2 ** logDomain);
  const coefficients = new Uint32Array(2 ** logDomain);
  for (let column = 0; column < blocks * width; column++) {
    const block = Math.floor(column / width);
    coefficients.fill(0);
    for (let j = 0; j < 2 ** logBlock; j++) coefficients[j] = table[(block * 2 ** logBlock + j) * width + (column % width)];
    const values = fftTwin(coefficients, rootOfUnity(logDomain));
    for (let idx = 0; idx < values.length; idx++) out[idx * blocks * width + column] = values[idx];
  }
  return out;
}

/** (Σ_j a[j] ω^{ij})_i. */
export function fftTwin(a: Uint32Array, omega: number): Uint32Array {
  const n = a.length;
  if (n === 1) return a;
  const half = n / 2;
  const even = fftTwin(
    a.filter((_, i) => i % 2 === 0),
    mul(omega, omega),
  );
  const odd = fftTwin(
    a.filter((_, i) => i % 2 === 1),
    mul(omega, omega),
  );
  const out = new Uint32Array(n);
  const minusOne = pow(omega, half);
  for (let i = 0, power = 1; i < half; i++, power = mul(power, omega)) {
    const term = mul(power, odd[i]);
    out[i] = add(even[i], term);
    out[i + half] = add(even[i], mul(minusOne, term));
  }
  return out;
}

/** Every row's leaf, 26 bytes. */
export function leavesTwin(rows: Uint32Array, rowWords: number): Uint8Array[] {
  const leaves: Uint8Array[] = [];
  for (let at = 0; at < rows.length; at += rowWords) {
    const bytes = new Uint8Array(4 * rowWords);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < rowWords; i++) view.setUint32(4 * i, rows[at + i]);
    leaves.push(keccak256(Uint8Array.of(4), bytes).subarray(0, 26));
  }
  return leaves;
}

/** Levels from the leaves to the root. */
export function merkleTwin(rows: Uint32Array, rowWords: number): Uint8Array[][] {
  const levels = [leavesTwin(rows, rowWords)];
  while (levels[levels.length - 1].length > 1) {
    const below = levels[levels.length - 1];
    levels.push(below.filter((_, i) => i % 2 === 0).map((left, i) => keccak256(Uint8Array.of(5), left, below[2 * i + 1]).subarray(0, 26)));
  }
  return levels;
}

export function poseidonPermuteTwin(states: Uint32Array): Uint32Array {
  const out = states.slice();
  for (let at = 0; at < out.length; at += 16) permute(out.subarray(at, at + 16));
  return out;
}

export function poseidonCompressTwin(domain: number, input: Uint32Array): Uint32Array {
  const out = new Uint32Array(input.length / 2);
  for (let at = 0; at < input.length; at += 16)
    out.set(compress(domain, input.subarray(at, at + 8), input.subarray(at + 8, at + 16)), at / 2);
  return out;
}

/** f[i] + r (f[i + half] − f[i]) for elements of `width` words. */
export function foldTwin(input: Uint32Array, width: 1 | 5, r: Ext): Uint32Array {
  const half = input.length / width / 2;
  const at = (i: number): Ext => (width === 1 ? quintic.fromBase(input[i]) : quintic.load(input, 5 * i));
  const out = new Uint32Array(5 * half);
  for (let i = 0; i < half; i++) quintic.store(out, 5 * i, quintic.add(at(i), quintic.mul(r, quintic.sub(at(i + half), at(i)))));
  return out;
}

export function mulExtTwin(a: Uint32Array, b: Uint32Array): Uint32Array {
  const out = new Uint32Array(a.length);
  for (let i = 0; i < a.length; i += 5) quintic.store(out, i, quintic.mul(quintic.load(a, i), quintic.load(b, i)));
  return out;
}

export function mulAddExtTwin(a: Uint32Array, scalar: Ext, into: Uint32Array): Uint32Array {
  const out = into.slice();
  for (let i = 0; i < a.length; i++) quintic.store(out, 5 * i, quintic.add(quintic.load(into, 5 * i), quintic.mulBase(scalar, a[i])));
  return out;
}
