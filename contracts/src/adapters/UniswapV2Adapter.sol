// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {Direction} from "../interfaces/IAdapter.sol";
import {IRidePool} from "../interfaces/IRidePool.sol";
import {IUniswapV2Pair} from "../interfaces/targets/IUniswapV2.sol";
import {Adapter} from "./Adapter.sol";
import {Zap} from "./Zap.sol";

/// @title UniswapV2Adapter
/// @notice Enters and leaves the liquidity of one Uniswap v2 pair with one of its two tokens. A join sells the part that
/// makes the rest fit the reserves and mints; an exit burns and sells the other token. Tokens are pushed to the pair, so
/// there is no allowance at all. How good the price was is judged by what arrives: the ride's limit and the keeper's minimum.
contract UniswapV2Adapter is Adapter {
    using SafeERC20 for IERC20;

    /// @dev The pair keeps 3 of 1000.
    uint256 private constant KEPT = 997;
    uint256 private constant UNIT = 1000;

    IUniswapV2Pair public immutable pair;
    IERC20 public immutable other;
    bool private immutable _assetIs0;

    error NotInPair(address token);

    constructor(IRidePool pool_, IUniswapV2Pair pair_, address asset_, uint256 joinCap_)
        Adapter(pool_, asset_, address(pair_), joinCap_)
    {
        pair = pair_;
        (address token0, address token1) = (pair_.token0(), pair_.token1());
        if (asset_ != token0 && asset_ != token1) revert NotInPair(asset_);
        _assetIs0 = asset_ == token0;
        other = IERC20(asset_ == token0 ? token1 : token0);
    }

    function _spender(Direction) internal pure override returns (address) {
        return address(0);
    }

    function _join(uint256 assets, address receiver) internal override {
        (uint256 reserve,) = _reserves();
        uint256 sold = Zap.amountToSell(reserve, assets, KEPT, UNIT);
        uint256 before = other.balanceOf(address(this));
        _sell(IERC20(asset), sold, true, address(this));
        uint256 bought = other.balanceOf(address(this)) - before;
        IERC20(asset).safeTransfer(address(pair), assets - sold);
        other.safeTransfer(address(pair), bought);
        pair.mint(receiver);
    }

    function _exit(uint256 shares, address receiver) internal override {
        uint256 assetBefore = IERC20(asset).balanceOf(address(this));
        uint256 otherBefore = other.balanceOf(address(this));
        IERC20(share).safeTransfer(address(pair), shares);
        pair.burn(address(this));
        _sell(other, other.balanceOf(address(this)) - otherBefore, false, address(this));
        _forward(asset, assetBefore, receiver);
    }

    function _sell(IERC20 token, uint256 amount, bool isAsset, address to) private {
        (uint256 reserveAsset, uint256 reserveOther) = _reserves();
        (uint256 reserveIn, uint256 reserveOut) = isAsset ? (reserveAsset, reserveOther) : (reserveOther, reserveAsset);
        uint256 bought = amount * KEPT * reserveOut / (reserveIn * UNIT + amount * KEPT);
        token.safeTransfer(address(pair), amount);
        (uint256 out0, uint256 out1) = isAsset == _assetIs0 ? (uint256(0), bought) : (bought, uint256(0));
        pair.swap(out0, out1, to, "");
    }

    function _reserves() private view returns (uint256 ofAsset, uint256 ofOther) {
        (uint256 reserve0, uint256 reserve1,) = pair.getReserves();
        return _assetIs0 ? (reserve0, reserve1) : (reserve1, reserve0);
    }
}
