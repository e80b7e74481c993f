/**
 * One row per word of the statement's body (docs/statements.md). A row
 * - gives its word to the one effect or diff row that explains it, with index and section (bus `word`),
 * - extends the digest chain D (bus `wordChain`, first word first) with one compression,
 * - extends y = Σ word_i z^i by one Horner step (bus `horner`, last word first).
 *
 * `publicValues` starts and ends both chains. A chain cannot loop (the index grows by one, and there are fewer rows than p), so the rows'
 * indices are 0 … total − 1, each exactly once, and counts and z are the same in all rows: they travel in the chains' tuples unchanged.
 *
 * Padding rows are zero; every interaction has multiplicity `active`.
 */

import { DOMAIN } from '@weir/crypto/poseidon';
import { defineChip } from '@weir/stark/air/builder';
import { add, type Expr, fromLimbs, linear, mul, scale, sub, sum } from '@weir/stark/air/expr';
import { rangeCheckLimbs } from '@weir/stark/air/gadgets';
import { WORDS_COLUMNS } from './columns.ts';
import { type Algebra, CARRY_PLAN, LAST_PIECE_BITS, LIMB_BITS, LIMBS, PIECE_BITS, PIECES, positionValues } from './horner.ts';

const PIECE_WIDTHS: readonly number[] = Array.from({ length: PIECES }, (_, j) => (j === PIECES - 1 ? LAST_PIECE_BITS : PIECE_BITS));
const GAP_WIDTHS = [12, 10];
const LIMB_WIDTHS = new Array<number>(LIMBS).fill(LIMB_BITS);

const EXPRESSIONS: Algebra<Expr> = {
  sumOfProducts: (pairs) => sum(pairs.map(([a, b]) => mul(a, b))),
  combine: (coefficients, values) => linear(coefficients, values),
  add: (a, b) => add(a, b),
};

export const wordsChip = defineChip({
  name: 'words',
  minLogHeight: 4,
  maxLogHeight: 17,
  columns: WORDS_COLUMNS,
  build(b) {
    const { active, index, effectEnd, headerEnd, isEffect, isSlot, effectGap, headerGap, piece, state, digest } = b.col;
    const { z, acc, quotient, next, carry } = b.col;
    const when = active;
    b.boolean('active-is-a-bit', active);

    // Limbs below 2^28 (the last: 2^24): a limb v + p would share the digest and change y.
    rangeCheckLimbs(b, 'piece', piece, PIECE_WIDTHS, { when });
    const limbs = Array.from({ length: 9 }, (_, i) => fromLimbs([piece[2 * i], piece[2 * i + 1]], PIECE_BITS));

    /*
     * The section follows from the index: effect ⇔ index < effectEnd, slot diff ⇔ index ≥ headerEnd. Otherwise a diff could stand where L1
     * parses an effect. index and the ends come from the chain and are far below 2^22, so a gap in [0, 2^22) is an honest difference.
     * gap = end − 1 − index below the end, index − end from it on.
     */
    b.boolean('is-effect-is-a-bit', isEffect);
    b.boolean('is-slot-is-a-bit', isSlot);
    rangeCheckLimbs(b, 'effect-gap', effectGap, GAP_WIDTHS, { when });
    rangeCheckLimbs(b, 'header-gap', headerGap, GAP_WIDTHS, { when });
    const pastEffects = sub(index, effectEnd);
    b.equal('effect-iff-below-effect-end', fromLimbs(effectGap, 12), sub(pastEffects, mul(isEffect, add(scale(2, pastEffects), 1))));
    const beforeHeaderEnd = sub(headerEnd, index, active);
    b.equal('slot-iff-past-header-end', fromLimbs(headerGap, 12), sub(beforeHeaderEnd, mul(isSlot, add(scale(2, beforeHeaderEnd), 1))));
    const section = add(sub(active, isEffect), isSlot);
    b.send('word', active, [index, section, ...limbs], 'give-word');

    // D: s' = compress(s0 … s6, l0 … l8). The chain carries 7 elements; the eighth only shows in D itself.
    b.send('compress', active, [DOMAIN.word, ...state.slice(0, 7), ...limbs, ...digest], 'hash-word');
    b.receive('wordChain', active, [index, effectEnd, headerEnd, ...state], 'chain-in');
    b.send('wordChain', active, [add(index, 1), effectEnd, headerEnd, ...digest], 'chain-out');

    /*
     * y: acc·z + word = quotient·r + next over the integers (horner.ts). Neither quotient nor next need be the canonical ones: any choice
     * leaves next ≡ acc·z + word mod r, and the last next is compared, limb by limb, with y, which L1 computed below r. z is L1's too.
     * acc is checked here, as the previous row's next; the first acc is 0 and the last next is y.
     */
    rangeCheckLimbs(b, 'acc', acc, LIMB_WIDTHS, { when });
    rangeCheckLimbs(b, 'quotient', quotient, LIMB_WIDTHS, { when });
    const carryWidths = CARRY_PLAN.map(({ bits }) => bits);
    rangeCheckLimbs(b, 'carry', carry, carryWidths, { when });
    const carries = CARRY_PLAN.map(({ offset }, k) => add(carry[k], scale(offset, active)));
    const values = positionValues<Expr>(EXPRESSIONS, { acc, z, pieces: piece, quotient, next });
    values.forEach((value, k) => {
      const carried = k === 0 ? value : add(value, carries[k - 1]);
      b.equal(`horner-position-${k}`, carried, k === carries.length ? 0 : scale(2 ** LIMB_BITS, carries[k]));
    });
    b.receive('horner', active, [add(index, 1), ...z, ...acc], 'horner-in');
    b.send('horner', active, [index, ...z, ...next], 'horner-out');
  },
});
