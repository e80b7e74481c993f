/**
 * LogUp-GKR (eprint 2023/1284): Σ multiplicity/fingerprint over all interactions as a binary tree of fractions, checked layer by
 * layer from the root down (docs/proof.md step 3). Node i of level l has children i and i + 2^l of level l + 1.
 */
import { add, type Ext, eq, isZero, load, mul, ONE, store, sub, ZERO } from '@weir/crypto/quintic';
import { evaluateForm, fingerprint } from './air/evaluate.ts';
import type { Air, ChipTrace } from './air/ir.ts';
import { type ProverChannel, Rejected, type VerifierChannel } from './channel.ts';
import { bindLeading, eqTable, interpolate, type Point, sumOutLeading, WORDS } from './multilinear.ts';
import type { Shape } from './stack.ts';
import { foldClaim, quadraticMessage } from './sumcheck.ts';

export interface BusChallenges {
  readonly alpha: Ext;
  readonly gamma: Ext;
}

/** Where the argument ends: ρ and the claimed numerator and denominator there. */
export interface FractionClaim {
  readonly point: Point;
  readonly numerator: Ext;
  readonly denominator: Ext;
}

/** Two K tables: numerators and denominators of one level. */
export interface FractionLevel {
  readonly numerators: Uint32Array;
  readonly denominators: Uint32Array;
}

/** Σ m/d of the public tuples (t, v_0 … v_7), as a fraction that is never divided. */
export function publicFraction(
  publicValues: Uint32Array,
  { alpha, gamma }: BusChallenges,
  tag: number,
): { numerator: Ext; denominator: Ext } {
  let numerator = ZERO;
  let denominator = ONE;
  for (let group = 0; 8 * group < publicValues.length; group++) {
    const values = [group, ...publicValues.subarray(8 * group, 8 * group + 8)];
    const d = sub(
      alpha,
      fingerprint(
        tag,
        values.map((value) => [value, 0, 0, 0, 0]),
        gamma,
      ),
    );
    numerator = add(mul(numerator, d), denominator);
    denominator = mul(denominator, d);
  }
  return { numerator, denominator };
}

/** Level L: multiplicities and fingerprints of every interaction and row; everything else is 0/1. */
export function fractionLeaves(air: Air, traces: readonly ChipTrace[], shape: Shape, { alpha, gamma }: BusChallenges): FractionLevel {
  const size = 2 ** shape.fractionVariables;
  const numerators = new Uint32Array(WORDS * size);
  const denominators = new Uint32Array(WORDS * size);
  for (let i = 0; i < size; i++) denominators[WORDS * i] = 1;
  for (const block of shape.blocks) {
    const { columns } = traces[block.chip];
    const rows = 2 ** block.logHeight;
    for (const [i, interaction] of air.chips[block.chip].interactions.entries()) {
      for (let row = 0; row < rows; row++) {
        const value = (operand: number): Ext => [operand < columns.length ? columns[operand][row] : row, 0, 0, 0, 0];
        const at = WORDS * (block.offset + i * rows + row);
        store(numerators, at, evaluateForm(interaction.multiplicity, value));
        const tuple = interaction.tuple.map((form) => evaluateForm(form, value));
        store(denominators, at, sub(alpha, fingerprint(interaction.tag, tuple, gamma)));
      }
    }
  }
  return { numerators, denominators };
}

/** Level l from level l + 1: a/b + c/e = (ae + cb)/(be). */
export function nextLevel({ numerators, denominators }: FractionLevel): FractionLevel {
  const half = numerators.length / 2;
  const up = { numerators: new Uint32Array(half), denominators: new Uint32Array(half) };
  for (let i = 0; i < half; i += WORDS) {
    const q0 = load(denominators, i);
    const q1 = load(denominators, half + i);
    store(up.numerators, i, add(mul(load(numerators, i), q1), mul(load(numerators, half + i), q0)));
    store(up.denominators, i, mul(q0, q1));
  }
  return up;
}

/** The prover's tables: the reference below, or kernels in WebAssembly memory. */
export interface FractionTree {
  readonly variables: number;
  /** (P, Q) */
  root(): readonly [Ext, Ext];
  /** Starts on level `level` + 1, with eq(point without its first coordinate, ·) as weights. */
  beginLayer(level: number, point: Point): Promise<void>;
  /** h(0) and the leading coefficient of Σ_x weight(x) (P0 Q1 + P1 Q0 + λ Q0 Q1)(X, x). */
  roundSums(lambda: Ext): Promise<readonly [Ext, Ext]>;
  bind(r: Ext): Promise<void>;
  /** (P_0, P_1, Q_0, Q_1) once all variables of the layer are bound. */
  ends(): readonly [Ext, Ext, Ext, Ext];
}

export async function proveFractionSum(channel: ProverChannel, tree: FractionTree): Promise<FractionClaim> {
  let [p, q] = tree.root();
  channel.sendExts([p, q]);
  let point: Ext[] = [];
  for (let l = 0; l < tree.variables; l++) {
    await tree.beginLayer(l, point);
    const challenges: Ext[] = [];
    if (l > 0) {
      const lambda = channel.transcript.challenge();
      let claim = add(p, mul(lambda, q));
      for (let t = 0; t < l; t++) {
        const [h0, c2] = await tree.roundSums(lambda);
        const message = quadraticMessage(claim, point[t], h0, c2);
        channel.sendExts(message);
        const r = channel.transcript.challenge();
        claim = foldClaim(claim, point[t], message, r);
        await tree.bind(r);
        challenges.push(r);
      }
    }
    const [p0, p1, q0, q1] = tree.ends();
    channel.sendExts([p0, p1, q0, q1]);
    const tau = channel.transcript.challenge();
    p = interpolate(p0, p1, tau);
    q = interpolate(q0, q1, tau);
    point = [tau, ...challenges];
  }
  return { point, numerator: p, denominator: q };
}

