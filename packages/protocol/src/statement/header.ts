/** The statement's 176-byte header (docs/statements.md, "Header"). Big endian, no padding, nothing optional. */
import { P } from '@weir/crypto/field';
import { bigintToBytes, bytesToBigint, concatBytes, fromHex, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import type { Address, Digest } from '../types.ts';
import { MAX_BLOBS } from './blobs.ts';
import type { StatementFault } from './errors.ts';

export const STATEMENT_VERSION = 1;
export const HEADER_BYTES = 176;
export const FLAG_HAS_CLEARING = 1;
export const FLAG_VALIDIUM_DATA = 2;

export interface StatementHeader {
  readonly batchNumber: number;
  readonly timestamp: number;
  readonly oldRollupRoot: Digest;
  readonly newRollupRoot: Digest;
  readonly oldValidiumRoot: Digest;
  readonly newValidiumRoot: Digest;
  readonly rewardRecipient: Address;
  readonly hasClearing: boolean;
  /** The validium accounts' diffs are in the body, like the rollup accounts'. */
  readonly validiumData: boolean;
  /** Number of blobs that hold the diff words; 0 = they are in calldata. */
  readonly blobs: number;
  readonly effectWords: number;
  readonly headerDiffs: number;
  readonly slotDiffs: number;
}

/** 4 bytes big endian per element. */
export function digestBytes(digest: Digest): Uint8Array {
  return concatBytes(...digest.map((element) => bigintToBytes(BigInt(element), 4)));
}

export function flagsOf({ hasClearing, validiumData }: Pick<StatementHeader, 'hasClearing' | 'validiumData'>): number {
  return (hasClearing ? FLAG_HAS_CLEARING : 0) + (validiumData ? FLAG_VALIDIUM_DATA : 0);
}

export function encodeHeader(header: StatementHeader): Uint8Array {
  const uint = (value: number, length: number) => bigintToBytes(BigInt(value), length);
  return concatBytes(
    uint(STATEMENT_VERSION, 4),
    uint(header.batchNumber, 4),
    uint(header.timestamp, 8),
    digestBytes(header.oldRollupRoot),
    digestBytes(header.newRollupRoot),
    digestBytes(header.oldValidiumRoot),
    digestBytes(header.newValidiumRoot),
    fromHex(header.rewardRecipient),
    uint(flagsOf(header), 2),
    uint(header.blobs, 1),
    uint(0, 1),
    uint(header.effectWords, 3),
    uint(header.headerDiffs, 2),
    uint(header.slotDiffs, 3),
  );
}

const fault = (code: StatementFault, message: string, details: Record<string, unknown> = {}) => new CodedError(code, message, details);

/** Throws `CodedError<StatementFault>`. */
export function decodeHeader(bytes: Uint8Array): StatementHeader {
  if (bytes.length < HEADER_BYTES) throw fault('STATEMENT_TRUNCATED', 'shorter than its header', { length: bytes.length });
  const uint = (at: number, length: number) => Number(bytesToBigint(bytes.subarray(at, at + length)));
  const below = (value: number, bound: number, field: string): number => {
    if (value >= bound) throw fault('STATEMENT_VALUE_OUT_OF_RANGE', `${field} is too large`, { field, value });
    return value;
  };
  const root = (at: number): number[] =>
    Array.from({ length: 8 }, (_, i) => {
      const element = uint(at + 4 * i, 4);
      if (element >= P) throw fault('STATEMENT_NOT_CANONICAL', 'a root element is not below p', { element });
      return element;
    });
  if (uint(0, 4) !== STATEMENT_VERSION) throw fault('STATEMENT_VERSION', 'unknown version', { version: uint(0, 4) });
  const flags = uint(164, 2);
  if (flags > FLAG_HAS_CLEARING + FLAG_VALIDIUM_DATA || uint(167, 1) !== 0)
    throw fault('STATEMENT_RESERVED_NOT_ZERO', 'reserved bits are set', { flags });
  return {
    batchNumber: below(uint(4, 4), 2 ** 30, 'batchNumber'),
    timestamp: below(uint(8, 8), 2 ** 40, 'timestamp'),
    oldRollupRoot: root(16),
    newRollupRoot: root(48),
    oldValidiumRoot: root(80),
    newValidiumRoot: root(112),
    rewardRecipient: toHex(bytes.subarray(144, 164)),
    hasClearing: flags % 2 === FLAG_HAS_CLEARING,
    validiumData: flags >= FLAG_VALIDIUM_DATA,
    blobs: below(uint(166, 1), MAX_BLOBS + 1, 'blobs'),
    effectWords: below(uint(168, 3), 2 ** 20, 'effectWords'),
    headerDiffs: uint(171, 2),
    slotDiffs: below(uint(173, 3), 2 ** 20, 'slotDiffs'),
  };
}
