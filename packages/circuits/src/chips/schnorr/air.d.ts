/**
 * Schnorr verification, x(s·G + e·P) = R.x (docs/statements.md, "challenge"), by two chips:
 *
 * - `schnorr`, one row per signature: answers one tuple of bus `signed`; hashes the challenge, checks e and s canonical, starts and ends the rest.
 *   The signature's id is its row number, so two signatures cannot share one.
 * - `schnorrStep`, 28 rows per signature: four doublings and two additions each. The rows of one signature are linked by (id, step,
 *   accumulator): step 0 is offered once, by the `schnorr` row, each row takes step t and offers t + 1, and that row takes step 28. So there is
 *   exactly one row for each step (counting rows of step t: n_t = n_{t−1} + [t = 0] − [t = 28], and not every step mod p can have a row).
 *
 * Other rows of `schnorrStep` make the tables that the steps read: 15 rows C + j·P per signature, and 255 rows of constants C + k·G' + i·G per proof. An
 * entry (owner, high, low) is made from one with a smaller index of the same owner, which some row must have made, down to entry (0, 0) = C, which
 * the `schnorr` chip gives. Sums of non-negative indices only grow, so there is no circle. What is added is the owner's: its point for the direction.
 *
 * Points, offsets and the argument that no addition is exceptional: offset.ts. Padding rows are zero.
 */
export declare const schnorrChip: import('@weir/stark/air/builder').Chip<
  readonly [
    'active',
    import('@weir/stark/air/builder').ColumnGroup<'keyX'>,
    import('@weir/stark/air/builder').ColumnGroup<'keyY'>,
    import('@weir/stark/air/builder').ColumnGroup<'message'>,
    import('@weir/stark/air/builder').ColumnGroup<'inner'>,
    import('@weir/stark/air/builder').ColumnGroup<'hash'>,
    import('@weir/stark/air/builder').ColumnGroup<'nonceX'>,
    import('@weir/stark/air/builder').ColumnGroup<'nonceY'>,
    import('@weir/stark/air/builder').ColumnGroup<'low'>,
    import('@weir/stark/air/builder').ColumnGroup<'high'>,
    import('@weir/stark/air/builder').ColumnGroup<'topBit'>,
    import('@weir/stark/air/builder').ColumnGroup<'topPair'>,
    import('@weir/stark/air/builder').ColumnGroup<'slack'>,
    import('@weir/stark/air/builder').ColumnGroup<'smaller'>,
    import('@weir/stark/air/builder').ColumnGroup<'gap'>,
    'sInverse',
    'entryZero',
    'constants',
    'constantZero',
  ]
>;
export declare const schnorrStepChip: import('@weir/stark/air/builder').Chip<
  readonly [
    'isStep',
    'isEntry',
    'signature',
    'step',
    'last',
    import('@weir/stark/air/builder').ColumnGroup<'before'>,
    import('@weir/stark/air/builder').ColumnGroup<'slope1'>,
    import('@weir/stark/air/builder').ColumnGroup<'x1'>,
    import('@weir/stark/air/builder').ColumnGroup<'slope2'>,
    import('@weir/stark/air/builder').ColumnGroup<'x2'>,
    import('@weir/stark/air/builder').ColumnGroup<'slope3'>,
    import('@weir/stark/air/builder').ColumnGroup<'x3'>,
    import('@weir/stark/air/builder').ColumnGroup<'slope4'>,
    'digit',
    import('@weir/stark/air/builder').ColumnGroup<'first'>,
    import('@weir/stark/air/builder').ColumnGroup<'slope5'>,
    import('@weir/stark/air/builder').ColumnGroup<'inverse5'>,
    import('@weir/stark/air/builder').ColumnGroup<'x5'>,
    'owner',
    'low',
    'high',
    import('@weir/stark/air/builder').ColumnGroup<'second'>,
    import('@weir/stark/air/builder').ColumnGroup<'slope6'>,
    import('@weir/stark/air/builder').ColumnGroup<'inverse6'>,
    import('@weir/stark/air/builder').ColumnGroup<'after'>,
    import('@weir/stark/air/builder').ColumnGroup<'chunk'>,
    import('@weir/stark/air/builder').ColumnGroup<'nextChunk'>,
    'uses',
  ]
>;
/** The chips, in the order of `fillSchnorr`'s traces. */
export declare const schnorrChips: readonly [
  import('@weir/stark/air/builder').Chip<
    readonly [
      'active',
      import('@weir/stark/air/builder').ColumnGroup<'keyX'>,
      import('@weir/stark/air/builder').ColumnGroup<'keyY'>,
      import('@weir/stark/air/builder').ColumnGroup<'message'>,
      import('@weir/stark/air/builder').ColumnGroup<'inner'>,
      import('@weir/stark/air/builder').ColumnGroup<'hash'>,
      import('@weir/stark/air/builder').ColumnGroup<'nonceX'>,
      import('@weir/stark/air/builder').ColumnGroup<'nonceY'>,
      import('@weir/stark/air/builder').ColumnGroup<'low'>,
      import('@weir/stark/air/builder').ColumnGroup<'high'>,
      import('@weir/stark/air/builder').ColumnGroup<'topBit'>,
      import('@weir/stark/air/builder').ColumnGroup<'topPair'>,
      import('@weir/stark/air/builder').ColumnGroup<'slack'>,
      import('@weir/stark/air/builder').ColumnGroup<'smaller'>,
      import('@weir/stark/air/builder').ColumnGroup<'gap'>,
      'sInverse',
      'entryZero',
      'constants',
      'constantZero',
    ]
  >,
  import('@weir/stark/air/builder').Chip<
    readonly [
      'isStep',
      'isEntry',
      'signature',
      'step',
      'last',
      import('@weir/stark/air/builder').ColumnGroup<'before'>,
      import('@weir/stark/air/builder').ColumnGroup<'slope1'>,
      import('@weir/stark/air/builder').ColumnGroup<'x1'>,
      import('@weir/stark/air/builder').ColumnGroup<'slope2'>,
      import('@weir/stark/air/builder').ColumnGroup<'x2'>,
      import('@weir/stark/air/builder').ColumnGroup<'slope3'>,
      import('@weir/stark/air/builder').ColumnGroup<'x3'>,
      import('@weir/stark/air/builder').ColumnGroup<'slope4'>,
      'digit',
      import('@weir/stark/air/builder').ColumnGroup<'first'>,
      import('@weir/stark/air/builder').ColumnGroup<'slope5'>,
      import('@weir/stark/air/builder').ColumnGroup<'inverse5'>,
      import('@weir/stark/air/builder').ColumnGroup<'x5'>,
      'owner',
      'low',
      'high',
      import('@weir/stark/air/builder').ColumnGroup<'second'>,
      import('@weir/stark/air/builder').ColumnGroup<'slope6'>,
      import('@weir/stark/air/builder').ColumnGroup<'inverse6'>,
      import('@weir/stark/air/builder').ColumnGroup<'after'>,
      import('@weir/stark/air/builder').ColumnGroup<'chunk'>,
      import('@weir/stark/air/builder').ColumnGroup<'nextChunk'>,
      'uses',
    ]
  >,
];
