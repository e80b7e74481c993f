/**
 * forcedExit and rotateKey: granted to the account's l1Owner, refuted for anybody else. There is no third way: an entry can be neither refuted although the owner
 * asks nor granted to a stranger. An exit's slots are emptied by `exitSlot` rows.
 */
import { defineChip } from '@weir/stark/air/builder';
import { add, fromLimbs, linear, mul, scale, sub, sum } from '@weir/stark/air/expr';
import { equalWhen, exclusive } from '../gadgets.ts';
import { accessHeader, clockOf } from '../memory.ts';
import { SECTION } from '../slotLeaf/air.ts';
import { FORCED_REQUEST_COLUMNS } from './columns.ts';

const EXIT = 5;
const ROTATE = 6;
const SLOTS = 16;

export const forcedRequestChip = defineChip({
  name: 'forcedRequest',
  minLogHeight: 0,
  maxLogHeight: 12,
  columns: FORCED_REQUEST_COLUMNS,
  build(b) {
    const { exitServed, exitRefuted, keyApplied, keyRefuted, tick, account, requester, key, keyVersion, l1Owner, gap, weight } = b.col;
    const { mask, newKey, newKeyHi, versionInverse, word } = b.col;
    const active = exclusive(b, 'status', [exitServed, exitRefuted, keyApplied, keyRefuted]);
    const granted = add(exitServed, keyApplied);
    const refuted = add(exitRefuted, keyRefuted);
    const rotates = add(keyApplied, keyRefuted);
    b.receive('tick', active, [tick], 'take-tick');

    // A rotation raises the version, so that nothing signed by the old key fits. (Not beyond what a word can state: that takes 2^29 requests.)
    const header = [...key, keyVersion, ...l1Owner];
    accessHeader(b, 'header', { account, clock: clockOf(tick), gap, when: active }, header, [
      { value: header, when: add(exitServed, refuted), name: 'write' },
      { value: [...newKey, add(keyVersion, 1), ...l1Owner], when: keyApplied, name: 'write-rotated' },
    ]);
    // Only an open header gets a key: a rotation must not be a way to open an account.
    b.equal('rotated-header-is-open', mul(keyApplied, keyVersion, versionInverse), keyApplied);

    equalWhen(b, 'granted-to-the-owner', granted, requester, l1Owner);
    // Σ weight·(requester − owner) = 1 has a solution iff they differ somewhere. An unopened account has owner 0, and L1's requester never is.
    b.equal('refuted-for-a-stranger', sum(weight.map((factor, i) => mul(factor, sub(requester[i], l1Owner[i])))), refuted);

    // Slot 0 is asked for here, slot k + 1 by the row of slot k; each row takes its bit off the mask, and after slot 15 nothing is left of it.
    b.send('exit', exitServed, [account, 0, clockOf(tick), mask, ...l1Owner], 'start-slots');
    b.receive('exit', exitServed, [account, SLOTS, clockOf(tick), 0, ...l1Owner], 'end-slots');

    b.constraint('rotation-has-no-mask', mul(rotates, mask));
    const status = linear(
      [EXIT, EXIT, ROTATE, ROTATE, 2 ** 8, 2 ** 9],
      [exitServed, exitRefuted, keyApplied, keyRefuted, granted, refuted],
    );
    b.receive('word', active, [word, SECTION.effect, status, account, mask, 0, 0, 0, 0, 0, 0], 'word-0');
    b.receive('word', active, [add(word, 1), SECTION.effect, ...requester, 0, 0, 0], 'word-1');
    newKey.forEach((element, i) => {
      b.send('split', rotates, [element, newKeyHi[i]], `split-key-${i}`);
    });
    const newKeyLo = newKey.map((element, i) => sub(element, scale(2 ** 28, newKeyHi[i])));
    b.receive('word', rotates, [add(word, 2), SECTION.effect, ...newKeyLo, fromLimbs(newKeyHi, 3), 0], 'word-2');
  },
});
