// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IFacts} from "../../src/interfaces/IFacts.sol";
import {ITransferRegistry} from "../../src/interfaces/ITransferRegistry.sol";
import {IWeir} from "../../src/interfaces/IWeir.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";
import {FalseToken, FeeToken, HookToken} from "../support/Tokens.sol";

/// @notice Facts, the registrar that pays transfers, and what a batch may rely on.
contract FactsTest is CoreTest {
    IFacts internal facts;
    ITransferRegistry internal registry;

    receive() external payable {}

    function setUp() public override {
        super.setUp();
        facts = weir.facts();
        registry = facts.transferRegistry();
    }

    function test_a_fact_is_registered_for_its_registrar_alone_and_stays() public {
        bytes32 fact = facts.registerFact("paid");
        assertEq(fact, keccak256(abi.encodePacked(address(this), "paid")), "registrar and data");
        bytes28 id = bytes28(uint224(uint256(fact)));
        assertTrue(facts.isRegistered(id), "registered");
        assertEq(bytes32(facts.idOf(fact)), bytes32(id), "id");
        assertTrue(!facts.isRegistered(facts.idOf(facts.factOf(BOB, "paid"))), "not for anybody else");
        assertEq(facts.registerFact("paid"), fact, "again");
        assertTrue(facts.isRegistered(id), "still");
    }

    function test_a_batch_relies_on_registered_facts_only() public {
        bytes28 id = facts.idOf(facts.factOf(address(this), "paid"));
        _expectApply(Statements.fact(id), abi.encodeWithSelector(IFacts.FactNotRegistered.selector, id));
        facts.registerFact("paid");
        _apply(Statements.fact(id));
        _apply(bytes.concat(Statements.fact(id), Statements.fact(id)));
        bytes28 other = bytes28(uint224(id) ^ 1);
        _expectApply(
            bytes.concat(Statements.fact(id), Statements.fact(other)),
            abi.encodeWithSelector(IFacts.FactNotRegistered.selector, other)
        );
    }

    function test_no_bit_beside_the_named_ones() public {
        bytes28 id = facts.idOf(facts.registerFact("paid"));
        bytes memory effects = Statements.fact(id);
        for (uint256 bit_ = 8; bit_ < 248; ++bit_) {
            _expectBit(effects, 0, bit_);
            if (bit_ >= 224) _expectBit(effects, 1, bit_);
        }
    }

    function _expectBit(bytes memory effects, uint256 w, uint256 bit_) private {
        bytes memory changed = bytes.concat(effects);
        changed[31 * w + 30 - bit_ / 8] ^= bytes1(uint8(1 << (bit_ % 8)));
        _expectApply(changed, abi.encodeWithSelector(IWeir.LimbNotZero.selector, w, 1 << bit_));
    }

    // ---- the registrar of transfers ----

    function test_a_paid_transfer_is_a_fact() public {
        vm.prank(ALICE);
        token.approve(address(registry), 1000);
        uint256 before = token.balanceOf(BOB);
        vm.prank(ALICE);
        bytes32 fact = registry.pay(address(token), BOB, 1000, 7);
        assertEq(token.balanceOf(BOB) - before, 1000, "paid");
        assertEq(fact, registry.factOf(address(token), BOB, 1000, 7), "fact");
        _apply(Statements.fact(facts.idOf(fact)));
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ITransferRegistry.AlreadyPaid.selector, fact));
        registry.pay(address(token), BOB, 1000, 7);
    }

    function test_ether_too() public {
        vm.deal(ALICE, 2 ether);
        vm.startPrank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ITransferRegistry.EtherMismatch.selector, 1 ether, 2 ether));
        registry.pay{value: 2 ether}(address(0), KEEPER, 1 ether, 1);
        bytes32 fact = registry.pay{value: 1 ether}(address(0), KEEPER, 1 ether, 1);
        vm.expectRevert(abi.encodeWithSelector(ITransferRegistry.EtherTransferFailed.selector, address(weir), 1 ether));
        registry.pay{value: 1 ether}(address(0), address(weir), 1 ether, 1);
        vm.stopPrank();
        assertEq(KEEPER.balance, 1 ether, "paid");
        assertTrue(facts.isRegistered(facts.idOf(fact)), "registered");
    }

    function test_no_payment_no_fact() public {
        vm.expectRevert(abi.encodeWithSelector(ITransferRegistry.AmountZero.selector));
        registry.pay(address(token), BOB, 0, 1);
        FeeToken fee = new FeeToken();
        fee.mint(address(this), 1000);
        fee.approve(address(registry), 1000);
        vm.expectRevert(abi.encodeWithSelector(ITransferRegistry.TransferMismatch.selector, address(fee), 1000, 900));
        registry.pay(address(fee), BOB, 1000, 1);
        FalseToken liar = new FalseToken();
        liar.mint(address(this), 1000);
        liar.approve(address(registry), 1000);
        liar.lie(true);
        (bool paid,) = address(registry).call(abi.encodeCall(ITransferRegistry.pay, (address(liar), BOB, 1000, 1)));
        assertTrue(!paid, "a token that says false");
        // To oneself nothing moves.
        token.mint(address(this), 1000);
        token.approve(address(registry), 1000);
        vm.expectRevert(abi.encodeWithSelector(ITransferRegistry.TransferMismatch.selector, address(token), 1000, 0));
        registry.pay(address(token), address(this), 1000, 1);
        vm.deal(address(this), 1);
        vm.expectRevert(abi.encodeWithSelector(ITransferRegistry.EtherMismatch.selector, 0, 1));
        registry.pay{value: 1}(address(token), BOB, 1000, 1);
    }

    function test_a_token_that_calls_back_makes_one_fact() public {
        HookToken hook = new HookToken();
        hook.mint(address(this), 2000);
        hook.approve(address(registry), 2000);
        hook.hook(address(registry), abi.encodeCall(ITransferRegistry.pay, (address(hook), BOB, 1000, 2)));
        registry.pay(address(hook), BOB, 1000, 1);
        assertTrue(hook.called() && !hook.succeeded(), "refused");
        assertTrue(!facts.isRegistered(facts.idOf(registry.factOf(address(hook), BOB, 1000, 2))), "no second fact");
    }
}
