// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Direction} from "../interfaces/IAdapter.sol";
import {IRidePool} from "../interfaces/IRidePool.sol";
import {IBalancerVault} from "../interfaces/targets/IBalancerV2.sol";
import {Adapter} from "./Adapter.sol";

/// @title BalancerV2Adapter
/// @notice Enters and leaves a Balancer v2 weighted pool with one of its tokens. The vault swaps inside its own join and
/// exit, so there is nothing to zap; the pool's token is the share.
contract BalancerV2Adapter is Adapter {
    /// @dev WeightedPoolUserData's kinds.
    uint256 private constant EXACT_TOKENS_IN_FOR_BPT_OUT = 1;
    uint256 private constant EXACT_BPT_IN_FOR_ONE_TOKEN_OUT = 0;

    IBalancerVault public immutable vault;
    bytes32 public immutable poolId;
    /// @dev The asset's place among the pool's tokens.
    uint256 public immutable index;

    error NotInPool(address token);

    constructor(IRidePool pool_, IBalancerVault vault_, bytes32 poolId_, address asset_, uint256 joinCap_)
        Adapter(pool_, asset_, _token(vault_, poolId_), joinCap_)
    {
        vault = vault_;
        poolId = poolId_;
        (address[] memory tokens,,) = vault_.getPoolTokens(poolId_);
        uint256 found;
        while (found < tokens.length && tokens[found] != asset_) ++found;
        if (found == tokens.length) revert NotInPool(asset_);
        index = found;
    }

    function _token(IBalancerVault vault_, bytes32 poolId_) private view returns (address token) {
        (token,) = vault_.getPool(poolId_);
    }

    function _spender(Direction direction) internal view override returns (address) {
        return direction == Direction.Join ? address(vault) : address(0);
    }

    function _join(uint256 assets, address receiver) internal override {
        (address[] memory tokens,,) = vault.getPoolTokens(poolId);
        uint256[] memory amounts = new uint256[](tokens.length);
        amounts[index] = assets;
        bytes memory userData = abi.encode(EXACT_TOKENS_IN_FOR_BPT_OUT, amounts, 0);
        vault.joinPool(
            poolId, address(this), receiver, IBalancerVault.JoinPoolRequest(tokens, amounts, userData, false)
        );
    }

    function _exit(uint256 shares, address receiver) internal override {
        (address[] memory tokens,,) = vault.getPoolTokens(poolId);
        bytes memory userData = abi.encode(EXACT_BPT_IN_FOR_ONE_TOKEN_OUT, shares, index);
        vault.exitPool(
            poolId,
            address(this),
            payable(receiver),
            IBalancerVault.ExitPoolRequest(tokens, new uint256[](tokens.length), userData, false)
        );
    }
}
