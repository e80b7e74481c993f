/**
 * Security profiles: the few numbers somebody chooses. Everything else (queries, grinding, samples, folds) is derived from them
 * by `soundness.ts`, and the id of a profile is a hash over its numbers *and* the derived tables, so a verifier that pins the id
 * pins every query count.
 */
import { keccak256 } from '@weir/crypto/keccak';
import { busGrinding, deriveSchedule } from './soundness.ts';

export interface SecurityProfile {
  readonly name: string;
  /** Provable bits that every round must reach. */
  readonly targetBits: number;
  /** Choices for −log2 of the first code's rate, ascending. */
  readonly logInverseRates: readonly number[];
  /** Choices for the variables folded in the first round: leaves of oracle 0 hold 2^fold base elements. */
  readonly firstFolds: readonly number[];
  /** The same for later rounds, over K. */
  readonly laterFolds: readonly number[];
  /** Choices for log2 of how much shorter each code is than the one before. */
  readonly domainShrinks: readonly number[];
  /** The trace's codeword has at most 2^logCodeword base elements, or as many as the lowest of the rates needs. */
  readonly logCodeword: number;
  /** The same where the proof would be too long otherwise. */
  readonly maxLogCodeword: number;
  /** How many Keccak permutations of the prover a byte of proof is worth: Merkle trees and grinding are most of its time. */
  readonly hashesPerByte: number;
  /** Expected bytes of step 6 are not more: where they would be, the codeword gets longer and a byte dearer. */
  readonly maxOpeningBytes: number;
  /** The final polynomial has at most 2^maxFinalVariables coefficients, sent in clear. */
  readonly maxFinalVariables: number;
  readonly minVariables: number;
  readonly maxVariables: number;
  /** Bound on L, the depth of the fraction tree. It also keeps the number of tuples far below p: equal tuples cannot add up to 0. */
  readonly maxFractionVariables: number;
  readonly digestBytes: number;
  /** Grinding in bits, derived between floor and cap. */
  readonly grinding: {
    readonly query: { readonly floor: number; readonly cap: number };
    readonly fold: { readonly floor: number; readonly cap: number };
    readonly bus: { readonly floor: number; readonly cap: number };
  };
  /** Bounds on any AIR proven under this profile, used by the bounds that depend on the AIR. */
  readonly airLimits: { readonly constraints: number; readonly columns: number; readonly tupleLength: number };
}

/** One WHIR round: oracle i is queried `queries` times after its `fold` variables are bound. */
export interface WhirRound {
  /** n_i: variables of F_i. */
  readonly variables: number;
  /** k_i */
  readonly fold: number;
  /** d_i: log2 of the domain of oracle i (number of leaves). */
  readonly logDomain: number;
  /** Out-of-domain samples right after the commitment of oracle i. */
  readonly oodSamples: number;
  /** Before each folding challenge. */
  readonly foldPow: number;
  /** Before the indices. */
  readonly queryPow: number;
  readonly queries: number;
  /** Distance to the Johnson bound: η = √ρ / (2m). Not used by the verifier. */
  readonly multiplicity: number;
}

export interface WhirSchedule {
  /** N */
  readonly variables: number;
  readonly rounds: readonly WhirRound[];
  /** n_M: variables of the final polynomial. */
  readonly finalVariables: number;
}

/** ≥ 100 provable bits: what L1 accepts. */
export const DEFAULT_PROFILE: SecurityProfile = {
  name: 'default',
  targetBits: 100,
  logInverseRates: [3, 4, 5],
  firstFolds: [5, 6, 7],
  laterFolds: [2, 3, 4, 5],
  domainShrinks: [1, 2, 3, 4, 5],
  logCodeword: 28,
  maxLogCodeword: 30,
  hashesPerByte: 2500,
  maxOpeningBytes: 81_500,
  maxFinalVariables: 7,
  minVariables: 14,
  maxVariables: 26,
  maxFractionVariables: 27,
  digestBytes: 26,
  grinding: { query: { floor: 0, cap: 22 }, fold: { floor: 0, cap: 8 }, bus: { floor: 0, cap: 20 } },
  airLimits: { constraints: 16_384, columns: 8192, tupleLength: 64 },
};

/**
 * What L1 falls back to when the default verifier is switched off: the same AIR and argument at the strength of the digests, for
 * traces that leave room for the longer proof in one transaction. Its verifier runs the AIR by another implementation.
 */
export const RESERVE_PROFILE: SecurityProfile = {
  ...DEFAULT_PROFILE,
  name: 'reserve',
  targetBits: 104,
  maxVariables: 24,
  maxFractionVariables: 26,
};

/** An argument of ≥ 128 bits with full-length digests; slower, and the signature scheme stays at 108. */
export const HIGH_PROFILE: SecurityProfile = {
  ...DEFAULT_PROFILE,
  name: 'high',
  targetBits: 128,
  maxOpeningBytes: 150_000,
  digestBytes: 32,
  grinding: { query: { floor: 0, cap: 22 }, fold: { floor: 0, cap: 20 }, bus: { floor: 0, cap: 22 } },
};

/** Weak and fast, for tests only: exercises every message, including every nonce. */
export const TEST_PROFILE: SecurityProfile = {
  ...DEFAULT_PROFILE,
  name: 'test',
  maxOpeningBytes: 1_000_000,
  targetBits: 14,
  logInverseRates: [2],
  firstFolds: [2],
  laterFolds: [2],
  domainShrinks: [1],
  maxFinalVariables: 1,
  minVariables: 5,
  maxVariables: 20,
  maxFractionVariables: 20,
  grinding: { query: { floor: 3, cap: 3 }, fold: { floor: 1, cap: 1 }, bus: { floor: 2, cap: 2 } },
};

export const PROFILES: Readonly<Record<string, SecurityProfile>> = {
  default: DEFAULT_PROFILE,
  reserve: RESERVE_PROFILE,
  high: HIGH_PROFILE,
  test: TEST_PROFILE,
};

interface DerivedProfile {
  readonly schedules: ReadonlyMap<number, WhirSchedule>;
  readonly busPow: number;
  readonly id: Uint8Array;
}

const derived = new WeakMap<SecurityProfile, DerivedProfile>();

function derive(profile: SecurityProfile): DerivedProfile {
  const known = derived.get(profile);
  if (known) return known;
  const schedules = new Map<number, WhirSchedule>();
  for (let n = profile.minVariables; n <= profile.maxVariables; n++) schedules.set(n, deriveSchedule(profile, n));
  const busPow = busGrinding(profile);
  const canonical = canonicalJson({ profile, busPow, schedules: [...schedules.values()] });
  const result = { schedules, busPow, id: keccak256(new TextEncoder().encode(canonical)) };
  derived.set(profile, result);
  return result;
}

/** JSON with keys in alphabetical order and no whitespace: one text per value. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const record = value as Record<string, unknown>;
  return `{${Object.keys(record)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`)
    .join(',')}}`;
}

/** keccak256 over the profile's numbers and its derived tables; absorbed first and pinned by L1. */
export function profileId(profile: SecurityProfile): Uint8Array {
  return derive(profile).id;
}

/** The rounds for N variables, or undefined when the profile does not allow N. */
export function scheduleFor(profile: SecurityProfile, variables: number): WhirSchedule | undefined {
  return derive(profile).schedules.get(variables);
}

/** Grinding bits before the bus challenges α, γ. */
export function busPowOf(profile: SecurityProfile): number {
  return derive(profile).busPow;
}
