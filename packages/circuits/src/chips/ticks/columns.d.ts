/** Columns of the `ticks` chip. */
export declare const TICKS_COLUMNS: readonly ['active'];
