/** Public group numbers (docs/statements.md, "Public values"). */
export declare const GROUP: {
  readonly instance: 4;
  readonly batch: 5;
  readonly digest: 6;
  readonly z: 7;
  readonly y: 10;
};
export declare const publicValuesChip: import('@weir/stark/air/builder').Chip<
  readonly [
    import('@weir/stark/air/builder').ColumnGroup<'oldRollupRoot'>,
    import('@weir/stark/air/builder').ColumnGroup<'newRollupRoot'>,
    import('@weir/stark/air/builder').ColumnGroup<'validiumRoot'>,
    import('@weir/stark/air/builder').ColumnGroup<'instance'>,
    'batchNumber',
    'timestampLo',
    'timestampHi',
    'hasClearing',
    'effectWords',
    'headerDiffs',
    'slotDiffs',
    import('@weir/stark/air/builder').ColumnGroup<'digest'>,
    import('@weir/stark/air/builder').ColumnGroup<'z'>,
    import('@weir/stark/air/builder').ColumnGroup<'y'>,
    'touched',
    'instanceUses',
    'batchUses',
    'timeUses',
  ]
>;
