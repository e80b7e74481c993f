/**
 * Poseidon over KoalaBear (width 16, x³, 8 full and 20 partial rounds) as a Solidity library, generated from the same constants as
 * the TypeScript and WebAssembly versions. A round is 48 products: each state element times its matrix column, the column packed
 * in three words of six 42-bit lanes (31 + 9 bits: the matrix's rows add up to less than 2^9). The next round's constants ride
 * along as the start of the three sums.
 */
import { MATRIX_FIRST_ROW, ROUND_CONSTANTS } from '@weir/crypto/generated/poseidonConstants';
import { DOMAIN_A, DOMAIN_B, FULL_ROUNDS, WIDTH } from '@weir/crypto/poseidon';
import { GENERATED } from './solidityProfile.ts';

const LANE_BITS = 42;
const LANES = 6;
const WORDS = Math.ceil(WIDTH / LANES);

/** 16 numbers in three words, lane i of word w = values[6w + i]. */
function packLanes(values: readonly number[]): bigint[] {
  return Array.from({ length: WORDS }, (_, w) =>
    values.slice(w * LANES, (w + 1) * LANES).reduce((word, value, i) => word | (BigInt(value) << BigInt(LANE_BITS * i)), 0n),
  );
}

const word = (value: bigint): string => `0x${value.toString(16).padStart(64, '0')}`;
const lanes = Array.from({ length: WIDTH }, (_, i) => i);
const hexWords = (values: readonly bigint[]): string => values.map((value) => value.toString(16).padStart(64, '0')).join('');

export function poseidonSolidity(): string {
  // Round r's linear layer adds the constants of round r + 1; the last adds nothing.
  const constants = [...ROUND_CONSTANTS, new Array<number>(WIDTH).fill(0)].flatMap(packLanes);
  const products = lanes
    .flatMap((j) => {
      const shift = LANE_BITS * (j % LANES);
      const source = `a${Math.floor(j / LANES)}`;
      const column = packLanes(lanes.map((i) => MATRIX_FIRST_ROW[(j - i + WIDTH) % WIDTH]));
      return [
        `v := mod(and(${shift === 0 ? source : `shr(${shift}, ${source})`}, 0x3ffffffffff), P)`,
        ...column.map((entry, w) => `b${w} := add(b${w}, mul(v, ${word(entry)}))`),
      ];
    })
    .map((line) => `                ${line}`)
    .join('\n');
  const half = FULL_ROUNDS / 2;
  return `// SPDX-License-Identifier: MIT
${GENERATED}pragma solidity 0.8.37;

/// @title Poseidon over KoalaBear: width 16, x^3, 8 full and 20 partial rounds
/// @notice The state's hash (docs/statements.md), for whoever must recompute a Merkle path on L1. A digest is eight elements in
/// one word, 32 bits each, the first in the highest bits. Constants: vectors/poseidon-koalabear-16.json.
library PoseidonKoalaBear {
    uint256 internal constant P = 0x7f000001;

    /// Per round, and zeros behind the last: 16 lanes of 42 bits in three words.
    bytes private constant ROUND_CONSTANTS =
        hex"${hexWords(constants)}";
    /// c_d = A + d·B, 4 bytes per element.
    uint256 private constant A_LEFT = 0x${DOMAIN_A.slice(0, 8)
      .map((v) => v.toString(16).padStart(8, '0'))
      .join('')};
    uint256 private constant A_RIGHT = 0x${DOMAIN_A.slice(8)
      .map((v) => v.toString(16).padStart(8, '0'))
      .join('')};
    uint256 private constant B_LEFT = 0x${DOMAIN_B.slice(0, 8)
      .map((v) => v.toString(16).padStart(8, '0'))
      .join('')};
    uint256 private constant B_RIGHT = 0x${DOMAIN_B.slice(8)
      .map((v) => v.toString(16).padStart(8, '0'))
      .join('')};

    /// @notice The permutation of 16 canonical elements, in place.
    function permute(uint256[16] memory state) internal pure {
        bytes memory constants = ROUND_CONSTANTS;
        assembly ("memory-safe") {
            function cube(lane) -> v {
                v := mod(and(lane, 0x3ffffffffff), P)
                v := mulmod(mulmod(v, v, P), v, P)
            }
            // Matrix columns times lanes of a, added to the next constants.
            function linear(a0, a1, a2, c) -> b0, b1, b2 {
                let v
                b0 := mload(c)
                b1 := mload(add(c, 32))
                b2 := mload(add(c, 64))
${products}
            }
            let c := add(constants, 32)
            let a0 := mload(c)
            let a1 := mload(add(c, 32))
            let a2 := mload(add(c, 64))
            for { let i := 0 } lt(i, ${LANES}) { i := add(i, 1) } {
                let at_ := add(state, shl(5, i))
                let shift := mul(${LANE_BITS}, i)
                a0 := add(a0, shl(shift, mload(at_)))
                a1 := add(a1, shl(shift, mload(add(at_, 192))))
                if lt(i, 4) { a2 := add(a2, shl(shift, mload(add(at_, 384)))) }
            }
            for { let round := 0 } lt(round, ${ROUND_CONSTANTS.length}) { round := add(round, 1) } {
                switch or(lt(round, ${half}), gt(round, ${ROUND_CONSTANTS.length - half - 1}))
                case 0 { a0 := add(sub(a0, and(a0, 0x3ffffffffff)), cube(a0)) }
                default {
                    let c0 := 0
                    let c1 := 0
                    let c2 := 0
                    for { let shift := 0 } lt(shift, ${LANES * LANE_BITS}) { shift := add(shift, ${LANE_BITS}) } {
                        c0 := or(c0, shl(shift, cube(shr(shift, a0))))
                        c1 := or(c1, shl(shift, cube(shr(shift, a1))))
                        // Lanes 16 and 17 are zero.
                        c2 := or(c2, shl(shift, cube(shr(shift, a2))))
                    }
                    a0 := c0
                    a1 := c1
                    a2 := c2
                }
                c := add(c, 96)
                a0, a1, a2 := linear(a0, a1, a2, c)
            }
            for { let i := 0 } lt(i, ${LANES}) { i := add(i, 1) } {
                let at_ := add(state, shl(5, i))
                let shift := mul(${LANE_BITS}, i)
                mstore(at_, mod(and(shr(shift, a0), 0x3ffffffffff), P))
                mstore(add(at_, 192), mod(and(shr(shift, a1), 0x3ffffffffff), P))
                if lt(i, 4) { mstore(add(at_, 384), mod(and(shr(shift, a2), 0x3ffffffffff), P)) }
            }
        }
    }

    /// @notice compress_d(left, right): the first eight elements of P(x + c_d) + (x + c_d).
    function compress(uint256 domain, uint256 left, uint256 right) internal pure returns (uint256 digest) {
        uint256[16] memory state;
        for (uint256 i = 0; i < 8; i++) {
            uint256 shift = 224 - 32 * i;
            state[i] = _element(domain, left, A_LEFT, B_LEFT, shift);
            state[8 + i] = _element(domain, right, A_RIGHT, B_RIGHT, shift);
        }
        uint256[8] memory input;
        for (uint256 i = 0; i < 8; i++) input[i] = state[i];
        permute(state);
        for (uint256 i = 0; i < 8; i++) digest = (digest << 32) | addmod(state[i], input[i], P);
    }

    function _element(uint256 domain, uint256 x, uint256 a, uint256 b, uint256 shift) private pure returns (uint256) {
        return (((x >> shift) & 0xffffffff) + ((a >> shift) & 0xffffffff) + domain * ((b >> shift) & 0xffffffff)) % P;
    }
}
`;
}
