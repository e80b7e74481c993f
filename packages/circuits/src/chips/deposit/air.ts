/**
 * deposit: an entry of L1's queue is taken into a slot, or returned. L1 compares the effect's words with its queue, so the entry's fields are
 * what the depositor chose; the circuit proves what a *taken* one does.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, fromLimbs, linear, mul, scale, sub, sum } from '@weir/stark/air/expr';
import { rangeCheck, u64Pieces } from '@weir/stark/air/gadgets';
import { amountRange, equalWhen, exclusive, splitRange } from '../gadgets.ts';
import { clockOf } from '../memory.ts';
import { SECTION } from '../slotLeaf/air.ts';
import { DEPOSIT_COLUMNS } from './columns.ts';

const KIND = 1;

export const depositChip = defineChip({
  name: 'deposit',
  minLogHeight: 0,
  maxLogHeight: 16,
  columns: DEPOSIT_COLUMNS,
  build(b) {
    const { taken, returned, tick, account, slot, asset, assetHi, assetLow, amount, depositor, l1Owner, own } = b.col;
    const { headerDigest, digestHi, nonZeroInverse, word } = b.col;
    const active = exclusive(b, 'status', [taken, returned]);
    b.receive('tick', taken, [tick], 'take-tick');

    // The header is open and has the digest that the depositor named. Otherwise his funds could land under another key.
    b.send('receiverOwner', taken, [account, clockOf(tick), ...l1Owner, ...headerDigest], 'receiver');
    // Only the owner himself may open slots below 12. (own = 0 although equal only forbids more.)
    b.boolean('own-is-a-bit', own);
    equalWhen(b, 'own-is-the-owner', own, depositor, l1Owner);
    const pieces = u64Pieces(amount);
    b.send('credit', taken, [account, slot, clockOf(tick), asset, ...pieces, own], 'credit');
    // Pieces are below 2^22: their sum is 0 mod p only if the amount is.
    b.equal('asset-and-amount-are-not-zero', mul(asset, sum(pieces), nonZeroInverse), taken);

    // Fields of the words, each with one encoding (assetHi < 2^6 because l2 < 2^28, as in slotLeaf).
    rangeCheck(b, 'slot', slot, 4, { tableBits: 8, when: active });
    amountRange(b, 'amount', amount, { when: active });
    rangeCheck(b, 'asset-hi', assetHi, 8, { when: active });
    const assetLo = sub(asset, scale(2 ** 24, assetHi));
    splitRange(b, 'asset-lo', assetLo, assetLow, 12, 12, { when: active });
    headerDigest.forEach((element, i) => {
      b.send('split', taken, [element, digestHi[i]], `split-digest-${i}`);
    });

    const first = linear([2 ** 8, 2 ** 9, 2 ** 10], [taken, returned, slot], KIND);
    const digestLo = headerDigest.map((element, i) => sub(element, scale(2 ** 28, digestHi[i])));
    const section = SECTION.effect;
    b.receive(
      'word',
      active,
      [word, section, first, account, add(pieces[0], scale(2 ** 22, assetHi)), pieces[1], pieces[2], assetLo, 0, 0, 0],
      'word-0',
    );
    b.receive('word', active, [add(word, 1), section, ...digestLo, fromLimbs(digestHi, 3)], 'word-1');
    b.receive('word', active, [add(word, 2), section, ...depositor, 0, 0, 0], 'word-2');
  },
});
