// Proof of work: keccak(3 ‖ state ‖ u64be nonce) with enough leading zero bits, two nonces at a time in the 64-bit lanes.
import { permutation } from '../../crypto/assembly/keccak';
import { scratch } from '../../crypto/assembly/thread';

const GRIND: u64 = 3;

/**
 * The first of `count` (even) nonces from `start` whose hash begins with `bits` (≤ 32) zeros, as its distance from `start`; −1 if none.
 * `state` holds 32 bytes.
 */
export function grindNonces(state: usize, start: u32, count: u32, bits: u32): i32 {
  const s = scratch;
  for (let k: u32 = 0; k < count; k += 2) {
    memory.fill(s, 0, 400);
    // 41 bytes: type byte, 32 bytes of state, 8 of nonce (its high word is 0), then the padding byte.
    let carry = GRIND;
    for (let n: usize = 0; n < 4; n++) {
      const word = load<u64>(state + 8 * n);
      v128.store(s + 16 * n, i64x2.splat(<i64>((word << 8) | carry)));
      carry = word >> 56;
    }
    store<u64>(s + 64, carry | (<u64>bswap<u32>(start + k) << 40));
    store<u64>(s + 72, carry | (<u64>bswap<u32>(start + k + 1) << 40));
    store<u64>(s + 80, (<u64>bswap<u32>(start + k) >> 24) | 0x100);
    store<u64>(s + 88, (<u64>bswap<u32>(start + k + 1) >> 24) | 0x100);
    v128.store(s + 256, i64x2.splat(<i64>0x8000000000000000));
    permutation(s);
    if (<u32>clz<u32>(bswap<u32>(load<u32>(s))) >= bits) return <i32>k;
    if (<u32>clz<u32>(bswap<u32>(load<u32>(s + 8))) >= bits) return <i32>(k + 1);
  }
  return -1;
}
