import type { RedeemEffect } from '@weir/protocol/types';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { pieces, put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import type { BatchWitness } from '../../trace/witness.ts';
import { outcomeChip } from './air.ts';

const AMOUNTS = ['outTotal', 'inReturned', 'tickets', 'redeemed', 'outCredited', 'inCredited'] as const;

export function fillOutcome({ statement, redeemWords }: BatchWitness, ledger: Ledger): ChipTrace {
  const effects = statement.effects.filter((effect): effect is RedeemEffect => effect.kind === 'redeem');
  const trace = newTrace(outcomeChip, logHeightFor(outcomeChip, effects.length));
  const { col } = trace;
  effects.forEach((effect, row) => {
    const { ticket, inAsset, outAsset } = effect;
    put([col.active, col.word], row, [1, redeemWords.get(ticket) ?? 0]);
    put([col.ticket, col.ticketHi, col.ticketLow], row, assetCells(ledger, ticket));
    put([col.inAsset, col.inHi, col.inLow], row, assetCells(ledger, inAsset));
    put([col.outAsset, col.outHi, col.outLow], row, assetCells(ledger, outAsset));
    for (const name of AMOUNTS) put(col[name], row, pieces(effect[name]));
  });
  return trace;
}

/** The asset, its bits from 24 up, its low 12 bits. */
function assetCells(ledger: Ledger, asset: number): number[] {
  const hi = Math.floor(asset / 2 ** 24);
  ledger.range(hi, 6, 8);
  return [asset, hi, ledger.splitRange(asset % 2 ** 24, 12, 12)];
}
