/**
 * Block 0 of every message of a kind and length is the same in a batch: (kind, count, instance limbs 0 … 5). It is hashed once here. Any (kind, count) may stand here; who
 * asks names its own. The instance is the verifier's: a signature made for another deployment does not fit.
 */
import { DOMAIN } from '@weir/crypto/poseidon';
import { defineChip } from '@weir/stark/air/builder';
import { mul, not } from '@weir/stark/air/expr';
import { GROUP } from '../publicValues/air.ts';
import { PREFIX_COLUMNS } from './columns.ts';

export const prefixChip = defineChip({
  name: 'prefix',
  minLogHeight: 0,
  maxLogHeight: 4,
  columns: PREFIX_COLUMNS,
  build(b) {
    const { active, kind, count, instance, state, uses } = b.col;
    b.boolean('active-is-a-bit', active);
    b.constraint('padding-gives-nothing', mul(uses, not(active)));
    b.receive('context', active, [GROUP.instance, ...instance], 'take-instance');
    const start = new Array<number>(8).fill(0);
    b.send('compress', active, [DOMAIN.message, ...start, kind, count, ...instance.slice(0, 6), ...state], 'hash-block-0');
    b.send('prefix', uses, [kind, count, instance[6], instance[7], ...state], 'give');
  },
});
