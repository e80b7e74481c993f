// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {PricedAdapter} from "../adapters/PricedAdapter.sol";
import {IAsyncVault} from "../interfaces/IAsyncVault.sol";
import {IERC7540Deposit, IERC7540Operator, IERC7540Redeem} from "../interfaces/IERC7540.sol";
import {IERC7575} from "../interfaces/IERC7575.sol";
import {IERC7887Deposit, IERC7887Redeem} from "../interfaces/IERC7887.sol";
import {IL1Orders, L1Order, L1OrderTerms} from "../interfaces/IL1Orders.sol";
import {IWeir} from "../interfaces/IWeir.sol";

/// @title AsyncVault
/// @notice See `IAsyncVault`. Deposits and redemptions are one piece of code that looks at them from two sides.
contract AsyncVault is IAsyncVault, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    uint256 public constant TOLERANCE_BPS = 50;
    uint256 public constant LIFETIME = 3 days;
    uint256 public constant MAX_OPEN = 32;
    uint256 public constant MAX_OPEN_FOR_OTHERS = 16;
    uint256 private constant BPS = 10_000;
    /// @dev A batch fills at least a hundredth of a request, or all that is left.
    uint256 private constant MAX_FILLS = 100;

    /// @dev Which token a request sells and which it buys.
    struct Side {
        bool isRedeem;
        IERC20 sellToken;
        IERC20 buyToken;
        uint256 sellQuantum;
        uint256 buyQuantum;
        uint32 sellAsset;
        uint32 buyAsset;
    }

    /// @param counted What the order has sold, in quanta, as far as it is in `claimIn`. @param rest What was given back.
    /// @param claimIn What is claimable and here, in units of what was sold. @param claimOut The same in units of what was bought:
    /// both are zero or neither is.
    struct Request {
        address controller;
        uint64 counted;
        uint64 rest;
        uint256 claimIn;
        uint256 claimOut;
    }

    /// @param cancelling How many of them were cancelled.
    struct Open {
        uint32[] ids;
        uint256 cancelling;
    }

    IWeir public immutable core;
    IL1Orders public immutable orders;
    PricedAdapter public immutable adapter;
    /// @inheritdoc IERC7575
    address public immutable asset;
    /// @inheritdoc IERC7575
    address public immutable share;
    uint256 public immutable assetQuantum;
    uint256 public immutable shareQuantum;
    uint32 private immutable _assetNumber;
    uint32 private immutable _shareNumber;

    /// @inheritdoc IERC7540Operator
    mapping(address controller => mapping(address operator => bool)) public isOperator;
    mapping(uint256 id => Request) private _requests;
    mapping(address controller => mapping(bool isRedeem => Open)) private _open;

    constructor(IWeir core_, PricedAdapter adapter_) {
        if (core_.pool().gasFloor(adapter_) == 0) revert StrategyUnknown(address(adapter_));
        (address asset_, address share_) = (adapter_.asset(), adapter_.share());
        (uint256 assetNumber, uint256 shareNumber) = (core_.assetOf(asset_), core_.assetOf(share_));
        if (assetNumber == 0) revert AssetUnknown(asset_);
        if (shareNumber == 0) revert AssetUnknown(share_);
        if (IERC4626(share_).asset() != asset_) revert NotAShareOf(share_, asset_);
        // A position of ours has an asset, too, but doesn't convert: this reverts.
        IERC4626(share_).convertToAssets(IERC4626(share_).convertToShares(1));
        (core, orders, adapter) = (core_, core_.l1Orders(), adapter_);
        (asset, share) = (asset_, share_);
        (_assetNumber, _shareNumber) = (uint32(assetNumber), uint32(shareNumber));
        assetQuantum = core_.asset(assetNumber).quantum;
        shareQuantum = core_.asset(shareNumber).quantum;
    }

    function _side(bool isRedeem) private view returns (Side memory) {
        if (isRedeem) {
            return Side(true, IERC20(share), IERC20(asset), shareQuantum, assetQuantum, _shareNumber, _assetNumber);
        }
        return Side(false, IERC20(asset), IERC20(share), assetQuantum, shareQuantum, _assetNumber, _shareNumber);
    }

    // ---- ERC-165, operators ----

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == type(IERC165).interfaceId || id == type(IERC7575).interfaceId
            || id == type(IERC7540Operator).interfaceId || id == type(IERC7540Deposit).interfaceId
            || id == type(IERC7540Redeem).interfaceId || id == type(IERC7887Deposit).interfaceId
            || id == type(IERC7887Redeem).interfaceId
            // The parts of ERC-7575: minimal, deposit, mint, redeem, withdraw.
            || id == 0x50a526d6 || id == 0xc1f329ef || id == 0xe1550342 || id == 0x2fd7d42a || id == 0x70dec094;
    }

    /// @inheritdoc IERC7540Operator
    function setOperator(address operator, bool approved) external returns (bool) {
        isOperator[msg.sender][operator] = approved;
        emit OperatorSet(msg.sender, operator, approved);
        return true;
    }

    function _mayActFor(address who) private view returns (bool) {
        return msg.sender == who || isOperator[who][msg.sender];
    }

    modifier onlyFor(address controller) {
        if (!_mayActFor(controller)) revert NotControllerOrOperator(controller, msg.sender);
        _;
    }

    // ---- what the share vault says ----

    /// @inheritdoc IERC7575
    function convertToShares(uint256 assets) external view returns (uint256) {
        return IERC4626(share).convertToShares(assets);
    }

    /// @inheritdoc IERC7575
    function convertToAssets(uint256 shares) public view returns (uint256) {
        return IERC4626(share).convertToAssets(shares);
    }

    /// @inheritdoc IERC7575
    /// @dev What all shares are worth: `convertToAssets(totalSupply)`, exactly, however the share vault rounds.
    function totalAssets() external view returns (uint256) {
        return convertToAssets(IERC20(share).totalSupply());
    }

    /// @inheritdoc IERC7575
    function previewDeposit(uint256) external pure returns (uint256) {
        revert PreviewUnsupported();
    }

    /// @inheritdoc IERC7575
    function previewMint(uint256) external pure returns (uint256) {
        revert PreviewUnsupported();
    }

    /// @inheritdoc IERC7575
    function previewRedeem(uint256) external pure returns (uint256) {
        revert PreviewUnsupported();
    }

    /// @inheritdoc IERC7575
    function previewWithdraw(uint256) external pure returns (uint256) {
        revert PreviewUnsupported();
    }

    // ---- requests ----

    /// @inheritdoc IERC7540Deposit
    function requestDeposit(uint256 assets, address controller, address owner) external returns (uint256 requestId) {
        requestId = _request(_side(false), assets, controller, owner);
        emit DepositRequest(controller, owner, requestId, msg.sender, assets);
    }

    /// @inheritdoc IERC7540Redeem
    function requestRedeem(uint256 shares, address controller, address owner) external returns (uint256 requestId) {
        requestId = _request(_side(true), shares, controller, owner);
        emit RedeemRequest(controller, owner, requestId, msg.sender, shares);
    }

    function _request(Side memory side, uint256 amount, address controller, address owner)
        private
        nonReentrant
        returns (uint256 id)
    {
        if (!_mayActFor(owner)) revert NotOwnerOrOperator(owner, msg.sender);
        if (controller == address(0)) revert ControllerZero();
        Open storage open = _open[controller][side.isRedeem];
        if (open.cancelling != 0) _requireNoCancelPending(open, controller);
        uint256 limit = _mayActFor(controller) ? MAX_OPEN : MAX_OPEN_FOR_OTHERS;
        if (open.ids.length >= limit) revert TooManyRequests(controller, limit);

        L1OrderTerms memory t = _terms(side, amount);
        _receive(side.sellToken, amount, owner);
        side.sellToken.forceApprove(address(core), amount);
        id = orders.place(t);
        _requests[id].controller = controller;
        open.ids.push(uint32(id));
    }

    function _terms(Side memory side, uint256 amount) private returns (L1OrderTerms memory) {
        if (amount == 0) revert AmountZero();
        if (amount % side.sellQuantum != 0) revert NotWholeQuanta(amount, side.sellQuantum);
        uint64 sellAmount = _toUint64(amount / side.sellQuantum, amount);
        return L1OrderTerms({
            sellAsset: side.sellAsset,
            buyAsset: side.buyAsset,
            sellAmount: sellAmount,
            minBuyAmount: _leastBought(side, amount),
            minFill: uint64(Math.ceilDiv(sellAmount, MAX_FILLS)),
            until: uint40(block.timestamp + LIFETIME)
        });
    }

    /// @dev Each side takes the price that is better for whoever asks: who buys shares the guarded one, which a donation does not
    /// lift, and who sells them the live one, which is never below it. Rounded up, and never zero, which would be no limit.
    function _leastBought(Side memory side, uint256 amount) private returns (uint64) {
        uint256 pricedShares = adapter.PRICED_SHARES();
        uint256 price = side.isRedeem ? adapter.assetsOf(pricedShares) : adapter.guardPrice();
        if (price == 0) revert NoPrice();
        (uint256 num, uint256 den) = side.isRedeem ? (price, pricedShares) : (pricedShares, price);
        uint256 fair = Math.mulDiv(amount, num, den, Math.Rounding.Ceil);
        uint256 least = Math.mulDiv(fair, BPS - TOLERANCE_BPS, BPS, Math.Rounding.Ceil);
        return _toUint64(Math.ceilDiv(least, side.buyQuantum), amount);
    }

    function _toUint64(uint256 quanta, uint256 amount) private pure returns (uint64) {
        if (quanta > type(uint64).max) revert AmountTooLarge(amount);
        return uint64(quanta);
    }

    /// @dev What the order will take out of here is exactly what came in, or other people's claims would pay for it.
    function _receive(IERC20 token, uint256 amount, address from) private {
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(from, address(this), amount);
        uint256 received = token.balanceOf(address(this)) - before;
        if (received != amount) revert TransferMismatch(address(token), amount, received);
    }

    function _requireNoCancelPending(Open storage open, address controller) private view {
        for (uint256 i; i < open.ids.length; ++i) {
            uint256 id = open.ids[i];
            if (_isCancelPending(orders.order(id), id)) revert CancelPending(controller, id);
        }
    }

    /// @inheritdoc IAsyncVault
    function openRequests(address controller, bool isRedeem) external view returns (uint32[] memory) {
        return _open[controller][isRedeem].ids;
    }

    // ---- what is pending, what is claimable ----

    /// @inheritdoc IERC7540Deposit
    function pendingDepositRequest(uint256 requestId, address controller) external view returns (uint256) {
        return _pending(_side(false), requestId, controller);
    }

    /// @inheritdoc IERC7540Redeem
    function pendingRedeemRequest(uint256 requestId, address controller) external view returns (uint256) {
        return _pending(_side(true), requestId, controller);
    }

    /// @inheritdoc IERC7540Deposit
    function claimableDepositRequest(uint256 requestId, address controller) external view returns (uint256 assets) {
        (assets,) = _claimable(_side(false), requestId, controller);
    }

    /// @inheritdoc IERC7540Redeem
    function claimableRedeemRequest(uint256 requestId, address controller) external view returns (uint256 shares) {
        (shares,) = _claimable(_side(true), requestId, controller);
    }

    /// @inheritdoc IERC7575
    function maxDeposit(address controller) external view returns (uint256 assets) {
        (assets,) = _allClaimable(_side(false), controller);
    }

    /// @inheritdoc IERC7575
    function maxMint(address controller) external view returns (uint256 shares) {
        (, shares) = _allClaimable(_side(false), controller);
    }

    /// @inheritdoc IERC7575
    function maxRedeem(address controller) external view returns (uint256 shares) {
        (shares,) = _allClaimable(_side(true), controller);
    }

    /// @inheritdoc IERC7575
    function maxWithdraw(address controller) external view returns (uint256 assets) {
        (, assets) = _allClaimable(_side(true), controller);
    }

    /// @dev What is for sale still, and what was sold for something that is held.
    function _pending(Side memory side, uint256 id, address controller) private view returns (uint256) {
        if (!_isRequest(side, id, controller)) return 0;
        (L1Order memory o, Request storage r) = (orders.order(id), _requests[id]);
        uint256 quanta;
        if (!_isCollectable(o, id)) quanta = _sold(o, r) - r.counted;
        if (o.left != 0 && !orders.isReleasable(id)) quanta += o.left;
        return quanta * side.sellQuantum;
    }

    function _claimable(Side memory side, uint256 id, address controller)
        private
        view
        returns (uint256 claimIn, uint256 claimOut)
    {
        if (!_isRequest(side, id, controller)) return (0, 0);
        (L1Order memory o, Request storage r) = (orders.order(id), _requests[id]);
        (claimIn, claimOut) = (r.claimIn, r.claimOut);
        if (!_isCollectable(o, id)) return (claimIn, claimOut);
        claimIn += (_sold(o, r) - r.counted) * side.sellQuantum;
        claimOut += o.bought * side.buyQuantum;
    }

    function _allClaimable(Side memory side, address controller)
        private
        view
        returns (uint256 claimIn, uint256 claimOut)
    {
        uint32[] storage ids = _open[controller][side.isRedeem].ids;
        for (uint256 i; i < ids.length; ++i) {
            (uint256 moreIn, uint256 moreOut) = _claimable(side, ids[i], controller);
            (claimIn, claimOut) = (claimIn + moreIn, claimOut + moreOut);
        }
    }

    /// @dev An order's sides never change, so a request is found on one side only.
    function _isRequest(Side memory side, uint256 id, address controller) private view returns (bool) {
        if (controller == address(0) || _requests[id].controller != controller) return false;
        return orders.order(id).sellAsset == side.sellAsset;
    }

    function _sold(L1Order memory o, Request storage r) private view returns (uint256) {
        return uint256(o.sellAmount) - o.left - r.rest;
    }

    function _isCollectable(L1Order memory o, uint256 id) private view returns (bool) {
        return o.bought != 0 && block.timestamp >= orders.heldUntilOf(id);
    }

    function _isCancelPending(L1Order memory o, uint256 id) private view returns (bool) {
        return o.cancelRequestedAt != 0 && o.left != 0 && !orders.isReleasable(id);
    }

    // ---- claims ----

    /// @inheritdoc IERC7575
    function deposit(uint256 assets, address receiver) external returns (uint256 shares) {
        return deposit(assets, receiver, msg.sender);
    }

    /// @inheritdoc IERC7540Deposit
    function deposit(uint256 assets, address receiver, address controller) public returns (uint256 shares) {
        shares = _claim(_side(false), assets, true, receiver, controller);
        emit Deposit(controller, receiver, assets, shares);
    }

    /// @inheritdoc IERC7575
    function mint(uint256 shares, address receiver) external returns (uint256 assets) {
        return mint(shares, receiver, msg.sender);
    }

    /// @inheritdoc IERC7540Deposit
    function mint(uint256 shares, address receiver, address controller) public returns (uint256 assets) {
        assets = _claim(_side(false), shares, false, receiver, controller);
        emit Deposit(controller, receiver, assets, shares);
    }

    /// @inheritdoc IERC7575
    function redeem(uint256 shares, address receiver, address controller) external returns (uint256 assets) {
        assets = _claim(_side(true), shares, true, receiver, controller);
        emit Withdraw(msg.sender, receiver, controller, assets, shares);
    }

    /// @inheritdoc IERC7575
    function withdraw(uint256 assets, address receiver, address controller) external returns (uint256 shares) {
        shares = _claim(_side(true), assets, false, receiver, controller);
        emit Withdraw(msg.sender, receiver, controller, assets, shares);
    }

    /// @dev Through the controller's requests, oldest first until one of them is finished and the last takes its place. `byIn`: the
    /// amount is of what was sold, else of what was bought. Answers the other one.
    function _claim(Side memory side, uint256 amount, bool byIn, address receiver, address controller)
        private
        nonReentrant
        onlyFor(controller)
        returns (uint256 other)
    {
        if (amount == 0) revert AmountZero();
        Open storage open = _open[controller][side.isRedeem];
        uint256 missing = amount;
        for (uint256 i; missing != 0 && i < open.ids.length;) {
            uint256 id = open.ids[i];
            (uint256 taken, uint256 given, bool finished) = _claimFrom(side, id, missing, byIn);
            missing -= taken;
            other += given;
            if (finished) _remove(open, i, id);
            else ++i;
        }
        if (missing != 0) revert ExceedsClaimable(amount, amount - missing);
        uint256 paid = byIn ? other : amount;
        if (paid != 0) side.buyToken.safeTransfer(receiver, paid);
    }

    /// @dev Up to `amount` of one request. A part takes less than all of the other side, rounded down, and the last claim takes
    /// what is left of both: so both end together, and all that was bought is paid out.
    function _claimFrom(Side memory side, uint256 id, uint256 amount, bool byIn)
        private
        returns (uint256 taken, uint256 given, bool finished)
    {
        Request storage r = _requests[id];
        (uint256 claimIn, uint256 claimOut, bool ended) = _collect(side, r, id);
        (uint256 all, uint256 allOther) = byIn ? (claimIn, claimOut) : (claimOut, claimIn);
        taken = Math.min(amount, all);
        given = taken == all ? allOther : Math.mulDiv(taken, allOther, all);
        finished = ended && taken == all;
        if (finished) return (taken, given, true);
        (r.claimIn, r.claimOut) = byIn ? (claimIn - taken, claimOut - given) : (claimIn - given, claimOut - taken);
    }

    /// @dev Fetches what the order has bought. `ended`: nothing more can come of it. What arrives is what is credited, so a token
    /// that pays less than it should takes it from this request alone.
    function _collect(Side memory side, Request storage r, uint256 id)
        private
        returns (uint256 claimIn, uint256 claimOut, bool ended)
    {
        L1Order memory o = orders.order(id);
        (claimIn, claimOut) = (r.claimIn, r.claimOut);
        ended = o.left == 0;
        if (o.bought == 0) return (claimIn, claimOut, ended);
        if (!_isCollectable(o, id)) return (claimIn, claimOut, false);
        uint256 sold = _sold(o, r);
        claimIn += (sold - r.counted) * side.sellQuantum;
        r.counted = uint64(sold);
        orders.collect(id);
        uint256 before = side.buyToken.balanceOf(address(this));
        orders.withdraw(side.buyAsset, o.bought, address(this));
        claimOut += side.buyToken.balanceOf(address(this)) - before;
    }

    function _remove(Open storage open, uint256 i, uint256 id) private {
        if (orders.order(id).cancelRequestedAt != 0) --open.cancelling;
        open.ids[i] = open.ids[open.ids.length - 1];
        open.ids.pop();
        delete _requests[id];
    }

    // ---- cancellations ----

    /// @inheritdoc IERC7887Deposit
    function cancelDepositRequest(uint256 requestId, address controller) external {
        _cancel(_side(false), requestId, controller);
        emit CancelDepositRequest(controller, requestId, msg.sender);
    }

    /// @inheritdoc IERC7887Redeem
    function cancelRedeemRequest(uint256 requestId, address controller) external {
        _cancel(_side(true), requestId, controller);
        emit CancelRedeemRequest(controller, requestId, msg.sender);
    }

    function _cancel(Side memory side, uint256 id, address controller) private nonReentrant onlyFor(controller) {
        if (!_isRequest(side, id, controller)) revert RequestUnknown(id, controller);
        if (orders.order(id).left == 0) revert NothingPending(id);
        orders.requestCancel(id);
        ++_open[controller][side.isRedeem].cancelling;
    }

    /// @inheritdoc IERC7887Deposit
    function pendingCancelDepositRequest(uint256 requestId, address controller) external view returns (bool) {
        return _isRequest(_side(false), requestId, controller) && _isCancelPending(orders.order(requestId), requestId);
    }

    /// @inheritdoc IERC7887Redeem
    function pendingCancelRedeemRequest(uint256 requestId, address controller) external view returns (bool) {
        return _isRequest(_side(true), requestId, controller) && _isCancelPending(orders.order(requestId), requestId);
    }

    /// @inheritdoc IERC7887Deposit
    function claimableCancelDepositRequest(uint256 requestId, address controller) external view returns (uint256) {
        return _claimableRest(_side(false), requestId, controller);
    }

    /// @inheritdoc IERC7887Redeem
    function claimableCancelRedeemRequest(uint256 requestId, address controller) external view returns (uint256) {
        return _claimableRest(_side(true), requestId, controller);
    }

    function _claimableRest(Side memory side, uint256 id, address controller) private view returns (uint256) {
        if (!_isRequest(side, id, controller) || !orders.isReleasable(id)) return 0;
        return orders.order(id).left * side.sellQuantum;
    }

    /// @inheritdoc IERC7887Deposit
    function claimCancelDepositRequest(uint256 requestId, address receiver, address controller)
        external
        returns (uint256 assets)
    {
        assets = _claimRest(_side(false), requestId, receiver, controller);
        emit CancelDepositClaim(controller, receiver, requestId, msg.sender, assets);
    }

    /// @inheritdoc IERC7887Redeem
    function claimCancelRedeemRequest(uint256 requestId, address receiver, address controller)
        external
        returns (uint256 shares)
    {
        shares = _claimRest(_side(true), requestId, receiver, controller);
        emit CancelRedeemClaim(controller, receiver, requestId, msg.sender, shares);
    }

    /// @dev Paid out of the core. What the order bought stays claimable beside it.
    function _claimRest(Side memory side, uint256 id, address receiver, address controller)
        private
        nonReentrant
        onlyFor(controller)
        returns (uint256 amount)
    {
        if (!_isRequest(side, id, controller)) revert RequestUnknown(id, controller);
        uint64 rest = uint64(orders.release(id));
        Request storage r = _requests[id];
        r.rest = rest;
        amount = rest * side.sellQuantum;
        if (r.claimIn == 0 && r.counted == _sold(orders.order(id), r)) {
            Open storage open = _open[controller][side.isRedeem];
            for (uint256 i; i < open.ids.length; ++i) {
                if (open.ids[i] != id) continue;
                _remove(open, i, id);
                break;
            }
        }
        orders.withdraw(side.sellAsset, rest, receiver);
    }
}
