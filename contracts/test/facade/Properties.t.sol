// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {L1Order} from "../../src/interfaces/IL1Orders.sol";
import {vm} from "../Vm.sol";
import {AsyncVaultTest} from "./AsyncVaultTest.sol";

/// @notice Two controllers, an operator and time, with books of its own for each controller and side.
contract AsyncVaultHandler is AsyncVaultTest {
    struct Account {
        uint256 requested;
        uint256 claimedIn;
        uint256 claimedOut;
        uint256 givenBack;
        /// @dev Bought by its requests, in units.
        uint256 bought;
    }

    mapping(bytes4 selector => uint256) public successes;
    mapping(address who => mapping(bool isRedeem => Account)) private books;
    /// @dev Owed to somebody else.
    uint256 private drained;
    uint256[] private ids;
    mapping(uint256 id => address) private ownerOf;

    constructor() {
        setUp();
    }

    function _who(uint256 seed) private pure returns (address who, bool isRedeem) {
        return (seed % 2 == 0 ? ALICE : BOB, seed / 2 % 2 == 0);
    }

    function _isRedeem(L1Order memory o) private view returns (bool) {
        return o.sellAsset == share;
    }

    /// @dev An order with something left, starting at a random one.
    function _any(uint256 seed) private view returns (uint256 id, L1Order memory o) {
        for (uint256 i; i < ids.length; ++i) {
            id = ids[(seed % ids.length + i) % ids.length];
            o = orders.order(id);
            if (o.left != 0) return (id, o);
        }
        return (0, o);
    }

    // ---- what people do ----

    function request(uint256 seed, uint256 amount) external {
        (address who, bool isRedeem) = _who(seed);
        amount = 1 + amount % 1e6;
        // Sometimes for the other one.
        address controller = seed / 4 % 4 == 0 ? (who == ALICE ? BOB : ALICE) : who;
        try this.tryRequest(isRedeem, amount * Q, controller, who) returns (uint256 id) {
            ids.push(id);
            ownerOf[id] = controller;
            books[controller][isRedeem].requested += amount * Q;
            ++successes[this.request.selector];
        } catch {}
    }

    /// @dev Beside a handler, because a call that may fail must be a call.
    function tryRequest(bool isRedeem, uint256 amount, address controller, address owner)
        external
        returns (uint256 id)
    {
        vm.prank(owner);
        id = isRedeem ? face.requestRedeem(amount, controller, owner) : face.requestDeposit(amount, controller, owner);
    }

    function fill(uint256 seed, uint256 sold, uint256 more) external {
        (uint256 id, L1Order memory o) = _any(seed);
        if (id == 0) return;
        sold = seed % 3 == 0 ? o.left : 1 + sold % o.left;
        uint256 bought = (sold * o.minBuyAmount + o.sellAmount - 1) / o.sellAmount + more % (1 + sold / 8);
        try weir.applyStatement(_statement(_filled(id, sold, bought))) {
            books[ownerOf[id]][_isRedeem(o)].bought += bought * Q;
            ++successes[this.fill.selector];
        } catch {}
    }

    function claim(uint256 seed, uint256 part) external {
        (address who, bool isRedeem) = _who(seed);
        bool byIn = seed / 4 % 2 == 0;
        uint256 max = _max(who, isRedeem, byIn);
        if (max == 0) return;
        part = seed / 8 % 3 == 0 ? max : 1 + part % max;
        uint256 before = isRedeem ? token.balanceOf(who) : vault.balanceOf(who);
        uint256 other = _claim(who, isRedeem, byIn, part);
        uint256 paid = (isRedeem ? token.balanceOf(who) : vault.balanceOf(who)) - before;
        (uint256 taken, uint256 given) = byIn ? (part, other) : (other, part);
        assertEq(paid, given, "paid what was answered");
        books[who][isRedeem].claimedIn += taken;
        books[who][isRedeem].claimedOut += given;
        ++successes[this.claim.selector];
    }

    function cancel(uint256 seed) external {
        (uint256 id, L1Order memory o) = _any(seed);
        if (id == 0 || o.cancelRequestedAt != 0) return;
        address who = ownerOf[id];
        vm.prank(who);
        if (_isRedeem(o)) face.cancelRedeemRequest(id, who);
        else face.cancelDepositRequest(id, who);
        ++successes[this.cancel.selector];
    }

    function claimCancel(uint256 seed) external {
        for (uint256 i; i < ids.length; ++i) {
            uint256 id = ids[(seed % ids.length + i) % ids.length];
            address who = ownerOf[id];
            bool isRedeem = _isRedeem(orders.order(id));
            uint256 rest =
                isRedeem ? face.claimableCancelRedeemRequest(id, who) : face.claimableCancelDepositRequest(id, who);
            if (rest == 0) continue;
            uint256 before = isRedeem ? vault.balanceOf(who) : token.balanceOf(who);
            vm.prank(who);
            if (isRedeem) face.claimCancelRedeemRequest(id, who, who);
            else face.claimCancelDepositRequest(id, who, who);
            uint256 paid = (isRedeem ? vault.balanceOf(who) : token.balanceOf(who)) - before;
            assertEq(paid, rest, "what was left");
            books[who][isRedeem].givenBack += rest;
            ++successes[this.claimCancel.selector];
            return;
        }
    }

    /// @dev From now on fills of this day are held.
    function drain(uint256 seed) external {
        drained += _makeOutflowLarge(seed % 2 == 0 ? usd : share);
        ++successes[this.drain.selector];
    }

    /// @dev The share price moves a little, either way.
    function move(uint256 seed) external {
        if (seed % 2 == 0) {
            token.mint(address(vault), 1e27);
        } else {
            vm.prank(address(vault));
            token.transfer(address(1), 1e27);
        }
        ++successes[this.move.selector];
    }

    function wait(uint256 span) external {
        vm.warp(block.timestamp + span % 20 hours);
        ++successes[this.wait.selector];
    }

    function _max(address who, bool isRedeem, bool byIn) private view returns (uint256) {
        if (isRedeem) return byIn ? face.maxRedeem(who) : face.maxWithdraw(who);
        return byIn ? face.maxDeposit(who) : face.maxMint(who);
    }

    function _claim(address who, bool isRedeem, bool byIn, uint256 amount) private returns (uint256) {
        vm.prank(who);
        if (isRedeem) return byIn ? face.redeem(amount, who, who) : face.withdraw(amount, who, who);
        return byIn ? face.deposit(amount, who) : face.mint(amount, who);
    }

    // ---- what holds ----

    function check() external view {
        uint256[2] memory claimable;
        for (uint256 i; i < 4; ++i) {
            (address who, bool isRedeem) = _who(i);
            Account memory b = books[who][isRedeem];
            (uint256 pending, uint256 claimIn, uint256 rest) = _sums(who, isRedeem);
            uint256 claimOut = _max(who, isRedeem, false);
            assertEq(claimIn, _max(who, isRedeem, true), "max is the sum of what is claimable");
            assertEq(
                b.requested,
                pending + claimIn + rest + b.claimedIn + b.givenBack,
                "requested = pending + claimable + claimed + given back"
            );
            assertEq(b.bought, claimOut + _held(who, isRedeem) + b.claimedOut, "bought = claimable + held + claimed");
            assertTrue((claimIn == 0) == (claimOut == 0), "both sides of what is claimable end together");
            claimable[isRedeem ? 1 : 0] += claimOut;
        }
        assertEq(vault.balanceOf(address(face)) + _collectable(share), claimable[0], "shares are there, and no more");
        assertEq(token.balanceOf(address(face)) + _collectable(usd), claimable[1], "assets are there, and no more");
        assertEq(orders.balanceOf(address(face), usd) + orders.balanceOf(address(face), share), 0, "nothing between");
    }

    function _sums(address who, bool isRedeem) private view returns (uint256 pending, uint256 claimIn, uint256 rest) {
        for (uint256 i; i < ids.length; ++i) {
            uint256 id = ids[i];
            pending += isRedeem ? face.pendingRedeemRequest(id, who) : face.pendingDepositRequest(id, who);
            claimIn += isRedeem ? face.claimableRedeemRequest(id, who) : face.claimableDepositRequest(id, who);
            rest += isRedeem ? face.claimableCancelRedeemRequest(id, who) : face.claimableCancelDepositRequest(id, who);
        }
    }

    function _held(address who, bool isRedeem) private view returns (uint256 held) {
        for (uint256 i; i < ids.length; ++i) {
            L1Order memory o = orders.order(ids[i]);
            if (ownerOf[ids[i]] != who || _isRedeem(o) != isRedeem) continue;
            if (orders.heldUntilOf(ids[i]) > block.timestamp) held += o.bought * Q;
        }
    }

    function _collectable(uint32 asset) private view returns (uint256 there) {
        for (uint256 i; i < ids.length; ++i) {
            L1Order memory o = orders.order(ids[i]);
            if (o.buyAsset == asset && orders.heldUntilOf(ids[i]) <= block.timestamp) there += o.bought * Q;
        }
    }

    /// @dev The seven properties that an ERC-7540 vault is commonly held to, wherever the walk has come to. Changes nothing.
    function checkStandard(uint256 seed) external {
        // 1, 2: all shares are worth all assets, and all assets all shares.
        assertEq(face.convertToAssets(vault.totalSupply()), face.totalAssets(), "1");
        uint256 shares = face.convertToShares(face.totalAssets());
        uint256 supply = vault.totalSupply();
        assertTrue((shares > supply ? shares - supply : supply - shares) <= 2, "2");
        for (uint256 i; i < 8; ++i) {
            (address who, bool isRedeem) = _who(i);
            bool byIn = i < 4;
            // 3: asking never reverts. 4: more than the maximum always does. 7: up to it never does.
            uint256 max = _max(who, isRedeem, byIn);
            assertTrue(!_succeeds(who, isRedeem, byIn, max + 1 + seed % 1e30), "4");
            if (max != 0) {
                assertTrue(_succeeds(who, isRedeem, byIn, 1 + seed % max), "7");
                assertTrue(_succeeds(who, isRedeem, byIn, max), "7, all");
            }
        }
        // 5: shares that the owner has not are not redeemed.
        uint256 more = (vault.balanceOf(ALICE) / Q + 1 + seed % 1e6) * Q;
        (bool done,) = address(this).call(abi.encodeCall(this.tryRequest, (true, more, ALICE, ALICE)));
        assertTrue(!done, "5");
        // 6: previews revert.
        bytes4[4] memory previews = [
            face.previewDeposit.selector,
            face.previewMint.selector,
            face.previewRedeem.selector,
            face.previewWithdraw.selector
        ];
        for (uint256 i; i < 4; ++i) {
            (done,) = address(face).staticcall(abi.encodeWithSelector(previews[i], seed % 3 * 1e6));
            assertTrue(!done, "6");
        }
    }

    function _succeeds(address who, bool isRedeem, bool byIn, uint256 amount) private returns (bool success) {
        uint256 snapshot = vm.snapshotState();
        bytes memory data = isRedeem
            ? byIn ? abi.encodeCall(face.redeem, (amount, who, who)) : abi.encodeCall(face.withdraw, (amount, who, who))
            : byIn
                ? abi.encodeWithSignature("deposit(uint256,address,address)", amount, who, who)
                : abi.encodeWithSignature("mint(uint256,address,address)", amount, who, who);
        vm.prank(who);
        (success,) = address(face).call(data);
        vm.revertToState(snapshot);
    }

    /// @dev Whatever happened: after a while everybody has claimed everything, and nothing stays.
    function drainAll() external {
        vm.warp(block.timestamp + 5 days);
        for (uint256 i; i < ids.length; ++i) {
            this.claimCancel(i);
        }
        for (uint256 i; i < 4; ++i) {
            (address who, bool isRedeem) = _who(i);
            uint256 max = _max(who, isRedeem, true);
            if (max != 0) {
                books[who][isRedeem].claimedOut += _claim(who, isRedeem, true, max);
                books[who][isRedeem].claimedIn += max;
            }
            Account memory b = books[who][isRedeem];
            assertEq(b.requested, b.claimedIn + b.givenBack, "all that was requested");
            assertEq(b.bought, b.claimedOut, "all that was bought");
            assertEq(face.openRequests(who, isRedeem).length, 0, "no request is left");
        }
        assertEq(vault.balanceOf(address(face)) + token.balanceOf(address(face)), 0, "nothing stays");
        assertEq(weir.books(usd).owed + weir.books(share).owed, drained, "nothing else is owed");
    }
}

