// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {INonfungiblePositionManager, ISwapRouter, IUniswapV3Pool} from "../../interfaces/targets/IUniswapV3.sol";
import {Zap} from "../Zap.sol";
import {Position} from "./Position.sol";

/// @title UniswapV3Position
/// @notice One full-range position in one Uniswap v3 pool, shared by the holders of this token, entered and left with one of
/// the pool's two tokens. Fees are added to the position whenever somebody enters or leaves, as far as both sides allow; what
/// fits no side waits here for the next time. It grows with what everybody holds: shares are of its liquidity.
///
/// Warning: entering and leaving trade at the pool's price of that moment. A caller who names no minimum can be sandwiched;
/// a ride has its limit.
contract UniswapV3Position is Position {
    using SafeERC20 for IERC20;

    /// @dev As in OpenZeppelin's ERC-4626: with 10^6 virtual shares on one virtual unit of liquidity, a first depositor who
    /// inflates the price loses a million times what he takes from the second one.
    uint256 private constant VIRTUAL_SHARES = 1e6;
    uint256 private constant VIRTUAL_LIQUIDITY = 1;
    uint256 private constant FEE_UNIT = 1e6;
    /// @dev The first round leaves dust unless the sale crossed ticks; the second one takes most of what it left then.
    uint256 private constant ROUNDS = 2;
    int24 private constant MAX_TICK = 887_272;

    IUniswapV3Pool public immutable pool;
    INonfungiblePositionManager public immutable manager;
    ISwapRouter public immutable router;
    IERC20 public immutable other;
    uint24 public immutable fee;
    bool private immutable _assetIs0;

    /// @notice The manager's token for the position; 0 before anybody entered.
    uint256 public tokenId;
    /// @notice What was put in and not taken out. Liquidity that somebody else adds to the position is nobody's.
    uint128 public liquidity;

    constructor(
        IUniswapV3Pool pool_,
        INonfungiblePositionManager manager_,
        ISwapRouter router_,
        IERC20 asset_,
        string memory name_,
        string memory symbol_
    ) Position(asset_, name_, symbol_) {
        pool = pool_;
        manager = manager_;
        router = router_;
        fee = pool_.fee();
        _assetIs0 = address(asset_) == pool_.token0();
        other = IERC20(_assetIs0 ? pool_.token1() : pool_.token0());
    }

    function _enter(uint256 assets) internal override returns (uint256 shares) {
        _compound(asset.balanceOf(address(this)) - assets);
        uint256 before = liquidity;
        uint256 bought;
        for (uint256 i; i < ROUNDS; ++i) {
            (assets, bought) = _balance(assets, bought);
            (assets, bought) = _add(assets, bought);
        }
        shares = Math.mulDiv(liquidity - before, totalSupply() + VIRTUAL_SHARES, before + VIRTUAL_LIQUIDITY);
    }

    function _exit(uint256 shares, address receiver) internal override {
        _compound(asset.balanceOf(address(this)));
        uint128 share = uint128(Math.mulDiv(shares, liquidity + VIRTUAL_LIQUIDITY, totalSupply() + VIRTUAL_SHARES));
        liquidity -= share;
        (uint256 amount0, uint256 amount1) = manager.decreaseLiquidity(
            INonfungiblePositionManager.DecreaseLiquidityParams(tokenId, share, 0, 0, block.timestamp)
        );
        // No more than that: fees that the burn brings to light are everybody's.
        (amount0, amount1) = _collect(uint128(amount0), uint128(amount1));
        (uint256 assets, uint256 others) = _assetIs0 ? (amount0, amount1) : (amount1, amount0);
        if (others != 0) assets += _sell(other, asset, others);
        asset.safeTransfer(receiver, assets);
    }

    /// @dev Fees, and what was left over before, into the position. `idle` is what lies here and is nobody's in particular.
    function _compound(uint256 idle) private {
        if (tokenId == 0) return;
        (uint256 amount0, uint256 amount1) = _collect(type(uint128).max, type(uint128).max);
        _add(idle + (_assetIs0 ? amount0 : amount1), other.balanceOf(address(this)));
    }

    /// @dev Sells of the side that there is too much of.
    function _balance(uint256 assets, uint256 others) private returns (uint256, uint256) {
        (uint256 reserve, uint256 reserveOther,) = _reserves();
        if (reserve == 0 || reserveOther == 0) return (assets, others);
        uint256 kept = FEE_UNIT - fee;
        uint256 matching = Math.mulDiv(others, reserve, reserveOther);
        if (assets > matching) {
            uint256 sold = Zap.amountToSell(reserve, assets - matching, kept, FEE_UNIT);
            if (sold == 0) return (assets, others);
            return (assets - sold, others + _sell(asset, other, sold));
        }
        uint256 excess = others - Math.mulDiv(assets, reserveOther, reserve);
        uint256 soldOther = Zap.amountToSell(reserveOther, excess, kept, FEE_UNIT);
        if (soldOther == 0) return (assets, others);
        return (assets + _sell(other, asset, soldOther), others - soldOther);
    }

    /// @dev Adds as much as both sides allow; answers what is left.
    function _add(uint256 assets, uint256 others) private returns (uint256, uint256) {
        (uint256 reserve, uint256 reserveOther, uint256 poolLiquidity) = _reserves();
        if (reserve == 0 || reserveOther == 0) return (assets, others);
        // The manager reverts when nothing can be added.
        if (Math.mulDiv(assets, poolLiquidity, reserve) < 2 || Math.mulDiv(others, poolLiquidity, reserveOther) < 2) {
            return (assets, others);
        }
        asset.forceApprove(address(manager), assets);
        other.forceApprove(address(manager), others);
        (uint256 desired0, uint256 desired1) = _assetIs0 ? (assets, others) : (others, assets);
        (uint128 added, uint256 used0, uint256 used1) = _increase(desired0, desired1);
        asset.forceApprove(address(manager), 0);
        other.forceApprove(address(manager), 0);
        liquidity += added;
        (uint256 used, uint256 usedOther) = _assetIs0 ? (used0, used1) : (used1, used0);
        return (assets - used, others - usedOther);
    }

    function _increase(uint256 desired0, uint256 desired1)
        private
        returns (uint128 added, uint256 used0, uint256 used1)
    {
        if (tokenId != 0) {
            return manager.increaseLiquidity(
                INonfungiblePositionManager.IncreaseLiquidityParams(tokenId, desired0, desired1, 0, 0, block.timestamp)
            );
        }
        (IERC20 token0, IERC20 token1) = _assetIs0 ? (asset, other) : (other, asset);
        int24 spacing = pool.tickSpacing();
        int24 tick = MAX_TICK / spacing * spacing;
        (tokenId, added, used0, used1) = manager.mint(
            INonfungiblePositionManager.MintParams(
                address(token0),
                address(token1),
                fee,
                -tick,
                tick,
                desired0,
                desired1,
                0,
                0,
                address(this),
                block.timestamp
            )
        );
    }

    function _collect(uint128 max0, uint128 max1) private returns (uint256, uint256) {
        if (max0 == 0 && max1 == 0) return (0, 0);
        return manager.collect(INonfungiblePositionManager.CollectParams(tokenId, address(this), max0, max1));
    }

    function _sell(IERC20 from, IERC20 to, uint256 amount) private returns (uint256) {
        from.forceApprove(address(router), amount);
        return router.exactInputSingle(
            ISwapRouter.ExactInputSingleParams(
                address(from), address(to), fee, address(this), block.timestamp, amount, 0, 0
            )
        );
    }

    /// @dev What the pool's liquidity stands for at its price, as if it reached over the whole range.
    function _reserves() private view returns (uint256 ofAsset, uint256 ofOther, uint256 poolLiquidity) {
        (uint160 sqrtPrice,,,,,,) = pool.slot0();
        poolLiquidity = pool.liquidity();
        uint256 reserve0 = (poolLiquidity << 96) / sqrtPrice;
        uint256 reserve1 = Math.mulDiv(poolLiquidity, sqrtPrice, 1 << 96);
        (ofAsset, ofOther) = _assetIs0 ? (reserve0, reserve1) : (reserve1, reserve0);
    }
}
