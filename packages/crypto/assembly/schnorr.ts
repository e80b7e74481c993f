// Schnorr verification (docs/statements.md): x(s·G ± e·P) = R.x. s·G by a fixed-base comb of 6-bit digits, e·P by a width-5 NAF,
// in Jacobian coordinates; formulas and their exceptional cases as in src/curve.ts.
import { poseidonCompressChunk } from './poseidon';
import { SIZE, add, copy, enter, invert, isZero, mul, mulBase, neg, sqrt, square, sub } from './septic';
import { scratch } from './thread';

// A record: R.x (7 words), s (7 words, least significant first), message digest (8), key x (7); 32 words in all.
const RECORD_S: usize = 28;
const RECORD_DIGEST: usize = 56;
const RECORD_KEY: usize = 88;
const RECORD: usize = 128;

// The table: after what septic.ts reads, 45 (Montgomery), the element 1, the element 41 z³, then the comb: 37 rows of 63 points.
const CURVE_A: usize = 676;
const ONE: usize = 704;
const CURVE_B: usize = 736;
const COMB: usize = 768;
const COMB_ROWS: usize = 37;
const COMB_POINTS: usize = 63;

// Affine points are (x, y), Jacobian ones (X, Y, Z) and a word that is 1 for the identity.
const Y: usize = SIZE;
const Z: usize = 2 * SIZE;
const IDENTITY: usize = 3 * SIZE;
const JACOBIAN: usize = 128;
const AFFINE: usize = 64;

// Scratch.
const TEMPORARY: usize = 16384; // 16 elements
const WORK: usize = TEMPORARY + 512; // 4 elements for invert and sqrt
const KEY: usize = WORK + 128;
const NEGATED: usize = KEY + AFFINE;
const TWICE: usize = NEGATED + AFFINE;
const PREFIX: usize = TWICE + AFFINE; // 8 elements
const MULTIPLES: usize = PREFIX + 256; // 8 Jacobian points
const ODD: usize = MULTIPLES + 8 * JACOBIAN; // 8 affine points: P, 3P, …, 15P
const LEFT: usize = ODD + 8 * AFFINE;
const RIGHT: usize = LEFT + JACOBIAN;
const SUM: usize = RIGHT + JACOBIAN;
const HASH: usize = SUM + JACOBIAN; // 16 words in, 8 words out
const BITS: usize = HASH + 128; // 256 bytes
const DIGITS: usize = BITS + 256; // 256 signed bytes

// @ts-ignore: decorator
@inline function temporary(i: usize): usize { return scratch + TEMPORARY + SIZE * i; }

function fromAffine(out: usize, p: usize, table: usize): void {
  copy(out, p);
  copy(out + Y, p + Y);
  copy(out + Z, table + ONE);
  store<u32>(out, 0, IDENTITY);
}

/** p ← 2p. There is no point with y = 0, the order being odd. */
function double(p: usize, table: usize): void {
  if (load<u32>(p, IDENTITY)) return;
  const yy = temporary(0);
  const s = temporary(1);
  const m = temporary(2);
  const t = temporary(3);
  square(yy, p + Y);
  mul(s, p, yy);
  add(s, s, s);
  add(s, s, s);
  square(t, p + Z);
  square(t, t);
  mulBase(m, t, load<i32>(table, CURVE_A));
  square(t, p);
  add(m, m, t);
  add(t, t, t);
  add(m, m, t);
  mul(t, p + Y, p + Z);
  add(p + Z, t, t);
  square(t, m);
  sub(t, t, s);
  sub(p, t, s);
  sub(s, s, p);
  mul(m, m, s);
  square(yy, yy);
  add(yy, yy, yy);
  add(yy, yy, yy);
  add(yy, yy, yy);
  sub(p + Y, m, yy);
}

