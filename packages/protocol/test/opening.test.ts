import { toHex } from '@weir/foundation/bytes';
import { describe, expect, it } from 'vitest';
import { SLOTS } from '../src/state/account.ts';
import { rootDigest } from '../src/state/merkle.ts';
import { accountOpening, slotsOpening } from '../src/state/opening.ts';
import { EMPTY_STATE, readAccount, readSlot, type State, stateRoots, treeOf, writeHeader, writeSlot } from '../src/state/state.ts';
import { digestBytes } from '../src/statement/header.ts';
import type { Address, OwnerKey } from '../src/types.ts';
import { expectVectorFile } from './vectorFile.ts';

const P = 0x7f000001;

/** mulberry32: the same states on every machine. */
function randomIntegers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const random = randomIntegers(20261121);
const wide = (): bigint => (random(4) === 0 ? 2n ** 64n - 1n : BigInt(random(2 ** 32)) * BigInt(random(2 ** 32)));
const element = (): number => (random(5) === 0 ? P - 1 : random(P));

function withAccount(state: State, account: number): State {
  const l1Owner = `0x${Array.from({ length: 40 }, () => random(16).toString(16)).join('')}` as Address;
  const ownerKey = Array.from({ length: 7 }, element) as unknown as OwnerKey;
  let out = writeHeader(state, account, { ownerKey, keyVersion: 1 + random(2 ** 30 - 1), l1Owner });
  for (let slot = 0; slot < SLOTS; slot++)
    if (random(3) !== 0)
      out = writeSlot(out, account, slot, {
        asset: random(4) === 0 ? 2 ** 30 - 1 : random(2 ** 30),
        nonce: random(4) === 0 ? 2 ** 30 - 1 : random(2 ** 30),
        balance: wide(),
        filled: wide(),
      });
  return out;
}

const accounts = [0, 1, 2, 3, 2 ** 26 - 1, 12_345_678, 2 ** 26, 2 ** 26 + 1, 2 ** 27 - 1];
const masks = [0xffff, 1, 0x8000, 0x0100, 0x8001, 0x0f0f, 0x5555, 0xfffe, 0x0021];

describe('openings', () => {
  const state = accounts.reduce(withAccount, EMPTY_STATE);

  it('match the vectors', () => {
    const roots = stateRoots(state);
    expectVectorFile('state-openings.json', {
      name: 'Accounts and slots opened against a state root: contracts/src/interfaces/IStateProof.sol',
      openings: accounts.map((account, i) => {
        const { header, slots } = readAccount(state, account);
        const mask = masks[i];
        const masked = Array.from({ length: SLOTS }, (_, slot) => slot).filter((slot) => (mask >> slot) % 2 === 1);
        return {
          account,
          root: toHex(digestBytes(treeOf(account) === 0 ? roots.rollup : roots.validium)),
          header: toHex(accountOpening(state, account)),
          slots: toHex(slotsOpening(state, account, mask)),
          mask,
          slotsRoot: toHex(digestBytes(rootDigest(slots))),
          l1Owner: header.l1Owner,
          keyVersion: header.keyVersion,
          assets: masked.map((slot) => readSlot(state, account, slot).asset),
          balances: masked.map((slot) => readSlot(state, account, slot).balance),
        };
      }),
    });
  });

  it('have no sibling when all slots are given, and four for one', () => {
    expect(slotsOpening(state, 1, 0xffff).length).toBe(2 + 16 * 24);
    expect(slotsOpening(state, 1, 0x10).length).toBe(2 + 24 + 4 * 32);
    expect(accountOpening(state, 1).length).toBe(84 + 26 * 32);
  });
});
