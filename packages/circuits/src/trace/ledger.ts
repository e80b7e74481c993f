/**
 * What the chips' traces ask of each other while they are filled: a chip that sends a tuple to a service chip records it here, and the service
 * chip's trace has one row (or one more use) for it. Callers are filled before services, services before tables (weirAir.ts).
 */
import { invariant } from '@weir/foundation/assert';
import type { Rate } from '@weir/protocol/transactions/band';
import type { Address, Band, Effect, Fill, OrderLeg, Signature, WithdrawalEffect } from '@weir/protocol/types';
import type { RangeCounts } from '@weir/stark/air/gadgets';
import { Compressions } from '../chips/poseidon/trace.ts';
import { newRangeCounts } from '../chips/range/trace.ts';
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

/** A served forced exit: the slots of its mask in order, and the withdrawals of the positive ones. */
export interface ExitCall {
  readonly account: number;
  readonly mask: number;
  readonly clock: number;
  readonly l1Owner: Address;
  readonly slots: readonly TimedSlot[];
  readonly withdrawals: readonly Effect[];
}

/** A moving account: for each slot, ascending, the access to it and to the destination's. */
export interface MoveCall {
  readonly account: number;
  readonly destination: number;
  readonly clock: number;
  readonly slots: readonly TimedSlot[];
}

/** ⌊redeemed·total / tickets⌋ */
export interface ShareCall {
  readonly redeemed: bigint;
  readonly total: bigint;
  readonly tickets: bigint;
}

/** A fill of an order with two or three legs. */
export interface OrderLegsCall {
  readonly tick: number;
  readonly fill: Fill;
  readonly leg: OrderLeg;
  /** All elements of what is signed. */
  readonly signed: readonly number[];
}

/** An exchange that a band holds to a reference. */
export interface BandCall {
  readonly sellAsset: number;
  readonly buyAsset: number;
  readonly band: Band;
  readonly rate: Rate;
  readonly sold: bigint;
  readonly bought: bigint;
}

export class Ledger {
  readonly ranges: RangeCounts = newRangeCounts();
  readonly compressions = new Compressions();
  readonly credits: CreditCall[] = [];
  readonly receivers: ReceiverCall[] = [];
  readonly messages: MessageCall[] = [];
  readonly signatures: SignatureCall[] = [];
  readonly withdrawals: WithdrawalCall[] = [];
  readonly exits: ExitCall[] = [];
  readonly moves: MoveCall[] = [];
  readonly shares: ShareCall[] = [];
  readonly orderLegs: OrderLegsCall[] = [];
  readonly bands: BandCall[] = [];
  /** Elements to cut at bit 28. */
  readonly splits: number[] = [];
  instanceUses = 0;
  timeUses = 0;
  /** A value that no table holds: a bug when proving; what a false trace is made of in tests. */
  readonly strict: boolean;

  constructor({ strict = true }: { readonly strict?: boolean } = {}) {
    this.strict = strict;
  }

  /** One `rangeCheck` on an active row. */
  range(value: number, bits: number, tableBits = bits): void {
    if (!this.strict && !(Number.isInteger(value) && value >= 0 && value < 2 ** bits)) return;
    this.ranges.count(value, bits, tableBits);
  }

  rangeLimbs(values: readonly number[], bits: readonly number[]): void {
    values.forEach((value, i) => {
      this.range(value, bits[i]);
    });
  }

  /** Both parts of `splitRange`; returns the low one, which is the cell. */
  splitRange(value: number, lowBits: number, highBits: number): number {
    const low = ((value % 2 ** lowBits) + 2 ** lowBits) % 2 ** lowBits;
    this.range(low, lowBits);
    this.range((value - low) / 2 ** lowBits, highBits);
    return low;
  }

  /** compress_domain(x), counted once. */
  compress(domain: number, x: readonly number[]): number[] {
    return this.compressions.compress(domain, x);
  }

  withdraw(effect: Effect | undefined, words: ReadonlyMap<Effect, number>): void {
    invariant(effect?.kind === 'withdrawal', 'a withdrawal has its effect');
    this.withdrawals.push({ effect, word: words.get(effect) as number });
  }
}
