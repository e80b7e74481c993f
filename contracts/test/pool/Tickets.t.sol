// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {ERC6909} from "@openzeppelin/contracts/token/ERC6909/ERC6909.sol";

import {IRidePool} from "../../src/interfaces/IRidePool.sol";
import {WithdrawalClaim} from "../../src/interfaces/IWeir.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";

/// @notice Tickets that were withdrawn to L1, as tokens: whoever holds them when the ride is over is paid.
contract TicketsTest is CoreTest {
    uint64 private constant SIZE = 100_000;
    /// @dev BOB's, of `ride`.
    uint64 private constant HELD = 30_000;
    uint32 private ride;

    event Transfer(
        address caller, address indexed sender, address indexed receiver, uint256 indexed id, uint256 amount
    );

    function setUp() public override {
        super.setUp();
        ride = _closedRide(_terms(), SIZE);
        weir.claim(_withdraw(ride, HELD, BOB));
    }

    function _paid(address who) private returns (uint256) {
        uint256 before = vault.balanceOf(who);
        pool.redeemTickets(ride, who);
        return (vault.balanceOf(who) - before) / QUANTUM;
    }

    function _insufficient(address who, uint256 balance, uint256 needed, uint256 id)
        private
        pure
        returns (bytes memory)
    {
        return abi.encodeWithSelector(ERC6909.ERC6909InsufficientBalance.selector, who, balance, needed, id);
    }

    // ---- from the L2 and out ----

    function test_tickets_are_minted_as_they_leave_the_l2_and_burnt_as_they_are_redeemed() public {
        WithdrawalClaim memory w = _withdraw(ride, 10_000, ALICE);
        vm.expectEmit(address(pool));
        emit Transfer(address(weir), address(0), ALICE, ride, 10_000);
        weir.claim(w);
        assertEq(pool.balanceOf(ALICE, ride), 10_000, "credited");
        pool.depart(ride, "");
        vm.expectEmit(address(pool));
        emit Transfer(address(this), BOB, address(0), ride, HELD);
        pool.redeemTickets(ride, BOB);
        assertEq(pool.balanceOf(BOB, ride), 0, "burnt");
    }

    function test_it_says_what_it_is() public view {
        assertTrue(pool.supportsInterface(type(IERC6909).interfaceId), "ERC-6909");
        assertTrue(pool.supportsInterface(0x0f632fb3), "as the standard writes its id");
        assertTrue(pool.supportsInterface(type(IERC165).interfaceId), "ERC-165");
        assertTrue(!pool.supportsInterface(0xffffffff), "anything");
        assertTrue(
            keccak256(bytes(pool.name(ride)))
                == keccak256(bytes.concat("Weir ride ", bytes(vm.toString(uint256(ride))))),
            "name"
        );
        assertTrue(
            keccak256(bytes(pool.symbol(ride))) == keccak256(bytes.concat("RIDE-", bytes(vm.toString(uint256(ride))))),
            "symbol"
        );
        assertEq(pool.decimals(ride), 0, "decimals");
    }

    // ---- transfers ----

    function test_whoever_holds_them_is_paid() public {
        vm.prank(BOB);
        assertTrue(pool.transfer(KEEPER, ride, HELD), "transfer");
        pool.depart(ride, "");
        vm.expectRevert(abi.encodeWithSelector(IRidePool.NoTickets.selector, ride, BOB));
        pool.redeemTickets(ride, BOB);
        assertEq(_paid(KEEPER), 29_970, "the holder's");
    }

    function test_after_a_part_of_them_was_passed_on_both_are_paid_their_share() public {
        vm.prank(BOB);
        pool.transfer(KEEPER, ride, 1);
        pool.depart(ride, "");
        // 0.999 each: floors.
        assertEq(_paid(KEEPER), 0, "the part");
        assertEq(_paid(BOB), 29_969, "the rest");
        assertEq(pool.ride(ride).redeemed, HELD, "all of them are redeemed");
    }

    function test_tickets_of_a_ride_that_is_over_still_change_hands() public {
        pool.depart(ride, "");
        vm.prank(BOB);
        pool.transfer(KEEPER, ride, HELD / 2);
        assertEq(_paid(KEEPER), 14_985, "passed on late");
        vm.prank(KEEPER);
        vm.expectRevert(_insufficient(KEEPER, 0, 1, ride));
        pool.transfer(BOB, ride, 1);
    }

    function test_nobody_gets_more_by_passing_them_to_himself() public {
        vm.prank(BOB);
        pool.transfer(BOB, ride, HELD);
        assertEq(pool.balanceOf(BOB, ride), HELD, "the same");
        pool.depart(ride, "");
        assertEq(_paid(BOB), 29_970, "paid once");
    }

    function test_nobody_holds_nothing() public {
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(ERC6909.ERC6909InvalidReceiver.selector, address(0)));
        pool.transfer(address(0), ride, 1);
        vm.prank(BOB);
        vm.expectRevert(_insufficient(BOB, HELD, HELD + 1, ride));
        pool.transfer(KEEPER, ride, HELD + 1);
        // Another ride's are another token.
        vm.prank(BOB);
        vm.expectRevert(_insufficient(BOB, 0, 1, ride + 1));
        pool.transfer(KEEPER, ride + 1, 1);
    }

    // ---- allowances ----

    function test_an_allowance_is_for_one_ride_and_used_up() public {
        vm.prank(BOB);
        pool.approve(KEEPER, ride, 100);
        assertEq(pool.allowance(BOB, KEEPER, ride), 100, "allowed");
        vm.startPrank(KEEPER);
        pool.transferFrom(BOB, ALICE, ride, 60);
        assertEq(pool.allowance(BOB, KEEPER, ride), 40, "left");
        bytes4 tooMuch = ERC6909.ERC6909InsufficientAllowance.selector;
        vm.expectRevert(abi.encodeWithSelector(tooMuch, KEEPER, 40, 41, ride));
        pool.transferFrom(BOB, ALICE, ride, 41);
        vm.expectRevert(abi.encodeWithSelector(tooMuch, KEEPER, 0, 1, ride + 1));
        pool.transferFrom(BOB, ALICE, ride + 1, 1);
        vm.stopPrank();
        assertEq(pool.balanceOf(ALICE, ride), 60, "moved");
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(ERC6909.ERC6909InvalidSpender.selector, address(0)));
        pool.approve(address(0), ride, 1);
    }

    function test_an_operator_moves_anything_until_it_is_none_any_more() public {
        vm.prank(BOB);
        pool.setOperator(KEEPER, true);
        assertTrue(pool.isOperator(BOB, KEEPER), "operator");
        vm.prank(KEEPER);
        pool.transferFrom(BOB, ALICE, ride, 60);
        vm.prank(BOB);
        pool.setOperator(KEEPER, false);
        vm.prank(KEEPER);
        vm.expectRevert(abi.encodeWithSelector(ERC6909.ERC6909InsufficientAllowance.selector, KEEPER, 0, 1, ride));
        pool.transferFrom(BOB, ALICE, ride, 1);
        // The core's own power to mint and burn is no operator's: it moves nobody's.
        vm.prank(address(weir));
        vm.expectRevert(
            abi.encodeWithSelector(ERC6909.ERC6909InsufficientAllowance.selector, address(weir), 0, 1, ride)
        );
        pool.transferFrom(BOB, ALICE, ride, 1);
    }

    function test_a_spender_who_redeems_is_not_who_is_paid() public {
        vm.startPrank(BOB);
        pool.approve(KEEPER, ride, type(uint256).max);
        pool.setOperator(KEEPER, true);
        vm.stopPrank();
        pool.depart(ride, "");
        uint256 before = vault.balanceOf(BOB);
        vm.prank(KEEPER);
        pool.redeemTickets(ride, BOB);
        assertEq(vault.balanceOf(BOB) - before, uint256(29_970) * QUANTUM, "the holder");
        assertEq(vault.balanceOf(KEEPER), 0, "the spender");
    }

    // ---- any transfers ----

    /// @dev However they are split among whom, all of them are redeemed, each holder gets the floor of his share, and what floors
    /// leave is below one quantum a redemption and booked to the pool.
    function testFuzz_any_transfers_leave_what_is_paid_within_the_outcome(uint256 seed) public {
        address[4] memory people = [ALICE, BOB, KEEPER, FEES];
        for (uint256 i; i < 12; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            (address from, address to) = (people[seed & 3], people[seed >> 2 & 3]);
            uint256 amount = (seed >> 8) % (pool.balanceOf(from, ride) + 1);
            vm.prank(from);
            pool.transfer(to, ride, amount);
        }
        pool.depart(ride, "");
        (uint256 outTotal, uint256 tickets, uint256 paid) = (pool.ride(ride).outTotal, 0, 0);
        for (uint256 i; i < 4; ++i) {
            uint256 held = pool.balanceOf(people[i], ride);
            tickets += held;
            if (held == 0) continue;
            uint256 got = _paid(people[i]);
            assertEq(got, held * outTotal / SIZE, "share");
            paid += got;
        }
        assertEq(tickets, HELD, "none made, none lost");
        assertEq(weir.books(share).pooled, outTotal - paid, "what is left is for the others and the sink");
        assertTrue(paid <= HELD * outTotal / SIZE && paid + 4 > HELD * outTotal / SIZE, "below a quantum each");
    }
}
