/**
 * Where a batch's diffs go: calldata, or blobs. The state is the same either way, and so is the proof's work; only the price differs,
 * so the node asks L1 for both prices and says in a sentence with numbers why it chose as it did.
 */
import { BLOB_WORDS, blobCount, MAX_BLOBS } from '@weir/protocol/statement/blobs';
import { WORD_BYTES } from '@weir/protocol/statement/limbs';

export type Carrier = 'calldata' | 'blobs';

/** auto: by price. calldata: never blobs. blobs: whenever there are diffs and the chain takes blobs. */
export type CarrierPolicy = 'auto' | 'calldata' | 'blobs';

/** In wei per gas. */
export interface GasPrices {
  /** Base fee and tip. */
  readonly gas: bigint;
  /** Undefined: this chain takes no blobs. */
  readonly blobGas: bigint | undefined;
}

/** The choice as the batch's record and the API show it. Costs in wei; null = not possible. */
export interface CarrierChoice {
  readonly carrier: Carrier;
  readonly reason: string;
  readonly calldataCost: string | null;
  readonly blobCost: string | null;
  readonly gasPrice: string;
  readonly blobGasPrice: string | null;
}

export const BLOB_GAS = 131_072n;
/**
 * Execution gas of one opening: the precompile (50,000), its ABI encoding as calldata (y, commitment, proof: 6 words), hashing the
 * commitment, memory and the call. An upper bound.
 */
export const GAS_PER_OPENING = 62_000n;
/** What L1 spends on one word in calldata beside its bytes: the polynomial and hashing. */
const GAS_PER_CALLDATA_WORD = 130n;
const GAS_PER_BYTE = 16n;
const GAS_PER_ZERO_BYTE = 4n;
/** A typical slot word: a third of its bytes are zero. */
const TYPICAL_WORD_GAS = BigInt(WORD_BYTES) * 12n + GAS_PER_CALLDATA_WORD;

const bytesGas = (bytes: Uint8Array): bigint => bytes.reduce((sum, byte) => sum + (byte === 0 ? GAS_PER_ZERO_BYTE : GAS_PER_BYTE), 0n);

const gwei = (wei: bigint): string => `${(Number(wei) / 1e9).toPrecision(3)} gwei`;
const ether = (wei: bigint): string => `${(Number(wei) / 1e18).toPrecision(3)} ETH`;

export function blobCost(blobs: number, { gas, blobGas }: GasPrices): bigint {
  return BigInt(blobs) * (BLOB_GAS * (blobGas ?? 0n) + GAS_PER_OPENING * gas);
}

/** Before anything is composed: whether a full blob would be cheaper than its words in calldata, so that filling blobs makes sense. */
export function blobsPay(prices: GasPrices, policy: CarrierPolicy = 'auto'): boolean {
  if (policy !== 'auto') return policy === 'blobs' && prices.blobGas !== undefined;
  return prices.blobGas !== undefined && blobCost(1, prices) < BigInt(BLOB_WORDS) * TYPICAL_WORD_GAS * prices.gas;
}

export interface CarrierQuestion {
  /** The diff words as bytes. */
  readonly diffs: Uint8Array;
  /** Whether they fit into the settle transaction beside everything else. */
  readonly fitsCalldata: boolean;
  readonly prices: GasPrices;
  readonly policy?: CarrierPolicy;
}

/** The cheaper of what is possible, unless the operator wants one of them. */
export function chooseCarrier({ diffs, fitsCalldata, prices, policy = 'auto' }: CarrierQuestion): CarrierChoice {
  const words = diffs.length / WORD_BYTES;
  const count = blobCount(words);
  const inCalldata = (bytesGas(diffs) + BigInt(words) * GAS_PER_CALLDATA_WORD) * prices.gas;
  const inBlobs = blobCost(count, prices);
  const blobsPossible = prices.blobGas !== undefined && count > 0 && count <= MAX_BLOBS;
  const answer = (carrier: Carrier, why: string): CarrierChoice => ({
    carrier,
    reason: `${words} words in ${carrier}: ${why}`,
    calldataCost: fitsCalldata ? `${inCalldata}` : null,
    blobCost: blobsPossible ? `${inBlobs}` : null,
    gasPrice: `${prices.gas}`,
    blobGasPrice: prices.blobGas === undefined ? null : `${prices.blobGas}`,
  });
  if (count === 0) return answer('calldata', 'nothing to publish');
  if (prices.blobGas === undefined) return answer('calldata', 'this chain takes no blobs');
  if (policy === 'calldata') return answer('calldata', 'as configured');
  if (!blobsPossible) return answer('calldata', `they would need ${count} blobs, a transaction takes ${MAX_BLOBS}`);
  const blobs = `${count} ${count === 1 ? 'blob' : 'blobs'} ${ether(inBlobs)} (${gwei(prices.blobGas)} per blob gas, openings at ${gwei(prices.gas)})`;
  if (!fitsCalldata) return answer('blobs', `too many for one transaction's calldata; ${blobs}`);
  if (policy === 'blobs') return answer('blobs', `as configured; ${blobs}`);
  const calldata = `calldata ${ether(inCalldata)} (${gwei(prices.gas)} per gas)`;
  return inBlobs < inCalldata ? answer('blobs', `${blobs} < ${calldata}`) : answer('calldata', `${calldata} ≤ ${blobs}`);
}

/** How much dearer than when they were chosen blobs may become before a batch that waits for settling is taken apart. */
const TOO_DEAR = 2n;

/** Whether a batch that was sealed for blobs had better be sealed again for calldata. */
export function blobsTooDear(blobs: number, words: number, prices: GasPrices): boolean {
  return blobCost(blobs, prices) > TOO_DEAR * BigInt(words) * TYPICAL_WORD_GAS * prices.gas;
}
