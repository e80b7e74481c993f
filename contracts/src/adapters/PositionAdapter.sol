// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Direction} from "../interfaces/IAdapter.sol";
import {IRidePool} from "../interfaces/IRidePool.sol";
import {Adapter} from "./Adapter.sol";
import {Position} from "./positions/Position.sol";

/// @title PositionAdapter
/// @notice Crosses to a `Position`: a join enters it, an exit leaves it.
contract PositionAdapter is Adapter {
    Position public immutable position;

    constructor(IRidePool pool_, Position position_, uint256 joinCap_)
        Adapter(pool_, address(position_.asset()), address(position_), joinCap_)
    {
        position = position_;
    }

    function _spender(Direction direction) internal view override returns (address) {
        return direction == Direction.Join ? address(position) : address(0);
    }

    // The ride's limit and the keeper's minimum bind what arrives, so there is no third bound here.
    function _join(uint256 assets, address receiver) internal override {
        position.enter(assets, 0, receiver);
    }

    function _exit(uint256 shares, address receiver) internal override {
        position.exit(shares, 0, receiver);
    }
}
