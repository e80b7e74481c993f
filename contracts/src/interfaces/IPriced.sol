// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title IPriced
/// @notice An adapter whose strategy names a share price that no trade in the same transaction moves: a vault's or a lending
/// market's. Liquidity positions and swaps have none, so they have no reference price and no order with a band on them fills.
interface IPriced {
    /// @notice What `shares` units of the share are worth in units of the asset, before any fee for leaving. It may bring
    /// the target's interest up to date first.
    function assetsOf(uint256 shares) external returns (uint256);
}
