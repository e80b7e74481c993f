// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title IPriced
/// @notice An adapter whose strategy names a share price that no trade in the same transaction moves: a vault's or a lending
/// market's. Liquidity positions and swaps have none, so they have no reference price and no order with a band on them fills.
interface IPriced {
    event PriceGuarded(uint256 live, uint256 accepted);

    /// @notice Thrown when a crossing brings less than the guarded price, less the slack for rounding, says.
    error BelowGuardedPrice(uint256 least, uint256 received);

    /// @notice How many units of the share prices are given for.
    function PRICED_SHARES() external view returns (uint256);

    /// @notice What `shares` units of the share are worth in units of the asset, before any fee for leaving. It may bring
    /// the target's interest up to date first.
    function assetsOf(uint256 shares) external returns (uint256);

    /// @notice Reads the price of `PRICED_SHARES` and takes it in through the guard: a fall at once, a rise by at most 25 bps
    /// an hour since the last reading. Anybody, any time.
    function guardPrice() external returns (uint256 accepted);
}
