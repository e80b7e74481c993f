/**
 * The effect withdrawal(account, asset, amount, l1Owner): whoever takes funds out of the L2 asks for it on bus `withdrawal` and vouches for the amount being in range
 * and for l1Owner being the account's. It is the only place that writes words of this kind, and each has one asker.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, scale, sub } from '@weir/stark/air/expr';
import { rangeCheck } from '@weir/stark/air/gadgets';
import { splitRange } from '../gadgets.ts';
import { SECTION } from '../slotLeaf/air.ts';
import { WITHDRAWAL_COLUMNS } from './columns.ts';

const KIND = 2;

export const withdrawalChip = defineChip({
  name: 'withdrawal',
  minLogHeight: 0,
  maxLogHeight: 18,
  columns: WITHDRAWAL_COLUMNS,
  build(b) {
    const { active, account, asset, assetHi, assetLow, amount, l1Owner, word } = b.col;
    b.boolean('active-is-a-bit', active);
    b.receive('withdrawal', active, [account, asset, ...amount, ...l1Owner], 'asked');
    // One encoding of the asset: hi < 2^8 here and < 2^6 by l2 < 2^28; lo < 2^24.
    rangeCheck(b, 'asset-hi', assetHi, 8, { when: active });
    const assetLo = sub(asset, scale(2 ** 24, assetHi));
    splitRange(b, 'asset-lo', assetLo, assetLow, 12, 12, { when: active });
    const first = add(amount[0], scale(2 ** 22, assetHi));
    b.receive('word', active, [word, SECTION.effect, KIND, account, first, amount[1], amount[2], assetLo, 0, 0, 0], 'word-0');
    b.receive('word', active, [add(word, 1), SECTION.effect, ...l1Owner, 0, 0, 0], 'word-1');
  },
});
