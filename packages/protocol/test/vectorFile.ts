/** Vectors are committed JSON shared with Solidity. `WRITE_VECTORS=1` rewrites them; otherwise a test compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** `bigint` as decimal strings. */
export const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner)));

export function expectVectorFile(name: string, value: unknown): void {
  const path = new URL(`../../../vectors/${name}`, import.meta.url);
  if (process.env['WRITE_VECTORS'] === '1') writeFileSync(path, `${JSON.stringify(plain(value), null, 1)}\n`);
  expect(plain(value)).toEqual(JSON.parse(readFileSync(path, 'utf8')));
}
