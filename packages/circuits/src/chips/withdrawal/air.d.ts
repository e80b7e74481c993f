export declare const withdrawalChip: import('@weir/stark/air/builder').Chip<
  readonly [
    'active',
    'account',
    'asset',
    'assetHi',
    'assetLow',
    import('@weir/stark/air/builder').ColumnGroup<'amount'>,
    import('@weir/stark/air/builder').ColumnGroup<'l1Owner'>,
    'word',
  ]
>;
