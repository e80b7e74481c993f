// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IL1Orders, L1Fill, L1Order, L1OrderTerms} from "../../src/interfaces/IL1Orders.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";

/// @notice Owners of L1 orders, an operator and time, with books of its own: what each of them may take out.
contract L1OrdersHandler is CoreTest {
    IL1Orders private orders;
    mapping(bytes4 selector => uint256) public successes;
    /// @dev What the L2 holds and what owners have, here and in orders, by asset.
    mapping(uint32 asset => uint256) public onL2;
    mapping(uint32 asset => uint256) public owned;

    constructor() {
        setUp();
        orders = weir.l1Orders();
        _bring(usd, 1_000_000_000);
        _bring(share, 1_000_000_000);
        (onL2[usd], onL2[share]) = (1_000_000_000, 1_000_000_000);
    }

    function _pick(uint256 seed) private view returns (address who, uint32 sell, uint32 buy) {
        who = seed % 2 == 0 ? ALICE : BOB;
        (sell, buy) = seed / 2 % 2 == 0 ? (usd, share) : (share, usd);
    }

    /// @dev An order of which something is left, starting at a random one; 0 if there is none.
    function _any(uint256 seed) private view returns (uint256 id, L1Order memory o) {
        uint256 count = orders.orderCount();
        for (uint256 i; i < count; ++i) {
            id = 1 + (seed % count + i) % count;
            o = orders.order(id);
            if (o.left != 0) return (id, o);
        }
        return (0, o);
    }

    function deposit(uint256 seed, uint256 amount) external {
        (address who, uint32 asset,) = _pick(seed);
        amount = 1 + amount % 1e6;
        vm.prank(who);
        orders.deposit(asset, uint64(amount));
        owned[asset] += amount;
        ++successes[msg.sig];
    }

    function withdraw(uint256 seed, uint256 amount) external {
        (address who, uint32 asset,) = _pick(seed);
        uint256 balance = orders.balanceOf(who, asset);
        if (balance == 0) return;
        amount = 1 + amount % balance;
        vm.prank(who);
        orders.withdraw(asset, uint128(amount), who);
        owned[asset] -= amount;
        ++successes[msg.sig];
    }

    function place(uint256 seed, uint256 amount, uint256 minimum, uint256 span) external {
        (address who, uint32 sell, uint32 buy) = _pick(seed);
        uint256 balance = orders.balanceOf(who, sell);
        amount = 1 + amount % 1e6;
        L1OrderTerms memory t = L1OrderTerms({
            sellAsset: sell,
            buyAsset: buy,
            sellAmount: uint64(amount),
            minBuyAmount: uint64(minimum % (2 * amount)),
            minFill: uint64(minimum % amount),
            until: uint40(block.timestamp + span % 5 days)
        });
        vm.prank(who);
        orders.place(t);
        if (balance < amount) owned[sell] += amount - balance;
        ++successes[msg.sig];
    }

    function fill(uint256 seed, uint256 sold, uint256 bought) external {
        (uint256 id, L1Order memory o) = _any(seed);
        if (id == 0) return;
        L1Fill memory f = L1Fill(id, o.sellAsset, o.buyAsset, uint64(1 + sold % o.left), uint64(1 + bought % 2e6));
        try weir.applyStatement(_statement(Statements.l1Order(f))) {
            require(block.timestamp <= o.until, "after until");
            require(o.cancelRequestedAt == 0 || block.timestamp <= o.cancelRequestedAt + 44 hours, "after the cancel");
            require(f.sold >= o.minFill || f.sold == o.left, "below minFill");
            require(uint256(f.bought) * o.sellAmount >= uint256(f.sold) * o.minBuyAmount, "beyond the limit");
            onL2[f.sellAsset] += f.sold;
            owned[f.sellAsset] -= f.sold;
            onL2[f.buyAsset] -= f.bought;
            owned[f.buyAsset] += f.bought;
            ++successes[msg.sig];
        } catch {}
    }

    function requestCancel(uint256 seed) external {
        (uint256 id, L1Order memory o) = _any(seed);
        if (id == 0 || o.cancelRequestedAt != 0) return;
        vm.prank(o.owner);
        orders.requestCancel(id);
        ++successes[msg.sig];
    }

    function release(uint256 seed) external {
        (uint256 id, L1Order memory o) = _any(seed);
        if (id == 0) return;
        vm.prank(o.owner);
        try orders.release(id) {
            bool expired = block.timestamp >= o.until + 4 hours;
            require(
                expired || (o.cancelRequestedAt != 0 && block.timestamp >= o.cancelRequestedAt + 48 hours), "too early"
            );
            ++successes[msg.sig];
        } catch {}
    }

    function collect(uint256 seed) external {
        uint256 count = orders.orderCount();
        if (count == 0) return;
        uint256 id = 1 + seed % count;
        L1Order memory o = orders.order(id);
        if (o.bought == 0 || orders.heldUntilOf(id) > block.timestamp) return;
        vm.prank(o.owner);
        require(orders.collect(id) == o.bought, "collected what was bought");
        ++successes[msg.sig];
    }

    function wait(uint256 span) external {
        vm.warp(block.timestamp + span % 20 hours);
        ++successes[msg.sig];
    }

    function check() external view {
        uint32[2] memory assets = [usd, share];
        for (uint256 a; a < 2; ++a) {
            uint32 asset = assets[a];
            uint256 held = orders.balanceOf(ALICE, asset) + orders.balanceOf(BOB, asset);
            for (uint256 id = 1; id <= orders.orderCount(); ++id) {
                L1Order memory o = orders.order(id);
                if (o.sellAsset == asset) held += o.left;
                if (o.buyAsset == asset) held += o.bought;
            }
            assertEq(held, owned[asset], "balances, locks and purchases are what owners put in and bought");
            assertBooks(asset, onL2[asset], 0, owned[asset]);
            uint256 inCore = asset == usd ? token.balanceOf(address(weir)) : vault.balanceOf(address(weir));
            assertEq(inCore, (onL2[asset] + owned[asset]) * QUANTUM, "the core holds all of it");
        }
    }
}

/// @notice Nothing is created, lost or paid twice, over any sequence of calls.
contract L1OrdersInvariantsTest {
    struct FuzzSelector {
        address target;
        bytes4[] selectors;
    }

    L1OrdersHandler private handler;

    function setUp() public {
        handler = new L1OrdersHandler();
    }

    function _selectors() private pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](8);
        selectors[0] = L1OrdersHandler.deposit.selector;
        selectors[1] = L1OrdersHandler.withdraw.selector;
        selectors[2] = L1OrdersHandler.place.selector;
        selectors[3] = L1OrdersHandler.fill.selector;
        selectors[4] = L1OrdersHandler.requestCancel.selector;
        selectors[5] = L1OrdersHandler.release.selector;
        selectors[6] = L1OrdersHandler.wait.selector;
        selectors[7] = L1OrdersHandler.collect.selector;
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function targetSelectors() public view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), _selectors());
    }

    function invariant_every_unit_is_where_it_belongs() public view {
        handler.check();
    }

    function test_a_long_walk_keeps_the_invariant_and_every_handler_succeeds() public {
        bytes4[] memory selectors = _selectors();
        for (uint256 i; i < 300; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            (bool success,) = address(handler)
                .call(abi.encodePacked(selectors[seed % 8], seed >> 8, seed >> 24, seed >> 40, seed >> 56));
            success;
            if (i % 20 == 0) handler.check();
        }
        handler.check();
        for (uint256 i; i < 8; ++i) {
            require(handler.successes(selectors[i]) > 3, "a handler that never succeeds");
        }
    }
}
