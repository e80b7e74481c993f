/** The batch that is measured: signed orders of different people with random amounts, which board one ride in one clearing. */
import { orderElements } from '@weir/protocol/messages';
import { signElements } from '@weir/protocol/signature';
import type { Clearing, OrderMessage, Ride } from '@weir/protocol/types';

export interface Person {
  readonly account: number;
  readonly secret: bigint;
  readonly amount: bigint;
}

/** Deterministic, so that two runs prove the same batch (splitmix64). */
export function randomAmounts(count: number): bigint[] {
  let state = 0x5765_6972n;
  return Array.from({ length: count }, () => {
    state = (state + 0x9e37_79b9_7f4a_7c15n) & 0xffff_ffff_ffff_ffffn;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58_476d_1ce4_e5b9n) & 0xffff_ffff_ffff_ffffn;
    z = ((z ^ (z >> 27n)) * 0x94d0_49bb_1331_11ebn) & 0xffff_ffff_ffff_ffffn;
    return 10_000_000n + ((z ^ (z >> 31n)) % 5_000_000_000n);
  });
}

/** One clearing in which everybody boards the same ride. */
export function clearingOf(people: readonly Person[], ride: Ride, limbs: readonly number[], until: number): Clearing {
  const { ticket, inAsset, outAsset, worstIn, worstOut, settleBy } = ride.terms;
  const fills = people.map(({ account, secret, amount }) => {
    const order: OrderMessage = {
      account,
      keyVersion: 1,
      until,
      legs: [
        {
          sellSlot: 0,
          sellAsset: inAsset,
          // Taking the deposit opened the slot, which raised its nonce.
          sellNonce: 1,
          sellAmount: amount,
          buySlot: 1,
          buyAsset: outAsset,
          minBuyAmount: (amount * worstOut) / worstIn,
          maxFee: 0n,
          minFill: 0n,
          ticketSlot: 2,
          ticketsUntil: settleBy,
          band: { reference: 0, bps: 0 },
        },
      ],
    };
    return {
      order,
      signature: signElements(secret, orderElements(limbs, order)),
      leg: 0,
      sold: 0n,
      bought: 0n,
      fee: 0n,
      ticket,
      boarded: amount,
    };
  });
  const row = { price: 1n, feeAccount: 0, feeSlot: 15 };
  return {
    kind: 'clearing',
    prices: [
      { asset: inAsset, ...row },
      { asset: ticket, ...row },
    ],
    rides: [{ ticket, board: true, close: true }],
    fills,
  };
}
