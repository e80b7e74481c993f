/** The rules as a table of contents. Pure: no clock, no I/O, no shared state; a refused transaction changes nothing. */
import { unreachable } from '@weir/foundation/assert';
import { RefusalSignal, refuse } from '../refusals.ts';
import { findOutOfRange, TRANSACTION_SHAPES } from '../shape.ts';
import type { State } from '../state/state.ts';
import type { BatchContext, Receipt, Refusal, Transaction } from '../types.ts';
import { cancel } from './cancel.ts';
import { clearing } from './clearing.ts';
import { conditionalTransfer } from './conditionalTransfer.ts';
import { deposit } from './deposit.ts';
import type { Draft } from './draft.ts';
import { newDraft } from './draft.ts';
import { forcedExit } from './forcedExit.ts';
import { moveAccount } from './moveAccount.ts';
import { openAccount } from './openAccount.ts';
import { redeem } from './redeem.ts';
import { rotateKey } from './rotateKey.ts';
import { transfer } from './transfer.ts';
import { withdraw } from './withdraw.ts';

export type Outcome =
  | { readonly ok: true; readonly state: State; readonly receipt: Receipt }
  | { readonly ok: false; readonly refusal: Refusal };

export function applyTransaction(state: State, transaction: Transaction, context: BatchContext): Outcome {
  const draft = newDraft(state, context);
  try {
    requireShape(transaction);
    const receipt = applyTo(draft, transaction);
    return { ok: true, state: draft.state, receipt };
  } catch (signal) {
    if (signal instanceof RefusalSignal) return { ok: false, refusal: signal.refusal };
    throw signal;
  }
}

/** The ranges that the circuit's limbs have anyway: a value without an encoding cannot be stated. */
function requireShape(tx: Transaction): void {
  const found = findOutOfRange(TRANSACTION_SHAPES[tx.kind], tx);
  if (found !== undefined) refuse('OUT_OF_RANGE', found);
}

function applyTo(draft: Draft, tx: Transaction): Receipt {
  switch (tx.kind) {
    case 'openAccount':
      return openAccount(draft, tx);
    case 'deposit':
      return deposit(draft, tx);
    case 'transfer':
      return transfer(draft, tx);
    case 'conditionalTransfer':
      return conditionalTransfer(draft, tx);
    case 'cancel':
      return cancel(draft, tx);
    case 'clearing':
      return clearing(draft, tx);
    case 'redeem':
      return redeem(draft, tx);
    case 'withdraw':
      return withdraw(draft, tx);
    case 'forcedExit':
      return forcedExit(draft, tx);
    case 'rotateKey':
      return rotateKey(draft, tx);
    case 'moveAccount':
      return moveAccount(draft, tx);
    default:
      return unreachable(tx);
  }
}
