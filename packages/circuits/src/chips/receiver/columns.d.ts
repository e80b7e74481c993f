export declare const RECEIVER_COLUMNS: readonly [
  'forTransfer',
  'forDeposit',
  'account',
  'clock',
  import('@weir/stark/air/builder').ColumnGroup<'gap'>,
  import('@weir/stark/air/builder').ColumnGroup<'key'>,
  'keyVersion',
  import('@weir/stark/air/builder').ColumnGroup<'l1Owner'>,
  import('@weir/stark/air/builder').ColumnGroup<'headerDigest'>,
  'versionInverse',
];
