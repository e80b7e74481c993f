// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IAavePool, IAToken} from "../../interfaces/targets/IAaveV3.sol";
import {Position} from "./Position.sol";

/// @title AaveV3Position
/// @notice A supply to one reserve of an Aave v3 pool. An aToken's balance grows every second, so held by the core its
/// interest would belong to nobody; a share here is one unit of Aave's own scaled balance, which never changes. The price
/// of a share is the reserve's index, which no donation moves: aTokens sent here are nobody's.
///
/// Warning: rewards that Aave's incentives controller accrues to this contract are not collected.
contract AaveV3Position is Position {
    using SafeERC20 for IERC20;

    uint256 private constant RAY = 1e27;

    IAavePool public immutable aave;
    IAToken public immutable aToken;

    constructor(IAavePool aave_, IERC20 asset_, string memory name_, string memory symbol_)
        Position(asset_, name_, symbol_)
    {
        aave = aave_;
        aToken = IAToken(aave_.getReserveAToken(address(asset_)));
    }

    /// @notice What `shares` are worth now.
    function assetsOf(uint256 shares) public view returns (uint256) {
        return Math.mulDiv(shares, aave.getReserveNormalizedIncome(address(asset)), RAY);
    }

    function _enter(uint256 assets) internal override returns (uint256 shares) {
        uint256 before = aToken.scaledBalanceOf(address(this));
        asset.forceApprove(address(aave), assets);
        aave.supply(address(asset), assets, address(this), 0);
        shares = aToken.scaledBalanceOf(address(this)) - before;
    }

    /// @dev Rounded down, so that Aave burns at most `shares` however it rounds.
    function _exit(uint256 shares, address receiver) internal override {
        aave.withdraw(address(asset), assetsOf(shares), receiver);
    }
}
