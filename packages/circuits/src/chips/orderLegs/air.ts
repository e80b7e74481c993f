/**
 * orderLegs: a fill of an order with two or three legs. The fill states its own leg only; this row hashes it, and puts the order together
 * that was signed: the header, and a digest per leg, of which the leg's is one. About the other legs nothing is known here but their digests,
 * and nothing is needed: each leg is an order by itself.
 *
 * The leg's chain starts with (8, 20), which no signed message starts with, and is hashed here and nowhere else.
 */
import { DOMAIN } from '@weir/crypto/poseidon';
import { MESSAGE_ELEMENTS, MESSAGE_KINDS } from '@weir/protocol/messages';
import { defineChip } from '@weir/stark/air/builder';
import { add, linear, mul, not, sub } from '@weir/stark/air/expr';
import { DIGEST, exclusive } from '../gadgets.ts';
import { ORDER_LEGS_COLUMNS } from './columns.ts';

const START = new Array<number>(DIGEST).fill(0);

export const orderLegsChip = defineChip({
  name: 'orderLegs',
  minLogHeight: 0,
  maxLogHeight: 14,
  columns: ORDER_LEGS_COLUMNS,
  build(b) {
    const { first, second, third, three, tick, account, keyVersion, untilLo, untilHi, leg, stateOne, stateTwo, digest } = b.col;
    const { firstDigest, secondDigest, thirdDigest } = b.col;
    const active = exclusive(b, 'leg', [first, second, third]);
    b.boolean('three-is-a-bit', three);
    b.constraint('padding-has-no-legs', mul(three, not(active)));
    b.receive('orderLeg', active, [tick, account, keyVersion, untilLo, untilHi, ...leg], 'take-leg');

    // The leg's digest: three blocks of eight, the last filled up with zeros.
    const elements = [MESSAGE_KINDS.leg, MESSAGE_ELEMENTS.leg, ...leg, 0, 0, 0, 0];
    const blocks = [elements.slice(0, DIGEST), elements.slice(DIGEST, 2 * DIGEST), elements.slice(2 * DIGEST)];
    b.send('compress', active, [DOMAIN.message, ...START, ...blocks[0], ...stateOne], 'hash-leg-1');
    b.send('compress', active, [DOMAIN.message, ...stateOne, ...blocks[1], ...stateTwo], 'hash-leg-2');
    b.send('compress', active, [DOMAIN.message, ...stateTwo, ...blocks[2], ...digest], 'hash-leg-3');

    // It is one of the signed digests: flag_j (digest_j − digest) = 0. Else any leg could be filled under any signature of an order of legs.
    for (let i = 0; i < DIGEST; i++)
      b.constraint(
        `leg-is-signed[${i}]`,
        add(
          mul(first, sub(firstDigest[i], digest[i])),
          mul(second, sub(secondDigest[i], digest[i])),
          mul(third, sub(thirdDigest[i], digest[i])),
        ),
      );
    // Two legs: the third digest is 0, as the places are that fill up the last block. So no leg is the third of two: none has the digest 0.
    thirdDigest.forEach((element, i) => {
      b.constraint(`two-legs-have-no-third[${i}]`, mul(sub(active, three), element));
    });

    // What is signed: 30 elements, or 38. `tick` is the fill's, whose key `messageKey` names.
    const count = linear([DIGEST], [three], MESSAGE_ELEMENTS.orderLegs);
    const header = [MESSAGE_KINDS.orderLegs, count, account, keyVersion, untilLo, untilHi];
    b.send('message', active, [tick, 1, 0, ...header, ...firstDigest.slice(0, 2)], 'sign-block-1');
    b.send('message', active, [tick, 2, 0, ...firstDigest.slice(2), ...secondDigest.slice(0, 2)], 'sign-block-2');
    b.send('message', active, [tick, 3, not(three), ...secondDigest.slice(2), ...thirdDigest.slice(0, 2)], 'sign-block-3');
    b.send('message', three, [tick, 4, 1, ...thirdDigest.slice(2), 0, 0], 'sign-block-4');
  },
});
