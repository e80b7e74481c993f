/**
 * One row per touched slot: where slot memory starts (clock 0, old value), ends (new value), and meets the tree and the statement.
 *
 * One row per (account, slot), because its parent takes one tuple (tree/air.ts); slot < 16, account and `silent` are what the `account` row has. A slot whose value differs must
 * have a diff word, or the new state could not be rebuilt from L1 data; unless the account is in the validium tree and that tree's diffs are with the committee.
 *
 * Values in memory are in range: genesis is, and whoever writes a value checks it. The word's split of asset and nonce has one encoding:
 * nonceHi, assetHi < 2^8 by lookup, so l0 = balance0 + 2^22·nonceHi is an integer below 2^30 and, since `words` has l0 < 2^28, nonceHi < 2^6 (assetHi
 * likewise); nonceLo = l8 < 2^24 by `words`; assetLo < 2^24 by two lookups (l7 < 2^28 would not do: 16·assetLo may wrap mod p).
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, fromLimbs, mul, not, scale, sub } from '@weir/stark/air/expr';
import { rangeCheck } from '@weir/stark/air/gadgets';
import { NODE_KIND } from '../tree/kind.ts';
import { SLOT_LEAF_COLUMNS } from './columns.ts';

export const SLOT_DEPTH = 31;
/** Sections of the statement's body. */
export const SECTION = { effect: 0, headerDiff: 1, slotDiff: 2 } as const;

export const slotLeafChip = defineChip({
  name: 'slotLeaf',
  minLogHeight: 0,
  maxLogHeight: 20,
  columns: SLOT_LEAF_COLUMNS,
  build(b) {
    const {
      active,
      account,
      slot,
      old,
      assetLow,
      assetMiddle,
      assetHi,
      nonce,
      balance,
      filled,
      nonceHi,
      lastClock,
      silent,
      changed,
      word,
    } = b.col;
    b.boolean('active-is-a-bit', active);
    b.boolean('changed-is-a-bit', changed);
    b.boolean('silent-is-a-bit', silent);
    b.constraint('padding-changes-nothing', mul(changed, not(active)));
    b.constraint('silent-states-nothing', mul(changed, silent));
    const assetLo = fromLimbs([assetLow, assetMiddle], 12);
    const value = [add(assetLo, scale(2 ** 24, assetHi)), nonce, ...balance, ...filled];

    b.send('slot', active, [account, slot, 0, ...old], 'start');
    b.receive('slot', active, [account, slot, lastClock, ...value], 'end');
    b.send('node', active, [add(silent, NODE_KIND.slots), account, SLOT_DEPTH, slot, ...old, ...value], 'give-node');

    value.forEach((element, i) => {
      b.constraint(`no-diff-no-change[${i}]`, mul(not(add(changed, silent)), sub(element, old[i])));
    });
    rangeCheck(b, 'asset-low', assetLow, 12, { when: active });
    rangeCheck(b, 'asset-middle', assetMiddle, 12, { when: active });
    rangeCheck(b, 'asset-hi', assetHi, 8, { when: active });
    rangeCheck(b, 'nonce-hi', nonceHi, 8, { when: active });
    b.receive(
      'word',
      changed,
      [
        word,
        SECTION.slotDiff,
        add(balance[0], scale(2 ** 22, nonceHi)),
        balance[1],
        balance[2],
        add(filled[0], scale(2 ** 22, assetHi)),
        filled[1],
        filled[2],
        account,
        add(slot, scale(16, assetLo)),
        sub(nonce, scale(2 ** 24, nonceHi)),
      ],
      'diff-word',
    );
  },
});
