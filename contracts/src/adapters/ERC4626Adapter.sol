// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";

import {Direction} from "../interfaces/IAdapter.sol";
import {IPriced} from "../interfaces/IPriced.sol";
import {IRidePool} from "../interfaces/IRidePool.sol";
import {Adapter} from "./Adapter.sol";
import {PricedAdapter} from "./PricedAdapter.sol";

/// @title ERC4626Adapter
/// @notice Crosses to one ERC-4626 vault: a join deposits its asset, an exit redeems its shares.
contract ERC4626Adapter is PricedAdapter {
    IERC4626 public immutable vault;

    constructor(IRidePool pool_, IERC4626 vault_, uint256 joinCap_)
        Adapter(pool_, vault_.asset(), address(vault_), joinCap_)
    {
        vault = vault_;
    }

    /// @inheritdoc IPriced
    function assetsOf(uint256 shares) external view returns (uint256) {
        return vault.convertToAssets(shares);
    }

    function _spender(Direction direction) internal view override returns (address) {
        return direction == Direction.Join ? address(vault) : address(0);
    }

    function _join(uint256 assets, address receiver) internal override {
        vault.deposit(assets, receiver);
    }

    function _exit(uint256 shares, address receiver) internal override {
        vault.redeem(shares, receiver, address(this));
    }
}
