/**
 * The WebAssembly kernels that the node's own thread uses: signatures at intake and sealing, hashes of a new state. Same answers as the
 * TypeScript twins, several times faster.
 */
import { Kernels } from '@weir/crypto/kernels';
import { domainConstants, WIDTH } from '@weir/crypto/poseidon';
import { verifySchnorr } from '@weir/crypto/schnorrKernel';
import { encodeSignature } from '@weir/protocol/signature';
import type { CompressMany } from '@weir/protocol/state/merkle';
import type { Digest, OwnerKey, Signature } from '@weir/protocol/types';

/** For signatures whose fields are in range (`requestFromJson` and the transaction shapes see to that). */
export function verifySignature(signature: Signature, digest: Digest, key: OwnerKey): boolean {
  return verifySchnorr(encodeSignature(signature), digest, key);
}

let kernels: Kernels | undefined;

/** 16 words in, 8 words out for each pair. */
export const compressMany: CompressMany = (domain, input) => {
  kernels ??= new Kernels({ threads: 1 });
  const { heap, poseidonTable } = kernels;
  const count = input.length / 16;
  const mark = heap.mark();
  try {
    const constants = heap.allocWords(WIDTH);
    heap.u32(constants, WIDTH).set(domainConstants(domain));
    const from = heap.allocWords(input.length);
    heap.u32(from, input.length).set(input);
    const to = heap.allocWords(8 * count);
    kernels.call('poseidonCompressChunk', poseidonTable, constants, from, to, count);
    return heap.u32(to, 8 * count).slice();
  } finally {
    heap.release(mark);
  }
};
