export declare const exitSlotChip: import('@weir/stark/air/builder').Chip<
  readonly [
    'active',
    'account',
    'slot',
    'firstClock',
    import('@weir/stark/air/builder').ColumnGroup<'l1Owner'>,
    import('@weir/stark/air/builder').ColumnGroup<'gap'>,
    'asset',
    'nonce',
    import('@weir/stark/air/builder').ColumnGroup<'balance'>,
    import('@weir/stark/air/builder').ColumnGroup<'filled'>,
    'isPositive',
    'inverse',
  ]
>;
