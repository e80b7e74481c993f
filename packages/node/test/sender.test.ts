import { blobsFromWords } from '@weir/protocol/statement/blobs';
import { type Chain, createPublicClient, createTestClient, defineChain, type Hex, http, type PublicClient, type TestClient } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KzgThread } from '../src/da/kzg.ts';
import type { L1 } from '../src/l1/client.ts';
import { type Anvil, startAnvil } from '../src/l1/embeddedL1.ts';
import { type AttemptOptions, sendAttempt, stateOf } from '../src/l1/sender.ts';
import type { SettleAttempt } from '../src/storage/schema.ts';

const account = privateKeyToAccount('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80');

describe('settle transactions', () => {
  let anvil: Anvil;
  let client: PublicClient;
  let test: TestClient;
  let l1: L1;
  const kzg = new KzgThread();
  const written: SettleAttempt[] = [];
  beforeAll(async () => {
    anvil = await startAnvil();
    const chain: Chain = defineChain({
      id: 31_337,
      name: 'test',
      nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
      rpcUrls: { default: { http: [anvil.rpcUrl] } },
    });
    client = createPublicClient({ chain, transport: http(anvil.rpcUrl), cacheTime: 0, pollingInterval: 20 }) as PublicClient;
    test = createTestClient({ chain, transport: http(anvil.rpcUrl), mode: 'anvil' });
    l1 = { client, account, chainId: 31_337, exclusive: <T>(work: () => Promise<T>) => work() } as unknown as L1;
    await test.setAutomine(false);
  });
  afterAll(async () => {
    await kzg.close();
    await anvil.stop();
  });

  async function sidecars() {
    const [blob] = blobsFromWords([1n, 2n]);
    const commitment = await kzg.commit(blob);
    return [{ blob, commitment, proofs: await kzg.prove(blob, commitment, 'blob') }];
  }
  const send = (before: readonly SettleAttempt[], more: Partial<AttemptOptions> = {}, through = l1) =>
    sendAttempt(through, {
      ...{ to: account.address, data: '0x', gas: 100_000n, sidecars: [], sidecarForm: 'blob', before, isStuck: before.length > 0 },
      record: (attempt) => {
        written.push(attempt);
        return Promise.resolve();
      },
      ...more,
    });
  const stateWith = (attempts: readonly SettleAttempt[]) => stateOf(l1, { l1Transaction: null, attempts });

  it.each([
    ['without blobs', false, 113n],
    ['with blobs', true, 200n],
  ] as const)('%s: one that is stuck is replaced under its nonce by one that offers enough more', async (_, hasBlobs, percent) => {
    const carried = hasBlobs ? { sidecars: await sidecars() } : {};
    const first = (await send([], carried))!;
    expect(written.at(-1)).toEqual(first);
    expect(await stateWith([first])).toBe('waiting');
    const second = (await send([first], carried))!;
    expect(second.nonce).toBe(first.nonce);
    expect(BigInt(second.maxFeePerGas)).toBeGreaterThan((BigInt(first.maxFeePerGas) * percent) / 100n);
    expect(BigInt(second.maxPriorityFeePerGas)).toBeGreaterThan((BigInt(first.maxPriorityFeePerGas) * percent) / 100n);
    if (hasBlobs) expect(BigInt(second.maxFeePerBlobGas!)).toBeGreaterThan((BigInt(first.maxFeePerBlobGas!) * percent) / 100n);
    else expect(second.maxFeePerBlobGas).toBeNull();
    expect(await test.getTxpoolStatus()).toMatchObject({ pending: 1, queued: 0 });
    await test.mine({ blocks: 1 });
    const receipt = await client.getTransactionReceipt({ hash: second.hash });
    expect([receipt.status, receipt.blobGasUsed ?? 0n]).toEqual(['success', hasBlobs ? 131_072n : 0n]);
    expect(await stateWith([first, second])).toBe('mined');
    expect(await stateWith([first])).toBe('nowhere');
  });

  it('takes a transaction that the node holds already as sent, and no other refusal', async () => {
    const twice = { ...l1, client: { ...client, request: sendTwice } } as unknown as L1;
    async function sendTwice(call: { readonly method: 'eth_sendRawTransaction'; readonly params: [Hex] }): Promise<Hex> {
      await client.request(call);
      return client.request(call);
    }
    const first = (await send([], {}, twice))!;
    expect(await stateWith([first])).toBe('waiting');
    await test.mine({ blocks: 1 });
    expect(await stateWith([first])).toBe('mined');
    await expect(send([], { gas: 1n })).rejects.toThrow(/gas/i);
    expect(await stateWith([written.at(-1)!])).toBe('nowhere');
  });

  it('does not outbid itself without end', async () => {
    const first = (await send([]))!;
    const greedy = { ...first, maxFeePerGas: `${BigInt(first.maxFeePerGas) * 30n}` };
    expect(await send([greedy])).toBeUndefined();
    expect(await test.getTxpoolStatus()).toMatchObject({ pending: 1 });
    await test.dropTransaction({ hash: first.hash });
    expect(await stateWith([first])).toBe('nowhere');
    // What was dropped is sent again under its nonce: if it comes back, only one of them can be mined.
    const again = (await send([first], { isStuck: false }))!;
    expect(again.nonce).toBe(first.nonce);
    await test.mine({ blocks: 1 });
  });
});
