// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IMorphoBlue, MarketParams} from "../../src/interfaces/targets/IMorphoBlue.sol";
import {PlayToken} from "./PlayToken.sol";
import {Real} from "./Real.sol";

interface IMorphoFull is IMorphoBlue {
    function enableIrm(address irm) external;
    function enableLltv(uint256 lltv) external;
    function createMarket(MarketParams memory params) external;
    function supplyCollateral(MarketParams memory params, uint256 assets, address onBehalf, bytes memory data) external;
    function borrow(MarketParams memory params, uint256 assets, uint256 shares, address onBehalf, address receiver)
        external
        returns (uint256, uint256);
    function liquidate(
        MarketParams memory params,
        address borrower,
        uint256 seizedAssets,
        uint256 repaidShares,
        bytes memory data
    ) external returns (uint256, uint256);
}

interface IOracleMock {
    function setPrice(uint256 price) external;
}

/// @notice Morpho Blue from its npm sources, with its own mocks of rate model and oracle, and a borrower.
contract MorphoMarket {
    uint256 private constant PAR = 1e36;

    IMorphoFull public immutable morpho;
    PlayToken public immutable token;
    PlayToken public immutable collateral;
    address private immutable _oracle;
    address private immutable _irm;

    constructor(PlayToken token_) {
        token = token_;
        collateral = new PlayToken("COL");
        morpho = IMorphoFull(Real.deploy("Morpho", abi.encode(address(this))));
        _irm = Real.deploy("IrmMock");
        _oracle = Real.deploy("OracleMock");
        IOracleMock(_oracle).setPrice(PAR);
        morpho.enableIrm(_irm);
        morpho.enableLltv(0.8e18);
        morpho.createMarket(params());
    }

    function params() public view returns (MarketParams memory) {
        return MarketParams(address(token), address(collateral), _oracle, _irm, 0.8e18);
    }

    function lendAndBorrow(uint256 lent, uint256 borrowed) external {
        token.mint(address(this), lent);
        token.approve(address(morpho), lent);
        morpho.supply(params(), lent, 0, address(this), "");
        uint256 pledge = borrowed * 2;
        collateral.mint(address(this), pledge);
        collateral.approve(address(morpho), pledge);
        morpho.supplyCollateral(params(), pledge, address(this), "");
        morpho.borrow(params(), borrowed, 0, address(this), address(this));
    }

    /// @notice The collateral falls to nothing and is seized: what it does not cover is the lenders' loss.
    function loseToBadDebt() external {
        IOracleMock(_oracle).setPrice(PAR / 100);
        (,, uint128 pledged) = morpho.position(keccak256(abi.encode(params())), address(this));
        token.mint(address(this), 1e24);
        token.approve(address(morpho), 1e24);
        morpho.liquidate(params(), address(this), pledged, 0, "");
    }
}
