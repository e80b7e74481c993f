/**
 * Cells that may hold anything on some active rows, and why. Everything else must be noticed when raised by one (tampering.test.ts).
 * `on` reads cells of the same row: the exemption holds only there.
 */
export interface Exemption {
  readonly chip: string;
  readonly columns: readonly string[];
  readonly on: (cell: (column: string) => number) => boolean;
  readonly reason: string;
}

export const EXEMPTIONS: readonly Exemption[] = [
  {
    chip: 'deposit',
    columns: ['tick', 'l1Owner'],
    on: (cell) => cell('returned') === 1,
    reason: 'a returned deposit touches no state: it has no step and no receiver',
  },
  {
    chip: 'deposit',
    columns: ['nonZeroInverse'],
    on: (cell) => cell('returned') === 1 && cell('asset') === 0,
    reason: 'a returned deposit may be of nothing',
  },
  {
    chip: 'move',
    columns: ['toSlot', 'toDigest', 'own'],
    on: (cell) => cell('transfer') + cell('conditional') === 0,
    reason: 'only a transfer has a receiver (a withdrawal signs two zeros in their place: `to`, `toDigest[0]`)',
  },
  {
    chip: 'move',
    columns: ['factFirst', 'factRest', 'word'],
    on: (cell) => cell('withdraw') + cell('cancel') === 1,
    reason: 'only a conditional transfer has a fact',
  },
  {
    chip: 'move',
    columns: ['factRest', 'word'],
    on: (cell) => cell('transfer') === 1,
    reason: 'a transfer has no fact (it signs a zero in the place of `factFirst`)',
  },
  { chip: 'move', columns: ['to', 'nonZeroInverse'], on: (cell) => cell('cancel') === 1, reason: 'a cancel has no receiver and no amount' },
  {
    chip: 'move',
    columns: ['feeAccount', 'feeSlot', 'feeInverse'],
    on: (cell) => cell('feeIsPositive') === 0,
    reason: 'without a fee nobody is paid, and 0 times any inverse is 0',
  },
  {
    chip: 'forcedRequest',
    columns: ['weight'],
    on: (cell) => cell('exitServed') + cell('keyApplied') === 1,
    reason: 'requester and owner are equal: every weighted sum of differences is 0',
  },
  {
    chip: 'forcedRequest',
    columns: ['weight'],
    on: (cell) => cell('exitRefuted') + cell('keyRefuted') === 1,
    reason: 'the weight of a limb that is equal multiplies 0',
  },
  {
    chip: 'forcedRequest',
    columns: ['newKey', 'newKeyHi'],
    on: (cell) => cell('exitServed') + cell('exitRefuted') === 1,
    reason: 'only a rotation has a new key',
  },
  {
    chip: 'forcedRequest',
    columns: ['versionInverse'],
    on: (cell) => cell('keyApplied') === 0,
    reason: 'only a header that gets a key must be open',
  },
  {
    chip: 'exitSlot',
    columns: ['gap', 'asset', 'nonce', 'balance', 'filled'],
    on: (cell) => cell('selected') === 0,
    reason: 'a slot that the mask leaves out is not looked at',
  },
  {
    chip: 'headerChange',
    columns: ['keyHi', 'versionHi', 'word'],
    on: (cell) => cell('stated') === 0,
    reason: 'a silent account states nothing',
  },
  { chip: 'exitSlot', columns: ['inverse'], on: (cell) => cell('isPositive') === 0, reason: '0 times any inverse is 0' },
  { chip: 'credit', columns: ['inverse'], on: (cell) => cell('opened') === 0, reason: 'equal assets: 0 times any inverse is 0' },
  {
    chip: 'split',
    columns: ['inverse'],
    on: (cell) => cell('low') === 0 && cell('middle') === 0,
    reason: 'nothing below bit 24: below p whatever the top bits are',
  },
  { chip: 'message', columns: ['key'], on: (cell) => cell('last') === 0, reason: 'only the last block of a message is signed' },
  { chip: 'slotLeaf', columns: ['word'], on: (cell) => cell('changed') === 0, reason: 'an unchanged slot has no diff word' },
  {
    chip: 'redeem',
    columns: ['outSlot'],
    on: (cell) => cell('outCredited') === 0,
    reason: 'no slot is credited: the share is 0 or withdrawn',
  },
  {
    chip: 'redeem',
    columns: ['inSlot'],
    on: (cell) => cell('inCredited') === 0,
    reason: 'no slot is credited: the share is 0 or withdrawn',
  },
  { chip: 'share', columns: ['inverse'], on: (cell) => cell('positive') === 0, reason: '0 times any inverse is 0' },
  {
    chip: 'fill',
    columns: [
      'soldAndBoughtInverse',
      'buyPrice',
      'remainder',
      'remainderGap',
      'valueCarry',
      'limitGap',
      'limitCarry',
      'feeGap',
      'feeCarry',
      'sellFees',
      'buyFlow',
    ],
    on: (cell) => cell('sells') === 0,
    reason: 'no pot part: no price, limit or fee to meet, no pot to pay from',
  },
  {
    chip: 'fill',
    columns: [
      'boardedInverse',
      'ticketsUntilHiLow',
      'worstIn',
      'worstOut',
      'settleByLo',
      'settleByHi',
      'settleBorrow',
      'settleLoLow',
      'settleHiLow',
      'worstGap',
      'worstCarry',
      'ticketFlow',
    ],
    on: (cell) => cell('boards') === 0,
    reason: 'no ticket part: no terms to meet, no pot to take tickets from',
  },
  {
    chip: 'fill',
    columns: ['sellFees'],
    on: (cell) => [0, 1, 2, 3, 4, 5].every((i) => cell(`fee[${i}]`) === 0),
    reason: 'a movement of 0 leaves the accumulator that it takes, whichever it is',
  },
  {
    chip: 'ride',
    columns: ['timestampLo', 'timestampHi', 'boardByBorrow', 'boardByLoLow', 'boardByHiLow', 'price', 'ticketFlow', 'inFlow'],
    on: (cell) => cell('boards') === 0,
    reason: 'a ride that is only closed has no time limit, no price and no net',
  },
  { chip: 'ride', columns: ['netInverse'], on: (cell) => cell('negative') === 0, reason: 'only a negative net must not be 0' },
  {
    chip: 'price',
    columns: ['takeInverse', 'feeAccount', 'feeSlot'],
    on: (cell) => cell('pays') === 0,
    reason: 'nothing is left in the pot: nobody is paid, and 0 times any inverse is 0',
  },
];
