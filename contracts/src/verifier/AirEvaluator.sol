// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AirPoint, IAirEvaluator} from "./IAirEvaluator.sol";
import {Quintic} from "./Quintic.sol";
import {ShapeLib} from "./Shape.sol";
import {WhirKernels} from "./WhirKernels.sol";

/// @title Constraints and interactions of all chips at one point of K (docs/proof.md, step 4)
/// @notice A small register machine. Its program is the compiled AIR (packages/stark/src/compile/solidity.ts), read from data
/// contracts, so this contract knows no AIR: whoever calls it pins program and data contracts.
///
/// The program begins with u8, its longest tuple. Then follow the chips from the last to the first (constraints are summed by Horner
/// in β, highest power first): `u16 columns, u16 interactions, u8 s`, then instructions until END. A value is a slot of 96 bytes:
/// the element, then the same in two words of 85-bit lanes (only after SPLIT). Slots are columns, rowIndex, registers; an operand is
/// a slot's memory address, because slots begin at a fixed one (`SLOTS`): on this machine every addition counts.
///
///     0 END
///     1 MUL       u8 n, n × (u16 dst, a, b)
///     2 LIN       u16 dst, form
///     3 ASSERT    u16 a                        acc ← acc·β + a
///     4 ASSERTLIN form                         acc ← acc·β + form
///     5 SPLIT     u16 a
///     6 TUPLE     u16 dst, u8 n, u16 t_0, n × u16 value      dst ← t_0 + Σ γ^k t_k
///     7 ASSERTMUL u16 a, b                     acc ← acc·β + a·b
///     8 CONST     u16 dst, u32 value
///     9 LINBIG    u16 dst, form, u8 n, n × (u32 c, u16 operand)             any c, over split slots
///    10 BLOCK     u8 n, n × u16 multiplicity, n × u16 tuple, n × u16 tag    next of the chip's blocks ← Σ e_i (m_i − β (tag_i + γ t_i))
///
/// form = u32 constant, u8 counts of four lists, then the lists: u16 operands with coefficient 1; with coefficient −1;
/// (u16 c, u16 operand) with coefficient c; with −c. Counts are even: lists are read in pairs (TUPLE's and BLOCK's in fours) and filled up with
/// the word of zeros that Solidity keeps at 0x60. The compiler sees to it that coefficients add up to at most 2^17 in absolute value per sign, so that
/// lanes of 51 bits hold the sum.
///
/// Interactions are never worked out one by one. Their weighted sum Σ_i e_i (m_i + β (α − tag_i − γ t_i)), e_i = eq(i, ρ_int), is
/// linear in the e_i: a block of 2^w neighbours shares one table of eq in the last w coordinates, kept in pieces so that its dot
/// products with multiplicities and tuples are reduced once; blocks are folded with the other coordinates, and α β Σ w, over all chips, comes first.
contract AirEvaluator is IAirEvaluator {
    using Quintic for uint256;

    uint256 private constant P = 0x7f000001;
    // As in Quintic; inline assembly accepts only constants of its own contract.
    uint256 private constant MODULUS = 0x7ffffffffffffffffffffffffdffffffffffffffffffffffffffffffffffffff;
    uint256 private constant LOW16 = 0xffff000000001fffe000000003fffc000000007fff800000000ffff;
    uint256 private constant HIGH15 = 0x7fff000000000fffe000000001fffc000000003fff8000000007fff0000;
    uint256 private constant LOW10 = 0x3ff00000000007fe0000000000ffc0000000001ff80000000003ff;
    uint256 private constant LOW11 = 0x7ff0000000000ffe0000000001ffc0000000003ff80000000007ff;
    uint256 private constant PAIR = 0x00000001ffffffffffffc0000000000007ffffffffffff;
    uint256 private constant LOW102 = 0x3fffffffffffffffffffffffff;
    uint256 private constant LANES_P = 0x7f00000100000fe00000200001fc00000400003f800000800007f000001;
    uint256 private constant ONES = 0x1000000000000200000000000040000000000008000000000001;
    uint256 private constant COMPLEMENT_P = 0x80ffffff0000101fffffe0000203fffffc0000407fffff8000080ffffff;
    uint256 private constant LOW85 = 0x1fffffffffffffffffffff;
    /// p·2^17 in every lane.
    uint256 private constant BIAS = 0xfe00000200001fc00000400003f800000800007f00000100000fe0000020000;

    // Fixed memory: `evaluate` reserves everything up to HEAP before it allocates anything.
    uint256 private constant BETA = 0x300;
    uint256 private constant GAMMA = 0x320;
    /// Where the next block's value goes.
    uint256 private constant NEXT_BLOCK = 0x340;
    uint256 private constant SLOTS = 0x400;
    /// eq in the last w coordinates, up to 2^5 entries: three pieces and the element itself.
    uint256 private constant EQ = 0x10400;
    uint256 private constant EQ_BYTES = 0x80;
    /// γ, γ², … in three pieces each, at the same distance.
    uint256 private constant POWERS = 0x11400;

    /// @notice Thrown when the compiler's own use of memory reaches into the machine's (never for given code).
    error MemoryOverlap(uint256 free);

    /// @inheritdoc IAirEvaluator
    /// @dev The programs are data contracts whose code, without its first byte, is the program's next part.
    function evaluate(address[] calldata programs, AirPoint calldata p, bytes calldata columns) external view returns (uint256) {
        uint256 free = WhirKernels.allocate(0);
        if (free > BETA) revert MemoryOverlap(free);
        WhirKernels.allocate(POWERS - free);
        uint256 ip = _reserve(p, programs);
        uint256 values;
        assembly ("memory-safe") {
            values := add(columns.offset, columns.length)
        }
        free = WhirKernels.allocate(0);
        uint256 accumulator = 0;
        // The blocks leave out α: αβ Σ w.
        uint256 fraction = p.alpha.mul(p.beta).mul(p.totalWeight);
        for (uint256 j = p.logHeights.length; j > 0; j--) {
            uint256 header;
            assembly ("memory-safe") {
                header := mload(ip)
                mstore(NEXT_BLOCK, free)
            }
            uint256 width = header >> 240;
            values -= 32 * width;
            _loadColumns(values, width);
            _loadRowIndex(SLOTS + 96 * width, p, j - 1);
            uint256 interactions = (header >> 224) & 0xffff;
            uint256 s = (header >> 216) & 0xff;
            if (interactions != 0) _loadEq(p, j - 1, s, ShapeLib.blockBits(s));
            (ip, accumulator) = _run(ip + 5, accumulator);
            if (interactions != 0) fraction = _interactions(free, interactions, p, j - 1, s).mulAdd(p.blockWeights[j - 1], fraction);
        }
        return p.beta.mul(p.beta).mulAdd(accumulator, fraction);
    }

    /// @dev eq(b, the last w of the s coordinates ρ_int), in pieces, at EQ.
    function _loadEq(AirPoint calldata p, uint256 j, uint256 s, uint256 w) private pure {
        uint256 end = p.fractionPoint.length - p.logHeights[j];
        assembly ("memory-safe") {
            mstore(add(EQ, 96), 1)
        }
        for (uint256 i = 0; i < w; i++) {
            uint256 r = p.fractionPoint[end - w + i];
            for (uint256 b = 1 << i; b > 0;) {
                b--;
                uint256 old;
                assembly ("memory-safe") {
                    old := mload(add(add(EQ, 96), mul(EQ_BYTES, b)))
                }
                uint256 high = old.mul(r);
                uint256 low = old.sub(high);
                assembly ("memory-safe") {
                    let position := add(add(EQ, 96), mul(EQ_BYTES, shl(1, b)))
                    mstore(position, low)
                    mstore(add(position, EQ_BYTES), high)
                }
            }
        }
        assembly ("memory-safe") {
            for { let piece := EQ } lt(piece, add(EQ, shl(w, EQ_BYTES))) { piece := add(piece, EQ_BYTES) } {
                let e := mload(add(piece, 96))
                mstore(piece, and(e, LOW10))
                mstore(add(piece, 32), and(shr(10, e), LOW10))
                mstore(add(piece, 64), and(shr(20, e), LOW11))
            }
        }
    }

    /// @dev Σ_i e_i (m_i − β (tag_i + γ t_i)) from the chip's blocks.
    function _interactions(uint256 table, uint256 count, AirPoint calldata p, uint256 j, uint256 s) private pure returns (uint256) {
        uint256 w = ShapeLib.blockBits(s);
        uint256 from = p.fractionPoint.length - p.logHeights[j] - s;
        return _foldBlocks(table, (count + (1 << w) - 1) >> w, p, from, s - w);
    }

    /// @dev Fills the fixed part and loads the program behind it; returns the address of the first chip.
    function _reserve(AirPoint calldata p, address[] calldata programs) private view returns (uint256 ip) {
        uint256 beta = p.beta;
        uint256 gamma = p.gamma;
        address first = programs[0];
        uint256 count;
        assembly ("memory-safe") {
            mstore(BETA, beta)
            mstore(GAMMA, gamma)
            extcodecopy(first, 0, 0, 32)
            count := byte(1, mload(0))
        }
        uint256 pieces = WhirKernels.allocate(EQ_BYTES * count);
        uint256 power = gamma;
        for (uint256 k = 0; k < count; k++) {
            assembly ("memory-safe") {
                let piece := add(pieces, mul(EQ_BYTES, k))
                mstore(piece, and(power, LOW10))
                mstore(add(piece, 32), and(shr(10, power), LOW10))
                mstore(add(piece, 64), and(shr(20, power), LOW11))
            }
            power = power.mul(gamma);
        }
        return _load(programs) + 1;
    }

    function _load(address[] calldata programs) private view returns (uint256 start) {
        start = WhirKernels.allocate(0);
        for (uint256 i = 0; i < programs.length; i++) {
            address program = programs[i];
            uint256 size = program.code.length - 1;
            uint256 to = WhirKernels.allocate(size);
            assembly ("memory-safe") {
                extcodecopy(program, to, 1, size)
            }
        }
        // Instructions are read in words, so up to 32 bytes behind the end are looked at; also restores word alignment.
        uint256 end = WhirKernels.allocate(0);
        WhirKernels.allocate(64 - (end & 31));
    }

    /// @dev Σ_h eq(h, the `bits` coordinates of ρ from `from`)·value_h over `count` words at `table`: halves the table once per
    /// coordinate, the last one (the lowest bit of h) first. Overwrites it.
    function _foldBlocks(uint256 table, uint256 count, AirPoint calldata p, uint256 from, uint256 bits) private pure returns (uint256 value) {
        for (uint256 i = from + bits; i > from; i--) {
            uint256 r = p.fractionPoint[i - 1];
            assembly ("memory-safe") {
                // Beyond the last value there are zeros.
                mstore(add(table, shl(5, count)), 0)
            }
            count = (count + 1) >> 1;
            for (uint256 k = 0; k < count; k++) {
                uint256 low;
                uint256 high;
                assembly ("memory-safe") {
                    let pair := add(table, shl(6, k))
                    low := mload(pair)
                    high := mload(add(pair, 32))
                }
                low = r.mulAdd(high.subLoose(low), low);
                assembly ("memory-safe") {
                    mstore(add(table, shl(5, k)), low)
                }
            }
        }
        assembly ("memory-safe") {
            value := mload(table)
        }
    }

    function _loadColumns(uint256 values, uint256 count) private pure {
        assembly ("memory-safe") {
            let slot := SLOTS
            for { let end := add(values, shl(5, count)) } lt(values, end) { values := add(values, 32) } {
                mstore(slot, calldataload(values))
                slot := add(slot, 96)
            }
        }
    }

    /// @dev Σ 2^{n−1−i} r_i over the last n = n_j coordinates.
    function _loadRowIndex(uint256 slot, AirPoint calldata p, uint256 j) private pure {
        uint256 sum = 0;
        for (uint256 i = p.point.length - p.logHeights[j]; i < p.point.length; i++) sum = sum.add(sum).add(p.point[i]);
        assembly ("memory-safe") {
            mstore(slot, sum)
        }
    }

    function _run(uint256 ip, uint256 acc) private pure returns (uint256, uint256) {
        assembly ("memory-safe") {
            // a·b + c (Quintic.mulAdd; lanes of c below 2^49).
            function mulAdd(a, b, c) -> r {
                let hi := mulmod(a, and(shr(16, b), LOW16), MODULUS)
                let lo := add(mulmod(a, and(b, LOW16), MODULUS), c)
                r := mod(add(shr(204, lo), shl(16, shr(204, hi))), P)
                let e := add(and(lo, PAIR), shl(16, and(hi, PAIR)))
                r := or(shl(102, r), mod(shr(102, e), P))
                let o := add(and(shr(51, lo), PAIR), shl(16, and(shr(51, hi), PAIR)))
                r := or(shl(102, r), mod(and(e, LOW102), P))
                r := or(r, or(shl(51, mod(and(o, LOW102), P)), shl(153, mod(shr(102, o), P))))
            }
            // The lists of a form: lanes below 2^50, and the position behind it.
            function form(from) -> small, next {
                let w := mload(from)
                // The bias is a multiple of p that exceeds all subtracted terms.
                small := add(shr(224, w), BIAS)
                next := add(from, 8)
                for { let end := add(next, shl(1, byte(4, w))) } lt(next, end) { next := add(next, 4) } {
                    let pair := mload(next)
                    small := add(add(small, mload(shr(240, pair))), mload(and(shr(224, pair), 0xffff)))
                }
                for { let end := add(next, shl(1, byte(5, w))) } lt(next, end) { next := add(next, 4) } {
                    let pair := mload(next)
                    small := sub(sub(small, mload(shr(240, pair))), mload(and(shr(224, pair), 0xffff)))
                }
                if and(shr(192, w), 0xffff) {
                    for { let end := add(next, shl(2, byte(6, w))) } lt(next, end) { next := add(next, 8) } {
                        let pair := mload(next)
                        small := add(small, mul(shr(240, pair), mload(and(shr(224, pair), 0xffff))))
                        small := add(small, mul(and(shr(208, pair), 0xffff), mload(and(shr(192, pair), 0xffff))))
                    }
                    for { let end := add(next, shl(2, byte(7, w))) } lt(next, end) { next := add(next, 8) } {
                        let pair := mload(next)
                        small := sub(small, mul(shr(240, pair), mload(and(shr(224, pair), 0xffff))))
                        small := sub(small, mul(and(shr(208, pair), 0xffff), mload(and(shr(192, pair), 0xffff))))
                    }
                }
            }
            // t0 + 2^10·t1 + 2^20·t2, canonical.
            function join(t0, t1, t2) -> r {
                r := mod(add(shr(204, t0), add(shl(10, shr(204, t1)), shl(20, shr(204, t2)))), P)
                let pair := add(and(t0, PAIR), add(shl(10, and(t1, PAIR)), shl(20, and(t2, PAIR))))
                r := or(shl(102, r), mod(shr(102, pair), P))
                r := or(shl(102, r), mod(and(pair, LOW102), P))
                pair := add(and(shr(51, t0), PAIR), add(shl(10, and(shr(51, t1), PAIR)), shl(20, and(shr(51, t2), PAIR))))
                r := or(r, or(shl(51, mod(and(pair, LOW102), P)), shl(153, mod(shr(102, pair), P))))
            }
            // start + Σ e_i·value over the operands from `from` to `end`, at most 32, in fours; e_i from a table of pieces.
            function dot(from, end, e, t0) -> r {
                let t1 := 0
                let t2 := 0
                for {} lt(from, end) { from := add(from, 8) } {
                    let w := mload(from)
                    let v := mload(shr(240, w))
                    t0 := add(t0, mulmod(v, mload(e), MODULUS))
                    t1 := add(t1, mulmod(v, mload(add(e, 32)), MODULUS))
                    t2 := add(t2, mulmod(v, mload(add(e, 64)), MODULUS))
                    v := mload(and(shr(224, w), 0xffff))
                    t0 := add(t0, mulmod(v, mload(add(e, 128)), MODULUS))
                    t1 := add(t1, mulmod(v, mload(add(e, 160)), MODULUS))
                    t2 := add(t2, mulmod(v, mload(add(e, 192)), MODULUS))
                    v := mload(and(shr(208, w), 0xffff))
                    t0 := add(t0, mulmod(v, mload(add(e, 256)), MODULUS))
                    t1 := add(t1, mulmod(v, mload(add(e, 288)), MODULUS))
                    t2 := add(t2, mulmod(v, mload(add(e, 320)), MODULUS))
                    v := mload(and(shr(192, w), 0xffff))
                    t0 := add(t0, mulmod(v, mload(add(e, 384)), MODULUS))
                    t1 := add(t1, mulmod(v, mload(add(e, 416)), MODULUS))
                    t2 := add(t2, mulmod(v, mload(add(e, 448)), MODULUS))
                    e := add(e, 512)
                }
                r := join(t0, t1, t2)
            }
            // Σ e_i·tag_i, in fours. Tags are below 2^12, so the lanes of 32 products with 31 bits stay below 2^48.
            function dotTags(from, end) -> sum {
                for { let e := add(EQ, 96) } lt(from, end) { from := add(from, 8) } {
                    let w := mload(from)
                    sum := add(sum, mul(shr(240, w), mload(e)))
                    sum := add(sum, mul(and(shr(224, w), 0xffff), mload(add(e, 128))))
                    sum := add(sum, mul(and(shr(208, w), 0xffff), mload(add(e, 256))))
                    sum := add(sum, mul(and(shr(192, w), 0xffff), mload(add(e, 384))))
                    e := add(e, 512)
                }
            }

            for {} 1 {} {
                let w := mload(ip)
                switch byte(0, w)
                case 1 {
                    // mulAdd without the addend, written out: the most frequent instruction.
                    let end := add(add(ip, 2), mul(6, byte(1, w)))
                    for { ip := add(ip, 2) } lt(ip, end) { ip := add(ip, 6) } {
                        w := mload(ip)
                        let b := mload(and(shr(208, w), 0xffff))
                        let a := mload(and(shr(224, w), 0xffff))
                        let hi := mulmod(a, and(shr(16, b), LOW16), MODULUS)
                        a := mulmod(a, and(b, LOW16), MODULUS)
                        let r := mod(add(shr(204, a), shl(16, shr(204, hi))), P)
                        b := add(and(a, PAIR), shl(16, and(hi, PAIR)))
                        r := or(shl(102, r), mod(shr(102, b), P))
                        r := or(shl(102, r), mod(and(b, LOW102), P))
                        b := add(and(shr(51, a), PAIR), shl(16, and(shr(51, hi), PAIR)))
                        mstore(shr(240, w), or(r, or(shl(51, mod(and(b, LOW102), P)), shl(153, mod(shr(102, b), P)))))
                    }
                }
                case 2 {
                    let small, next := form(add(ip, 3))
                    let r := mod(shr(204, small), P)
                    r := or(shl(51, r), mod(and(shr(153, small), 0x7ffffffffffff), P))
                    r := or(shl(51, r), mod(and(shr(102, small), 0x7ffffffffffff), P))
                    r := or(shl(51, r), mod(and(shr(51, small), 0x7ffffffffffff), P))
                    mstore(and(shr(232, w), 0xffff), or(shl(51, r), mod(and(small, 0x7ffffffffffff), P)))
                    ip := next
                }
                case 4 {
                    let small, next := form(add(ip, 1))
                    acc := mulAdd(acc, mload(BETA), small)
                    ip := next
                }
                case 6 {
                    // Canonical after every 32 terms: lanes have room for 46.
                    let end := add(add(ip, 6), shl(1, byte(3, w)))
                    let t := mload(and(shr(208, w), 0xffff))
                    ip := add(ip, 6)
                    for { let power := POWERS } lt(ip, end) { power := add(power, 4096) } {
                        let pause := add(ip, 64)
                        if gt(pause, end) { pause := end }
                        t := dot(ip, pause, power, t)
                        ip := pause
                    }
                    mstore(and(shr(232, w), 0xffff), t)
                }
                case 10 {
                    let bytes_ := shl(1, byte(1, w))
                    let tuples := add(add(ip, 2), bytes_)
                    let tags := add(tuples, bytes_)
                    let sum := dot(add(ip, 2), tuples, EQ, 0)
                    let t := dot(tuples, tags, EQ, 0)
                    ip := add(tags, bytes_)
                    t := mulAdd(t, mload(GAMMA), dotTags(tags, ip))
                    let position := mload(NEXT_BLOCK)
                    mstore(position, mulAdd(mload(BETA), sub(LANES_P, t), sum))
                    mstore(NEXT_BLOCK, add(position, 32))
                }
                case 7 {
                    // acc·β + a·b: four residues, one reduction. The high halves have 15 bits: twice 11·2^46 fits a lane; the low
                    // ones are added after they have been spread to 102 bits.
                    let b := mload(and(shr(216, w), 0xffff))
                    let a := mload(and(shr(232, w), 0xffff))
                    let hi := mulmod(a, shr(16, and(b, HIGH15)), MODULUS)
                    a := mulmod(a, and(b, LOW16), MODULUS)
                    b := mload(BETA)
                    hi := add(hi, mulmod(acc, shr(16, and(b, HIGH15)), MODULUS))
                    acc := mulmod(acc, and(b, LOW16), MODULUS)
                    let r := mod(add(add(shr(204, a), shr(204, acc)), shl(16, shr(204, hi))), P)
                    b := add(add(and(a, PAIR), and(acc, PAIR)), shl(16, and(hi, PAIR)))
                    r := or(shl(102, r), mod(shr(102, b), P))
                    r := or(shl(102, r), mod(and(b, LOW102), P))
                    b := add(add(and(shr(51, a), PAIR), and(shr(51, acc), PAIR)), shl(16, and(shr(51, hi), PAIR)))
                    acc := or(r, or(shl(51, mod(and(b, LOW102), P)), shl(153, mod(shr(102, b), P))))
                    ip := add(ip, 5)
                }
                case 3 {
                    acc := mulAdd(acc, mload(BETA), mload(and(shr(232, w), 0xffff)))
                    ip := add(ip, 3)
                }
                case 9 {
                    let small, next := form(add(ip, 3))
                    let big0 := 0
                    let big1 := 0
                    ip := add(next, 1)
                    for { let end := add(ip, mul(6, byte(0, mload(next)))) } lt(ip, end) { ip := add(ip, 6) } {
                        let term := mload(ip)
                        let slot := and(shr(208, term), 0xffff)
                        term := shr(224, term)
                        big0 := add(big0, mul(term, mload(add(slot, 32))))
                        big1 := add(big1, mul(term, mload(add(slot, 64))))
                    }
                    let r := mod(add(shr(204, small), shr(85, big1)), P)
                    r := or(shl(51, r), mod(add(and(shr(153, small), 0x7ffffffffffff), and(big1, LOW85)), P))
                    r := or(shl(51, r), mod(add(and(shr(102, small), 0x7ffffffffffff), shr(170, big0)), P))
                    r := or(shl(51, r), mod(add(and(shr(51, small), 0x7ffffffffffff), and(shr(85, big0), LOW85)), P))
                    mstore(and(shr(232, w), 0xffff), or(shl(51, r), mod(add(and(small, 0x7ffffffffffff), and(big0, LOW85)), P)))
                }
                case 5 {
                    let slot := and(shr(232, w), 0xffff)
                    let e := mload(slot)
                    mstore(add(slot, 32), or(and(e, 0xffffffff), or(shl(85, and(shr(51, e), 0xffffffff)), shl(170, and(shr(102, e), 0xffffffff)))))
                    mstore(add(slot, 64), or(and(shr(153, e), 0xffffffff), shl(85, shr(204, e))))
                    ip := add(ip, 3)
                }
                case 8 {
                    mstore(and(shr(232, w), 0xffff), and(shr(200, w), 0xffffffff))
                    ip := add(ip, 7)
                }
                default {
                    ip := add(ip, 1)
                    break
                }
            }
        }
        return (ip, acc);
    }
}
