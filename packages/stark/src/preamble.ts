/** Message 0 of docs/proof.md: everything that is fixed before the first commitment. */
import { concatBytes, tagBytes } from '@weir/foundation/bytes';
import type { Air } from './air/ir.ts';
import { encodeWords } from './channel.ts';
import { profileId, type SecurityProfile } from './profile.ts';

const TAG = 'weir.proof.v1';

export interface Statement {
  readonly air: Air;
  /** Canonical field elements, 8 per public group. */
  readonly publicValues: Uint32Array;
  /** 32 bytes chosen by the caller: binds the instance and the statement's bytes. */
  readonly context: Uint8Array;
  readonly profile: SecurityProfile;
}

export function preamble({ air, publicValues, context, profile }: Statement, heights: Uint8Array): Uint8Array {
  const count = new Uint8Array(4);
  new DataView(count.buffer).setUint32(0, publicValues.length);
  return concatBytes(
    tagBytes(TAG),
    profileId(profile),
    air.digest,
    context,
    Uint8Array.of(heights.length),
    heights,
    count,
    encodeWords(publicValues),
  );
}
