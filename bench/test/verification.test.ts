/**
 * What a verification costs on L1, by contract, and the proof's bytes by message, are a committed snapshot: whoever changes either sees by how much.
 * `WEIR_SNAPSHOT=1` writes it anew. The proof is always the same, so the numbers are exact. Larger batches: docs/verifier-gas.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bytesByMessage, proveOrders } from '../src/verification.ts';
import { measureVerification } from '../src/verifierChain.ts';

const ORDERS = 16;
const SNAPSHOT = new URL('../snapshots/verification.json', import.meta.url);

it(`a proof of ${ORDERS} orders has the gas and the bytes of the snapshot`, async () => {
  const proven = await proveOrders(ORDERS, 'default', 2);
  const gas: Record<string, number> = {};
  for (const [contract, spent] of await measureVerification(proven)) gas[contract] = (gas[contract] ?? 0) + spent;
  const measured = { orders: ORDERS, proofBytes: proven.proof.length, gas, bytes: Object.fromEntries(bytesByMessage(proven)) };
  if (process.env['WEIR_SNAPSHOT'] === '1') writeFileSync(SNAPSHOT, `${JSON.stringify(measured, null, 2)}\n`);
  expect(measured).toEqual(JSON.parse(readFileSync(SNAPSHOT, 'utf8')));
});
