export declare const TREE_COLUMNS: readonly [
  'leftOnly',
  'rightOnly',
  'both',
  'tree',
  'depth',
  'index',
  import('@weir/stark/air/builder').ColumnGroup<'oldLeft'>,
  import('@weir/stark/air/builder').ColumnGroup<'oldRight'>,
  import('@weir/stark/air/builder').ColumnGroup<'newLeft'>,
  import('@weir/stark/air/builder').ColumnGroup<'newRight'>,
  import('@weir/stark/air/builder').ColumnGroup<'old'>,
  import('@weir/stark/air/builder').ColumnGroup<'new'>,
];
