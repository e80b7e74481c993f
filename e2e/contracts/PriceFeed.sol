// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// @notice A constant price in 8 decimals, as the Aave oracle reads it. Development chains only.
contract PriceFeed {
    int256 public immutable latestAnswer;

    constructor(int256 answer) {
        latestAnswer = answer;
    }

    function decimals() external pure returns (uint8) {
        return 8;
    }
}
