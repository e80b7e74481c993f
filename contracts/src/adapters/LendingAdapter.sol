// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Direction} from "../interfaces/IAdapter.sol";
import {IPriced} from "../interfaces/IPriced.sol";
import {IRidePool} from "../interfaces/IRidePool.sol";
import {Adapter} from "./Adapter.sol";
import {PositionAdapter} from "./PositionAdapter.sol";
import {PricedAdapter} from "./PricedAdapter.sol";
import {Position} from "./positions/Position.sol";

/// @notice A position that knows what its shares are worth.
interface ILendingPosition {
    function assetsOf(uint256 shares) external returns (uint256);
}

/// @title LendingAdapter
/// @notice Crosses to a supply on a lending market (`AaveV3Position`, `MorphoBluePosition`), whose share price is the
/// market's own index.
contract LendingAdapter is PositionAdapter, PricedAdapter {
    constructor(IRidePool pool_, Position position_, uint256 joinCap_) PositionAdapter(pool_, position_, joinCap_) {}

    /// @inheritdoc IPriced
    function assetsOf(uint256 shares) external returns (uint256) {
        return ILendingPosition(address(position)).assetsOf(shares);
    }

    function _leastReceived(Direction direction, uint256 amountIn)
        internal
        override(Adapter, PricedAdapter)
        returns (uint256)
    {
        return PricedAdapter._leastReceived(direction, amountIn);
    }
}
