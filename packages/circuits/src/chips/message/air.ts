/**
 * The message chain (docs/statements.md): s ← compress_32(s, next eight elements), from the prefix of its kind to the digest that the key has signed.
 *
 * A transaction puts its blocks 1, 2, … on bus `message`, made of the very columns that it acts on, the last one marked, under its step number (unique: `ticks`).
 * Block b takes the state that block b − 1 left; block 1 takes it from `prefix`, which holds the instance. So a signature for another kind, length
 * or deployment has another digest. The last block gives (key, digest) to `schnorr`.
 */
import { DOMAIN } from '@weir/crypto/poseidon';
import { defineChip } from '@weir/stark/air/builder';
import { add, mul, not, sub } from '@weir/stark/air/expr';
import { MESSAGE_COLUMNS } from './columns.ts';

export const messageChip = defineChip({
  name: 'message',
  minLogHeight: 0,
  maxLogHeight: 18,
  columns: MESSAGE_COLUMNS,
  build(b) {
    const { active, first, last, step, block, given, element, state, next, key } = b.col;
    b.boolean('active-is-a-bit', active);
    b.boolean('first-is-a-bit', first);
    b.boolean('last-is-a-bit', last);
    b.constraint('padding-is-not-first', mul(first, not(active)));
    b.constraint('padding-is-not-last', mul(last, not(active)));
    b.receive('message', active, [step, block, last, ...given, ...element.slice(2)], 'take-block');

    // In block 1 the places of kind and count hold the instance's last two limbs; elsewhere they are elements like the others.
    b.constraint('first-is-block-1', mul(first, sub(block, 1)));
    given.forEach((value, i) => {
      b.constraint(`element-${i}-is-given`, mul(not(first), sub(element[i], value)));
    });
    b.receive('prefix', first, [...given, element[0], element[1], ...state], 'take-prefix');

    b.receive('messageState', sub(active, first), [step, block, ...state], 'take-state');
    b.send('compress', active, [DOMAIN.message, ...state, ...element, ...next], 'hash-block');
    b.send('messageState', sub(active, last), [step, add(block, 1), ...next], 'give-state');

    b.receive('messageKey', last, [step, ...key], 'take-key');
    b.send('signed', last, [...key, ...next], 'signed');
  },
});
