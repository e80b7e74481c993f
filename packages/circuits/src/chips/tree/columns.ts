/** Columns of the `tree` chip: one touched node of the state per row, with its children before and after the batch. */
import { group } from '@weir/stark/air/builder';

export const TREE_COLUMNS = [
  /** Which children are touched; all three 0 on padding rows. */
  'leftOnly',
  'rightOnly',
  'both',
  /** 0 in the account trees, 1 or 2 in an account's slots (`kind.ts`). */
  'kind',
  /** Tree bit in the account trees, the account in its slots. */
  'tree',
  'depth',
  'index',
  group('oldLeft', 8),
  group('oldRight', 8),
  group('newLeft', 8),
  group('newRight', 8),
  group('old', 8),
  group('new', 8),
] as const;
