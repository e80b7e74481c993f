/**
 * Schnorr verification, x(s·G + e·P) = R.x (docs/statements.md, "challenge"), by two chips:
 *
 * - `schnorr`, one row per signature: answers one tuple of bus `signed`; hashes the challenge, checks e and s canonical, starts and ends the rest.
 *   The signature's id is its row number, so two signatures cannot share one.
 * - `schnorrStep`, 28 rows per signature: four doublings and two additions each. The rows of one signature are linked by (id, step,
 *   accumulator): step 0 is offered once, by the `schnorr` row, each row takes step t and offers t + 1, and that row takes step 28. So there is
 *   exactly one row for each step (counting rows of step t: n_t = n_{t−1} + [t = 0] − [t = 28], and not every step mod p can have a row).
 *
 * Other rows of `schnorrStep` make the tables that the steps read: 15 rows C + j·P per signature, and 255 rows of constants C + k·G' + i·G per proof. An
 * entry (owner, high, low) is made from one with a smaller index of the same owner, which some row must have made, down to entry (0, 0) = C, which
 * the `schnorr` chip gives. Sums of non-negative indices only grow, so there is no circle. What is added is the owner's: its point for the direction.
 *
 * Points, offsets and the argument that no addition is exceptional: offset.ts. Padding rows are zero.
 */

import type { Point } from '@weir/crypto/curve';
import { DOMAIN } from '@weir/crypto/poseidon';
import { type ChipBuilder, defineChip } from '@weir/stark/air/builder';
import { add, type Expr, fromLimbs, mul, neg, not, scale, sub, sum } from '@weir/stark/air/expr';
import { rangeCheck } from '@weir/stark/air/gadgets';
import { SCHNORR_COLUMNS, STEP_COLUMNS } from './columns.ts';
import { CHUNK_BITS, CHUNKS, DIRECTIONS, OFFSET, ORDER_LIMBS, START, STEPS, STEPS_PER_CHUNK, TABLE_SIZE, WINDOW_BITS } from './offset.ts';
import { chord, equalSeptic, onCurve, type PointExpr, pointOf, shareSeptic, tangent, thirdX, thirdY } from './septicGadgets.ts';

const coordinates = ({ x, y }: Point): readonly number[] => [...x, ...y];
/** The owner of the constants' table: no row number, so no signature's id. */
const CONSTANTS = -1;
/** First value of a tuple of bus `schnorrEntry`. */
const KIND = { entry: 0, addend: 1 } as const;
/** p − 1 = 7·2^28 + TOP_BOUND: below p means top bits < 7, or low bits ≤ TOP_BOUND. */
const TOP_BOUND = 0xf000000;

