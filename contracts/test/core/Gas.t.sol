// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC4626Adapter} from "../../src/adapters/ERC4626Adapter.sol";
import {IFacts} from "../../src/interfaces/IFacts.sol";
import {L1Fill, L1OrderTerms} from "../../src/interfaces/IL1Orders.sol";
import {IReferencePrices} from "../../src/interfaces/IReferencePrices.sol";
import {Availability, DepositContent, IWeir} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";

/// @notice Measures from a fresh memory, so that what the test itself holds does not count.
contract Meter {
    function settle(IWeir weir, bytes calldata statement, bytes32 digest) external returns (uint256 used) {
        Availability memory none;
        bytes memory data = abi.encodeCall(IWeir.settle, (statement, digest, "", none));
        used = gasleft();
        (bool success,) = address(weir).call(data);
        used -= gasleft();
        require(success, "refused");
    }
}

/// @notice What `settle` itself costs besides the verifier (which accepts everything here) and the transaction's
/// calldata. Numbers are in snapshots/settle.json, so that each change shows; a change that crosses a bound is a decision.
contract GasTest is CoreTest {
    ERC4626Adapter private second;

    function _configure() internal override {
        second = new ERC4626Adapter(weir.pool(), vault, type(uint256).max);
        weir.governance().registerStrategy(second, 100_000);
    }

    function _measure(string memory what, Header memory h, bytes memory effects, bytes memory diffs, uint256 bound)
        private
    {
        bytes memory statement = bytes.concat(_statement(h, effects), diffs);
        Meter meter = new Meter();
        weir.addOperator(address(meter));
        uint256 used = meter.settle(weir, statement, DIGEST);
        vm.snapshotValue("settle", what, used);
        assertTrue(used <= bound, what);
    }

    function _words(uint256 count) private pure returns (bytes memory out) {
        for (uint256 i; i < count; ++i) {
            out = abi.encodePacked(out, uint248(uint256(keccak256(abi.encode(i)))));
        }
    }

    function test_600_diff_words() public {
        Header memory h = _header("");
        h.slotDiffs = 600;
        _measure("600 diff words", h, "", _words(600), 130_000);
    }

    function test_300_withdrawals() public {
        bytes memory effects;
        for (uint256 i; i < 300; ++i) {
            effects = bytes.concat(effects, Statements.withdrawal(i, usd, 1, BOB));
        }
        _bring(usd, 300);
        _measure("300 withdrawals (600 words)", _header(effects), effects, "", 740_000);
    }

    /// @dev Each of an owner of its own, who has bought nothing before: the dearest.
    function test_20_L1_orders() public {
        _bring(share, 1000);
        bytes memory effects;
        for (uint256 i; i < 20; ++i) {
            address owner = address(uint160(0x10000 + i));
            token.mint(owner, 1e12);
            vm.startPrank(owner);
            token.approve(address(weir), 1e12);
            uint256 id = weir.l1Orders().place(L1OrderTerms(usd, share, 100, 0, 0, uint40(block.timestamp)));
            vm.stopPrank();
            effects = bytes.concat(effects, Statements.l1Order(L1Fill(id, usd, share, 50, 10)));
        }
        _measure("20 L1 orders", _header(effects), effects, "", 350_000);
    }

    function test_20_facts() public {
        bytes memory effects;
        for (uint256 i; i < 20; ++i) {
            IFacts facts = weir.facts();
            effects = bytes.concat(effects, Statements.fact(facts.idOf(facts.registerFact(abi.encode(i)))));
        }
        _measure("20 facts", _header(effects), effects, "", 200_000);
    }

    function test_2_references() public {
        IReferencePrices prices = weir.referencePrices();
        bytes memory effects;
        for (uint256 i; i < 2; ++i) {
            uint256 feed = prices.open(i == 0 ? adapter : second, usd, share);
            // A successor, which is read too.
            vm.warp(START + 1 + i);
            prices.append(feed);
            effects =
                bytes.concat(effects, Statements.referencePrice(feed, 0, prices.feed(feed), prices.entry(feed, 0)));
        }
        _measure("2 references", _header(effects), effects, "", 120_000);
    }

    function test_200_deposits() public {
        bytes memory effects;
        DepositContent memory c = _content(usd, 1, ALICE);
        for (uint256 i; i < 200; ++i) {
            _queue(c);
            effects = bytes.concat(effects, Statements.deposit(c, Statements.TAKEN));
        }
        _measure("200 deposits (600 words)", _header(effects), effects, "", 720_000);
    }

    function test_a_ride_boarded_and_closed_with_600_diff_words() public {
        uint32 ride = _create(_terms());
        _bring(usd, 1000);
        bytes memory effects = Statements.ride(_rideEffect(ride, 1000, true));
        Header memory h = _header(effects);
        h.slotDiffs = 597;
        _measure("a ride and 597 diff words", h, effects, _words(597), 160_000);
    }
}
