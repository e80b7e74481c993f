/**
 * What the circuit proves of one batch, arranged for the chips: the executed transactions cut into steps, every access with its clock and its
 * distance from the previous one, and where each effect and diff stands in the statement.
 *
 * A *step* is what happens at one tick: a transaction, or one fill or one fee payment of a clearing. Its k-th slot access has clock
 * 16·tick + 1 + k, and so has its k-th header access (two memories); kinds that go through all slots of an account have k = slot.
 */
import { invariant } from '@weir/foundation/assert';
import { type State, treeOf } from '@weir/protocol/state/state';
import { type Binding, bindStatement } from '@weir/protocol/statement/binding';
import { EFFECT_KINDS } from '@weir/protocol/statement/effects';
import type { Statement } from '@weir/protocol/statement/statement';
import type { Batch } from '@weir/protocol/transactions/applyBatch';
import type { Access, BatchContext, Effect, HeaderAccess, Receipt, SlotAccess, Transaction } from '@weir/protocol/types';
import { CLOCKS_PER_STEP } from '../chips/memory.ts';

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
  readonly transaction: Extract<Transaction, { kind: Kind }>;
  readonly receipt: Extract<Receipt, { kind: Kind }>;
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
  /** The account is in the validium tree, whose diffs are not in the body. */
  readonly silent: (account: number) => boolean;
}

/** A batch whose blobs' hashes are still being computed: only the statement's chips need them, which come last. */
export type PendingWitness = Omit<BatchWitness, 'binding'> & { readonly binding: Promise<Binding> };

export const slotKey = (account: number, slot: number): number => 16 * account + slot;

/** `instance` is the 32-byte instance hash that the batch's context has the limbs of; `versionedHashes` are of the statement's blobs. */
export function batchWitness(
  batch: Batch,
  context: BatchContext,
  instance: Uint8Array,
  versionedHashes: readonly Uint8Array[] = [],
): BatchWitness {
  return { ...withoutBinding(batch, context), binding: bindStatement(instance, batch.statement, versionedHashes) };
}

/** The same while the hashes are on their way. */
export function pendingWitness(
  batch: Batch,
  context: BatchContext,
  instance: Uint8Array,
  versionedHashes: Promise<readonly Uint8Array[]>,
): PendingWitness {
  const binding = versionedHashes.then((hashes) => bindStatement(instance, batch.statement, hashes));
  return { ...withoutBinding(batch, context), binding };
}

function withoutBinding(batch: Batch, context: BatchContext): Omit<BatchWitness, 'binding'> {
  const clock = new Clock();
  const executed = batch.transactions.map((transaction, i): Executed => {
    const receipt = batch.receipts[i];
    const bySlot = receipt.kind === 'forcedExit' || receipt.kind === 'moveAccount';
    return { transaction, receipt, steps: accessesByStep(receipt).map((accesses) => clock.step(accesses, bySlot)) };
  });
  const { statement } = batch;
  return {
    before: batch.before,
    after: batch.after,
    context,
    statement,
    executed,
    ticks: clock.ticks,
    ...clock.touched(),
    ...wordNumbers(statement),
    silent: (account) => treeOf(account) === 1 && !statement.header.validiumData,
  };
}

/** The executed transactions of one kind, in order. */
export function executedOf<Kind extends Transaction['kind']>(witness: BatchWitness, kind: Kind): Executed<Kind>[] {
  return witness.executed.filter((entry) => entry.transaction.kind === kind) as unknown as Executed<Kind>[];
}

function accessesByStep(receipt: Receipt): (readonly Access[])[] {
  const { accesses } = receipt;
  if (receipt.kind !== 'clearing') return accesses.length === 0 ? [] : [accesses];
  const paying = receipt.pots.filter(({ access }) => access >= 0);
  const fillsEnd = paying[0]?.access ?? accesses.length;
  const fills = receipt.fills.map(({ firstAccess }, i) => accesses.slice(firstAccess, receipt.fills[i + 1]?.firstAccess ?? fillsEnd));
  return [...fills, ...paying.map(({ access }) => [accesses[access]])];
}

/** Hands out ticks and remembers when each key was accessed last. */
class Clock {
  ticks = 0;
  private readonly headers = new Map<number, number>();
  private readonly slots = new Map<number, number>();

  /** Kinds that go through an account's slots (`bySlot`) have slot k at the step's clock k, whichever they leave out, in both accounts if there are two. */
  step(accesses: readonly Access[], bySlot = false): Step {
    const tick = this.ticks++;
    const clock = CLOCKS_PER_STEP * tick + 1;
    const headers: TimedHeader[] = [];
    const slots: TimedSlot[] = [];
    for (const access of accesses) {
      if (access.kind === 'header') headers.push({ ...access, ...this.time(this.headers, access.account, clock + headers.length) });
      else {
        const at = clock + (bySlot ? access.slot : slots.length);
        slots.push({ ...access, ...this.time(this.slots, slotKey(access.account, access.slot), at) });
      }
    }
    invariant(headers.length <= CLOCKS_PER_STEP && (bySlot || slots.length <= CLOCKS_PER_STEP), 'a step has clocks for 16 accesses');
    return { tick, clock, headers, slots };
  }

  touched(): Pick<BatchWitness, 'accounts' | 'slots'> {
    const accounts = new Set([...this.headers.keys(), ...[...this.slots.keys()].map((key) => Math.floor(key / 16))]);
    const ascending = (keys: Iterable<number>): number[] => [...keys].sort((a, b) => a - b);
    return {
      accounts: ascending(accounts).map((account) => ({ account, lastClock: this.headers.get(account) ?? 0 })),
      slots: ascending(this.slots.keys()).map((key) => ({
        account: Math.floor(key / 16),
        slot: key % 16,
        lastClock: this.slots.get(key) as number,
      })),
    };
  }

  private time(memory: Map<number, number>, key: number, clock: number): Timed {
    const previous = memory.get(key) ?? 0;
    memory.set(key, clock);
    return { clock, gap: clock - 1 - previous };
  }
}

function wordNumbers(statement: Statement): Pick<BatchWitness, 'effectWords' | 'rideWords' | 'redeemWords' | 'headerWords' | 'slotWords'> {
  const effectWords = new Map<Effect, number>();
  const rideWords = new Map<number, number>();
  const redeemWords = new Map<number, number>();
  let next = 0;
  for (const effect of statement.effects) {
    effectWords.set(effect, next);
    if (effect.kind === 'ride') rideWords.set(effect.ticket, next);
    if (effect.kind === 'redeem') redeemWords.set(effect.ticket, next);
    next += EFFECT_KINDS[effect.kind].words;
  }
  const { headers, slots } = statement.diffs;
  const headerWords = new Map(headers.map(({ account }, i) => [account, next + 2 * i]));
  const slotWords = new Map(slots.map(({ account, slot }, i) => [slotKey(account, slot), next + 2 * headers.length + i]));
  return { effectWords, rideWords, redeemWords, headerWords, slotWords };
}
