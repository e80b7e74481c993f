/** Ways to spoil a proof: after the fact (bytes) or while it is being made (messages altered before they are absorbed). */
import { P } from '@weir/crypto/field';
import { referenceBackend } from '../../src/backend.ts';
import { ProverChannel, type Rejection } from '../../src/channel.ts';
import type { Statement } from '../../src/preamble.ts';
import { type ProveOptions, proveOn } from '../../src/prover.ts';
import { verifyProof } from '../../src/verifier.ts';

export interface Read {
  readonly what: string;
  readonly offset: number;
  readonly length: number;
}

/** Every read of an accepted proof. */
export function readsOf(statement: Statement, proof: Uint8Array): Read[] {
  const reads: Read[] = [];
  verifyProof({ ...statement, proof, onRead: (what, offset, length) => reads.push({ what, offset, length }) });
  return reads;
}

/** Alters the message that begins at `offset`: its first element is increased by one. The honest prover goes on from there. */
class LyingChannel extends ProverChannel {
  private sent = 0;
  private readonly offset: number;

  constructor(offset: number) {
    super();
    this.offset = offset;
  }

  override sendUnbound(bytes: Uint8Array): void {
    this.sent += bytes.length;
    super.sendUnbound(bytes);
  }

  override send(message: Uint8Array): void {
    const altered = message.slice();
    if (this.sent === this.offset) incrementElement(altered, 0);
    this.sent += message.length;
    super.send(altered);
  }

  override async grind(bits: number): Promise<void> {
    if (bits > 0) this.sent += 8;
    await super.grind(bits);
  }
}

/** Adds 1 mod p to the big-endian element at `at`. */
export function incrementElement(bytes: Uint8Array, at: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setUint32(at, (view.getUint32(at) + 1) % P);
}

/** A proof in which the prover lies once, in the message first read as `what`, and stays consistent otherwise. */
export function proveWithLie(options: ProveOptions, honest: Uint8Array, what: string): Promise<Uint8Array> {
  const read = readsOf(options, honest).find((candidate) => candidate.what === what);
  if (!read) throw new RangeError(`no read called ${what}`);
  return proveOn(new LyingChannel(read.offset), referenceBackend, options);
}

export interface Mutant {
  readonly name: string;
  readonly reason: Rejection;
  readonly proof: Uint8Array;
  /** When the mutant is a false statement rather than a false proof. */
  readonly publicValues?: Uint32Array;
  readonly context?: Uint8Array;
}

/** One mutant per rejection name and trap. `options` needs at least one interaction. */
export async function mutants(options: ProveOptions, honest: Uint8Array): Promise<Mutant[]> {
  const reads = readsOf(options, honest);
  const at = (what: string): Read => {
    const read = reads.find((candidate) => candidate.what === what);
    if (!read) throw new RangeError(`no read called ${what}`);
    return read;
  };
  const edited = (edit: (bytes: Uint8Array) => void) => {
    const bytes = honest.slice();
    edit(bytes);
    return bytes;
  };
  const lastFold = reads.filter(({ what }) => /^whir \d+ fold \d+$/.test(what)).at(-1)!.what;
  const list: Mutant[] = [
    { name: 'empty', reason: 'ProofTruncated', proof: new Uint8Array(0) },
    { name: 'last byte missing', reason: 'ProofTruncated', proof: honest.subarray(0, honest.length - 1) },
    { name: 'half of it', reason: 'ProofTruncated', proof: honest.subarray(0, honest.length >> 1) },
    { name: 'one byte more', reason: 'TrailingBytes', proof: Uint8Array.from([...honest, 0]) },
    { name: 'height 255', reason: 'ShapeOutOfBounds', proof: edited((bytes) => bytes.fill(255, 0, 1)) },
    {
      name: 'fraction root with Q = 0',
      reason: 'FractionRootZero',
      proof: edited((bytes) => bytes.fill(0, at('fraction root').offset + 20, at('fraction root').offset + 40)),
    },
    {
      name: 'fraction root with another P',
      reason: 'BusUnbalanced',
      proof: edited((bytes) => incrementElement(bytes, at('fraction root').offset)),
    },
    {
      name: 'layer 0 ends',
      reason: 'FractionLayerMismatch',
      proof: edited((bytes) => incrementElement(bytes, at('fraction layer 0').offset)),
    },
    {
      name: 'layer 1 round',
      reason: 'FractionLayerMismatch',
      proof: edited((bytes) => incrementElement(bytes, at('fraction layer 1 round 0').offset)),
    },
    {
      name: 'zerocheck round',
      reason: 'ZerocheckMismatch',
      proof: edited((bytes) => incrementElement(bytes, at('zerocheck round 0').offset)),
    },
    { name: 'column value', reason: 'ZerocheckMismatch', proof: edited((bytes) => incrementElement(bytes, at('column values').offset)) },
    { name: 'opened leaf', reason: 'MerkleMismatch', proof: edited((bytes) => incrementElement(bytes, at('oracle 0 leaves').offset)) },
    {
      name: 'sibling digest',
      reason: 'MerkleMismatch',
      proof: edited((bytes) => bytes.fill(0, at('oracle 0 siblings').offset, at('oracle 0 siblings').offset + 26)),
    },
  ];
  for (const what of [
    'out-of-domain answer',
    'fraction root',
    'fraction layer 1',
    'column values',
    'oracle 0 leaves',
    'final polynomial',
  ]) {
    list.push({
      name: `non-canonical element in ${what}`,
      reason: 'NonCanonicalElement',
      proof: edited((bytes) => new DataView(bytes.buffer).setUint32(at(what).offset, P)),
    });
  }
  for (const [what, reason] of [
    ['out-of-domain answer', 'FinalSumMismatch'],
    ['out-of-domain answer 1', 'FinalSumMismatch'],
    ['whir 0 fold 0', 'FinalSumMismatch'],
    [lastFold, 'FinalSumMismatch'],
    ['final polynomial', 'FinalPolynomialMismatch'],
    ['root 1', 'MerkleMismatch'],
    ['column values', 'ZerocheckMismatch'],
    ['fraction layer 1', 'FractionLayerMismatch'],
  ] as const) {
    if (reads.some((read) => read.what === what))
      list.push({ name: `lie in ${what}`, reason, proof: await proveWithLie(options, honest, what) });
  }
  // A false statement changes every challenge; the first that still finds enough zeros in the bus nonce shows what comes after.
  const passesNonce = (change: Partial<Statement>) => {
    const verdict = verifyProof({ ...options, ...change, proof: honest });
    return !verdict.accepted && verdict.reason !== 'GrindingFailed';
  };
  const variants = Array.from({ length: 200 }, (_, i) => i + 1);
  const contexts = variants.map((i) => options.context.map((byte, at) => (at === 31 ? byte ^ i : byte)));
  const hasPublics = options.publicValues.length > 0;
  list.push({
    name: 'other context',
    reason: hasPublics ? 'BusUnbalanced' : 'FractionLayerMismatch',
    proof: honest,
    context: contexts.find((context) => passesNonce({ context })),
  });
  if (hasPublics) {
    const changed = variants.map((i) => options.publicValues.map((value, at) => (at === 0 ? (value + i) % P : value)));
    list.push({
      name: 'other public value',
      reason: 'BusUnbalanced',
      proof: honest,
      publicValues: changed.find((publicValues) => passesNonce({ publicValues })),
    });
  }
  return list;
}
