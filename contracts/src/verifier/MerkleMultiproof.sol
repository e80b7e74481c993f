// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Merkle openings of many leaves at once (docs/proof.md, "Merkle")
/// @notice Keccak-256 cut to 26 bytes; leaves and nodes hash under different type bytes, so a leaf never parses as a node.
library MerkleMultiproof {
    /// @dev Recomputes the root from `count` ≥ 1 nodes at `nodes`, sorted by distinct indices. A node is one word: 26 bytes of digest,
    /// then the index in the low 6 bytes; hashing overwrites or ignores what is behind a digest. There is room for one more word.
    /// Missing siblings are read from calldata at `position`. The walk depends on the indices only; calldata past the proof reads
    /// as zero, and the caller compares the returned position with the proof's end *before* it looks at the root.
    /// @return root Left-aligned; only its first 26 bytes count.
    function climb(uint256 nodes, uint256 count, uint256 depth, uint256 position) internal pure returns (uint256 root, uint256) {
        assembly ("memory-safe") {
            let scratch := mload(0x40)
            mstore8(scratch, 5)
            let left := add(scratch, 1)
            let right := add(scratch, 27)
            let end := add(nodes, shl(5, count))
            for {} depth { depth := sub(depth, 1) } {
                // No sibling of anything: ends the search for the last node's neighbour.
                mstore(end, 0)
                let to := nodes
                for { let from := nodes } lt(from, end) {} {
                    let node := mload(from)
                    from := add(from, 32)
                    switch and(node, 1)
                    case 0 {
                        mstore(left, node)
                        switch eq(and(xor(mload(from), node), 0xffffffffffff), 1)
                        case 0 {
                            mstore(right, calldataload(position))
                            position := add(position, 26)
                        }
                        default {
                            mstore(right, mload(from))
                            from := add(from, 32)
                        }
                    }
                    default {
                        mstore(left, calldataload(position))
                        mstore(right, node)
                        position := add(position, 26)
                    }
                    mstore(to, or(and(keccak256(scratch, 53), not(0xffffffffffff)), shr(1, and(node, 0xffffffffffff))))
                    to := add(to, 32)
                }
                end := to
            }
            root := mload(nodes)
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