/** p ← p + q for affine q, complete. */
function addMixed(p: usize, q: usize, table: usize): void {
  if (load<u32>(p, IDENTITY)) {
    fromAffine(p, q, table);
    return;
  }
  const zz = temporary(0);
  const h = temporary(1);
  const r = temporary(2);
  const v = temporary(3);
  square(zz, p + Z);
  mul(h, q, zz);
  sub(h, h, p);
  mul(zz, zz, p + Z);
  mul(r, q + Y, zz);
  sub(r, r, p + Y);
  if (isZero(h)) {
    if (isZero(r)) double(p, table);
    else store<u32>(p, 1, IDENTITY);
    return;
  }
  mul(p + Z, p + Z, h);
  square(zz, h);
  mul(v, p, zz);
  mul(h, h, zz);
  mul(zz, p + Y, h);
  square(p, r);
  sub(p, p, h);
  sub(p, p, v);
  sub(p, p, v);
  sub(v, v, p);
  mul(v, v, r);
  sub(p + Y, v, zz);
}

/** (X/Z², Y/Z³) given 1/Z. */
function scaleToAffine(out: usize, p: usize, zInverse: usize): void {
  const t = temporary(4);
  square(t, zInverse);
  mul(out, p, t);
  mul(t, t, zInverse);
  mul(out + Y, p + Y, t);
}

function toAffine(out: usize, p: usize, table: usize): void {
  const inverse = temporary(5);
  invert(inverse, p + Z, table, scratch + WORK);
  scaleToAffine(out, p, inverse);
}

/** ODD ← P, 3P, …, 15P for the affine P at KEY, with two inversions. No small multiple is the identity: the order is a large prime. */
function oddMultiples(table: usize): void {
  const base = scratch;
  const multiples = base + MULTIPLES;
  const prefix = base + PREFIX;
  fromAffine(base + SUM, base + KEY, table);
  double(base + SUM, table);
  toAffine(base + TWICE, base + SUM, table);
  fromAffine(multiples, base + KEY, table);
  copy(prefix, table + ONE);
  for (let i: usize = 1; i < 8; i++) {
    const at = multiples + JACOBIAN * i;
    memory.copy(at, at - JACOBIAN, JACOBIAN);
    addMixed(at, base + TWICE, table);
    mul(prefix + SIZE * i, prefix + SIZE * (i - 1), at - JACOBIAN + Z);
  }
  const inverse = temporary(6);
  const own = temporary(7);
  mul(inverse, prefix + SIZE * 7, multiples + JACOBIAN * 7 + Z);
  invert(inverse, inverse, table, base + WORK);
  for (let i: usize = 8; i-- > 0; ) {
    const at = multiples + JACOBIAN * i;
    mul(own, inverse, prefix + SIZE * i);
    scaleToAffine(base + ODD + AFFINE * i, at, own);
    mul(inverse, inverse, at + Z);
  }
}

const WINDOW: u32 = 5;
const CHALLENGE_LIMBS: usize = 4;
const CHALLENGE_LIMB_BITS: usize = 28;
const BIT_COUNT: usize = CHALLENGE_LIMBS * CHALLENGE_LIMB_BITS;

/** DIGITS ← the width-5 NAF of BITS; returns the number of digits. */
function nonAdjacentForm(): usize {
  const bits = scratch + BITS;
  const digits = scratch + DIGITS;
  memory.fill(digits, 0, 256);
  let carry: i32 = 0;
  let length: usize = 0;
  let i: usize = 0;
  // The last carry may land up to one window behind the top bit.
  while (i < BIT_COUNT + WINDOW) {
    if (((load<u8>(bits + i) + carry) & 1) == 0) {
      // 1 + 1 keeps the carry, 0 + 0 keeps none: the carry is the bit itself.
      carry = load<u8>(bits + i);
      i++;
      continue;
    }
    let value: i32 = carry;
    for (let j: u32 = 0; j < WINDOW; j++) value += i32(load<u8>(bits + i + j)) << j;
    carry = value >= 16 ? 1 : 0;
    store<i8>(digits + i, <i8>(carry ? value - 32 : value));
    length = i + 1;
    i += WINDOW;
  }
  return length;
}

/** RIGHT ← e·P for the scalar in BITS. */
function multiplyKey(table: usize): void {
  const base = scratch;
  const p = base + RIGHT;
  oddMultiples(table);
  store<u32>(p, 1, IDENTITY);
  for (let i = nonAdjacentForm(); i-- > 0; ) {
    double(p, table);
    const digit = i32(load<i8>(base + DIGITS + i));
    if (digit > 0) addMixed(p, base + ODD + AFFINE * <usize>(digit >> 1), table);
    if (digit < 0) {
      const q = base + ODD + AFFINE * <usize>(-digit >> 1);
      copy(base + NEGATED, q);
      neg(base + NEGATED + Y, q + Y);
      addMixed(p, base + NEGATED, table);
    }
  }
}

