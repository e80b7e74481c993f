export declare const EXIT_SLOT_COLUMNS: readonly [
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
];
