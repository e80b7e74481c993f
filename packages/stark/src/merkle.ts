/**
 * Keccak Merkle trees with truncated digests, and multiproofs for sorted sets of indices (docs/proof.md, "Merkle").
 * Leaves and nodes are hashed under different type bytes, so a leaf never parses as a node.
 */
import { keccak256 } from '@weir/crypto/keccak';
import { TypeByte } from './transcript.ts';

export function hashLeaf(elements: Uint8Array, digestBytes: number): Uint8Array {
  return keccak256(Uint8Array.of(TypeByte.leaf), elements).subarray(0, digestBytes);
}

export function hashNode(left: Uint8Array, right: Uint8Array, digestBytes: number): Uint8Array {
  return keccak256(Uint8Array.of(TypeByte.node), left, right).subarray(0, digestBytes);
}

/** levels[0] are the leaf digests back to back, the last level is the root. */
export interface MerkleTree {
  readonly digestBytes: number;
  readonly levels: readonly Uint8Array[];
}

export function digestAt({ levels, digestBytes }: MerkleTree, level: number, index: number): Uint8Array {
  return levels[level].subarray(index * digestBytes, (index + 1) * digestBytes);
}

export function rootOf(tree: MerkleTree): Uint8Array {
  return digestAt(tree, tree.levels.length - 1, 0);
}

/** `leaves` holds 2^depth leaf digests back to back. */
export function buildTree(leaves: Uint8Array, digestBytes: number): MerkleTree {
  const levels = [leaves];
  for (let count = leaves.length / digestBytes; count > 1; count /= 2) {
    const below = levels[levels.length - 1];
    const above = new Uint8Array((count / 2) * digestBytes);
    for (let i = 0; i < count / 2; i++) {
      const left = below.subarray(2 * i * digestBytes, (2 * i + 1) * digestBytes);
      const right = below.subarray((2 * i + 1) * digestBytes, (2 * i + 2) * digestBytes);
      above.set(hashNode(left, right, digestBytes), i * digestBytes);
    }
    levels.push(above);
  }
  return { digestBytes, levels };
}

/**
 * The walk that prover and verifier share: level by level over the sorted known indices, `visit` is told for each known node
 * whether its sibling is known too. Returns the indices of the next level.
 */
function nextLevel(indices: readonly number[], pair: (i: number) => void, single: (i: number) => void): number[] {
  const parents: number[] = [];
  for (let i = 0; i < indices.length; i++) {
    parents.push(indices[i] >>> 1);
    if (i + 1 < indices.length && indices[i + 1] === (indices[i] ^ 1)) pair(i++);
    else single(i);
  }
  return parents;
}

/** Which digests a verifier who knows the leaves at the sorted `indices` is missing, in reading order; level 0 = leaves. */
export function multiproofNodes(depth: number, indices: readonly number[]): { readonly level: number; readonly index: number }[] {
  const missing: { level: number; index: number }[] = [];
  let known = indices;
  for (let level = 0; level < depth; level++) {
    const here = known;
    known = nextLevel(
      here,
      () => {},
      (i) => missing.push({ level, index: here[i] ^ 1 }),
    );
  }
  return missing;
}

/** Those digests. */
export function multiproof(tree: MerkleTree, indices: readonly number[]): Uint8Array[] {
  return multiproofNodes(tree.levels.length - 1, indices).map(({ level, index }) => digestAt(tree, level, index));
}

/**
 * Recomputes the root from leaf digests at sorted distinct `indices`; `nextSibling` yields the proof's digests in order.
 * The shape of the walk depends on the indices only.
 */
export function rootFromMultiproof(
  leaves: readonly Uint8Array[],
  indices: readonly number[],
  depth: number,
  digestBytes: number,
  nextSibling: () => Uint8Array,
): Uint8Array {
  let digests = leaves;
  let known = indices;
  for (let level = 0; level < depth; level++) {
    const here = digests;
    const above: Uint8Array[] = [];
    const at = known;
    known = nextLevel(
      at,
      (i) => above.push(hashNode(here[i], here[i + 1], digestBytes)),
      (i) => {
        const sibling = nextSibling();
        above.push(at[i] & 1 ? hashNode(sibling, here[i], digestBytes) : hashNode(here[i], sibling, digestBytes));
      },
    );
    digests = above;
  }
  return digests[0];
}
