/**
 * A state planted into the real contracts of a development chain: roots and books are written into their storage, as if batches had
 * settled it. For what is about thousands of accounts or about hostile paths, where a proof of how the state came about proves nothing more.
 */
import { weirAbi } from '@weir/abi/weir';
import { compressMany } from '@weir/crypto/compressKernel';
import { invariant } from '@weir/foundation/assert';
import { hashState } from '@weir/protocol/state/hashState';
import { type State, totals } from '@weir/protocol/state/state';
import { type Rebuilt, rollupRootOf, validiumRootOf } from '@weir/sdk/rebuild/stateFile';
import { type Abi, encodeAbiParameters, type Hex, keccak256, pad, toHex } from 'viem';
import type { Chain } from './devnet/chain.ts';

/** Storage slots are looked for up to here. */
const SLOTS = 64;

const word = (value: bigint | number): Hex => pad(toHex(value), { size: 32 });

/** The slot in which a value shows up as `view` when it is written there; every try is undone. */
async function findSlot(chain: Chain, core: Hex, at: (slot: number) => Hex, probe: Hex, isThere: () => Promise<boolean>): Promise<Hex> {
  for (let slot = 0; slot < SLOTS; slot++) {
    const place = at(slot);
    const before = (await chain.publicClient.getStorageAt({ address: core, slot: place })) ?? word(0);
    await chain.test.setStorageAt({ address: core, index: place, value: probe });
    const found = await isThere().catch(() => false);
    await chain.test.setStorageAt({ address: core, index: place, value: pad(before, { size: 32 }) });
    if (found) return place;
  }
  throw new Error('the core keeps this somewhere else');
}

/**
 * Makes `state` the core's last one. Whoever calls has given the core the tokens that it now owes. Σ balances of each asset become the
 * books' L2 total; what is pooled and owed stays.
 */
export async function plantState(chain: Chain, core: Hex, state: State): Promise<Rebuilt> {
  hashState(state, compressMany);
  const read = <T>(functionName: string, args: readonly unknown[] = []) => chain.read<T>(core, weirAbi as Abi, functionName, args);
  const probe = keccak256('0x77656972');
  for (const [name, root] of [
    ['rollupRoot', rollupRootOf(state)],
    ['validiumRoot', validiumRootOf(state)],
  ] as const) {
    const slot = await findSlot(
      chain,
      core,
      (index) => word(index),
      probe,
      async () => (await read<Hex>(name)) === probe,
    );
    await chain.test.setStorageAt({ address: core, index: slot, value: root });
  }
  const mapped = (asset: number) => (slot: number) =>
    keccak256(encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [BigInt(asset), BigInt(slot)]));
  for (const [asset, total] of totals(state)) {
    const books = () => read<{ l2Total: bigint; pooled: bigint; owed: bigint }>('books', [BigInt(asset)]);
    const { pooled, owed } = await books();
    const slot = await findSlot(chain, core, mapped(asset), word(0x77656972n), async () => (await books()).l2Total === 0x77656972n);
    await chain.test.setStorageAt({ address: core, index: slot, value: word(total + (pooled << 64n) + (owed << 160n)) });
    invariant((await books()).l2Total === total && (await books()).owed === owed, 'books are laid out as planted');
  }
  const chainId = await chain.publicClient.getChainId();
  return {
    chainId,
    core,
    batchNumber: 0,
    block: 0n,
    rollupRoot: rollupRootOf(state),
    validiumRoot: validiumRootOf(state),
    validiumMissingFrom: null,
    state,
  };
}
