// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AirPoint, IAirEvaluator} from "./IAirEvaluator.sol";
import {Quintic} from "./Quintic.sol";
import {ShapeLib} from "./Shape.sol";
import {WhirKernels} from "./WhirKernels.sol";

/// @title Constraints and interactions by code that is generated for one AIR
/// @notice `programs` are a table of the chips (data) and contracts of straight-line code (packages/stark/src/compile/straightLine.ts),
/// which compute all that depends on the AIR. Here is what depends on the proof's shape: tables of powers and of eq before, and
/// how the blocks' values come together after. `AirEvaluator` does the same with an interpreter; the two share no program.
///
/// Every contract is called with the same input, words at places that the AIR alone determines:
/// - β^r for r = 0 … 16, γ^k for k = 1 … longest tuple;
/// - per chip: eq in the last w coordinates of its interaction selector (2^w entries), its columns, rowIndex.
/// An entry of a table is four words: pieces of 10, 10 and 11 bits per lane, then the element. Their answers, joined, are per chip
/// the constraints' blocks Σ_r β^r C_{16 q + r}, then the interactions' blocks Σ_i e_i (m_i − β (tag_i + Σ_k γ^k t_{i,k})).
contract CompiledEvaluator is IAirEvaluator {
    using Quintic for uint256;

    uint256 private constant P = 0x7f000001;
    // As in Quintic; inline assembly accepts only constants of its own contract.
    uint256 private constant LOW10 = 0x3ff00000000007fe0000000000ffc0000000001ff80000000003ff;
    uint256 private constant LOW11 = 0x7ff0000000000ffe0000000001ffc0000000003ff80000000007ff;

    uint256 private constant ENTRY = 128;
    uint256 private constant CONSTRAINTS_PER_BLOCK = 16;

    /// @notice Thrown when a code contract runs out of gas: it has no other way to fail.
    error ProgramFailed(address program);

    struct Chip {
        uint256 columns;
        uint256 constraints;
        uint256 interactions;
        /// s: interactions are selected by so many coordinates; w of them within a block.
        uint256 selectorBits;
        uint256 blockBits;
    }

    /// @inheritdoc IAirEvaluator
    function evaluate(address[] calldata programs, AirPoint calldata p, bytes calldata columns) external view returns (uint256) {
        (Chip[] memory chips, uint256 tuple) = _chips(programs[0], p.logHeights.length);
        uint256 size = ENTRY * (CONSTRAINTS_PER_BLOCK + 1 + tuple);
        for (uint256 j = 0; j < chips.length; j++) {
            Chip memory chip = chips[j];
            size += 32 * (chip.columns + 1);
            if (chip.interactions != 0) size += ENTRY << chip.blockBits;
        }
        uint256 input = WhirKernels.allocate(size);
        _powers(input, 1, p.beta, CONSTRAINTS_PER_BLOCK + 1);
        _powers(input + ENTRY * (CONSTRAINTS_PER_BLOCK + 1), p.gamma, p.gamma, tuple);
        _inputs(input + ENTRY * (CONSTRAINTS_PER_BLOCK + 1 + tuple), chips, p, columns);
        return _combine(chips, p, _run(programs, input, size), input);
    }

    /// @dev The table: STOP, u8 longest tuple, then u16 columns, constraints, interactions per chip.
    function _chips(address table, uint256 count) private view returns (Chip[] memory chips, uint256 tuple) {
        uint256 length = 1 + 6 * count;
        uint256 data = WhirKernels.allocate((length + 63) & ~uint256(31));
        assembly ("memory-safe") {
            extcodecopy(table, data, 1, length)
            tuple := byte(0, mload(data))
        }
        chips = new Chip[](count);
        for (uint256 j = 0; j < count; j++) {
            Chip memory chip = chips[j];
            uint256 entry;
            assembly ("memory-safe") {
                entry := shr(208, mload(add(add(data, 1), mul(6, j))))
            }
            chip.columns = entry >> 32;
            chip.constraints = (entry >> 16) & 0xffff;
            chip.interactions = entry & 0xffff;
            chip.selectorBits = ShapeLib.ceilLog2(chip.interactions);
            chip.blockBits = ShapeLib.blockBits(chip.selectorBits);
        }
    }

    /// @dev start, start·x, … in entries.
    function _powers(uint256 to, uint256 start, uint256 x, uint256 count) private pure {
        for (uint256 i = 0; i < count; i++) {
            _store(to + ENTRY * i, start);
            start = start.mul(x);
        }
    }

    function _store(uint256 to, uint256 e) private pure {
        assembly ("memory-safe") {
            mstore(to, and(e, LOW10))
            mstore(add(to, 32), and(shr(10, e), LOW10))
            mstore(add(to, 64), and(shr(20, e), LOW11))
            mstore(add(to, 96), e)
        }
    }

    function _inputs(uint256 to, Chip[] memory chips, AirPoint calldata p, bytes calldata columns) private pure {
        // Chips of one height and block size have the same table of eq: where it is, by 8·height + bits.
        uint256[] memory tables = new uint256[](256);
        uint256[] memory rows = _rowIndices(p.point);
        uint256 values;
        assembly ("memory-safe") {
            values := columns.offset
        }
        for (uint256 j = 0; j < chips.length; j++) {
            Chip memory chip = chips[j];
            uint256 height = p.logHeights[j];
            if (chip.interactions != 0) {
                uint256 key = 8 * height + chip.blockBits;
                uint256 length = ENTRY << chip.blockBits;
                uint256 known = tables[key];
                if (known == 0) {
                    _eq(to, p, p.fractionPoint.length - height, chip.blockBits);
                    tables[key] = to;
                } else {
                    assembly ("memory-safe") {
                        mcopy(to, known, length)
                    }
                }
                to += length;
            }
            uint256 bytes_ = 32 * chip.columns;
            uint256 row = rows[height];
            assembly ("memory-safe") {
                calldatacopy(to, values, bytes_)
                to := add(to, bytes_)
                values := add(values, bytes_)
                mstore(to, row)
                to := add(to, 32)
            }
        }
    }

    /// @dev eq(b, the `count` coordinates of ρ before `end`), in entries.
    function _eq(uint256 to, AirPoint calldata p, uint256 end, uint256 count) private pure {
        assembly ("memory-safe") {
            mstore(add(to, 96), 1)
        }
        for (uint256 i = 0; i < count; i++) {
            uint256 r = p.fractionPoint[end - count + i];
            for (uint256 b = 1 << i; b > 0;) {
                b--;
                uint256 old;
                assembly ("memory-safe") {
                    old := mload(add(add(to, 96), shl(7, b)))
                }
                uint256 high = old.mul(r);
                uint256 low = old.sub(high);
                assembly ("memory-safe") {
                    let position := add(add(to, 96), shl(8, b))
                    mstore(position, low)
                    mstore(add(position, ENTRY), high)
                }
            }
        }
        for (uint256 b = 0; b < 1 << count; b++) {
            uint256 e;
            assembly ("memory-safe") {
                e := mload(add(add(to, 96), shl(7, b)))
            }
            _store(to + ENTRY * b, e);
        }
    }

    /// @dev Entry n: Σ 2^{n−1−i} r_i over the last n coordinates.
    function _rowIndices(uint256[] calldata point) private pure returns (uint256[] memory rows) {
        rows = new uint256[](point.length + 1);
        uint256 sum = 0;
        uint256 scale = 1;
        for (uint256 n = 1; n < rows.length; n++) {
            sum = sum.add(point[point.length - n].scale(scale));
            scale = (scale << 1) % P;
            rows[n] = sum;
        }
    }

    /// @dev All answers, one after another; returns where they end.
    function _run(address[] calldata programs, uint256 input, uint256 size) private view returns (uint256 end) {
        end = input + size;
        for (uint256 i = 1; i < programs.length; i++) {
            address program = programs[i];
            bool success;
            assembly ("memory-safe") {
                success := staticcall(gas(), program, input, size, 0, 0)
                returndatacopy(end, 0, returndatasize())
                end := add(end, returndatasize())
            }
            if (!success) revert ProgramFailed(program);
        }
        // One more word, which folding may write.
        uint256 free = end + 32;
        assembly ("memory-safe") {
            mstore(0x40, free)
        }
    }

    /// @dev Σ_j (fraction_j) + β² Σ_k β^k C_k, from the last answer to the first.
    function _combine(Chip[] memory chips, AirPoint calldata p, uint256 end, uint256 betaPowers) private pure returns (uint256) {
        uint256 accumulator = 0;
        // The blocks leave out α: αβ Σ w.
        uint256 fraction = p.alpha.mul(p.beta).mul(p.totalWeight);
        for (uint256 j = chips.length; j > 0;) {
            Chip memory chip = chips[--j];
            if (chip.interactions != 0) {
                uint256 blocks = (chip.interactions + (1 << chip.blockBits) - 1) >> chip.blockBits;
                end -= 32 * blocks;
                uint256 bits = chip.selectorBits;
                uint256 from = p.fractionPoint.length - p.logHeights[j] - bits;
                fraction = _foldBlocks(end, blocks, p, from, bits - chip.blockBits).mulAdd(p.blockWeights[j], fraction);
            }
            uint256 rest = chip.constraints;
            while (rest != 0) {
                uint256 count = (rest - 1) % CONSTRAINTS_PER_BLOCK + 1;
                rest -= count;
                uint256 value;
                uint256 power;
                assembly ("memory-safe") {
                    end := sub(end, 32)
                    value := mload(end)
                    power := mload(add(add(betaPowers, 96), mul(ENTRY, count)))
                }
                accumulator = power.mulAdd(accumulator, value);
            }
        }
        return p.beta.mul(p.beta).mulAdd(accumulator, fraction);
    }

    /// @dev Σ_h eq(h, the `bits` coordinates of ρ from `from`)·value_h: halves the table once per coordinate, the last one (the
    /// lowest bit of h) first. Overwrites it and the word behind it.
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
}
