/**
 * A header that the batch changes: its memory starts here, from what the account's old node holds, and its end value is stated in two diff words (not if the account is
 * silent). One row per changed header, because its `account` row asks once.
 */
import { DOMAIN } from '@weir/crypto/poseidon';
import { defineChip } from '@weir/stark/air/builder';
import { fromLimbs, linear, mul, not, scale, sub } from '@weir/stark/air/expr';
import { rangeCheck } from '@weir/stark/air/gadgets';
import { SECTION } from '../slotLeaf/air.ts';
import { HEADER_CHANGE_COLUMNS } from './columns.ts';

export const headerChangeChip = defineChip({
  name: 'headerChange',
  minLogHeight: 0,
  maxLogHeight: 16,
  columns: HEADER_CHANGE_COLUMNS,
  build(b) {
    const { active, stated, account, old, headerDigest, key, keyVersion, l1Owner, keyHi, versionHi, word } = b.col;
    b.boolean('active-is-a-bit', active);
    b.boolean('stated-is-a-bit', stated);
    b.constraint('padding-states-nothing', mul(stated, not(active)));
    b.receive('headerChange', active, [account, stated, ...headerDigest, ...key, keyVersion, ...l1Owner], 'asked');
    b.send('header', active, [account, 0, ...old], 'start');
    b.send('compress', active, [DOMAIN.header, ...old, 0, 0, ...headerDigest], 'hash-old');

    // One encoding: owner limbs 0 … 4 are below 2^28 as limbs of the word, the last has 20 bits by whoever wrote it; key elements are split canonically; the version is
    // lo (24 bits by the word's last limb) + 2^24·hi (6 bits).
    rangeCheck(b, 'version-hi', versionHi, 6, { tableBits: 8, when: stated });
    key.forEach((element, i) => {
      b.send('split', stated, [element, keyHi[i]], `split-key-${i}`);
    });
    const keyLo = key.map((element, i) => sub(element, scale(2 ** 28, keyHi[i])));
    const seventh = linear([1, 2 ** 21], [fromLimbs(keyHi, 3), versionHi]);
    const versionLo = sub(keyVersion, scale(2 ** 24, versionHi));
    b.receive('word', stated, [word, SECTION.headerDiff, ...keyLo, seventh, versionLo], 'diff-key');
    b.receive('word', stated, [linear([1], [word], 1), SECTION.headerDiff, ...l1Owner, account, 0, 0], 'diff-owner');
  },
});
