/** Columns of the `prefix` chip: block 0 of one message kind per row. */
import { group } from '@weir/stark/air/builder';

export const PREFIX_COLUMNS = ['active', 'kind', 'count', group('instance', 8), group('state', 8), 'uses'] as const;
