/**
 * Writes the generated parts of the L1 verifier: profiles (id, WHIR schedules), one pinning contract per AIR,
 * and Poseidon.
 * `--check` compares with what is committed instead of writing, and fails on any difference.
 *
 * Production files go to contracts/src/verifier/generated; a verifier of the `test` profile exists only under contracts/test.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { weirAir } from '../packages/circuits/src/weirAir.ts';
import { toHex } from '../packages/foundation/src/bytes.ts';
import type { Air } from '../packages/stark/src/air/ir.ts';
import { type AirImplementation, programContracts, verifierSolidity } from '../packages/stark/src/compile/solidity.ts';
import { poseidonSolidity } from '../packages/stark/src/compile/solidityPoseidon.ts';
import { capitalized, profileSolidity } from '../packages/stark/src/compile/solidityProfile.ts';
import { permutation } from '../packages/stark/src/examples/permutation.ts';
import { poseidonChain } from '../packages/stark/src/examples/poseidonChain.ts';
import { DEFAULT_PROFILE, RESERVE_PROFILE, type SecurityProfile, TEST_PROFILE } from '../packages/stark/src/profile.ts';

const root = new URL('..', import.meta.url);
const PRODUCTION = 'contracts/src/verifier/generated';
const TEST = 'contracts/test/verifier/generated';
const SOURCES_FROM_TEST = '../../../src/verifier';

/** Example verifiers, for tests of the verifier itself. */
const EXAMPLES: readonly (readonly [Air, SecurityProfile, AirImplementation])[] = [
  [permutation, TEST_PROFILE, 'compiled'],
  [poseidonChain, TEST_PROFILE, 'interpreted'],
  [poseidonChain, DEFAULT_PROFILE, 'compiled'],
];

function exampleFiles(air: Air, profile: SecurityProfile, implementation: AirImplementation): [string, string][] {
  const contract = `${capitalized(air.name)}${capitalized(profile.name)}Verifier`;
  const profileFile =
    profile === DEFAULT_PROFILE ? `${SOURCES_FROM_TEST}/generated/DefaultProfile.sol` : `./${capitalized(profile.name)}Profile.sol`;
  return [
    [`${TEST}/${contract}.sol`, verifierSolidity(air, profile, { contract, sources: SOURCES_FROM_TEST, profileFile, implementation })],
  ];
}

/** The codes of the contracts that hold the AIR, for forge tests (TypeScript derives them from the AIR). */
const programFile = (air: Air): [string, string] => [
  `${TEST}/${air.name}.program.json`,
  `${JSON.stringify({ interpreted: programContracts(air, 'interpreted').map(toHex), compiled: programContracts(air, 'compiled').map(toHex) }, null, 1)}\n`,
];

const files: [string, string][] = [
  [
    `${PRODUCTION}/WeirVerifier.sol`,
    verifierSolidity(weirAir, DEFAULT_PROFILE, {
      contract: 'WeirVerifier',
      sources: '..',
      profileFile: './DefaultProfile.sol',
      implementation: 'compiled',
    }),
  ],
  [
    `${PRODUCTION}/WeirReserveVerifier.sol`,
    verifierSolidity(weirAir, RESERVE_PROFILE, {
      contract: 'WeirReserveVerifier',
      sources: '..',
      profileFile: './ReserveProfile.sol',
      implementation: 'interpreted',
    }),
  ],
  [`${PRODUCTION}/DefaultProfile.sol`, profileSolidity(DEFAULT_PROFILE, '..')],
  [`${PRODUCTION}/ReserveProfile.sol`, profileSolidity(RESERVE_PROFILE, '..')],
  [`${PRODUCTION}/PoseidonKoalaBear.sol`, poseidonSolidity()],
  [`${TEST}/TestProfile.sol`, profileSolidity(TEST_PROFILE, SOURCES_FROM_TEST)],
  ...EXAMPLES.flatMap((example) => exampleFiles(...example)),
  programFile(permutation),
  programFile(poseidonChain),
];

const check = process.argv.includes('--check');
let stale = 0;
for (const [path, text] of files) {
  const url = new URL(path, root);
  if (existsSync(url) && readFileSync(url, 'utf8') === text) continue;
  stale++;
  if (check) {
    console.error(`${path} is stale`);
    continue;
  }
  mkdirSync(dirname(url.pathname), { recursive: true });
  writeFileSync(url, text);
  console.log(`wrote ${path}`);
}
if (check && stale > 0) {
  console.error('run npx tsx scripts/generateVerifier.ts');
  process.exit(1);
}
