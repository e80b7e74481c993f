/**
 * Fills the three state chips: leaves, then the slots' inner nodes, accounts, then the account trees' inner nodes, upwards, so that each row's digests come
 * from its children's rows. Siblings that nothing touched come from the old state.
 */
import { DOMAIN } from '@weir/crypto/poseidon';
import { sameHeader } from '@weir/protocol/state/account';
import { nodeDigest, type Tree } from '@weir/protocol/state/merkle';
import { ACCOUNT_DEPTH, indexOf, readAccount, readSlot, type State, treeOf } from '@weir/protocol/state/state';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, headerCells, put, slotCells } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import { type BatchWitness, slotKey, type TouchedAccount, type TouchedSlot } from '../../trace/witness.ts';
import { ACCOUNT_NODE_DEPTH, accountChip, SLOTS_ROOT_DEPTH } from '../account/air.ts';
import { SLOT_DEPTH, slotLeafChip } from '../slotLeaf/air.ts';
import { treeChip } from './air.ts';
import { NODE_KIND } from './kind.ts';

/** A touched node's digests before and after. */
interface Change {
  readonly old: readonly number[];
  readonly new: readonly number[];
}
type Level = ReadonlyMap<number, Change>;

interface TreeRow extends Change {
  readonly kind: number;
  readonly tree: number;
  readonly depth: number;
  readonly index: number;
  readonly left: Change;
  readonly right: Change;
  readonly leftTouched: boolean;
  readonly rightTouched: boolean;
}

export interface StateTraces {
  readonly tree: ChipTrace;
  readonly account: ChipTrace;
  readonly slotLeaf: ChipTrace;
}

export function fillState(witness: BatchWitness, ledger: Ledger): StateTraces {
  const { before, accounts, slots } = witness;
  const rows: TreeRow[] = [];

  const slotsByAccount = new Map<number, TouchedSlot[]>();
  for (const touched of slots) slotsByAccount.set(touched.account, [...(slotsByAccount.get(touched.account) ?? []), touched]);
  const accountTrace = newTrace(accountChip, logHeightFor(accountChip, accounts.length));
  const levels: Map<number, Change>[] = [new Map(), new Map()];
  accounts.forEach((touched, row) => {
    const { account } = touched;
    const leaves = new Map((slotsByAccount.get(account) ?? []).map(({ slot }) => [slot, leafChange(witness, account, slot)]));
    const slotTree = readAccount(before, account).slots;
    const slotsRoot = climb(rows, ledger, {
      kind: witness.silent(account) ? NODE_KIND.silentSlots : NODE_KIND.slots,
      tree: account,
      bottom: SLOT_DEPTH,
      top: SLOTS_ROOT_DEPTH,
      leaves,
      sibling: siblingIn(slotTree, SLOTS_ROOT_DEPTH),
    });
    levels[treeOf(account)].set(indexOf(account), fillAccount(accountTrace, row, witness, touched, slotsRoot, ledger));
  });
  const trees = [before.rollup, before.validium];
  levels.forEach((leaves, tree) => {
    climb(rows, ledger, {
      kind: NODE_KIND.accounts,
      tree,
      bottom: ACCOUNT_DEPTH,
      top: 0,
      leaves,
      sibling: (depth, index) => nodeDigest(trees[tree], depth, index),
    });
  });

  return { tree: fillTree(rows), account: accountTrace, slotLeaf: fillLeaves(witness, ledger) };
}

const siblingIn =
  <Leaf>(tree: Tree<Leaf>, rootDepth: number) =>
  (depth: number, index: number): readonly number[] =>
    nodeDigest(tree, depth - rootDepth, index);

const leafChange = ({ before, after }: { before: State; after: State }, account: number, slot: number): Change => ({
  old: slotCells(readSlot(before, account, slot)),
  new: slotCells(readSlot(after, account, slot)),
});

interface Climb {
  readonly kind: number;
  readonly tree: number;
  readonly bottom: number;
  readonly top: number;
  readonly leaves: Level;
  readonly sibling: (depth: number, index: number) => readonly number[];
}

/** Appends the rows of all touched inner nodes, deepest first; returns the root's change, if anything is touched. */
function climb(rows: TreeRow[], ledger: Ledger, { kind, tree, bottom, top, leaves, sibling }: Climb): Change | undefined {
  let level = leaves;
  for (let depth = bottom - 1; depth >= top; depth--) {
    const above = new Map<number, Change>();
    for (const child of level.keys()) {
      const index = Math.floor(child / 2);
      if (above.has(index)) continue;
      const untouched = (at: number): Change => {
        const digest = sibling(depth + 1, at);
        return { old: digest, new: digest };
      };
      const [touchedLeft, touchedRight] = [level.get(2 * index), level.get(2 * index + 1)];
      const left = touchedLeft ?? untouched(2 * index);
      const right = touchedRight ?? untouched(2 * index + 1);
      const change = {
        old: ledger.compress(depth, [...left.old, ...right.old]),
        new: ledger.compress(depth, [...left.new, ...right.new]),
      };
      rows.push({
        kind,
        tree,
        depth,
        index,
        left,
        right,
        leftTouched: touchedLeft !== undefined,
        rightTouched: touchedRight !== undefined,
        ...change,
      });
      above.set(index, change);
    }
    level = above;
  }
  return level.get(0);
}

