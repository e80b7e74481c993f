export declare const prefixChip: import('@weir/stark/air/builder').Chip<
  readonly [
    'active',
    'kind',
    'count',
    import('@weir/stark/air/builder').ColumnGroup<'instance'>,
    import('@weir/stark/air/builder').ColumnGroup<'state'>,
    'uses',
  ]
>;
