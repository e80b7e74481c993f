/** Writes vectors/transcript.json and vectors/merkle.json. */
import { writeFileSync } from 'node:fs';
import { toHex } from '@weir/foundation/bytes';
import { buildTree, hashLeaf, hashNode, multiproof, rootOf } from '../../src/merkle.ts';
import { findNonce, Transcript } from '../../src/transcript.ts';

const bytes = (length: number, seed: number) => Uint8Array.from({ length }, (_, i) => (i * 37 + seed * 101 + 11) & 0xff);

export function transcriptVector(): string {
  const transcript = new Transcript();
  const steps: Record<string, unknown>[] = [];
  const absorb = (message: Uint8Array) => {
    transcript.absorb(message);
    steps.push({ absorb: toHex(message), state: toHex(transcript.state) });
  };
  const challenge = () => steps.push({ challenge: [...transcript.challenge()] });
  const indices = (count: number, logSize: number) => steps.push({ indices: transcript.indices(count, logSize), count, logSize });
  const grind = (bits: number) => {
    const nonce = findNonce(transcript.state, bits);
    transcript.acceptNonce(nonce, bits);
    steps.push({ grind: bits, nonce: toHex(nonce), state: toHex(transcript.state) });
  };
  challenge();
  absorb(new Uint8Array(0));
  challenge();
  challenge();
  absorb(bytes(26, 1));
  indices(5, 3);
  indices(20, 21);
  challenge();
  grind(9);
  indices(33, 24);
  challenge();
  absorb(bytes(300, 2));
  grind(3);
  challenge();
  return `${JSON.stringify({ source: 'packages/stark/src/transcript.ts', steps }, null, 1)}\n`;
}

export function merkleVector(): string {
  const trees = [
    { depth: 0, leafBytes: 4, digestBytes: 26, sets: [[0]] },
    { depth: 3, leafBytes: 16, digestBytes: 26, sets: [[0], [7], [2, 3], [1, 2, 5], [0, 1, 2, 3, 4, 5, 6, 7]] },
    {
      depth: 5,
      leafBytes: 256,
      digestBytes: 26,
      sets: [
        [3, 4, 17, 30, 31],
        [0, 31],
      ],
    },
    { depth: 4, leafBytes: 320, digestBytes: 32, sets: [[1, 6, 7, 9]] },
  ].map(({ depth, leafBytes, digestBytes, sets }) => {
    const leaves = Array.from({ length: 2 ** depth }, (_, i) => bytes(leafBytes, i + depth));
    const digests = new Uint8Array(leaves.length * digestBytes);
    for (const [i, leaf] of leaves.entries()) digests.set(hashLeaf(leaf, digestBytes), i * digestBytes);
    const tree = buildTree(digests, digestBytes);
    return {
      depth,
      digestBytes,
      leaves: leaves.map(toHex),
      firstLeafDigest: toHex(hashLeaf(leaves[0], digestBytes)),
      firstNode: depth > 0 ? toHex(hashNode(hashLeaf(leaves[0], digestBytes), hashLeaf(leaves[1], digestBytes), digestBytes)) : null,
      root: toHex(rootOf(tree)),
      proofs: sets.map((indices) => ({ indices, siblings: multiproof(tree, indices).map(toHex) })),
    };
  });
  return `${JSON.stringify({ source: 'packages/stark/src/merkle.ts', trees }, null, 1)}\n`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const folder = new URL('../../../../vectors/', import.meta.url);
  writeFileSync(new URL('transcript.json', folder), transcriptVector());
  writeFileSync(new URL('merkle.json', folder), merkleVector());
}