/** LEFT ← s·G. */
function multiplyGenerator(s: usize, table: usize): void {
  const p = scratch + LEFT;
  store<u32>(p, 1, IDENTITY);
  for (let row: usize = 0; row < COMB_ROWS; row++) {
    const at = row * 6;
    const low = u64(load<u32>(s + 4 * (at >> 5)));
    const high = at >> 5 < 6 ? u64(load<u32>(s + 4 * (at >> 5), 4)) : 0;
    const digit = usize(((low | (high << 32)) >> (at & 31)) & 63);
    if (digit) addMixed(p, table + COMB + AFFINE * (COMB_POINTS * row + digit - 1), table);
  }
}

/** BITS ← e = Σ_{i<4} (h_i mod 2^28)·2^{28 i} with u = compress(R.x, 0, digest), h = compress(u, P.x, 0). */
function challengeBits(record: usize, poseidonTable: usize, constants: usize): void {
  const input = scratch + HASH;
  const output = input + 64;
  memory.copy(input, record, 28);
  store<u32>(input, 0, 28);
  memory.copy(input + 32, record + RECORD_DIGEST, 32);
  poseidonCompressChunk(poseidonTable, constants, input, output, 1);
  memory.copy(input, output, 32);
  memory.copy(input + 32, record + RECORD_KEY, 28);
  store<u32>(input, 0, 60);
  poseidonCompressChunk(poseidonTable, constants, input, output, 1);
  const bits = scratch + BITS;
  memory.fill(bits, 0, 256);
  for (let i: usize = 0; i < CHALLENGE_LIMBS; i++) {
    const h = load<u32>(output + 4 * i);
    for (let j: usize = 0; j < CHALLENGE_LIMB_BITS; j++) store<u8>(bits + CHALLENGE_LIMB_BITS * i + j, u8((h >> u32(j)) & 1));
  }
}

/** KEY ← a point with the record's key x. */
function liftKey(record: usize, table: usize): bool {
  const x = scratch + KEY;
  const t = temporary(0);
  enter(x, record + RECORD_KEY);
  square(t, x);
  mul(t, t, x);
  mulBase(temporary(1), x, load<i32>(table, CURVE_A));
  add(t, t, temporary(1));
  add(t, t, table + CURVE_B);
  return sqrt(x + Y, t, table, scratch + WORK);
}

/** x(LEFT ± RIGHT) = x, the sum not being the identity. */
function sumHasX(x: usize, table: usize): bool {
  const base = scratch;
  const sum = base + SUM;
  const isIdentity = load<u32>(base + RIGHT, IDENTITY);
  if (!isIdentity) toAffine(base + TWICE, base + RIGHT, table);
  for (let sign = 0; sign < 2; sign++) {
    memory.copy(sum, base + LEFT, JACOBIAN);
    if (!isIdentity) addMixed(sum, base + TWICE, table);
    if (!load<u32>(sum, IDENTITY)) {
      const t = temporary(8);
      square(t, sum + Z);
      mul(t, t, x);
      sub(t, t, sum);
      if (isZero(t)) return true;
    }
    neg(base + TWICE + Y, base + TWICE + Y);
  }
  return false;
}

/** results[i] = 1 iff record i is a valid signature. The caller has checked that elements are canonical and 1 ≤ s < order. */
export function schnorrVerifyChunk(table: usize, poseidonTable: usize, constants: usize, records: usize, results: usize, count: u32): void {
  for (let i: u32 = 0; i < count; i++) {
    const record = records + RECORD * <usize>i;
    let valid = liftKey(record, table);
    if (valid) {
      challengeBits(record, poseidonTable, constants);
      multiplyKey(table);
      multiplyGenerator(record + RECORD_S, table);
      enter(temporary(9), record);
      valid = sumHasX(temporary(9), table);
    }
    store<u32>(results + 4 * <usize>i, valid ? 1 : 0);
  }
}
