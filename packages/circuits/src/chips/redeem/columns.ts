/** Columns of the `redeem` chip: one redemption per row. Amounts are u64 pieces; `share` rows look up their limbs. */
import { group } from '@weir/stark/air/builder';

/** redeemed, outCredited, inCredited */
export const SUMS = 3;

export const REDEEM_COLUMNS = [
  'active',
  'tick',
  'account',
  group('key', 7),
  'keyVersion',
  group('l1Owner', 6),
  'versionInverse',
  group('headerGap', 2),
  'ticketSlot',
  group('slotGap', 2),
  /** The asset of the ticket slot. */
  'ticket',
  'nonce',
  group('filled', 3),
  /** Its balance, all of which leaves. */
  group('redeemed', 3),
  'redeemedInverse',
  /** What L1 says about the ride (`outcome` rows state it). */
  'inAsset',
  'outAsset',
  group('outTotal', 3),
  group('inReturned', 3),
  group('tickets', 3),
  group('outShare', 3),
  group('inShare', 3),
  /** How a positive share leaves this row; neither if it is 0. */
  'outCredited',
  'outWithdrawn',
  'inCredited',
  'inWithdrawn',
  /** Meaningless unless credited. */
  'outSlot',
  'inSlot',
  /** The ride's sums over the redemptions before this one. */
  group('sums', 3 * SUMS),
  /** The sums after it: low limb of each piece, and the carries. */
  group('afterLow', 3 * SUMS),
  group('carry', 2 * SUMS),
] as const;
