/**
 * Why a transaction is refused: a value, never a throw. A code has one meaning everywhere (docs/protocol.md lists them by kind).
 *
 * `circuit`: a false trace that skips the rule meets a constraint or bus that fails. `l1`: the statement's effect makes the claim,
 * and L1 compares it with its own storage. `shape`: the value has no encoding at all, so nothing can be stated about it.
 */
export const REFUSAL_CODES = {
  OUT_OF_RANGE: 'shape',
  ACCOUNT_EXISTS: 'circuit',
  ACCOUNT_NOT_OPEN: 'circuit',
  KEY_VERSION_ZERO: 'circuit',
  KEY_VERSION_TOO_LARGE: 'circuit',
  KEY_VERSION_MISMATCH: 'circuit',
  SIGNATURE_INVALID: 'circuit',
  HEADER_MISMATCH: 'circuit',
  EXPIRED: 'circuit',
  AMOUNT_ZERO: 'circuit',
  ASSET_ZERO: 'circuit',
  INSUFFICIENT_BALANCE: 'circuit',
  BALANCE_OVERFLOW: 'circuit',
  SLOT_ASSET_MISMATCH: 'circuit',
  SLOT_NOT_FREE: 'circuit',
  SLOT_RESERVED: 'circuit',
  NONCE_TOO_LOW: 'circuit',
  NONCE_PARTLY_FILLED: 'circuit',
  NONCE_TOO_FAR: 'circuit',
  NONCE_EXHAUSTED: 'circuit',
  CLEARING_ALREADY_DONE: 'circuit',
  PRICES_NOT_ASCENDING: 'circuit',
  RIDES_NOT_ASCENDING: 'circuit',
  FILLS_NOT_ASCENDING: 'circuit',
  PRICE_ZERO: 'circuit',
  PRICE_MISSING: 'circuit',
  LEG_MISSING: 'shape',
  BAND_TOO_WIDE: 'circuit',
  BAND_ASSETS_MISMATCH: 'circuit',
  OUTSIDE_BAND: 'circuit',
  RIDE_OUTSIDE_BAND: 'circuit',
  REFERENCE_UNKNOWN: 'l1',
  FILL_EMPTY: 'circuit',
  BOUGHT_NOT_FLOOR: 'circuit',
  BOUGHT_ZERO: 'circuit',
  LIMIT_NOT_MET: 'circuit',
  FEE_TOO_HIGH: 'circuit',
  OVERFILLED: 'circuit',
  BELOW_MIN_FILL: 'circuit',
  POT_SHORT: 'circuit',
  RIDE_NOT_IN_CLEARING: 'circuit',
  RIDE_IN_MISMATCH: 'circuit',
  RIDE_OUT_MISMATCH: 'circuit',
  RIDE_WORST_PRICE: 'circuit',
  RIDE_SETTLES_TOO_LATE: 'circuit',
  TICKET_PRICE_MISMATCH: 'circuit',
  BOARDING_OVER: 'circuit',
  RIDE_UNKNOWN: 'l1',
  RIDE_CLOSED: 'l1',
  RIDE_FULL: 'l1',
  RIDE_NO_OUTCOME: 'l1',
  RIDE_OUTCOME_TOO_SMALL: 'l1',
  L1_ORDERS_NOT_ASCENDING: 'circuit',
  L1_ORDER_UNKNOWN: 'l1',
  L1_ORDER_EXPIRED: 'l1',
  L1_ORDER_CANCELLED: 'l1',
  L1_ORDER_OVERFILLED: 'l1',
  L1_ORDER_BELOW_MIN_FILL: 'l1',
  L1_ORDER_LIMIT_NOT_MET: 'l1',
  FACT_NOT_REGISTERED: 'l1',
  NOTHING_TO_REDEEM: 'circuit',
  REDEEM_NEEDS_SLOT: 'circuit',
  REQUESTER_NOT_OWNER: 'circuit',
  REQUESTER_IS_OWNER: 'circuit',
  SLOTS_NONE: 'l1',
  DESTINATION_IN_SAME_TREE: 'circuit',
  DESTINATION_NOT_EMPTY: 'circuit',
} as const;

export type RefusalCode = keyof typeof REFUSAL_CODES;

/** A coded reason with the numbers that explain it. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly [number: string]: unknown;
}

/**
 * How the rules leave a half-applied transaction: internal to `applyTransaction`, which catches exactly this and returns the value.
 * Nothing is undone because nothing is shared: rules work on a draft that is dropped.
 */
export class RefusalSignal {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    this.refusal = refusal;
  }
}

export function refuse(code: RefusalCode, numbers: Readonly<Record<string, unknown>> = {}): never {
  throw new RefusalSignal({ code, ...numbers });
}

/** Refuses unless `condition` holds. The numbers are built only on refusal. */
export function require(condition: boolean, code: RefusalCode, numbers?: () => Readonly<Record<string, unknown>>): asserts condition {
  if (!condition) refuse(code, numbers?.());
}
