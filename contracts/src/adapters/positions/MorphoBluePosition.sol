// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IMorphoBlue, MarketParams} from "../../interfaces/targets/IMorphoBlue.sol";
import {Position} from "./Position.sol";

/// @title MorphoBluePosition
/// @notice A supply to one market of Morpho Blue, which knows positions and no token for them. A share here is one of the
/// market's own supply shares (six decimals finer than the asset at the start), so nothing about prices is ours: interest
/// raises a share's worth, bad debt lowers it at once, and supplying on this contract's behalf gives nobody anything.
contract MorphoBluePosition is Position {
    using SafeERC20 for IERC20;

    /// @dev Of Morpho's SharesMathLib: what makes inflating an empty market cost more than it brings.
    uint256 private constant VIRTUAL_SHARES = 1e6;
    uint256 private constant VIRTUAL_ASSETS = 1;

    IMorphoBlue public immutable morpho;
    bytes32 public immutable id;
    address public immutable collateral;
    address public immutable oracle;
    address public immutable irm;
    uint256 public immutable lltv;

    constructor(IMorphoBlue morpho_, MarketParams memory params, string memory name_, string memory symbol_)
        Position(IERC20(params.loanToken), name_, symbol_)
    {
        morpho = morpho_;
        id = keccak256(abi.encode(params));
        (collateral, oracle, irm, lltv) = (params.collateralToken, params.oracle, params.irm, params.lltv);
    }

    /// @notice What `shares` are worth, with the interest up to now.
    function assetsOf(uint256 shares) external returns (uint256) {
        morpho.accrueInterest(_params());
        (uint256 totalAssets, uint256 totalShares,,,,) = morpho.market(id);
        return Math.mulDiv(shares, totalAssets + VIRTUAL_ASSETS, totalShares + VIRTUAL_SHARES);
    }

    function _enter(uint256 assets) internal override returns (uint256 shares) {
        uint256 before = _supplied();
        asset.forceApprove(address(morpho), assets);
        morpho.supply(_params(), assets, 0, address(this), "");
        shares = _supplied() - before;
    }

    function _exit(uint256 shares, address receiver) internal override {
        morpho.withdraw(_params(), 0, shares, address(this), receiver);
    }

    function _supplied() private view returns (uint256 shares) {
        (shares,,) = morpho.position(id, address(this));
    }

    function _params() private view returns (MarketParams memory) {
        return MarketParams(address(asset), collateral, oracle, irm, lltv);
    }
}
