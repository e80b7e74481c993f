/** An oracle: the interleaved codeword of one table and the Merkle tree over its leaves. */
import { encodeWords } from '../channel.ts';
import { buildTree, hashLeaf, type MerkleTree, multiproof, rootOf } from '../merkle.ts';
import { encodeInterleaved } from './code.ts';

export interface Oracle {
  readonly root: Uint8Array;
  /** Leaves (their elements as words) at sorted distinct indices, and the multiproof's sibling digests. */
  open(indices: readonly number[]): Promise<{ readonly leaves: readonly Uint32Array[]; readonly siblings: readonly Uint8Array[] }>;
}

export interface OracleShape {
  /** Words per element: 1 for the base field, 5 for K. */
  readonly width: number;
  readonly fold: number;
  readonly logDomain: number;
  readonly digestBytes: number;
}

export function commitTable(table: Uint32Array, { width, fold, logDomain, digestBytes }: OracleShape): Oracle {
  const codeword = encodeInterleaved(table, width, fold, logDomain);
  const leafWords = width * 2 ** fold;
  const leaf = (index: number) => codeword.subarray(index * leafWords, (index + 1) * leafWords);
  const digests = new Uint8Array(digestBytes * 2 ** logDomain);
  for (let i = 0; i < 2 ** logDomain; i++) digests.set(hashLeaf(encodeWords(leaf(i)), digestBytes), i * digestBytes);
  const tree: MerkleTree = buildTree(digests, digestBytes);
  return { root: rootOf(tree), open: async (indices) => ({ leaves: indices.map(leaf), siblings: multiproof(tree, indices) }) };
}
