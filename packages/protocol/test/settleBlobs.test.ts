/**
 * Whole settlements with blobs and committee signatures, for contracts/test/core/Blobs.t.sol and Committee.t.sol: a statement whose diffs
 * are the coefficients behind real blobs, opened at its own z. The core is where a fixed account's first contract creation puts it.
 */
import { fromHex, toHex } from '@weir/foundation/bytes';
import { getContractAddress, type Hex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { describe, expect, it } from 'vitest';
import { availabilityTypedData } from '../src/statement/availability.ts';
import { bindStatement, evaluate, instanceHash, SCALAR_FIELD } from '../src/statement/binding.ts';
import { blobsFromWords } from '../src/statement/blobs.ts';
import { digestBytes } from '../src/statement/header.ts';
import { blobCommitment, openBlob, verifyOpening, versionedHash } from '../src/statement/kzg.ts';
import { buildStatement, encodeStatement, splitBody } from '../src/statement/statement.ts';
import type { SlotDiff } from '../src/types.ts';
import { expectVectorFile } from './vectorFile.ts';

const CHAIN_ID = 31_337;
const DEPLOYER: Hex = '0x00000000000000000000000000000000000b10b5';
const CORE = getContractAddress({ from: DEPLOYER, nonce: 0n });
const instance = instanceHash(BigInt(CHAIN_ID), CORE);
const root = (last: number) => [0, 0, 0, 0, 0, 0, 0, last];
const fields = {
  batchNumber: 1,
  timestamp: 1_790_000_000,
  oldRollupRoot: root(7),
  newRollupRoot: root(8),
  oldValidiumRoot: root(7),
  newValidiumRoot: root(9),
  rewardRecipient: '0x00000000000000000000000000000000000000a1',
  hasClearing: false,
} as const;

const slots = (count: number): SlotDiff[] =>
  Array.from({ length: count }, (_, i) => ({
    account: 5 + (i >> 4),
    slot: i & 15,
    value: { asset: 1, nonce: i, balance: BigInt(i) ** 3n, filled: BigInt(i) },
  }));

function settlement(name: string, slotDiffs: number) {
  const withdrawal = { kind: 'withdrawal', account: 5, asset: 1, amount: 1n, l1Owner: fields.rewardRecipient } as const;
  const effects = slotDiffs > 4096 ? [] : [withdrawal];
  const diffs = { headers: [], slots: slots(slotDiffs) };
  const statement = buildStatement(fields, effects, diffs, { validiumData: true, blobs: true });
  const blobs = blobsFromWords(splitBody(statement).blobs);
  const commitments = blobs.map(blobCommitment);
  const hashes = commitments.map(versionedHash);
  const binding = bindStatement(instance, statement, hashes);
  const openings = blobs.map((blob) => openBlob(blob, binding.z));
  return { name, statement, commitments, hashes, binding, openings };
}

const power = (base: bigint, exponent: number): bigint => {
  let out = 1n;
  for (let i = 0; i < exponent; i++) out = (out * base) % SCALAR_FIELD;
  return out;
};

const signers = [1, 2, 3, 4].map((i) => privateKeyToAccount(toHex(new Uint8Array(32).fill(i)) as Hex));

describe('settlements with blobs', () => {
  it('match the vectors shared with Solidity', async () => {
    const cases = [settlement('one blob', 20), settlement('two blobs', 4100)];
    for (const { statement, commitments, binding, openings } of cases) {
      for (const [i, opening] of openings.entries()) expect(verifyOpening(commitments[i], binding.z, opening)).toBe(true);
      // L1's sum over calldata and blobs is the circuit's y.
      const { calldata } = splitBody(statement);
      const shifted = openings.reduce((sum, { y }, i) => sum + power(binding.z, statement.header.effectWords + 4096 * i) * y, 0n);
      expect((evaluate(calldata, binding.z) + shifted) % SCALAR_FIELD).toBe(binding.y);
    }
    const message = {
      batchNumber: 1n,
      newRollupRoot: toHex(digestBytes(fields.newRollupRoot)),
      newValidiumRoot: toHex(digestBytes(fields.newValidiumRoot)),
      oldValidiumRoot: toHex(digestBytes(fields.oldValidiumRoot)),
      dataDigest: toHex(new Uint8Array(32).fill(0xda)),
    };
    const sorted = [...signers].sort((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1));
    const signatures = await Promise.all(sorted.map((signer) => signer.signTypedData(availabilityTypedData(CHAIN_ID, CORE, message))));
    expectVectorFile('settle-blobs.json', {
      chainId: CHAIN_ID,
      deployer: DEPLOYER,
      core: CORE,
      instance: toHex(instance),
      settlements: cases.map(({ name, statement, commitments, hashes, binding, openings }) => ({
        name,
        statement: toHex(encodeStatement(statement)),
        digest: toHex(digestBytes(binding.digest)),
        z: binding.z,
        y: binding.y,
        context: toHex(binding.context),
        publicValues: binding.publicValues,
        blobHashes: hashes.map(toHex),
        blobY: openings.map(({ y }) => y),
        commitments: commitments.map(toHex),
        proofs: openings.map(({ proof }) => toHex(proof)),
      })),
      committee: { members: sorted.map(({ address }) => address), ...message, signatures },
    });
    expect(fromHex(signatures[0]).length).toBe(65);
  }, 60_000);
});
