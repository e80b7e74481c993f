// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Direction} from "../interfaces/IAdapter.sol";
import {IPriced} from "../interfaces/IPriced.sol";
import {IRidePool} from "../interfaces/IRidePool.sol";
import {ICToken} from "../interfaces/targets/ICompoundV2.sol";
import {Adapter} from "./Adapter.sol";
import {PricedAdapter} from "./PricedAdapter.sol";

/// @title CompoundV2Adapter
/// @notice Crosses to a market of Compound v2's kind (Venus, Moonwell, …) over an ERC-20: a join mints its cTokens, an exit
/// redeems them. A cToken doesn't rebase, so the core holds it as it is.
///
/// Warning: such a market's exchange rate rises with tokens sent to it, and the first depositor of an empty one can use
/// that. A ride's limit refuses the departure; reference prices take no sudden gain.
contract CompoundV2Adapter is PricedAdapter {
    uint256 private constant MANTISSA = 1e18;

    ICToken public immutable cToken;

    constructor(IRidePool pool_, ICToken cToken_, uint256 joinCap_)
        Adapter(pool_, cToken_.underlying(), address(cToken_), joinCap_)
    {
        cToken = cToken_;
    }

    /// @inheritdoc IPriced
    function assetsOf(uint256 shares) external returns (uint256) {
        return Math.mulDiv(shares, cToken.exchangeRateCurrent(), MANTISSA);
    }

    function _spender(Direction direction) internal view override returns (address) {
        return direction == Direction.Join ? address(cToken) : address(0);
    }

    function _join(uint256 assets, address receiver) internal override {
        uint256 before = IERC20(share).balanceOf(address(this));
        _requireNoError(cToken.mint(assets));
        _forward(share, before, receiver);
    }

    function _exit(uint256 shares, address receiver) internal override {
        uint256 before = IERC20(asset).balanceOf(address(this));
        _requireNoError(cToken.redeem(shares));
        _forward(asset, before, receiver);
    }

    function _requireNoError(uint256 code) private view {
        if (code != 0) revert TargetRefused(address(cToken), code);
    }
}
