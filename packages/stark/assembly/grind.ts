// Proof of work: keccak(3 ‖ state ‖ u64be nonce) with enough leading zero bits, four nonces at a time in the 64-bit lanes of two states.
import { STATE, permutationOfTwo } from '../../crypto/assembly/keccak';
import { scratch } from '../../crypto/assembly/thread';

const GRIND: u64 = 3;

/** 3 ‖ state ‖ nonce, padded: 41 bytes, for `nonce` and the next one. */
function absorbNonces(s: usize, state: usize, nonce: u32): void {
  memory.fill(s, 0, 400);
  let carry = GRIND;
  for (let n: usize = 0; n < 4; n++) {
    const word = load<u64>(state + 8 * n);
    v128.store(s + 16 * n, i64x2.splat(<i64>((word << 8) | carry)));
    carry = word >> 56;
  }
  // The nonce's high word is 0.
  store<u64>(s + 64, carry | (<u64>bswap<u32>(nonce) << 40));
  store<u64>(s + 72, carry | (<u64>bswap<u32>(nonce + 1) << 40));
  store<u64>(s + 80, (<u64>bswap<u32>(nonce) >> 24) | 0x100);
  store<u64>(s + 88, (<u64>bswap<u32>(nonce + 1) >> 24) | 0x100);
  v128.store(s + 256, i64x2.splat(<i64>0x8000000000000000));
}

// @ts-ignore: decorator
@inline function zeros(digest: usize): u32 { return <u32>clz<u32>(bswap<u32>(load<u32>(digest))); }

/**
 * The first of `count` (a multiple of 4) nonces from `start` whose hash begins with `bits` (≤ 32) zeros, as its distance from `start`; −1 if none.
 * `state` holds 32 bytes.
 */
export function grindNonces(state: usize, start: u32, count: u32, bits: u32): i32 {
  const s = scratch;
  for (let k: u32 = 0; k < count; k += 4) {
    absorbNonces(s, state, start + k);
    absorbNonces(s + STATE, state, start + k + 2);
    permutationOfTwo(s, true);
    if (zeros(s) >= bits) return <i32>k;
    if (zeros(s + 8) >= bits) return <i32>(k + 1);
    if (zeros(s + STATE) >= bits) return <i32>(k + 2);
    if (zeros(s + STATE + 8) >= bits) return <i32>(k + 3);
  }
  return -1;
}
