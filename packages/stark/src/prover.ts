/**
 * The prover, told in the order of docs/proof.md. Each stage says what the challenge after it keeps a cheat from doing.
 */
import type { Ext } from '@weir/crypto/quintic';
import { invariant } from '@weir/foundation/assert';
import type { ChipTrace } from './air/ir.ts';
import type { ProverBackend } from './backend.ts';
import { ProverChannel } from './channel.ts';
import { proveFractionSum } from './gkr.ts';
import { combinedClaim } from './opening.ts';
import { preamble, type Statement } from './preamble.ts';
import { busPowOf } from './profile.ts';
import { type Progress, ProgressMeter, type ProverStage } from './progress.ts';
import { assertWithinLimits, deriveShape, heightCodes } from './stack.ts';
import { proveOpening } from './whir/prover.ts';
import { proveZerocheck, zerocheckInstance } from './zerocheck.ts';

export type { Progress } from './progress.ts';

export interface ProveOptions extends Statement {
  /** One per chip, in the AIR's order. */
  readonly traces: readonly ChipTrace[];
  /** The heights' bytes, if not those that `heightCodes` chooses. */
  readonly heights?: readonly number[];
  /** Threads of the WebAssembly kernels, the calling one included (default 1). Ignored when a backend is given. */
  readonly threads?: number;
  /** Kept by callers that prove often; else one is made for this proof and closed after it. */
  readonly backend?: ProverBackend;
  readonly onProgress?: (progress: Progress) => void;
  /** Stops within a piece of work (some hundred milliseconds), with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The proof's bytes. The traces must satisfy the AIR: a false trace gives bytes that no verifier accepts. */
export async function prove(options: ProveOptions): Promise<Uint8Array> {
  if (options.backend) return proveOn(new ProverChannel(options.backend.findNonce), options.backend, options);
  const { createKernelBackend } = await import('./kernels/backend.ts');
  const backend = await createKernelBackend({ threads: options.threads });
  try {
    return await proveOn(new ProverChannel(backend.findNonce), backend, options);
  } finally {
    await backend.close();
  }
}

/** `prove` over a given channel: tests send false messages through one that alters them on the way. */
export async function proveOn(channel: ProverChannel, backend: ProverBackend, options: ProveOptions): Promise<Uint8Array> {
  const { air, traces, publicValues, context, profile, onProgress, signal } = options;
  const codes = options.heights ?? heightCodes(traces, profile);
  const shape = deriveShape(air, profile, codes);
  invariant(shape, `heights ${traces.map(({ logHeight }) => logHeight)} are outside what the AIR and profile ${profile.name} allow`);
  invariant(publicValues.length === 8 * air.publicGroups && context.length === 32, 'public values or context of the wrong length');
  assertWithinLimits(air, profile);
  checkTraceShape(options);

  // 0. The statement: nothing that follows can be chosen before it is fixed.
  const heightBytes = Uint8Array.from(codes);
  channel.sendUnbound(heightBytes);
  channel.transcript.absorb(preamble({ air, publicValues, context, profile }, heightBytes));

  const meter = new ProgressMeter(shape, onProgress ?? (() => {}));
  const stage = (name: ProverStage): void => {
    signal?.throwIfAborted();
    meter.enter(name);
  };
  const run = backend.start(air, traces, shape, profile, {
    checkpoint: () => signal?.throwIfAborted(),
    advance: (fraction) => meter.advance(fraction),
  });
  try {
    // 1. All columns in one committed polynomial; out-of-domain answers single out one word of the Johnson list.
    stage('commit');
    const oracle = await run.commit();
    channel.send(oracle.root);
    const samples: { point: Ext; value: Ext }[] = [];
    for (let s = 0; s < shape.schedule.rounds[0].oodSamples; s++) {
      const point = channel.transcript.challenge();
      const value = await run.evaluate(point);
      channel.sendExts([value]);
      samples.push({ point, value });
    }

    // 2. α, γ after the traces: two different multisets of tuples cannot be fitted to them.
    await channel.grind(busPowOf(profile));
    const bus = { alpha: channel.transcript.challenge(), gamma: channel.transcript.challenge() };

    // 3. The fraction tree, from the root to one claim about all leaves at ρ.
    stage('fractions');
    const fractions = await proveFractionSum(channel, await run.fractionTree(bus));

    // 4. β after ρ: no constraint can be traded against another or against a bus claim.
    stage('zerocheck');
    const beta = channel.transcript.challenge();
    const instance = zerocheckInstance(air, shape, bus, fractions, beta);
    const { point, columnValues } = await proveZerocheck(channel, instance, await run.zerocheckTables(instance));

    // 5. μ after all claims: one wrong value spoils the sum.
    stage('claims');
    const claims = { samples, point, columnValues, mu: channel.transcript.challenge() };
    const tables = await run.openingTables(claims);

    // 6. WHIR.
    stage('opening');
    const opening = { profile, schedule: shape.schedule, oracle, tables, claim: combinedClaim(shape, claims) };
    await proveOpening(channel, opening, (round) => meter.afterOpeningRound(round));
    stage('done');
    return channel.proof();
  } finally {
    run.finish();
  }
}

function checkTraceShape({ air, traces }: ProveOptions): void {
  for (const [j, { logHeight, columns }] of traces.entries()) {
    const { name, program } = air.chips[j];
    invariant(columns.length === program.columns, `chip ${name}: ${columns.length} columns instead of ${program.columns}`);
    invariant(
      columns.every((column) => column.length === 2 ** logHeight),
      `chip ${name}: a column is not 2^${logHeight} long`,
    );
  }
}
