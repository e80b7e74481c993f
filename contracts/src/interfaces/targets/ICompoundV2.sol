// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice What we call of a Compound v2 style market. `mint` and `redeem` answer 0 or an error code, and revert only on
/// some failures.
interface ICToken {
    function underlying() external view returns (address);
    function mint(uint256 mintAmount) external returns (uint256);
    function redeem(uint256 redeemTokens) external returns (uint256);
    /// @notice Units of the underlying for 1e18 units of the token, with the interest up to now.
    function exchangeRateCurrent() external returns (uint256);
}
