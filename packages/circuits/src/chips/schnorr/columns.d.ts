/** Coordinates whose difference has a witnessed inverse in `inverse` groups (see `distinctX` in air.ts). */
export declare const INVERSE_CELLS = 3;
/** `schnorr`: one signature per row; its id is the row's number. */
export declare const SCHNORR_COLUMNS: readonly [
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
];
/**
 * `schnorrStep`: a step acc ← 16·acc + T_j + W_{k,i}, or an entry of a table, next = entry + addend. Both end with an addition, so an entry is a step whose
 * accumulator is 0 and whose first point is −addend. Coordinates that are quadratic in the others are not committed.
 */
export declare const STEP_COLUMNS: readonly [
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
];
