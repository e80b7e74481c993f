/**
 * A persistent sparse Merkle tree: setting a leaf gives a new tree that shares everything else with the old one.
 *
 * The state of the L2 is this tree (there is no second copy to agree with): a snapshot is a reference, undo is dropping one, and a
 * digest is computed once, when somebody asks, so a batch rehashes exactly the union of its touched paths. Reading or setting a
 * leaf walks `depth` pointers.
 */
import { compress } from '@weir/crypto/poseidon';
import { invariant } from '@weir/foundation/assert';
import type { Digest } from '../types.ts';

/** What the nodes of one kind of tree have in common. */
export interface TreeShape<Leaf> {
  readonly depth: number;
  /** Compression domain of the root; a node one level down has domain + 1. */
  readonly domain: number;
  readonly emptyLeaf: Leaf;
  readonly leafDigest: (leaf: Leaf) => Digest;
}

interface Branch<Leaf> {
  readonly left: Node<Leaf>;
  readonly right: Node<Leaf>;
  /** Filled in on demand; a pure function of the children. */
  digest?: Digest;
}

/** `undefined` is an empty subtree. At level `depth` a node is a leaf. */
type Node<Leaf> = Branch<Leaf> | Leaf | undefined;

export interface Tree<Leaf> {
  readonly shape: TreeShape<Leaf>;
  readonly root: Node<Leaf>;
}

export function emptyTree<Leaf>(shape: TreeShape<Leaf>): Tree<Leaf> {
  return { shape, root: undefined };
}

/** Bit of `index` that chooses the child below a node of `level`. */
const side = (depth: number, level: number, index: number): number => Math.floor(index / 2 ** (depth - 1 - level)) % 2;

const child = <Leaf>(node: Node<Leaf>, bit: number): Node<Leaf> =>
  node === undefined ? undefined : bit === 0 ? (node as Branch<Leaf>).left : (node as Branch<Leaf>).right;

export function getLeaf<Leaf>({ shape, root }: Tree<Leaf>, index: number): Leaf {
  invariant(Number.isInteger(index) && index >= 0 && index < 2 ** shape.depth, `no leaf ${index} at depth ${shape.depth}`);
  let node = root;
  for (let level = 0; level < shape.depth && node !== undefined; level++) node = child(node, side(shape.depth, level, index));
  return node === undefined ? shape.emptyLeaf : (node as Leaf);
}

export function setLeaf<Leaf>(tree: Tree<Leaf>, index: number, leaf: Leaf): Tree<Leaf> {
  const { shape } = tree;
  invariant(Number.isInteger(index) && index >= 0 && index < 2 ** shape.depth, `no leaf ${index} at depth ${shape.depth}`);
  const replace = (node: Node<Leaf>, level: number): Node<Leaf> => {
    if (level === shape.depth) return leaf;
    const left = child(node, 0);
    const right = child(node, 1);
    return side(shape.depth, level, index) === 0
      ? { left: replace(left, level + 1), right, digest: undefined }
      : { left, right: replace(right, level + 1), digest: undefined };
  };
  return { shape, root: replace(tree.root, 0) };
}

const emptyDigests = new WeakMap<object, readonly Digest[]>();

/** Digest of an empty subtree by level, 0 … depth. */
function emptyDigestAt<Leaf>(shape: TreeShape<Leaf>, level: number): Digest {
  const key: object = shape;
  let digests = emptyDigests.get(key);
  if (digests === undefined) {
    const built: Digest[] = [];
    built[shape.depth] = shape.leafDigest(shape.emptyLeaf);
    for (let at = shape.depth - 1; at >= 0; at--) built[at] = compress(shape.domain + at, built[at + 1], built[at + 1]);
    digests = built;
    emptyDigests.set(key, digests);
  }
  return digests[level];
}

function nodeDigestAt<Leaf>(shape: TreeShape<Leaf>, node: Node<Leaf>, level: number): Digest {
  if (node === undefined) return emptyDigestAt(shape, level);
  if (level === shape.depth) return shape.leafDigest(node as Leaf);
  const branch = node as Branch<Leaf>;
  branch.digest ??= compress(
    shape.domain + level,
    nodeDigestAt(shape, branch.left, level + 1),
    nodeDigestAt(shape, branch.right, level + 1),
  );
  return branch.digest;
}

