// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Direction} from "../interfaces/IAdapter.sol";
import {IRidePool} from "../interfaces/IRidePool.sol";
import {ISwapRouter, IUniswapV3Pool} from "../interfaces/targets/IUniswapV3.sol";
import {Adapter} from "./Adapter.sol";

/// @title UniswapV3SwapAdapter
/// @notice Swaps between the two tokens of one Uniswap v3 pool: the step between a strategy over one asset and one over
/// another. A join sells `asset`, an exit buys it back.
contract UniswapV3SwapAdapter is Adapter {
    ISwapRouter public immutable router;
    uint24 public immutable fee;

    constructor(IRidePool pool_, ISwapRouter router_, IUniswapV3Pool target, address asset_, uint256 joinCap_)
        Adapter(pool_, asset_, asset_ == target.token0() ? target.token1() : target.token0(), joinCap_)
    {
        router = router_;
        fee = target.fee();
    }

    function _spender(Direction) internal view override returns (address) {
        return address(router);
    }

    function _join(uint256 assets, address receiver) internal override {
        _swap(asset, share, assets, receiver);
    }

    function _exit(uint256 shares, address receiver) internal override {
        _swap(share, asset, shares, receiver);
    }

    function _swap(address from, address to, uint256 amount, address receiver) private {
        router.exactInputSingle(
            ISwapRouter.ExactInputSingleParams(from, to, fee, receiver, block.timestamp, amount, 0, 0)
        );
    }
}
