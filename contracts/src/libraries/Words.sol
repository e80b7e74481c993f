// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Words
/// @notice Reads the pieces of a statement word: a word is the sum of l_i 2^(28 i), so limb i starts at bit 28 i.
/// A number is split over limbs at the places named in `docs/statements.md`.
library Words {
    uint256 private constant LIMB = 0xfffffff;

    function limb(uint256 word, uint256 i) internal pure returns (uint256) {
        return (word >> (28 * i)) & LIMB;
    }

    /// @dev A 64-bit amount: 22 low bits in limb i, 21 in the next, 21 in the one after.
    function amount(uint256 word, uint256 i) internal pure returns (uint64) {
        uint256 shifted = word >> (28 * i);
        return uint64(shifted & 0x3fffff | (shifted >> 28 & 0x1fffff) << 22 | (shifted >> 56 & 0x1fffff) << 43);
    }

    /// @dev An asset number: 24 low bits in limb `lo`, 6 high bits from bit `shift` of limb `hi`.
    function asset(uint256 word, uint256 lo, uint256 hi, uint256 shift) internal pure returns (uint32) {
        return uint32(word >> (28 * lo) & 0xffffff | (word >> (28 * hi + shift) & 0x3f) << 24);
    }

    /// @dev A time: 20 low bits in limb i of one word, 20 high bits in limb j of another.
    function time(uint256 lowWord, uint256 i, uint256 highWord, uint256 j) internal pure returns (uint40) {
        return uint40(lowWord >> (28 * i) & 0xfffff | (highWord >> (28 * j) & 0xfffff) << 20);
    }

    /// @dev An Ethereum address: five limbs of 28 bits and one of 20, which is just the low 160 bits.
    function addressOf(uint256 word) internal pure returns (address) {
        return address(uint160(word));
    }

    /// @dev The 7 elements of a key word, 4 bytes each: x_i = l_i + 2^28 * (three bits of l_7).
    function key(uint256 word) internal pure returns (bytes28) {
        uint256 high = word >> 196;
        uint256 out;
        unchecked {
            for (uint256 i; i < 7; ++i) {
                out = out << 32 | word & LIMB | (high & 7) << 28;
                word >>= 28;
                high >>= 3;
            }
        }
        return bytes28(uint224(out));
    }

    /// @dev The 8 elements of a digest word, 4 bytes each: e_i = l_i + 2^28 * (three bits of l_8).
    function digest(uint256 word) internal pure returns (bytes32) {
        uint256 high = word >> 224;
        uint256 out;
        unchecked {
            for (uint256 i; i < 8; ++i) {
                out = out << 32 | word & LIMB | (high & 7) << 28;
                word >>= 28;
                high >>= 3;
            }
        }
        return bytes32(out);
    }
}
