/**
 * For every refusal code of a clearing: the executor without that check accepts the clearing that breaks it, and the constraint or bus
 * that stops its trace is named here (as refusals.test.ts does for the simple kinds). What the executor cannot leave out, because the
 * rest of it needs what is missing, is left out of the trace.
 */
import { REFUSAL_CODES } from '@weir/protocol/refusals';
import { writeSlot } from '@weir/protocol/state/state';
import { applyTransaction } from '@weir/protocol/transactions/applyTransaction';
import type { ClearingReceipt, RefusalCode } from '@weir/protocol/types';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clearingCase, joinLeg, prices, REFUSAL_CASES, type RefusalCase } from '../../protocol/test/refusalCases.ts';
import type { BatchWitness } from '../src/trace/witness.ts';
import { weirAir } from '../src/weirAir.ts';
import { emptyClearing, variedClearing } from './support/clearings.ts';
import { skipped } from './support/mutant.ts';
import { type Filled, failureNames, fill, without, witnessOf, world } from './support/world.ts';

vi.mock(import('@weir/protocol/refusals'), async (original) => (await import('./support/mutant.ts')).refusalsWithGaps(await original()));
vi.mock(import('@weir/protocol/statement/limbs'), async (original) =>
  (await import('./support/mutant.ts')).limbsThatWrap(await original()),
);

/** By code, or by code and title where cases of one code are stopped in different places. */
const STOPPED_BY: Readonly<Record<string, string>> = {
  KEY_VERSION_MISMATCH: 'message: fill/sign-block-1',
  SIGNATURE_INVALID: 'signed: message/signed',
  EXPIRED: 'range10: fill/until/hi/high/range',
  INSUFFICIENT_BALANCE: 'fill/balance-covers',
  SLOT_ASSET_MISMATCH: 'slot: fill/sell-slot/read',
  SLOT_NOT_FREE: 'credit/opened-slot-was-empty',
  SLOT_RESERVED: 'range8: credit/foreign-opens-public-slot/range',
  NONCE_TOO_LOW: 'range16: fill/nonce-step/range',
  NONCE_TOO_FAR: 'range16: fill/nonce-step/range',
  PRICES_NOT_ASCENDING: 'range14: price/ascending[1]/range',
  RIDES_NOT_ASCENDING: 'range8: ride/ascending/high/range',
  FILLS_NOT_ASCENDING: 'range14: fill/ascending/account/high/range',
  PRICE_ZERO: 'price/price-is-not-zero',
  BAND_TOO_WIDE: 'range14: band/width/range',
  OUTSIDE_BAND: 'band/within-band/step-11',
  RIDE_OUTSIDE_BAND: 'band/within-band/step-11',
  'FILL_EMPTY: nothing sold': 'fill/a-part-at-least',
  'FILL_EMPTY: bought for nothing': 'fill/no-pot-part',
  'FILL_EMPTY: a ticket without boarding': 'fill/no-ticket',
  'BOUGHT_NOT_FLOOR: one less': 'fill/remainder-below-price',
  'BOUGHT_NOT_FLOOR: one more': 'fill/bought-is-the-floor/step-10',
  'BOUGHT_NOT_FLOOR: an L1 order gets one less': 'l1Fill/remainder-below-price',
  'BOUGHT_NOT_FLOOR: an L1 order gets one more': 'l1Fill/bought-is-the-floor/step-10',
  'BOUGHT_ZERO: an L1 order sells too little to buy anything': 'l1Fill/bought-is-not-zero',
  'FILL_EMPTY: an L1 order that sells nothing': 'l1Fill/sold-is-not-zero',
  'FILL_EMPTY: an L1 order that buys for nothing': 'l1Fill/sold-is-not-zero',
  L1_ORDERS_NOT_ASCENDING: 'range14: l1Fill/ascending/high/range',
  BOUGHT_ZERO: 'fill/sold-and-bought-are-not-zero',
  LIMIT_NOT_MET: 'fill/limit/step-10',
  FEE_TOO_HIGH: 'fill/fee/step-10',
  OVERFILLED: 'fill/filled-within-sell-amount',
  BELOW_MIN_FILL: 'fill/minimum-or-completes',
  POT_SHORT: 'price/inflow-covers-outflow',
  RIDE_IN_MISMATCH: 'rideTerms: fill/ride-terms',
  RIDE_OUT_MISMATCH: 'rideTerms: fill/ride-terms',
  RIDE_WORST_PRICE: 'fill/worst-price/step-10',
  RIDE_SETTLES_TOO_LATE: 'range10: fill/settles/hi/high/range',
  TICKET_PRICE_MISMATCH: 'ticketPrice: ride/ticket-price',
  BOARDING_OVER: 'range10: ride/board-by/hi/high/range',
};

