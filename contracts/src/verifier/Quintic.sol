// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The challenge field K = F[x]/(x^5 + x^2 − 1), F = KoalaBear, in one EVM word
/// @notice An element is five canonical lanes of 51 bits, but in the **reciprocal basis** y = 1/x, which satisfies
/// y^5 = y^3 + 1. With X = 2^51 this makes X^5 − X^3 − 1 a modulus whose reduction has no negative term: MULMOD of an
/// element and of the 16-bit halves of another one is the exact product, every lane non-negative and below 11·2^47 < 2^51.
/// In the basis of powers of x (x^5 = 1 − x^2) lanes go negative and every product needs a bias and an ADDMOD more.
///
/// Two forms of the same element a = Σ c_i x^i occur, and a function says which it wants:
/// - *scalar*: the lanes of a in 1, y, … y^4. A base element is its lane 0.
/// - *vector*: the lanes of a·y^4 = Σ c_i y^{4−i}, that is the proof's own five coordinates in reverse, so that reading one costs
///   no arithmetic. scalar·scalar is a scalar, scalar·vector is a vector; `toScalar` converts.
///
/// "Loose" means lanes below 2^32 (a sum of two canonical elements): allowed where said.
/// Source of the MULMOD technique: residue arithmetic modulo a sparse polynomial evaluated at a power of two (Kronecker substitution).
library Quintic {
    uint256 internal constant P = 0x7f000001;
    /// X^5 − X^3 − 1 at X = 2^51.
    uint256 internal constant MODULUS = 0x7ffffffffffffffffffffffffdffffffffffffffffffffffffffffffffffffff;
    /// 1 in every lane (inline assembly accepts literals only, hence the spelled-out constants).
    uint256 internal constant ONES = 0x1000000000000200000000000040000000000008000000000001;
    /// 0xffff in every lane.
    uint256 internal constant LOW16 = 0xffff000000001fffe000000003fffc000000007fff800000000ffff;
    /// p in every lane.
    uint256 internal constant LANES_P = 0x7f00000100000fe00000200001fc00000400003f800000800007f000001;
    /// 2^32 − p in every lane: carries into bit 32 exactly when a loose lane is ≥ p.
    uint256 internal constant COMPLEMENT_P = 0x80ffffff0000101fffffe0000203fffffc0000407fffff8000080ffffff;
    /// A multiple of p not below 2^51, so that an unreduced lane can be subtracted.
    uint256 internal constant BIG_P = 0xfe00000200000;

    /// Two 51-bit lanes 102 bits apart, and the lower 102 bits.
    uint256 internal constant PAIR = 0x00000001ffffffffffffc0000000000007ffffffffffff;
    uint256 internal constant LOW102 = 0x3fffffffffffffffffffffffff;

    // Masks that move the five 32-bit coordinates of a proof element to 51-bit lanes, see `spread`.
    uint256 internal constant SPREAD4 = 0x00ffffffff00000000000000000000000000000000;
    uint256 internal constant SPREAD2 = 0xffffffffffffffff0000000000000000;
    uint256 internal constant SPREAD1 = 0x3fffffffc00000000000000000ffffffff00000000;

    /// 0x00ffffff in each 32-bit lane: carries into bit 31 exactly when a lane below 2^31 is ≥ p.
    uint256 internal constant CANON_ADD = 0x00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff;
    uint256 internal constant CANON_TOP = 0x8000000080000000800000008000000080000000800000008000000080000000;

    /// @dev a·b. `a` canonical, `b` may be loose. Result canonical.
    function mul(uint256 a, uint256 b) internal pure returns (uint256 r) {
        assembly ("memory-safe") {
            let hi := mulmod(a, and(shr(16, b), LOW16), MODULUS)
            let lo := mulmod(a, and(b, LOW16), MODULUS)
            r := mod(add(shr(204, lo), shl(16, shr(204, hi))), P)
            let e := add(and(lo, PAIR), shl(16, and(hi, PAIR)))
            r := or(shl(102, r), mod(shr(102, e), P))
            let o := add(and(shr(51, lo), PAIR), shl(16, and(shr(51, hi), PAIR)))
            r := or(shl(102, r), mod(and(e, LOW102), P))
            r := or(r, or(shl(51, mod(and(o, LOW102), P)), shl(153, mod(shr(102, o), P))))
        }
    }

    /// @dev a·b + c with one reduction. `a` canonical, `b` and `c` may be loose.
    function mulAdd(uint256 a, uint256 b, uint256 c) internal pure returns (uint256 r) {
        assembly ("memory-safe") {
            let hi := mulmod(a, and(shr(16, b), LOW16), MODULUS)
            // 11·2^47 + 2^32 < 2^51: the addend fits beside the product in each lane.
            let lo := add(mulmod(a, and(b, LOW16), MODULUS), c)
            r := mod(add(shr(204, lo), shl(16, shr(204, hi))), P)
            let e := add(and(lo, PAIR), shl(16, and(hi, PAIR)))
            r := or(shl(102, r), mod(shr(102, e), P))
            let o := add(and(shr(51, lo), PAIR), shl(16, and(shr(51, hi), PAIR)))
            r := or(shl(102, r), mod(and(e, LOW102), P))
            r := or(r, or(shl(51, mod(and(o, LOW102), P)), shl(153, mod(shr(102, o), P))))
        }
    }

    /// @dev h(r) for h(X) = c_0 + c_1 X + c_2 X² with claim = (1 − z) h(0) + z h(1), that is
    /// claim + c_1 (r − z) + c_2 (r² − z): vectors claim (may be loose), c_1 and c_2, scalars z and r. Two products, one reduction.
    function foldQuadratic(uint256 claim, uint256 c1, uint256 c2, uint256 z, uint256 r) internal pure returns (uint256 out) {
        uint256 b = sub(mul(r, r), z);
        uint256 a = sub(r, z);
        assembly ("memory-safe") {
            // The high halves have 15 bits: twice 11·2^46 fits a lane; the low ones are added after they have been spread to 102 bits.
            let hi := add(mulmod(c1, and(shr(16, a), LOW16), MODULUS), mulmod(c2, and(shr(16, b), LOW16), MODULUS))
            a := add(mulmod(c1, and(a, LOW16), MODULUS), claim)
            b := mulmod(c2, and(b, LOW16), MODULUS)
            out := mod(add(add(shr(204, a), shr(204, b)), shl(16, shr(204, hi))), P)
            let e := add(add(and(a, PAIR), and(b, PAIR)), shl(16, and(hi, PAIR)))
            out := or(shl(102, out), mod(shr(102, e), P))
            let o := add(add(and(shr(51, a), PAIR), and(shr(51, b), PAIR)), shl(16, and(shr(51, hi), PAIR)))
            out := or(shl(102, out), mod(and(e, LOW102), P))
            out := or(out, or(shl(51, mod(and(o, LOW102), P)), shl(153, mod(shr(102, o), P))))
        }
    }

    /// @dev a + b, both canonical.
    function add(uint256 a, uint256 b) internal pure returns (uint256 r) {
        assembly ("memory-safe") {
            r := add(a, b)
            r := sub(r, mul(and(shr(32, add(r, COMPLEMENT_P)), ONES), P))
        }
    }

    /// @dev a − b, both canonical.
    function sub(uint256 a, uint256 b) internal pure returns (uint256 r) {
        assembly ("memory-safe") {
            r := sub(add(a, LANES_P), b)
            r := sub(r, mul(and(shr(32, add(r, COMPLEMENT_P)), ONES), P))
        }
    }

    /// @dev a − b with lanes in (0, 2p): good as the second factor of `mul` or as an addend.
    function subLoose(uint256 a, uint256 b) internal pure returns (uint256) {
        unchecked {
            return a + LANES_P - b;
        }
    }

    /// @dev 1 − a, loose.
    function oneMinus(uint256 a) internal pure returns (uint256) {
        unchecked {
            return LANES_P + 1 - a;
        }
    }

    /// @dev Makes a loose element canonical.
    function tighten(uint256 a) internal pure returns (uint256 r) {
        assembly ("memory-safe") {
            r := sub(a, mul(and(shr(32, add(a, COMPLEMENT_P)), ONES), P))
        }
    }

    /// @dev a·c for a base element c < 2^32; `a` canonical.
    function scale(uint256 a, uint256 c) internal pure returns (uint256 r) {
        assembly ("memory-safe") {
            r := mulmod(shr(204, a), c, P)
            r := or(shl(51, r), mulmod(and(shr(153, a), 0xffffffff), c, P))
            r := or(shl(51, r), mulmod(and(shr(102, a), 0xffffffff), c, P))
            r := or(shl(51, r), mulmod(and(shr(51, a), 0xffffffff), c, P))
            r := or(shl(51, r), mulmod(and(a, 0xffffffff), c, P))
        }
    }

    /// @dev The scalar of five coordinates in 51-bit lanes (c_0 lowest), each reduced mod p: what `challenge` needs.
    /// From x = y^4 − y^2, x^2 = y^3 − y, x^3 = y^2 − 1, x^4 = y + y^2 − y^4.
    function fromWideLanes(uint256 h) internal pure returns (uint256 r) {
        assembly ("memory-safe") {
            let c1 := and(shr(51, h), 0x7ffffffffffff)
            let c2 := and(shr(102, h), 0x7ffffffffffff)
            let c3 := and(shr(153, h), 0x7ffffffffffff)
            let c4 := and(shr(204, h), 0x7ffffffffffff)
            r := mod(sub(add(c1, BIG_P), c4), P)
            r := or(shl(51, r), mod(c2, P))
            r := or(shl(51, r), mod(sub(add(add(c3, c4), BIG_P), c1), P))
            r := or(shl(51, r), mod(sub(add(c4, BIG_P), c2), P))
            r := or(shl(51, r), mod(sub(add(and(h, 0x7ffffffffffff), BIG_P), c3), P))
        }
    }

    /// @dev A proof element (five big-endian 32-bit coordinates, right-aligned, canonical) as a scalar.
    function fromPacked(uint256 w) internal pure returns (uint256 r) {
        assembly ("memory-safe") {
            let c1 := and(shr(96, w), 0xffffffff)
            let c2 := and(shr(64, w), 0xffffffff)
            let c3 := and(shr(32, w), 0xffffffff)
            let c4 := and(w, 0xffffffff)
            r := mod(sub(add(c1, P), c4), P)
            r := or(shl(51, r), c2)
            r := or(shl(51, r), mod(sub(add(add(c3, c4), P), c1), P))
            r := or(shl(51, r), mod(sub(add(c4, P), c2), P))
            r := or(shl(51, r), mod(sub(add(shr(128, w), P), c3), P))
        }
    }

    /// @dev A proof element as a vector: coordinate i moves from bit 32(4−i) to bit 51(4−i), in three steps of a butterfly.
    function spread(uint256 w) internal pure returns (uint256 r) {
        assembly ("memory-safe") {
            r := add(w, mul(and(w, SPREAD4), sub(shl(76, 1), 1)))
            r := add(r, mul(and(r, SPREAD2), sub(shl(38, 1), 1)))
            r := add(r, mul(and(r, SPREAD1), sub(shl(19, 1), 1)))
        }
    }

    /// @dev The scalar of a canonical vector.
    function toScalar(uint256 v) internal pure returns (uint256 r) {
        assembly ("memory-safe") {
            let c4 := and(v, 0xffffffff)
            let c3 := and(shr(51, v), 0xffffffff)
            let c2 := and(shr(102, v), 0xffffffff)
            let c1 := and(shr(153, v), 0xffffffff)
            r := mod(sub(add(c1, P), c4), P)
            r := or(shl(51, r), c2)
            r := or(shl(51, r), mod(sub(add(add(c3, c4), P), c1), P))
            r := or(shl(51, r), mod(sub(add(c4, P), c2), P))
            r := or(shl(51, r), mod(sub(add(shr(204, v), P), c3), P))
        }
    }

    /// @dev The vector of a canonical scalar: the inverse of `toScalar` (c_2 = e_3, c_4 = e_1 + c_2, c_1 = e_4 + c_4, c_3 = e_2 − c_4 + c_1, c_0 = e_0 + c_3).
    function toVector(uint256 s) internal pure returns (uint256 r) {
        assembly ("memory-safe") {
            let c2 := and(shr(153, s), 0xffffffff)
            let c4 := add(and(shr(51, s), 0xffffffff), c2)
            let c1 := add(shr(204, s), c4)
            let c3 := add(and(shr(102, s), 0xffffffff), shr(204, s))
            r := mod(add(and(s, 0xffffffff), c3), P)
            r := or(shl(51, r), mod(c1, P))
            r := or(shl(51, r), c2)
            r := or(shl(51, r), mod(c3, P))
            r := or(shl(51, r), mod(c4, P))
        }
    }

    /// @dev a^n for a scalar.
    function pow(uint256 a, uint256 n) internal pure returns (uint256 r) {
        r = 1;
        for (; n != 0; n >>= 1) {
            if (n & 1 != 0) r = mul(r, a);
            a = mul(a, a);
        }
    }
}
