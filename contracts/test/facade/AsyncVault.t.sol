// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {ERC4626Adapter} from "../../src/adapters/ERC4626Adapter.sol";
import {AsyncVault} from "../../src/facade/AsyncVault.sol";
import {AsyncVaultFactory} from "../../src/facade/AsyncVaultFactory.sol";
import {IAsyncVault} from "../../src/interfaces/IAsyncVault.sol";
import {IGovernance} from "../../src/interfaces/IGovernance.sol";
import {IL1Orders, L1Order} from "../../src/interfaces/IL1Orders.sol";
import {vm} from "../Vm.sol";
import {FeeToken, HookToken, Token} from "../support/Tokens.sol";
import {Vault} from "../support/Vaults.sol";
import {AsyncVaultTest} from "./AsyncVaultTest.sol";

/// @notice Turns out to be no share of its asset, or not to convert, once its adapter is there.
contract TurningVault is Vault {
    address public other;
    bool public silent;

    constructor(IERC20 asset_) Vault(asset_) {}

    function turn(address other_, bool silent_) external {
        (other, silent) = (other_, silent_);
    }

    function asset() public view override returns (address) {
        return other == address(0) ? super.asset() : other;
    }

    function convertToShares(uint256 assets) public view override returns (uint256) {
        require(!silent, "does not convert");
        return super.convertToShares(assets);
    }
}