export function rootDigest<Leaf>(tree: Tree<Leaf>): Digest {
  return nodeDigestAt(tree.shape, tree.root, 0);
}

/** Many compressions under one domain: 16 words in, 8 words out, each. The kernels of `crypto` have this form. */
export type CompressMany = (domain: number, input: Uint32Array) => Uint32Array;

/** Branches without a digest, by level. */
export type PendingBranches<Leaf> = Branch<Leaf>[][];

/** Adds every branch of `tree` that has no digest yet to `into`, and shows every leaf below one. */
export function collectPending<Leaf>(tree: Tree<Leaf>, into: PendingBranches<Leaf>, visitLeaf?: (leaf: Leaf) => void): void {
  const walk = (node: Node<Leaf>, level: number): void => {
    if (node === undefined) return;
    if (level === tree.shape.depth) {
      visitLeaf?.(node as Leaf);
      return;
    }
    const branch = node as Branch<Leaf>;
    if (branch.digest !== undefined) return;
    into[level] ??= [];
    into[level].push(branch);
    walk(branch.left, level + 1);
    walk(branch.right, level + 1);
  };
  walk(tree.root, 0);
}

/** Gives every pending branch its digest, bottom up, one call per level. Leaves must have theirs. */
export function hashPending<Leaf>(shape: TreeShape<Leaf>, pending: PendingBranches<Leaf>, compressMany: CompressMany): void {
  for (let level = shape.depth - 1; level >= 0; level--) {
    const branches = pending[level] ?? [];
    const pairs = branches.map(({ left, right }) => [nodeDigestAt(shape, left, level + 1), nodeDigestAt(shape, right, level + 1)] as const);
    compressPairs(shape.domain + level, pairs, compressMany).forEach((digest, i) => {
      branches[i].digest = digest;
    });
  }
}

/** compress_domain of every pair. */
export function compressPairs(domain: number, pairs: readonly (readonly [Digest, Digest])[], compressMany: CompressMany): Digest[] {
  if (pairs.length === 0) return [];
  const input = new Uint32Array(16 * pairs.length);
  pairs.forEach(([left, right], i) => {
    input.set(left, 16 * i);
    input.set(right, 16 * i + 8);
  });
  const output = compressMany(domain, input);
  return pairs.map((_, i) => Array.from(output.subarray(8 * i, 8 * i + 8)));
}

/** Digest of the node `index` (0 … 2^level − 1) at `level` below the root. */
export function nodeDigest<Leaf>({ shape, root }: Tree<Leaf>, level: number, index: number): Digest {
  let node = root;
  for (let at = 0; at < level; at++) node = child(node, side(level, at, index));
  return nodeDigestAt(shape, node, level);
}

/** Sibling digests of a leaf, from the leaf's level up to the root's children. */
export function leafPath<Leaf>(tree: Tree<Leaf>, index: number): Digest[] {
  return Array.from({ length: tree.shape.depth }, (_, i) => {
    const own = Math.floor(index / 2 ** i);
    return nodeDigest(tree, tree.shape.depth - i, own % 2 === 0 ? own + 1 : own - 1);
  });
}

/** Calls back for every leaf that is not the same object in both trees, ascending. Costs what differs, not what exists. */
export function changedLeaves<Leaf>(
  before: Tree<Leaf>,
  after: Tree<Leaf>,
  visit: (index: number, before: Leaf, after: Leaf) => void,
): void {
  const { shape } = before;
  const walk = (a: Node<Leaf>, b: Node<Leaf>, level: number, index: number): void => {
    if (a === b) return;
    if (level === shape.depth) {
      visit(index, (a as Leaf) ?? shape.emptyLeaf, (b as Leaf) ?? shape.emptyLeaf);
      return;
    }
    walk(child(a, 0), child(b, 0), level + 1, 2 * index);
    walk(child(a, 1), child(b, 1), level + 1, 2 * index + 1);
  };
  walk(before.root, after.root, 0, 0);
}
