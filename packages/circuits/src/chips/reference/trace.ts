import type { ReferenceEffect } from '@weir/protocol/types';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { checkedLimbs, put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import type { BatchWitness } from '../../trace/witness.ts';
import { ticketHalves } from '../ride/trace.ts';
import { referenceChip } from './air.ts';

export function fillReference({ statement, effectWords }: BatchWitness, ledger: Ledger): ChipTrace {
  const effects = statement.effects.filter((effect): effect is ReferenceEffect => effect.kind === 'reference');
  const trace = newTrace(referenceChip, logHeightFor(referenceChip, effects.length));
  const { col } = trace;
  effects.forEach((effect, row) => {
    const { feed, inAsset, outAsset, num, den, entry } = effect;
    const [[inLow, inHigh], [outLow, outHigh]] = [ticketHalves(inAsset), ticketHalves(outAsset)];
    put([col.active, col.feed, col.entry, col.word], row, [1, feed, entry, effectWords.get(effect) ?? 0]);
    put([col.inLow, col.inHigh, col.outLow, col.outHigh], row, [inLow, inHigh, outLow, outHigh]);
    ledger.range(feed, 16);
    ledger.range(inHigh, 6, 8);
    ledger.range(outHigh, 8);
    put(col.num, row, checkedLimbs(ledger, num));
    put(col.den, row, checkedLimbs(ledger, den));
    const uses = (sell: number): number =>
      ledger.bands.filter(({ band, sellAsset }) => band.reference === feed && sellAsset === sell).length;
    put([col.forward, col.backward], row, [uses(inAsset), uses(outAsset)]);
  });
  return trace;
}
