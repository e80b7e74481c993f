/**
 * One compression per row: y = first 8 elements of P(v) + v with v = x + A + domain·B (docs/statements.md, "Hashing the state"; Poseidon:
 * Grassi et al., eprint 2019/458). The constants are linear in the domain, so no table of them is needed.
 *
 * Every row, padding included, holds a true compression (its S-boxes follow from `domain` and `x`), so any multiplicity on any row
 * is sound and no `active` column is needed.
 */
import { DIGEST_ELEMENTS, DOMAIN_A, DOMAIN_B } from '@weir/crypto/poseidon';
import { defineChip } from '@weir/stark/air/builder';
import { add, scale } from '@weir/stark/air/expr';
import { poseidonPermutation } from '@weir/stark/air/gadgets';
import { POSEIDON_COLUMNS } from './columns.ts';

export const poseidonChip = defineChip({
  name: 'poseidon',
  minLogHeight: 4,
  maxLogHeight: 20,
  columns: POSEIDON_COLUMNS,
  build(b) {
    const { domain, x, multiplicity, sbox } = b.col;
    const input = x.map((lane, i) => add(lane, DOMAIN_A[i], scale(DOMAIN_B[i], domain)));
    const output = poseidonPermutation(b, 'permutation', input, sbox);
    // Without the feed-forward (+ input) the permutation could be run backwards from any wanted y.
    const y = output.slice(0, DIGEST_ELEMENTS).map((lane, i) => add(lane, input[i]));
    b.receive('compress', multiplicity, [domain, ...x, ...y], 'answer');
  },
});
