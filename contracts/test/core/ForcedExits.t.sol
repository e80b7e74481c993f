// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ForcedExit, IWeir} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";

contract ForcedExitsTest is CoreTest {
    uint256 private constant FEE = 0.001 ether;

    function _request(address who, uint32 account) private returns (uint256) {
        vm.deal(who, 1 ether);
        vm.prank(who);
        return weir.requestForcedExit{value: FEE}(account);
    }

    function test_a_request_is_queued_for_exactly_the_fee() public {
        assertEq(_request(ALICE, 5), 0, "index");
        ForcedExit memory request = weir.forcedExit(0);
        assertTrue(request.requester == ALICE && request.account == 5 && request.requestedAt == START, "content");
        vm.deal(ALICE, 1 ether);
        vm.startPrank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IWeir.WrongForcedExitFee.selector, FEE, FEE - 1));
        weir.requestForcedExit{value: FEE - 1}(5);
        vm.expectRevert(abi.encodeWithSelector(IWeir.WrongForcedExitFee.selector, FEE, FEE + 1));
        weir.requestForcedExit{value: FEE + 1}(5);
        vm.expectRevert(abi.encodeWithSelector(IWeir.AccountOutOfRange.selector, 2 ** 26));
        weir.requestForcedExit{value: FEE}(2 ** 26);
        vm.stopPrank();
    }

    function test_requests_are_served_or_refuted_in_order_and_pay_the_reward_recipient() public {
        _request(ALICE, 5);
        _request(BOB, 6);
        _expectApply(
            Statements.forcedExit(6, BOB, Statements.SERVED),
            abi.encodeWithSelector(IWeir.ForcedExitMismatch.selector, 0, 6, BOB)
        );
        _apply(
            bytes.concat(
                Statements.forcedExit(5, ALICE, Statements.SERVED), Statements.forcedExit(6, BOB, Statements.REFUTED)
            )
        );
        (,, uint256 count, uint256 cursor) = weir.queues();
        assertEq(count, 2, "count");
        assertEq(cursor, 2, "cursor");
        assertEq(weir.rewardOf(OPERATOR), 2 * FEE, "reward");
        uint256 before = OPERATOR.balance;
        weir.withdrawReward(OPERATOR);
        assertEq(OPERATOR.balance - before, 2 * FEE, "paid");
        vm.expectRevert(abi.encodeWithSelector(IWeir.NothingToWithdraw.selector, OPERATOR));
        weir.withdrawReward(OPERATOR);
    }

    function test_a_request_that_was_never_made_or_is_consumed_can_not_be_served() public {
        bytes memory served = Statements.forcedExit(5, ALICE, Statements.SERVED);
        _expectApply(served, abi.encodeWithSelector(IWeir.ForcedExitQueueExhausted.selector, 0));
        _request(ALICE, 5);
        bytes memory wrong = Statements.forcedExit(5, BOB, Statements.SERVED);
        _expectApply(wrong, abi.encodeWithSelector(IWeir.ForcedExitMismatch.selector, 0, 5, BOB));
        _apply(served);
        _expectApply(served, abi.encodeWithSelector(IWeir.ForcedExitQueueExhausted.selector, 1));
    }

    function test_a_status_other_than_served_or_refuted_is_refused() public {
        _request(ALICE, 5);
        _expectApply(Statements.forcedExit(5, ALICE, 0), abi.encodeWithSelector(IWeir.StatusUnknown.selector, 0, 0));
        _expectApply(Statements.forcedExit(5, ALICE, 3), abi.encodeWithSelector(IWeir.StatusUnknown.selector, 0, 3));
    }

    function test_no_batch_trades_past_a_request_older_than_a_day() public {
        _request(ALICE, 5);
        vm.warp(START + 24 hours);
        Header memory h = _header("");
        h.flags = 1;
        _apply(h, "");

        vm.warp(START + 24 hours + 1);
        h = _header("");
        h.flags = 1;
        _expectApply(h, "", abi.encodeWithSelector(IWeir.ForcedExitOverdue.selector, 0, START));
        // A batch that does not trade is accepted; so is one that serves first.
        _apply("");
        bytes memory served = Statements.forcedExit(5, ALICE, Statements.SERVED);
        h = _header(served);
        h.flags = 1;
        _apply(h, served);
    }

    function test_a_recipient_that_refuses_ether_keeps_its_reward() public {
        _request(ALICE, 5);
        bytes memory served = Statements.forcedExit(5, ALICE, Statements.SERVED);
        Header memory h = _header(served);
        h.rewardRecipient = address(token);
        _apply(h, served);
        vm.expectRevert(abi.encodeWithSelector(IWeir.RewardTransferFailed.selector, address(token), FEE));
        weir.withdrawReward(address(token));
        assertEq(weir.rewardOf(address(token)), FEE, "kept");
    }
}
