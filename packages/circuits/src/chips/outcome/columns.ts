/** Columns of the `outcome` chip: one redeem effect per row. */
import { group } from '@weir/stark/air/builder';

export const OUTCOME_COLUMNS = [
  'active',
  /** Assets, their bits from 24 up, and their low 12 bits. */
  'ticket',
  'ticketHi',
  'ticketLow',
  'inAsset',
  'inHi',
  'inLow',
  'outAsset',
  'outHi',
  'outLow',
  group('outTotal', 3),
  group('inReturned', 3),
  group('tickets', 3),
  /** Over the batch's redemptions of the ride. */
  group('redeemed', 3),
  group('outCredited', 3),
  group('inCredited', 3),
  /** The first of the effect's three words. */
  'word',
] as const;
