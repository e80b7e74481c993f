// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Merkle openings of many leaves at once (docs/proof.md, "Merkle")
/// @notice Keccak-256 cut to 26 bytes; leaves and nodes hash under different type bytes, so a leaf never parses as a node.
library MerkleMultiproof {
    /// @dev Recomputes the root from `count` ≥ 1 pairs (index, leaf digest) of 64 bytes at `pairs`, indices sorted and distinct,
    /// reading missing siblings from calldata at `at`. Overwrites the pairs. The walk depends on the indices only; calldata
    /// past the proof reads as zero, and the caller compares the returned position with the proof's end *before* it looks at the root.
    /// @return root Left-aligned; only its first 26 bytes count.
    function climb(uint256 pairs, uint256 count, uint256 depth, uint256 position) internal pure returns (uint256 root, uint256) {
        assembly ("memory-safe") {
            let scratch := mload(0x40)
            mstore8(scratch, 5)
            let left := add(scratch, 1)
            let right := add(scratch, 27)
            for {} depth { depth := sub(depth, 1) } {
                let end := add(pairs, shl(6, count))
                let to := pairs
                for { let from := pairs } lt(from, end) {} {
                    let index := mload(from)
                    let digest := mload(add(from, 32))
                    from := add(from, 64)
                    switch and(index, 1)
                    case 0 {
                        let sibling
                        switch and(lt(from, end), eq(mload(from), add(index, 1)))
                        case 0 {
                            sibling := calldataload(position)
                            position := add(position, 26)
                        }
                        default {
                            sibling := mload(add(from, 32))
                            from := add(from, 64)
                        }
                        mstore(left, digest)
                        mstore(right, sibling)
                    }
                    default {
                        mstore(left, calldataload(position))
                        mstore(right, digest)
                        position := add(position, 26)
                    }
                    mstore(to, shr(1, index))
                    mstore(add(to, 32), keccak256(scratch, 53))
                    to := add(to, 64)
                }
                count := shr(6, sub(to, pairs))
            }
            root := mload(add(pairs, 32))
        }
        return (root, position);
    }

    /// @dev keccak(4 ‖ calldata[ptr, ptr + length)).
    function leaf(uint256 ptr, uint256 length) internal pure returns (uint256 h) {
        assembly ("memory-safe") {
            let f := mload(0x40)
            mstore8(f, 4)
            calldatacopy(add(f, 1), ptr, length)
            h := keccak256(f, add(length, 1))
        }
    }

    function sameDigest(uint256 a, uint256 b) internal pure returns (bool) {
        return (a ^ b) >> 48 == 0;
    }
}
