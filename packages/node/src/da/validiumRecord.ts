/** A batch's validium diffs between database row, committee and state: u16 header diffs ‖ words of 31 bytes, headers then slots. */
import { bigintToBytes, bytesToBigint, concatBytes } from '@weir/foundation/bytes';
import type { ValidiumData } from '@weir/protocol/statement/availability';
import { decodeHeader, digestBytes } from '@weir/protocol/statement/header';
import { WORD_BYTES } from '@weir/protocol/statement/limbs';
import { and, asc, gte, isNotNull } from 'drizzle-orm';
import type { HeldBatch } from '../committee/member.ts';
import type { Queries } from '../storage/database.ts';
import { batches } from '../storage/schema.ts';

const COUNT_BYTES = 2;

export const encodeValidiumRecord = ({ headerDiffs, words }: ValidiumData): Uint8Array =>
  concatBytes(bigintToBytes(BigInt(headerDiffs), COUNT_BYTES), words);

export function decodeValidiumRecord(record: Uint8Array): ValidiumData {
  const headerDiffs = Number(bytesToBigint(record.subarray(0, COUNT_BYTES)));
  const words = record.subarray(COUNT_BYTES);
  return { headerDiffs, slotDiffs: words.length / WORD_BYTES - 2 * headerDiffs, words };
}

interface Row {
  readonly number: number;
  readonly statement: Uint8Array;
  readonly validiumData: Uint8Array | null;
}

/** What the committee is asked to hold of a batch; undefined if no validium account changed. */
export function heldBatchOf({ number, statement, validiumData }: Row): HeldBatch | undefined {
  if (validiumData === null) return undefined;
  const { oldValidiumRoot, newValidiumRoot } = decodeHeader(statement);
  return {
    batchNumber: number,
    oldValidiumRoot: digestBytes(oldValidiumRoot),
    newValidiumRoot: digestBytes(newValidiumRoot),
    ...decodeValidiumRecord(validiumData),
  };
}

/** Every batch with validium diffs from this one on, in order. */
export async function heldBatchesFrom(queries: Queries, from: number): Promise<HeldBatch[]> {
  const { number, statement, validiumData } = batches;
  const rows = await queries
    .select({ number, statement, validiumData })
    .from(batches)
    .where(and(gte(number, from), isNotNull(validiumData)))
    .orderBy(asc(number));
  return rows.flatMap((row) => heldBatchOf(row) ?? []);
}
