/** Columns of the `ride` chip: one ride that the clearing boards, buys back from, or closes per row. */
import { group } from '@weir/stark/air/builder';

export const RIDE_COLUMNS = [
  'active',
  'boards',
  'closes',
  /** Low 24 and high 6 bits of each asset. */
  'ticketLow',
  'ticketHigh',
  'ticketLowLow',
  'previousLow',
  'previousHigh',
  'orderBorrow',
  'orderLow',
  'inLow',
  'inHigh',
  'outLow',
  'outHigh',
  group('worstIn', 6),
  group('worstOut', 6),
  'boardByLo',
  'boardByHi',
  'settleByLo',
  'settleByHi',
  /** |net|: tickets that people took minus tickets that they gave. */
  group('net', 6),
  'negative',
  'netInverse',
  /** net with its sign, limb by limb. */
  group('signedNet', 6),
  'timestampLo',
  'timestampHi',
  'boardByBorrow',
  'boardByLoLow',
  'boardByHiLow',
  /** Of the ticket and of the in asset. */
  group('price', 6),
  /** How many fills look the terms up. */
  'uses',
  /** The pots' accumulators before this ride. */
  group('ticketFlow', 6),
  group('inFlow', 6),
  /** The first of the effect's three words. */
  'word',
] as const;
