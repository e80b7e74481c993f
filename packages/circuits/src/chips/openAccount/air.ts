/**
 * openAccount: an unopened header (zeros) becomes (key, keyVersion, l1Owner), signed by the key, and the header diff states it.
 * A header changes nowhere else, so a changed header always has its two words, and an account is opened once.
 */
import { defineChip } from '@weir/stark/air/builder';
import { fromLimbs, linear, scale, sub } from '@weir/stark/air/expr';
import { rangeCheck } from '@weir/stark/air/gadgets';
import { splitRange } from '../gadgets.ts';
import { accessHeader, clockOf, openHeader } from '../memory.ts';
import { SECTION } from '../slotLeaf/air.ts';
import { OPEN_ACCOUNT_COLUMNS } from './columns.ts';

const KIND = 1;
const ELEMENTS = 18;
/** The signed tree. An account of tree 1 would need this to be a column that `account` shares. */
const ROLLUP = 0;

export const openAccountChip = defineChip({
  name: 'openAccount',
  minLogHeight: 0,
  maxLogHeight: 16,
  columns: OPEN_ACCOUNT_COLUMNS,
  build(b) {
    const { active, tick, account, key, keyVersion, l1Owner, gap, versionInverse, ownerTopLow, keyHi, versionHi, word } = b.col;
    const when = active;
    b.boolean('active-is-a-bit', active);
    b.receive('tick', active, [tick], 'take-tick');

    // Unopened before: all zeros. A second opening would find a key there.
    const header = [...key, keyVersion, ...l1Owner];
    accessHeader(b, 'header', { account, clock: clockOf(tick), gap, when }, new Array<number>(14).fill(0), header);
    // Version 0 would leave the account unopened, to be opened again over its slots.
    openHeader(b, 'key-version-is-not-zero', keyVersion, versionInverse, active);

    b.send('message', active, [tick, 1, 0, KIND, ELEMENTS, ROLLUP, keyVersion, ...l1Owner.slice(0, 4)], 'sign-block-1');
    b.send('message', active, [tick, 2, 1, l1Owner[4], l1Owner[5], 0, 0, 0, 0, 0, 0], 'sign-block-2');
    b.send('messageKey', active, [tick, ...key], 'signed-by');

    // One encoding: limbs 0 … 4 of the owner are below 2^28 as limbs of the word, the last has 20 bits; key elements are split canonically;
    // the version is lo (24 bits by the word's last limb) + 2^24·hi (5 bits: it may rise by rotations).
    splitRange(b, 'owner-top', l1Owner[5], ownerTopLow, 10, 10, { when });
    rangeCheck(b, 'version-hi', versionHi, 5, { tableBits: 8, when });
    key.forEach((element, i) => {
      b.send('split', active, [element, keyHi[i]], `split-key-${i}`);
    });
    const keyLo = key.map((element, i) => sub(element, scale(2 ** 28, keyHi[i])));
    const seventh = linear([1, 2 ** 21], [fromLimbs(keyHi, 3), versionHi]);
    const versionLo = sub(keyVersion, scale(2 ** 24, versionHi));
    b.receive('word', active, [word, SECTION.headerDiff, ...keyLo, seventh, versionLo], 'diff-key');
    b.receive('word', active, [linear([1], [word], 1), SECTION.headerDiff, ...l1Owner, account, 0, 0], 'diff-owner');
  },
});
