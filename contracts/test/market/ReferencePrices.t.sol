// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC4626Adapter} from "../../src/adapters/ERC4626Adapter.sol";
import {Direction, IAdapter} from "../../src/interfaces/IAdapter.sol";
import {IPriced} from "../../src/interfaces/IPriced.sol";
import {IReferencePrices, PriceEntry} from "../../src/interfaces/IReferencePrices.sol";
import {IRidePool} from "../../src/interfaces/IRidePool.sol";
import {Asset, IWeir} from "../../src/interfaces/IWeir.sol";
import {ReferencePrices} from "../../src/market/ReferencePrices.sol";
import {vm} from "../Vm.sol";
import {Vault} from "../support/Vaults.sol";
import {PlayToken} from "../targets/PlayToken.sol";

/// @notice Stands in for core and pool at once: the registries that feeds look into, and the one who converts.
contract ReferencePricesTest {
    uint256 private constant START = 1_790_000_000;
    uint32 private constant MONEY = 1;
    uint32 private constant SHARE = 2;
    address private constant ALICE = address(0xa11ce);

    PlayToken private money;
    Vault private vault;
    ERC4626Adapter private adapter;
    ReferencePrices private prices;
    uint256 private feed;
    mapping(IAdapter => uint256) public gasFloor;

    function pool() external view returns (IRidePool) {
        return IRidePool(address(this));
    }

    function asset(uint256 number) external view returns (Asset memory) {
        if (number == MONEY) return Asset(address(money), 1e12);
        if (number == SHARE) return Asset(address(vault), 1e10);
        return Asset(address(0), 0);
    }

    function setUp() external {
        vm.warp(START);
        money = new PlayToken("A");
        vault = new Vault(money);
        adapter = new ERC4626Adapter(IRidePool(address(this)), vault, type(uint256).max);
        gasFloor[adapter] = 1;
        money.mint(ALICE, 1e24);
        vm.startPrank(ALICE);
        money.approve(address(vault), 1e24);
        vault.deposit(1e24, ALICE);
        vm.stopPrank();
        // A share is worth 1.5.
        money.mint(address(vault), 5e23);
        prices = new ReferencePrices(IWeir(address(this)));
        feed = prices.open(adapter, MONEY, SHARE);
    }

    /// @dev The compiler takes the time of a call as constant, and these calls change it.
    function clock() external view returns (uint256) {
        return block.timestamp;
    }

    function assertTrue(bool condition, string memory what) private pure {
        require(condition, what);
    }

    function _last() private view returns (PriceEntry memory) {
        return prices.entry(feed, prices.length(feed) - 1);
    }

    /// @dev In millionths of the opening price.
    function _relative() private view returns (uint256) {
        return uint256(_last().num) * 1e6 / prices.entry(feed, 0).num;
    }

    function _usable(uint256 index, uint256 timestamp) private view returns (bool) {
        PriceEntry memory e = prices.entry(feed, index);
        return prices.isUsable(feed, index, MONEY, SHARE, e.num, e.den, timestamp);
    }

    function _append() private {
        prices.append(feed);
    }

    // ---- feeds and entries ----

    function test_an_entry_is_what_one_share_quantum_is_worth_in_quanta() external view {
        PriceEntry memory e = prices.entry(feed, 0);
        // 1.5 units for a unit, and an out quantum is a hundredth of an in quantum.
        assertTrue(uint256(e.num) * 1e6 / e.den == 14_999 || uint256(e.num) * 1e6 / e.den == 15_000, "price");
        assertTrue(e.num < 2 ** 48 && e.num >= 2 ** 47, "precision");
        assertTrue(e.time == START, "time");
        assertTrue(prices.feedOf(adapter, MONEY, SHARE) == feed && feed == 1, "number");
    }

    function test_a_feed_is_opened_once_for_a_registered_strategy_and_its_own_pair() external {
        vm.expectRevert(abi.encodeWithSelector(IReferencePrices.FeedAlreadyOpen.selector, feed));
        prices.open(adapter, MONEY, SHARE);
        vm.expectRevert(abi.encodeWithSelector(IReferencePrices.PairRefused.selector, adapter, SHARE, MONEY));
        prices.open(adapter, SHARE, MONEY);
        IAdapter other = new ERC4626Adapter(IRidePool(address(this)), vault, 1);
        vm.expectRevert(abi.encodeWithSelector(IReferencePrices.StrategyUnknown.selector, other));
        prices.open(other, MONEY, SHARE);
        vm.expectRevert(abi.encodeWithSelector(IReferencePrices.FeedUnknown.selector, 2));
        prices.append(2);
        vm.expectRevert(abi.encodeWithSelector(IReferencePrices.TooSoon.selector, feed, START));
        prices.append(feed);
    }

    // ---- the guard ----

    function test_a_loss_counts_at_once() external {
        vm.warp(START + 1);
        money.burn(address(vault), 75e22);
        _append();
        assertTrue(_relative() == 499_999 || _relative() == 500_000, "half");
    }

    function test_a_donation_is_phased_in_at_25_bps_an_hour() external {
        money.mint(address(vault), 15e22);
        vm.warp(START + 1);
        _append();
        assertTrue(_relative() <= 1_000_001, "at once");
        vm.warp(START + 1 hours);
        _append();
        assertTrue(_relative() >= 1_002_490 && _relative() <= 1_002_501, "an hour");
        for (uint256 i = 2; i <= 40; ++i) {
            vm.warp(START + i * 1 hours);
            _append();
        }
        assertTrue(_relative() >= 1_099_990 && _relative() <= 1_100_000, "in the end all of it");
    }

    function test_a_price_nobody_read_for_a_month_gains_a_day() external {
        money.mint(address(vault), 1e24);
        vm.warp(START + 30 days);
        _append();
        assertTrue(_relative() >= 1_059_999 && _relative() <= 1_060_000, "a day's growth");
    }

    function testFuzz_no_order_of_readings_lets_a_price_rise_faster(uint256 seed) external {
        uint256 last = adapter.guardPrice();
        for (uint256 i; i < 20; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 wait = seed % 7200;
            vm.warp(this.clock() + wait);
            if (seed % 3 == 0) money.mint(address(vault), seed % 1e23);
            if (seed % 3 == 1) money.burn(address(vault), seed % 1e23);
            uint256 live = adapter.assetsOf(1e24);
            uint256 accepted = adapter.guardPrice();
            assertTrue(accepted <= live, "above the live price");
            assertTrue(accepted <= last + last * wait * 25 / (10_000 * 3600), "too fast");
            if (live <= last) assertTrue(accepted == live, "a loss was held back");
            last = accepted;
        }
    }

    // ---- crossings ----

    function _convert(Direction direction, uint256 amount) private returns (bool success, bytes memory reason) {
        (address from, address to) =
            direction == Direction.Join ? (address(money), address(vault)) : (address(vault), address(money));
        if (direction == Direction.Join) money.mint(address(adapter), amount);
        else _give(amount);
        bytes memory call = abi.encodeCall(IAdapter.convert, (direction, from, to, amount, address(this), ""));
        (success, reason) = address(adapter).call(call);
    }

    function _give(uint256 amount) private {
        vm.prank(ALICE);
        vault.transfer(address(adapter), amount);
    }

    function test_a_join_at_a_pumped_price_waits_until_the_gain_has_lasted() external {
        money.mint(address(vault), 3e22);
        (bool success, bytes memory reason) = _convert(Direction.Join, 1e20);
        assertTrue(!success && bytes4(reason) == IPriced.BelowGuardedPrice.selector, "joined");
        // Two per cent: six hours, with the half per cent that is let through.
        vm.warp(START + 6 hours);
        adapter.guardPrice();
        (success,) = _convert(Direction.Join, 1e20);
        assertTrue(success, "still refused");
    }

    function test_an_exit_is_not_held_up_by_a_gain_or_a_loss_of_the_target() external {
        money.mint(address(vault), 3e22);
        (bool success,) = _convert(Direction.Exit, 1e20);
        assertTrue(success, "after a gain");
        money.burn(address(vault), 3e23);
        (success,) = _convert(Direction.Exit, 1e20);
        assertTrue(success, "after a loss");
    }

    // ---- which batch may use which entry ----

    function test_an_entry_serves_its_own_time_until_age_or_a_successor_ends_it() external {
        assertTrue(!_usable(0, START - 1), "before it was there");
        assertTrue(_usable(0, START), "at once");
        assertTrue(_usable(0, START + 24 hours), "for a day");
        assertTrue(!_usable(0, START + 24 hours + 1), "stale");
        vm.warp(START + 1 hours);
        _append();
        assertTrue(_usable(0, START + 1 hours + 15 minutes), "superseded, in time");
        assertTrue(!_usable(0, START + 1 hours + 15 minutes + 1), "superseded, late");
        assertTrue(!_usable(1, START + 1 hours - 1) && _usable(1, START + 1 hours), "its successor");
    }

    function test_only_exactly_the_entry_is_usable() external view {
        PriceEntry memory e = prices.entry(feed, 0);
        assertTrue(prices.isUsable(feed, 0, MONEY, SHARE, e.num, e.den, START), "itself");
        assertTrue(!prices.isUsable(feed + 1, 0, MONEY, SHARE, e.num, e.den, START), "feed");
        assertTrue(!prices.isUsable(feed, 1, MONEY, SHARE, e.num, e.den, START), "index");
        assertTrue(!prices.isUsable(feed, 0, SHARE, MONEY, e.num, e.den, START), "pair");
        assertTrue(!prices.isUsable(feed, 0, MONEY, MONEY, e.num, e.den, START), "out");
        assertTrue(!prices.isUsable(feed, 0, MONEY, SHARE, e.num + 1, e.den, START), "num");
        assertTrue(!prices.isUsable(feed, 0, MONEY, SHARE, e.num, e.den - 1, START), "den");
    }

    /// @dev A batch is stamped t at some moment ≥ t; whatever is appended from then on takes no entry from it.
    function testFuzz_no_append_voids_a_batch_that_is_being_proven(uint256 seed) external {
        for (uint256 i; i < 6; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            vm.warp(this.clock() + 1 + seed % 3 hours);
            _append();
        }
        uint256 stamp = this.clock() - (seed >> 128) % 2 hours;
        bool[7] memory before;
        for (uint256 i; i < 7; ++i) {
            before[i] = _usable(i, stamp);
        }
        vm.warp(this.clock() + 1);
        for (uint256 i; i < 3; ++i) {
            _append();
            vm.warp(this.clock() + 1 + (seed >> 64) % 1 hours);
        }
        for (uint256 i; i < 7; ++i) {
            assertTrue(_usable(i, stamp) == before[i], "an append changed what a batch may use");
        }
    }
}
