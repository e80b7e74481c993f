// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IVerifierErrors} from "./IVerifierErrors.sol";
import {Quintic} from "./Quintic.sol";
import {WhirKernels} from "./WhirKernels.sol";

/// @notice Where and with which challenges an AIR is evaluated; all scalars.
struct AirPoint {
    uint256 alpha;
    uint256 beta;
    uint256 gamma;
    /// ρ ∈ K^L, the fraction tree's point.
    uint256[] fractionPoint;
    /// r, the zerocheck's point.
    uint256[] point;
    /// n_j
    uint256[] logHeights;
    /// pre_j: eq of the chip's block in the fraction tree (0 where the chip has no interaction).
    uint256[] blockWeights;
}

/// @title Constraints and interactions of all chips at one point of K (docs/proof.md, step 4)
/// @notice A small register machine. Its program is the compiled AIR (packages/stark/src/compile/solidity.ts), read from data
/// contracts, so this contract knows no AIR: whoever calls it pins program and data contracts.
///
/// The program begins with u8, its longest tuple. Then follow the chips from the last to the first (constraints are summed by Horner in β, highest power first):
/// `u16 columns, u16 interactions, u8 s`, then instructions until END. A value is a slot of 96 bytes: the element, then the same
/// in two words of 85-bit lanes (only after SPLIT). An operand is the slot's byte offset; slots are columns, rowIndex, registers.
///
///     0 END
///     1 MUL       u16 dst, a, b
///     2 LIN       u16 dst, form
///     3 ASSERT    u16 a                        acc ← acc·β + a
///     4 ASSERTLIN form                         acc ← acc·β + form
///     5 SPLIT     u16 a
///     6 INTERACT  u32 tag, u16 multiplicity, u8 n, n × u16 tuple value      F += w_i (multiplicity + β (α − tag − Σ γ^k t_k))
///     7 ASSERTMUL u16 a, b                     acc ← acc·β + a·b
///     8 CONST     u16 dst, u32 value
///
/// form = u32 constant, then five lists, each u8 count and entries: u16 operands with coefficient 1; with coefficient −1;
/// (u16 c, u16 operand) with coefficient c; with −c; (u32 c, u16 operand) with any c, over split slots. The compiler sees to it that
/// the first four lists add up to at most 2^17 in absolute value per sign, so that lanes of 51 bits hold the sum.
contract AirEvaluator {
    using Quintic for uint256;

    uint256 private constant P = 0x7f000001;
    // As in Quintic; inline assembly accepts only constants of its own contract.
    uint256 private constant MODULUS = 0x7ffffffffffffffffffffffffdffffffffffffffffffffffffffffffffffffff;
    uint256 private constant LOW16 = 0xffff000000001fffe000000003fffc000000007fff800000000ffff;
    uint256 private constant PAIR = 0x00000001ffffffffffffc0000000000007ffffffffffff;
    uint256 private constant LOW102 = 0x3fffffffffffffffffffffffff;
    uint256 private constant LANES_P = 0x7f00000100000fe00000200001fc00000400003f800000800007f000001;
    uint256 private constant LOW85 = 0x1fffffffffffffffffffff;
    /// p·2^17 in every lane.
    uint256 private constant BIAS = 0xfe00000200001fc00000400003f800000800007f00000100000fe0000020000;

    /// @dev Memory addresses and running sums of the machine; in memory because the stack is needed by the kernels.
    struct Machine {
        uint256 ip;
        uint256 slots;
        uint256 beta;
        uint256 accumulator;
        uint256 fraction;
        uint256 weights;
        uint256 gammas;
        uint256 alpha;
    }

    /// @param programs Data contracts whose code, without its first byte, is the program's next part.
    /// @param columnValues 20 canonical bytes per column, chip by chip.
    /// @return Σ_j F_j, a scalar.
    function evaluate(address[] calldata programs, AirPoint calldata p, bytes calldata columnValues) external view returns (uint256) {
        Machine memory m;
        m.beta = p.beta;
        m.alpha = p.alpha;
        m.ip = _load(programs);
        uint256 tupleLength;
        assembly ("memory-safe") {
            tupleLength := byte(0, mload(mload(m)))
        }
        m.ip++;
        m.gammas = _powers(p.gamma, tupleLength);
        m.slots = WhirKernels.allocate(0);
        uint256 values;
        assembly ("memory-safe") {
            values := add(columnValues.offset, columnValues.length)
        }
        uint256 free = m.slots;
        for (uint256 j = p.logHeights.length; j > 0; j--) {
            uint256 header;
            uint256 ip = m.ip;
            assembly ("memory-safe") {
                header := mload(ip)
            }
            m.ip = ip + 5;
            uint256 columns = header >> 240;
            uint256 interactions = (header >> 224) & 0xffff;
            // Slots are laid out anew for each chip, behind its table of interaction weights.
            assembly ("memory-safe") {
                mstore(0x40, free)
            }
            if (interactions != 0) m.weights = _interactionWeights(p, j - 1, (header >> 216) & 0xff);
            m.slots = WhirKernels.allocate(0x10000 + 96);
            values -= 20 * columns;
            _loadColumns(m.slots, values, columns);
            _loadRowIndex(m.slots + 96 * columns, p, j - 1);
            _run(m);
        }
        return m.beta.mul(m.beta).mulAdd(m.accumulator, m.fraction);
    }

    /// @dev γ^1 … γ^count in three pieces each, for `INTERACT`.
    function _powers(uint256 gamma, uint256 count) private pure returns (uint256) {
        uint256 table = WhirKernels.allocate(count << 5);
        uint256 power = gamma;
        for (uint256 k = 0; k < count; k++) {
            assembly ("memory-safe") {
                mstore(add(table, shl(5, k)), power)
            }
            power = power.mul(gamma);
        }
        return WhirKernels.splitForExtension(table, count);
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

    /// @dev w_{j,i} = pre_j·eq(i, ρ_int), ρ_int being the s coordinates before the chip's last n_j.
    function _interactionWeights(AirPoint calldata p, uint256 j, uint256 s) private pure returns (uint256) {
        uint256 copy = WhirKernels.allocate(s << 5);
        uint256 from = p.fractionPoint.length - p.logHeights[j] - s;
        for (uint256 i = 0; i < s; i++) {
            uint256 coordinate = p.fractionPoint[from + i];
            assembly ("memory-safe") {
                mstore(add(copy, shl(5, i)), coordinate)
            }
        }
        return WhirKernels.eqTable(copy, s, p.blockWeights[j]);
    }

    function _loadColumns(uint256 slots, uint256 values, uint256 columns) private pure {
        for (uint256 i = 0; i < columns; i++) {
            uint256 w;
            assembly ("memory-safe") {
                w := shr(96, calldataload(add(values, mul(20, i))))
            }
            w = w.fromPacked();
            assembly ("memory-safe") {
                mstore(add(slots, mul(96, i)), w)
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

    function _run(Machine memory m) private pure {
        assembly ("memory-safe") {
            // Lanes of 51 bits (each < 2^51) back to canonical ones.
            function reduce(a) -> r {
                r := mod(shr(204, a), P)
                r := or(shl(51, r), mod(and(shr(153, a), 0x7ffffffffffff), P))
                r := or(shl(51, r), mod(and(shr(102, a), 0x7ffffffffffff), P))
                r := or(shl(51, r), mod(and(shr(51, a), 0x7ffffffffffff), P))
                r := or(shl(51, r), mod(and(a, 0x7ffffffffffff), P))
            }
            // Even and odd lanes of lo + 2^16·hi, and the highest lane, to one canonical element.
            function join(top, e, o) -> r {
                r := shl(102, mod(top, P))
                r := or(r, mod(shr(102, e), P))
                r := or(shl(102, r), mod(and(e, LOW102), P))
                r := or(r, or(shl(51, mod(and(o, LOW102), P)), shl(153, mod(shr(102, o), P))))
            }
            // a·b + c (Quintic.mulAdd; lanes of c below 2^49).
            function mulAdd(a, b, c) -> r {
                let hi := mulmod(a, and(shr(16, b), LOW16), MODULUS)
                let lo := add(mulmod(a, and(b, LOW16), MODULUS), c)
                r := join(
                    add(shr(204, lo), shl(16, shr(204, hi))),
                    add(and(lo, PAIR), shl(16, and(hi, PAIR))),
                    add(and(shr(51, lo), PAIR), shl(16, and(shr(51, hi), PAIR)))
                )
            }
            // a·b + c·d: four residues, one reduction. Lanes are added only after they have been spread to 102 bits.
            function mulAddMul(a, b, c, d) -> r {
                let hi := mulmod(a, and(shr(16, b), LOW16), MODULUS)
                let hi2 := mulmod(c, and(shr(16, d), LOW16), MODULUS)
                // Halves of 15 bits: twice 11·2^46 fits a lane.
                hi := add(hi, hi2)
                let lo := mulmod(a, and(b, LOW16), MODULUS)
                let lo2 := mulmod(c, and(d, LOW16), MODULUS)
                r := join(
                    add(add(shr(204, lo), shr(204, lo2)), shl(16, shr(204, hi))),
                    add(add(and(lo, PAIR), and(lo2, PAIR)), shl(16, and(hi, PAIR))),
                    add(add(and(shr(51, lo), PAIR), and(shr(51, lo2), PAIR)), shl(16, and(shr(51, hi), PAIR)))
                )
            }
            // The lists of a form. Returns lanes below 2^50 (small part), 85-bit lanes of the large part, and the next position.
            function form(ip, slots) -> small, big0, big1, next {
                let w := mload(ip)
                // The bias is a multiple of p that exceeds all subtracted terms.
                small := add(shr(224, w), BIAS)
                ip := add(ip, 5)
                for { let end := add(ip, shl(1, and(shr(216, w), 0xff))) } lt(ip, end) { ip := add(ip, 2) } {
                    small := add(small, mload(add(slots, shr(240, mload(ip)))))
                }
                w := mload(ip)
                ip := add(ip, 1)
                for { let end := add(ip, shl(1, byte(0, w))) } lt(ip, end) { ip := add(ip, 2) } {
                    small := sub(small, mload(add(slots, shr(240, mload(ip)))))
                }
                w := mload(ip)
                ip := add(ip, 1)
                for { let end := add(ip, shl(2, byte(0, w))) } lt(ip, end) { ip := add(ip, 4) } {
                    w := mload(ip)
                    small := add(small, mul(shr(240, w), mload(add(slots, and(shr(224, w), 0xffff)))))
                }
                w := mload(ip)
                ip := add(ip, 1)
                for { let end := add(ip, shl(2, byte(0, w))) } lt(ip, end) { ip := add(ip, 4) } {
                    w := mload(ip)
                    small := sub(small, mul(shr(240, w), mload(add(slots, and(shr(224, w), 0xffff)))))
                }
                w := mload(ip)
                ip := add(ip, 1)
                for { let end := add(ip, mul(6, byte(0, w))) } lt(ip, end) { ip := add(ip, 6) } {
                    w := mload(ip)
                    let slot := add(slots, and(shr(208, w), 0xffff))
                    w := shr(224, w)
                    big0 := add(big0, mul(w, mload(add(slot, 32))))
                    big1 := add(big1, mul(w, mload(add(slot, 64))))
                }
                next := ip
            }
            // Small lanes plus 85-bit lanes, canonical.
            function joinBig(small, big0, big1) -> r {
                r := mod(add(shr(204, small), shr(85, big1)), P)
                r := or(shl(51, r), mod(add(and(shr(153, small), 0x7ffffffffffff), and(big1, LOW85)), P))
                r := or(shl(51, r), mod(add(and(shr(102, small), 0x7ffffffffffff), shr(170, big0)), P))
                r := or(shl(51, r), mod(add(and(shr(51, small), 0x7ffffffffffff), and(shr(85, big0), LOW85)), P))
                r := or(shl(51, r), mod(add(and(small, 0x7ffffffffffff), and(big0, LOW85)), P))
            }

            let ip := mload(m)
            let slots := mload(add(m, 32))
            let beta := mload(add(m, 64))
            let acc := mload(add(m, 96))
            for {} 1 {} {
                let w := mload(ip)
                switch byte(0, w)
                case 1 {
                    mstore(
                        add(slots, and(shr(232, w), 0xffff)),
                        mulAdd(mload(add(slots, and(shr(216, w), 0xffff))), mload(add(slots, and(shr(200, w), 0xffff))), 0)
                    )
                    ip := add(ip, 7)
                }
                case 4 {
                    let small, big0, big1, next := form(add(ip, 1), slots)
                    if or(big0, big1) { small := joinBig(small, big0, big1) }
                    acc := mulAdd(acc, beta, small)
                    ip := next
                }
                case 2 {
                    let small, big0, big1, next := form(add(ip, 3), slots)
                    switch or(big0, big1)
                    case 0 { small := reduce(small) }
                    default { small := joinBig(small, big0, big1) }
                    mstore(add(slots, and(shr(232, w), 0xffff)), small)
                    ip := next
                }
                case 7 {
                    acc := mulAddMul(
                        acc, beta, mload(add(slots, and(shr(232, w), 0xffff))), mload(add(slots, and(shr(216, w), 0xffff)))
                    )
                    ip := add(ip, 5)
                }
                case 3 {
                    acc := mulAdd(acc, beta, mload(add(slots, and(shr(232, w), 0xffff))))
                    ip := add(ip, 3)
                }
                case 6 {
                    // t0 + 2^10·t1 + 2^20·t2 = tag + Σ γ^k t_k, made canonical after every 32 terms: lanes have room for 46.
                    let t0 := and(shr(216, w), 0xffffffff)
                    let power := mload(add(m, 192))
                    ip := add(ip, 8)
                    let end := add(ip, shl(1, and(shr(192, w), 0xff)))
                    for {} lt(ip, end) {} {
                        let pause := add(ip, 64)
                        if gt(pause, end) { pause := end }
                        let t1 := 0
                        let t2 := 0
                        for {} lt(ip, pause) { ip := add(ip, 2) } {
                            let v := mload(add(slots, shr(240, mload(ip))))
                            t0 := add(t0, mulmod(v, mload(power), MODULUS))
                            t1 := add(t1, mulmod(v, mload(add(power, 32)), MODULUS))
                            t2 := add(t2, mulmod(v, mload(add(power, 64)), MODULUS))
                            power := add(power, 96)
                        }
                        t0 := join(
                            add(shr(204, t0), add(shl(10, shr(204, t1)), shl(20, shr(204, t2)))),
                            add(and(t0, PAIR), add(shl(10, and(t1, PAIR)), shl(20, and(t2, PAIR)))),
                            add(and(shr(51, t0), PAIR), add(shl(10, and(shr(51, t1), PAIR)), shl(20, and(shr(51, t2), PAIR))))
                        )
                    }
                    // d = α − that, loose
                    t0 := sub(add(mload(add(m, 224)), LANES_P), t0)
                    t0 := mulAdd(beta, t0, mload(add(slots, and(shr(200, w), 0xffff))))
                    let weights := mload(add(m, 160))
                    mstore(add(m, 128), mulAdd(mload(weights), t0, mload(add(m, 128))))
                    mstore(add(m, 160), add(weights, 32))
                }
                case 5 {
                    let slot := add(slots, and(shr(232, w), 0xffff))
                    let e := mload(slot)
                    mstore(add(slot, 32), or(and(e, 0xffffffff), or(shl(85, and(shr(51, e), 0xffffffff)), shl(170, and(shr(102, e), 0xffffffff)))))
                    mstore(add(slot, 64), or(and(shr(153, e), 0xffffffff), shl(85, shr(204, e))))
                    ip := add(ip, 3)
                }
                case 8 {
                    mstore(add(slots, and(shr(232, w), 0xffff)), and(shr(200, w), 0xffffffff))
                    ip := add(ip, 7)
                }
                default {
                    ip := add(ip, 1)
                    break
                }
            }
            mstore(m, ip)
            mstore(add(m, 96), acc)
        }
    }
}
