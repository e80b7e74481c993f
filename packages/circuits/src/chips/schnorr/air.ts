/**
 * Schnorr verification, x(s·G + e·P) = R.x (docs/statements.md, "challenge"), by three chips:
 *
 * - `schnorr`, one row per signature: answers one tuple of bus `signed`; hashes the challenge, checks e and s canonical, starts and ends the rest.
 *   The signature's id is its row number, so two signatures cannot share one.
 * - `schnorrStep`, 28 rows per signature: four doublings and three additions each. The rows of one signature are linked by (id, step,
 *   accumulator): step 0 is offered once, by the `schnorr` row, each row takes step t and offers t + 1, and that row takes step 28. So there is
 *   exactly one row for each step (counting rows of step t: n_t = n_{t−1} + [t = 0] − [t = 28], and not every step mod p can have a row).
 * - `schnorrTable`, 15 rows per signature: the entries C + j·P.
 *
 * Points, offsets and the argument that no addition is exceptional: offset.ts. Padding rows are zero.
 */

import type { Point } from '@weir/crypto/curve';
import { DOMAIN } from '@weir/crypto/poseidon';
import { type ChipBuilder, defineChip } from '@weir/stark/air/builder';
import { add, type Expr, fromLimbs, mul, not, scale, shared, sub, sum } from '@weir/stark/air/expr';
import { rangeCheck } from '@weir/stark/air/gadgets';
import { SCHNORR_COLUMNS, STEP_COLUMNS, TABLE_COLUMNS } from './columns.ts';
import { CHUNK_BITS, CHUNKS, HIGH_TABLE, LOW_TABLE, OFFSET, ORDER_LIMBS, START, STEPS, STEPS_PER_CHUNK, TABLE_SIZE } from './offset.ts';
import { chord, equalSeptic, onCurve, type PointExpr, pointOf, shareSeptic, tangent, thirdX, thirdY } from './septicGadgets.ts';

const coordinates = ({ x, y }: Point): readonly number[] => [...x, ...y];
/** p − 1 = 7·2^28 + TOP_BOUND: below p means top bits < 7, or low bits ≤ TOP_BOUND. */
const TOP_BOUND = 0xf000000;

export const schnorrChip = defineChip({
  name: 'schnorr',
  minLogHeight: 0,
  maxLogHeight: 16,
  columns: SCHNORR_COLUMNS,
  build(b) {
    const { active, keyX, keyY, message, inner, hash, nonceX, nonceY, low, high, entryZero } = b.col;
    const id = b.rowIndex;
    b.boolean('active-is-a-bit', active);
    b.receive('signed', active, [...keyX, ...message], 'answer');

    b.send('compress', active, [DOMAIN.challenge, ...nonceX, 0, ...message, ...inner], 'hash-nonce');
    b.send('compress', active, [DOMAIN.challenge, ...inner, ...keyX, 0, ...hash], 'hash-key');
    const e = challengeLimbs(b, b.col);
    belowOrder(b, b.col);

    // Any point of the curve with the key's x: both lifts belong to the key's owner. Off the curve the group law would mean nothing.
    onCurve(b, 'key-on-curve', { x: keyX, y: keyY }, active);

    b.constraint('padding-offers-no-entry', mul(not(active), entryZero));
    b.send('schnorrTable', active, [id, 0, ...coordinates(OFFSET), ...keyX, ...keyY], 'start-table');
    b.receive('schnorrEntry', entryZero, [id, 0, ...coordinates(OFFSET)], 'entry-zero');

    b.send('schnorrStep', active, [id, 0, ...coordinates(START), 0, 0, 0], 'start-steps');
    // The last accumulator is s·G + e·P; its x is R.x, its y is free.
    b.receive('schnorrStep', active, [id, STEPS, ...nonceX, ...nonceY, 0, 0, 0], 'end-steps');
    // The first chunk of steps holds the most significant limbs.
    for (let t = 0; t < CHUNKS; t++) {
      const limb = CHUNKS - 1 - t;
      b.receive('schnorrChunk', active, [id, (t + 1) * STEPS_PER_CHUNK, low[limb], high[limb], e[limb]], `chunk-${limb}`);
    }
  },
});

type SchnorrColumns = Parameters<Parameters<typeof defineChip<typeof SCHNORR_COLUMNS>>[0]['build']>[0]['col'];

/**
 * e_i = hash_i mod 2^28 as linear forms: hash_i = e_i + 2^28·top, top in three bits. e_i < 2^28 because it is a sum of seven 4-bit digits (bus
 * `schnorrChunk`). The same residue has a second form if e_i + 2^28·top may reach p or more; so top = 7 demands e_i ≤ 0xF000000, by a range-checked slack.
 */
