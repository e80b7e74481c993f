export declare const creditChip: import('@weir/stark/air/builder').Chip<
  readonly [
    'active',
    'account',
    'slot',
    'clock',
    import('@weir/stark/air/builder').ColumnGroup<'gap'>,
    'asset',
    import('@weir/stark/air/builder').ColumnGroup<'amount'>,
    'own',
    'oldAsset',
    'nonce',
    import('@weir/stark/air/builder').ColumnGroup<'balance'>,
    import('@weir/stark/air/builder').ColumnGroup<'filled'>,
    'opened',
    'foreign',
    'inverse',
    import('@weir/stark/air/builder').ColumnGroup<'after'>,
    import('@weir/stark/air/builder').ColumnGroup<'carry'>,
  ]
>;
