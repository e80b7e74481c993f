/**
 * `npx tsx bench/src/verifierGas.ts --orders N [--profile reserve] [--threads T] [--save FILE | --load FILE]`: proves a batch of N
 * signed orders, made in memory, and verifies that proof on a local chain by the production verifier alone, without settling. Prints gas by
 * stage and bytes by message: the tables of docs/verifier-gas.md. A proof can be kept in a file and measured again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { proveBatch } from '@weir/circuits/prove';
import { batchWitness } from '@weir/circuits/trace/witness';
import { weirAir } from '@weir/circuits/weirAir';
import { fromHex, toHex } from '@weir/foundation/bytes';
import { createKernelBackend } from '@weir/stark/kernels/backend';
import { PROFILES, type SecurityProfile } from '@weir/stark/profile';
import { deriveShape } from '@weir/stark/stack';
import { verifyProof } from '@weir/stark/verifier';
import { execute, instance, pendingOrders } from './memoryBatch.ts';
import { measureVerification } from './verifierChain.ts';

interface Saved {
  readonly profile: 'default' | 'reserve';
  readonly context: Uint8Array;
  readonly publicValues: Uint32Array;
  readonly proof: Uint8Array;
}

const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
};

async function proveOrders(orders: number, name: 'default' | 'reserve', threads: number): Promise<Saved> {
  const { state, clearing, context } = pendingOrders(orders);
  const batch = execute(state, [clearing], context);
  const backend = await createKernelBackend({ threads });
  try {
    const {
      proof,
      publicValues,
      context: digest,
    } = await proveBatch(batchWitness(batch, context, instance), {
      backend,
      profile: PROFILES[name],
    });
    return { profile: name, context: digest, publicValues, proof };
  } finally {
    await backend.close();
  }
}

function load(file: string): Saved {
  const json = JSON.parse(readFileSync(file, 'utf8'));
  return {
    profile: json.profile,
    context: fromHex(json.context),
    publicValues: Uint32Array.from(json.publicValues),
    proof: fromHex(json.proof),
  };
}

function save(file: string, { profile, context, publicValues, proof }: Saved): void {
  writeFileSync(file, JSON.stringify({ profile, context: toHex(context), publicValues: [...publicValues], proof: toHex(proof) }));
}

/** Bytes by message: reads of one kind added up ("zerocheck round 3" and "zerocheck round 4" are one kind). */
function bytesByMessage({ context, publicValues, proof }: Saved, profile: SecurityProfile): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  const onRead = (what: string, _offset: number, length: number) => {
    const kind = what.replace(/^(fraction layer|zerocheck round|column values).*/, '$1').replace(/ fold \d+| round \d+$/, '');
    table.set(kind, (table.get(kind) ?? 0) + length);
  };
  const verdict = verifyProof({ air: weirAir, context, publicValues, profile, proof, onRead });
  if (!verdict.accepted) throw new Error(`TypeScript refuses the proof: ${verdict.reason} ${verdict.detail}`);
  return table;
}

function printTable(title: string, rows: Iterable<readonly [string, number]>): void {
  console.log(`\n| ${title} | |\n|---|---:|`);
  for (const [name, value] of rows) console.log(`| ${name} | ${value.toLocaleString('en-US')} |`);
}

const file = argument('--load');
const saved = file
  ? load(file)
  : await proveOrders(
      Number(argument('--orders') ?? 16),
      argument('--profile') === 'reserve' ? 'reserve' : 'default',
      Number(argument('--threads') ?? 1),
    );
const keep = argument('--save');
if (keep !== undefined) save(keep, saved);
const profile = PROFILES[saved.profile];
const shape = deriveShape(weirAir, profile, [...saved.proof.subarray(0, weirAir.chips.length)]);
console.log(
  `profile ${saved.profile}, N = ${shape?.variables}, L = ${shape?.fractionVariables}, proof ${saved.proof.length.toLocaleString('en-US')} bytes`,
);
printTable('message', bytesByMessage(saved, profile));
printTable('stage (gas)', await measureVerification(saved));
process.exit(0);
