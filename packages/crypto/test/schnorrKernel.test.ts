import { bigintToBytes, fromHex } from '@weir/foundation/bytes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vector from '../../../vectors/schnorr.json' with { type: 'json' };
import { liftX, multiply, multiplyGenerator, ORDER } from '../src/curve.ts';
import { P } from '../src/field.ts';
import { Kernels } from '../src/kernels.ts';
import { challenge, hashMessage } from '../src/poseidon.ts';
import { decodeSignature, publicKey, secretKeyFromSeed, sign, verify } from '../src/schnorr.ts';
import type { SignedDigest } from '../src/schnorrKernel.ts';
import { verifySchnorr, verifySchnorrBatch } from '../src/schnorrKernel.ts';

const secret = secretKeyFromSeed(new Uint8Array(32).fill(9));
const key = publicKey(secret);
const digest = hashMessage([2, 4, 6]);
const signature = sign(secret, digest);

const encode = (x: readonly number[], s: bigint): Uint8Array => {
  const out = new Uint8Array(56);
  const view = new DataView(out.buffer);
  for (const [i, word] of x.entries()) view.setUint32(4 * i, word);
  out.set(bigintToBytes(s, 28), 28);
  return out;
};

describe('schnorr kernel', () => {
  it('accepts the published vectors and both lifts', () => {
    for (const entry of vector.signatures) expect(verifySchnorr(fromHex(entry.signature), entry.messageDigest, entry.publicKey)).toBe(true);
    expect(verifySchnorr(sign(ORDER - secret, digest), digest, key)).toBe(true);
  });

  it('agrees with its twin on valid, altered and random input', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat({ max: 447 }), (seed, bit) => {
        const d = secretKeyFromSeed(seed);
        const k = publicKey(d);
        const good = sign(d, digest);
        expect(verifySchnorr(good, digest, k)).toBe(true);
        expect(verifySchnorr(good, digest, key)).toBe(false);
        const bad = good.slice();
        bad[bit >> 3] ^= 1 << (bit & 7);
        expect(verifySchnorr(bad, digest, k)).toBe(verify(bad, digest, k));
        expect(verifySchnorr(seed, digest, k)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses s outside 1 … N − 1, non-canonical elements and keys off the curve', () => {
    const { nonceX, s } = decodeSignature(signature) as { nonceX: number[]; s: bigint };
    for (const bad of [0n, ORDER, s + ORDER]) expect(verifySchnorr(encode(nonceX, bad), digest, key)).toBe(false);
    expect(verifySchnorr(encode([P, ...nonceX.slice(1)], s), digest, key)).toBe(false);
    expect(verifySchnorr(signature, [P, ...digest.slice(1)], key)).toBe(false);
    expect(verifySchnorr(signature, digest, [...key.slice(0, 6), P])).toBe(false);
    for (let k = 0; k < 40; k++) {
      const x = [k, 0, 0, 0, 0, 0, 1];
      if (liftX(x) === undefined) expect(verifySchnorr(signature, digest, x)).toBe(false);
    }
    expect(verifySchnorr(signature, digest, key)).toBe(true);
  });

  it('handles s·G = ± e·P, where a sum doubles or vanishes', () => {
    // With s = e·d one of the two sums is the identity and the other 2 s·G: valid only if R.x is that point's x, which e depends on.
    const nonceX = publicKey(77n);
    const e = challenge(nonceX, digest, key);
    for (const s of [(e * secret) % ORDER, (ORDER - ((e * secret) % ORDER)) % ORDER]) {
      expect(verifySchnorr(encode(nonceX, s), digest, key)).toBe(verify(encode(nonceX, s), digest, key));
    }
    expect(multiply(multiplyGenerator(3n)!, ORDER)).toBeUndefined();
  });

  it('verifies batches on several threads, malformed entries among them', async () => {
    const kernels = new Kernels({ threads: 2 });
    const entries: SignedDigest[] = Array.from({ length: 40 }, (_, i) => {
      const messageDigest = hashMessage([i]);
      const good = sign(secret, messageDigest);
      if (i % 5 === 1) good[i] ^= 1;
      return { signature: i % 7 === 2 ? good.subarray(1) : good, messageDigest, key };
    });
    const expected = entries.map((entry) => verify(entry.signature, entry.messageDigest, entry.key));
    expect(await verifySchnorrBatch(kernels, entries)).toEqual(expected);
    expect(expected.filter(Boolean).length).toBeGreaterThan(20);
    expect(await verifySchnorrBatch(kernels, [])).toEqual([]);
    await kernels.close();
  });
});
