// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {Direction, IAdapter} from "../interfaces/IAdapter.sol";
import {IRidePool} from "../interfaces/IRidePool.sol";

/// @title ERC4626Adapter
/// @notice Crosses to one ERC-4626 vault: a join deposits its asset, an exit redeems its shares. It holds nothing
/// between calls, approves exactly what it spends, and lets nobody but the ride pool in.
contract ERC4626Adapter is IAdapter {
    using SafeERC20 for IERC20;

    IRidePool public immutable pool;
    IERC4626 public immutable vault;
    address public immutable asset;

    /// @notice The largest join, in units of the vault's asset. 0 stops joins; exits have no cap and no switch.
    uint256 public joinCap;

    event JoinCapSet(uint256 cap);

    constructor(IRidePool pool_, IERC4626 vault_, uint256 joinCap_) {
        pool = pool_;
        vault = vault_;
        asset = vault_.asset();
        joinCap = joinCap_;
        emit JoinCapSet(joinCap_);
    }

    /// @notice Sets the cap. A lower one can only make a departure wait and its passengers be refunded.
    function setJoinCap(uint256 cap) external {
        if (msg.sender != pool.core().governance().owner()) revert NotOwner(msg.sender);
        joinCap = cap;
        emit JoinCapSet(cap);
    }

    /// @inheritdoc IAdapter
    function accepts(Direction direction, address tokenIn, address tokenOut) external view returns (bool) {
        return _isPair(direction, tokenIn, tokenOut) && (direction == Direction.Exit || joinCap != 0);
    }

    /// @inheritdoc IAdapter
    function convert(
        Direction direction,
        address tokenIn,
        address tokenOut,
        uint256 amountIn,
        address receiver,
        bytes calldata
    ) external {
        if (msg.sender != address(pool)) revert NotRidePool(msg.sender);
        if (!_isPair(direction, tokenIn, tokenOut)) revert PairRefused(direction, tokenIn, tokenOut);

        uint256 before = IERC20(tokenIn).balanceOf(address(this));
        if (direction == Direction.Join) {
            if (amountIn > joinCap) revert JoinCapExceeded(joinCap, amountIn);
            IERC20(tokenIn).forceApprove(address(vault), amountIn);
            vault.deposit(amountIn, receiver);
            uint256 allowance = IERC20(tokenIn).allowance(address(this), address(vault));
            if (allowance != 0) revert AllowanceLeft(allowance);
        } else {
            vault.redeem(amountIn, receiver, address(this));
        }
        // A difference, not the balance: somebody else's donation must not stop a departure.
        uint256 spent = before - IERC20(tokenIn).balanceOf(address(this));
        if (spent < amountIn) revert InputLeft(amountIn - spent);
    }

    function _isPair(Direction direction, address tokenIn, address tokenOut) private view returns (bool) {
        (address from, address to) = direction == Direction.Join ? (asset, address(vault)) : (address(vault), asset);
        return tokenIn == from && tokenOut == to;
    }
}
