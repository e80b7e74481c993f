import { describe, expect, it } from 'vitest';
import { type ProofFile, verifyProofFile } from '../src/actions/verifyBatch.ts';

const instance = new Uint8Array(32);
const statement = `0x00000001${'00'.repeat(172)}`;
const verify = (file: unknown) => verifyProofFile(instance, file as ProofFile);

describe('a proof file', () => {
  it('that is none is refused with a code', async () => {
    const files = [
      null,
      5,
      {},
      { statement },
      { statement: 'zz', proof: '0x' },
      { statement: '0x1', proof: '0x' },
      { statement, proof: '0xzz' },
      { statement, proof: '0x', blobs: 'none' },
      { statement, proof: '0x', blobs: ['0x01'] },
    ];
    for (const file of files) await expect(verify(file)).rejects.toMatchObject({ code: 'PROOF_FILE_MALFORMED' });
    await expect(verify({ statement: '0x', proof: '0x' })).rejects.toMatchObject({ code: 'STATEMENT_TRUNCATED' });
  });

  it('with any bytes for a proof is rejected by name', async () => {
    expect(await verify({ statement, proof: '0x' })).toMatchObject({ accepted: false, reason: 'ProofTruncated' });
    expect(await verify({ statement, proof: `0x${'ff'.repeat(50)}` })).toMatchObject({ accepted: false, reason: 'ShapeOutOfBounds' });
  });

  it('needs the very blobs that it names', async () => {
    const hash = `0x01${'00'.repeat(31)}` as const;
    const file = { number: 1, statement, proof: '0x', blobs: [hash] };
    await expect(verify(file)).rejects.toMatchObject({ code: 'BLOB_MISSING' });
    const liar = { name: 'liar', get: () => Promise.resolve(new Uint8Array(131_072)) };
    await expect(verifyProofFile(instance, file as unknown as ProofFile, [liar])).rejects.toMatchObject({ code: 'BLOB_MISSING' });
  });
});
