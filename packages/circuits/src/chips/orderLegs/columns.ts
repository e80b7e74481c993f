/** Columns of the `orderLegs` chip: the signature of one fill's order of two or three legs per row. */
import { group } from '@weir/stark/air/builder';

export const ORDER_LEGS_COLUMNS = [
  /** Which leg the fill is of. */
  'first',
  'second',
  'third',
  /** The order has three legs, not two. */
  'three',
  'tick',
  'account',
  'keyVersion',
  'untilLo',
  'untilHi',
  /** The fill's leg: its 18 elements. */
  group('leg', 18),
  /** Its chain: after the first and the second block, and at the end. */
  group('stateOne', 8),
  group('stateTwo', 8),
  group('digest', 8),
  /** What was signed: a digest per leg; the third is 0 if there are two. */
  group('firstDigest', 8),
  group('secondDigest', 8),
  group('thirdDigest', 8),
] as const;
