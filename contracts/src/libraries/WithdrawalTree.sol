// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EfficientHashLib} from "solady/utils/EfficientHashLib.sol";

/// @title WithdrawalTree
/// @notice The Keccak tree over a batch's withdrawals, in the order of their effects. A leaf binds its index, and
/// leaves and nodes have different tags and lengths, so neither can be offered as the other and a path's length needs
/// no check. A level's missing right sibling is zero.
library WithdrawalTree {
    bytes32 internal constant LEAF_TAG = "weir.withdrawal.v1";
    bytes32 internal constant NODE_TAG = "weir.withdrawals.node.v1";

    /// @dev keccak256(tag ‖ index ‖ w0 ‖ w1), 32 bytes each: w0 and w1 are the effect's words.
    function leaf(uint256 index, uint256 word0, uint256 word1) internal pure returns (bytes32) {
        return EfficientHashLib.hash(LEAF_TAG, bytes32(index), bytes32(word0), bytes32(word1));
    }

    function node(bytes32 left, bytes32 right) internal pure returns (bytes32) {
        return EfficientHashLib.hash(NODE_TAG, left, right);
    }

    /// @dev Root of the first `count` leaves; zero for none. Overwrites `leaves`, which has room for them.
    function root(bytes32[] memory leaves, uint256 count) internal pure returns (bytes32) {
        if (count == 0) return 0;
        unchecked {
            for (; count > 1; count = (count + 1) / 2) {
                for (uint256 i; i < count; i += 2) {
                    bytes32 right = i + 1 < count ? _at(leaves, i + 1) : bytes32(0);
                    _put(leaves, i / 2, node(_at(leaves, i), right));
                }
            }
        }
        return leaves[0];
    }

    function _at(bytes32[] memory leaves, uint256 i) private pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            hash := mload(add(add(leaves, 32), shl(5, i)))
        }
    }

    function _put(bytes32[] memory leaves, uint256 i, bytes32 hash) private pure {
        assembly ("memory-safe") {
            mstore(add(add(leaves, 32), shl(5, i)), hash)
        }
    }

    /// @dev The root that `path` (from the leaf up) leads to.
    function climb(bytes32 hash, uint256 index, bytes32[] calldata path) internal pure returns (bytes32) {
        for (uint256 i; i < path.length; ++i) {
            hash = (index >> i) & 1 == 0 ? node(hash, path[i]) : node(path[i], hash);
        }
        return hash;
    }
}
