export declare const OPEN_ACCOUNT_COLUMNS: readonly [
  'active',
  'tick',
  'account',
  import('@weir/stark/air/builder').ColumnGroup<'key'>,
  'keyVersion',
  import('@weir/stark/air/builder').ColumnGroup<'l1Owner'>,
  import('@weir/stark/air/builder').ColumnGroup<'gap'>,
  'versionInverse',
  'ownerTopLow',
  import('@weir/stark/air/builder').ColumnGroup<'keyHi'>,
  'versionHi',
  'word',
];
