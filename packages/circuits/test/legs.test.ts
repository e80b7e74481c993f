/** Orders of several legs and price bands: what each structural constraint alone stops, and what the buses miss. */
import { legDigest, messageDigest, orderElements } from '@weir/protocol/messages';
import { signElements } from '@weir/protocol/signature';
import { buildStatement } from '@weir/protocol/statement/statement';
import { applyBatch } from '@weir/protocol/transactions/applyBatch';
import type { ClearingReceipt, Effect, Fill, OrderLeg, Reference } from '@weir/protocol/types';
import { newTrace } from '@weir/stark/air/builder';
import { createKernelBackend } from '@weir/stark/kernels/backend';
import { TEST_PROFILE } from '@weir/stark/profile';
import { describe, expect, it } from 'vitest';
import { FEED } from '../../protocol/test/refusalCases.ts';
import { BAND_STEPS } from '../src/chips/band/identities.ts';
import { referenceChip } from '../src/chips/reference/air.ts';
import { proveBatch, verifyBatch } from '../src/prove.ts';
import { limbs } from '../src/trace/cells.ts';
import type { BandCall, Ledger } from '../src/trace/ledger.ts';
import { type BatchWitness, batchWitness } from '../src/trace/witness.ts';
import { leggedCase, leggedClearing } from './support/clearings.ts';
import { cells, expectStoppedOnlyBy, fillWithLie, fillWithLies } from './support/lies.ts';
import { failureNames, fill, instance as instanceBytes, witnessOf, world } from './support/world.ts';

const { alice, bob, instance } = world;
const all = (name: string, length: number): string[] => Array.from({ length }, (_, i) => `${name}[${i}]`);
const steps = (name: string, count: number): string[] => Array.from({ length: count }, (_, k) => `${name}/step-${k}`);

/** Rows of the fills in `leggedClearing`. */
const ALICE_BOTH_PARTS = 0;
const ALICE_BOARDS = 1;
const BOB_SECOND_LEG = 3;
const CAROL_BANDED = 5;
/** Bands in it: Alice's sale and Carol's. Rows of the references: two, then padding. */
const ALICE_BAND = 0;
const CAROL_BAND = 5;
const PADDING = 2;

/**
 * The clearing with another leg in one fill than its owner has signed: what is signed are `signed` elements. The executor is told that all
 * signatures are valid.
 */
function unsignedLeg(row: number, change: (fill: Fill) => Fill, signed: (fill: Fill) => readonly number[], secret: bigint): BatchWitness {
  const { state, tx, within } = leggedCase();
  const fills = tx.fills.map((one, i) => (i === row ? change(one) : one));
  const elements = signed(tx.fills[row]);
  const witness = witnessOf(state, [{ ...tx, fills }], { ...within, verifySignature: () => true });
  expect(witness.executed).toHaveLength(1);
  return withReceipt(witness, (receipt) => ({
    ...receipt,
    signatures: receipt.signatures.map((one, i) =>
      i === row ? { ...one, elements, digest: messageDigest(elements), signature: signElements(secret, elements) } : one,
    ),
  }));
}

function withReceipt(witness: BatchWitness, change: (receipt: ClearingReceipt) => ClearingReceipt): BatchWitness {
  const executed = witness.executed.map((entry) => ({ ...entry, receipt: change(entry.receipt as ClearingReceipt) as never }));
  return { ...witness, executed };
}

const withLeg = (fill: Fill, changes: Partial<OrderLeg>): Fill => ({
  ...fill,
  order: { ...fill.order, legs: fill.order.legs.map((leg, i) => (i === fill.leg ? { ...leg, ...changes } : leg)) },
});

