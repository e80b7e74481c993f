/** Byte-string helpers shared by every package. Big endian throughout, as on L1. */

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** `0x`-prefixed lower-case hexadecimal. */
export type Hex = `0x${string}`;

export function toHex(bytes: Uint8Array): Hex {
  let out = '0x';
  for (const byte of bytes) out += HEX[byte];
  return out as Hex;
}

/** Parses `0x…` (even length). Throws `RangeError` on anything else. */
export function fromHex(hex: string): Uint8Array {
  if (!/^0x([0-9a-fA-F]{2})*$/.test(hex)) throw new RangeError(`not a hex string: ${hex.slice(0, 20)}`);
  const out = new Uint8Array((hex.length - 2) / 2);
  for (let i = 0; i < out.length; i++) out[i] = Number.parseInt(hex.slice(2 + 2 * i, 4 + 2 * i), 16);
  return out;
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}

/** The `length` low bytes of a non-negative integer; throws `RangeError` if it does not fit. */
export function bigintToBytes(value: bigint, length: number): Uint8Array {
  if (value < 0n || value >> BigInt(8 * length) !== 0n) throw new RangeError(`${value} does not fit ${length} bytes`);
  const out = new Uint8Array(length);
  for (let i = length - 1, rest = value; i >= 0; i--, rest >>= 8n) out[i] = Number(rest & 0xffn);
  return out;
}

export function bytesToBigint(bytes: Uint8Array): bigint {
  let out = 0n;
  for (const byte of bytes) out = (out << 8n) | BigInt(byte);
  return out;
}

/** ASCII text right-padded with zeros to `length` bytes: how domain tags enter a hash. */
export function tagBytes(tag: string, length = 32): Uint8Array {
  const bytes = new TextEncoder().encode(tag);
  if (bytes.length > length) throw new RangeError(`tag longer than ${length} bytes: ${tag}`);
  const out = new Uint8Array(length);
  out.set(bytes);
  return out;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
