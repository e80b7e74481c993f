import type { Address, Effect, Signature, WithdrawalEffect } from '@weir/protocol/types';
import type { RangeCounts } from '@weir/stark/air/gadgets';
import { Compressions } from '../chips/poseidon/trace.ts';
import type { TimedHeader, TimedSlot } from './witness.ts';
export interface CreditCall {
  readonly access: TimedSlot;
  readonly asset: number;
  readonly amount: bigint;
  readonly own: boolean;
}
export interface ReceiverCall {
  readonly access: TimedHeader;
  readonly by: 'transfer' | 'deposit';
}
export interface MessageCall {
  readonly tick: number;
  readonly key: readonly number[];
  /** All of them, kind and count first. */
  readonly elements: readonly number[];
  readonly signature: Signature;
}
export interface SignatureCall {
  readonly key: readonly number[];
  readonly digest: readonly number[];
  readonly signature: Signature;
}
export interface WithdrawalCall {
  readonly effect: WithdrawalEffect;
  readonly word: number;
}
/** A served forced exit: its 16 slots in order, and the withdrawals of the positive ones. */
export interface ExitCall {
  readonly clock: number;
  readonly l1Owner: Address;
  readonly slots: readonly TimedSlot[];
  readonly withdrawals: readonly Effect[];
}
/** ⌊redeemed·total / tickets⌋ */
export interface ShareCall {
  readonly redeemed: bigint;
  readonly total: bigint;
  readonly tickets: bigint;
}
export declare class Ledger {
  readonly ranges: RangeCounts;
  readonly compressions: Compressions;
  readonly credits: CreditCall[];
  readonly receivers: ReceiverCall[];
  readonly messages: MessageCall[];
  readonly signatures: SignatureCall[];
  readonly withdrawals: WithdrawalCall[];
  readonly exits: ExitCall[];
  readonly shares: ShareCall[];
  /** Elements to cut at bit 28. */
  readonly splits: number[];
  instanceUses: number;
  batchUses: number;
  timeUses: number;
  /** A value that no table holds: a bug when proving; what a false trace is made of in tests. */
  readonly strict: boolean;
  constructor({
    strict,
  }?: {
    readonly strict?: boolean;
  });
  /** One `rangeCheck` on an active row. */
  range(value: number, bits: number, tableBits?: number): void;
  rangeLimbs(values: readonly number[], bits: readonly number[]): void;
  /** Both parts of `splitRange`; returns the low one, which is the cell. */
  splitRange(value: number, lowBits: number, highBits: number): number;
  /** compress_domain(x), counted once. */
  compress(domain: number, x: readonly number[]): number[];
  withdraw(effect: Effect | undefined, words: ReadonlyMap<Effect, number>): void;
}