/** Tested below, each in its own way. */
const ELSEWHERE: readonly RefusalCode[] = ['CLEARING_ALREADY_DONE', 'PRICE_MISSING', 'RIDE_NOT_IN_CLEARING', 'BAND_ASSETS_MISMATCH'];

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

const casesOf = (code: RefusalCode): readonly RefusalCase[] => REFUSAL_CASES[code].filter(({ tx }) => tx.kind === 'clearing');

describe('a clearing that breaks a rule has no true trace', () => {
  for (const code of Object.keys(REFUSAL_CODES) as RefusalCode[]) {
    if (REFUSAL_CODES[code] !== 'circuit' || ELSEWHERE.includes(code)) continue;
    for (const refused of casesOf(code)) {
      it(`${code}: ${refused.title}`, () => {
        const expected = STOPPED_BY[`${code}: ${refused.title}`] ?? STOPPED_BY[code];
        expect(expected, `no entry for ${code}: ${refused.title}`).toBeDefined();
        expect(stopping(refused, code).names).toContain(expected);
      });
    }
  }

  it('ASSET_ZERO: a price of asset 0', () => {
    const [first, ...rest] = prices();
    const refused = clearingCase({ clearing: { prices: [{ ...first, asset: 0 }, first, ...rest] } });
    expect(stopping(refused, 'ASSET_ZERO').names).toContain('range14: price/ascending[1]/range');
  });

  it('ACCOUNT_NOT_OPEN: an order of nobody’s account', () => {
    const stranger = world.person(9);
    const state = writeSlot(world.settledWorld(), stranger.account, 0, { asset: world.USDC, nonce: 1, balance: 1_000_000n, filled: 0n });
    const fills = [world.fill(world.order({ ...stranger, keyVersion: 0 }, joinLeg), { ticket: world.TICKET, boarded: 20_000n })];
    expect(stopping(clearingCase({ state, clearing: { fills } }), 'ACCOUNT_NOT_OPEN').names).toContain('fill/signer-is-open');
  });

  it('BALANCE_OVERFLOW: a purchase into a full slot', () => {
    const full = { asset: world.SHARES, nonce: 1, balance: 2n ** 64n - 1n, filled: 0n };
    const refused = clearingCase({ state: writeSlot(world.settledWorld(), world.alice.account, joinLeg.buySlot, full) });
    expect(stopping(refused, 'BALANCE_OVERFLOW').names).toContain('credit/balance-grows/piece-2');
  });

  it('CLEARING_ALREADY_DONE: two clearings, and one flag to take', () => {
    const { state, tx, context } = clearingCase();
    skipped.add('CLEARING_ALREADY_DONE');
    const empty = emptyClearing().executed[0].transaction;
    const witness = witnessOf(state, [empty, tx], context);
    expect(witness.executed).toHaveLength(2);
    expect(failureNames(fill(witness))).toEqual(['clearing: clearing/take-flag', 'clearing: publicValues/give-clearing']);
  });
});

/** The witness with another receipt for its clearing: what a prover writes who makes up rows or leaves them out. */
function withReceipt(witness: BatchWitness, change: (receipt: ClearingReceipt) => ClearingReceipt): BatchWitness {
  const executed = witness.executed.map((entry) =>
    entry.receipt.kind === 'clearing' ? { ...entry, receipt: change(entry.receipt) as never } : entry,
  );
  return { ...witness, executed };
}

const falsified = (change: (receipt: ClearingReceipt) => ClearingReceipt): readonly string[] =>
  failureNames(fill(withReceipt(variedClearing(), change), { strict: false }));

