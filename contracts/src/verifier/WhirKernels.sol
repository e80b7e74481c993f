// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Quintic} from "./Quintic.sol";

/// @title The inner loops of WHIR verification
/// @notice Dot products against a table that is the same for all queries of a round. The table holds its entries split, so that
/// many products add up in one word before anything is reduced:
/// - against base elements: two words of 85-bit lanes (c_0 c_1 c_2 | c_3 c_4), room for 2^22 products of 62 bits;
/// - against K elements: three words of 10, 10 and 11 bits per lane; each MULMOD adds less than 11·2^42 to a lane of 2^51, room for 46.
library WhirKernels {
    using Quintic for uint256;

    uint256 internal constant P = 0x7f000001;
    // As in Quintic; inline assembly accepts only constants of its own contract.
    uint256 internal constant LOW10 = 0x3ff00000000007fe0000000000ffc0000000001ff80000000003ff;
    uint256 internal constant LOW11 = 0x7ff0000000000ffe0000000001ffc0000000003ff80000000007ff;
    uint256 internal constant MODULUS = 0x7ffffffffffffffffffffffffdffffffffffffffffffffffffffffffffffffff;
    uint256 internal constant PAIR = 0x00000001ffffffffffffc0000000000007ffffffffffff;
    uint256 internal constant LOW102 = 0x3fffffffffffffffffffffffff;
    uint256 internal constant SPREAD1 = 0x3fffffffc00000000000000000ffffffff00000000;
    uint256 private constant ONES = 0x1000000000000200000000000040000000000008000000000001;
    uint256 private constant COMPLEMENT_P = 0x80ffffff0000101fffffe0000203fffffc0000407fffff8000080ffffff;
    /// The lower four and three lanes.
    uint256 private constant LOW_LANES_4 = 0xfffffffffffffffffffffffffffffffffffffffffffffffffff;
    uint256 private constant LOW_LANES_3 = 0x000000001ffffffffffffffffffffffffffffffffffffff;
    /// p in lanes 0, 1, 2 and 4.
    uint256 private constant SCALAR_BIAS = 0x7f000001000000000000000001fc00000400003f800000800007f000001;
    /// c_4 is added to lane 2 and taken from lane 4: 2^102 − 2^204 modulo 2^256.
    uint256 private constant C4_FACTOR = 0xfffffffffffff000000000000000000000000040000000000000000000000000;
    /// Generator of the group of order 2^24: 3^((p − 1) / 2^24).
    uint256 internal constant OMEGA_24 = 1791270792;

    function allocate(uint256 bytes_) internal pure returns (uint256 ptr) {
        assembly ("memory-safe") {
            ptr := mload(0x40)
            mstore(0x40, add(ptr, bytes_))
        }
    }

    /// @dev The 2^count values start·eq(b, point), b's most significant bit with the first coordinate, one word each.
    /// `points` is a memory pointer to `count` scalars.
    function eqTable(uint256 points, uint256 count, uint256 start) internal pure returns (uint256 table) {
        table = allocate(32 << count);
        assembly ("memory-safe") {
            mstore(table, start)
        }
        for (uint256 i = 0; i < count; i++) {
            uint256 r;
            assembly ("memory-safe") {
                r := mload(add(points, shl(5, i)))
            }
            for (uint256 b = 1 << i; b > 0;) {
                b--;
                uint256 old;
                assembly ("memory-safe") {
                    old := mload(add(table, shl(5, b)))
                }
                uint256 high = old.mul(r);
                uint256 low = old.sub(high);
                assembly ("memory-safe") {
                    let position := add(table, shl(6, b))
                    mstore(position, low)
                    mstore(add(position, 32), high)
                }
            }
        }
    }

    /// @dev 1, x, x² … , one word each.
    function powers(uint256 x, uint256 count) internal pure returns (uint256 table) {
        table = allocate(count << 5);
        uint256 power = 1;
        for (uint256 i = 0; i < count; i++) {
            assembly ("memory-safe") {
                mstore(add(table, shl(5, i)), power)
            }
            power = power.mul(x);
        }
    }

    /// @dev Two words of 85-bit lanes per entry.
    function splitForBase(uint256 table, uint256 count) internal pure returns (uint256 split) {
        split = allocate(count << 6);
        assembly ("memory-safe") {
            for { let i := 0 } lt(i, count) { i := add(i, 1) } {
                let e := mload(add(table, shl(5, i)))
                let position := add(split, shl(6, i))
                mstore(position, or(and(e, 0xffffffff), or(shl(85, and(shr(51, e), 0xffffffff)), shl(170, and(shr(102, e), 0xffffffff)))))
                mstore(add(position, 32), or(and(shr(153, e), 0xffffffff), shl(85, shr(204, e))))
            }
        }
    }

    /// @dev Three words of 10, 10 and 11 bits per lane per entry.
    function splitForExtension(uint256 table, uint256 count) internal pure returns (uint256 split) {
        split = allocate(count * 96);
        assembly ("memory-safe") {
            for { let i := 0 } lt(i, count) { i := add(i, 1) } {
                let e := mload(add(table, shl(5, i)))
                let position := add(split, mul(96, i))
                mstore(position, and(e, LOW10))
                mstore(add(position, 32), and(shr(10, e), LOW10))
                mstore(add(position, 64), and(shr(20, e), LOW11))
            }
        }
    }

    /// @dev Lanes of 85 bits back to a canonical element.
    function joinBase(uint256 a, uint256 b) internal pure returns (uint256 r) {
        assembly ("memory-safe") {
            r := mod(shr(85, b), P)
            r := or(shl(51, r), mod(and(b, 0x1fffffffffffffffffffff), P))
            r := or(shl(51, r), mod(shr(170, a), P))
            r := or(shl(51, r), mod(and(shr(85, a), 0x1fffffffffffffffffffff), P))
            r := or(shl(51, r), mod(and(a, 0x1fffffffffffffffffffff), P))
        }
    }

    /// @dev Σ split[b]·leaf[b] over `count` base elements in calldata; count is a multiple of 8.
    function foldBase(uint256 split, uint256 ptr, uint256 count) internal pure returns (uint256) {
        uint256 a;
        uint256 b;
        assembly ("memory-safe") {
            for { let end := add(ptr, shl(2, count)) } lt(ptr, end) { ptr := add(ptr, 32) } {
                let w := calldataload(ptr)
                let v := shr(224, w)
                a := add(a, mul(v, mload(split)))
                b := add(b, mul(v, mload(add(split, 32))))
                v := and(shr(192, w), 0xffffffff)
                a := add(a, mul(v, mload(add(split, 64))))
                b := add(b, mul(v, mload(add(split, 96))))
                v := and(shr(160, w), 0xffffffff)
                a := add(a, mul(v, mload(add(split, 128))))
                b := add(b, mul(v, mload(add(split, 160))))
                v := and(shr(128, w), 0xffffffff)
                a := add(a, mul(v, mload(add(split, 192))))
                b := add(b, mul(v, mload(add(split, 224))))
                v := and(shr(96, w), 0xffffffff)
                a := add(a, mul(v, mload(add(split, 256))))
                b := add(b, mul(v, mload(add(split, 288))))
                v := and(shr(64, w), 0xffffffff)
                a := add(a, mul(v, mload(add(split, 320))))
                b := add(b, mul(v, mload(add(split, 352))))
                v := and(shr(32, w), 0xffffffff)
                a := add(a, mul(v, mload(add(split, 384))))
                b := add(b, mul(v, mload(add(split, 416))))
                v := and(w, 0xffffffff)
                a := add(a, mul(v, mload(add(split, 448))))
                b := add(b, mul(v, mload(add(split, 480))))
                split := add(split, 512)
            }
        }
        return joinBase(a, b);
    }

    /// @dev The same for fewer than 8 base elements (small first folds occur in test profiles only).
    function foldFewBase(uint256 split, uint256 ptr, uint256 count) internal pure returns (uint256) {
        uint256 a;
        uint256 b;
        assembly ("memory-safe") {
            for { let end := add(ptr, shl(2, count)) } lt(ptr, end) { ptr := add(ptr, 4) } {
                let v := shr(224, calldataload(ptr))
                a := add(a, mul(v, mload(split)))
                b := add(b, mul(v, mload(add(split, 32))))
                split := add(split, 64)
            }
        }
        return joinBase(a, b);
    }

    /// @dev Σ split[b]·leaf[b] over `count` ≤ 32 K elements in calldata, as a vector.
    function foldExtension(uint256 split, uint256 ptr, uint256 count) internal pure returns (uint256 r) {
        assembly ("memory-safe") {
            let t0 := 0
            let t1 := 0
            let t2 := 0
            for { let end := add(ptr, mul(20, count)) } lt(ptr, end) { ptr := add(ptr, 20) } {
                // Quintic.spread
                let v := shr(96, calldataload(ptr))
                v := add(v, mul(and(v, 0xffffffff00000000000000000000000000000000), 0xfffffffffffffffffff))
                v := add(v, mul(and(v, 0xffffffffffffffff0000000000000000), 0x3fffffffff))
                v := add(v, mul(and(v, SPREAD1), 0x7ffff))
                t0 := add(t0, mulmod(v, mload(split), MODULUS))
                t1 := add(t1, mulmod(v, mload(add(split, 32)), MODULUS))
                t2 := add(t2, mulmod(v, mload(add(split, 64)), MODULUS))
                split := add(split, 96)
            }
            r := mod(add(shr(204, t0), add(shl(10, shr(204, t1)), shl(20, shr(204, t2)))), P)
            let e := add(and(t0, PAIR), add(shl(10, and(t1, PAIR)), shl(20, and(t2, PAIR))))
            let o := add(and(shr(51, t0), PAIR), add(shl(10, and(shr(51, t1), PAIR)), shl(20, and(shr(51, t2), PAIR))))
            r := or(shl(51, r), mod(shr(102, o), P))
            r := or(shl(51, r), mod(shr(102, e), P))
            r := or(shl(51, r), mod(and(o, LOW102), P))
            r := or(shl(51, r), mod(and(e, LOW102), P))
        }
    }

    /// @dev The same, and each element is also stored as a scalar at `to`, one word each. The scalar's lanes are differences of the
    /// vector's (`Quintic.toScalar`): shifted words are added with p in the lanes that can be negative, then reduced twice, because
    /// c_3 + c_4 − c_1 + p is below 3p.
    function foldColumns(uint256 split, uint256 ptr, uint256 count, uint256 to) internal pure returns (uint256 r) {
        assembly ("memory-safe") {
            let t0 := 0
            let t1 := 0
            let t2 := 0
            for { let end := add(ptr, mul(20, count)) } lt(ptr, end) { ptr := add(ptr, 20) } {
                // Quintic.spread
                let v := shr(96, calldataload(ptr))
                v := add(v, mul(and(v, 0xffffffff00000000000000000000000000000000), 0xfffffffffffffffffff))
                v := add(v, mul(and(v, 0xffffffffffffffff0000000000000000), 0x3fffffffff))
                v := add(v, mul(and(v, SPREAD1), 0x7ffff))
                t0 := add(t0, mulmod(v, mload(split), MODULUS))
                t1 := add(t1, mulmod(v, mload(add(split, 32)), MODULUS))
                t2 := add(t2, mulmod(v, mload(add(split, 64)), MODULUS))
                split := add(split, 96)
                let e := add(add(shl(51, and(v, LOW_LANES_4)), shr(204, v)), mul(and(v, 0xffffffff), C4_FACTOR))
                e := sub(add(e, SCALAR_BIAS), and(shr(51, v), LOW_LANES_3))
                e := sub(e, mul(and(shr(32, add(e, COMPLEMENT_P)), ONES), P))
                mstore(to, sub(e, mul(and(shr(32, add(e, COMPLEMENT_P)), ONES), P)))
                to := add(to, 32)
            }
            r := mod(add(shr(204, t0), add(shl(10, shr(204, t1)), shl(20, shr(204, t2)))), P)
            let e := add(and(t0, PAIR), add(shl(10, and(t1, PAIR)), shl(20, and(t2, PAIR))))
            let o := add(and(shr(51, t0), PAIR), add(shl(10, and(shr(51, t1), PAIR)), shl(20, and(shr(51, t2), PAIR))))
            r := or(shl(51, r), mod(shr(102, o), P))
            r := or(shl(51, r), mod(shr(102, e), P))
            r := or(shl(51, r), mod(and(o, LOW102), P))
            r := or(shl(51, r), mod(and(e, LOW102), P))
        }
    }

    /// @dev Powers of the generator by hexadecimal digit: entry 16w + v is ω_24^{v·16^w}, for 6 digits.
    function domainTable() internal pure returns (uint256 table) {
        table = allocate(96 << 5);
        assembly ("memory-safe") {
            let g := OMEGA_24
            for { let position := table } lt(position, add(table, 3072)) { position := add(position, 512) } {
                let power := 1
                for { let v := 0 } lt(v, 512) { v := add(v, 32) } {
                    mstore(add(position, v), power)
                    power := mulmod(power, g, P)
                }
                g := power
            }
        }
    }

    /// @dev ω_d^{index}: the generator of order 2^d is ω_24^{2^{24 − d}}.
    function domainPoint(uint256 table, uint256 index, uint256 logDomain) internal pure returns (uint256 y) {
        assembly ("memory-safe") {
            let e := shl(sub(24, logDomain), index)
            y := mload(add(table, and(shl(5, e), 0x1e0)))
            y := mulmod(y, mload(add(add(table, 512), and(shl(1, e), 0x1e0))), P)
            y := mulmod(y, mload(add(add(table, 1024), and(shr(3, e), 0x1e0))), P)
            y := mulmod(y, mload(add(add(table, 1536), and(shr(7, e), 0x1e0))), P)
            y := mulmod(y, mload(add(add(table, 2048), and(shr(11, e), 0x1e0))), P)
            y := mulmod(y, mload(add(add(table, 2560), and(shr(15, e), 0x1e0))), P)
        }
    }

    /// @dev Σ_x split[x] y^x over `count` entries in 85-bit lanes, y in the base field.
    function evaluateAtBase(uint256 split, uint256 count, uint256 y) internal pure returns (uint256) {
        uint256 a;
        uint256 b;
        assembly ("memory-safe") {
            let power := 1
            for { let end := add(split, shl(6, count)) } lt(split, end) { split := add(split, 64) } {
                a := add(a, mul(power, mload(split)))
                b := add(b, mul(power, mload(add(split, 32))))
                power := mulmod(power, y, P)
            }
        }
        return joinBase(a, b);
    }

    /// @dev Σ_{x<8} split[x] y^x: `evaluateAtBase` unrolled, the inner step of `selAtBase`.
    function evaluateEight(uint256 split, uint256 y) internal pure returns (uint256) {
        uint256 a;
        uint256 b;
        assembly ("memory-safe") {
            a := add(mload(split), mul(y, mload(add(split, 64))))
            b := add(mload(add(split, 32)), mul(y, mload(add(split, 96))))
            let power := mulmod(y, y, P)
            a := add(a, mul(power, mload(add(split, 128))))
            b := add(b, mul(power, mload(add(split, 160))))
            power := mulmod(power, y, P)
            a := add(a, mul(power, mload(add(split, 192))))
            b := add(b, mul(power, mload(add(split, 224))))
            power := mulmod(power, y, P)
            a := add(a, mul(power, mload(add(split, 256))))
            b := add(b, mul(power, mload(add(split, 288))))
            power := mulmod(power, y, P)
            a := add(a, mul(power, mload(add(split, 320))))
            b := add(b, mul(power, mload(add(split, 352))))
            power := mulmod(power, y, P)
            a := add(a, mul(power, mload(add(split, 384))))
            b := add(b, mul(power, mload(add(split, 416))))
            power := mulmod(power, y, P)
            a := add(a, mul(power, mload(add(split, 448))))
            b := add(b, mul(power, mload(add(split, 480))))
        }
        return joinBase(a, b);
    }

    /// @dev Prepares `selAtBase`: the last `count` of `variables` coordinates in groups of three from the last one. Group g's table
    /// (8 entries, 85-bit lanes) holds eq(b, its coordinates), so that its factor of sel is Σ_b table[b]·u^b with u = y^{8^g}; the
    /// leading count mod 3 coordinates have a table of their own. Tables of full groups are shared: `known` of them exist already.
    /// `plan` is words: number of full groups, entries of the leading table (0 = none), the leading table, then the groups' tables.
    function planSel(uint256 plan, uint256 known, uint256 points, uint256 variables, uint256 count) internal pure {
        uint256 groups = count / 3;
        uint256 lead = count % 3;
        uint256 rest = lead == 0 ? 0 : splitForBase(eqTable(points + ((variables - count) << 5), lead, 1), 1 << lead);
        assembly ("memory-safe") {
            mstore(plan, groups)
            mstore(add(plan, 32), mul(iszero(iszero(lead)), shl(lead, 1)))
            mstore(add(plan, 64), rest)
        }
        for (uint256 g = known; g < groups; g++) {
            uint256 split = splitForBase(eqTable(points + ((variables - 3 * (g + 1)) << 5), 3, 1), 8);
            assembly ("memory-safe") {
                mstore(add(plan, shl(5, add(g, 3))), split)
            }
        }
    }

    /// @dev sel(y, the planned coordinates), y in the base field.
    function selAtBase(uint256 plan, uint256 y) internal pure returns (uint256 r) {
        uint256 position;
        uint256 end;
        assembly ("memory-safe") {
            position := add(plan, 96)
            end := add(position, shl(5, mload(plan)))
        }
        r = 1;
        for (; position < end; position += 32) {
            uint256 factor = evaluateEight(_word(position), y);
            r = r == 1 ? factor : r.mul(factor);
            assembly ("memory-safe") {
                y := mulmod(y, y, P)
                y := mulmod(y, y, P)
                y := mulmod(y, y, P)
            }
        }
        if (_word(plan + 32) != 0) r = r.mul(evaluateAtBase(_word(plan + 64), _word(plan + 32), y));
    }

    function _word(uint256 position) private pure returns (uint256 w) {
        assembly ("memory-safe") {
            w := mload(position)
        }
    }

    /// @dev sel(y, last `count` of the coordinates), y in K.
    function sel(uint256 points, uint256 variables, uint256 count, uint256 y) internal pure returns (uint256 r) {
        r = 1;
        for (uint256 i = 0; i < count; i++) {
            uint256 coordinate;
            assembly ("memory-safe") {
                coordinate := mload(add(points, shl(5, sub(sub(variables, i), 1))))
            }
            r = r.mulAdd(coordinate.mul(y.subLoose(1)), r);
            if (i + 1 < count) y = y.mul(y);
        }
    }
}
