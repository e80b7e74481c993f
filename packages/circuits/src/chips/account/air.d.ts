/** Depth of the account nodes, and of the root of an account's slots. */
export declare const ACCOUNT_NODE_DEPTH = 26;
export declare const SLOTS_ROOT_DEPTH = 27;
export declare const accountChip: import('@weir/stark/air/builder').Chip<
  readonly [
    'active',
    'tree',
    'index',
    'opened',
    import('@weir/stark/air/builder').ColumnGroup<'key'>,
    'keyVersion',
    import('@weir/stark/air/builder').ColumnGroup<'l1Owner'>,
    import('@weir/stark/air/builder').ColumnGroup<'headerDigest'>,
    'slotsTouched',
    import('@weir/stark/air/builder').ColumnGroup<'oldSlots'>,
    import('@weir/stark/air/builder').ColumnGroup<'newSlots'>,
    import('@weir/stark/air/builder').ColumnGroup<'oldNode'>,
    import('@weir/stark/air/builder').ColumnGroup<'newNode'>,
    'lastClock',
  ]
>;
