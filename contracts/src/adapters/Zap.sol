// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Zap
/// @notice How much of one asset to sell so that the rest and the proceeds enter a constant-product pool in its ratio.
library Zap {
    /// @dev Selling x to reserves (R, R') at a fee that keeps k of u gives y = x·k·R' / (R·u + x·k). The rest A − x and y stand
    /// in the ratio of the reserves after the sale, (A − x) / (R + x) = y / (R' − y), when
    ///
    ///     k·x² + R·(u + k)·x − u·R·A = 0
    ///
    /// Rounded down. Amounts whose products leave 256 bits revert: the ride is refunded.
    function amountToSell(uint256 reserve, uint256 amount, uint256 kept, uint256 unit) internal pure returns (uint256) {
        uint256 linear = reserve * (unit + kept);
        uint256 root = Math.sqrt(linear * linear + 4 * kept * unit * reserve * amount);
        return (root - linear) / (2 * kept);
    }
}
