/** Columns of the `publicValues` chip: its single row holds what the verifier fixes, and how often the batch's constants are asked for. */
import { group } from '@weir/stark/air/builder';

export const PUBLIC_VALUES_COLUMNS = [
  /** 1 in one row: the verifier gives each group once. */
  'active',
  group('oldRollupRoot', 8),
  group('newRollupRoot', 8),
  group('oldValidiumRoot', 8),
  group('newValidiumRoot', 8),
  group('instance', 8),
  'batchNumber',
  'timestampLo',
  'timestampHi',
  'hasClearing',
  'validiumData',
  'effectWords',
  'headerDiffs',
  'slotDiffs',
  group('digest', 8),
  /** 22 limbs of 12 bits. */
  group('z', 22),
  group('y', 22),
  /** 1 if any account of the tree is touched, so that it has a root row. */
  group('touched', 2),
  'instanceUses',
  'timeUses',
  'validiumUses',
] as const;
