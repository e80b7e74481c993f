export declare const MESSAGE_COLUMNS: readonly [
  'active',
  'first',
  'last',
  'step',
  'block',
  import('@weir/stark/air/builder').ColumnGroup<'given'>,
  import('@weir/stark/air/builder').ColumnGroup<'element'>,
  import('@weir/stark/air/builder').ColumnGroup<'state'>,
  import('@weir/stark/air/builder').ColumnGroup<'next'>,
  import('@weir/stark/air/builder').ColumnGroup<'key'>,
];
