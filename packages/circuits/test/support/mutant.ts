/**
 * The executor without some of its checks: the real one, with `require` and the amount codec replaced by versions that can be told to look away. A test that
 * uses it calls `vi.mock` with these factories (see refusals.test.ts); nothing of this exists in `src`.
 */
import type { RefusalCode } from '@weir/protocol/types';

export const skipped = new Set<RefusalCode>();

type Refusals = typeof import('@weir/protocol/refusals');
type LimbCodec = typeof import('@weir/protocol/statement/limbs');

export function refusalsWithGaps(original: Refusals): Refusals {
  const require: Refusals['require'] = (condition, code, numbers) => {
    if (!skipped.has(code)) original.require(condition, code, numbers);
  };
  return { ...original, require };
}

/** A balance that fell below 0 or rose above 2^64 wraps, and so does a nonce of 2^30: what a cheating prover would write. */
export function limbsThatWrap(original: LimbCodec): LimbCodec {
  return {
    ...original,
    amountPieces: (value) => original.amountPieces(BigInt.asUintN(64, value)),
    splitSmall: (value) => original.splitSmall(value % 2 ** 30),
  };
}
