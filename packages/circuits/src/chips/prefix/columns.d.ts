export declare const PREFIX_COLUMNS: readonly [
  'active',
  'kind',
  'count',
  import('@weir/stark/air/builder').ColumnGroup<'instance'>,
  import('@weir/stark/air/builder').ColumnGroup<'state'>,
  'uses',
];