/** The four halves of one level, being bound variable by variable. */
export class LayerTables {
  #halves: readonly Uint32Array[];
  #weights: Uint32Array;

  /** `weights` is empty for level 0. */
  constructor({ numerators, denominators }: FractionLevel, weights: Uint32Array) {
    const half = numerators.length / 2;
    this.#halves = [numerators.subarray(0, half), numerators.subarray(half), denominators.subarray(0, half), denominators.subarray(half)];
    this.#weights = weights;
  }

  roundSums(lambda: Ext): [Ext, Ext] {
    const [p0, p1, q0, q1] = this.#halves;
    return layerRoundSums(p0, p1, q0, q1, this.#weights, lambda);
  }

  bind(r: Ext): void {
    this.#halves = this.#halves.map((table) => bindLeading(table, r));
    if (this.#weights.length > WORDS) this.#weights = sumOutLeading(this.#weights);
  }

  ends(): [Ext, Ext, Ext, Ext] {
    const [p0, p1, q0, q1] = this.#halves.map((table) => load(table, 0));
    return [p0, p1, q0, q1];
  }
}

/** The version to read: every level as plain tables. */
export function referenceFractionTree(leaves: FractionLevel): FractionTree {
  const levels = [leaves];
  while (levels[0].numerators.length > WORDS) levels.unshift(nextLevel(levels[0]));
  let layer: LayerTables;
  return {
    variables: levels.length - 1,
    root: () => [load(levels[0].numerators, 0), load(levels[0].denominators, 0)],
    async beginLayer(level, point) {
      layer = new LayerTables(levels[level + 1], level > 0 ? eqTable(point.slice(1)) : new Uint32Array(0));
    },
    roundSums: async (lambda) => layer.roundSums(lambda),
    bind: async (r) => layer.bind(r),
    ends: () => layer.ends(),
  };
}

/** h(0) and the leading coefficient of Σ_x weight(x) (P0 Q1 + (P1 + λ Q1) Q0)(X, x). */
function layerRoundSums(p0: Uint32Array, p1: Uint32Array, q0: Uint32Array, q1: Uint32Array, weights: Uint32Array, lambda: Ext): [Ext, Ext] {
  const half = p0.length / 2;
  let h0 = ZERO;
  let c2 = ZERO;
  const gate = (a0: Ext, a1: Ext, b0: Ext, b1: Ext) => add(mul(a0, b1), mul(b0, add(a1, mul(lambda, b1))));
  const difference = (table: Uint32Array, i: number) => sub(load(table, half + i), load(table, i));
  for (let i = 0; i < half; i += WORDS) {
    const weight = load(weights, i);
    h0 = add(h0, mul(weight, gate(load(p0, i), load(p1, i), load(q0, i), load(q1, i))));
    c2 = add(c2, mul(weight, gate(difference(p0, i), difference(p1, i), difference(q0, i), difference(q1, i))));
  }
  return [h0, c2];
}

/** The verifier's side; the root must balance against the public fraction. */
export function verifyFractionSum(
  channel: VerifierChannel,
  variables: number,
  publicSum: { readonly numerator: Ext; readonly denominator: Ext },
): FractionClaim {
  let [p, q] = channel.receiveExts(2, 'fraction root');
  if (isZero(q)) throw new Rejected('FractionRootZero', 'Q = 0');
  const balance = add(mul(p, publicSum.denominator), mul(publicSum.numerator, q));
  if (isZero(publicSum.denominator) || !isZero(balance)) throw new Rejected('BusUnbalanced', 'P/Q and the public tuples do not cancel');

  let point: Ext[] = [];
  for (let l = 0; l < variables; l++) {
    const challenges: Ext[] = [];
    let claim = ZERO;
    let lambda = ZERO;
    if (l > 0) {
      lambda = channel.transcript.challenge();
      claim = add(p, mul(lambda, q));
      for (let t = 0; t < l; t++) {
        const message = channel.receiveExts(2, `fraction layer ${l} round ${t}`);
        const r = channel.transcript.challenge();
        claim = foldClaim(claim, point[t], message, r);
        challenges.push(r);
      }
    }
    const [p0, p1, q0, q1] = channel.receiveExts(4, `fraction layer ${l}`);
    const numerator = add(mul(p0, q1), mul(p1, q0));
    const denominator = mul(q0, q1);
    const holds = l > 0 ? eq(claim, add(numerator, mul(lambda, denominator))) : eq(p, numerator) && eq(q, denominator);
    if (!holds) throw new Rejected('FractionLayerMismatch', `layer ${l}`);
    const tau = channel.transcript.challenge();
    p = interpolate(p0, p1, tau);
    q = interpolate(q0, q1, tau);
    point = [tau, ...challenges];
  }
  return { point, numerator: p, denominator: q };
}
