/**
 * The circuit of a batch: all chips compiled into one AIR with 13 public groups, and the order in which their traces are filled.
 *
 * `PARTS` is the assembly. A part fills the traces of its chips from the witness, and leaves in the ledger what it asks of parts that come later: transactions
 * first, then the services that they ask, the state, the statement, and the tables last.
 */
import type { Kernels } from '@weir/crypto/kernels';
import { placeSteps, STEPS_KERNEL } from '@weir/crypto/schnorrSteps';
import { invariant } from '@weir/foundation/assert';
import { verifySignature } from '@weir/protocol/signature';
import { type Binding, PUBLIC_GROUPS } from '@weir/protocol/statement/binding';
import type { Chip } from '@weir/stark/air/builder';
import { compileAir } from '@weir/stark/air/compileAir';
import type { ChipTrace } from '@weir/stark/air/ir';
import { buses } from './buses.ts';
import { accountChip } from './chips/account/air.ts';
import { bandChip } from './chips/band/air.ts';
import { fillBand } from './chips/band/trace.ts';
import { clearingChip } from './chips/clearing/air.ts';
import { fillClearings } from './chips/clearing/trace.ts';
import { creditChip } from './chips/credit/air.ts';
import { fillCredit } from './chips/credit/trace.ts';
import { depositChip } from './chips/deposit/air.ts';
import { fillDeposit } from './chips/deposit/trace.ts';
import { exitSlotChip } from './chips/exitSlot/air.ts';
import { fillExitSlot } from './chips/exitSlot/trace.ts';
import { fillChip } from './chips/fill/air.ts';
import { forcedRequestChip } from './chips/forcedRequest/air.ts';
import { fillForcedRequest } from './chips/forcedRequest/trace.ts';
import { headerChangeChip } from './chips/headerChange/air.ts';
import { fillHeaderChange } from './chips/headerChange/trace.ts';
import { l1FillChip } from './chips/l1Fill/air.ts';
import { messageChip } from './chips/message/air.ts';
import { fillMessages } from './chips/message/trace.ts';
import { moveChip } from './chips/move/air.ts';
import { fillMove } from './chips/move/trace.ts';
import { moveAccountChip } from './chips/moveAccount/air.ts';
import { fillMoveAccount } from './chips/moveAccount/trace.ts';
import { moveSlotChip } from './chips/moveSlot/air.ts';
import { fillMoveSlot } from './chips/moveSlot/trace.ts';
import { openAccountChip } from './chips/openAccount/air.ts';
import { fillOpenAccount } from './chips/openAccount/trace.ts';
import { orderLegsChip } from './chips/orderLegs/air.ts';
import { fillOrderLegs } from './chips/orderLegs/trace.ts';
import { outcomeChip } from './chips/outcome/air.ts';
import { fillOutcome } from './chips/outcome/trace.ts';
import { poseidonChip } from './chips/poseidon/air.ts';
import { prefixChip } from './chips/prefix/air.ts';
import { priceChip } from './chips/price/air.ts';
import { publicValuesChip } from './chips/publicValues/air.ts';
import { fillPublicValues } from './chips/publicValues/trace.ts';
import { rangeChips } from './chips/range/air.ts';
import { rangeTraces } from './chips/range/trace.ts';
import { receiverChip } from './chips/receiver/air.ts';
import { fillReceiver } from './chips/receiver/trace.ts';
import { redeemChip } from './chips/redeem/air.ts';
import { fillRedeem } from './chips/redeem/trace.ts';
import { referenceChip } from './chips/reference/air.ts';
import { fillReference } from './chips/reference/trace.ts';
import { rideChip } from './chips/ride/air.ts';
import { schnorrChips } from './chips/schnorr/air.ts';
import { beginSchnorr, endSchnorr, fillSchnorr, type SchnorrInput, stepJob } from './chips/schnorr/trace.ts';
import { shareChip } from './chips/share/air.ts';
import { fillShare } from './chips/share/trace.ts';
import { slotLeafChip } from './chips/slotLeaf/air.ts';
import { splitChip } from './chips/split/air.ts';
import { fillSplit } from './chips/split/trace.ts';
import { ticksChip } from './chips/ticks/air.ts';
import { fillTicks } from './chips/ticks/trace.ts';
import { treeChip } from './chips/tree/air.ts';
import { fillState } from './chips/tree/trace.ts';
import { type Union, unionChip, unionTrace } from './chips/union.ts';
import { withdrawalChip } from './chips/withdrawal/air.ts';
import { fillWithdrawal } from './chips/withdrawal/trace.ts';
import { wordsChip } from './chips/words/air.ts';
import { fillWords, wordsDigest } from './chips/words/trace.ts';
import { Ledger } from './trace/ledger.ts';
import type { BatchWitness, PendingWitness } from './trace/witness.ts';

/** Chips whose traces are filled together, in the chips' order. */
export interface Part {
  // biome-ignore lint/suspicious/noExplicitAny: a chip's columns are its own business
  readonly chips: readonly Chip<any>[];
  fill(witness: BatchWitness, ledger: Ledger): readonly ChipTrace[];
}

