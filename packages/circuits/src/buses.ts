/**
 * Every bus of the circuits: tag and tuple length. What flows on each, from whom to whom, is docs/circuits.md; this file only keeps the
 * numbers apart (two buses with one tag would share fingerprints).
 */
import { defineBuses } from '@weir/stark/air/compileAir';

export const buses = defineBuses({
  /** t, v0…v7: public group t (4 instance) */
  context: { tag: 2, length: 9 },
  /** the batch's timestamp: lo 20, hi 20 bits */
  time: { tag: 3, length: 2 },
  /** t: the number of one step of execution; clocks 16 t + 1 … 16 t + 16 are its own */
  tick: { tag: 4, length: 1 },
  /** 1: taken by the clearing, of which there is one if the header flag says so */
  clearing: { tag: 5, length: 1 },
  range8: { tag: 8, length: 1 },
  range10: { tag: 10, length: 1 },
  range11: { tag: 11, length: 1 },
  range12: { tag: 12, length: 1 },
  range14: { tag: 14, length: 1 },
  range16: { tag: 16, length: 1 },
  range17: { tag: 17, length: 1 },
  /** d, x0…x15, y0…y7 */
  compress: { tag: 20, length: 25 },
  /** key x0…6, message digest 0…7 */
  signed: { tag: 21, length: 15 },
  /** index, section, l0…l8 */
  word: { tag: 22, length: 11 },
  /** index, effectWords, effectWords + 2·headerDiffs, s0…s7 */
  wordChain: { tag: 23, length: 11 },
  /** index, z limbs (22), acc limbs (22) */
  horner: { tag: 24, length: 45 },
  /** signature, step, accumulator (14), the three scalars' running chunks */
  schnorrStep: { tag: 25, length: 19 },
  /** signature, step, the three scalars' finished chunks */
  schnorrChunk: { tag: 26, length: 5 },
  /** 0, owner, high, low, the entry (14): a table's entry; or 1, owner, 0, direction, minus the point that a table adds in that direction */
  schnorrEntry: { tag: 28, length: 18 },
  /** 1 if the validium accounts' diffs are not in the body */
  validium: { tag: 6, length: 1 },
  /** kind (0 account tree, 1 slots, 2 slots whose diffs are not in the body), a (tree bit or account), depth, index, old digest 8, new digest 8 */
  node: { tag: 40, length: 20 },
  /** account, slot, clock, asset, nonce, balance 3, filled 3 */
  slot: { tag: 41, length: 11 },
  /** account, clock, key 7, keyVersion, l1Owner 6 */
  header: { tag: 42, length: 16 },
  /** account, slot, clock, asset, amount 3, own */
  credit: { tag: 43, length: 8 },
  /** account, clock, header digest 8: the account is open and has this header */
  receiver: { tag: 44, length: 10 },
  /** the same with l1Owner 6 */
  receiverOwner: { tag: 45, length: 16 },
  /** step, block, last, 8 elements (in block 1 the first two are kind and count) */
  message: { tag: 46, length: 11 },
  /** step, key 7: whose signature the step's message needs */
  messageKey: { tag: 47, length: 8 },
  /** step, block, chain state 8 */
  messageState: { tag: 48, length: 10 },
  /** kind, count, instance limbs 6 and 7, chain state 8 after the block (kind, count, instance limbs 0…5) */
  prefix: { tag: 49, length: 12 },
  /** element, its bits from 28 up */
  split: { tag: 50, length: 2 },
  /** account, asset, amount 3, l1Owner 6 */
  withdrawal: { tag: 51, length: 11 },
  /** account, slot, clock of slot 0, mask of the slots from this one up, l1Owner 6 */
  exit: { tag: 52, length: 10 },
  /** account, has diff words, digest of the old header 8, the new header 14 */
  headerChange: { tag: 53, length: 24 },
  /** account, destination, slot, clock of slot 0 */
  moveSlot: { tag: 54, length: 4 },
  /** redeemed 3, total 3, tickets 3, share 3, share ≠ 0 */
  share: { tag: 90, length: 13 },
  /** ticket, in asset, out asset, outTotal 3, inReturned 3, tickets 3, sums so far: redeemed 3, outCredited 3, inCredited 3 */
  outcome: { tag: 91, length: 21 },
  /** stage (fills, prices, rides, L1 orders), tick, key high, key low: from one row of a clearing's list to the next */
  stage: { tag: 60, length: 4 },
  /** asset, price (6 limbs): looked up */
  price: { tag: 61, length: 7 },
  /** ticket, price (6 limbs): of a ride that boards */
  ticketPrice: { tag: 62, length: 7 },
  /** asset, side (0 flow, 1 fees), six limb sums */
  pot: { tag: 63, length: 8 },
  /** ticket, in, out, worstIn (6 limbs), worstOut (6 limbs), settleBy lo, hi */
  rideTerms: { tag: 64, length: 17 },
  /** step, account, keyVersion, until lo, hi, the leg's 18 elements: a leg of an order of several */
  orderLeg: { tag: 65, length: 23 },
  /** sell asset, buy asset, the band's element, sold (6 limbs), bought (6 limbs) */
  band: { tag: 66, length: 15 },
  /** feed, what is sold, what is bought, and bought's worth in sold: num (6 limbs) / den (6 limbs) */
  reference: { tag: 67, length: 15 },
});
