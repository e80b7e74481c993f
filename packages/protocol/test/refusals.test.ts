import { describe, expect, it } from 'vitest';
import { REFUSAL_CODES } from '../src/refusals.ts';
import { diffStates, stateRoots } from '../src/state/state.ts';
import { applyTransaction } from '../src/transactions/applyTransaction.ts';
import type { RefusalCode } from '../src/types.ts';
import { ACCEPTED_CASES, REFUSAL_CASES } from './refusalCases.ts';

describe('every refusal code has a transaction that breaks exactly that rule', () => {
  for (const code of Object.keys(REFUSAL_CODES) as RefusalCode[]) {
    for (const { title, state, tx, context } of REFUSAL_CASES[code]) {
      it(`${code}: ${tx.kind}, ${title}`, () => {
        const before = stateRoots(state);
        const outcome = applyTransaction(state, tx, context);
        expect(outcome).toMatchObject({ ok: false, refusal: { code } });
        expect(stateRoots(state)).toEqual(before);
      });
    }
    if (REFUSAL_CASES[code].length === 0) it(`${code} has a case`, () => expect.fail('no case'));
  }
});

describe('what the cases change is accepted as it stands', () => {
  for (const { title, state, tx, context } of ACCEPTED_CASES) {
    it(title, () => {
      const outcome = applyTransaction(state, tx, context);
      expect(outcome).toMatchObject({ ok: true });
      if (!outcome.ok) return;
      const touched = outcome.receipt.accesses.flatMap((access) => (access.kind === 'slot' ? [`${access.account}/${access.slot}`] : []));
      for (const { account, slot } of diffStates(state, outcome.state).slots) expect(touched).toContain(`${account}/${slot}`);
    });
  }
});
