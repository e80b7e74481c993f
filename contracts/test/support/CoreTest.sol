// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC4626Adapter} from "../../src/adapters/ERC4626Adapter.sol";
import {Direction, IAdapter} from "../../src/interfaces/IAdapter.sol";
import {IGovernance} from "../../src/interfaces/IGovernance.sol";
import {IRidePool, RedeemEffect, Ride, RideEffect, Stage, Terms} from "../../src/interfaces/IRidePool.sol";
import {Availability, Books, DepositContent, Genesis, IWeir, WithdrawalClaim} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";
import {IStarkVerifier} from "../../src/interfaces/IStarkVerifier.sol";
import {StateProof} from "../../src/verifier/StateProof.sol";
import {vm} from "../Vm.sol";
import {Statements} from "./Statements.sol";
import {Token} from "./Tokens.sol";
import {Vault} from "./Vaults.sol";
import {AcceptAllVerifier, WeirHarness} from "./WeirHarness.sol";

/// @notice A core with one token, one vault over it as a second asset, an adapter, and three people.
abstract contract CoreTest {
    uint256 internal constant START = 1_790_000_000;
    uint96 internal constant QUANTUM = 1e6;
    bytes32 internal constant GENESIS_ROOT = bytes32(uint256(7));
    bytes32 internal constant DIGEST = bytes32(uint256(0x7f000000));

    address internal constant OPERATOR = address(0xa1);
    address internal constant ALICE = address(0xa11ce);
    address internal constant BOB = address(0xb0b);
    address internal constant GUARDIAN = address(0x90a4d);
    address internal constant KEEPER = address(0x4ee9);
    address internal constant FEES = address(0xfee5);

    WeirHarness internal weir;
    IRidePool internal pool;
    IGovernance internal governance;
    Token internal token;
    Vault internal vault;
    ERC4626Adapter internal adapter;
    /// @dev Asset numbers.
    uint32 internal usd;
    uint32 internal share;

    function setUp() public virtual {
        vm.warp(START);
        weir = _deploy();
        pool = weir.pool();
        governance = weir.governance();
        token = new Token();
        vault = new Vault(token);
        usd = uint32(weir.registerAsset(address(token), QUANTUM));
        share = uint32(weir.registerAsset(address(vault), QUANTUM));
        adapter = new ERC4626Adapter(pool, vault, type(uint256).max);
        governance.registerStrategy(adapter, 100_000);
        _configure();
        governance.launch();
        for (uint256 i; i < 2; ++i) {
            _fund(i == 0 ? ALICE : BOB);
        }
    }

    /// @dev What else the owner sets up before launch.
    function _configure() internal virtual {}

    /// @dev The test contract is the owner.
    function _deploy() internal returns (WeirHarness) {
        return _harness(_genesis(new AcceptAllVerifier(), new AcceptAllVerifier()));
    }

    /// @dev By its artifact, so that not every test holds a core, which the compiler would assemble for each.
    function _harness(Genesis memory genesis) internal returns (WeirHarness) {
        return WeirHarness(vm.deployCode("WeirHarness.sol:WeirHarness", abi.encode(genesis)));
    }

    function _genesis(IStarkVerifier verifier, IStarkVerifier reserve) internal returns (Genesis memory) {
        return Genesis({
            verifier: verifier,
            reserveVerifier: reserve,
            owner: address(this),
            guardian: GUARDIAN,
            operator: OPERATOR,
            delay: 14 days,
            committee: new address[](0),
            threshold: 0,
            rollupRoot: GENESIS_ROOT,
            validiumRoot: GENESIS_ROOT,
            stateProof: new StateProof()
        });
    }

    /// @dev All data in calldata, no committee.
    function _onChain() internal pure returns (Availability memory) {}

    function _fund(address who) internal {
        token.mint(who, 1e30);
        vm.startPrank(who);
        token.approve(address(weir), type(uint256).max);
        token.approve(address(vault), type(uint256).max);
        vault.approve(address(weir), type(uint256).max);
        vault.deposit(5e29, who);
        vm.stopPrank();
    }

    // ---- deposits ----

    function _content(uint32 number, uint64 amount, address depositor) internal pure returns (DepositContent memory) {
        return DepositContent(number, amount, 5, 12, DIGEST, depositor);
    }

    function _queue(DepositContent memory c) internal returns (uint256) {
        vm.prank(c.depositor);
        return weir.deposit(c.asset, c.amount, c.account, c.headerDigest, c.slot);
    }

    /// @dev Queues a deposit and takes it in a batch: `amount` quanta on the L2.
    function _bring(uint32 number, uint64 amount) internal {
        DepositContent memory c = _content(number, amount, ALICE);
        _queue(c);
        _apply(Statements.deposit(c, Statements.TAKEN));
    }

    // ---- batches ----

    /// @dev A header that fits the chain's state and the given effects.
    function _header(bytes memory effects) internal view returns (Header memory h) {
        (uint256 batchNumber,,) = weir.lastBatch();
        h.version = 1;
        h.batchNumber = batchNumber + 1;
        h.timestamp = block.timestamp;
        h.oldRollupRoot = weir.rollupRoot();
        h.newRollupRoot = bytes32(uint256(h.oldRollupRoot) + 1);
        h.oldValidiumRoot = weir.validiumRoot();
        h.newValidiumRoot = h.oldValidiumRoot;
        h.rewardRecipient = OPERATOR;
        h.effectWords = effects.length / 31;
    }

    function _statement(Header memory h, bytes memory effects) internal pure returns (bytes memory) {
        return bytes.concat(Statements.encodeHeader(h), effects);
    }

    function _statement(bytes memory effects) internal view returns (bytes memory) {
        return _statement(_header(effects), effects);
    }

    function _apply(bytes memory effects) internal {
        weir.applyStatement(_statement(effects));
    }

    function _apply(Header memory h, bytes memory effects) internal {
        weir.applyStatement(_statement(h, effects));
    }

    function _expectApply(bytes memory effects, bytes memory error_) internal {
        bytes memory statement = _statement(effects);
        vm.expectRevert(error_);
        weir.applyStatement(statement);
    }

    function _expectApply(Header memory h, bytes memory effects, bytes memory error_) internal {
        bytes memory statement = _statement(h, effects);
        vm.expectRevert(error_);
        weir.applyStatement(statement);
    }

    /// @dev The withdrawal is claimable: its day has a large base, as on an L2 that many use.
    function _withdraw(uint32 number, uint64 amount, address to) internal returns (WithdrawalClaim memory w) {
        weir.openOutflow(number);
        _apply(Statements.withdrawal(5, number, amount, to));
        (w.batchNumber,,) = weir.lastBatch();
        (w.word0, w.word1) = Statements.withdrawalWords(5, number, amount, to);
        w.path = new bytes32[](0);
    }

    // ---- rides ----

    function _terms() internal view returns (Terms memory) {
        return Terms({
            adapter: adapter,
            direction: Direction.Join,
            assetIn: usd,
            assetOut: share,
            feeBps: 10,
            referenceIn: 1000,
            referenceOut: 1000,
            worstIn: 1000,
            worstOut: 900,
            minSize: 100,
            maxSize: 1_000_000,
            keeperReward: 500,
            boardBy: uint40(block.timestamp + 1 hours),
            departBy: uint40(block.timestamp + 1 hours + 24 hours + 2 hours),
            settleBy: uint40(block.timestamp + 3 days),
            feeRecipient: FEES
        });
    }

    function _create(Terms memory t) internal returns (uint32) {
        vm.prank(OPERATOR);
        return uint32(pool.createRide(t));
    }

    function _rideEffect(uint32 ride, uint64 net, bool close) internal view returns (RideEffect memory) {
        Terms memory t = pool.terms(ride);
        return RideEffect({
            ticket: ride,
            assetIn: t.assetIn,
            assetOut: t.assetOut,
            net: net,
            negative: false,
            close: close,
            worstIn: t.worstIn,
            worstOut: t.worstOut,
            boardBy: t.boardBy,
            settleBy: t.settleBy
        });
    }

    /// @dev Redeems `amount` tickets and credits all of their share.
    function _redeemEffect(uint32 ride, uint64 amount) internal view returns (RedeemEffect memory) {
        Terms memory t = pool.terms(ride);
        Ride memory r = pool.ride(ride);
        return RedeemEffect({
            ticket: ride,
            assetIn: t.assetIn,
            assetOut: t.assetOut,
            redeemed: amount,
            outTotal: r.outTotal,
            inReturned: r.inReturned,
            tickets: r.tickets,
            outCredited: uint64(uint256(amount) * r.outTotal / r.tickets),
            inCredited: uint64(uint256(amount) * r.inReturned / r.tickets)
        });
    }

    /// @dev A ride with `tickets` boarded, closed by the batch that boards.
    function _closedRide(Terms memory t, uint64 tickets) internal returns (uint32 ride) {
        ride = _create(t);
        _bring(t.assetIn, tickets);
        _apply(Statements.ride(_rideEffect(ride, tickets, true)));
    }

    // ---- assertions ----

    function assertEq(uint256 actual, uint256 expected, string memory what) internal pure {
        require(actual == expected, string.concat(what, ": ", _decimal(actual), " is not ", _decimal(expected)));
    }

    function assertEq(bytes32 actual, bytes32 expected, string memory what) internal pure {
        require(actual == expected, what);
    }

    function assertTrue(bool condition, string memory what) internal pure {
        require(condition, what);
    }

    function assertBooks(uint32 number, uint256 l2Total, uint256 pooled, uint256 owed) internal view {
        Books memory b = weir.books(number);
        assertEq(b.l2Total, l2Total, "l2Total");
        assertEq(b.pooled, pooled, "pooled");
        assertEq(b.owed, owed, "owed");
    }

    function _decimal(uint256 value) private pure returns (string memory out) {
        do {
            out = string.concat(string(abi.encodePacked(uint8(48 + value % 10))), out);
            value /= 10;
        } while (value != 0);
    }
}
