// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC4626Adapter} from "../../src/adapters/ERC4626Adapter.sol";
import {Effects} from "../../src/core/Effects.sol";
import {Feed, IReferencePrices, PriceEntry} from "../../src/interfaces/IReferencePrices.sol";
import {RideEffect} from "../../src/interfaces/IRidePool.sol";
import {DepositContent, IWeir} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";

/// @notice Finds every entry usable.
contract YesPrices {
    fallback() external {
        assembly ("memory-safe") {
            mstore(0, 1)
            return(0, 32)
        }
    }
}

contract EffectsTest is CoreTest {
    ERC4626Adapter private second;

    // ---- layout ----

    function test_an_unknown_kind_is_refused() public {
        for (uint256 kind; kind < 256; ++kind) {
            if (kind != 0 && kind <= Effects.FACT) continue;
            _expectApply(abi.encodePacked(uint248(kind)), abi.encodeWithSelector(IWeir.EffectUnknown.selector, 0, kind));
        }
    }

    function test_an_effect_may_not_reach_past_the_effect_section() public {
        for (uint256 kind = 1; kind <= Effects.FACT; ++kind) {
            _expectApply(abi.encodePacked(uint248(kind)), abi.encodeWithSelector(IWeir.EffectTruncated.selector, 0, 1));
        }
    }

    /// @dev Sets each bit that a valid effect leaves unnamed, in each of its words, and sees the word named.
    function _flipUnnamed(bytes memory effects, uint256[] memory named) private {
        for (uint256 w; w < named.length; ++w) {
            for (uint256 bit; bit < 248; ++bit) {
                if (named[w] >> bit & 1 == 1) continue;
                bytes memory copy = bytes.concat(effects);
                copy[31 * w + 30 - bit / 8] ^= bytes1(uint8(1 << (bit % 8)));
                _expectApply(copy, abi.encodeWithSelector(IWeir.LimbNotZero.selector, w, uint256(1) << bit));
            }
        }
    }

    /// @dev Bits per limb as the layout page gives them.
    function _named(uint8[9] memory bits) private pure returns (uint256 mask) {
        for (uint256 i; i < 9; ++i) {
            mask |= ((uint256(1) << bits[i]) - 1) << (28 * i);
        }
    }

    uint8[9] private ADDRESS_BITS = [28, 28, 28, 28, 28, 20, 0, 0, 0];

    function test_every_unnamed_bit_of_a_deposit_is_refused() public {
        DepositContent memory c = _content(usd, 10, ALICE);
        _queue(c);
        uint256[] memory named = new uint256[](3);
        named[0] = _named([14, 27, 28, 21, 21, 24, 0, 0, 0]);
        named[1] = type(uint248).max;
        named[2] = _named(ADDRESS_BITS);
        _flipUnnamed(Statements.deposit(c, Statements.TAKEN), named);
    }

    function test_every_unnamed_bit_of_a_withdrawal_is_refused() public {
        _bring(usd, 10);
        uint256[] memory named = new uint256[](2);
        named[0] = _named([8, 27, 28, 21, 21, 24, 0, 0, 0]);
        named[1] = _named(ADDRESS_BITS);
        _flipUnnamed(Statements.withdrawal(5, usd, 10, ALICE), named);
    }

    function test_every_unnamed_bit_of_a_ride_is_refused() public {
        uint32 ride = _create(_terms());
        _bring(usd, 200);
        uint256[] memory named = new uint256[](3);
        named[0] = _named([10, 24, 28, 21, 21, 24, 24, 12, 0]);
        named[1] = _named([22, 21, 21, 22, 21, 21, 20, 20, 0]);
        named[2] = _named([20, 20, 0, 0, 0, 0, 0, 0, 0]);
        _flipUnnamed(Statements.ride(_rideEffect(ride, 200, false)), named);
    }

    function test_every_unnamed_bit_of_a_redeem_is_refused() public {
        uint32 ride = _closedRide(_terms(), 200);
        pool.depart(ride, "");
        uint256[] memory named = new uint256[](3);
        named[0] = _named([8, 24, 28, 21, 21, 24, 24, 12, 0]);
        named[1] = _named([22, 21, 21, 22, 21, 21, 22, 21, 21]);
        named[2] = _named([22, 21, 21, 22, 21, 21, 0, 0, 0]);
        _flipUnnamed(Statements.redeem(_redeemEffect(ride, 200)), named);
    }

    function test_every_unnamed_bit_of_a_forced_exit_is_refused() public {
        vm.deal(ALICE, 1 ether);
        vm.prank(ALICE);
        weir.requestForcedExit{value: 0.01 ether}(5, 0xffff);
        uint256[] memory named = new uint256[](2);
        named[0] = _named([10, 27, 16, 0, 0, 0, 0, 0, 0]);
        named[1] = _named(ADDRESS_BITS);
        _flipUnnamed(Statements.forcedExit(5, ALICE, Statements.SERVED), named);
    }

    // ---- references ----

    function _open(ERC4626Adapter strategy) private returns (uint256) {
        return weir.referencePrices().open(strategy, usd, share);
    }

    /// @dev A second strategy over the same vault, so that there are two feeds.
    function _configure() internal override {
        second = new ERC4626Adapter(weir.pool(), vault, type(uint256).max);
        weir.governance().registerStrategy(second, 100_000);
    }

    function _reference(uint256 feed, uint256 index) private view returns (bytes memory) {
        IReferencePrices prices = weir.referencePrices();
        return Statements.referencePrice(feed, index, prices.feed(feed), prices.entry(feed, index));
    }

    function _notUsable(uint256 feed, uint256 index) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IWeir.ReferenceNotUsable.selector, feed, index);
    }

    function test_references_are_entries_of_their_feeds_in_ascending_order() public {
        (uint256 a, uint256 b) = (_open(adapter), _open(second));
        bytes4 notAscending = IWeir.ReferenceNotAscending.selector;
        _apply(_reference(a, 0));
        _apply(_reference(b, 0));
        _apply(bytes.concat(_reference(a, 0), _reference(b, 0)));
        _expectApply(bytes.concat(_reference(b, 0), _reference(a, 0)), abi.encodeWithSelector(notAscending, b, a));
        _expectApply(bytes.concat(_reference(a, 0), _reference(a, 0)), abi.encodeWithSelector(notAscending, a, a));
        // Other effects in between do not start the order again.
        bytes28 fact = weir.facts().idOf(weir.facts().registerFact("paid"));
        bytes memory around = bytes.concat(_reference(a, 0), Statements.fact(fact), _reference(a, 0));
        _expectApply(around, abi.encodeWithSelector(notAscending, a, a));
        PriceEntry memory e = weir.referencePrices().entry(a, 0);
        Feed memory f = weir.referencePrices().feed(a);
        _expectApply(Statements.referencePrice(0, 0, f, e), abi.encodeWithSelector(notAscending, 0, 0));
        assertBooks(usd, 0, 0, 0);
    }

    function test_a_reference_that_differs_from_its_entry_in_any_bit_is_refused() public {
        uint256 feed = _open(adapter);
        _apply(_reference(feed, 0));
        uint256[] memory named = new uint256[](2);
        named[0] = _named([24, 24, 24, 12, 28, 0, 0, 0, 0]);
        named[1] = _named([22, 21, 21, 22, 21, 21, 0, 0, 0]);
        bytes memory effects = _reference(feed, 0);
        _flipUnnamed(effects, named);
        // From bit 8 on: the kind is what makes it a reference.
        for (uint256 bit = 8; bit < 2 * 248; ++bit) {
            (uint256 w, uint256 at_) = (bit / 248, bit % 248);
            if (named[w] >> at_ & 1 == 0) continue;
            bytes memory copy = bytes.concat(effects);
            copy[31 * w + 30 - at_ / 8] ^= bytes1(uint8(1 << (at_ % 8)));
            bytes memory statement = _statement(copy);
            (bool success, bytes memory reason) = address(weir).call(abi.encodeCall(weir.applyStatement, (statement)));
            bytes4 expected =
                w == 0 && at_ == 8 ? IWeir.ReferenceNotAscending.selector : IWeir.ReferenceNotUsable.selector;
            assertTrue(!success && bytes4(reason) == expected, "another bit");
        }
    }

    function test_a_reference_price_has_no_zero_denominator() public {
        uint256 feed = _open(adapter);
        Feed memory f = weir.referencePrices().feed(feed);
        PriceEntry memory e = weir.referencePrices().entry(feed, 0);
        e.den = 0;
        // Whatever the registry says.
        vm.etch(address(weir.referencePrices()), type(YesPrices).runtimeCode);
        _expectApply(Statements.referencePrice(feed, 0, f, e), _notUsable(feed, 0));
        // Then one is enough.
        e.den = 1;
        _apply(Statements.referencePrice(feed, 0, f, e));
    }

    function test_a_reference_is_of_the_batch_s_own_time() public {
        IReferencePrices prices = weir.referencePrices();
        uint256 feed = _open(adapter);
        bytes memory first = _reference(feed, 0);
        Header memory h = _header(first);
        --h.timestamp;
        _expectApply(h, first, _notUsable(feed, 0));
        vm.warp(START + 1 hours);
        prices.append(feed);
        bytes memory next = _reference(feed, 1);
        vm.warp(START + 1 hours + prices.MAX_STALE());
        _apply(first);
        _apply(next);
        vm.warp(START + 1 hours + prices.MAX_STALE() + 1);
        _expectApply(first, _notUsable(feed, 0));
        _apply(next);
        vm.warp(START + 1 hours + prices.MAX_AGE());
        _apply(next);
        vm.warp(START + 1 hours + prices.MAX_AGE() + 1);
        _expectApply(next, _notUsable(feed, 1));
    }

    // ---- conservation ----

    function testFuzz_a_batch_can_not_withdraw_more_than_the_l2_holds(uint64 held, uint64 out) public {
        held = uint64(1 + held % 1e18);
        _bring(usd, held);
        bytes memory effects = Statements.withdrawal(5, usd, out, ALICE);
        if (out <= held) {
            _apply(effects);
            assertBooks(usd, held - out, 0, out);
        } else {
            int256 change = -int256(uint256(out));
            _expectApply(effects, abi.encodeWithSelector(IWeir.BooksOutOfRange.selector, usd, held, change));
        }
    }

    function test_withdrawals_of_one_batch_are_added_up_before_they_are_compared() public {
        _bring(usd, 10);
        bytes memory effects = bytes.concat(
            Statements.withdrawal(5, usd, 4, ALICE),
            Statements.withdrawal(6, usd, 4, BOB),
            Statements.withdrawal(7, usd, 3, BOB)
        );
        _expectApply(effects, abi.encodeWithSelector(IWeir.BooksOutOfRange.selector, usd, 10, int256(-11)));
    }

    function test_an_l2_total_stays_below_two_to_the_64() public {
        // Two deposits of 2^63 quanta; a quantum of 10^6 units makes that 9.2e24 units each.
        DepositContent memory c = _content(usd, 2 ** 63, ALICE);
        _queue(c);
        _queue(c);
        bytes memory both =
            bytes.concat(Statements.deposit(c, Statements.TAKEN), Statements.deposit(c, Statements.TAKEN));
        _expectApply(both, abi.encodeWithSelector(IWeir.BooksOutOfRange.selector, usd, 0, int256(2 ** 64)));
        _apply(bytes.concat(Statements.deposit(c, Statements.TAKEN), Statements.deposit(c, Statements.RETURNED)));
        assertBooks(usd, 2 ** 63, 0, 2 ** 63);
    }

    function test_withdrawing_an_unknown_asset_is_refused() public {
        _expectApply(
            Statements.withdrawal(5, 77, 1, ALICE),
            abi.encodeWithSelector(IWeir.BooksOutOfRange.selector, 77, 0, int256(-1))
        );
    }

    function test_boarding_moves_the_asset_from_the_l2_to_the_pool_and_makes_tickets() public {
        uint32 ride = _create(_terms());
        _bring(usd, 1000);
        _apply(Statements.ride(_rideEffect(ride, 300, false)));
        assertBooks(usd, 700, 300, 0);
        assertBooks(ride, 300, 0, 0);
        RideEffect memory back = _rideEffect(ride, 100, false);
        back.negative = true;
        _apply(Statements.ride(back));
        assertBooks(usd, 800, 200, 0);
        assertBooks(ride, 200, 0, 0);
    }

    function test_boarding_more_than_the_l2_holds_is_refused() public {
        uint32 ride = _create(_terms());
        _bring(usd, 100);
        _expectApply(
            Statements.ride(_rideEffect(ride, 101, false)),
            abi.encodeWithSelector(IWeir.BooksOutOfRange.selector, usd, 100, int256(-101))
        );
    }

    function test_tickets_bought_back_must_be_on_the_l2() public {
        uint32 ride = _create(_terms());
        _bring(usd, 300);
        _apply(Statements.ride(_rideEffect(ride, 300, false)));
        _withdraw(ride, 300, ALICE);
        RideEffect memory back = _rideEffect(ride, 1, false);
        back.negative = true;
        _expectApply(Statements.ride(back), abi.encodeWithSelector(IWeir.BooksOutOfRange.selector, ride, 0, int256(-1)));
    }

    function test_a_batch_touches_at_most_128_assets() public {
        bytes memory effects;
        for (uint256 i = 1; i <= 129; ++i) {
            effects = bytes.concat(effects, Statements.withdrawal(5, i, 0, ALICE));
        }
        _expectApply(effects, abi.encodeWithSelector(IWeir.TooManyAssets.selector, 128));
    }
}