describe('rows left out of a true clearing are missed', () => {
  it('PRICE_MISSING: the price of a ticket', () => {
    const names = falsified((receipt) => ({ ...receipt, pots: receipt.pots.filter(({ row }) => row.asset !== world.TICKET) }));
    // Its pot comes out even, so bus `pot` does not miss the row: the ride does.
    expect(names).toEqual(['ticketPrice: ride/ticket-price']);
  });

  it('PRICE_MISSING: the price of what is sold and bought', () => {
    const names = falsified((receipt) => ({ ...receipt, pots: receipt.pots.filter(({ row }) => row.asset !== world.SHARES) }));
    expect(names).toEqual(expect.arrayContaining(['price: fill/sell-price', 'price: fill/buy-price']));
  });

  it('RIDE_NOT_IN_CLEARING: a ride that has boarded', () => {
    const names = falsified((receipt) => ({ ...receipt, rides: receipt.rides.filter(({ row }) => row.ticket !== world.TICKET) }));
    expect(names).toEqual(expect.arrayContaining(['rideTerms: fill/ride-terms', 'word: words/give-word']));
  });

  it('RIDE_NOT_IN_CLEARING: a ride whose row says that it does not board', () => {
    const names = falsified((receipt) => ({
      ...receipt,
      rides: receipt.rides.map((ride) => ({ ...ride, row: { ...ride.row, board: false } })),
    }));
    expect(names).toEqual(expect.arrayContaining(['ride/terms-only-while-boarding', 'ride/no-net-without-boarding']));
  });

  it('a fill: the clearing’s ticks have a gap, its message and its slots no taker', () => {
    const names = falsified((receipt) => ({ ...receipt, fills: receipt.fills.slice(0, -1) }));
    expect(names).toEqual(expect.arrayContaining(['tick: ticks/give', 'slot: slotLeaf/end']));
  });

  it('an order of the fills that is not theirs: two ticks are swapped', () => {
    const witness = variedClearing();
    const executed = witness.executed.map((entry) => {
      if (entry.receipt.kind !== 'clearing') return entry;
      const [first, second, ...rest] = entry.steps;
      return { ...entry, steps: [{ ...first, tick: second.tick }, { ...second, tick: first.tick }, ...rest] };
    });
    expect(failureNames(fill({ ...witness, executed }))).toContain('stage: fill/after-previous');
  });

  it('all of it, with the flag set', () => {
    const witness = variedClearing();
    const names = failureNames(fill({ ...witness, executed: witness.executed.filter(({ receipt }) => receipt.kind !== 'clearing') }));
    expect(names).toContain('clearing: publicValues/give-clearing');
  });

  it('a net that is not what people took and gave leaves the ticket’s pot uneven', () => {
    const names = falsified((receipt) => ({
      ...receipt,
      rides: receipt.rides.map((ride) => (ride.row.ticket === world.TICKET ? { ...ride, net: ride.net + 1n } : ride)),
      pots: receipt.pots.map((pot) => (pot.row.asset === world.TICKET ? { ...pot, remainder: 1n } : pot)),
    }));
    expect(names).toContain('price/ticket-pot-is-even');
  });
});

/** Rules that hang on constraints alone: take them away and the false clearing has a true trace. */
const ALONE: readonly (readonly [RefusalCode, number])[] = [
  ['INSUFFICIENT_BALANCE', 0],
  ['PRICE_ZERO', 0],
  ['BOUGHT_NOT_FLOOR', 0],
  ['BOUGHT_NOT_FLOOR', 1],
  ['BOUGHT_NOT_FLOOR', 2],
  ['BOUGHT_ZERO', 0],
  ['FILL_EMPTY', 0],
  ['FILL_EMPTY', 1],
  ['LIMIT_NOT_MET', 0],
  ['FEE_TOO_HIGH', 0],
  ['OVERFILLED', 0],
  ['OVERFILLED', 1],
  ['BELOW_MIN_FILL', 0],
  ['RIDE_WORST_PRICE', 0],
  ['FILL_EMPTY', 4],
  ['OUTSIDE_BAND', 0],
  ['OUTSIDE_BAND', 1],
  ['OUTSIDE_BAND', 2],
  ['RIDE_OUTSIDE_BAND', 0],
  ['RIDE_OUTSIDE_BAND', 1],
];

describe('without the constraint that stops it, a false clearing is accepted', () => {
  for (const [code, index] of ALONE) {
    const refused = casesOf(code)[index];
    it(`${code}: ${refused.title}`, () => {
      const { filled, names } = stopping(refused, code);
      expect(names.filter((name) => name.includes(': '))).toEqual([]);
      const air = names.reduce((mutant, name) => {
        const [chip] = name.split('/');
        return without(mutant, chip, name.slice(chip.length + 1));
      }, weirAir);
      expect(failureNames(filled, air)).toEqual([]);
    });
  }
});