contract AsyncVaultPropertiesTest {
    struct FuzzSelector {
        address target;
        bytes4[] selectors;
    }

    AsyncVaultHandler private handler;

    function setUp() public {
        handler = new AsyncVaultHandler();
    }

    function _selectors() private pure returns (bytes4[8] memory) {
        return [
            AsyncVaultHandler.request.selector,
            AsyncVaultHandler.fill.selector,
            AsyncVaultHandler.claim.selector,
            AsyncVaultHandler.cancel.selector,
            AsyncVaultHandler.claimCancel.selector,
            AsyncVaultHandler.drain.selector,
            AsyncVaultHandler.move.selector,
            AsyncVaultHandler.wait.selector
        ];
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function targetSelectors() public view returns (FuzzSelector[] memory targets) {
        bytes4[8] memory own = _selectors();
        bytes4[] memory selectors = new bytes4[](8);
        for (uint256 i; i < 8; ++i) {
            selectors[i] = own[i];
        }
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), selectors);
    }

    /// forge-config: default.invariant.runs = 24
    function invariant_every_unit_is_where_it_belongs() public view {
        handler.check();
    }

    function afterInvariant() public {
        handler.checkStandard(7);
        handler.drainAll();
    }

    function test_a_long_walk_keeps_the_properties_and_every_handler_succeeds() public {
        bytes4[8] memory selectors = _selectors();
        for (uint256 i; i < 240; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            // Drains and waits are rarer than what they are about.
            uint256 action = seed % 16 < 10 ? seed % 3 : 3 + seed % 5;
            (bool success, bytes memory reason) =
                address(handler).call(abi.encodePacked(selectors[action], seed >> 8, seed >> 24, seed >> 40));
            if (!success) {
                assembly ("memory-safe") {
                    revert(add(reason, 32), mload(reason))
                }
            }
            if (i % 40 == 0) {
                handler.check();
                handler.checkStandard(seed);
            }
        }
        handler.check();
        for (uint256 i; i < 8; ++i) {
            require(handler.successes(selectors[i]) > 3, "a handler that never succeeds");
        }
        handler.drainAll();
        handler.check();
    }
}
