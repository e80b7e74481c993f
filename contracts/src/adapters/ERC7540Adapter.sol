// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {Direction, IAdapter} from "../interfaces/IAdapter.sol";
import {IAsyncAdapter} from "../interfaces/IAsyncAdapter.sol";
import {IRidePool} from "../interfaces/IRidePool.sol";
import {IERC7540Vault} from "../interfaces/targets/IERC7540.sol";
import {Adapter} from "./Adapter.sol";

/// @title Courier
/// @notice Stands in for one ride at the vault. A vault sums up the requests of one controller and may answer them all with
/// one rate, so each ride is a controller of its own.
contract Courier {
    using SafeERC20 for IERC20;

    address private immutable _adapter;
    IERC7540Vault private immutable _vault;
    bool private immutable _cancellable;

    Direction private _direction;
    uint256 private _requestId;

    error NotAdapter(address sender);

    constructor(IERC7540Vault vault, bool cancellable) {
        (_adapter, _vault, _cancellable) = (msg.sender, vault, cancellable);
    }

    modifier onlyAdapter() {
        if (msg.sender != _adapter) revert NotAdapter(msg.sender);
        _;
    }

    function request(Direction direction, address token, uint256 amount) external onlyAdapter {
        _direction = direction;
        if (direction == Direction.Join) {
            IERC20(token).forceApprove(address(_vault), amount);
            _requestId = _vault.requestDeposit(amount, address(this), address(this));
        } else {
            _requestId = _vault.requestRedeem(amount, address(this), address(this));
        }
    }

    function collect(address receiver) external onlyAdapter {
        bool join = _direction == Direction.Join;
        uint256 ready = _claimable();
        if (ready != 0 && join) _vault.deposit(ready, receiver, address(this));
        if (ready != 0 && !join) _vault.redeem(ready, receiver, address(this));
        if (_claimableCancel() == 0) return;
        if (join) _vault.claimCancelDepositRequest(_requestId, receiver, address(this));
        else _vault.claimCancelRedeemRequest(_requestId, receiver, address(this));
    }

    function cancel() external onlyAdapter {
        if (_direction == Direction.Join) _vault.cancelDepositRequest(_requestId, address(this));
        else _vault.cancelRedeemRequest(_requestId, address(this));
    }

    function isAnswered() public view returns (bool) {
        return _pending() == 0 && !_pendingCancel();
    }

    function isDone() external view returns (bool) {
        return isAnswered() && _claimable() == 0 && _claimableCancel() == 0;
    }

    function _pending() private view returns (uint256) {
        return _direction == Direction.Join
            ? _vault.pendingDepositRequest(_requestId, address(this))
            : _vault.pendingRedeemRequest(_requestId, address(this));
    }

    function _claimable() private view returns (uint256) {
        return _direction == Direction.Join
            ? _vault.claimableDepositRequest(_requestId, address(this))
            : _vault.claimableRedeemRequest(_requestId, address(this));
    }

    function _pendingCancel() private view returns (bool) {
        if (!_cancellable) return false;
        return _direction == Direction.Join
            ? _vault.pendingCancelDepositRequest(_requestId, address(this))
            : _vault.pendingCancelRedeemRequest(_requestId, address(this));
    }

    function _claimableCancel() private view returns (uint256) {
        if (!_cancellable) return 0;
        return _direction == Direction.Join
            ? _vault.claimableCancelDepositRequest(_requestId, address(this))
            : _vault.claimableCancelRedeemRequest(_requestId, address(this));
    }
}

/// @title ERC7540Adapter
/// @notice Crosses to an asynchronous ERC-7540 vault: departing is a request, arriving its claims. The price is the vault's
/// of a later day, which nobody can promise; such rides have a worst price of zero and only orders without a limit board.
contract ERC7540Adapter is Adapter, IAsyncAdapter {
    using SafeERC20 for IERC20;

    IERC7540Vault public immutable vault;
    address private immutable _courier;

    /// @param cancellable Whether the vault has ERC-7887's functions. Without them a request waits until it is answered.
    constructor(IRidePool pool_, IERC7540Vault vault_, bool cancellable, uint256 joinCap_)
        Adapter(pool_, vault_.asset(), vault_.share(), joinCap_)
    {
        vault = vault_;
        _courier = address(new Courier(vault_, cancellable));
    }

    function asynchronous() external pure override(Adapter, IAdapter) returns (bool) {
        return true;
    }

    /// @notice Who stands in for `ride` at the vault.
    function courierOf(uint256 ride) public view returns (Courier) {
        return Courier(Clones.predictDeterministicAddress(_courier, bytes32(ride)));
    }

    /// @inheritdoc IAsyncAdapter
    function request(uint256 ride, Direction direction, address tokenIn, address tokenOut, uint256 amountIn)
        external
        onlyPool
    {
        _checkEntry(direction, tokenIn, tokenOut, amountIn);
        Courier courier = Courier(Clones.cloneDeterministic(_courier, bytes32(ride)));
        // A difference, not the balance: its address is known beforehand, and anybody can donate to it.
        uint256 before = IERC20(tokenIn).balanceOf(address(courier));
        IERC20(tokenIn).safeTransfer(address(courier), amountIn);
        courier.request(direction, tokenIn, amountIn);
        uint256 left = IERC20(tokenIn).balanceOf(address(courier)) - before;
        if (left != 0) revert InputLeft(left);
    }

    /// @inheritdoc IAsyncAdapter
    function collect(uint256 ride, address receiver) external onlyPool {
        courierOf(ride).collect(receiver);
    }

    /// @inheritdoc IAsyncAdapter
    function cancel(uint256 ride) external onlyPool {
        courierOf(ride).cancel();
    }

    /// @inheritdoc IAsyncAdapter
    function isAnswered(uint256 ride) external view returns (bool) {
        return courierOf(ride).isAnswered();
    }

    /// @inheritdoc IAsyncAdapter
    function isDone(uint256 ride) external view returns (bool) {
        return courierOf(ride).isDone();
    }

    function _spender(Direction) internal pure override returns (address) {
        return address(0);
    }

    function _join(uint256, address) internal pure override {
        revert OnlyByRequest();
    }

    function _exit(uint256, address) internal pure override {
        revert OnlyByRequest();
    }
}