describe('an order of several legs', () => {
  it('is filled over its legs and proven', async () => {
    const witness = leggedClearing();
    const { proof } = await proveBatch(witness, { profile: TEST_PROFILE, backend: await createKernelBackend(), check: true });
    expect(verifyBatch({ instance: instanceBytes, statement: witness.statement, proof, profile: TEST_PROFILE })).toEqual({
      accepted: true,
    });
  });

  it('orderLegs/leg-is-signed: a leg without the limit that was signed', () => {
    const signed = (fill: Fill) => orderElements(instance, withLeg(fill, { minBuyAmount: 2n ** 64n - 1n }).order);
    const witness = unsignedLeg(BOB_SECOND_LEG, (fill) => fill, signed, bob.secret);
    expectStoppedOnlyBy(fill(witness), 'orderLegs', all('leg-is-signed', 8));
  });

  it('orderLegs/two-legs-have-no-third: the third of two legs, where a message is filled up', () => {
    const [of] = leggedCase().tx.fills;
    const other = { ...of.order.legs[1], maxFee: 7n };
    const digest = legDigest(other);
    const signed = (one: Fill) => [...orderElements(instance, one.order), digest[0], digest[1]];
    const witness = withReceipt(
      unsignedLeg(ALICE_BOTH_PARTS, (one) => withLeg(one, other), signed, alice.secret),
      (receipt) => ({
        ...receipt,
        fills: receipt.fills.map((one, i) => (i === ALICE_BOTH_PARTS ? { ...one, fill: { ...one.fill, leg: 2 } } : one)),
      }),
    );
    const filled = fillWithLie(witness, 'orderLegs', (traces) => {
      const orderLegs = cells(traces, 'orderLegs');
      digest.forEach((element, i) => {
        orderLegs.set(`thirdDigest[${i}]`, 0, element);
      });
    });
    expectStoppedOnlyBy(filled, 'orderLegs', all('two-legs-have-no-third', 8));
  });

  it('cannot say that it has one leg, nor one leg that it has several', () => {
    for (const [row, several] of [
      [BOB_SECOND_LEG, 0],
      [CAROL_BANDED, 1],
    ]) {
      const filled = fill(leggedClearing());
      cells(filled.traces, 'fill').set('several', row, several);
      expect(failureNames(filled)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^message: /), expect.stringMatching(/^orderLeg: /)]),
      );
    }
  });

  it('is one leg per fill: another one of its legs, or a digest from elsewhere, is not the fill’s', () => {
    const filled = fill(leggedClearing());
    const orderLegs = cells(filled.traces, 'orderLegs');
    // Bob's second leg says that it is his first.
    orderLegs.set('first', 2, 1);
    orderLegs.set('second', 2, 0);
    expect(failureNames(filled)).toEqual(all('leg-is-signed', 8).map((name) => `orderLegs/${name}`));
  });
});

