/** Columns of the `tree` chip: one touched node of the state per row, with its children before and after the batch. */
import { group } from '@weir/stark/air/builder';

export const TREE_COLUMNS = [
  /** Which children are touched; all three 0 on padding rows. */
  'leftOnly',
  'rightOnly',
  'both',
  /** Tree bit above the accounts; 2 + account in an account's slots. */
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
