/**
 * Credit(asset, amount, own) of docs/protocol.md: the one place where a balance grows or a slot changes its asset. Deposits, transfers, fees, fills and
 * redemptions ask for it on bus `credit`; who asks vouches for the amount's pieces being in range and for `own`.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, mul, not, sub, sum } from '@weir/stark/air/expr';
import { rangeCheck, u64Pieces } from '@weir/stark/air/gadgets';
import { amountRange, sumPieces } from '../gadgets.ts';
import { accessSlot } from '../memory.ts';
import { CREDIT_COLUMNS } from './columns.ts';

const FIRST_PUBLIC_SLOT = 12;
const NONCE_LIMIT = 2 ** 30;

export const creditChip = defineChip({
  name: 'credit',
  minLogHeight: 0,
  maxLogHeight: 18,
  columns: CREDIT_COLUMNS,
  build(b) {
    const { active, account, slot, clock, gap, asset, amount, own, oldAsset, nonce, balance, filled } = b.col;
    const { opened, foreign, inverse, after, carry } = b.col;
    b.boolean('active-is-a-bit', active);
    b.boolean('opened-is-a-bit', opened);
    b.constraint('padding-opens-nothing', mul(opened, not(active)));
    b.receive('credit', active, [account, slot, clock, asset, ...amount, own], 'asked');

    // balance + amount = after < 2^64.
    amountRange(b, 'after', after, { when: active });
    const pieces = u64Pieces(after);
    sumPieces(b, 'balance-grows', [balance, amount], pieces, carry);

    // Same asset, or opened: then it was another asset, the slot was empty (its funds would change name), and the nonce has room to rise.
    b.constraint('same-asset-unless-opened', mul(not(opened), sub(oldAsset, asset)));
    b.equal('opened-for-another-asset-with-nonce-left', mul(sub(oldAsset, asset), sub(nonce, NONCE_LIMIT - 1), inverse), opened);
    b.constraint('opened-slot-was-empty', mul(opened, sum(balance)));

    // Somebody else may open only slots 12 … 15: slot − 12 ∈ [0, 2^8), and slot < 16 by the tree.
    b.equal('foreign-is-opened-and-not-own', foreign, mul(opened, not(own)));
    rangeCheck(b, 'foreign-opens-public-slot', sub(slot, FIRST_PUBLIC_SLOT), 8, { when: foreign });

    accessSlot(
      b,
      'slot',
      { account, slot, clock, gap, when: active },
      [oldAsset, nonce, ...balance, ...filled],
      [
        { value: [asset, nonce, ...pieces, ...filled], when: sub(active, opened), name: 'write-grown' },
        // A slot that changes asset rises its nonce, so nothing signed for the old asset fits it, and forgets what was filled.
        { value: [asset, add(nonce, 1), ...pieces, 0, 0, 0], when: opened, name: 'write-opened' },
      ],
    );
  },
});
