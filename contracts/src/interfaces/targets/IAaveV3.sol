// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice What we call of Aave v3's pool.
interface IAavePool {
    function supply(address asset, uint256 amount, address onBehalfOf, uint16 referralCode) external;
    function withdraw(address asset, uint256 amount, address to) external returns (uint256);
    function getReserveNormalizedIncome(address asset) external view returns (uint256);
    function getReserveAToken(address asset) external view returns (address);
}

/// @notice What we call of an aToken: its balance in units that interest doesn't change.
interface IAToken {
    function scaledBalanceOf(address user) external view returns (uint256);
}
