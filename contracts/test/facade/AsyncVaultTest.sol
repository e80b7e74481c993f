// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AsyncVault} from "../../src/facade/AsyncVault.sol";
import {AsyncVaultFactory} from "../../src/facade/AsyncVaultFactory.sol";
import {IL1Orders, L1Fill, L1Order} from "../../src/interfaces/IL1Orders.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";

/// @notice A core whose one strategy has an asynchronous vault before it.
abstract contract AsyncVaultTest is CoreTest {
    /// @dev Quanta of each asset on the L2 at the start.
    uint64 internal constant ON_L2 = 1_000_000_000;
    uint256 internal constant Q = QUANTUM;

    IL1Orders internal orders;
    AsyncVaultFactory internal factory;
    AsyncVault internal face;

    function setUp() public virtual override {
        super.setUp();
        orders = weir.l1Orders();
        factory = new AsyncVaultFactory(weir);
        face = factory.create(adapter);
        _bring(usd, ON_L2);
        _bring(share, ON_L2);
        for (uint256 i; i < 2; ++i) {
            vm.startPrank(i == 0 ? ALICE : BOB);
            token.approve(address(face), type(uint256).max);
            vault.approve(address(face), type(uint256).max);
            vm.stopPrank();
        }
    }

    function _requestDeposit(address who, uint256 quanta) internal returns (uint256) {
        vm.prank(who);
        return face.requestDeposit(quanta * Q, who, who);
    }

    function _requestRedeem(address who, uint256 quanta) internal returns (uint256) {
        vm.prank(who);
        return face.requestRedeem(quanta * Q, who, who);
    }

    function _filled(uint256 id, uint256 sold, uint256 bought) internal view returns (bytes memory) {
        L1Order memory o = orders.order(id);
        return Statements.l1Order(L1Fill(id, o.sellAsset, o.buyAsset, uint64(sold), uint64(bought)));
    }

    function _fill(uint256 id, uint256 sold, uint256 bought) internal {
        _apply(_filled(id, sold, bought));
    }

    /// @dev From now on what batches of this day bring is held for a day.
    function _makeOutflowLarge(uint32 number) internal returns (uint64 most) {
        most = uint64(weir.books(number).l2Total / 2 + 1);
        _apply(Statements.withdrawal(5, number, most, ALICE));
        _bring(number, most);
    }

    function _deposit(address who, uint256 assets) internal returns (uint256) {
        vm.prank(who);
        return face.deposit(assets, who, who);
    }

    function _mint(address who, uint256 shares) internal returns (uint256) {
        vm.prank(who);
        return face.mint(shares, who, who);
    }

    function _redeem(address who, uint256 shares) internal returns (uint256) {
        vm.prank(who);
        return face.redeem(shares, who, who);
    }

    function _withdraw(address who, uint256 assets) internal returns (uint256) {
        vm.prank(who);
        return face.withdraw(assets, who, who);
    }
}