describe('a price band', () => {
  const drop = (ledger: Ledger, at: number): void => {
    (ledger.bands as unknown[]).splice(at, 1);
  };

  it('fill/banded-sale-is-in-band: a banded fill that is held to nothing', () => {
    const filled = fillWithLie(leggedClearing(), 'fill', (traces, ledger) => {
      cells(traces, 'fill').set('sellsInBand', ALICE_BOTH_PARTS, 0);
      drop(ledger, 0);
    });
    expectStoppedOnlyBy(filled, 'fill', ['banded-sale-is-in-band']);
  });

  it('fill/banded-boarding-is-in-band: a banded fill whose ride is held to nothing', () => {
    const filled = fillWithLie(leggedClearing(), 'fill', (traces, ledger) => {
      cells(traces, 'fill').set('boardsInBand', ALICE_BOARDS, 0);
      drop(ledger, 2);
    });
    expectStoppedOnlyBy(filled, 'fill', ['banded-boarding-is-in-band']);
  });

  for (const [constraint, column, count] of [
    ['worth-of-bought', 'bought', 6],
    ['least-for-sold', 'sold', 6],
  ] as const) {
    it(`band/${constraint}: other numbers than those of the fill`, () => {
      let honest: readonly number[] = [];
      const filled = fillWithLies(leggedClearing(), {
        fill(_, ledger) {
          const [call] = ledger.bands;
          honest = limbs(call[column]);
          (ledger.bands as unknown[])[0] = { ...call, [column]: column === 'bought' ? 2n ** 60n : 1n };
        },
        band(traces) {
          honest.forEach((limb, i) => {
            cells(traces, 'band').set(`${column}[${i}]`, 0, limb);
          });
        },
      });
      expectStoppedOnlyBy(filled, 'band', steps(constraint, count));
    });
  }

  /** The statement names another reference than the fills were held to. */
  function withReference(change: (effect: Effect & { kind: 'reference' }) => object): BatchWitness {
    const { state, tx, within } = leggedCase();
    const batch = applyBatch(state, [tx], within);
    const effects = batch.effects.map((effect) => (effect.kind === 'reference' ? ({ ...effect, ...change(effect) } as Effect) : effect));
    return batchWitness(
      { ...batch, effects, statement: buildStatement(batch.statement.header, effects, batch.diffs) },
      within,
      instanceBytes,
    );
  }

  for (const [what, change] of [
    ['another price', ({ num }) => ({ num: num + 1n })],
    ['another asset', () => ({ outAsset: world.WETH })],
    ['the other way round', ({ num, den }) => ({ num: den, den: num })],
    ['another feed', ({ feed }) => ({ feed: feed - 1 })],
  ] satisfies readonly (readonly [string, (effect: Effect & { kind: 'reference' }) => object])[]) {
    it(`is measured against what is stated: ${what}`, () => {
      expect(failureNames(fill(withReference(change)))).toContain('reference: band/price');
    });
  }

  /** In every row of the feed's. */
  const measuredBy = (ledger: Ledger, { feed, inAsset, num, den }: Reference): void => {
    const calls = ledger.bands as BandCall[];
    calls.forEach((call, i) => {
      if (call.band.reference === feed) calls[i] = { ...call, rate: call.sellAsset === inAsset ? { num, den } : { num: den, den: num } };
    });
  };

  it('band/within-band: a fill that got less than its band leaves', () => {
    // L1's price is a tenth of what it was when the batch was executed.
    const witness = withReference(({ feed, num }) => (feed === FEED ? { num: num / 10n } : {}));
    const stated = witness.statement.effects.find((effect) => effect.kind === 'reference' && effect.feed === FEED) as Reference & Effect;
    const filled = fillWithLie(witness, 'fill', (_, ledger) => measuredBy(ledger, stated));
    expectStoppedOnlyBy(filled, 'band', steps('within-band', BAND_STEPS.length));
  });

  for (const [column, row] of [
    ['forward', ALICE_BAND],
    ['backward', CAROL_BAND],
  ] as const) {
    it(`reference/padding-is-no-price-${column}: a price that no statement has`, () => {
      // Better for whoever has to keep the band.
      const other = { num: 2_000n, den: 1_000n };
      const [num, den] = column === 'forward' ? [other.num, other.den] : [other.den, other.num];
      const filled = fillWithLies(leggedClearing(), {
        fill(_, ledger) {
          const calls = ledger.bands as BandCall[];
          calls[row] = { ...calls[row], rate: other };
        },
        reference(traces, ledger) {
          const at = traces.length - 1;
          const taller = newTrace(referenceChip, 2);
          taller.columns.forEach((values, i) => {
            values.set(traces[at].columns[i]);
          });
          traces[at] = taller;
          const reference = cells(traces, 'reference');
          const { band, sellAsset, buyAsset } = ledger.bands[row];
          const honest = [0, 1].find((i) => reference.get('feed', i) === band.reference) as number;
          reference.set(column, honest, reference.get(column, honest) - 1);
          const [inAsset, outAsset] = column === 'forward' ? [sellAsset, buyAsset] : [buyAsset, sellAsset];
          const price = { feed: band.reference, inLow: inAsset, outLow: outAsset, [column]: 1 };
          for (const [name, value] of Object.entries(price)) reference.set(name, PADDING, value);
          for (const [name, value] of Object.entries({ num, den }))
            limbs(value).forEach((limb, i) => {
              reference.set(`${name}[${i}]`, PADDING, limb);
            });
        },
      });
      // The union says the same of every column that counts.
      expectStoppedOnlyBy(filled, 'reference', [`padding-is-no-price-${column}`, `${column}-rests`]);
    });
  }

  it('has one reading: another feed with another width is not the signed element’s', () => {
    const filled = fill(leggedClearing());
    const band = cells(filled.traces, 'band');
    band.set('feed', 0, band.get('feed', 0) - 2 ** 16 + 0x7f000001);
    band.set('bps', 0, band.get('bps', 0) + 1);
    expect(failureNames(filled)).toContain('range16: band/feed/range');
  });
});
