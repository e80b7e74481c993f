// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IWeir, WithdrawalClaim} from "../../src/interfaces/IWeir.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";
import {BlocklistToken} from "../support/Tokens.sol";

contract WithdrawalsTest is CoreTest {
    bytes32 private constant LEAF = "weir.withdrawal.v1";
    bytes32 private constant NODE = "weir.withdrawals.node.v1";

    /// @dev A batch of `count` withdrawals (withdrawal i is of i + 1 quanta to BOB) and the claim for one of them, with
    /// the tree built a second time here.
    function _batch(uint256 count, uint256 index) private returns (WithdrawalClaim memory w) {
        bytes memory effects;
        bytes32[] memory level = new bytes32[](count);
        for (uint256 i; i < count; ++i) {
            effects = bytes.concat(effects, Statements.withdrawal(i, usd, i + 1, BOB));
            (uint256 word0, uint256 word1) = Statements.withdrawalWords(i, usd, i + 1, BOB);
            level[i] = keccak256(abi.encode(LEAF, i, word0, word1));
        }
        _bring(usd, uint64(count * (count + 1) / 2));
        weir.openOutflow(usd);
        _apply(effects);
        (w.batchNumber,,) = weir.lastBatch();
        w.index = index;
        (w.word0, w.word1) = Statements.withdrawalWords(index, usd, index + 1, BOB);
        (w.path,) = _path(level, index);
    }

    function _path(bytes32[] memory level, uint256 index) private pure returns (bytes32[] memory path, bytes32 root) {
        if (level.length == 1) return (new bytes32[](0), level[0]);
        bytes32[] memory above = new bytes32[]((level.length + 1) / 2);
        for (uint256 i; i < level.length; i += 2) {
            above[i / 2] = keccak256(abi.encode(NODE, level[i], i + 1 < level.length ? level[i + 1] : bytes32(0)));
        }
        bytes32[] memory rest;
        (rest, root) = _path(above, index / 2);
        path = new bytes32[](rest.length + 1);
        path[0] = (index ^ 1) < level.length ? level[index ^ 1] : bytes32(0);
        for (uint256 i; i < rest.length; ++i) {
            path[i + 1] = rest[i];
        }
    }

    function testFuzz_every_withdrawal_is_claimed_once_by_anybody_to_its_owner(uint256 count, uint256 index) public {
        count = 1 + count % 40;
        index = index % count;
        WithdrawalClaim memory w = _batch(count, index);
        uint256 before = token.balanceOf(BOB);
        vm.prank(KEEPER);
        weir.claim(w);
        assertEq(token.balanceOf(BOB) - before, (index + 1) * QUANTUM, "paid");
        assertTrue(weir.isClaimed(w.batchNumber, index), "claimed");
        vm.expectRevert(abi.encodeWithSelector(IWeir.WithdrawalAlreadyClaimed.selector, w.batchNumber, index));
        weir.claim(w);
    }

    function test_several_are_claimed_in_one_call() public {
        WithdrawalClaim[] memory all = new WithdrawalClaim[](2);
        all[0] = _batch(3, 2);
        all[1] = _batch(5, 4);
        uint256 before = token.balanceOf(BOB);
        weir.claimMany(all);
        assertEq(token.balanceOf(BOB) - before, (3 + 5) * uint256(QUANTUM), "paid");
    }

    function _refuse(WithdrawalClaim memory w) private {
        (bool success, bytes memory reason) = address(weir).call(abi.encodeCall(IWeir.claim, (w)));
        assertTrue(!success && bytes4(reason) == IWeir.WithdrawalNotInBatch.selector, "accepted");
    }

    function test_a_claim_that_differs_in_any_way_is_refused() public {
        WithdrawalClaim memory w = _batch(5, 2);
        w.index = 3;
        _refuse(w);
        w.index = 2 + 8;
        _refuse(w);
        w.index = 2;
        w.word0 += 1 << 56;
        _refuse(w);
        w.word0 -= 1 << 56;
        w.word1 ^= 1;
        _refuse(w);
        w.word1 ^= 1;
        w.batchNumber -= 1;
        _refuse(w);
        w.batchNumber += 2;
        _refuse(w);
        w.batchNumber -= 1;
        w.path[0] ^= bytes32(uint256(1));
        _refuse(w);
        w.path[0] ^= bytes32(uint256(1));
        bytes32[] memory path = w.path;
        w.path = new bytes32[](path.length + 1);
        for (uint256 i; i < path.length; ++i) {
            w.path[i] = path[i];
        }
        _refuse(w);
        w.path = path;
        weir.claim(w);
    }

    function test_a_batch_without_withdrawals_has_root_zero_and_pays_nothing() public {
        _bring(usd, 1);
        assertEq(weir.withdrawalsRoot(1), 0, "root");
        WithdrawalClaim memory w;
        w.batchNumber = 1;
        _refuse(w);
    }

    function test_an_asset_whose_token_shrinks_leaves_the_others_alone() public {
        _bring(share, 50);
        _bring(usd, 100);
        WithdrawalClaim memory good = _withdraw(share, 50, BOB);
        WithdrawalClaim memory bad = _withdraw(usd, 100, BOB);
        vm.prank(address(weir));
        token.transfer(address(0xdead), QUANTUM);
        (bool success,) = address(weir).call(abi.encodeCall(IWeir.claim, (bad)));
        assertTrue(!success, "paid with what is not there");
        uint256 before = vault.balanceOf(BOB);
        weir.claim(good);
        assertEq(vault.balanceOf(BOB) - before, 50 * uint256(QUANTUM), "paid");
    }

    function _leave(uint32 number, uint64 amount) private returns (WithdrawalClaim memory w) {
        _apply(Statements.withdrawal(5, number, amount, BOB));
        (w.batchNumber,,) = weir.lastBatch();
        (w.word0, w.word1) = Statements.withdrawalWords(5, number, amount, BOB);
        w.path = new bytes32[](0);
    }

    function test_what_leaves_above_half_of_an_asset_in_a_day_waits_for_a_day() public {
        _bring(usd, 1000);
        _bring(share, 1000);
        WithdrawalClaim memory half = _leave(usd, 500);
        // What comes in meanwhile does not raise the day's share.
        _bring(usd, 1_000_000);
        WithdrawalClaim memory above = _leave(usd, 1);
        WithdrawalClaim memory other = _leave(share, 500);
        weir.claim(half);
        weir.claim(other);
        uint256 until = START + 24 hours;
        assertEq(weir.heldUntil(above.batchNumber, usd), until, "held");
        vm.warp(until - 1);
        vm.expectRevert(abi.encodeWithSelector(IWeir.WithdrawalHeld.selector, above.batchNumber, usd, until));
        weir.claim(above);
        vm.warp(until);
        weir.claim(above);
        // Another day, another share.
        WithdrawalClaim memory next = _leave(usd, 500_000);
        assertEq(weir.heldUntil(next.batchNumber, usd), 0, "not held");
        weir.claim(next);
    }

    function test_a_blocked_recipient_holds_up_nobody_else() public {
        BlocklistToken listed = new BlocklistToken();
        uint32 number = uint32(weir.registerAsset(address(listed), 1));
        listed.mint(ALICE, 100);
        vm.prank(ALICE);
        listed.approve(address(weir), 100);
        _bring(number, 100);
        WithdrawalClaim memory blocked = _withdraw(number, 60, BOB);
        WithdrawalClaim memory free = _withdraw(number, 40, ALICE);
        listed.block_(BOB);
        vm.expectRevert();
        weir.claim(blocked);
        weir.claim(free);
        assertEq(listed.balanceOf(ALICE), 40, "paid");
        assertTrue(!weir.isClaimed(blocked.batchNumber, 0), "still claimable");
    }
}
