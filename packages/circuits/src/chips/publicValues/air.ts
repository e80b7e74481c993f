/**
 * One row: the public values enter the circuit here, once, and leave on the buses that need them.
 *
 * The verifier puts 13 tuples on bus `public`; they are on it nowhere else, so this row's cells are those values, in their order. Nothing about
 * them is assumed but what L1 guarantees: counts below 2^24, z and y below r in limbs of 12 bits, elements canonical.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, linear, mul, not, scale, sub } from '@weir/stark/air/expr';
import { NODE_KIND } from '../tree/kind.ts';
import { PUBLIC_VALUES_COLUMNS } from './columns.ts';

/** Public group numbers (docs/statements.md, "Public values"). */
export const GROUP = { instance: 4, digest: 6, z: 7, y: 10 } as const;

export const publicValuesChip = defineChip({
  name: 'publicValues',
  minLogHeight: 0,
  maxLogHeight: 0,
  columns: PUBLIC_VALUES_COLUMNS,
  build(b) {
    const { oldRollupRoot, newRollupRoot, oldValidiumRoot, newValidiumRoot, instance, digest, z, y, touched, active } = b.col;
    const { batchNumber, timestampLo, timestampHi, hasClearing, validiumData, effectWords, headerDiffs, slotDiffs } = b.col;
    const flags = linear([1, 2], [hasClearing, validiumData]);
    const batch = [batchNumber, timestampLo, timestampHi, flags, effectWords, headerDiffs, slotDiffs, 0];
    const thirds = (limbs: typeof z) => [limbs.slice(0, 8), limbs.slice(8, 16), [...limbs.slice(16), 0, 0]];
    const roots = [oldRollupRoot, newRollupRoot, oldValidiumRoot, newValidiumRoot];
    const groups = [...roots, instance, batch, digest, ...thirds(z), ...thirds(y)];
    // The verifier's tuples are on the bus once: so is the row that takes them.
    b.boolean('active-is-a-bit', active);
    groups.forEach((values, t) => {
      b.receive('public', active, [t, ...values], `group-${t}`);
    });

    // The root row of each tree. Without a touched account there is none, and the root must not move.
    (['rollup', 'validium'] as const).forEach((name, tree) => {
      const [before, now] = [roots[2 * tree], roots[2 * tree + 1]];
      b.boolean(`${name}-touched-is-a-bit`, touched[tree]);
      b.receive('node', touched[tree], [NODE_KIND.accounts, tree, 0, 0, ...before, ...now], `${name}-root`);
      now.forEach((value, i) => {
        b.constraint(`untouched-${name}-root-stays[${i}]`, mul(not(touched[tree]), sub(value, before[i])));
      });
    });

    // The batch's constants, as often as asked.
    b.send('context', b.col.instanceUses, [GROUP.instance, ...instance], 'give-instance');
    b.send('time', b.col.timeUses, [timestampLo, timestampHi], 'give-time');
    // L1 reads the flag as a bit too.
    b.boolean('validium-data-is-a-bit', validiumData);
    b.send('validium', b.col.validiumUses, [not(validiumData)], 'give-validium');

    // A clearing takes this tuple: there is exactly one if the flag is set, none otherwise.
    b.boolean('has-clearing-is-a-bit', hasClearing);
    b.send('clearing', hasClearing, [1], 'give-clearing');

    // D: from the counts (the chain's first state) to the digest, over exactly effectWords + 2 headerDiffs + slotDiffs words.
    const headerEnd = add(effectWords, scale(2, headerDiffs));
    const total = add(headerEnd, slotDiffs);
    b.send('wordChain', active, [0, effectWords, headerEnd, effectWords, headerDiffs, slotDiffs, 0, 0, 0, 0, 0], 'start-digest');
    b.receive('wordChain', active, [total, effectWords, headerEnd, ...digest], 'end-digest');
    // y: Horner from the last word to the first.
    b.send('horner', active, [total, ...z, ...new Array<number>(22).fill(0)], 'start-horner');
    b.receive('horner', active, [0, ...z, ...y], 'end-horner');
  },
});
