/**
 * For every refusal code: a copy of the executor that lacks just that check accepts the transaction that breaks it, the trace of that false batch is built,
 * and the constraint or bus that stops it is named here. A code of a listed kind without an entry fails.
 */
import { REFUSAL_CODES } from '@weir/protocol/refusals';
import { applyTransaction } from '@weir/protocol/transactions/applyTransaction';
import type { RefusalCode, TransactionKind } from '@weir/protocol/types';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { REFUSAL_CASES, type RefusalCase } from '../../protocol/test/refusalCases.ts';
import { weirAir } from '../src/weirAir.ts';
import { skipped } from './support/mutant.ts';
import { type Filled, failureNames, fill, without, witnessOf } from './support/world.ts';

vi.mock(import('@weir/protocol/refusals'), async (original) => (await import('./support/mutant.ts')).refusalsWithGaps(await original()));
vi.mock(import('@weir/protocol/statement/limbs'), async (original) =>
  (await import('./support/mutant.ts')).limbsThatWrap(await original()),
);

/** Kinds whose chips exist. */
const KINDS: readonly TransactionKind[] = [
  'openAccount',
  'deposit',
  'transfer',
  'conditionalTransfer',
  'withdraw',
  'cancel',
  'redeem',
  'forcedExit',
  'rotateKey',
  'moveAccount',
];

/** What stops a trace that breaks the rule, by code and kind: a constraint, or one end of an unbalanced bus. */
const STOPPED_BY: Partial<Record<RefusalCode, Partial<Record<TransactionKind, string>>>> = {
  // No tuple of this header holds zeros.
  ACCOUNT_EXISTS: { openAccount: 'header: openAccount/header/read', moveAccount: 'header: moveAccount/destination/read' },
  ACCOUNT_NOT_OPEN: {
    deposit: 'receiver/account-is-open',
    cancel: 'move/signer-is-open',
    redeem: 'redeem/account-is-open',
    moveAccount: 'moveAccount/signer-is-open',
    rotateKey: 'forcedRequest/rotated-header-is-open',
  },
  KEY_VERSION_ZERO: { openAccount: 'openAccount/key-version-is-not-zero' },
  KEY_VERSION_TOO_LARGE: { openAccount: 'range16: openAccount/key-version/high/range', rotateKey: 'word: headerChange/diff-key' },
  KEY_VERSION_MISMATCH: { cancel: 'message: move/sign-cancel', moveAccount: 'message: moveAccount/sign' },
  SIGNATURE_INVALID: {
    openAccount: 'signed: message/signed',
    transfer: 'signed: message/signed',
    conditionalTransfer: 'signed: message/signed',
    withdraw: 'signed: message/signed',
    cancel: 'signed: message/signed',
    moveAccount: 'signed: message/signed',
  },
  HEADER_MISMATCH: { deposit: 'receiverOwner: deposit/receiver', transfer: 'receiver: move/receiver' },
  EXPIRED: {
    transfer: 'range10: move/left-hi/high/range',
    conditionalTransfer: 'range10: move/left-hi/high/range',
    withdraw: 'range10: move/left-hi/high/range',
    moveAccount: 'range10: moveAccount/until/hi/high/range',
  },
  AMOUNT_ZERO: {
    deposit: 'deposit/asset-and-amount-are-not-zero',
    transfer: 'move/asset-and-amount-are-not-zero',
    conditionalTransfer: 'move/asset-and-amount-are-not-zero',
    withdraw: 'move/asset-and-amount-are-not-zero',
  },
  ASSET_ZERO: { deposit: 'deposit/asset-and-amount-are-not-zero' },
  INSUFFICIENT_BALANCE: { transfer: 'move/balance-covers/piece-2', conditionalTransfer: 'move/balance-covers/piece-2' },
  BALANCE_OVERFLOW: { deposit: 'credit/balance-grows/piece-2' },
  SLOT_ASSET_MISMATCH: { transfer: 'slot: move/slot/read' },
  SLOT_NOT_FREE: { deposit: 'credit/opened-slot-was-empty', redeem: 'credit/opened-slot-was-empty' },
  SLOT_RESERVED: { deposit: 'range8: credit/foreign-opens-public-slot/range', transfer: 'range8: credit/foreign-opens-public-slot/range' },
  NONCE_TOO_LOW: { transfer: 'range16: move/nonce-step/range', cancel: 'range16: move/nonce-step/range' },
  NONCE_PARTLY_FILLED: { transfer: 'move/same-nonce-is-unfilled' },
  NONCE_TOO_FAR: { cancel: 'range16: move/nonce-step/range' },
  NONCE_EXHAUSTED: { cancel: 'range16: move/next/high/range', deposit: 'credit/opened-for-another-asset-with-nonce-left' },
  NOTHING_TO_REDEEM: { redeem: 'redeem/something-is-redeemed' },
  REDEEM_NEEDS_SLOT: { redeem: 'redeem/withdrawn-if-the-other-takes-the-ticket-slot' },
  REQUESTER_NOT_OWNER: { forcedExit: 'forcedRequest/granted-to-the-owner[0]', rotateKey: 'forcedRequest/granted-to-the-owner[0]' },
  REQUESTER_IS_OWNER: { forcedExit: 'forcedRequest/refuted-for-a-stranger', rotateKey: 'forcedRequest/refuted-for-a-stranger' },
  DESTINATION_IN_SAME_TREE: { moveAccount: 'header: moveAccount/destination/write' },
  DESTINATION_NOT_EMPTY: { moveAccount: 'slot: moveSlot/destination/read' },
};

