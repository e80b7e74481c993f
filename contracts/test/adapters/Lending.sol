// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Adapter} from "../../src/adapters/Adapter.sol";
import {CompoundV2Adapter} from "../../src/adapters/CompoundV2Adapter.sol";
import {LendingAdapter} from "../../src/adapters/LendingAdapter.sol";
import {AaveV3Position} from "../../src/adapters/positions/AaveV3Position.sol";
import {MorphoBluePosition} from "../../src/adapters/positions/MorphoBluePosition.sol";
import {Position} from "../../src/adapters/positions/Position.sol";
import {IRidePool} from "../../src/interfaces/IRidePool.sol";
import {vm} from "../Vm.sol";
import {AaveMarket} from "../targets/AaveMarket.sol";
import {CompoundStandIn} from "../targets/CompoundStandIn.sol";
import {MorphoMarket} from "../targets/MorphoMarket.sol";
import {Subject} from "./Subject.sol";

/// @notice What is entered and left through a `Position`.
abstract contract PositionSubject is Subject {
    Position public position;

    function enter(address who, uint256 assets) public virtual override {
        vm.startPrank(who);
        money.approve(address(position), assets);
        position.enter(assets, 0, who);
        vm.stopPrank();
    }

    function quit(address who) public virtual override {
        uint256 shares = position.balanceOf(who);
        vm.prank(who);
        position.exit(shares, 0, who);
    }

    function spender() external view virtual override returns (address) {
        return address(position);
    }
}

contract AaveV3Subject is PositionSubject {
    AaveMarket public market;

    function _deploy(IRidePool pool, bool) internal override returns (Adapter) {
        market = new AaveMarket(money);
        position = new AaveV3Position(market.aave(), money, "Aave v3 A", "wA");
        return new LendingAdapter(pool, position, type(uint256).max);
    }

    /// @dev A listed reserve has its lenders; the wrapper is what is new.
    function target() public view override returns (address) {
        return address(AaveV3Position(address(position)).aToken());
    }

    function pause() external override {
        market.pause();
    }

    function gain() external override {
        vm.warp(block.timestamp + 12 hours);
    }

    /// @dev Aave's index never falls: what lenders lose first is liquidity.
    function lose() external override {
        market.borrow(money.balanceOf(target()));
    }
}

contract MorphoBlueSubject is PositionSubject {
    MorphoMarket public market;

    function _deploy(IRidePool pool, bool empty) internal override returns (Adapter) {
        market = new MorphoMarket(money);
        if (!empty) market.lendAndBorrow(SEED, SEED * 6 / 10);
        position = new MorphoBluePosition(market.morpho(), market.params(), "Morpho A", "mA");
        return new LendingAdapter(pool, position, type(uint256).max);
    }

    function target() public view override returns (address) {
        return address(market.morpho());
    }

    function gain() external override {
        vm.warp(block.timestamp + 12 hours);
    }

    function lose() external override {
        market.loseToBadDebt();
    }
}

contract CompoundV2Subject is Subject {
    CompoundStandIn private market;

    function _deploy(IRidePool pool, bool empty) internal override returns (Adapter) {
        market = new CompoundStandIn(money);
        if (!empty) {
            money.mint(BOB, SEED);
            enter(BOB, SEED);
            vm.prank(BOB);
            market.borrow(SEED * 6 / 10);
        }
        return new CompoundV2Adapter(pool, market, type(uint256).max);
    }

    function shareQuantum() external pure override returns (uint96) {
        return 100;
    }

    function enter(address who, uint256 assets) public override {
        vm.startPrank(who);
        money.approve(address(market), assets);
        require(market.mint(assets) == 0, "mint");
        vm.stopPrank();
    }

    function quit(address who) public override {
        uint256 shares = market.balanceOf(who);
        vm.prank(who);
        require(market.redeem(shares) == 0, "redeem");
    }

    function target() public view override returns (address) {
        return address(market);
    }

    function pause() external override {
        market.pauseMint();
    }

    function gain() external override {
        vm.warp(block.timestamp + 12 hours);
    }

    function lose() external override {
        market.writeOff(SEED / 2);
    }
}