const SIGNATURES: Part = { chips: schnorrChips, fill: (_, ledger) => fillSchnorr(signaturesOf(ledger), ledger) };
/** What depends on the binding, and so on the blobs' hashes. */
const BOUND: readonly Part[] = [
  { chips: [wordsChip], fill: (witness, ledger) => [fillStatement(witness, ledger)] },
  { chips: [publicValuesChip], fill: (witness, ledger) => [fillPublicValues(witness, ledger)] },
];
const TABLES: readonly Part[] = [
  { chips: [poseidonChip], fill: (_, ledger) => [ledger.compressions.trace()] },
  { chips: rangeChips, fill: (_, ledger) => rangeTraces(ledger.ranges) },
];

export const PARTS: readonly Part[] = [
  // Transactions.
  { chips: [openAccountChip], fill: (witness, ledger) => [fillOpenAccount(witness, ledger)] },
  { chips: [depositChip], fill: (witness, ledger) => [fillDeposit(witness, ledger)] },
  { chips: [moveChip], fill: (witness, ledger) => [fillMove(witness, ledger)] },
  { chips: [forcedRequestChip], fill: (witness, ledger) => [fillForcedRequest(witness, ledger)] },
  { chips: [moveAccountChip], fill: (witness, ledger) => [fillMoveAccount(witness, ledger)] },
  {
    chips: [clearingChip, fillChip, l1FillChip, rideChip, priceChip],
    fill(witness, ledger) {
      const { clearing, fill, l1Fill, ride, price } = fillClearings(witness, ledger);
      return [clearing, fill, l1Fill, ride, price];
    },
  },
  { chips: [redeemChip], fill: (witness, ledger) => [fillRedeem(witness, ledger)] },
  { chips: [outcomeChip], fill: (witness, ledger) => [fillOutcome(witness, ledger)] },
  // What they ask for.
  { chips: [orderLegsChip], fill: (_, ledger) => [fillOrderLegs(ledger)] },
  { chips: [bandChip], fill: (_, ledger) => [fillBand(ledger)] },
  { chips: [referenceChip], fill: (witness, ledger) => [fillReference(witness, ledger)] },
  { chips: [exitSlotChip], fill: (witness, ledger) => [fillExitSlot(witness, ledger)] },
  { chips: [moveSlotChip], fill: (_, ledger) => [fillMoveSlot(ledger)] },
  { chips: [headerChangeChip], fill: (witness, ledger) => [fillHeaderChange(witness, ledger)] },
  { chips: [receiverChip], fill: (_, ledger) => [fillReceiver(ledger)] },
  { chips: [creditChip], fill: (_, ledger) => [fillCredit(ledger)] },
  { chips: [withdrawalChip], fill: (_, ledger) => [fillWithdrawal(ledger)] },
  { chips: [shareChip], fill: (_, ledger) => [fillShare(ledger)] },
  { chips: [splitChip], fill: (_, ledger) => [fillSplit(ledger)] },
  {
    chips: [messageChip, prefixChip],
    fill(witness, ledger) {
      const { message, prefix } = fillMessages(witness, ledger);
      return [message, prefix];
    },
  },
  SIGNATURES,
  { chips: [ticksChip], fill: (witness) => [fillTicks(witness)] },
  // State and statement.
  {
    chips: [slotLeafChip, accountChip, treeChip],
    fill(witness, ledger) {
      const { slotLeaf, account, tree } = fillState(witness, ledger);
      return [slotLeaf, account, tree];
    },
  },
  ...BOUND,
  ...TABLES,
];

/** Every chip by itself, in the order in which the parts fill them. */
export const CHIPS = PARTS.flatMap(({ chips }) => chips);

/**
 * What a batch of orders has few rows of. The pots' sums rely on the height (`clearing/pot.ts`).
 */
const requests = unionChip('requests', 18, [
  { chip: openAccountChip, active: ['active'] },
  { chip: depositChip, active: ['taken', 'returned'], own: ['nonZeroInverse'] },
  { chip: moveChip, active: ['transfer', 'withdraw', 'cancel', 'conditional'], own: ['carry', 'nonZeroInverse'] },
  { chip: forcedRequestChip, active: ['exitServed', 'exitRefuted', 'keyApplied', 'keyRefuted'] },
  { chip: moveAccountChip, active: ['active'] },
  { chip: clearingChip, active: ['active'] },
  { chip: l1FillChip, active: ['active'] },
  { chip: rideChip, active: ['active'], own: ['negative', 'netInverse'] },
  { chip: priceChip, active: ['active'] },
  { chip: redeemChip, active: ['active'] },
  { chip: outcomeChip, active: ['active'] },
  { chip: orderLegsChip, active: ['first', 'second', 'third'] },
  { chip: bandChip, active: ['active'] },
  { chip: referenceChip, active: ['active'] },
  { chip: exitSlotChip, active: ['active'] },
  { chip: moveSlotChip, active: ['active'] },
  { chip: headerChangeChip, active: ['active'] },
  { chip: receiverChip, active: ['forTransfer', 'forDeposit'] },
  { chip: withdrawalChip, active: ['active'] },
  { chip: shareChip, active: ['active'] },
  { chip: splitChip, active: ['active'], own: ['low', 'middle'] },
  { chip: prefixChip, active: ['active'] },
]);

