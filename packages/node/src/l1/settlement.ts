/**
 * A batch as L1 has it: the statement in the transaction that settled it, the diff words in calldata or blobs, and, for validium diffs
 * that were not published, what the committee holds.
 */
import { bytesToBigint, equalBytes, fromHex, type Hex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { wordsFromBlobs } from '@weir/protocol/statement/blobs';
import { decodeHeader, digestBytes, HEADER_BYTES, STATEMENT_VERSION, type StatementHeader } from '@weir/protocol/statement/header';
import { limbsFromWord, WORD_BYTES } from '@weir/protocol/statement/limbs';
import { encodeBody } from '@weir/protocol/statement/statement';
import type { PublicClient } from 'viem';
import type { Committee } from '../committee/client.ts';
import { type BlobReader, readBlobs } from '../da/blobSources.ts';
import { encodeValidiumRecord } from '../da/validiumRecord.ts';

/** What L1's event says about it. */
export interface SettledEvent {
  readonly batchNumber: number;
  readonly rollupRoot: Hex;
  readonly validiumRoot: Hex;
  readonly transaction: Hex;
}

export interface SettlementSources {
  readonly client: PublicClient;
  readonly blobs: BlobReader;
  readonly committee: Committee | undefined;
}

export interface Settlement {
  readonly header: StatementHeader;
  /** Header and calldata words. */
  readonly statement: Uint8Array;
  readonly blobHashes: readonly Hex[];
  /** Diff words that were in blobs; null if there are none. */
  readonly blobWords: Uint8Array | null;
  /** For `decodeValidiumRecord`; null if no validium account changed, or its diffs are in the body. */
  readonly validiumData: Uint8Array | null;
}

/** STATEMENT_MISSING: the transaction does not show it. VALIDIUM_DATA_MISSING: no committee member has it. BLOB_MISSING: no source has it. */
export type SettlementFault = 'STATEMENT_MISSING' | 'VALIDIUM_DATA_MISSING';

/** Throws `CodedError<SettlementFault | BlobSourceFault>`. */
export async function readSettlement(sources: SettlementSources, event: SettledEvent): Promise<Settlement> {
  const { client, blobs, committee } = sources;
  const found = await client.getTransaction({ hash: event.transaction });
  const statement = findStatement(fromHex(found.input), event);
  if (statement === undefined)
    throw new CodedError<SettlementFault>('STATEMENT_MISSING', `${event.transaction} does not show batch ${event.batchNumber}`, {
      ...event,
    });
  const header = decodeHeader(statement);
  const blobHashes = (found.blobVersionedHashes ?? []).slice(0, header.blobs);
  let blobWords: Uint8Array | null = null;
  if (header.blobs > 0) {
    const { timestamp } = await client.getBlock({ blockNumber: found.blockNumber });
    const place = { transaction: event.transaction, timestamp: Number(timestamp), blockNumber: found.blockNumber };
    const words = wordsFromBlobs(await readBlobs(blobs, blobHashes, place), 2 * header.headerDiffs + header.slotDiffs);
    blobWords = encodeBody(words.map(limbsFromWord));
  }
  return { header, statement, blobHashes, blobWords, validiumData: await validiumDataOf(committee, header) };
}

async function validiumDataOf(committee: Committee | undefined, header: StatementHeader): Promise<Uint8Array | null> {
  const [before, after] = [digestBytes(header.oldValidiumRoot), digestBytes(header.newValidiumRoot)];
  if (header.validiumData || equalBytes(before, after)) return null;
  const held = await committee?.fetchBatch(header.batchNumber, after);
  if (held === undefined)
    throw new CodedError<SettlementFault>('VALIDIUM_DATA_MISSING', `nobody serves the validium data of batch ${header.batchNumber}`, {
      batchNumber: header.batchNumber,
    });
  return encodeValidiumRecord(held);
}

/**
 * Whoever settles may do it through another contract, so the statement is looked for by its first bytes (version, batch number) and known
 * by its roots, not by an ABI. Its length is what its counts say.
 */
function findStatement(input: Uint8Array, { batchNumber, rollupRoot, validiumRoot }: SettledEvent): Uint8Array | undefined {
  const isStart = (at: number): boolean =>
    Number(bytesToBigint(input.subarray(at, at + 4))) === STATEMENT_VERSION &&
    Number(bytesToBigint(input.subarray(at + 4, at + 8))) === batchNumber &&
    equalBytes(input.subarray(at + 48, at + 80), fromHex(rollupRoot)) &&
    equalBytes(input.subarray(at + 112, at + 144), fromHex(validiumRoot));
  for (let at = 0; at + HEADER_BYTES <= input.length; at++) {
    if (!isStart(at)) continue;
    const header = decodeHeader(input.subarray(at, at + HEADER_BYTES));
    const words = header.effectWords + (header.blobs > 0 ? 0 : 2 * header.headerDiffs + header.slotDiffs);
    const statement = input.slice(at, at + HEADER_BYTES + WORD_BYTES * words);
    if (statement.length === HEADER_BYTES + WORD_BYTES * words) return statement;
  }
  return undefined;
}
