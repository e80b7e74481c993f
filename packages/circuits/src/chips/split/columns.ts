/** Columns of the `split` chip: one field element cut at bit 28 per row. */
export const SPLIT_COLUMNS = ['active', 'low', 'middle', 'top', 'hi', 'inverse'] as const;