/** Skips the code, then whatever else refuses the same transaction, until it passes. */
function skipUntilAccepted({ state, tx, context }: RefusalCase, code: RefusalCode): void {
  skipped.add(code);
  for (let outcome = applyTransaction(state, tx, context); !outcome.ok; outcome = applyTransaction(state, tx, context)) {
    if (skipped.has(outcome.refusal.code)) throw new Error(`${outcome.refusal.code} cannot be skipped`);
    skipped.add(outcome.refusal.code);
  }
}

afterEach(() => skipped.clear());

/** The names that fail in the trace of a batch that breaks the rule. */
function stopping(refused: RefusalCase, code: RefusalCode): { readonly filled: Filled; readonly names: readonly string[] } {
  skipUntilAccepted(refused, code);
  const filled = fill(witnessOf(refused.state, [refused.tx], refused.context), { strict: false });
  return { filled, names: failureNames(filled) };
}

describe('a batch that breaks a rule has no true trace', () => {
  for (const code of Object.keys(REFUSAL_CODES) as RefusalCode[]) {
    if (REFUSAL_CODES[code] !== 'circuit') continue;
    for (const refused of REFUSAL_CASES[code].filter(({ tx }) => KINDS.includes(tx.kind))) {
      it(`${code}: ${refused.tx.kind}, ${refused.title}`, () => {
        const { names } = stopping(refused, code);
        const expected = STOPPED_BY[code]?.[refused.tx.kind];
        expect(expected, `no entry for ${code} of ${refused.tx.kind}`).toBeDefined();
        expect(names).toContain(expected);
      });
    }
  }
});

/** Rules that hang on one constraint alone: take it away and the false batch has a true trace. */
const ALONE: readonly (readonly [RefusalCode, TransactionKind])[] = [
  ['KEY_VERSION_ZERO', 'openAccount'],
  ['AMOUNT_ZERO', 'deposit'],
  ['AMOUNT_ZERO', 'transfer'],
  ['AMOUNT_ZERO', 'conditionalTransfer'],
  ['INSUFFICIENT_BALANCE', 'transfer'],
  ['BALANCE_OVERFLOW', 'deposit'],
  ['NONCE_PARTLY_FILLED', 'transfer'],
  ['REQUESTER_NOT_OWNER', 'forcedExit'],
  ['REQUESTER_IS_OWNER', 'forcedExit'],
  ['REQUESTER_NOT_OWNER', 'rotateKey'],
  ['REQUESTER_IS_OWNER', 'rotateKey'],
];

describe('without the constraint that stops it, a false batch is accepted', () => {
  for (const [code, kind] of ALONE) {
    it(`${code} of ${kind}`, () => {
      const refused = REFUSAL_CASES[code].find(({ tx }) => tx.kind === kind) as RefusalCase;
      const { filled, names } = stopping(refused, code);
      const constraints = names.filter((name) => !name.includes(': '));
      const air = constraints.reduce((mutant, name) => {
        const [chip] = name.split('/');
        return without(mutant, chip, name.slice(chip.length + 1));
      }, weirAir);
      expect(failureNames(filled, air)).toEqual([]);
    });
  }
});
