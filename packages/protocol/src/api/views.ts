/** What a node answers (as values; JSON spells them through `toJson`). The node serves these, sdk and dashboard read them. */
import type { Hex } from '@weir/foundation/bytes';
import type { AccountId, Address, Digest, OwnerKey, RideOutcome, RideTerms, Slot } from '../types.ts';

/** `refused` is final and carries the code; `final` = finalized on L1. */
export type RequestStatus = 'accepted' | 'batched' | 'proven' | 'settled' | 'final' | 'refused';

export interface RequestView {
  readonly id: Hex;
  readonly kind: string;
  readonly status: RequestStatus;
  readonly batchNumber: number | null;
  readonly refusal: { readonly code: string } | null;
}

export interface AccountView {
  readonly account: AccountId;
  readonly ownerKey: OwnerKey;
  readonly keyVersion: number;
  readonly l1Owner: Address;
  readonly headerDigest: Digest;
  /** Only slots that were ever used. */
  readonly slots: readonly (Slot & { readonly slot: number })[];
}

export type RidePhase = 'boarding' | 'closed' | 'departed' | 'arrived' | 'aborted';

export interface RideView {
  readonly terms: RideTerms;
  readonly phase: RidePhase;
  readonly boarded: bigint;
  readonly maxSize: bigint;
  readonly outcome: RideOutcome | null;
}

export interface BatchView {
  readonly batchNumber: number;
  readonly timestamp: number;
  readonly status: 'batched' | 'proven' | 'settled' | 'final';
  readonly transactions: number;
  readonly newRollupRoot: Digest;
  readonly settleTransaction: Hex | null;
}

/** Every refusal of the API, in one form. */
export interface ErrorView {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}
