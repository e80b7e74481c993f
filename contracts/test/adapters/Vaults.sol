// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {ERC4626 as SoladyERC4626} from "solady/tokens/ERC4626.sol";

import {Adapter} from "../../src/adapters/Adapter.sol";
import {ERC4626Adapter} from "../../src/adapters/ERC4626Adapter.sol";
import {IRidePool} from "../../src/interfaces/IRidePool.sol";
import {vm} from "../Vm.sol";
import {Vault} from "../support/Vaults.sol";
import {AaveMarket} from "../targets/AaveMarket.sol";
import {Subject} from "./Subject.sol";

contract SoladyVault is SoladyERC4626 {
    address private immutable _asset;

    constructor(address asset_) {
        _asset = asset_;
    }

    function asset() public view override returns (address) {
        return _asset;
    }

    function name() public pure override returns (string memory) {
        return "Solady vault";
    }

    function symbol() public pure override returns (string memory) {
        return "sA";
    }
}

/// @notice What every ERC-4626 vault shares.
abstract contract VaultSubject is Subject {
    IERC4626 internal vault;

    function _deployVault(bool empty) internal virtual returns (IERC4626);

    function _deploy(IRidePool pool, bool empty) internal override returns (Adapter) {
        vault = _deployVault(empty);
        if (!empty) {
            money.mint(BOB, SEED);
            enter(BOB, SEED);
        }
        return new ERC4626Adapter(pool, vault, type(uint256).max);
    }

    function enter(address who, uint256 assets) public override {
        vm.startPrank(who);
        money.approve(address(vault), assets);
        vault.deposit(assets, who);
        vm.stopPrank();
    }

    function quit(address who) public override {
        uint256 shares = vault.balanceOf(who);
        vm.prank(who);
        vault.redeem(shares, who, who);
    }

    function target() public view virtual override returns (address) {
        return address(vault);
    }

    function gain() external virtual override {
        money.mint(address(vault), SEED / 100);
    }

    function lose() external virtual override {
        money.burn(address(vault), SEED / 10);
    }
}

contract OpenZeppelinVaultSubject is VaultSubject {
    function _deployVault(bool) internal override returns (IERC4626) {
        return new Vault(money);
    }
}

contract SoladyVaultSubject is VaultSubject {
    function _deployVault(bool) internal override returns (IERC4626) {
        return IERC4626(address(new SoladyVault(address(money))));
    }
}

/// @notice Aave's own wrapper.
contract StataSubject is VaultSubject {
    AaveMarket private market;

    function _deployVault(bool) internal override returns (IERC4626) {
        market = new AaveMarket(money);
        return IERC4626(market.deployStata());
    }

    function target() public view override returns (address) {
        return market.aave().getReserveAToken(address(money));
    }

    function spender() external view override returns (address) {
        return address(vault);
    }

    function pause() external override {
        market.pause();
    }

    function gain() external override {
        vm.warp(block.timestamp + 12 hours);
    }

    function lose() external override {
        market.borrow(money.balanceOf(target()));
    }
}