contract AsyncVaultUnitTest is AsyncVaultTest {
    HookToken private hook;
    FeeToken private fee;
    TurningVault private turning;
    ERC4626Adapter private hookAdapter;
    ERC4626Adapter private feeAdapter;
    ERC4626Adapter private turningAdapter;

    function _configure() internal override {
        (hook, fee) = (new HookToken(), new FeeToken());
        turning = new TurningVault(token);
        hookAdapter = _strategy(hook, new Vault(hook));
        feeAdapter = _strategy(fee, new Vault(fee));
        turningAdapter = _strategy(token, turning);
    }

    function _strategy(Token asset, Vault over) private returns (ERC4626Adapter made) {
        if (address(asset) != address(token)) weir.registerAsset(address(asset), 1);
        weir.registerAsset(address(over), 1);
        made = new ERC4626Adapter(pool, over, type(uint256).max);
        governance.registerStrategy(made, 100_000);
    }

    function _assertRequest(uint256 id, address who, uint256 pending, uint256 claimable, uint256 rest) private view {
        bool isRedeem = orders.order(id).sellAsset == share;
        uint256[3] memory actual = isRedeem
            ? [
                face.pendingRedeemRequest(id, who),
                face.claimableRedeemRequest(id, who),
                face.claimableCancelRedeemRequest(id, who)
            ]
            : [
                face.pendingDepositRequest(id, who),
                face.claimableDepositRequest(id, who),
                face.claimableCancelDepositRequest(id, who)
            ];
        assertEq(actual[0], pending * Q, "pending");
        assertEq(actual[1], claimable * Q, "claimable");
        assertEq(actual[2], rest * Q, "claimable cancellation");
    }

    // ---- lives ----

    function test_a_deposit_is_requested_filled_in_parts_and_claimed_in_parts() public {
        uint256 id = _requestDeposit(ALICE, 1000);
        L1Order memory o = orders.order(id);
        assertTrue(o.owner == address(face), "an L1 order of the face");
        assertEq(o.minBuyAmount, 995, "half a per cent below the share price");
        assertEq(o.minFill, 10, "a hundredth");
        assertEq(o.until, block.timestamp + 3 days, "lifetime");
        _assertRequest(id, ALICE, 1000, 0, 0);
        assertEq(face.maxDeposit(ALICE), 0, "nothing yet");

        _fill(id, 400, 400);
        _assertRequest(id, ALICE, 600, 400, 0);
        assertEq(face.maxMint(ALICE), 400 * Q, "shares");
        uint256 before = vault.balanceOf(ALICE);
        assertEq(_deposit(ALICE, 100 * Q), 100 * Q, "a quarter of it");
        assertEq(vault.balanceOf(ALICE) - before, 100 * Q, "paid");
        _assertRequest(id, ALICE, 600, 300, 0);

        // At another price: what is claimable is worth what both brought.
        _fill(id, 600, 900);
        _assertRequest(id, ALICE, 0, 900, 0);
        assertEq(face.maxMint(ALICE), 1200 * Q, "300 and 900");
        assertEq(_mint(ALICE, 400 * Q), 300 * Q, "a third");
        assertEq(_deposit(ALICE, 600 * Q), 800 * Q, "the rest");
        assertEq(vault.balanceOf(ALICE) - before, 1300 * Q, "all that was bought");
        assertEq(vault.balanceOf(address(face)), 0, "nothing stays");
        assertEq(face.openRequests(ALICE, false).length, 0, "finished");
        _assertRequest(id, ALICE, 0, 0, 0);
    }

    function test_a_redemption_is_requested_filled_and_withdrawn() public {
        uint256 id = _requestRedeem(ALICE, 1000);
        assertEq(orders.order(id).sellAsset, share, "sells the share");
        _assertRequest(id, ALICE, 1000, 0, 0);
        assertEq(face.pendingDepositRequest(id, ALICE), 0, "no deposit");
        _fill(id, 1000, 1010);
        assertEq(face.maxRedeem(ALICE), 1000 * Q, "shares");
        assertEq(face.maxWithdraw(ALICE), 1010 * Q, "assets");
        uint256 before = token.balanceOf(BOB);
        vm.prank(ALICE);
        assertEq(face.withdraw(505 * Q, BOB, ALICE), 500 * Q, "half");
        vm.prank(ALICE);
        assertEq(face.redeem(500 * Q, BOB, ALICE), 505 * Q, "the other half");
        assertEq(token.balanceOf(BOB) - before, 1010 * Q, "to the receiver");
    }

    function test_claims_walk_through_all_requests_of_one_controller() public {
        uint256 first = _requestDeposit(ALICE, 100);
        uint256 second = _requestDeposit(ALICE, 100);
        uint256 third = _requestDeposit(ALICE, 100);
        _requestDeposit(BOB, 100);
        _apply(bytes.concat(_filled(first, 100, 100), _filled(third, 50, 60), _filled(third + 1, 100, 110)));
        assertEq(face.maxDeposit(ALICE), 150 * Q, "two of three");
        assertEq(_deposit(ALICE, 125 * Q), 130 * Q, "100 of 100 and 25 of 50");
        _fill(second, 100, 100);
        assertEq(_mint(ALICE, 130 * Q), 125 * Q, "the rest");
        _assertRequest(third, ALICE, 50, 0, 0);
        assertEq(face.openRequests(ALICE, false).length, 1, "the one that is not all filled");
        assertEq(face.maxMint(BOB), 110 * Q, "Bob's is Bob's");
    }

    /// @dev Any split pays the same in the end: a part never takes more than its share of the rest, and the last takes it all.
    function testFuzz_every_split_of_claims_pays_all_that_was_bought(uint256 seed, uint32 sold, uint32 bought) public {
        uint256 amount = 1 + sold % 1_000_000;
        uint256 paid = amount + bought % amount;
        uint256 id = _requestDeposit(ALICE, amount);
        _fill(id, amount, paid);
        uint256 before = vault.balanceOf(ALICE);
        uint256 claimed;
        for (uint256 i; i < 12 && face.maxDeposit(ALICE) != 0; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            (uint256 maxIn, uint256 maxOut) = (face.maxDeposit(ALICE), face.maxMint(ALICE));
            uint256 part = 1 + (seed >> 8) % (seed % 3 == 0 ? 1000 : maxOut);
            if (seed % 2 == 0) {
                uint256 assets = part % maxIn + 1;
                uint256 shares = _deposit(ALICE, assets);
                assertTrue(shares * maxIn <= assets * maxOut || assets == maxIn, "no more than its part");
                claimed += assets;
            } else {
                claimed += _mint(ALICE, part > maxOut ? maxOut : part);
            }
        }
        uint256 left = face.maxDeposit(ALICE);
        assertTrue((left == 0) == (face.maxMint(ALICE) == 0), "both end together");
        if (left != 0) _deposit(ALICE, left);
        assertEq(claimed + left, amount * Q, "all assets");
        assertEq(vault.balanceOf(ALICE) - before, paid * Q, "all shares");
        assertEq(face.openRequests(ALICE, false).length, 0, "finished");
    }

    // ---- what is claimed of the standards ----

    function test_interfaces() public view {
        bytes4[13] memory ids = [
            bytes4(0x01ffc9a7),
            0xe3bc4e65,
            0x2f0a18c5,
            0xce3bbe50,
            0x620ee8e4,
            0x8bf840e3,
            0xe76cffc7,
            0x50a526d6,
            0xc1f329ef,
            0xe1550342,
            0x2fd7d42a,
            0x70dec094,
            0xffffffff
        ];
        for (uint256 i; i < 13; ++i) {
            assertTrue(face.supportsInterface(ids[i]) == (i < 12), "interface");
        }
        assertTrue(face.asset() == address(token) && face.share() == address(vault), "pair");
    }

    function test_prices_are_the_share_vaults() public {
        _earn(5e29);
        assertEq(face.convertToShares(12_345), vault.convertToShares(12_345), "shares");
        assertEq(face.convertToAssets(12_345), vault.convertToAssets(12_345), "assets");
        assertEq(face.totalAssets(), vault.convertToAssets(vault.totalSupply()), "all of them");
    }

    function test_previews_revert() public {
        bytes memory error_ = abi.encodeWithSelector(IAsyncVault.PreviewUnsupported.selector);
        vm.expectRevert(error_);
        face.previewDeposit(1);
        vm.expectRevert(error_);
        face.previewMint(0);
        vm.expectRevert(error_);
        face.previewRedeem(1);
        vm.expectRevert(error_);
        face.previewWithdraw(0);
    }

    // ---- limits ----

    /// @dev As assets that lasted.
    function _earn(uint256 assets) private {
        token.mint(address(vault), assets);
    }

    function test_a_donation_does_not_loosen_the_limit_of_who_buys() public {
        adapter.guardPrice();
        uint256 id = _requestDeposit(ALICE, 1000);
        // The price doubles within one block; shares bought at it would be half as many.
        _earn(1e30);
        assertEq(face.convertToShares(1000), 500, "pumped");
        uint256 other = _requestDeposit(ALICE, 1000);
        assertEq(orders.order(other).minBuyAmount, orders.order(id).minBuyAmount, "same limit");
        // Who sells shares asks for the live price.
        assertEq(orders.order(_requestRedeem(ALICE, 1000)).minBuyAmount, 1990, "twice as much");
    }

    function test_a_loss_counts_at_once_on_both_sides() public {
        adapter.guardPrice();
        vm.prank(address(vault));
        token.transfer(address(1), 5e29);
        assertEq(orders.order(_requestDeposit(ALICE, 1000)).minBuyAmount, 1990, "twice as many shares");
        assertEq(orders.order(_requestRedeem(ALICE, 1000)).minBuyAmount, 498, "half as many assets, rounded up");
    }

    function test_a_request_of_one_quantum_has_a_limit() public {
        assertEq(orders.order(_requestDeposit(ALICE, 1)).minBuyAmount, 1, "rounded up");
    }

    function test_worthless_shares_are_not_traded() public {
        uint256 all = token.balanceOf(address(vault));
        vm.prank(address(vault));
        token.transfer(address(1), all);
        bytes memory error_ = abi.encodeWithSelector(IAsyncVault.NoPrice.selector);
        vm.startPrank(ALICE);
        vm.expectRevert(error_);
        face.requestRedeem(Q, ALICE, ALICE);
        vm.expectRevert(error_);
        face.requestDeposit(Q, ALICE, ALICE);
        vm.stopPrank();
    }

    function test_a_batch_keeps_to_the_limit() public {
        uint256 id = _requestDeposit(ALICE, 1000);
        _expectApply(_filled(id, 1000, 994), abi.encodeWithSelector(IL1Orders.OrderLimitNotMet.selector, id, 1000, 994));
        _fill(id, 1000, 995);
    }

    // ---- what is refused ----

    function _expectRequest(uint256 assets, address controller, address owner, bytes memory error_) private {
        vm.prank(ALICE);
        vm.expectRevert(error_);
        face.requestDeposit(assets, controller, owner);
    }

    function test_requests_that_are_refused() public {
        _expectRequest(0, ALICE, ALICE, abi.encodeWithSelector(IAsyncVault.AmountZero.selector));
        _expectRequest(Q + 1, ALICE, ALICE, abi.encodeWithSelector(IAsyncVault.NotWholeQuanta.selector, Q + 1, Q));
        uint256 most = uint256(type(uint64).max) * Q;
        _expectRequest(most + Q, ALICE, ALICE, abi.encodeWithSelector(IAsyncVault.AmountTooLarge.selector, most + Q));
        _expectRequest(Q, address(0), ALICE, abi.encodeWithSelector(IAsyncVault.ControllerZero.selector));
        _expectRequest(Q, ALICE, BOB, abi.encodeWithSelector(IAsyncVault.NotOwnerOrOperator.selector, BOB, ALICE));
        // More than the owner has.
        uint256 held = vault.balanceOf(BOB) / Q;
        vm.prank(BOB);
        vault.transfer(ALICE, (held - 10) * Q);
        vm.prank(BOB);
        vm.expectRevert();
        face.requestRedeem(11 * Q, BOB, BOB);
        _requestRedeem(BOB, 10);
        // The limit has more than 64 bits: a share is worth less than 1/2^20 of its asset.
        vm.startPrank(address(vault));
        token.transfer(address(1), token.balanceOf(address(vault)) - 1e20);
        vm.stopPrank();
        uint256 large = 2 ** 62 * Q;
        _expectRequest(large, ALICE, ALICE, abi.encodeWithSelector(IAsyncVault.AmountTooLarge.selector, large));
    }

    function test_nothing_is_claimed_that_is_not_claimable() public {
        uint256 id = _requestDeposit(ALICE, 1000);
        _fill(id, 400, 500);
        vm.startPrank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.ExceedsClaimable.selector, 400 * Q + 1, 400 * Q));
        face.deposit(400 * Q + 1, ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.ExceedsClaimable.selector, 500 * Q + 1, 500 * Q));
        face.mint(500 * Q + 1, ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.ExceedsClaimable.selector, 1, 0));
        face.redeem(1, ALICE, ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.AmountZero.selector));
        face.deposit(0, ALICE);
        assertEq(face.deposit(400 * Q, BOB), 500 * Q, "two arguments: the caller is the controller");
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.ExceedsClaimable.selector, 1, 0));
        face.mint(1, ALICE);
        vm.stopPrank();
    }

    function test_nobody_acts_for_a_controller_but_its_operators() public {
        uint256 id = _requestDeposit(ALICE, 1000);
        _fill(id, 400, 400);
        bytes memory error_ = abi.encodeWithSelector(IAsyncVault.NotControllerOrOperator.selector, ALICE, BOB);
        vm.startPrank(BOB);
        vm.expectRevert(error_);
        face.deposit(1, BOB, ALICE);
        vm.expectRevert(error_);
        face.mint(1, BOB, ALICE);
        vm.expectRevert(error_);
        face.redeem(1, BOB, ALICE);
        vm.expectRevert(error_);
        face.withdraw(1, BOB, ALICE);
        vm.expectRevert(error_);
        face.cancelDepositRequest(id, ALICE);
        vm.expectRevert(error_);
        face.claimCancelDepositRequest(id, BOB, ALICE);
        // As its own controller Bob has no such request, of whatever kind.
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.RequestUnknown.selector, id, BOB));
        face.cancelDepositRequest(id, BOB);
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.RequestUnknown.selector, id, BOB));
        face.claimCancelDepositRequest(id, BOB, BOB);
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.ExceedsClaimable.selector, 1, 0));
        face.deposit(1, BOB);
        vm.stopPrank();
        assertEq(face.claimableDepositRequest(id, BOB) + face.pendingDepositRequest(id, BOB), 0, "none of Bob's");
        vm.startPrank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.RequestUnknown.selector, id, ALICE));
        face.cancelRedeemRequest(id, ALICE);
        assertTrue(face.setOperator(BOB, true), "answers true");
        vm.stopPrank();

        vm.startPrank(BOB);
        assertEq(face.deposit(100 * Q, BOB, ALICE), 100 * Q, "an operator claims");
        uint256 other = face.requestDeposit(10 * Q, BOB, ALICE);
        assertEq(face.pendingDepositRequest(other, BOB), 10 * Q, "and requests with the owner's assets");
        face.requestRedeem(10 * Q, ALICE, ALICE);
        face.cancelDepositRequest(id, ALICE);
        vm.stopPrank();
        vm.prank(ALICE);
        face.setOperator(BOB, false);
        vm.prank(BOB);
        vm.expectRevert(error_);
        face.deposit(1, BOB, ALICE);
    }

    function test_others_fill_half_of_a_controllers_places_at_most() public {
        uint256 limit = face.MAX_OPEN_FOR_OTHERS();
        vm.startPrank(BOB);
        for (uint256 i; i < limit; ++i) {
            face.requestDeposit(Q, ALICE, BOB);
        }
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.TooManyRequests.selector, ALICE, limit));
        face.requestDeposit(Q, ALICE, BOB);
        vm.stopPrank();
        for (uint256 i = limit; i < face.MAX_OPEN(); ++i) {
            _requestDeposit(ALICE, 1);
        }
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.TooManyRequests.selector, ALICE, 2 * limit));
        face.requestDeposit(Q, ALICE, ALICE);
        // The dearest claim there is: the last of all.
        _fill(2 * limit, 1, 1);
        vm.prank(ALICE);
        uint256 gas = gasleft();
        face.deposit(Q, ALICE);
        assertTrue(gas - gasleft() < 1_500_000, "bounded");
        vm.prank(ALICE);
        face.requestDeposit(Q, ALICE, ALICE);
    }

    // ---- cancellations ----

    function _cancel(uint256 id) private returns (uint256 requestedAt) {
        vm.prank(ALICE);
        face.cancelDepositRequest(id, ALICE);
        return orders.order(id).cancelRequestedAt;
    }

    function _claimCancel(uint256 id) private returns (uint256) {
        uint256 before = token.balanceOf(ALICE);
        vm.prank(ALICE);
        face.claimCancelDepositRequest(id, ALICE, ALICE);
        return token.balanceOf(ALICE) - before;
    }

    function test_a_cancelled_request_may_be_filled_for_44_hours_and_the_rest_is_claimed_after_48() public {
        uint256 id = _requestDeposit(ALICE, 1000);
        uint256 requestedAt = _cancel(id);
        assertTrue(face.pendingCancelDepositRequest(id, ALICE), "pending");
        assertTrue(!face.pendingCancelRedeemRequest(id, ALICE), "no redemption");
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IL1Orders.CancelAlreadyRequested.selector, id, requestedAt));
        face.cancelDepositRequest(id, ALICE);
        vm.warp(requestedAt + 44 hours);
        _fill(id, 300, 300);
        vm.warp(requestedAt + 48 hours - 1);
        _assertRequest(id, ALICE, 700, 300, 0);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IL1Orders.OrderLocked.selector, id));
        face.claimCancelDepositRequest(id, ALICE, ALICE);
        vm.warp(requestedAt + 48 hours);
        assertTrue(!face.pendingCancelDepositRequest(id, ALICE), "claimable");
        _assertRequest(id, ALICE, 0, 300, 700);
        assertEq(_claimCancel(id), 700 * Q, "what was left");
        _assertRequest(id, ALICE, 0, 300, 0);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IL1Orders.NothingLeft.selector, id));
        face.claimCancelDepositRequest(id, ALICE, ALICE);
        assertEq(_deposit(ALICE, 300 * Q), 300 * Q, "and what was bought");
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.RequestUnknown.selector, id, ALICE));
        face.claimCancelDepositRequest(id, ALICE, ALICE);
    }

    function test_a_fill_of_all_ends_a_cancellation() public {
        uint256 id = _requestDeposit(ALICE, 1000);
        _cancel(id);
        _fill(id, 1000, 1000);
        assertTrue(!face.pendingCancelDepositRequest(id, ALICE), "nothing to cancel");
        _assertRequest(id, ALICE, 0, 1000, 0);
        _requestDeposit(ALICE, 1);
        assertEq(_deposit(ALICE, 1000 * Q), 1000 * Q, "all of it");
        vm.warp(block.timestamp + 48 hours);
        assertEq(face.claimableCancelDepositRequest(id, ALICE), 0, "nothing");
        uint256 last = _requestDeposit(ALICE, 1);
        _fill(last, 1, 1);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.NothingPending.selector, last));
        face.cancelDepositRequest(last, ALICE);
    }

    function test_while_a_cancellation_is_pending_there_are_no_new_requests_of_that_kind() public {
        uint256 id = _requestDeposit(ALICE, 1000);
        uint256 requestedAt = _cancel(id);
        bytes memory error_ = abi.encodeWithSelector(IAsyncVault.CancelPending.selector, ALICE, id);
        vm.prank(BOB);
        vm.expectRevert(error_);
        face.requestDeposit(Q, ALICE, BOB);
        _requestRedeem(ALICE, 1);
        _requestDeposit(BOB, 1);
        vm.warp(requestedAt + 48 hours);
        _requestDeposit(ALICE, 1);
        _claimCancel(id);
        _requestDeposit(ALICE, 1);
    }

    function test_a_redemption_is_cancelled() public {
        uint256 id = _requestRedeem(ALICE, 1000);
        vm.startPrank(ALICE);
        face.cancelRedeemRequest(id, ALICE);
        assertTrue(face.pendingCancelRedeemRequest(id, ALICE), "pending");
        vm.warp(block.timestamp + 48 hours);
        uint256 before = vault.balanceOf(BOB);
        face.claimCancelRedeemRequest(id, BOB, ALICE);
        vm.stopPrank();
        assertEq(vault.balanceOf(BOB) - before, 1000 * Q, "shares");
        assertEq(face.openRequests(ALICE, true).length, 0, "finished");
    }

    function test_what_nobody_took_comes_back_when_the_order_has_ended() public {
        uint256 id = _requestDeposit(ALICE, 1000);
        uint256 until = orders.order(id).until;
        _fill(id, 100, 100);
        assertEq(_deposit(ALICE, 100 * Q), 100 * Q, "claimed");
        vm.warp(until + 4 hours - 1);
        _assertRequest(id, ALICE, 900, 0, 0);
        vm.warp(until + 4 hours);
        _assertRequest(id, ALICE, 0, 0, 900);
        assertTrue(!face.pendingCancelDepositRequest(id, ALICE), "nobody asked");
        assertEq(_claimCancel(id), 900 * Q, "the rest");
        assertEq(face.openRequests(ALICE, false).length, 0, "finished");
    }

    // ---- states of the core ----

    function test_a_frozen_core_gives_everything_back_at_once() public {
        uint256 id = _requestDeposit(ALICE, 1000);
        uint256 redemption = _requestRedeem(ALICE, 500);
        _apply(bytes.concat(_filled(id, 400, 400), _filled(redemption, 200, 200)));
        weir.requestForcedExit{value: 0.1 ether}(9, 1);
        vm.warp(block.timestamp + 7 days);
        weir.freeze();
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IL1Orders.CoreIsFrozen.selector));
        face.requestDeposit(Q, ALICE, ALICE);
        uint256 shares = vault.balanceOf(ALICE);
        assertEq(_claimCancel(id), 600 * Q, "what was left");
        assertEq(_deposit(ALICE, 400 * Q), 400 * Q, "what was bought");
        vm.prank(ALICE);
        face.claimCancelRedeemRequest(redemption, ALICE, ALICE);
        assertEq(_redeem(ALICE, 200 * Q), 200 * Q, "of the redemption, too");
        assertEq(vault.balanceOf(ALICE) - shares, 700 * Q, "400 bought, 300 given back");
    }

    function test_entries_may_be_paused_and_ways_out_not() public {
        uint256 id = _requestDeposit(ALICE, 1000);
        _fill(id, 400, 400);
        vm.prank(GUARDIAN);
        governance.pauseEntries();
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.EntriesPaused.selector));
        face.requestDeposit(Q, ALICE, ALICE);
        _deposit(ALICE, 400 * Q);
        _cancel(id);
        vm.warp(block.timestamp + 48 hours);
        assertEq(_claimCancel(id), 600 * Q, "the rest");
    }

    function test_a_hold_delays_its_own_request_alone() public {
        uint256 early = _requestDeposit(ALICE, 1000);
        uint256 late = _requestDeposit(BOB, 1000);
        _fill(early, 500, 500);
        _makeOutflowLarge(share);
        _fill(late, 400, 400);
        uint256 held = orders.heldUntilOf(late);
        assertEq(face.maxDeposit(ALICE), 500 * Q, "not Alice's");
        assertEq(_deposit(ALICE, 250 * Q), 250 * Q, "Alice claims");
        _assertRequest(late, BOB, 1000, 0, 0);
        assertEq(face.maxMint(BOB), 0, "held");
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.ExceedsClaimable.selector, 1, 0));
        face.deposit(1, BOB);
        // Held while the rest is given back: it is still Bob's.
        vm.prank(BOB);
        face.cancelDepositRequest(late, BOB);
        _fill(early, 500, 500);
        assertEq(face.maxDeposit(ALICE), 250 * Q, "what she has fetched stays claimable");
        vm.warp(held);
        _assertRequest(late, BOB, 600, 400, 0);
        assertEq(_deposit(ALICE, 750 * Q), 750 * Q, "all");
        vm.warp(held + 24 hours);
        uint256 before = token.balanceOf(BOB);
        vm.startPrank(BOB);
        face.claimCancelDepositRequest(late, BOB, BOB);
        assertEq(token.balanceOf(BOB) - before, 600 * Q, "rest");
        assertEq(face.deposit(400 * Q, BOB), 400 * Q, "and what was held");
        vm.stopPrank();
    }

    function test_the_rest_is_given_back_while_what_was_bought_is_held() public {
        uint256 id = _requestDeposit(ALICE, 1000);
        uint256 until = orders.order(id).until;
        vm.warp(until - 1);
        _makeOutflowLarge(share);
        _fill(id, 400, 440);
        vm.warp(until + 4 hours);
        _assertRequest(id, ALICE, 400, 0, 600);
        assertEq(_claimCancel(id), 600 * Q, "rest");
        _assertRequest(id, ALICE, 400, 0, 0);
        vm.warp(until + 24 hours);
        assertEq(_deposit(ALICE, 400 * Q), 440 * Q, "what was held");
        assertEq(face.openRequests(ALICE, false).length, 0, "finished");
    }

    // ---- tokens ----

    function test_a_token_with_hooks_gets_nothing_twice() public {
        AsyncVault hooked = factory.create(hookAdapter);
        (uint32 number, uint32 shares) =
            (uint32(weir.assetOf(address(hook))), uint32(weir.assetOf(address(hookAdapter.vault()))));
        hook.mint(ALICE, 1e12);
        vm.startPrank(ALICE);
        hook.approve(address(hooked), 1e12);
        hook.approve(address(weir), 1e12);
        hook.approve(address(hookAdapter.vault()), 1e12);
        hookAdapter.vault().deposit(1e6, ALICE);
        hookAdapter.vault().approve(address(weir), 1e12);
        hookAdapter.vault().approve(address(hooked), 1e12);
        // Its hook acts as Alice's operator.
        hooked.setOperator(address(hook), true);
        vm.stopPrank();
        _bring(number, 10_000);
        _bring(shares, 10_000);

        vm.startPrank(ALICE);
        uint256 id = hooked.requestDeposit(1000, ALICE, ALICE);
        uint256 redemption = hooked.requestRedeem(1000, ALICE, ALICE);
        vm.stopPrank();
        _apply(bytes.concat(_filled(id, 500, 500), _filled(redemption, 1000, 1000)));
        bytes[6] memory again = [
            abi.encodeWithSignature("requestDeposit(uint256,address,address)", 1, ALICE, ALICE),
            abi.encodeWithSignature("deposit(uint256,address,address)", 1, address(hook), ALICE),
            abi.encodeWithSignature("withdraw(uint256,address,address)", 1, address(hook), ALICE),
            abi.encodeWithSignature("redeem(uint256,address,address)", 1, address(hook), ALICE),
            abi.encodeWithSignature("cancelDepositRequest(uint256,address)", id, ALICE),
            abi.encodeWithSignature("claimCancelDepositRequest(uint256,address,address)", id, address(hook), ALICE)
        ];
        for (uint256 i; i < 6; ++i) {
            uint256 before = hook.balanceOf(ALICE);
            hook.hook(address(hooked), again[i]);
            vm.prank(ALICE);
            hooked.requestDeposit(10, ALICE, ALICE);
            assertTrue(hook.called() && !hook.succeeded(), "refused on the way in");
            hook.hook(address(hooked), again[i]);
            vm.prank(ALICE);
            hooked.redeem(10, ALICE, ALICE);
            assertTrue(hook.called() && !hook.succeeded(), "refused on the way out");
            assertEq(hook.balanceOf(ALICE), before, "10 in, 10 out");
        }
        assertEq(hooked.maxRedeem(ALICE), 940, "six times 10 left");
        assertEq(hook.balanceOf(address(hook)), 0, "nothing on the side");
    }

    function test_a_token_that_keeps_a_fee_is_refused_before_others_pay_it() public {
        AsyncVault charged = factory.create(feeAdapter);
        fee.mint(BOB, 1e12);
        fee.mint(address(charged), 1e12);
        vm.startPrank(BOB);
        fee.approve(address(charged), 1e12);
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.TransferMismatch.selector, address(fee), 1000, 900));
        charged.requestDeposit(1000, BOB, BOB);
        vm.stopPrank();
    }

    function test_a_donation_to_the_face_is_nobodys() public {
        uint256 id = _requestDeposit(ALICE, 1000);
        _fill(id, 1000, 1000);
        vm.prank(BOB);
        vault.transfer(address(face), 5 * Q);
        assertEq(face.maxMint(ALICE), 1000 * Q, "as before");
        assertEq(_deposit(ALICE, 1000 * Q), 1000 * Q, "as before");
        assertEq(vault.balanceOf(address(face)), 5 * Q, "stays");
    }

    // ---- which pairs ----

    function test_the_factory_makes_one_for_each_registered_strategy() public {
        assertTrue(address(factory.vault(address(vault), address(token))) == address(face), "found by share and asset");
        vm.expectRevert(abi.encodeWithSelector(AsyncVaultFactory.AlreadyCreated.selector, face));
        factory.create(adapter);
        ERC4626Adapter stranger = new ERC4626Adapter(pool, new Vault(token), 1);
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.StrategyUnknown.selector, address(stranger)));
        factory.create(stranger);
        turning.turn(address(hook), false);
        vm.expectRevert(abi.encodeWithSelector(IAsyncVault.NotAShareOf.selector, address(turning), address(token)));
        factory.create(turningAdapter);
        turning.turn(address(0), true);
        vm.expectRevert(bytes("does not convert"));
        factory.create(turningAdapter);
        turning.turn(address(0), false);
        assertTrue(factory.create(turningAdapter).asset() == address(token), "as it is");
    }
}
