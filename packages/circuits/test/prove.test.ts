import { decodeStatement } from '@weir/protocol/statement/statement';
import { createKernelBackend } from '@weir/stark/kernels/backend';
import { TEST_PROFILE } from '@weir/stark/profile';
import { describe, expect, it } from 'vitest';
import { proveBatch, verifyBatch } from '../src/prove.ts';
import { fillTraces, fillTracesBeside } from '../src/weirAir.ts';
import { instance, smallBatch, witnessOf, world } from './support/world.ts';

const profile = TEST_PROFILE;

describe('a batch’s proof', async () => {
  const backend = await createKernelBackend();
  const started = performance.now();
  const { proof, statement: bytes } = await proveBatch(smallBatch(), { profile, backend, check: true });
  if (process.env.WEIR_MEASURE) console.log(`${proof.length} bytes in ${Math.round(performance.now() - started)} ms`);
  const statement = decodeStatement(bytes);

  it('is accepted for its statement and instance', () => {
    expect(verifyBatch({ instance, statement, proof, profile })).toEqual({ accepted: true });
  });

  it.each([1, 2])('has the same traces when signatures are done on %i thread(s)', async (threads) => {
    const { kernels, close } = await createKernelBackend({ threads });
    const used = kernels.heap.usedBytes;
    expect(await fillTracesBeside(kernels, smallBatch())).toEqual(fillTraces(smallBatch()));
    expect(kernels.heap.usedBytes).toBe(used);
    await close();
  });

  it('has the same traces when the binding comes late, and none when it does not come', async () => {
    const { kernels, close } = await createKernelBackend({ threads: 2 });
    const { binding, ...rest } = smallBatch();
    const late = new Promise<typeof binding>((resolve) => setTimeout(() => resolve(binding), 50));
    expect(await fillTracesBeside(kernels, { ...rest, binding: late })).toEqual(fillTraces(smallBatch()));
    const never = fillTracesBeside(kernels, { ...rest, binding: Promise.reject(new Error('no commitment')) });
    await expect(never).rejects.toThrow('no commitment');
    await close();
  });

  it('is refused for another instance', () => {
    const other = instance.map((byte, i) => (i === 31 ? byte ^ 1 : byte));
    expect(verifyBatch({ instance: other, statement, proof, profile })).toMatchObject({ accepted: false });
  });

  it('is refused for another statement', () => {
    const other = witnessOf(world.settledWorld(), [world.cancel(world.alice, 0, 1)]).statement;
    expect(verifyBatch({ instance, statement: other, proof, profile })).toMatchObject({ accepted: false });
  });

  it('is refused for another batch number', () => {
    const header = { ...statement.header, batchNumber: statement.header.batchNumber + 1 };
    expect(verifyBatch({ instance, statement: { ...statement, header }, proof, profile })).toMatchObject({ accepted: false });
  });
});
