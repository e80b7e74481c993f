import { describe, expect, it } from 'vitest';
import { blobsPay, blobsTooDear, chooseCarrier } from '../src/da/volition.ts';

const gwei = 10n ** 9n;
const diffs = (words: number) => Uint8Array.from({ length: 31 * words }, (_, i) => (i % 3 === 0 ? 0 : 7));

describe('volition', () => {
  it('takes what is cheaper, and says why with numbers', () => {
    const cheap = chooseCarrier({ diffs: diffs(700), fitsCalldata: true, prices: { gas: 10n * gwei, blobGas: 1n } });
    expect(cheap.carrier).toBe('blobs');
    expect(cheap.reason).toBe(
      '700 words in blobs: 1 blob 0.000620 ETH (1.00e-9 gwei per blob gas, openings at 10.0 gwei) < calldata 0.00351 ETH (10.0 gwei per gas)',
    );
    const dear = chooseCarrier({ diffs: diffs(700), fitsCalldata: true, prices: { gas: 10n * gwei, blobGas: 50n * gwei } });
    expect(dear.carrier).toBe('calldata');
    expect(BigInt(dear.calldataCost ?? 0)).toBeLessThan(BigInt(dear.blobCost ?? 0));
    expect(dear.reason).toContain('0.00351 ETH');
  });

  it('does not open a blob for a few words', () => {
    expect(chooseCarrier({ diffs: diffs(20), fitsCalldata: true, prices: { gas: 10n * gwei, blobGas: 1n } }).carrier).toBe('calldata');
  });

  it('takes what is possible', () => {
    const prices = { gas: gwei, blobGas: 1000n * gwei };
    expect(chooseCarrier({ diffs: diffs(8_300), fitsCalldata: false, prices })).toMatchObject({ carrier: 'blobs', calldataCost: null });
    const none = chooseCarrier({ diffs: diffs(700), fitsCalldata: true, prices: { gas: gwei, blobGas: undefined } });
    expect([none.carrier, none.reason, none.blobCost]).toEqual(['calldata', '700 words in calldata: this chain takes no blobs', null]);
    expect(chooseCarrier({ diffs: diffs(0), fitsCalldata: true, prices }).reason).toBe('0 words in calldata: nothing to publish');
  });

  it('composes for blobs only while a full one is worth it, and gives up on them only when they are far from it', () => {
    expect(blobsPay({ gas: gwei, blobGas: undefined })).toBe(false);
    expect(blobsPay({ gas: gwei, blobGas: gwei })).toBe(true);
    expect(blobsPay({ gas: gwei, blobGas: 20n * gwei })).toBe(false);
    expect(blobsTooDear(1, 4_000, { gas: gwei, blobGas: 20n * gwei })).toBe(false);
    expect(blobsTooDear(1, 4_000, { gas: gwei, blobGas: 1_000n * gwei })).toBe(true);
  });
});
