/** The benchmark's batch without a chain: accounts, deposits and the ride exist only in the state. */
import { publicKey, secretKeyFromSeed } from '@weir/crypto/schnorr';
import { compressMany, verifySignature } from '@weir/node/kernels';
import { openAccountElements } from '@weir/protocol/messages';
import { signElements } from '@weir/protocol/signature';
import { headerDigest } from '@weir/protocol/state/account';
import { EMPTY_STATE, readHeader, type State } from '@weir/protocol/state/state';
import { instanceHash, instanceLimbs } from '@weir/protocol/statement/binding';
import { applyBatch, type Batch } from '@weir/protocol/transactions/applyBatch';
import type { BatchContext, Clearing, Ride, Transaction } from '@weir/protocol/types';
import { clearingOf, type Person, randomAmounts } from './orders.ts';

const OWNER = '0x00000000000000000000000000000000000000aa';
const START = 1_800_000_000;
export const instance = instanceHash(31_337n, '0x00000000000000000000000000000000000000c0');
const limbs = instanceLimbs(instance);
const QUOTE = 1_000_000_000_000n;
const ride: Ride = {
  terms: {
    ticket: 2 ** 20,
    inAsset: 1,
    outAsset: 2,
    worstIn: QUOTE,
    worstOut: (QUOTE * 995n) / 1000n,
    boardBy: START + 21_600,
    settleBy: START + 1_728_000,
  },
  maxSize: 10n ** 15n,
  boarded: 0n,
  closed: false,
  outcome: null,
};

function contextOf(batchNumber: number, rides: ReadonlyMap<number, Ride> = new Map()): BatchContext {
  return { instance: limbs, batchNumber, timestamp: START, rewardRecipient: '0x0000000000000000000000000000000000000001', rides };
}

export function execute(state: State, transactions: readonly Transaction[], context: BatchContext): Batch {
  const batch = applyBatch(state, transactions, { ...context, verifySignature }, compressMany);
  if (batch.refused.length > 0) throw new Error(`the batch refuses: ${batch.refused[0].refusal.code}`);
  return batch;
}

/** N funded accounts. */
function openAccounts(orders: number): { people: Person[]; state: State; batches: number } {
  const people = randomAmounts(orders).map((amount, account): Person => {
    const seed = new Uint8Array(32);
    new DataView(seed.buffer).setUint32(0, account + 1);
    return { account, secret: secretKeyFromSeed(seed), amount };
  });
  let state = EMPTY_STATE;
  let batches = 0;
  for (let from = 0; from < orders; from += 256) {
    const group = people.slice(from, from + 256);
    const opened = group.map(({ account, secret }): Transaction => {
      const message = { tree: 0, keyVersion: 1, l1Owner: OWNER } as const;
      return {
        kind: 'openAccount',
        account,
        ownerKey: [...publicKey(secret)],
        ...message,
        signature: signElements(secret, openAccountElements(limbs, message)),
      };
    });
    state = execute(state, opened, contextOf(++batches)).after;
    const deposits = group.map(
      ({ account, amount }): Transaction => ({
        kind: 'deposit',
        status: 'taken',
        account,
        headerDigest: headerDigest(readHeader(state, account)),
        asset: 1,
        amount,
        depositor: OWNER,
        slot: 0,
      }),
    );
    state = execute(state, deposits, contextOf(++batches)).after;
  }
  return { people, state, batches };
}

/** N signed orders that board the ride, and the state in which they can. */
export function pendingOrders(orders: number): { readonly state: State; readonly clearing: Clearing; readonly context: BatchContext } {
  const { people, state, batches } = openAccounts(orders);
  const context = contextOf(batches + 1, new Map([[ride.terms.ticket, ride]]));
  return { state, clearing: clearingOf(people, ride, limbs, START + 3_600), context };
}
