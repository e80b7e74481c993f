/**
 * forcedExit: served for the account's l1Owner (all 16 slots are emptied by `exitSlot` rows), refuted for anybody else. There is no third way:
 * an entry can be neither refuted although the owner asks nor served for a stranger.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, linear, mul, sub, sum } from '@weir/stark/air/expr';
import { equalWhen, exclusive } from '../gadgets.ts';
import { accessHeader, clockOf } from '../memory.ts';
import { SECTION } from '../slotLeaf/air.ts';
import { FORCED_EXIT_COLUMNS } from './columns.ts';

const KIND = 5;
const SLOTS = 16;
const ALL_SLOTS = 2 ** SLOTS - 1;

export const forcedExitChip = defineChip({
  name: 'forcedExit',
  minLogHeight: 0,
  maxLogHeight: 12,
  columns: FORCED_EXIT_COLUMNS,
  build(b) {
    const { served, refuted, tick, account, requester, key, keyVersion, l1Owner, gap, weight, word } = b.col;
    const active = exclusive(b, 'status', [served, refuted]);
    b.receive('tick', active, [tick], 'take-tick');
    accessHeader(b, 'header', { account, clock: clockOf(tick), gap, when: active }, [...key, keyVersion, ...l1Owner]);

    equalWhen(b, 'served-for-the-owner', served, requester, l1Owner);
    // Σ weight·(requester − owner) = 1 has a solution iff they differ somewhere. An unopened account has owner 0, and L1's requester never is.
    b.equal('refuted-for-a-stranger', sum(weight.map((factor, i) => mul(factor, sub(requester[i], l1Owner[i])))), refuted);

    // Slot 0 is asked for here, slot k + 1 by the row of slot k; only the row of slot 15 leaves what is taken back.
    b.send('exit', served, [account, 0, clockOf(tick), ...l1Owner], 'start-slots');
    b.receive('exit', served, [account, SLOTS, clockOf(tick), ...l1Owner], 'end-slots');

    b.receive(
      'word',
      active,
      [word, SECTION.effect, linear([2 ** 8, 2 ** 9], [served, refuted], KIND), account, ALL_SLOTS, 0, 0, 0, 0, 0, 0],
      'word-0',
    );
    b.receive('word', active, [add(word, 1), SECTION.effect, ...requester, 0, 0, 0], 'word-1');
  },
});
