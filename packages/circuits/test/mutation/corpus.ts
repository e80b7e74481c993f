/** The true batches that lies start from: together they have active rows of every chip and of every case that the chips distinguish. */

import { writeSlot } from '@weir/protocol/state/state';
import type { BatchWitness } from '../../src/trace/witness.ts';
import { BATCHES } from '../support/batches.ts';
import { plainClearing, randomClearing } from '../support/clearings.ts';
import { chipsAir, fill, witnessOf, world } from '../support/world.ts';
import { HonestBatch } from './liar.ts';
import { seeded } from './mutants.ts';
import { RowModel } from './rowModel.ts';

const RANDOM_CLEARINGS = 6;

function randomClearings(): BatchWitness[] {
  const random = seeded('clearings of every size of number');
  const out: BatchWitness[] = [];
  while (out.length < RANDOM_CLEARINGS) {
    const witness = randomClearing(random);
    if (witness) out.push(witness);
  }
  return out;
}

/** Prices of one limb, so that a product of limbs is felt by one step of a division alone. */
function steepClearings(): BatchWitness[] {
  const { alice, carol, USDC, WETH } = world;
  return [0n, 11n, 22n, 33n, 44n, 54n, 63n].map((shift) => {
    const price = 1n << shift;
    const amount = (1n << 60n) + 12_345n;
    const row = (asset: number) => ({ asset, price, feeAccount: carol.account, feeSlot: 12 });
    const sale = (who: world.Person, [sell, buy]: readonly [number, number]) =>
      world.fill(
        world.order(who, {
          sellSlot: 5,
          sellAsset: sell,
          sellNonce: 9,
          sellAmount: 2n * amount,
          buySlot: 4,
          buyAsset: buy,
          minBuyAmount: amount,
          maxFee: amount,
          minFill: 1n,
        }),
        { sold: amount, bought: amount, fee: 1n },
      );
    const state = [[alice, USDC] as const, [carol, WETH] as const].reduce(
      (before, [who, asset]) => writeSlot(before, who.account, 5, { asset, nonce: 8, balance: 3n * amount, filled: 0n }),
      world.settledWorld(),
    );
    return witnessOf(state, [
      {
        kind: 'clearing',
        prices: [row(USDC), row(WETH)].sort((a, b) => a.asset - b.asset),
        rides: [],
        fills: [sale(alice, [USDC, WETH]), sale(carol, [WETH, USDC])],
      },
    ]);
  });
}

export function corpus(): HonestBatch[] {
  const models = chipsAir.chips.map((chip) => new RowModel(chip));
  return [...BATCHES.map((batch) => batch()), plainClearing(), ...randomClearings(), ...steepClearings()].map((witness) => {
    const { traces, publicValues } = fill(witness);
    return new HonestBatch(chipsAir, models, traces, publicValues);
  });
}
