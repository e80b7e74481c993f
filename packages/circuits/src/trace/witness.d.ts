import type { State } from '@weir/protocol/state/state';
import { type Binding } from '@weir/protocol/statement/binding';
import type { Statement } from '@weir/protocol/statement/statement';
import type { Batch } from '@weir/protocol/transactions/applyBatch';
import type { BatchContext, Effect, HeaderAccess, Receipt, SlotAccess, Transaction } from '@weir/protocol/types';

interface Timed {
  readonly clock: number;
  /** clock − 1 − the previous access's clock (0 if there is none). */
  readonly gap: number;
}
export type TimedSlot = SlotAccess & Timed;
export type TimedHeader = HeaderAccess & Timed;
export interface Step {
  readonly tick: number;
  /** Clock of the first access of either kind. */
  readonly clock: number;
  readonly headers: readonly TimedHeader[];
  readonly slots: readonly TimedSlot[];
}
/** One executed transaction. A clearing has a step for each fill, then one for each pot that pays; the others one, or none if they touch nothing. */
export interface Executed<Kind extends Transaction['kind'] = Transaction['kind']> {
  readonly transaction: Extract<
    Transaction,
    {
      kind: Kind;
    }
  >;
  readonly receipt: Extract<
    Receipt,
    {
      kind: Kind;
    }
  >;
  readonly steps: readonly Step[];
}
/** An account or slot that some step accessed. */
export interface TouchedSlot {
  readonly account: number;
  readonly slot: number;
  readonly lastClock: number;
}
export interface TouchedAccount {
  readonly account: number;
  /** Clock of the last header access, 0 if only slots were accessed. */
  readonly lastClock: number;
}
export interface BatchWitness {
  readonly before: State;
  readonly after: State;
  readonly context: BatchContext;
  readonly statement: Statement;
  readonly binding: Binding;
  readonly executed: readonly Executed[];
  readonly ticks: number;
  /** Ascending by account, and by (account, slot). */
  readonly accounts: readonly TouchedAccount[];
  readonly slots: readonly TouchedSlot[];
  /** Number of the first word, by effect (redemptions: by the ride's sum, see `redeemWords`). */
  readonly effectWords: ReadonlyMap<Effect, number>;
  /** The same for rides and redemptions, by ticket. */
  readonly rideWords: ReadonlyMap<number, number>;
  readonly redeemWords: ReadonlyMap<number, number>;
  /** By account; by 16·account + slot. */
  readonly headerWords: ReadonlyMap<number, number>;
  readonly slotWords: ReadonlyMap<number, number>;
}
export declare const slotKey: (account: number, slot: number) => number;
/** `instance` is the 32-byte instance hash that the batch's context has the limbs of. */
export declare function batchWitness(batch: Batch, context: BatchContext, instance: Uint8Array): BatchWitness;
/** The executed transactions of one kind, in order. */
export declare function executedOf<Kind extends Transaction['kind']>(witness: BatchWitness, kind: Kind): Executed<Kind>[];
