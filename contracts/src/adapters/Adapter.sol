// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {Direction, IAdapter} from "../interfaces/IAdapter.sol";
import {IPriced} from "../interfaces/IPriced.sol";
import {IRidePool} from "../interfaces/IRidePool.sol";

/// @title Adapter
/// @notice What every adapter does around its one crossing: only the pool comes in, only the pair, joins up to the cap,
/// exactly the input is approved and all of it is taken, and the keeper's own bound holds. It keeps nothing between calls;
/// what a donor leaves here stays here.
///
/// `data` of a departure is empty, or the least amount of `tokenOut` that the keeper wants to see (abi-encoded): tighter
/// than the ride's limit, for a keeper whose transaction might be sandwiched.
abstract contract Adapter is IAdapter {
    using SafeERC20 for IERC20;

    IRidePool public immutable pool;
    /// @notice The strategy's asset and its share: a join turns the first into the second.
    address public immutable asset;
    address public immutable share;

    /// @notice The largest join, in units of the asset. 0 stops joins; exits have no cap and no switch.
    uint256 public joinCap;

    event JoinCapSet(uint256 cap);

    constructor(IRidePool pool_, address asset_, address share_, uint256 joinCap_) {
        pool = pool_;
        asset = asset_;
        share = share_;
        joinCap = joinCap_;
        emit JoinCapSet(joinCap_);
    }

    modifier onlyPool() {
        if (msg.sender != address(pool)) revert NotRidePool(msg.sender);
        _;
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
    function asynchronous() external pure virtual returns (bool) {
        return false;
    }

    /// @inheritdoc IAdapter
    function convert(
        Direction direction,
        address tokenIn,
        address tokenOut,
        uint256 amountIn,
        address receiver,
        bytes calldata data
    ) external onlyPool {
        _checkEntry(direction, tokenIn, tokenOut, amountIn);
        uint256 least = _leastReceived(direction, amountIn);
        uint256 inBefore = IERC20(tokenIn).balanceOf(address(this));
        uint256 outBefore = IERC20(tokenOut).balanceOf(receiver);

        address spender = _spender(direction);
        if (spender != address(0)) IERC20(tokenIn).forceApprove(spender, amountIn);
        if (direction == Direction.Join) _join(amountIn, receiver);
        else _exit(amountIn, receiver);
        if (spender != address(0)) {
            uint256 allowance = IERC20(tokenIn).allowance(address(this), spender);
            if (allowance != 0) revert AllowanceLeft(allowance);
        }

        // A difference, not the balance: somebody else's donation must not stop a departure.
        uint256 spent = inBefore - IERC20(tokenIn).balanceOf(address(this));
        if (spent < amountIn) revert InputLeft(amountIn - spent);
        uint256 received = IERC20(tokenOut).balanceOf(receiver) - outBefore;
        if (received < least) revert IPriced.BelowGuardedPrice(least, received);
        if (data.length != 0) {
            least = abi.decode(data, (uint256));
            if (received < least) revert BelowKeeperMinimum(least, received);
        }
    }

    function _checkEntry(Direction direction, address tokenIn, address tokenOut, uint256 amountIn) internal view {
        if (!_isPair(direction, tokenIn, tokenOut)) revert PairRefused(direction, tokenIn, tokenOut);
        if (direction == Direction.Join && amountIn > joinCap) revert JoinCapExceeded(joinCap, amountIn);
    }

    function _isPair(Direction direction, address tokenIn, address tokenOut) private view returns (bool) {
        (address from, address to) = direction == Direction.Join ? (asset, share) : (share, asset);
        return tokenIn == from && tokenOut == to;
    }

    /// @dev Sends what `token` has gained here since `before` on to `receiver`.
    function _forward(address token, uint256 before, address receiver) internal {
        IERC20(token).safeTransfer(receiver, IERC20(token).balanceOf(address(this)) - before);
    }

    /// @dev What the strategy's own price asks for, read before the crossing; nothing where there is no such price.
    function _leastReceived(Direction, uint256) internal virtual returns (uint256) {
        return 0;
    }

    /// @dev Who pulls the input; zero if it is pushed or burnt from here without an allowance.
    function _spender(Direction direction) internal view virtual returns (address);

    /// @dev Takes exactly `assets` of the asset from here; the shares go to `receiver`.
    function _join(uint256 assets, address receiver) internal virtual;

    /// @dev Takes exactly `shares` of the share from here; the asset goes to `receiver`.
    function _exit(uint256 shares, address receiver) internal virtual;
}
