import { DOMAIN } from '@weir/crypto/poseidon';
import { legElements, MESSAGE_ELEMENTS, MESSAGE_KINDS } from '@weir/protocol/messages';
import { splitTime } from '@weir/protocol/statement/limbs';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { DIGEST } from '../gadgets.ts';
import { orderLegsChip } from './air.ts';

/** Elements of a signed order before its legs' digests. */
const BEFORE_LEGS = 14;

export function fillOrderLegs(ledger: Ledger): ChipTrace {
  const trace = newTrace(orderLegsChip, logHeightFor(orderLegsChip, ledger.orderLegs.length));
  const { col } = trace;
  ledger.orderLegs.forEach(({ tick, fill, leg, signed }, row) => {
    const { account, keyVersion, until, legs } = fill.order;
    put([col.first, col.second, col.third, col.three], row, [...[0, 1, 2].map((i) => bit(fill.leg === i)), bit(legs.length === 3)]);
    put([col.tick, col.account, col.keyVersion, col.untilLo, col.untilHi], row, [tick, account, keyVersion, ...splitTime(until)]);
    const elements = legElements(leg);
    put(col.leg, row, elements);
    const chained = [MESSAGE_KINDS.leg, MESSAGE_ELEMENTS.leg, ...elements, 0, 0, 0, 0];
    let state = new Array<number>(DIGEST).fill(0);
    [col.stateOne, col.stateTwo, col.digest].forEach((columns, block) => {
      state = ledger.compress(DOMAIN.message, [...state, ...chained.slice(DIGEST * block, DIGEST * (block + 1))]);
      put(columns, row, state);
    });
    [col.firstDigest, col.secondDigest, col.thirdDigest].forEach((columns, i) => {
      const from = BEFORE_LEGS + DIGEST * i;
      put(columns, row, signed.slice(from, from + DIGEST));
    });
  });
  return trace;
}
