export declare const forcedExitChip: import('@weir/stark/air/builder').Chip<
  readonly [
    'served',
    'refuted',
    'tick',
    'account',
    import('@weir/stark/air/builder').ColumnGroup<'requester'>,
    import('@weir/stark/air/builder').ColumnGroup<'key'>,
    'keyVersion',
    import('@weir/stark/air/builder').ColumnGroup<'l1Owner'>,
    import('@weir/stark/air/builder').ColumnGroup<'gap'>,
    import('@weir/stark/air/builder').ColumnGroup<'weight'>,
    'word',
  ]
>;
