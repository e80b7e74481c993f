/** Columns of the `ticks` chip. */
export const TICKS_COLUMNS = ['active'] as const;
