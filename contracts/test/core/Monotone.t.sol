// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC4626Adapter} from "../../src/adapters/ERC4626Adapter.sol";
import {IL1Orders, L1Fill, L1OrderTerms} from "../../src/interfaces/IL1Orders.sol";
import {IPriced} from "../../src/interfaces/IPriced.sol";
import {IReferencePrices} from "../../src/interfaces/IReferencePrices.sol";
import {IRidePool, Terms} from "../../src/interfaces/IRidePool.sol";
import {IGovernance} from "../../src/interfaces/IGovernance.sol";
import {DepositContent, IWeir, WithdrawalClaim} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";
import {Token} from "../support/Tokens.sol";

/// @notice The table of `docs/security.md` as a model: a batch that relies on everything a batch can rely on, each at
/// the last moment at which it may, is stamped; then everybody else does whatever they can, in any order and at any
/// time; then it settles.
contract MonotoneTest is CoreTest {
    uint256 private constant ACTIONS = 33;
    uint256 private stampedAt;

    DepositContent[5] private queued;
    uint32 private boarding;
    uint32 private closing;
    uint32 private departed;
    uint32 private aborted;
    uint32 private waiting;
    WithdrawalClaim private claimable;
    WithdrawalClaim private ticketClaim;
    /// @dev L1 orders: its cancel requested 44 hours before the batch; valid until the batch's own timestamp; its cancel not yet
    /// requested; cancelled long ago.
    uint256[4] private orders;
    bytes28 private fact;
    ERC4626Adapter private second;
    /// @dev Feeds: the only entry of one is as old as it may be, that of the other was superseded as long ago as it may.
    uint256[2] private feeds;
    mapping(uint256 i => bytes) private references;
    bytes private statement;
    mapping(uint256 action => uint256) private done;
    uint256 private turn;

    /// @dev Deposits 0 to 4: taken before; taken although its cancel was requested 44 hours ago; returned and payable;
    /// taken, its cancel not yet requested; pending and left alone.
    function setUp() public override {
        super.setUp();
        _ridesOfEveryStage();
        for (uint256 i; i < 5; ++i) {
            queued[i] = _content(usd, uint64(10 + i), ALICE);
            _queue(queued[i]);
        }
        (, uint256 cursor,,) = weir.queues();
        vm.prank(ALICE);
        weir.requestDepositCancel(cursor + 2, queued[2]);
        orders[3] = _place(START + 30 days);
        _cancel(orders[3]);
        vm.warp(block.timestamp + 4 hours);
        vm.prank(ALICE);
        weir.requestDepositCancel(cursor + 1, queued[1]);
        orders[0] = _place(START + 30 days);
        orders[1] = _place(block.timestamp + 44 hours);
        orders[2] = _place(START + 30 days);
        _cancel(orders[0]);
        fact = weir.facts().idOf(weir.facts().registerFact("paid"));
        vm.deal(BOB, 10 ether);
        vm.warp(block.timestamp + 20 hours);
        vm.prank(BOB);
        weir.requestForcedExit{value: 0.01 ether}(9, 0xffff);
        _openFeeds();
        vm.warp(START + 48 hours);
        stampedAt = block.timestamp;
        boarding = _createBoarding(uint40(stampedAt));
        _stamp();
    }

    /// @dev A second strategy over the same vault.
    function _configure() internal override {
        second = new ERC4626Adapter(weir.pool(), vault, type(uint256).max);
        weir.governance().registerStrategy(second, 100_000);
    }

    /// @dev A day before the batch is stamped.
    function _openFeeds() private {
        IReferencePrices prices = weir.referencePrices();
        for (uint256 i; i < 2; ++i) {
            feeds[i] = prices.open(i == 0 ? adapter : second, usd, share);
            references[i] = Statements.referencePrice(feeds[i], 0, prices.feed(feeds[i]), prices.entry(feeds[i], 0));
        }
        vm.warp(START + 48 hours - 15 minutes);
        prices.append(feeds[1]);
        vm.warp(START + 24 hours);
    }

    function _ridesOfEveryStage() private {
        _bring(share, 1000);
        departed = _closedRide(_terms(), 100_000);
        ticketClaim = _withdraw(departed, 40_000, BOB);
        pool.depart(departed, "");
        aborted = _closedRide(_terms(), 99);
        pool.abort(aborted);
        _bring(usd, 5000);
        claimable = _withdraw(usd, 1000, BOB);
        Terms memory t = _terms();
        t.boardBy = uint40(START + 48 hours);
        t.departBy = uint40(START + 48 hours + 25 hours);
        t.settleBy = uint40(START + 5 days);
        waiting = _closedRide(t, 1000);
        t.boardBy = uint40(START + 24 hours);
        t.departBy = uint40(START + 24 hours + 25 hours);
        closing = _create(t);
        _apply(Statements.ride(_rideEffect(closing, 500, false)));
    }

    /// @dev A ride whose boarding ends at the batch's own timestamp; made a moment before.
    function _createBoarding(uint40 boardBy) private returns (uint32 ride) {
        vm.warp(boardBy - 1);
        Terms memory t = _terms();
        (t.boardBy, t.departBy, t.settleBy) = (boardBy, boardBy + 24 hours + 1, boardBy + 3 days);
        ride = _create(t);
        vm.warp(boardBy);
    }

    /// @dev The batch: trades, serves the day-old exit, and uses each kind of effect.
    function _stamp() private {
        bytes memory effects = bytes.concat(
            Statements.deposit(queued[0], Statements.TAKEN),
            Statements.deposit(queued[1], Statements.TAKEN),
            Statements.deposit(queued[2], Statements.RETURNED),
            Statements.deposit(queued[3], Statements.TAKEN)
        );
        effects = bytes.concat(
            effects,
            Statements.withdrawal(5, usd, 50, ALICE),
            Statements.withdrawal(5, departed, 10_000, ALICE),
            Statements.ride(_rideEffect(boarding, 200, false)),
            Statements.ride(_rideEffect(closing, 0, true)),
            Statements.redeem(_redeemEffect(departed, 50_000)),
            Statements.redeem(_redeemEffect(aborted, 99)),
            Statements.forcedExit(9, BOB, Statements.SERVED),
            references[0],
            references[1]
        );
        for (uint256 i; i < 3; ++i) {
            effects = bytes.concat(
                effects,
                Statements.l1Order(L1Fill({id: orders[i], sellAsset: usd, buyAsset: share, sold: 10, bought: 10}))
            );
        }
        effects = bytes.concat(effects, Statements.fact(fact));
        Header memory h = _header(effects);
        h.flags = 1;
        statement = _statement(h, effects);
    }

    function _place(uint256 until) private returns (uint256) {
        IL1Orders l1Orders = weir.l1Orders();
        vm.prank(BOB);
        return l1Orders.place(
            L1OrderTerms({
                sellAsset: usd, buyAsset: share, sellAmount: 10, minBuyAmount: 10, minFill: 10, until: uint40(until)
            })
        );
    }

    function _cancel(uint256 id) private {
        IL1Orders l1Orders = weir.l1Orders();
        vm.prank(BOB);
        l1Orders.requestCancel(id);
    }

    /// @dev Of orders on L1, their balances, facts, and prices.
    function _actOnMarket(uint256 action) private returns (bool success) {
        address to = address(weir.l1Orders());
        bytes memory call_;
        if (action < 25) call_ = abi.encodeCall(IL1Orders.release, (orders[action - 22]));
        if (action == 25) call_ = abi.encodeCall(IL1Orders.release, (orders[3]));
        if (action == 26) call_ = abi.encodeCall(IL1Orders.requestCancel, (orders[2]));
        if (action == 27) call_ = abi.encodeCall(IL1Orders.deposit, (usd, 5));
        if (action == 28) {
            (to, call_) = (address(weir.facts()), abi.encodeWithSignature("registerFact(bytes)", bytes("paid")));
        }
        if (action >= 29) to = address(weir.referencePrices());
        if (action == 29 || action == 30) call_ = abi.encodeCall(IReferencePrices.append, (feeds[action - 29]));
        // The price moves, and somebody reads it.
        if (action == 31) (to, call_) = (address(token), abi.encodeCall(Token.mint, (address(vault), 1e27)));
        if (action == 32) (to, call_) = (address(adapter), abi.encodeCall(IPriced.guardPrice, ()));
        vm.prank(BOB);
        (success,) = to.call(call_);
    }

    function _act(uint256 action) private returns (bool success) {
        if (action >= 22) return _actOnMarket(action);
        (, uint256 cursor,,) = weir.queues();
        bytes memory call_;
        address to = address(weir);
        if (action == 0) return _deposits();
        if (action == 1) return _requestsCancel(cursor + 3, 3);
        if (action == 2) call_ = abi.encodeCall(IWeir.cancelDeposit, (cursor + 2, queued[2]));
        if (action == 3) call_ = abi.encodeCall(IWeir.cancelDeposit, (cursor + 1, queued[1]));
        if (action == 4) call_ = abi.encodeCall(IWeir.claim, (claimable));
        if (action == 5) call_ = abi.encodeCall(IWeir.claim, (ticketClaim));
        if (action == 6) return _forces();
        if (action == 7) call_ = abi.encodeCall(IWeir.registerAsset, (address(new Token()), 1));
        if (action == 8) call_ = abi.encodeCall(IWeir.removeOperator, (OPERATOR));
        if (action == 9) (to, call_) = (address(governance), abi.encodeWithSignature("renounceOwnership()"));
        if (action >= 10) to = action < 16 ? address(pool) : address(governance);
        if (action == 10) call_ = abi.encodeCall(IRidePool.closeByTime, (closing));
        if (action == 11) call_ = abi.encodeCall(IRidePool.closeByTime, (boarding));
        if (action == 12) call_ = abi.encodeCall(IRidePool.depart, (_any(), ""));
        if (action == 13) call_ = abi.encodeCall(IRidePool.abort, (_any()));
        if (action == 14) call_ = abi.encodeCall(IRidePool.redeemTickets, (departed, BOB));
        if (action == 15) call_ = abi.encodeCall(IRidePool.withdrawEarnings, (address(vault), FEES));
        if (action == 16) {
            call_ = abi.encodeCall(IGovernance.announce, (abi.encodeCall(IGovernance.switchVerifier, ())));
        }
        if (action == 17) call_ = abi.encodeCall(IGovernance.pauseEntries, ());
        if (action == 18) call_ = abi.encodeCall(IGovernance.resumeEntries, ());
        if (action == 19) call_ = abi.encodeCall(IGovernance.declareSunset, (block.timestamp + 30 days));
        if (action == 20) call_ = abi.encodeCall(IGovernance.pauseSettle, (1 hours));
        if (action == 21) call_ = abi.encodeCall(IGovernance.resumeSettle, ());
        if (action == 17 || action == 18 || action == 20) vm.prank(GUARDIAN);
        (success,) = to.call(call_);
    }

    /// @dev The guardian's pause is a listed exception: it delays the batch, for as long as it lasts.
    function _settle() private {
        (, uint256 until) = governance.settlePause();
        if (block.timestamp < until) vm.warp(until);
        vm.prank(OPERATOR);
        weir.settle(statement, DIGEST, "", _onChain());
    }

    /// @dev Each in turn.
    function _any() private returns (uint32) {
        return [boarding, closing, waiting, aborted][turn++ / 2 % 4];
    }

    function _deposits() private returns (bool) {
        vm.prank(BOB);
        (bool success,) = address(weir).call(abi.encodeCall(IWeir.deposit, (usd, 7, 5, DIGEST, 12)));
        return success;
    }

    function _requestsCancel(uint256 index, uint256 i) private returns (bool success) {
        vm.prank(ALICE);
        (success,) = address(weir).call(abi.encodeCall(IWeir.requestDepositCancel, (index, queued[i])));
    }

    function _forces() private returns (bool) {
        vm.prank(BOB);
        weir.requestForcedExit{value: 0.01 ether}(11, 0xffff);
        return true;
    }

    /// @dev `order` gives the actions, `pauses` the time between them, all within the two hours.
    function testFuzz_nothing_that_anybody_does_voids_a_stamped_batch(uint256 order, uint256 pauses) public {
        for (uint256 i; i < 24; ++i) {
            vm.warp(_min(block.timestamp + (pauses >> (8 * i) & 0xff) * 4, stampedAt + 2 hours));
            _act((order >> (8 * i)) % ACTIONS);
        }
        vm.warp(stampedAt + 2 hours);
        _settle();
    }

    function test_every_action_of_the_model_can_succeed_but_the_one_that_must_not() public {
        vm.warp(stampedAt + 2 hours);
        for (uint256 round; round < 4; ++round) {
            for (uint256 action; action < ACTIONS; ++action) {
                // The owner's actions come before it resigns.
                if (action == 9 && round < 3) continue;
                if (_act(action)) ++done[action];
            }
        }
        for (uint256 action; action < ACTIONS; ++action) {
            // 3: a deposit that the batch takes is not yet payable. 11: the ride that it boards can't be closed yet. 22, 23, 24:
            // nor are orders that it fills released.
            bool mustNot = action == 3 || action == 11 || (action >= 22 && action <= 24);
            require(
                (done[action] == 0) == mustNot, string.concat("action ", string(abi.encodePacked(uint8(65 + action))))
            );
        }
        _settle();
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}