function challengeLimbs(b: ChipBuilder, { active, hash, topBit, topPair, slack }: SchnorrColumns): Expr[] {
  return Array.from({ length: CHUNKS }, (_, i) => {
    const bits = topBit.slice(3 * i, 3 * i + 3);
    bits.forEach((bit, k) => {
      b.boolean(`top-bit-${i}.${k}`, bit);
    });
    b.equal(`top-pair-${i}`, topPair[i], mul(bits[0], bits[1]));
    const limb = sub(hash[i], scale(2 ** CHUNK_BITS, fromLimbs(bits, 1)));
    const distance = chunkOf(b, `slack-${i}`, slack.slice(2 * i, 2 * i + 2), active);
    b.constraint(`challenge-limb-${i}-is-canonical`, mul(topPair[i], bits[2], sub(TOP_BOUND, limb, distance)));
    return limb;
  });
}

/** A value below 2^28 from two halves of 14 bits. */
function chunkOf(b: ChipBuilder, name: string, halves: readonly Expr[], when: Expr): Expr {
  halves.forEach((half, i) => {
    rangeCheck(b, `${name}[${i}]`, half, CHUNK_BITS / 2, { when });
  });
  return fromLimbs(halves, CHUNK_BITS / 2);
}

/**
 * 1 ≤ s < order: the first of the limbs 7, 6, 5, 4 that differs from the order's is smaller by 1 + gap, gap < 2^28. (An s that shares these
 * 105 bits with the order cannot be proven: probability 2^−105.) Limbs are below 2^28 by their digits. s ≥ 1: the limbs' sum is below
 * 7·2^28 + 2^21 < p, so it is 0 mod p only if all of them are 0.
 */
function belowOrder(b: ChipBuilder, { active, low, high, smaller, gap, sInverse }: SchnorrColumns): void {
  const top = Array.from({ length: CHUNKS }, (_, i) => ({ limb: high[CHUNKS - 1 - i], order: ORDER_LIMBS[2 * CHUNKS - 1 - i] }));
  smaller.forEach((flag, i) => {
    b.boolean(`smaller-${i}-is-a-bit`, flag);
  });
  b.equal('one-limb-is-smaller', sum(smaller), active);
  for (let i = 0; i + 1 < CHUNKS; i++) {
    b.constraint(`limb-${i}-equals-the-orders`, mul(sum(smaller.slice(i + 1)), sub(top[i].limb, top[i].order)));
  }
  const distances = top.map(({ limb, order }, i) => mul(smaller[i], sub(order - 1, limb)));
  b.equal('smaller-by-gap', sum(distances), chunkOf(b, 'gap', gap, active));
  b.equal('s-is-not-zero', mul(sInverse, sum([...low, ...high])), active);
}

export const schnorrStepChip = defineChip({
  name: 'schnorrStep',
  minLogHeight: 2,
  maxLogHeight: 20,
  columns: STEP_COLUMNS,
  build(b) {
    const { active, signature, step, last, before, digit, entry, after, chunk, nextChunk } = b.col;
    const { slope1, slope2, slope3, slope4, slope5, slope6, slope7, x1, x2, x3, x5, x6, inverse5, inverse6, inverse7 } = b.col;
    b.boolean('active-is-a-bit', active);
    b.boolean('last-is-a-bit', last);
    b.constraint('padding-is-not-last', mul(last, not(active)));

    /*
     * 16·acc. x of a result is slope² − 2x: committed for the first three, inlined (degree 2) for the fourth. y is always inlined: y_k is a sum of
     * products slope_i·(x_{i−1} − x_i), of degree 2 up to y_3 and 3 from there on, and appears only linearly where it has degree 3.
     */
    let point = pointOf(before);
    const double = (k: number, slope: readonly Expr[], committed: readonly Expr[] | undefined): void => {
      tangent(b, `double${k}/slope`, slope, point, active);
      const x = thirdX(slope, point.x, point.x);
      if (committed !== undefined) equalSeptic(b, `double${k}/x`, committed, x);
      const next = committed ?? shareSeptic(x);
      point = { x: next, y: shareSeptic(thirdY(slope, point, next)) };
    };
    double(1, slope1, x1);
    double(2, slope2, x2);
    double(3, slope3, x3);
    double(4, slope4, undefined);

    const addPoint = (
      name: string,
      slope: readonly Expr[],
      other: PointExpr,
      inverse: readonly Expr[],
      committed: readonly Expr[],
    ): void => {
      chord(b, name, slope, point, other, inverse, active);
      equalSeptic(b, `${name}/x`, committed, thirdX(slope, point.x, other.x));
      point = { x: committed, y: shareSeptic(thirdY(slope, point, committed)) };
    };
    // T_j of this signature; the table has entries 0 … 15 only, so the digit has 4 bits.
    b.send('schnorrEntry', active, [signature, digit, ...entry], 'read-entry');
    addPoint('add-key', slope5, pointOf(entry), inverse5, x5);
    const low = windowOf(b, 'low', b.col.lowBit, b.col.lowPair, LOW_TABLE, active);
    addPoint('add-low', slope6, low.point, inverse6, x6);
    const high = windowOf(b, 'high', b.col.highBit, b.col.highPair, HIGH_TABLE, active);
    addPoint('add-high', slope7, high.point, inverse7, after.slice(0, 7));
    equalSeptic(b, 'after/y', after.slice(7), point.y);

    /*
     * Chunks: c ← 16·c + digit; at the chunk's last step the sum goes to the `schnorr` row and c starts again at 0. Seven digits stay below
     * 2^28, and the `schnorr` row takes exactly the sums of steps 7, 14, 21 and 28, so `last` can be nowhere else.
     */
    const sums = [low.digit, high.digit, digit].map((window, i) => add(scale(TABLE_SIZE, chunk[i]), window));
    sums.forEach((total, i) => {
      b.equal(`chunk-${i}-goes-on-or-restarts`, nextChunk[i], mul(not(last), total));
    });
    b.send('schnorrChunk', last, [signature, add(step, 1), ...sums], 'finish-chunk');
    b.receive('schnorrStep', active, [signature, step, ...before, ...chunk], 'take');
    b.send('schnorrStep', active, [signature, add(step, 1), ...after, ...nextChunk], 'hand-on');
  },
});

