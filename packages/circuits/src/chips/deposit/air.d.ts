export declare const depositChip: import('@weir/stark/air/builder').Chip<
  readonly [
    'taken',
    'returned',
    'tick',
    'account',
    'slot',
    'asset',
    'assetHi',
    'assetLow',
    import('@weir/stark/air/builder').ColumnGroup<'amount'>,
    import('@weir/stark/air/builder').ColumnGroup<'depositor'>,
    import('@weir/stark/air/builder').ColumnGroup<'l1Owner'>,
    'own',
    import('@weir/stark/air/builder').ColumnGroup<'headerDigest'>,
    import('@weir/stark/air/builder').ColumnGroup<'digestHi'>,
    'nonZeroInverse',
    'word',
  ]
>;
