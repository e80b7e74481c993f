// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {IWeir} from "../../src/interfaces/IWeir.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Token} from "../support/Tokens.sol";

contract RegistryTest is CoreTest {
    function test_assets_are_numbered_from_one_and_never_change() public {
        assertEq(usd, 1, "first");
        assertEq(share, 2, "second");
        assertEq(weir.assetOf(address(token)), 1, "assetOf");
        assertTrue(weir.asset(1).token == address(token) && weir.asset(1).quantum == QUANTUM, "asset");
        vm.expectRevert(abi.encodeWithSelector(IWeir.TokenAlreadyRegistered.selector, address(token), 1));
        weir.registerAsset(address(token), 5);
    }

    function test_what_is_no_token_or_has_no_quantum_is_refused() public {
        vm.expectRevert(abi.encodeWithSelector(IWeir.NotAToken.selector, ALICE));
        weir.registerAsset(ALICE, 1);
        address other = address(new Token());
        vm.expectRevert(abi.encodeWithSelector(IWeir.QuantumOutOfRange.selector, 0));
        weir.registerAsset(other, 0);
    }

    function test_asset_numbers_end_below_two_to_the_30() public {
        // Slot 0 of the chain record holds the count; see the packed struct in CoreState.
        (uint256 position, uint256 offset) = _assetCountPosition();
        vm.store(address(weir), bytes32(position), bytes32((2 ** 30 - 1) << offset));
        assertEq(weir.assetCount(), 2 ** 30 - 1, "count");
        address other = address(new Token());
        vm.expectRevert(abi.encodeWithSelector(IWeir.AssetsExhausted.selector));
        weir.registerAsset(other, 1);
    }

    function _assetCountPosition() private pure returns (uint256 position, uint256 offset) {
        // batchNumber, timestamp and settledAt come before the count.
        return (0, 32 + 40 + 40);
    }

    function test_only_the_owner_registers_and_only_the_pool_adds_tickets() public {
        vm.startPrank(ALICE);
        bytes memory refusal = abi.encodeWithSelector(IWeir.NotOwner.selector, ALICE);
        vm.expectRevert(refusal);
        weir.registerAsset(address(vault), 1);
        vm.expectRevert(refusal);
        weir.addOperator(ALICE);
        vm.expectRevert(refusal);
        weir.removeOperator(OPERATOR);
        refusal = abi.encodeWithSelector(IWeir.NotPool.selector, ALICE);
        vm.expectRevert(refusal);
        weir.registerTicket();
        vm.expectRevert(refusal);
        weir.payFromPool(usd, 0, ALICE);
        vm.expectRevert(refusal);
        weir.receiveIntoPool(usd, 0);
        vm.stopPrank();
    }

    function test_ownership_moves_in_two_steps_and_operators_are_added_at_once() public {
        Ownable2Step roles = Ownable2Step(address(governance));
        roles.transferOwnership(ALICE);
        weir.addOperator(BOB);
        assertTrue(weir.isOperator(BOB), "operator");
        vm.startPrank(ALICE);
        roles.acceptOwnership();
        weir.removeOperator(BOB);
        vm.stopPrank();
        vm.warp(START + 48 hours - 1);
        assertTrue(weir.isOperator(BOB), "during its notice");
        vm.warp(START + 48 hours);
        assertTrue(!weir.isOperator(BOB), "after its notice");
    }
}