function fillTree(rows: readonly TreeRow[]): ChipTrace {
  const trace = newTrace(treeChip, logHeightFor(treeChip, rows.length));
  const { col } = trace;
  rows.forEach((node, row) => {
    const { leftTouched, rightTouched } = node;
    const flags = [bit(leftTouched && !rightTouched), bit(rightTouched && !leftTouched), bit(leftTouched && rightTouched)];
    put([col.leftOnly, col.rightOnly, col.both, col.kind, col.tree, col.depth, col.index], row, [
      ...flags,
      node.kind,
      node.tree,
      node.depth,
      node.index,
    ]);
    put(col.oldLeft, row, node.left.old);
    put(col.oldRight, row, node.right.old);
    put(col.newLeft, row, node.left.new);
    put(col.newRight, row, node.right.new);
    put(col.old, row, node.old);
    put(col.new, row, node.new);
  });
  return trace;
}

type AccountTrace = ReturnType<typeof newTrace<typeof import('../account/columns.ts').ACCOUNT_COLUMNS>>;

function fillAccount(
  { col }: AccountTrace,
  row: number,
  { before, after, silent }: BatchWitness,
  { account, lastClock }: TouchedAccount,
  slotsRoot: Change | undefined,
  ledger: Ledger,
): Change {
  const [old, now] = [readAccount(before, account), readAccount(after, account)];
  const changed = !sameHeader(old.header, now.header);
  const header = headerCells(now.header);
  const headerDigest = ledger.compress(DOMAIN.header, [...header, 0, 0]);
  // A changed header's old digest is `headerChange`'s to ask for, and counted there.
  const oldDigest = changed ? ledger.compressions.compress(DOMAIN.header, [...headerCells(old.header), 0, 0], 0) : headerDigest;
  const untouched = nodeDigest(old.slots, 0, 0);
  const slots = slotsRoot ?? { old: untouched, new: untouched };
  const change = {
    old: ledger.compress(ACCOUNT_NODE_DEPTH, [...oldDigest, ...slots.old]),
    new: ledger.compress(ACCOUNT_NODE_DEPTH, [...headerDigest, ...slots.new]),
  };
  const isSilent = silent(account);
  put([col.active, col.tree, col.index, col.silent], row, [1, treeOf(account), indexOf(account), bit(isSilent)]);
  put([col.changed, col.stated], row, [bit(changed), bit(changed && !isSilent)]);
  put([...col.key, col.keyVersion, ...col.l1Owner], row, header);
  put(col.headerDigest, row, headerDigest);
  put(col.oldDigest, row, oldDigest);
  put([col.slotsTouched, col.lastClock], row, [bit(slotsRoot !== undefined), lastClock]);
  put(col.oldSlots, row, slots.old);
  put(col.newSlots, row, slots.new);
  put(col.oldNode, row, change.old);
  put(col.newNode, row, change.new);
  return change;
}

function fillLeaves(witness: BatchWitness, ledger: Ledger): ChipTrace {
  const { slots, slotWords, silent } = witness;
  const trace = newTrace(slotLeafChip, logHeightFor(slotLeafChip, slots.length));
  const { col } = trace;
  slots.forEach(({ account, slot, lastClock }, row) => {
    const change = leafChange(witness, account, slot);
    const [asset, nonce, ...amounts] = change.new;
    const assetCells = [asset % 2 ** 12, Math.floor(asset / 2 ** 12) % 2 ** 12, Math.floor(asset / 2 ** 24)];
    const nonceHi = Math.floor(nonce / 2 ** 24);
    const word = slotWords.get(slotKey(account, slot));
    put([col.active, col.account, col.slot, col.lastClock], row, [1, account, slot, lastClock]);
    put(col.old, row, change.old);
    put([col.assetLow, col.assetMiddle, col.assetHi, col.nonce, ...col.balance, ...col.filled], row, [...assetCells, nonce, ...amounts]);
    put([col.nonceHi, col.silent, col.changed, col.word], row, [nonceHi, bit(silent(account)), bit(word !== undefined), word ?? 0]);
    ledger.rangeLimbs(assetCells, [12, 12, 8]);
    ledger.range(nonceHi, 8);
  });
  return trace;
}
