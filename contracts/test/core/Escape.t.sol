// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IRidePool, RedeemEffect, Stage, Terms} from "../../src/interfaces/IRidePool.sol";
import {IStateProof} from "../../src/interfaces/IStateProof.sol";
import {DepositContent, EscapeOpening, IWeir, WithdrawalClaim} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {StateBuilder} from "../support/StateBuilder.sol";
import {Statements} from "../support/Statements.sol";
import {BlocklistToken} from "../support/Tokens.sol";

/// @notice Freeze and escape. People 0 to 3 live at the end of the rollup tree; two of them are Alice's.
contract EscapeTest is CoreTest {
    uint32 private constant BASE = 2 ** 26 - 4;
    uint32 private constant VALIDIUM = 2 ** 26;
    uint16 private constant ALL = 0xffff;

    StateBuilder private people;
    BlocklistToken private bad;
    uint32 private badAsset;
    uint32 private ride;

    function setUp() public override {
        super.setUp();
        bad = new BlocklistToken();
        badAsset = uint32(weir.registerAsset(address(bad), 1));
        bad.mint(ALICE, 1e18);
        vm.prank(ALICE);
        bad.approve(address(weir), type(uint256).max);
        people = new StateBuilder(BASE);
        people.setOwner(0, ALICE, 1);
        people.setOwner(1, BOB, 7);
        people.setOwner(2, ALICE, 2 ** 30 - 1);
        people.setOwner(3, BOB, 0);
    }

    /// @dev What a forced request of seven days leads to, after a last batch with these roots.
    function _freeze() private {
        Header memory h = _header("");
        h.newRollupRoot = bytes32(people.build());
        _apply(h, "");
        _request();
    }

    function _request() private {
        uint256 fee = weir.forcedExitFee(ALL);
        vm.deal(ALICE, fee);
        vm.prank(ALICE);
        weir.requestForcedExit{value: fee}(BASE, ALL);
        vm.warp(block.timestamp + 7 days);
        weir.freeze();
    }

    function _hold(uint256 i, uint256 slot, uint32 number, uint64 amount) private {
        _bring(number, amount);
        people.set(i, slot, number, amount);
    }

    function _opening(uint256 i, uint16 mask) private returns (EscapeOpening memory o) {
        o.account = BASE + uint32(i);
        o.header = people.header(i);
        o.slots = people.slots(i, mask);
    }

    function _one(EscapeOpening memory o) private pure returns (EscapeOpening[] memory openings) {
        openings = new EscapeOpening[](1);
        openings[0] = o;
    }

    function _escape(uint256 i, uint16 mask) private {
        weir.escape(_one(_opening(i, mask)));
    }

    function _refused(EscapeOpening memory o, bytes4 selector) private {
        (bool success, bytes memory reason) = address(weir).call(abi.encodeCall(IWeir.escape, (_one(o))));
        assertTrue(!success && bytes4(reason) == selector, "refused for another reason");
    }

    // ---- who gets what ----

    function test_everybody_gets_out_to_the_last_unit() public {
        _hold(0, 0, usd, 1_000_000);
        _hold(0, 15, share, type(uint32).max);
        _hold(1, 3, usd, 1);
        _hold(2, 7, usd, 17);
        _freeze();
        uint256 before = token.balanceOf(ALICE);
        _escape(0, 0x8001);
        _escape(1, ALL);
        _escape(2, 1 << 7);
        assertEq(weir.escapedOf(usd, ALICE), 1_000_017, "two accounts of one owner");
        assertBooks(usd, 0, 0, 1_000_018);
        assertEq(weir.escapedSlots(BASE), 0x8001, "escaped");
        weir.withdrawEscaped(usd, ALICE);
        weir.withdrawEscaped(usd, BOB);
        weir.withdrawEscaped(share, ALICE);
        assertEq(token.balanceOf(ALICE) - before, 1_000_017 * uint256(QUANTUM), "paid");
        assertBooks(usd, 0, 0, 0);
        assertBooks(share, 0, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IWeir.NothingToWithdraw.selector, ALICE));
        weir.withdrawEscaped(usd, ALICE);
    }

    function test_a_slot_escapes_once_in_whatever_company() public {
        _hold(0, 0, usd, 100);
        _hold(0, 1, usd, 10);
        _hold(1, 0, usd, 1);
        _freeze();
        _escape(0, 1);
        _escape(0, 1);
        assertEq(weir.escapedOf(usd, ALICE), 100, "once");
        _escape(0, 3);
        assertEq(weir.escapedOf(usd, ALICE), 110, "only the new slot");
        _escape(0, ALL);
        assertEq(weir.escapedOf(usd, ALICE), 110, "empty slots");
        // Somebody who was faster with one account does not stop the others of the same call.
        EscapeOpening[] memory two = new EscapeOpening[](2);
        (two[0], two[1]) = (_opening(0, ALL), _opening(1, 1));
        weir.escape(two);
        assertEq(weir.escapedOf(usd, BOB), 1, "the other account");
        assertBooks(usd, 0, 0, 111);
    }

    function test_a_slot_of_an_account_that_is_known_needs_no_header() public {
        _hold(0, 0, usd, 100);
        _hold(0, 9, usd, 10);
        _freeze();
        _escape(0, 1);
        EscapeOpening memory o = _opening(0, 1 << 9);
        o.header = "";
        weir.escape(_one(o));
        assertEq(weir.escapedOf(usd, ALICE), 110, "the cached owner");
    }

    function test_a_validium_account_escapes_against_its_own_root() public {
        _bring(usd, 500);
        people = new StateBuilder(0);
        people.setOwner(0, ALICE, 1);
        people.set(0, 2, usd, 500);
        uint256 root = people.build();
        uint256 slot = _slotOf(weir.validiumRoot());
        vm.store(address(weir), bytes32(slot), bytes32(root));
        assertEq(weir.validiumRoot(), bytes32(root), "stored");
        _request();
        EscapeOpening memory o = EscapeOpening(0, people.header(0), people.slots(0, 4));
        _refused(o, IWeir.AccountNotInState.selector);
        o.account = VALIDIUM;
        weir.escape(_one(o));
        assertEq(weir.escapedOf(usd, ALICE), 500, "validium");
    }

    /// @dev The storage slot that holds this value.
    function _slotOf(bytes32 value) private returns (uint256 slot) {
        vm.record();
        weir.validiumRoot();
        (bytes32[] memory reads,) = vm.accesses(address(weir));
        require(reads.length == 1 && value == weir.validiumRoot(), "one slot");
        return uint256(reads[0]);
    }

    // ---- what is refused ----

    function test_no_other_id_owner_amount_or_root_escapes() public {
        _hold(0, 0, usd, 100);
        _hold(1, 0, usd, 101);
        vm.expectRevert(IWeir.NotFrozen.selector);
        weir.escape(new EscapeOpening[](0));
        _freeze();
        // Every bit above the 27 of an id, and the tree bit.
        for (uint256 bit = 26; bit < 32; ++bit) {
            EscapeOpening memory aliased = _opening(0, 1);
            aliased.account |= uint32(1 << bit);
            _refused(aliased, bit == 26 ? IWeir.AccountNotInState.selector : IWeir.AccountOutOfRange.selector);
        }
        EscapeOpening memory o = _opening(0, 1);
        o.account = BASE + 1;
        _refused(o, IWeir.AccountNotInState.selector);
        o = _opening(0, 1);
        o.header[51] ^= 0x01;
        _refused(o, IWeir.AccountNotInState.selector);
        o = _opening(0, 1);
        o.slots[17] ^= 0x01;
        _refused(o, IWeir.SlotsNotInState.selector);
        o = _opening(0, 1);
        o.slots = people.slots(1, 1);
        _refused(o, IWeir.SlotsNotInState.selector);
        o = _opening(0, 1);
        o.slots = "";
        _refused(o, IStateProof.OpeningLength.selector);
        o.slots = hex"0000";
        _refused(o, IStateProof.NoSlot.selector);
        // A state that never was the last one.
        people.set(0, 0, usd, 200);
        people.build();
        _refused(_opening(0, 1), IWeir.AccountNotInState.selector);
    }

    function test_an_account_that_is_not_open_belongs_to_nobody() public {
        _hold(3, 0, usd, 100);
        _freeze();
        _refused(_opening(3, 1), IWeir.AccountNotOpen.selector);
    }

    function test_nothing_escapes_past_the_books() public {
        _bring(usd, 99);
        people.set(0, 0, usd, 100);
        people.set(0, 1, 9999, 1);
        _freeze();
        _refused(_opening(0, 1), IWeir.BooksOutOfRange.selector);
        _refused(_opening(0, 2), IWeir.BooksOutOfRange.selector);
    }

    function test_a_token_that_refuses_its_owner_stops_nothing_else() public {
        _hold(0, 0, badAsset, 5);
        _hold(0, 1, usd, 6);
        _freeze();
        bad.block_(ALICE);
        _escape(0, 3);
        (bool success,) = address(weir).call(abi.encodeCall(IWeir.withdrawEscaped, (badAsset, ALICE)));
        assertTrue(!success, "blocked");
        weir.withdrawEscaped(usd, ALICE);
        assertEq(weir.escapedOf(badAsset, ALICE), 5, "kept");
    }

    // ---- the rest of a frozen core ----

    function test_a_frozen_core_takes_nothing_and_gives_everything_back() public {
        ride = _create(_terms());
        _bring(usd, 10_000);
        _apply(Statements.ride(_rideEffect(ride, 5000, false)));
        uint32 closed = _closedRide(_terms(), 1000);
        WithdrawalClaim memory w = _withdraw(usd, 1000, BOB);
        DepositContent memory pending = _content(usd, 77, BOB);
        (uint256 index,,,) = weir.queues();
        _queue(pending);
        vm.prank(BOB);
        weir.requestDepositCancel(index, pending);
        people.set(0, 0, usd, 4000);
        people.set(0, 1, ride, 3000);
        people.set(1, 1, ride, 2000);
        people.set(1, 2, closed, 1000);
        _freeze();

        _refuses();
        // Deposits at once, once.
        weir.reclaimDeposit(index, pending);
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositAlreadyReclaimed.selector, index));
        weir.reclaimDeposit(index, pending);
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositAlreadyReclaimed.selector, index));
        weir.cancelDeposit(index, pending);
        // Claims as ever.
        weir.claim(w);
        // Rides back to their passengers, whatever their stage and time.
        pool.abort(ride);
        pool.abort(closed);
        _escape(0, ALL);
        _escape(1, ALL);
        assertEq(pool.balanceOf(ALICE, ride), 3000, "tickets on L1");
        pool.redeemTickets(ride, ALICE);
        pool.redeemTickets(ride, BOB);
        pool.redeemTickets(closed, BOB);
        weir.withdrawEscaped(usd, ALICE);
        assertBooks(usd, 0, 0, 0);
        assertEq(weir.books(ride).l2Total, 0, "no ticket left");
    }

    function _refuses() private {
        bytes memory statement = _statement("");
        vm.prank(OPERATOR);
        vm.expectRevert(IWeir.CoreFrozen.selector);
        weir.settle(statement, DIGEST, "", _onChain());
        DepositContent memory c = _content(usd, 1, ALICE);
        vm.prank(ALICE);
        vm.expectRevert(IWeir.CoreFrozen.selector);
        weir.deposit(c.asset, c.amount, c.account, c.headerDigest, c.slot);
        vm.expectRevert(IWeir.CoreFrozen.selector);
        weir.requestForcedExit{value: 1 ether}(1, 1);
        Terms memory t = _terms();
        vm.prank(OPERATOR);
        vm.expectRevert(IRidePool.CoreIsFrozen.selector);
        pool.createRide(t);
        vm.expectRevert(IRidePool.CoreIsFrozen.selector);
        pool.depart(ride, "");
    }

    function test_what_has_departed_redeems_at_its_outcome_after_an_escape() public {
        ride = _closedRide(_terms(), 100_000);
        pool.depart(ride, "");
        people.set(1, 4, ride, 100_000);
        _freeze();
        _escape(1, 1 << 4);
        // A token like any other by now: a part of it is somebody else's.
        vm.prank(BOB);
        pool.transfer(KEEPER, ride, 25_000);
        uint256 before = vault.balanceOf(BOB);
        pool.redeemTickets(ride, BOB);
        pool.redeemTickets(ride, KEEPER);
        uint256 outTotal = pool.ride(ride).outTotal;
        assertEq(vault.balanceOf(BOB) - before, outTotal * 3 / 4 * QUANTUM, "three quarters of the outcome");
        assertEq(vault.balanceOf(KEEPER), outTotal / 4 * QUANTUM, "the rest");
        assertEq(weir.books(share).pooled, 0, "all of it");
        vm.expectRevert(abi.encodeWithSelector(IRidePool.RideNotClosed.selector, ride, Stage.Departed));
        pool.abort(ride);
    }

    // ---- when ----

    /// @dev No request is open and nobody is late: the declared end alone freezes, and people leave page by page.
    function test_after_a_sunset_anybody_freezes_and_people_leave_page_by_page() public {
        for (uint256 i; i < 3; ++i) {
            _hold(i, 0, usd, uint64(100 + i));
            _hold(i, 9, share, uint64(200 + i));
        }
        uint256 date = START + 30 days;
        governance.declareSunset(date);
        vm.warp(date);
        Header memory h = _header("");
        h.newRollupRoot = bytes32(people.build());
        _apply(h, "");
        vm.warp(date + 2 hours);
        vm.expectRevert(abi.encodeWithSelector(IWeir.NothingOverdue.selector, 0, 0));
        weir.freeze();
        vm.warp(date + 2 hours + 1);
        vm.prank(BOB);
        weir.freeze();
        for (uint256 page; page < 3; ++page) {
            uint16 mask = page == 0 ? 1 : page == 1 ? 1 << 9 : ALL;
            EscapeOpening[] memory openings = new EscapeOpening[](3);
            for (uint256 i; i < 3; ++i) {
                openings[i] = _opening(i, mask);
            }
            weir.escape(openings);
        }
        weir.withdrawEscaped(usd, ALICE);
        weir.withdrawEscaped(usd, BOB);
        weir.withdrawEscaped(share, ALICE);
        weir.withdrawEscaped(share, BOB);
        assertBooks(usd, 0, 0, 0);
        assertBooks(share, 0, 0, 0);
    }

    /// @dev Nothing that owner or guardian have under way holds a freeze up, and nothing undoes it.
    function test_no_change_or_pause_stops_a_freeze_and_nothing_ends_it() public {
        _hold(0, 0, usd, 100);
        Header memory h = _header("");
        h.newRollupRoot = bytes32(people.build());
        _apply(h, "");
        governance.announce(abi.encodeCall(governance.switchVerifier, ()));
        uint256 fee = weir.forcedExitFee(1);
        vm.deal(ALICE, fee);
        vm.prank(ALICE);
        weir.requestForcedExit{value: fee}(BASE, 1);
        vm.warp(block.timestamp + 7 days - 1 hours);
        vm.startPrank(GUARDIAN);
        governance.pauseSettle(72 hours);
        governance.pauseEntries();
        vm.stopPrank();
        vm.warp(block.timestamp + 1 hours);
        weir.freeze();
        // A batch of the same block comes too late.
        bytes memory statement = _statement("");
        vm.prank(OPERATOR);
        vm.expectRevert(IWeir.CoreFrozen.selector);
        weir.settle(statement, DIGEST, "", _onChain());
        vm.expectRevert(IWeir.CoreFrozen.selector);
        weir.freeze();
        vm.warp(block.timestamp + 8 days);
        governance.switchVerifier();
        assertTrue(weir.frozen(), "for good");
        _escape(0, 1);
        assertEq(weir.escapedOf(usd, ALICE), 100, "escaped");
    }

    /// @dev An owner without code and one that refuses ether are paid alike: tokens only.
    function test_an_owner_that_is_a_contract_is_paid() public {
        people.setOwner(0, address(governance), 1);
        _hold(0, 0, usd, 100);
        _freeze();
        _escape(0, 1);
        weir.withdrawEscaped(usd, address(governance));
        assertEq(token.balanceOf(address(governance)), 100 * uint256(QUANTUM), "paid");
    }

    // ---- gas ----

    function test_gas_of_many_owners_in_one_transaction() public {
        people.setOwner(3, BOB, 1);
        for (uint256 i; i < 4; ++i) {
            _hold(i, 0, usd, 1000);
        }
        _freeze();
        EscapeOpening[] memory openings = new EscapeOpening[](4);
        for (uint256 i; i < 4; ++i) {
            openings[i] = _opening(i, 1);
        }
        uint256 used = _measure(abi.encodeCall(IWeir.escape, (openings)));
        vm.snapshotValue("exits", "escape: first slots of 4 accounts in one transaction", used);
        assertTrue(used <= 3_300_000, "four accounts");
        assertBooks(usd, 0, 0, 4000);
    }

    function test_gas() public {
        for (uint256 slot; slot < 16; ++slot) {
            _hold(0, slot, usd, 1000);
        }
        _hold(1, 0, usd, 5);
        _freeze();
        uint256 first = _measure(0, 1);
        vm.snapshotValue("exits", "escape: first slot of an account", first);
        assertTrue(first <= 1_500_000, "the first slot");
        uint256 further = _measure(0, 2);
        vm.snapshotValue("exits", "escape: a further slot", further);
        assertTrue(further <= 200_000, "a further slot");
        vm.snapshotValue("exits", "escape: the other 14 of its slots at once", _measure(0, ALL));
    }

    function _measure(uint256 i, uint16 mask) private returns (uint256) {
        EscapeOpening memory o = _opening(i, mask);
        if (weir.escapedSlots(BASE + uint32(i)) != 0) o.header = "";
        return _measure(abi.encodeCall(IWeir.escape, (_one(o))));
    }

    /// @dev Execution with cold storage, calldata at EIP-7623's floor or its price, and the transaction.
    function _measure(bytes memory call) private returns (uint256) {
        vm.cool(address(weir));
        uint256 used = gasleft();
        (bool success,) = address(weir).call(call);
        used -= gasleft();
        assertTrue(success, "escaped");
        uint256 tokens;
        for (uint256 k; k < call.length; ++k) {
            tokens += call[k] == 0 ? 1 : 4;
        }
        uint256 standard = used + 4 * tokens;
        return 21_000 + (standard > 10 * tokens ? standard : 10 * tokens);
    }
}
