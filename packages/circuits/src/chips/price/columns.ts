/** Columns of the `price` chip: one priced asset per row, with its pot. */
import { group } from '@weir/stark/air/builder';

export const PRICE_COLUMNS = [
  'active',
  /** Low 16 and high 14 bits. */
  'assetLow',
  'assetHigh',
  'previousLow',
  'previousHigh',
  'orderBorrow',
  group('price', 6),
  'priceInverse',
  /** How many fills and rides look the price up. */
  'uses',
  /** The asset is the ticket of a ride that boards in this clearing. */
  'isTicket',
  /** The pot: inflow − outflow and the fees as six limb sums. */
  group('flow', 6),
  group('fees', 6),
  /** flow as a number, coarse. */
  group('remainder', 4),
  group('flowCarryLow', 5),
  /** remainder + fees goes to the fee slot. */
  group('take', 6),
  'pays',
  'takeInverse',
  /** Of the payment; of whatever comes next if there is none. */
  'tick',
  'feeAccount',
  'feeSlot',
] as const;
