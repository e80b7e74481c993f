export declare const WITHDRAWAL_COLUMNS: readonly [
  'active',
  'account',
  'asset',
  'assetHi',
  'assetLow',
  import('@weir/stark/air/builder').ColumnGroup<'amount'>,
  import('@weir/stark/air/builder').ColumnGroup<'l1Owner'>,
  'word',
];
