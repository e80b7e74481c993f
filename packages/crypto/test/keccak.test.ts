import { toHex } from '@weir/foundation/bytes';
import { describe, expect, it } from 'vitest';
import { keccak256 } from '../src/keccak.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('keccak256', () => {
  it('meets the known answers of the empty string and of "abc", in any partition', () => {
    expect(toHex(keccak256())).toBe('0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470');
    expect(toHex(keccak256(ascii('abc')))).toBe('0x4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45');
    expect(keccak256(ascii('a'), ascii(''), ascii('bc'))).toEqual(keccak256(ascii('abc')));
  });
});
