/** Why bytes are not a statement. L1 meets the same bytes and has custom errors of the same meaning. */
export type StatementFault =
  | 'STATEMENT_TRUNCATED'
  | 'STATEMENT_TRAILING_BYTES'
  | 'STATEMENT_VERSION'
  | 'STATEMENT_RESERVED_NOT_ZERO'
  | 'STATEMENT_VALUE_OUT_OF_RANGE'
  | 'STATEMENT_NOT_CANONICAL'
  /** The header's number of blobs is not the one that the diff words need, or there are not so many. */
  | 'STATEMENT_BLOB_COUNT'
  | 'EFFECT_UNKNOWN_KIND'
  | 'EFFECT_TRUNCATED';
