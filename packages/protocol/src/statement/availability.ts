/**
 * What a committee member stores of a batch and signs (docs/statements.md, "Availability"): the validium accounts' diff words and, over
 * EIP-712, chain, contract, batch number, roots and the digest of those words.
 */
import { bytesToBigint, type Hex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { ACCOUNTS } from '../state/state.ts';
import type { Diffs } from '../types.ts';
import { decodeDiffs, diffsOfTree, encodeDiffs } from './diffs.ts';
import { limbsFromWord, WORD_BYTES } from './limbs.ts';
import { encodeBody } from './statement.ts';

/** The validium diffs of one batch as bytes: header words, then slot words, 31 bytes each. */
export interface ValidiumData {
  readonly headerDiffs: number;
  readonly slotDiffs: number;
  readonly words: Uint8Array;
}

export function encodeValidiumData(diffs: Diffs): ValidiumData {
  const own = diffsOfTree(1, diffs);
  return { headerDiffs: own.headers.length, slotDiffs: own.slots.length, words: encodeBody(encodeDiffs(own)) };
}

/** Throws `CodedError`: a `StatementFault`, or NOT_VALIDIUM for a diff of the other tree. */
export function decodeValidiumData({ headerDiffs, slotDiffs, words }: ValidiumData): Diffs {
  const count = 2 * headerDiffs + slotDiffs;
  if (words.length !== WORD_BYTES * count)
    throw new CodedError('STATEMENT_TRUNCATED', `${count} words have ${WORD_BYTES * count} bytes`, { length: words.length });
  const limbs = Array.from({ length: count }, (_, i) => limbsFromWord(bytesToBigint(words.subarray(WORD_BYTES * i, WORD_BYTES * (i + 1)))));
  const diffs = decodeDiffs(limbs, headerDiffs);
  const foreign = [...diffs.headers, ...diffs.slots].find(({ account }) => account < ACCOUNTS);
  if (foreign !== undefined)
    throw new CodedError('NOT_VALIDIUM', `account ${foreign.account} is not a validium account`, { account: foreign.account });
  return diffs;
}

export interface AvailabilityMessage {
  readonly batchNumber: bigint;
  readonly newRollupRoot: Hex;
  readonly newValidiumRoot: Hex;
  readonly oldValidiumRoot: Hex;
  readonly dataDigest: Hex;
}

/** What a member signs; viem's typed-data form. */
export function availabilityTypedData(chainId: number, core: Hex, message: AvailabilityMessage) {
  return {
    domain: { name: 'Weir', version: '1', chainId, verifyingContract: core },
    types: {
      Availability: [
        { name: 'batchNumber', type: 'uint256' },
        { name: 'newRollupRoot', type: 'bytes32' },
        { name: 'newValidiumRoot', type: 'bytes32' },
        { name: 'oldValidiumRoot', type: 'bytes32' },
        { name: 'dataDigest', type: 'bytes32' },
      ],
    },
    primaryType: 'Availability',
    message,
  } as const;
}