/**
 * Entry i of a table of 16 constants, i = Σ 2^k bit_k: each coordinate is Σ constant·m_a(bit0, bit1)·m_b(bit2, bit3) with m ∈ {1, bit, bit, their product}. The
 * products are columns, so an entry has degree 2.
 */
function windowOf(
  b: ChipBuilder,
  name: string,
  bits: readonly Expr[],
  pairs: readonly Expr[],
  table: readonly Point[],
  one: Expr,
): { readonly digit: Expr; readonly point: PointExpr } {
  bits.forEach((bit, k) => {
    b.boolean(`${name}-bit-${k}`, bit);
  });
  pairs.forEach((pair, k) => {
    b.equal(`${name}-pair-${k}`, pair, mul(bits[2 * k], bits[2 * k + 1]));
  });
  const monomials = Array.from({ length: TABLE_SIZE }, (_, i) => {
    const left = [undefined, bits[0], bits[1], pairs[0]][i & 3];
    const right = [undefined, bits[2], bits[3], pairs[1]][i >> 2];
    if (left === undefined) return right ?? one;
    return right === undefined ? left : mul(left, right);
  });
  const entry = Array.from({ length: 14 }, (_, c) => {
    const values = table.map((point) => coordinates(point)[c]);
    return shared(sum(monomialCoefficients(values).map((coefficient, i) => scale(coefficient, monomials[i]))));
  });
  return { digit: fromLimbs(bits, 1), point: pointOf(entry) };
}

/** Coefficients of the multilinear polynomial with these 16 values (the Möbius transform): a_S = Σ_{T ⊆ S} (−1)^{|S∖T|} value_T. */
function monomialCoefficients(values: readonly number[]): number[] {
  const out = [...values];
  for (let bit = 1; bit < TABLE_SIZE; bit *= 2) {
    for (let i = 0; i < TABLE_SIZE; i++) if (i & bit) out[i] -= out[i - bit];
  }
  return out;
}

export const schnorrTableChip = defineChip({
  name: 'schnorrTable',
  minLogHeight: 2,
  maxLogHeight: 20,
  columns: TABLE_COLUMNS,
  build(b) {
    const { active, last, signature, j, entry, key, slope, inverse, next, multiplicity } = b.col;
    b.boolean('active-is-a-bit', active);
    b.boolean('last-is-a-bit', last);
    b.constraint('padding-is-not-last', mul(last, not(active)));
    b.constraint('padding-offers-no-entry', mul(multiplicity, not(active)));
    // The chain of entries cannot go on for ever, and ends only here: entries 1 … 15, each once.
    b.constraint('last-makes-entry-15', mul(last, sub(j, TABLE_SIZE - 2)));

    const p = pointOf(entry);
    const q = pointOf(key);
    const sumPoint = pointOf(next);
    chord(b, 'add-key', slope, p, q, inverse, active);
    equalSeptic(b, 'next/x', sumPoint.x, thirdX(slope, p.x, q.x));
    equalSeptic(b, 'next/y', sumPoint.y, thirdY(slope, p, sumPoint.x));

    b.receive('schnorrTable', active, [signature, j, ...entry, ...key], 'take');
    b.send('schnorrTable', sub(active, last), [signature, add(j, 1), ...next, ...key], 'hand-on');
    b.receive('schnorrEntry', multiplicity, [signature, add(j, 1), ...next], 'offer-entry');
  },
});

/** The chips, in the order of `fillSchnorr`'s traces. */
export const schnorrChips = [schnorrChip, schnorrStepChip, schnorrTableChip] as const;
