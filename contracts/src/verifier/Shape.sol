// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IVerifierErrors} from "./IVerifierErrors.sol";
import {Quintic} from "./Quintic.sol";

/// @notice Where every column sits in the stacked polynomial and every interaction in the fraction tree.
struct Shape {
    /// n_j
    uint256[] logHeights;
    /// Columns, and the number of the first among all columns in chip order.
    uint256[] widths;
    uint256[] firstColumn;
    uint256[] interactions;
    /// Chips in stack order: by the size of their columns' first pieces.
    uint256[] order;
    /// Parts of the stack in their order: j for chip j's rows, or their first half; J + i for the third quarter of the i-th cut chip.
    uint256[] parts;
    /// By part: 4·(log2 of a piece's length) + 3 for whole columns, + 2 for first halves, + 1 for third quarters.
    uint256[] partSizes;
    /// Cut chips, ascending.
    uint256[] cut;
    /// Calldata position of the heights.
    uint256 heights;
    /// Number of all columns.
    uint256 columns;
    uint256 maxLogHeight;
    /// N
    uint256 variables;
    /// L
    uint256 fractionVariables;
}

/// @title The shape of a proof (docs/proof.md, "Shape") and the weights that follow from it
library ShapeLib {
    using Quintic for uint256;

    uint256 internal constant CHIP_BYTES = 6;
    /// In a height's byte.
    uint256 private constant CUT = 128;

    /// @dev `chips` as `StarkVerifier._chips`; heights are bytes in calldata at `ptr`.
    function derive(bytes memory chips, uint256 ptr, uint256 minVariables, uint256 maxVariables, uint256 maxFractionVariables)
        internal
        pure
        returns (Shape memory s)
    {
        uint256 count = chips.length / CHIP_BYTES;
        s.logHeights = new uint256[](count);
        s.widths = new uint256[](count);
        s.firstColumn = new uint256[](count);
        s.interactions = new uint256[](count);
        s.partSizes = new uint256[](2 * count);
        s.cut = new uint256[](count);
        s.heights = ptr;
        uint256 cuts = 0;
        uint256 cells = 0;
        uint256 leaves = 0;
        for (uint256 j = 0; j < count; j++) {
            uint256 entry;
            uint256 height;
            assembly ("memory-safe") {
                entry := shr(208, mload(add(add(chips, 32), mul(j, CHIP_BYTES))))
                height := byte(0, calldataload(add(ptr, j)))
            }
            uint256 min = (entry >> 8) & 0xff;
            uint256 max = entry & 0xff;
            bool isCut = height >= CUT;
            height &= CUT - 1;
            if (isCut && min < 2) min = 2;
            if (height < min || height > max) revert IVerifierErrors.ShapeOutOfBounds(height, min, max);
            if (isCut) {
                // The last quarter of the rows is all 0 and not committed.
                s.partSizes[j] = 4 * (height - 1) + 2;
                s.partSizes[count + cuts] = 4 * (height - 2) + 1;
                s.cut[cuts++] = j;
            } else {
                s.partSizes[j] = 4 * height + 3;
            }
            s.logHeights[j] = height;
            s.widths[j] = entry >> 32;
            s.interactions[j] = (entry >> 16) & 0xffff;
            s.firstColumn[j] = s.columns;
            s.columns += s.widths[j];
            cells += isCut ? (3 * s.widths[j]) << (height - 2) : s.widths[j] << height;
            if (s.interactions[j] > 0) leaves += 1 << (height + ceilLog2(s.interactions[j]));
            if (height > s.maxLogHeight) s.maxLogHeight = height;
        }
        s.variables = ceilLog2(cells);
        if (s.variables < minVariables) s.variables = minVariables;
        s.fractionVariables = ceilLog2(leaves);
        if (s.fractionVariables < s.maxLogHeight) s.fractionVariables = s.maxLogHeight;
        if (s.variables > maxVariables) revert IVerifierErrors.ShapeOutOfBounds(s.variables, minVariables, maxVariables);
        if (s.fractionVariables > maxFractionVariables) revert IVerifierErrors.ShapeOutOfBounds(s.fractionVariables, 0, maxFractionVariables);
        uint256[] memory sizes = s.partSizes;
        uint256[] memory cut = s.cut;
        assembly ("memory-safe") {
            mstore(sizes, add(count, cuts))
            mstore(cut, cuts)
        }
        s.parts = descending(sizes);
        s.order = new uint256[](count);
        uint256 next = 0;
        for (uint256 k = 0; k < s.parts.length; k++) if (s.parts[k] < count) s.order[next++] = s.parts[k];
    }

    /// @dev Smallest b with 2^b ≥ value (0 for 0).
    function ceilLog2(uint256 value) internal pure returns (uint256 b) {
        while (uint256(1) << b < value) b++;
    }

    /// @dev w for 2^s interactions: a table of 2^w entries against 2^{s−w} blocks. The compiler knows the same rule.
    function blockBits(uint256 s) internal pure returns (uint256) {
        if (s <= 3) return s;
        return s > 8 ? 5 : (s + 2) >> 1;
    }

    /// @dev Indices by descending size (below 2^128), ties by index: insertion sort of size and index in one word, descending.
    function descending(uint256[] memory sizes) internal pure returns (uint256[] memory order) {
        order = new uint256[](sizes.length);
        assembly ("memory-safe") {
            let first := add(order, 32)
            let count := mload(sizes)
            for { let i := 0 } lt(i, count) { i := add(i, 1) } {
                // The complement of the index: of two equal sizes the lower index is the larger key.
                let key := or(shl(128, mload(add(add(sizes, 32), shl(5, i)))), sub(0xffffffff, i))
                let slot := add(first, shl(5, i))
                for {} gt(slot, first) { slot := sub(slot, 32) } {
                    let before := mload(sub(slot, 32))
                    if gt(before, key) { break }
                    mstore(slot, before)
                }
                mstore(slot, key)
            }
            for { let slot := first } lt(slot, add(first, shl(5, count))) { slot := add(slot, 32) } {
                mstore(slot, sub(0xffffffff, and(mload(slot), 0xffffffff)))
            }
        }
    }

    /// @dev point[i], i below its length by the caller's loop: a checked access costs 60 gas, and there are thousands.
    function at(uint256[] memory point, uint256 i) internal pure returns (uint256 x) {
        assembly ("memory-safe") {
            x := mload(add(add(point, 32), shl(5, i)))
        }
    }

    /// @dev pre_j for each chip with interactions, and Σ_j Σ_i w_{j,i}: the blocks follow one another by size, ρ's first
    /// coordinates select the block.
    function blockWeights(Shape memory s, uint256[] memory rho) internal pure returns (uint256[] memory weights, uint256 total) {
        uint256 count = s.logHeights.length;
        weights = new uint256[](count);
        uint256[] memory sizes = new uint256[](count);
        for (uint256 j = 0; j < count; j++) sizes[j] = s.logHeights[j] + ceilLog2(s.interactions[j]);
        uint256[] memory order = descending(sizes);
        Path memory path = Path({offset: 0, known: 0, products: new uint256[](rho.length + 1)});
        path.products[0] = 1;
        uint256 offset = 0;
        for (uint256 k = 0; k < count; k++) {
            uint256 j = order[k];
            if (s.interactions[j] == 0) continue;
            uint256 prefix = rho.length - sizes[j];
            uint256 weight = eqPrefix(path, rho, offset, prefix);
            weights[j] = weight;
            total = total.add(weight.mul(eqBelow(s.interactions[j], rho, prefix, sizes[j] - s.logHeights[j])));
            offset += 1 << sizes[j];
        }
    }

    /// products[i] = eq of the offset's first i bits and coordinates, for i ≤ known.
    struct Path {
        uint256 offset;
        uint256 known;
        uint256[] products;
    }

    /// @dev eq(the first `count` bits of `offset`, the first `count` coordinates). Offsets rise and blocks get smaller, so little of the path
    /// changes from one to the next.
    function eqPrefix(Path memory path, uint256[] memory point, uint256 offset, uint256 count) internal pure returns (uint256 product) {
        uint256 known = path.known;
        uint256 changed = path.offset ^ offset;
        while (changed >> (point.length - known) != 0) known--;
        product = at(path.products, known);
        for (; known < count; known++) {
            uint256 x = at(point, known);
            bool set = (offset >> (point.length - 1 - known)) & 1 == 1;
            product = product.mul(set ? x : Quintic.oneMinus(x));
            path.products[known + 1] = product;
        }
        path.offset = offset;
        path.known = known;
    }

    /// @dev eq(bits of `index`, the first `count` coordinates), most significant bit first.
    function eqIndex(uint256 index, uint256[] memory point, uint256 count) internal pure returns (uint256 product) {
        product = 1;
        for (uint256 i = count; i > 0; i--) {
            uint256 x = at(point, i - 1);
            product = product.mul(index & 1 == 1 ? x : Quintic.oneMinus(x));
            index >>= 1;
        }
    }

    /// @dev Σ_{i < bound} eq(i, the `count` coordinates from `from`), 1 ≤ bound ≤ 2^count. From the lowest bit: with T(b) the sum
    /// below b's low bits, a set bit adds the whole half below it (whose eq's sum is 1).
    function eqBelow(uint256 bound, uint256[] memory point, uint256 from, uint256 count) internal pure returns (uint256 sum) {
        if (bound == 1 << count) return 1;
        for (uint256 i = count; i > 0; i--) {
            uint256 x = at(point, from + i - 1);
            uint256 low = Quintic.oneMinus(x);
            // bit set: (1 − x) + x·sum; else (1 − x)·sum
            sum = bound & 1 == 1 ? x.mulAdd(sum, low) : sum.mul(low);
            bound >>= 1;
        }
    }

    /// Running values of `rangeWeight` at one level of the index tree.
    struct Range {
        /// Σ over c ≥ a in a's subtree of μ^{c−a} eq(low bits of c).
        uint256 upper;
        /// Σ over c < b in b's subtree of μ^{c − its first} eq.
        uint256 lower;
        /// μ^{first index behind a's subtree − a}
        uint256 gap;
        /// The whole subtree: Σ μ^{c − its first} eq.
        uint256 full;
        /// μ^{2^level}
        uint256 power;
    }

    /// @dev Σ_{a ≤ c < b} μ^{c−a} eq(c, the first `count` coordinates), 0 ≤ a < b ≤ 2^count: about eight products per level up to
    /// where a and b meet, then one, instead of two per column.
    function rangeWeight(uint256 a, uint256 b, uint256[] memory point, uint256 count, uint256 mu) internal pure returns (uint256) {
        Range memory t = Range({upper: 1, lower: 0, gap: mu, full: 1, power: mu});
        for (uint256 level = 0; level < count; level++) {
            uint256 x = at(point, count - 1 - level);
            uint256 low = Quintic.tighten(Quintic.oneMinus(x));
            if (a >> 1 == b >> 1) {
                // a's subtree is the left half, b's the right one.
                uint256 joined = low.mulAdd(t.upper, t.gap.mul(x.mul(t.lower)));
                return joined.mul(eqIndex(a >> 1, point, count - 1 - level));
            }
            t.upper = a & 1 == 0 ? low.mulAdd(t.upper, t.gap.mul(x.mul(t.full))) : t.upper.mul(x);
            if (a & 1 == 0) t.gap = t.gap.mul(t.power);
            t.lower = b & 1 == 1 ? low.mulAdd(t.full, t.power.mul(x.mul(t.lower))) : t.lower.mul(low);
            t.full = t.full.mulAdd(x.mul(t.power.subLoose(1)), t.full);
            t.power = t.power.mul(t.power);
            a >>= 1;
            b >>= 1;
        }
        // b = 2^count: everything from a on.
        return t.upper;
    }

    /// What `columnWeight` has walked over.
    struct Walk {
        /// Cells.
        uint256 offset;
        /// μ^{number of the next column}
        uint256 power;
        /// μ^{number of the first column}, by cut chip.
        uint256[] cutPowers;
        uint256[] low;
    }

    /// @dev Σ_c μ^c Σ_pieces eq(the piece's place, R's first N − m) eq(suffix_m r, R's last m) · eq(the piece's rows, the coordinates of r before
    /// that), c in stack order, 2^m the piece's length. Neighbouring parts of one size are one range of columns.
    function columnWeight(Shape memory s, uint256[] memory r, uint256 mu, uint256[] memory position) internal pure returns (uint256 sum) {
        uint256 count = s.order.length;
        Walk memory walk = Walk({offset: 0, power: 1, cutPowers: new uint256[](count), low: suffixEqs(r, position, s.maxLogHeight)});
        for (uint256 k = 0; k < s.parts.length;) {
            uint256 size = s.partSizes[s.parts[k]];
            uint256 first = chipOf(s, s.parts[k]);
            uint256 width = 0;
            for (; k < s.parts.length && s.partSizes[s.parts[k]] == size; k++) width += s.widths[chipOf(s, s.parts[k])];
            uint256 n = size >> 2;
            uint256 a = walk.offset >> n;
            uint256 range = walk.low[n].mul(rangeWeight(a, a + width, position, position.length - n, mu));
            walk.offset += width << n;
            if (size & 3 == 1) {
                // Third quarters: cut chips of one height have their halves side by side too, so their numbers follow one another.
                range = range.mul(r[r.length - n - 2]).mul(Quintic.oneMinus(r[r.length - n - 1]));
                sum = walk.cutPowers[first].mulAdd(range, sum);
                continue;
            }
            if (size & 3 == 2) {
                range = range.mul(Quintic.oneMinus(r[r.length - n - 1]));
                walk.cutPowers[first] = walk.power;
            }
            sum = walk.power.mulAdd(range, sum);
            walk.power = walk.power.mul(mu.pow(width));
        }
    }

    function chipOf(Shape memory s, uint256 part) private pure returns (uint256) {
        uint256 count = s.order.length;
        return part < count ? part : s.cut[part - count];
    }

    /// @dev Entry n: eq(last n of r, last n of R).
    function suffixEqs(uint256[] memory r, uint256[] memory position, uint256 count) internal pure returns (uint256[] memory out) {
        out = new uint256[](count + 1);
        out[0] = 1;
        for (uint256 n = 1; n <= count; n++) {
            uint256 x = r[r.length - n];
            uint256 y = position[position.length - n];
            // 1 − x − y + 2xy = (1 − x) + y (2x − 1)
            uint256 factor = y.mulAdd(x.add(x).subLoose(1), Quintic.oneMinus(x));
            out[n] = out[n - 1].mul(factor);
        }
    }
}
