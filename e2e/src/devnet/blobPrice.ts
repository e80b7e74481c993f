/**
 * The blob base fee of a development chain. A network reaches a price by how full its blocks have been (EIP-4844's `excessBlobGas`); here the newest
 * block, which is made empty for that, is told another past. From there on the chain's own rules go on: empty blocks make blobs cheaper.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Chain } from './chain.ts';

/** EIP-4844's BLOB_BASE_FEE_UPDATE_FRACTION since Prague: the price is e^(excess / fraction) wei. */
const UPDATE_FRACTION = 5_007_716;
const TOLERANCE = 0.02;
const ATTEMPTS = 4;

interface Dump {
  readonly best_block_number: string | number;
  readonly blocks: { header: { number: string; excessBlobGas: string } }[];
}

export const blobPrice = ({ publicClient }: Chain): Promise<bigint> => publicClient.getBlobBaseFee();

/** Sets the price to about this many wei per blob gas; returns what it is. */
export async function setBlobPrice(chain: Chain, wei: bigint): Promise<bigint> {
  let excess = Math.log(Number(wei)) * UPDATE_FRACTION;
  for (let attempt = 0; ; attempt++) {
    await setExcess(chain, Math.round(excess));
    const price = await blobPrice(chain);
    const short = Math.log(Number(wei) / Number(price));
    if (Math.abs(short) < TOLERANCE || attempt === ATTEMPTS) return price;
    // The block after it has made blobs cheaper again.
    excess += short * UPDATE_FRACTION;
  }
}

async function setExcess(chain: Chain, excess: number): Promise<void> {
  const request = <T>(method: string, params: unknown[] = []) => chain.publicClient.request({ method, params } as never) as Promise<T>;
  await chain.test.mine({ blocks: 1 });
  const dumped = await request<string>('anvil_dumpState');
  const dump = JSON.parse(gunzipSync(Buffer.from(dumped.slice(2), 'hex')).toString()) as Dump;
  const newest = dump.blocks.reduce((a, b) => (BigInt(b.header.number) > BigInt(a.header.number) ? b : a));
  newest.header.excessBlobGas = `0x${excess.toString(16)}`;
  // Only that block: what is loaded is added to what is there.
  const changed = { ...dump, accounts: {}, blocks: [newest], transactions: [], historical_states: null };
  await request('anvil_loadState', [`0x${gzipSync(Buffer.from(JSON.stringify(changed))).toString('hex')}`]);
  await chain.test.mine({ blocks: 1 });
}

/** Empty blocks until the price is at most this. */
export async function mineUntilBlobsCost(chain: Chain, wei: bigint): Promise<{ readonly price: bigint; readonly blocks: number }> {
  const STEP = 8;
  for (let blocks = 0; blocks <= 2_000; blocks += STEP) {
    const price = await blobPrice(chain);
    if (price <= wei) return { price, blocks };
    await chain.test.mine({ blocks: STEP });
  }
  throw new Error(`blobs still cost ${await blobPrice(chain)} wei per gas`);
}
