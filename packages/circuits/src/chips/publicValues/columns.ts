/** Columns of the `publicValues` chip: its single row holds what the verifier fixes, and how often the batch's constants are asked for. */
import { group } from '@weir/stark/air/builder';

export const PUBLIC_VALUES_COLUMNS = [
  group('oldRollupRoot', 8),
  group('newRollupRoot', 8),
  /** Old and new at once: the validium tree does not change yet. */
  group('validiumRoot', 8),
  group('instance', 8),
  'batchNumber',
  'timestampLo',
  'timestampHi',
  'hasClearing',
  'effectWords',
  'headerDiffs',
  'slotDiffs',
  group('digest', 8),
  /** 22 limbs of 12 bits. */
  group('z', 22),
  group('y', 22),
  /** 1 if any account is touched, so that the tree has a root row. */
  'touched',
  'instanceUses',
  'batchUses',
  'timeUses',
] as const;
