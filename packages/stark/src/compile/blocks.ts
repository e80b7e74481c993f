/** What every form of an AIR on L1 shares: how interactions are grouped, and how large a contract may be. */

/** EIP-170 */
export const MAX_CODE_BYTES = 24_576;

export const ceilLog2 = (value: number): number => Math.ceil(Math.log2(value));

/** w for 2^s interactions: a table of eq of 2^w entries against 2^{s−w} blocks (`ShapeLib.blockBits`). */
export function blockBits(s: number): number {
  if (s <= 3) return s;
  return s > 8 ? 5 : (s + 2) >> 1;
}
