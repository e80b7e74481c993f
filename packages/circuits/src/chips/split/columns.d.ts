/** Columns of the `split` chip: one field element cut at bit 28 per row. */
export declare const SPLIT_COLUMNS: readonly ['active', 'low', 'middle', 'top', 'hi', 'inverse'];