export const schnorrChip = defineChip({
  name: 'schnorr',
  minLogHeight: 0,
  maxLogHeight: 16,
  columns: SCHNORR_COLUMNS,
  build(b) {
    const { active, keyX, keyY, message, inner, hash, nonceX, nonceY, low, high, entryZero, constants, constantZero } = b.col;
    const id = b.rowIndex;
    b.boolean('active-is-a-bit', active);
    b.receive('signed', active, [...keyX, ...message], 'answer');

    b.send('compress', active, [DOMAIN.challenge, ...nonceX, 0, ...message, ...inner], 'hash-nonce');
    b.send('compress', active, [DOMAIN.challenge, ...inner, ...keyX, 0, ...hash], 'hash-key');
    const e = challengeLimbs(b, b.col);
    belowOrder(b, b.col);

    // Any point of the curve with the key's x: both lifts belong to the key's owner. Off the curve the group law would mean nothing.
    onCurve(b, 'key-on-curve', { x: keyX, y: keyY }, active);

    /*
     * This signature's table: entry 0, and what each of its 15 further entries adds (15 rows look it up; negated, see `schnorrStep`). Padding rows have no
     * table: their row number may not be another's. entryZero is the prover's count, so it is free on active rows.
     */
    b.constraint('padding-offers-no-entry', mul(not(active), entryZero));
    b.receive('schnorrEntry', entryZero, [KIND.entry, id, 0, 0, ...coordinates(OFFSET)], 'entry-zero');
    b.receive(
      'schnorrEntry',
      scale(TABLE_SIZE - 1, active),
      [KIND.addend, id, 0, 0, ...[...keyX, ...keyY].map((cell) => neg(cell))],
      'addend',
    );
    /*
     * The constants' table, once or never: exactly 15 rows go in direction 1, so high ≤ 15 (low ≤ 15 is checked by each entry). A second table could go
     * on to 30.
     */
    b.boolean('constants-is-a-bit', constants);
    b.constraint('constants-in-row-0', mul(constants, id));
    b.receive('schnorrEntry', constantZero, [KIND.entry, CONSTANTS, 0, 0, ...coordinates(OFFSET)], 'constant-zero');
    [TABLE_SIZE * (TABLE_SIZE - 1), TABLE_SIZE - 1].forEach((rows, direction) => {
      const addend = coordinates(DIRECTIONS[direction]).map((coordinate) => -coordinate);
      b.receive('schnorrEntry', scale(rows, constants), [KIND.addend, CONSTANTS, 0, direction, ...addend], `constant-addend-${direction}`);
    });

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
    const { isStep, isEntry, signature, step, last, before, digit, first, owner, low, high, second, after, chunk, nextChunk, uses } = b.col;
    const { slope1, slope2, slope3, slope4, slope5, slope6, x1, x2, x3, x5, inverse5, inverse6 } = b.col;
    const active = add(isStep, isEntry);
    b.boolean('is-step-is-a-bit', isStep);
    b.boolean('is-entry-is-a-bit', isEntry);
    // A row that is both would offer a table entry and move an accumulator.
    b.constraint('not-step-and-entry', mul(isStep, isEntry));
    b.boolean('last-is-a-bit', last);
    b.constraint('only-a-step-is-last', mul(last, not(isStep)));
    // Otherwise a step could offer its accumulator as an entry.
    b.constraint('only-an-entry-is-offered', mul(uses, not(isEntry)));
    // A step adds a constant, not an entry of somebody's table; an entry goes on in its own table.
    b.constraint('a-step-adds-a-constant', mul(isStep, sub(owner, CONSTANTS)));
    b.constraint('an-entry-stays-in-its-table', mul(isEntry, sub(owner, signature)));

    /*
     * 16·acc. x of a result is slope² − 2x: committed for the first three, inlined (degree 2) for the fourth. y is always inlined: y_k is a sum of
     * products slope_i·(x_{i−1} − x_i), of degree 2 up to y_3 and 3 for y_4, which appears only linearly.
     */
    let point = pointOf(before);
    const double = (k: number, slope: readonly Expr[], committed: readonly Expr[] | undefined): void => {
      tangent(b, `double${k}/slope`, slope, point, isStep);
      const x = thirdX(slope, point.x, point.x);
      if (committed !== undefined) equalSeptic(b, `double${k}/x`, committed, x);
      const next = committed ?? shareSeptic(x);
      point = { x: next, y: shareSeptic(thirdY(slope, point, next)) };
    };
    double(1, slope1, x1);
    double(2, slope2, x2);
    double(3, slope3, x3);
    double(4, slope4, undefined);

    /*
     * + first: T_j of this signature, whose table has entries 0 … 15 only, so the digit has 4 bits. y5 is taken from the other point of the chord, which
     * has degree 2. An entry skips this addition: slope5 = 0 and x4 = 0 leave x5 = −x and y5 = −y of `first`, so `first` is minus the point to add.
     */
    b.send('schnorrEntry', active, [isEntry, signature, 0, digit, ...first], 'read-first');
    const addend = pointOf(first);
    chord(b, 'add-first', slope5, point, { x: addend.x, y: addend.y.map((cell) => mul(isStep, cell)) }, inverse5, isStep);
    equalSeptic(b, 'add-first/x', x5, thirdX(slope5, point.x, addend.x));
    slope5.forEach((cell, i) => {
      b.constraint(`an-entry-skips-first/slope[${i}]`, mul(isEntry, cell));
    });
    point.x.forEach((cell, i) => {
      b.constraint(`an-entry-skips-first/x[${i}]`, mul(isEntry, cell));
    });
    const sumPoint: PointExpr = { x: x5, y: shareSeptic(thirdY(slope5, addend, x5)) };

    // + second: W of the constants' table for a step; for an entry the entry before it.
    b.send('schnorrEntry', active, [KIND.entry, owner, high, low, ...second], 'read-second');
    const other = pointOf(second);
    chord(b, 'add-second', slope6, sumPoint, other, inverse6, active);
    const result = pointOf(after);
    equalSeptic(b, 'after/x', result.x, thirdX(slope6, sumPoint.x, other.x));
    equalSeptic(b, 'after/y', result.y, thirdY(slope6, other, result.x));

    /*
     * The entry's index: `digit` is the direction, 0 or 1 because no other addend is offered. low grows from 0 by ones (it is a small integer), and
     * 16·low < 2^8 stops it at 15: otherwise a digit of a step could be 16.
     */
    const nextLow = sub(add(low, 1), digit);
    b.send('range8', isEntry, [scale(2 ** (8 - WINDOW_BITS), nextLow)], 'low-is-a-digit');
    b.receive('schnorrEntry', uses, [KIND.entry, owner, add(high, digit), nextLow, ...after], 'offer-entry');

    /*
     * Chunks: c ← 16·c + digit; at the chunk's last step the sum goes to the `schnorr` row and c starts again at 0. Seven digits stay below
     * 2^28, and the `schnorr` row takes exactly the sums of steps 7, 14, 21 and 28, so `last` can be nowhere else.
     */
    const sums = [low, high, digit].map((window, i) => add(scale(TABLE_SIZE, chunk[i]), window));
    sums.forEach((total, i) => {
      b.equal(`chunk-${i}-goes-on-or-restarts`, nextChunk[i], mul(not(last), total));
    });
    b.send('schnorrChunk', last, [signature, add(step, 1), ...sums], 'finish-chunk');
    b.receive('schnorrStep', isStep, [signature, step, ...before, ...chunk], 'take');
    b.send('schnorrStep', isStep, [signature, add(step, 1), ...after, ...nextChunk], 'hand-on');
  },
});

/** The chips, in the order of `fillSchnorr`'s traces. */
export const schnorrChips = [schnorrChip, schnorrStepChip] as const;
