/** A batch: transactions in order, then the statement that L1 settles and the circuit proves. */

import { hashState } from '../state/hashState.ts';
import type { CompressMany } from '../state/merkle.ts';
import type { Roots, State } from '../state/state.ts';
import { diffStates, stateRoots } from '../state/state.ts';
import type { Statement } from '../statement/statement.ts';
import { buildStatement } from '../statement/statement.ts';
import type { BatchContext, Diffs, Effect, Publication, Receipt, RedeemEffect, Refusal, Transaction } from '../types.ts';
import { applyTransaction } from './applyTransaction.ts';

export interface RefusedTransaction {
  /** Index into the transactions that were given. */
  readonly index: number;
  readonly refusal: Refusal;
}

export interface Batch {
  readonly before: State;
  readonly after: State;
  readonly oldRoots: Roots;
  readonly newRoots: Roots;
  /** What was executed, in order; `receipts[i]` belongs to `transactions[i]`. */
  readonly transactions: readonly Transaction[];
  readonly receipts: readonly Receipt[];
  readonly refused: readonly RefusedTransaction[];
  readonly effects: readonly Effect[];
  /** Of both trees; `statement.diffs` are those in its body. */
  readonly diffs: Diffs;
  readonly statement: Statement;
}

/**
 * Leaves out what is refused. The context is that of the batch's start; a ride's numbers may not change within it. `compressMany`
 * (a kernel of `crypto`) makes hashing faster and changes nothing else.
 */
export function applyBatch(before: State, transactions: readonly Transaction[], context: BatchContext, compressMany?: CompressMany): Batch {
  let after = before;
  const executed: Transaction[] = [];
  const receipts: Receipt[] = [];
  const refused: RefusedTransaction[] = [];
  let cleared = false;
  for (const [index, transaction] of transactions.entries()) {
    const outcome = applyTransaction(after, transaction, { ...context, cleared });
    if (!outcome.ok) {
      refused.push({ index, refusal: outcome.refusal });
      continue;
    }
    after = outcome.state;
    executed.push(transaction);
    receipts.push(outcome.receipt);
    cleared ||= transaction.kind === 'clearing';
  }
  if (compressMany !== undefined) for (const state of [before, after]) hashState(state, compressMany);
  const oldRoots = stateRoots(before);
  const newRoots = stateRoots(after);
  const effects = arrangeEffects(receipts.flatMap((receipt) => receipt.effects));
  const diffs = diffStates(before, after);
  const fields = {
    batchNumber: context.batchNumber,
    timestamp: context.timestamp,
    oldRollupRoot: oldRoots.rollup,
    newRollupRoot: newRoots.rollup,
    oldValidiumRoot: oldRoots.validium,
    newValidiumRoot: newRoots.validium,
    rewardRecipient: context.rewardRecipient,
    hasClearing: cleared,
  };
  const statement = buildStatement(fields, effects, diffs, context.publication);
  return { before, after, oldRoots, newRoots, transactions: executed, receipts, refused, effects, diffs, statement };
}

/** The same batch with its diffs published in another way. */
export function publishBatch(batch: Batch, publication: Publication): Batch {
  const { effects, diffs } = batch;
  return { ...batch, statement: buildStatement(batch.statement.header, effects, diffs, publication) };
}

/** Forced exits and key rotations share L1's queue, and its order. */
const KIND_ORDER: readonly (readonly Effect['kind'][])[] = [
  ['deposit'],
  ['withdrawal'],
  ['ride'],
  ['redeem'],
  ['forcedExit', 'rotateKey'],
  ['reference'],
  ['l1Order'],
  ['fact'],
];

/** By kind; inside a kind in execution order, redemptions summed up per ride. */
function arrangeEffects(effects: readonly Effect[]): Effect[] {
  return KIND_ORDER.flatMap((kinds): readonly Effect[] =>
    kinds.includes('redeem')
      ? sumRedemptions(effects.filter((effect) => effect.kind === 'redeem'))
      : effects.filter((effect) => kinds.includes(effect.kind)),
  );
}

function sumRedemptions(effects: readonly RedeemEffect[]): RedeemEffect[] {
  const byTicket = new Map<number, RedeemEffect>();
  for (const effect of effects) {
    const sum = byTicket.get(effect.ticket);
    byTicket.set(
      effect.ticket,
      sum === undefined
        ? effect
        : {
            ...effect,
            redeemed: sum.redeemed + effect.redeemed,
            outCredited: sum.outCredited + effect.outCredited,
            inCredited: sum.inCredited + effect.inCredited,
          },
    );
  }
  return [...byTicket.values()].sort((a, b) => a.ticket - b.ticket);
}
