export declare const SLOT_DEPTH = 31;
/** Sections of the statement's body. */
export declare const SECTION: {
  readonly effect: 0;
  readonly headerDiff: 1;
  readonly slotDiff: 2;
};
export declare const slotLeafChip: import('@weir/stark/air/builder').Chip<
  readonly [
    'active',
    'account',
    'slot',
    import('@weir/stark/air/builder').ColumnGroup<'old'>,
    'assetLow',
    'assetMiddle',
    'assetHi',
    'nonce',
    import('@weir/stark/air/builder').ColumnGroup<'balance'>,
    import('@weir/stark/air/builder').ColumnGroup<'filled'>,
    'nonceHi',
    'lastClock',
    'changed',
    'word',
  ]
>;
