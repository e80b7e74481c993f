// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

import {IERC7540Vault} from "../../src/interfaces/targets/IERC7540.sol";
import {PlayToken} from "./PlayToken.sol";

/// @notice An asynchronous vault as ERC-7540 and ERC-7887 describe it, none being on npm: request id 0 (requests are summed by
/// controller), a manager who fulfils any part at the price of that moment, cancellations that he processes, too.
contract AsyncVaultStandIn is ERC20, IERC7540Vault {
    struct Request {
        uint256 pending;
        uint256 claimableIn;
        uint256 claimableOut;
        bool cancelPending;
        uint256 cancelClaimable;
    }

    PlayToken private immutable _asset;
    /// @dev Units of the asset for 1e18 shares.
    uint256 public price = 1e18;
    bool public broken;
    /// @dev What part of a deposit it really takes.
    uint256 public takenBps = 10_000;
    mapping(address controller => Request) public deposits;
    mapping(address controller => Request) public redeems;

    error Broken();
    error NotController(address sender);

    constructor(PlayToken asset_) ERC20("Async", "asA") {
        _asset = asset_;
    }

    modifier works(address controller) {
        if (broken) revert Broken();
        if (msg.sender != controller) revert NotController(msg.sender);
        _;
    }

    function asset() external view returns (address) {
        return address(_asset);
    }

    function share() external view returns (address) {
        return address(this);
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    // ---- the manager ----

    function setPrice(uint256 price_) external {
        price = price_;
    }

    function break_(bool broken_) external {
        broken = broken_;
    }

    function take(uint256 bps) external {
        takenBps = bps;
    }

    function fulfilDeposit(address controller, uint256 assets) external {
        Request storage r = deposits[controller];
        r.pending -= assets;
        r.claimableIn += assets;
        r.claimableOut += assets * 1e18 / price;
    }

    function fulfilRedeem(address controller, uint256 shares) external {
        Request storage r = redeems[controller];
        r.pending -= shares;
        r.claimableIn += shares;
        r.claimableOut += shares * price / 1e18;
        _asset.mint(address(this), shares * price / 1e18);
    }

    function processCancel(address controller, bool ofDeposit) external {
        Request storage r = ofDeposit ? deposits[controller] : redeems[controller];
        require(r.cancelPending, "not asked");
        (r.cancelPending, r.cancelClaimable, r.pending) = (false, r.pending, 0);
    }

    // ---- deposits ----

    function requestDeposit(uint256 assets, address controller, address owner) external returns (uint256) {
        if (broken) revert Broken();
        _asset.transferFrom(owner, address(this), assets * takenBps / 10_000);
        deposits[controller].pending += assets;
        return 0;
    }

    function pendingDepositRequest(uint256, address controller) external view returns (uint256) {
        return deposits[controller].pending;
    }

    function claimableDepositRequest(uint256, address controller) external view returns (uint256) {
        return deposits[controller].claimableIn;
    }

    function deposit(uint256 assets, address receiver, address controller)
        external
        works(controller)
        returns (uint256 shares)
    {
        Request storage r = deposits[controller];
        shares = r.claimableOut * assets / r.claimableIn;
        r.claimableIn -= assets;
        r.claimableOut -= shares;
        _mint(receiver, shares);
    }

    function cancelDepositRequest(uint256, address controller) external works(controller) {
        deposits[controller].cancelPending = true;
    }

    function pendingCancelDepositRequest(uint256, address controller) external view returns (bool) {
        return deposits[controller].cancelPending;
    }

    function claimableCancelDepositRequest(uint256, address controller) external view returns (uint256) {
        return deposits[controller].cancelClaimable;
    }

    function claimCancelDepositRequest(uint256, address receiver, address controller)
        external
        works(controller)
        returns (uint256 assets)
    {
        assets = deposits[controller].cancelClaimable;
        deposits[controller].cancelClaimable = 0;
        _asset.transfer(receiver, assets);
    }

    // ---- redemptions ----

    function requestRedeem(uint256 shares, address controller, address owner) external returns (uint256) {
        if (broken) revert Broken();
        _burn(owner, shares);
        redeems[controller].pending += shares;
        return 0;
    }

    function pendingRedeemRequest(uint256, address controller) external view returns (uint256) {
        return redeems[controller].pending;
    }

    function claimableRedeemRequest(uint256, address controller) external view returns (uint256) {
        return redeems[controller].claimableIn;
    }

    function redeem(uint256 shares, address receiver, address controller)
        external
        works(controller)
        returns (uint256 assets)
    {
        Request storage r = redeems[controller];
        assets = r.claimableOut * shares / r.claimableIn;
        r.claimableIn -= shares;
        r.claimableOut -= assets;
        _asset.transfer(receiver, assets);
    }

    function cancelRedeemRequest(uint256, address controller) external works(controller) {
        redeems[controller].cancelPending = true;
    }

    function pendingCancelRedeemRequest(uint256, address controller) external view returns (bool) {
        return redeems[controller].cancelPending;
    }

    function claimableCancelRedeemRequest(uint256, address controller) external view returns (uint256) {
        return redeems[controller].cancelClaimable;
    }

    function claimCancelRedeemRequest(uint256, address receiver, address controller)
        external
        works(controller)
        returns (uint256 shares)
    {
        shares = redeems[controller].cancelClaimable;
        redeems[controller].cancelClaimable = 0;
        _mint(receiver, shares);
    }
}
