import { describe, expect, it } from 'vitest';
import { type ProofFile, verifyProofFile } from '../src/actions/verifyBatch.ts';

const instance = new Uint8Array(32);
const statement = `0x00000001${'00'.repeat(172)}`;
const verify = (file: unknown) => verifyProofFile(instance, file as ProofFile);

describe('a proof file', () => {
  it('that is none is refused with a code', () => {
    const files = [
      null,
      5,
      {},
      { statement },
      { statement: 'zz', proof: '0x' },
      { statement: '0x1', proof: '0x' },
      { statement, proof: '0xzz' },
    ];
    for (const file of files) expect(() => verify(file)).toThrow(expect.objectContaining({ code: 'PROOF_FILE_MALFORMED' }));
    expect(() => verify({ statement: '0x', proof: '0x' })).toThrow(expect.objectContaining({ code: 'STATEMENT_TRUNCATED' }));
  });

  it('with any bytes for a proof is rejected by name', () => {
    expect(verify({ statement, proof: '0x' })).toMatchObject({ accepted: false, reason: 'ProofTruncated' });
    expect(verify({ statement, proof: `0x${'ff'.repeat(50)}` })).toMatchObject({ accepted: false, reason: 'ShapeOutOfBounds' });
  });
});
