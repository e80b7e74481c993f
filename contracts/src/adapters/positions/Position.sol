// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @title Position
/// @notice A token for a position that is none, or whose balances change by themselves. The core books exact balances, so
/// what it holds must not rebase; one share here stays one share and only its price moves.
///
/// Anybody enters and leaves, through the same two functions as the adapter: whoever withdrew shares to L1 needs neither
/// the pool nor us. There is no owner, no fee and no upgrade. It isn't an ERC-4626 vault: previews are not offered, because
/// not every target can say beforehand what it will give.
abstract contract Position is ERC20, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    IERC20 public immutable asset;

    event Entered(address indexed sender, address indexed receiver, uint256 assets, uint256 shares);
    event Left(address indexed sender, address indexed receiver, uint256 assets, uint256 shares);

    /// @notice Thrown when fewer came out than the caller asked for.
    error BelowMinimum(uint256 least, uint256 received);
    /// @notice Thrown when an amount is too small for a single unit on the other side.
    error NothingGiven();

    constructor(IERC20 asset_, string memory name_, string memory symbol_) ERC20(name_, symbol_) {
        asset = asset_;
    }

    /// @notice Puts `assets` of the caller's into the position.
    function enter(uint256 assets, uint256 minShares, address receiver) external nonReentrant returns (uint256 shares) {
        asset.safeTransferFrom(msg.sender, address(this), assets);
        shares = _enter(assets);
        if (shares == 0) revert NothingGiven();
        if (shares < minShares) revert BelowMinimum(minShares, shares);
        _mint(receiver, shares);
        emit Entered(msg.sender, receiver, assets, shares);
    }

    /// @notice Takes what `shares` of the caller's stand for out of the position.
    function exit(uint256 shares, uint256 minAssets, address receiver) external nonReentrant returns (uint256 assets) {
        uint256 before = asset.balanceOf(receiver);
        _exit(shares, receiver);
        _burn(msg.sender, shares);
        assets = asset.balanceOf(receiver) - before;
        if (assets == 0) revert NothingGiven();
        if (assets < minAssets) revert BelowMinimum(minAssets, assets);
        emit Left(msg.sender, receiver, assets, shares);
    }

    /// @dev Puts in `assets` that lie here. What it answers is measured at the target.
    function _enter(uint256 assets) internal virtual returns (uint256 shares);

    /// @dev Called before the burn, so that `totalSupply` counts the leaver's shares.
    function _exit(uint256 shares, address receiver) internal virtual;
}
