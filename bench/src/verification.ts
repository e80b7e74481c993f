/** A proof of N signed orders, made in memory and always the same, and what its bytes are. */
import { proveBatch } from '@weir/circuits/prove';
import { batchWitness } from '@weir/circuits/trace/witness';
import { weirAir } from '@weir/circuits/weirAir';
import type { ProductionProfile } from '@weir/node/l1/deployVerifier';
import { createKernelBackend } from '@weir/stark/kernels/backend';
import { PROFILES } from '@weir/stark/profile';
import { verifyProof } from '@weir/stark/verifier';
import { execute, instance, pendingOrders } from './memoryBatch.ts';
import type { Verification } from './verifierChain.ts';

export async function proveOrders(orders: number, name: ProductionProfile, threads: number): Promise<Verification> {
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

/** Bytes by message: reads of one kind added up ("zerocheck round 3" and "zerocheck round 4" are one kind). */
export function bytesByMessage({ profile, context, publicValues, proof }: Verification): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  const onRead = (what: string, _offset: number, length: number) => {
    const kind = what.replace(/^(fraction layer|zerocheck round|column values).*/, '$1').replace(/ fold \d+| round \d+$/, '');
    table.set(kind, (table.get(kind) ?? 0) + length);
  };
  const verdict = verifyProof({ air: weirAir, context, publicValues, profile: PROFILES[profile], proof, onRead });
  if (!verdict.accepted) throw new Error(`TypeScript refuses the proof: ${verdict.reason} ${verdict.detail}`);
  return table;
}
