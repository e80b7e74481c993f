/** Columns of the `clearing` chip: its single row joins the fills, prices and rides of the batch's clearing. */
export const CLEARING_COLUMNS = [
  'active',
  /** The first fill's tick, and the ticks after the last fill and after the last pot that pays. */
  'firstTick',
  'fillsEnd',
  'pricesEnd',
  /** The last key of each list (the list's start if it is empty). */
  'lastAccount',
  'lastSlot',
  'lastAssetHigh',
  'lastAssetLow',
  'lastTicketHigh',
  'lastTicketLow',
  'lastL1Order',
] as const;
