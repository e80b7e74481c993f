import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildTree, hashLeaf, multiproof, rootFromMultiproof, rootOf } from '../src/merkle.ts';
import { findNonce, grindHash, leadingZeros, Transcript } from '../src/transcript.ts';
import { random } from './support/sampleAirs.ts';
import { merkleVector, transcriptVector } from './vectors/hashing.ts';

const vector = (name: string) => readFileSync(new URL(`../../../vectors/${name}.json`, import.meta.url), 'utf8');

describe('the transcript', () => {
  it('still gives the published vectors', () => {
    expect(transcriptVector()).toBe(vector('transcript'));
  });

  it('draws indices without visible bias (chi-square over 64 cells)', () => {
    const transcript = new Transcript();
    const counts = new Array<number>(64).fill(0);
    let drawn = 0;
    for (let i = 0; i < 500; i++) {
      transcript.absorb(Uint8Array.of(i & 255, i >> 8));
      for (const index of transcript.indices(8, 20)) {
        counts[index >> 14]++;
        drawn++;
      }
    }
    const expected = drawn / 64;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 63 degrees of freedom: 99.9 % of fair streams stay below 103.4.
    expect(chiSquare).toBeLessThan(103.4);
  });

  it('binds a message to its length and to its kind', () => {
    const states = [[Uint8Array.of(1, 2)], [Uint8Array.of(1), Uint8Array.of(2)], [Uint8Array.of(1, 2, 0)]].map((messages) => {
      const transcript = new Transcript();
      for (const message of messages) transcript.absorb(message);
      return transcript.state.join();
    });
    expect(new Set(states).size).toBe(3);
  });

  it('never repeats a squeeze before the next absorb', () => {
    const transcript = new Transcript();
    expect(transcript.challenge()).not.toEqual(transcript.challenge());
  });

  it('accepts exactly the nonces with enough leading zeros', () => {
    const transcript = new Transcript();
    const nonce = findNonce(transcript.state, 6);
    const zeros = leadingZeros(grindHash(transcript.state, nonce));
    expect(zeros).toBeGreaterThanOrEqual(6);
    expect(new Transcript().acceptNonce(nonce, zeros)).toBe(true);
    expect(new Transcript().acceptNonce(nonce, zeros + 1)).toBe(false);
  });
});

describe('Merkle multiproofs', () => {
  it('still give the published vectors', () => {
    expect(merkleVector()).toBe(vector('merkle'));
  });

  it('open any set of leaves to the root, using every sibling', () => {
    const below = random(3);
    for (let depth = 0; depth <= 6; depth++) {
      const digests = new Uint8Array(26 * 2 ** depth);
      const leaf = (i: number) => hashLeaf(Uint8Array.of(depth, i), 26);
      for (let i = 0; i < 2 ** depth; i++) digests.set(leaf(i), 26 * i);
      const tree = buildTree(digests, 26);
      for (let round = 0; round < 10; round++) {
        const indices = [...new Set(Array.from({ length: 1 + below(6) }, () => below(2 ** depth)))].sort((a, b) => a - b);
        const siblings = multiproof(tree, indices);
        let used = 0;
        const root = rootFromMultiproof(indices.map(leaf), indices, depth, 26, () => siblings[used++]);
        expect(root).toEqual(rootOf(tree));
        expect(used).toBe(siblings.length);
      }
    }
  });

  it('hash a leaf of node length differently from a node', () => {
    const two = new Uint8Array(52).fill(9);
    const tree = buildTree(two, 26);
    expect(rootOf(tree)).not.toEqual(hashLeaf(two, 26));
  });
});
