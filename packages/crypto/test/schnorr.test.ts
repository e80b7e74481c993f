import { bigintToBytes, fromHex, toHex } from '@weir/foundation/bytes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vector from '../../../vectors/schnorr.json' with { type: 'json' };
import { liftX, ORDER } from '../src/curve.ts';
import { P } from '../src/field.ts';
import { hashMessage } from '../src/poseidon.ts';
import { decodeSignature, publicKey, SIGNATURE_BYTES, secretKeyFromSeed, sign, verify } from '../src/schnorr.ts';

const secret = secretKeyFromSeed(new Uint8Array(32).fill(7));
const key = publicKey(secret);
const digest = hashMessage([1, 3, 5, 7]);
const signature = sign(secret, digest);

const withS = (s: bigint): Uint8Array => {
  const out = signature.slice();
  out.set(bigintToBytes(s, 28), 28);
  return out;
};

describe('schnorr', () => {
  it('verifies what it signs, for any key and message', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 65 }),
        fc.array(fc.integer({ min: 0, max: P - 1 }), { maxLength: 20 }),
        (seed, message) => {
          const d = secretKeyFromSeed(seed);
          const m = hashMessage(message);
          expect(verify(sign(d, m), m, publicKey(d))).toBe(true);
          expect(verify(sign(d, m), m, key)).toBe(d === secret);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('keeps its published vectors', () => {
    for (const entry of vector.signatures) {
      const d = secretKeyFromSeed(fromHex(entry.seed));
      expect(d.toString()).toBe(entry.secret);
      expect(publicKey(d)).toEqual(entry.publicKey);
      expect(toHex(sign(d, entry.messageDigest))).toBe(entry.signature);
      expect(verify(fromHex(entry.signature), entry.messageDigest, entry.publicKey)).toBe(true);
    }
  });

  it('accepts d and N − d under the same key, since both lifts have one owner', () => {
    expect(publicKey(ORDER - secret)).toEqual(key);
    expect(verify(sign(ORDER - secret, digest), digest, key)).toBe(true);
  });

  it('accepts (R.x, N − s) too, so signature bytes identify nothing', () => {
    const { s } = decodeSignature(signature) as { s: bigint };
    expect(verify(withS(ORDER - s), digest, key)).toBe(true);
  });

  it('is deterministic and gives each message its own nonce', () => {
    expect(sign(secret, digest)).toEqual(signature);
    expect(sign(secret, hashMessage([1, 3, 5, 8])).slice(0, 28)).not.toEqual(signature.slice(0, 28));
  });

  it('refuses s = 0, s ≥ N and s + N', () => {
    const { s } = decodeSignature(signature) as { s: bigint };
    for (const bad of [0n, ORDER, s + ORDER, s + 1n, 2n ** 224n - 1n]) expect(verify(withS(bad), digest, key)).toBe(false);
    expect(verify(withS(s), digest, key)).toBe(true);
  });

  it('refuses a non-canonical R.x, key or digest', () => {
    for (let i = 0; i < 7; i++) {
      const bad = signature.slice();
      const view = new DataView(bad.buffer);
      const word = view.getUint32(4 * i);
      view.setUint32(4 * i, P);
      expect(verify(bad, digest, key)).toBe(false);
      if (word + P < 2 ** 32) {
        view.setUint32(4 * i, word + P);
        expect(verify(bad, digest, key)).toBe(false);
      }
    }
    expect(verify(signature, digest, [...key.slice(0, 6), key[6] + P])).toBe(false);
    expect(verify(signature, [...digest.slice(0, 7), digest[7] + P], key)).toBe(false);
  });

  it('refuses a key whose x is not on the curve', () => {
    const off = Array.from({ length: 40 }, (_, k) => [k, 0, 0, 0, 0, 0, 1]).filter((x) => liftX(x) === undefined);
    expect(off.length).toBeGreaterThan(0);
    for (const x of off) expect(verify(signature, digest, x)).toBe(false);
  });

  it('refuses another message, another key and every flipped bit', () => {
    expect(verify(signature, hashMessage([1, 3, 5]), key)).toBe(false);
    expect(verify(signature, digest, publicKey(secret + 1n))).toBe(false);
    for (let bit = 0; bit < 8 * SIGNATURE_BYTES; bit += 5) {
      const bad = signature.slice();
      bad[bit >> 3] ^= 1 << (bit & 7);
      expect(verify(bad, digest, key)).toBe(false);
    }
  });

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.array(fc.double(), { maxLength: 9 }),
        fc.array(fc.double(), { maxLength: 8 }),
        (bytes, m, k) => {
          expect(verify(bytes, m, k)).toBe(false);
        },
      ),
    );
    expect(verify(signature, digest, [])).toBe(false);
    expect(verify(signature, [], key)).toBe(false);
  });

  it('refuses short seeds and signs in well under 30 ms', () => {
    expect(() => secretKeyFromSeed(new Uint8Array(31))).toThrow(RangeError);
    const start = performance.now();
    for (let i = 0; i < 10; i++) sign(secret, digest);
    expect((performance.now() - start) / 10).toBeLessThan(30);
  });
});