/** What every order has a few rows of, and what is nearly as narrow. */
const services = unionChip('services', 20, [
  { chip: creditChip, active: ['active'], own: ['inverse'] },
  { chip: slotLeafChip, active: ['active'] },
  { chip: messageChip, active: ['active'] },
]);

/** The one row of the verifier's values beside the statement's words, which are wider. */
const body = unionChip('body', 18, [
  { chip: wordsChip, active: ['active'] },
  { chip: publicValuesChip, active: ['active'] },
]);

export const UNIONS: readonly Union[] = [requests, services, body];

const united = new Set(UNIONS.flatMap(({ members }) => members.map(({ chip }) => chip.name)));
const alone = CHIPS.filter(({ name }) => !united.has(name));

export const weirAir = compileAir({
  name: 'weir',
  buses,
  chips: [...UNIONS.map(({ chip }) => chip), ...alone],
  publicGroups: PUBLIC_GROUPS,
});

/** One trace per chip of `CHIPS`. */
export function fillChips(witness: BatchWitness, ledger = new Ledger()): ChipTrace[] {
  return PARTS.flatMap((part) => part.fill(witness, ledger));
}

/** Traces of `CHIPS` to those of `weirAir`: members of a union come into its table. */
export function assemble(traces: readonly ChipTrace[]): ChipTrace[] {
  const traceOf = new Map(CHIPS.map(({ name }, i) => [name, traces[i]]));
  const of = (name: string): ChipTrace => traceOf.get(name) as ChipTrace;
  return [
    ...UNIONS.map((union) =>
      unionTrace(
        union,
        union.members.map(({ chip }) => of(chip.name)),
      ),
    ),
    ...alone.map(({ name }) => of(name)),
  ];
}

/** One trace per chip of `weirAir`. */
export function fillTraces(witness: BatchWitness, ledger = new Ledger()): ChipTrace[] {
  return assemble(fillChips(witness, ledger));
}

/**
 * The same traces; the signatures' steps, a third of the work, are computed on the kernels' other threads meanwhile, and the binding is awaited
 * only when it is needed. Takes memory of the kernels' heap until it is done.
 */
export async function fillTracesBeside(kernels: Kernels, pending: BatchWitness | PendingWitness): Promise<ChipTrace[]> {
  let binding: Binding | undefined;
  const witness: BatchWitness = {
    ...pending,
    get binding() {
      invariant(binding, 'a part reads the binding before those that wait for it');
      return binding;
    },
  };
  // Whoever fails first is reported; nobody may be left to fail unheard.
  Promise.resolve(pending.binding).catch(() => undefined);
  const ledger = new Ledger();
  const { heap } = kernels;
  const mark = heap.mark();
  const filled = new Map<Part, readonly ChipTrace[]>();
  const upTo = PARTS.indexOf(SIGNATURES);
  for (const part of PARTS.slice(0, upTo)) filled.set(part, part.fill(witness, ledger));
  const job = beginSchnorr(signaturesOf(ledger), ledger);
  const { rows, chunks } = placeSteps(kernels, stepJob(job));
  const steps = kernels.runBeside(STEPS_KERNEL, chunks);
  try {
    const later = PARTS.slice(upTo + 1).filter((part) => !BOUND.includes(part) && !TABLES.includes(part));
    for (const part of later) filled.set(part, part.fill(witness, ledger));
    binding = await pending.binding;
    for (const part of BOUND) filled.set(part, part.fill(witness, ledger));
    await steps;
    filled.set(SIGNATURES, endSchnorr(job, rows, ledger));
  } finally {
    // Whatever went wrong here, the others may still be writing there.
    await steps.catch(() => undefined);
    heap.release(mark);
  }
  for (const part of TABLES) filled.set(part, part.fill(witness, ledger));
  return assemble(PARTS.flatMap((part) => filled.get(part) as readonly ChipTrace[]));
}

/** A signature that does not verify has no row: nothing takes its tuple from bus `signed`. */
function signaturesOf(ledger: Ledger): SchnorrInput[] {
  const valid = ledger.strict
    ? ledger.signatures
    : ledger.signatures.filter(({ signature, digest, key }) => verifySignature(signature, digest, key));
  return valid.map(({ key, digest, signature }) => ({ key, message: digest, ...signature }));
}

function fillStatement({ statement, binding }: BatchWitness, ledger: Ledger): ChipTrace {
  const { header, words } = statement;
  const { effectWords, headerDiffs, slotDiffs } = header;
  const input = { words, effectWords, headerDiffs, slotDiffs };
  const states = wordsDigest(input, ledger.compressions);
  return fillWords(input, binding.z, states, ledger.ranges).trace;
}
