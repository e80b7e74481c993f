// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";

import {ERC4626Adapter} from "../../src/adapters/ERC4626Adapter.sol";
import {IAdapter} from "../../src/interfaces/IAdapter.sol";
import {IGovernance} from "../../src/interfaces/IGovernance.sol";
import {IStarkVerifier} from "../../src/interfaces/IStarkVerifier.sol";
import {DepositContent, Genesis, IWeir} from "../../src/interfaces/IWeir.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";
import {AcceptAllVerifier, WeirHarness} from "../support/WeirHarness.sol";

contract GovernanceTest is CoreTest {
    IStarkVerifier private first;
    IStarkVerifier private second;

    function setUp() public override {
        super.setUp();
        (first,) = governance.activeVerifier();
        (second,) = governance.reserveVerifier();
    }

    function _settle() private returns (bool success) {
        bytes memory statement = _statement("");
        vm.prank(OPERATOR);
        (success,) = address(weir).call(abi.encodeCall(IWeir.settle, (statement, DIGEST, "", _onChain())));
    }

    function _refusesSettle(bytes memory error_) private {
        bytes memory statement = _statement("");
        vm.prank(OPERATOR);
        vm.expectRevert(error_);
        weir.settle(statement, DIGEST, "", _onChain());
    }

    function _refusesEntries(bytes memory error_) private {
        vm.prank(ALICE);
        vm.expectRevert(error_);
        weir.deposit(usd, 1, 5, DIGEST, 0);
        vm.prank(OPERATOR);
        vm.expectRevert(error_);
        pool.createRide(_terms());
    }

    // ---- deployment ----

    function test_a_deployment_leaves_nothing_to_take() public {
        Genesis memory g = _genesis(new AcceptAllVerifier(), new AcceptAllVerifier());
        WeirHarness core = _harness(g);
        IGovernance gov = core.governance();
        assertTrue(address(gov.core()) == address(core), "governance's core");
        assertTrue(address(core.pool().core()) == address(core), "pool's core");
        assertTrue(gov.owner() == address(this) && gov.guardian() == GUARDIAN, "roles");
        assertTrue(Ownable2Step(address(gov)).pendingOwner() == address(0), "pending owner");
        assertTrue(!gov.launched() && !gov.entriesPaused() && gov.sunset() == 0, "phase");
        assertEq(gov.delay(), 14 days, "delay");
        (IStarkVerifier a, bool aDisabled) = gov.activeVerifier();
        (IStarkVerifier b, bool bDisabled) = gov.reserveVerifier();
        assertTrue(a == g.verifier && b == g.reserveVerifier && !aDisabled && !bDisabled, "verifiers");
        // There is no initialiser: nobody but the roles of the genesis can call anything that changes the governance.
        bytes[12] memory calls = [
            abi.encodeCall(IGovernance.launch, ()),
            abi.encodeCall(IGovernance.announce, (abi.encodeCall(IGovernance.switchVerifier, ()))),
            abi.encodeCall(IGovernance.cancelChange, (bytes32(0))),
            abi.encodeCall(IGovernance.setCommittee, (new address[](0), 0)),
            abi.encodeCall(IGovernance.registerStrategy, (adapter, 1)),
            abi.encodeCall(IGovernance.declareSunset, (block.timestamp + 60 days)),
            abi.encodeCall(IGovernance.proposeGuardian, (ALICE)),
            abi.encodeCall(IGovernance.acceptGuardian, ()),
            abi.encodeCall(IGovernance.disableVerifier, (a)),
            abi.encodeCall(IGovernance.pauseSettle, (1)),
            abi.encodeCall(IGovernance.pauseEntries, ()),
            abi.encodeCall(Ownable2Step.acceptOwnership, ())
        ];
        for (uint256 i; i < calls.length; ++i) {
            vm.prank(ALICE);
            (bool success,) = address(gov).call(calls[i]);
            assertTrue(!success, "a stranger");
        }
    }

    function test_a_genesis_names_owner_guardian_delay_and_two_verifiers() public {
        Genesis memory g = _genesis(new AcceptAllVerifier(), new AcceptAllVerifier());
        g.delay = 13 days;
        _cannotDeploy(g, abi.encodeWithSelector(IGovernance.DelayNotOffered.selector, 13 days));
        g.delay = 37 days;
        g.guardian = address(0);
        _cannotDeploy(g, abi.encodeWithSelector(IGovernance.GuardianZero.selector));
        (g.guardian, g.owner) = (GUARDIAN, address(0));
        _cannotDeploy(g, abi.encodeWithSelector(Ownable.OwnableInvalidOwner.selector, address(0)));
        (g.owner, g.reserveVerifier) = (address(this), g.verifier);
        _cannotDeploy(g, abi.encodeWithSelector(IGovernance.VerifierNotUsable.selector, g.verifier));
        g.reserveVerifier = new AcceptAllVerifier();
        assertEq(_harness(g).governance().delay(), 37 days, "the longer delay");
    }

    function _cannotDeploy(Genesis memory g, bytes memory error_) private {
        vm.expectRevert(error_);
        _harness(g);
    }

    // ---- launch ----

    function test_before_launch_nothing_comes_in_and_nothing_settles() public {
        weir = _harness(_genesis(new AcceptAllVerifier(), new AcceptAllVerifier()));
        governance = weir.governance();
        pool = weir.pool();
        bytes memory error_ = abi.encodeWithSelector(IGovernance.NotLaunched.selector);
        _refusesEntries(error_);
        _refusesSettle(error_);
        vm.deal(ALICE, 1 ether);
        vm.prank(ALICE);
        (bool success,) = address(weir).call{value: 0.001 ether}(abi.encodeWithSignature("requestForcedExit(uint32)", 5));
        assertTrue(!success, "a request that no batch could serve");
        // The owner configures without delay, but for the verifiers: those are compiled in.
        governance.registerStrategy(new ERC4626Adapter(pool, vault, 0), 1);
        governance.setCommittee(new address[](0), 0);
        vm.expectRevert();
        governance.addVerifier(first, address(first).codehash);
        governance.launch();
        assertTrue(_settle(), "settle");
        vm.expectRevert(abi.encodeWithSelector(IGovernance.AlreadyLaunched.selector));
        governance.launch();
    }

    // ---- changes ----

    function _strategyChange() private returns (IAdapter other, bytes memory change) {
        other = new ERC4626Adapter(pool, vault, 0);
        change = abi.encodeCall(IGovernance.registerStrategy, (other, 7));
    }

    function test_a_change_waits_and_is_good_for_one_call() public {
        (IAdapter other, bytes memory change) = _strategyChange();
        bytes32 id = keccak256(change);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.ChangeNotAnnounced.selector, id));
        governance.registerStrategy(other, 7);
        assertEq(governance.announce(change), id, "id");
        assertEq(governance.readyAt(id), START + 14 days, "ready");
        vm.expectRevert(abi.encodeWithSelector(IGovernance.ChangeAlreadyAnnounced.selector, id, START + 14 days));
        governance.announce(change);
        vm.warp(START + 14 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.ChangeTooEarly.selector, id, START + 14 days));
        governance.registerStrategy(other, 7);
        vm.warp(START + 14 days);
        // Another floor is another change.
        vm.expectRevert();
        governance.registerStrategy(other, 8);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, ALICE));
        governance.registerStrategy(other, 7);
        governance.registerStrategy(other, 7);
        assertEq(pool.gasFloor(other), 7, "registered");
        vm.expectRevert(abi.encodeWithSelector(IGovernance.ChangeNotAnnounced.selector, id));
        governance.registerStrategy(other, 7);
    }

    function test_the_longer_delay_is_as_long() public {
        Genesis memory g = _genesis(new AcceptAllVerifier(), new AcceptAllVerifier());
        g.delay = 37 days;
        IGovernance gov = _harness(g).governance();
        bytes32 id = gov.announce(abi.encodeCall(IGovernance.switchVerifier, ()));
        vm.warp(START + 37 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.ChangeTooEarly.selector, id, START + 37 days));
        gov.switchVerifier();
        vm.warp(START + 37 days);
        gov.switchVerifier();
    }

    function test_owner_and_guardian_cancel_a_change() public {
        (IAdapter other, bytes memory change) = _strategyChange();
        for (uint256 i; i < 2; ++i) {
            bytes32 id = governance.announce(change);
            vm.prank(ALICE);
            vm.expectRevert(abi.encodeWithSelector(IGovernance.NotGuardian.selector, ALICE));
            governance.cancelChange(id);
            if (i == 0) vm.prank(GUARDIAN);
            governance.cancelChange(id);
            vm.warp(block.timestamp + 14 days);
            vm.expectRevert(abi.encodeWithSelector(IGovernance.ChangeNotAnnounced.selector, id));
            governance.registerStrategy(other, 7);
            vm.expectRevert(abi.encodeWithSelector(IGovernance.ChangeNotAnnounced.selector, id));
            governance.cancelChange(id);
        }
    }

    function test_a_matured_change_expires_and_can_be_announced_again() public {
        (IAdapter other, bytes memory change) = _strategyChange();
        bytes32 id = governance.announce(change);
        vm.warp(START + 28 days + 1);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.ChangeExpired.selector, id, START + 28 days));
        governance.registerStrategy(other, 7);
        governance.announce(change);
        vm.warp(block.timestamp + 28 days);
        governance.registerStrategy(other, 7);
    }

    function test_only_the_four_changes_are_announced() public {
        bytes4 selector = IGovernance.launch.selector;
        vm.expectRevert(abi.encodeWithSelector(IGovernance.NotAChange.selector, selector));
        governance.announce(abi.encodeCall(IGovernance.launch, ()));
    }

    function test_a_committee_waits_too() public {
        address[] memory members = new address[](1);
        members[0] = ALICE;
        bytes32 id = keccak256(abi.encodeCall(IGovernance.setCommittee, (members, 1)));
        vm.expectRevert(abi.encodeWithSelector(IGovernance.ChangeNotAnnounced.selector, id));
        governance.setCommittee(members, 1);
    }

    // ---- verifiers ----

    function _verifierAt(uint256 timestamp) private view returns (IStarkVerifier) {
        return governance.requireSettle(timestamp);
    }

    function _disable(IStarkVerifier v) private {
        vm.prank(GUARDIAN);
        governance.disableVerifier(v);
    }

    function test_disabling_the_active_verifier_activates_the_other_at_once() public {
        assertTrue(_verifierAt(START) == first, "first");
        _disable(first);
        assertTrue(_verifierAt(START) == second && _verifierAt(START - 1 hours) == second, "second, for all batches");
        assertTrue(_settle(), "settles");
        vm.expectRevert(abi.encodeWithSelector(IGovernance.VerifierNotUsable.selector, first));
        _disable(first);
    }

    function test_with_both_disabled_nothing_settles_and_exits_go_on() public {
        _bring(usd, 100);
        vm.warp(START + 1);
        DepositContent memory c = _content(usd, 5, ALICE);
        uint256 index = _queue(c);
        vm.prank(ALICE);
        weir.requestDepositCancel(index, c);
        vm.deal(BOB, 1 ether);
        _disable(second);
        assertTrue(_settle(), "one is enough");
        _disable(first);
        _refusesSettle(abi.encodeWithSelector(IGovernance.NoVerifier.selector));
        vm.warp(START + 48 hours + 1);
        weir.cancelDeposit(index, c);
    }

    function test_a_new_verifier_takes_the_reserves_place_and_is_switched_to_by_another_delay() public {
        IStarkVerifier third = new AcceptAllVerifier();
        bytes32 codeHash = address(third).codehash;
        governance.announce(abi.encodeCall(IGovernance.addVerifier, (third, codeHash)));
        governance.announce(abi.encodeCall(IGovernance.switchVerifier, ()));
        vm.warp(START + 14 days);
        governance.addVerifier(third, codeHash);
        assertTrue(_verifierAt(block.timestamp) == first, "still the first");
        vm.warp(START + 14 days + 5);
        governance.switchVerifier();
        // What is stamped up to the switch was proven for the first.
        assertTrue(_verifierAt(START + 14 days + 5) == first, "until the switch");
        assertTrue(_verifierAt(START + 14 days + 6) == third, "after it");
        vm.warp(START + 14 days + 6);
        _disable(third);
        assertTrue(_verifierAt(START + 14 days + 6) == first, "back");
    }

    function test_profiles_do_not_change_again_while_batches_are_under_way() public {
        IStarkVerifier third = new AcceptAllVerifier();
        bytes32 codeHash = address(third).codehash;
        governance.announce(abi.encodeCall(IGovernance.addVerifier, (third, codeHash)));
        governance.announce(abi.encodeCall(IGovernance.switchVerifier, ()));
        vm.warp(START + 14 days);
        governance.switchVerifier();
        bytes memory error_ = abi.encodeWithSelector(IGovernance.SwitchTooSoon.selector, START + 19 days);
        vm.expectRevert(error_);
        governance.addVerifier(third, codeHash);
        governance.announce(abi.encodeCall(IGovernance.switchVerifier, ()));
        vm.warp(START + 19 days);
        governance.addVerifier(third, codeHash);
        (IStarkVerifier reserve,) = governance.reserveVerifier();
        assertTrue(reserve == third, "instead of the first");
    }

    function test_with_both_disabled_a_new_one_becomes_active() public {
        IStarkVerifier third = new AcceptAllVerifier();
        bytes32 codeHash = address(third).codehash;
        governance.announce(abi.encodeCall(IGovernance.addVerifier, (third, codeHash)));
        _disable(first);
        _disable(second);
        vm.warp(START + 14 days);
        governance.addVerifier(third, codeHash);
        assertTrue(_verifierAt(block.timestamp) == third && _settle(), "third");
    }

    function test_a_verifier_has_the_announced_code_and_is_no_second_active_one() public {
        bytes32 wrong = keccak256("other code");
        governance.announce(abi.encodeCall(IGovernance.addVerifier, (second, wrong)));
        governance.announce(abi.encodeCall(IGovernance.addVerifier, (IStarkVerifier(ALICE), ALICE.codehash)));
        bytes32 codeHash = address(first).codehash;
        governance.announce(abi.encodeCall(IGovernance.addVerifier, (first, codeHash)));
        vm.warp(START + 14 days);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.VerifierCodeChanged.selector, wrong, codeHash));
        governance.addVerifier(second, wrong);
        bytes32 none = ALICE.codehash;
        vm.expectRevert(abi.encodeWithSelector(IGovernance.VerifierCodeChanged.selector, none, none));
        governance.addVerifier(IStarkVerifier(ALICE), none);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.VerifierNotUsable.selector, first));
        governance.addVerifier(first, codeHash);
    }

    function test_a_disabled_reserve_can_not_be_switched_to() public {
        governance.announce(abi.encodeCall(IGovernance.switchVerifier, ()));
        _disable(second);
        vm.warp(START + 14 days);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.VerifierNotUsable.selector, second));
        governance.switchVerifier();
    }

    // ---- the settle pause ----

    function _pause(uint256 duration) private {
        vm.prank(GUARDIAN);
        governance.pauseSettle(duration);
    }

    function test_settle_pauses_for_72_hours_once_in_30_days() public {
        vm.expectRevert(abi.encodeWithSelector(IGovernance.PauseTooLong.selector, 72 hours, 72 hours + 1));
        _pause(72 hours + 1);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.PauseTooLong.selector, 72 hours, 0));
        _pause(0);
        _pause(72 hours);
        _refusesSettle(abi.encodeWithSelector(IGovernance.SettlePaused.selector, START + 72 hours));
        vm.warp(START + 72 hours);
        assertTrue(_settle(), "after it");
        vm.warp(START + 30 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.PauseTooSoon.selector, START + 30 days));
        _pause(1);
        vm.warp(START + 30 days);
        _pause(1);
    }

    function test_a_pause_that_ends_early_is_used_up() public {
        _pause(72 hours);
        vm.warp(START + 1 hours);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.NotGuardian.selector, ALICE));
        governance.resumeSettle();
        governance.resumeSettle();
        assertTrue(_settle(), "resumed");
        vm.expectRevert(abi.encodeWithSelector(IGovernance.SettleNotPaused.selector));
        governance.resumeSettle();
        vm.expectRevert(abi.encodeWithSelector(IGovernance.PauseTooSoon.selector, START + 30 days));
        _pause(1);
    }

    function test_while_settle_is_paused_its_window_and_cancel_clocks_stand_still() public {
        DepositContent memory c = _content(usd, 5, ALICE);
        uint256 index = _queue(c);
        vm.prank(ALICE);
        weir.requestDepositCancel(index, c);
        bytes memory statement = _statement(Statements.deposit(c, Statements.TAKEN));
        vm.warp(START + 1 hours);
        _pause(72 hours);
        vm.warp(START + 72 hours);
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositCancelTooEarly.selector, index, START + 48 hours));
        weir.cancelDeposit(index, c);
        // Stamped an hour before the pause: an hour is left after it.
        vm.warp(START + 74 hours);
        vm.prank(OPERATOR);
        weir.settle(statement, DIGEST, "", _onChain());
    }

    function test_the_cancel_clock_goes_on_after_a_pause() public {
        DepositContent memory c = _content(usd, 5, ALICE);
        uint256 index = _queue(c);
        vm.prank(ALICE);
        weir.requestDepositCancel(index, c);
        vm.warp(START + 1 hours);
        _pause(72 hours);
        vm.warp(START + 120 hours - 1);
        vm.expectRevert(abi.encodeWithSelector(IWeir.DepositCancelTooEarly.selector, index, START + 48 hours));
        weir.cancelDeposit(index, c);
        vm.warp(START + 120 hours);
        weir.cancelDeposit(index, c);
    }

    function test_the_window_closes_two_hours_of_settling_after_the_stamp() public {
        bytes memory statement = _statement("");
        vm.warp(START + 1 hours);
        _pause(72 hours);
        vm.warp(START + 74 hours + 1);
        vm.prank(OPERATOR);
        vm.expectRevert(
            abi.encodeWithSelector(IWeir.TimestampTooOld.selector, START + 72 hours + 1, START)
        );
        weir.settle(statement, DIGEST, "", _onChain());
    }

    function test_strangers_and_removed_operators_wait_for_the_same_clock() public {
        weir.removeOperator(OPERATOR);
        _pause(72 hours);
        vm.warp(START + 72 hours);
        bytes memory statement = _statement("");
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IWeir.NotOperator.selector, ALICE, START + 24 hours));
        weir.settle(statement, DIGEST, "", _onChain());
        assertTrue(weir.isOperator(OPERATOR), "its notice stood still");
        assertTrue(_settle(), "operator");
        vm.warp(START + 120 hours);
        assertTrue(!weir.isOperator(OPERATOR), "until it ran out");
    }

    function testFuzz_elapsed_is_time_without_the_pause(uint32 since, uint32 start, uint32 length, uint32 now_) public {
        uint256 from = START + start % 10 days;
        uint256 until = from + 1 + length % 72 hours;
        vm.warp(from);
        _pause(until - from);
        vm.warp(from + now_ % 10 days);
        uint256 begin = START + since % (block.timestamp - START + 1);
        uint256 expected;
        if (begin < from) expected += (block.timestamp < from ? block.timestamp : from) - begin;
        uint256 late = begin > until ? begin : until;
        if (block.timestamp > late) expected += block.timestamp - late;
        assertEq(governance.elapsed(begin), expected, "elapsed");
    }

    // ---- entries ----

    function test_entries_pause_and_exits_go_on() public {
        _bring(usd, 100);
        uint32 ride = _closedRide(_terms(), 100);
        vm.prank(GUARDIAN);
        governance.pauseEntries();
        _refusesEntries(abi.encodeWithSelector(IGovernance.EntriesPaused.selector));
        assertTrue(_settle(), "settle");
        weir.claim(_withdraw(usd, 100, ALICE));
        pool.depart(ride, "");
        vm.deal(ALICE, 1 ether);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.NotGuardian.selector, ALICE));
        governance.resumeEntries();
        governance.resumeEntries();
        _queue(_content(usd, 1, ALICE));
    }

    // ---- sunset ----

    function test_a_sunset_is_declared_once_30_days_ahead() public {
        vm.expectRevert(
            abi.encodeWithSelector(IGovernance.SunsetTooEarly.selector, START + 30 days, START + 30 days - 1)
        );
        governance.declareSunset(START + 30 days - 1);
        governance.declareSunset(START + 30 days);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.SunsetAlreadyDeclared.selector, START + 30 days));
        governance.declareSunset(START + 60 days);
    }

    function test_after_the_sunset_nothing_is_stamped_and_nothing_comes_in() public {
        uint256 sunset = START + 30 days;
        governance.declareSunset(sunset);
        vm.warp(sunset);
        _queue(_content(usd, 1, ALICE));
        bytes memory last = _statement("");
        vm.warp(sunset + 1);
        _refusesSettle(abi.encodeWithSelector(IGovernance.SunsetPassed.selector, sunset));
        _refusesEntries(abi.encodeWithSelector(IGovernance.SunsetPassed.selector, sunset));
        vm.warp(sunset + 2 hours);
        assertTrue(!governance.isOver(), "a batch may be under way");
        vm.prank(OPERATOR);
        weir.settle(last, DIGEST, "", _onChain());
        vm.warp(sunset + 2 hours + 1);
        assertTrue(governance.isOver(), "over");
    }

    function test_a_pause_at_the_sunset_holds_the_end_up() public {
        uint256 sunset = START + 30 days;
        governance.declareSunset(sunset);
        vm.warp(sunset - 1 hours);
        _pause(72 hours);
        vm.warp(sunset + 71 hours + 2 hours);
        assertTrue(!governance.isOver(), "the window counts from the end of the pause");
        vm.warp(sunset + 71 hours + 2 hours + 1);
        assertTrue(governance.isOver(), "over");
    }

    // ---- roles ----

    function test_roles_move_in_two_steps() public {
        governance.proposeGuardian(ALICE);
        assertTrue(governance.guardian() == GUARDIAN, "not yet");
        vm.expectRevert(abi.encodeWithSelector(IGovernance.NotGuardian.selector, BOB));
        vm.prank(BOB);
        governance.acceptGuardian();
        vm.prank(ALICE);
        governance.acceptGuardian();
        assertTrue(governance.guardian() == ALICE, "guardian");
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IGovernance.NotGuardian.selector, ALICE));
        governance.acceptGuardian();
        vm.expectRevert(abi.encodeWithSelector(IGovernance.NotGuardian.selector, GUARDIAN));
        _pause(1);
    }
}
