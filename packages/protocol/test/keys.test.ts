import { sign, verify } from '@weir/crypto/schnorr';
import type { Hex } from '@weir/foundation/bytes';
import { hashTypedData } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { describe, expect, it } from 'vitest';
import { deriveKey, keyFromSignatures, keyTypedData } from '../src/keys.ts';
import { INSTANCE } from './statementCases.ts';
import { expectVectorFile, plain } from './vectorFile.ts';

const wallet = privateKeyToAccount(`0x${'42'.repeat(32)}`);
const request = { chainId: 31337, core: INSTANCE.core, l1Owner: wallet.address.toLowerCase() as Hex, keyVersion: 1 };
const signWith = (data: ReturnType<typeof keyTypedData>) => wallet.signTypedData(data);

describe('owner keys', () => {
  it('match the vector: typed data, its hash, signature and key', async () => {
    const typedData = keyTypedData(request);
    const signature = await signWith(typedData);
    const { secret, ownerKey } = keyFromSignatures(signature, signature);
    expectVectorFile('protocol-keys.json', plain({ typedData, hash: hashTypedData(typedData), signature, secret, ownerKey }));
  });

  it('sign and verify', async () => {
    const { secret, ownerKey } = await deriveKey(request, signWith);
    const digest = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(verify(sign(secret, digest), digest, ownerKey)).toBe(true);
  });

  it('differ by chain, core, owner and version', async () => {
    const changed = [
      {},
      { chainId: 1 },
      { core: `0x${'11'.repeat(20)}` as Hex },
      { l1Owner: `0x${'22'.repeat(20)}` as Hex },
      { keyVersion: 2 },
    ];
    const keys = await Promise.all(changed.map((change) => deriveKey({ ...request, ...change }, signWith)));
    expect(new Set(keys.map(({ secret }) => secret)).size).toBe(changed.length);
  });

  it('are not made from signatures that differ or are no ECDSA signatures', async () => {
    const signature = await signWith(keyTypedData(request));
    const other = await signWith(keyTypedData({ ...request, keyVersion: 2 }));
    expect(() => keyFromSignatures(signature, other)).toThrow(expect.objectContaining({ code: 'KEY_SIGNATURE_NOT_DETERMINISTIC' }));
    for (const bad of ['0x', '0x12', '0x1', `${signature}00`, 'zz'] as Hex[]) {
      expect(() => keyFromSignatures(bad, bad)).toThrow(expect.objectContaining({ code: 'KEY_SIGNATURE_MALFORMED' }));
    }
  });
});
