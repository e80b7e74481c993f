// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {Stage} from "../../src/interfaces/IRidePool.sol";
import {Books, DepositContent, EscapeOpening, ForcedRequest, IWeir, WithdrawalClaim} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {StateBuilder} from "../support/StateBuilder.sol";
import {Statements} from "../support/Statements.sol";
import {
    BlocklistToken,
    DecimalsToken,
    FalseToken,
    FeeToken,
    HookToken,
    NoReturnToken,
    PausableToken,
    RebasingToken,
    Token,
    TwoAddressToken
} from "../support/Tokens.sol";

/// @notice Twelve tokens of every character in one core, from deposits to a frozen core's last escape. Its own books say
/// what each person is due per asset; a token in a bad mood may refuse its own transfers and nothing else.
contract ExitHandler is CoreTest {
    uint256 private constant PEOPLE = 4;
    uint32 private constant BASE = 1 << 20;
    uint256 private constant FIRST_HOSTILE = 5;

    string[] public names;
    mapping(string name => uint256) public calls;
    mapping(string name => uint256) public successes;

    struct Queued {
        DepositContent content;
        uint256 requestedAt;
        bool returned;
        bool paid;
    }

    /// @dev 0 to 4 behave (one has no return value, three have other decimals); the others do not.
    address[] public tokens;
    uint32[] public numbers;
    BlocklistToken private blocklist;
    PausableToken private pausable;
    RebasingToken private rebasing;
    FalseToken private falsy;
    HookToken private hook;

    StateBuilder private builder;
    Queued[] private queue;
    uint256 private cursor;
    WithdrawalClaim[] private claims;
    uint256[] private claimAsset;
    uint256[] private claimAmount;
    uint32 public ride;
    bool public frozen;

    mapping(uint256 asset => uint256) public onL2;
    mapping(uint256 asset => uint256) public owed;
    mapping(uint256 asset => uint256) public paid;
    mapping(uint256 asset => uint256) public brought;
    mapping(uint256 asset => uint256) public escapedSum;
    mapping(uint256 i => uint256) public escapedMask;

    constructor() {
        setUp();
        _tokens();
        builder = new StateBuilder(BASE);
        for (uint256 i; i < PEOPLE; ++i) {
            builder.setOwner(i, _owner(i), i + 1);
        }
        ride = _create(_terms());
        _bring(usd, 5000);
        _apply(Statements.ride(_rideEffect(ride, 5000, false)));
        vm.deal(ALICE, 100 ether);
    }

    function _tokens() private {
        _add(address(new Token()));
        _add(address(new NoReturnToken()));
        _add(address(new DecimalsToken(0)));
        _add(address(new DecimalsToken(6)));
        _add(address(new DecimalsToken(30)));
        _add(address(new FeeToken()));
        _add(address(falsy = new FalseToken()));
        _add(address(rebasing = new RebasingToken()));
        _add(address(blocklist = new BlocklistToken()));
        _add(address(pausable = new PausableToken()));
        _add(address(hook = new HookToken()));
        TwoAddressToken two = new TwoAddressToken();
        _add(address(two));
        // Its second address is an asset of its own: the owner's mistake, which may hurt these two only.
        _add(address(two.second()));
        // Whatever it is called back into refuses or does what anybody may do.
        hook.hook(address(weir), abi.encodeCall(IWeir.freeze, ()));
    }

    function _add(address token_) private {
        numbers.push(uint32(weir.registerAsset(token_, 1)));
        tokens.push(token_);
        (bool minted,) = token_.call(abi.encodeCall(Token.mint, (ALICE, 1e30)));
        vm.prank(ALICE);
        (bool approved,) = token_.call(abi.encodeCall(IERC20.approve, (address(weir), type(uint256).max)));
        approved = approved && minted;
    }

    function _owner(uint256 i) private pure returns (address) {
        return address(uint160(0x5000 + i));
    }

    modifier counted(string memory name) {
        if (calls[name]++ == 0) names.push(name);
        _;
    }

    function nameCount() external view returns (uint256) {
        return names.length;
    }

    /// @dev A call that a good token's asset must survive and a bad one's may fail.
    function _try(uint256 k, string memory name, bytes memory call) private returns (bool success) {
        bytes memory reason;
        (success, reason) = address(weir).call(call);
        if (success) ++successes[name];
        else if (k < FIRST_HOSTILE) _bubble(reason);
    }

    function _bubble(bytes memory reason) private pure {
        assembly ("memory-safe") {
            revert(add(reason, 32), mload(reason))
        }
    }

    function _indexOf(uint32 number) private view returns (uint256 k) {
        while (numbers[k] != number) ++k;
    }

    // ---- before the freeze ----

    function deposit(uint256 seed, uint256 amount) external counted("deposit") {
        if (frozen) return;
        uint256 k = seed % numbers.length;
        DepositContent memory c = _content(numbers[k], uint64(1 + amount % 1e9), ALICE);
        vm.prank(ALICE);
        if (!_try(k, "deposit", abi.encodeCall(IWeir.deposit, (c.asset, c.amount, c.account, c.headerDigest, c.slot)))) {
            return;
        }
        queue.push(Queued(c, 0, false, false));
        owed[c.asset] += c.amount;
        brought[c.asset] += c.amount;
    }

    function settle(uint256 seed) external counted("settle") {
        if (frozen) return;
        bytes memory effects;
        for (uint256 n; n < seed % 3 && cursor < queue.length; ++n) {
            Queued storage q = queue[cursor++];
            bool late = q.requestedAt != 0 && block.timestamp > q.requestedAt + 44 hours;
            bool take = !late && seed >> n & 12 != 0;
            effects = bytes.concat(effects, Statements.deposit(q.content, take ? 1 : 2));
            q.returned = !take;
            if (!take) continue;
            onL2[q.content.asset] += q.content.amount;
            owed[q.content.asset] -= q.content.amount;
        }
        _apply(effects);
        ++successes["settle"];
    }

    function withdraw(uint256 seed, uint256 amount) external counted("withdraw") {
        uint32 number = numbers[seed % numbers.length];
        if (frozen || onL2[number] == 0) return;
        uint64 bounded = uint64(1 + amount % onL2[number]);
        claims.push(_leave(number, bounded, _owner(seed % PEOPLE)));
        claimAsset.push(number);
        claimAmount.push(bounded);
        onL2[number] -= bounded;
        owed[number] += bounded;
        ++successes["withdraw"];
    }

    /// @dev With the day's limit as it stands.
    function _leave(uint32 number, uint64 amount, address to) private returns (WithdrawalClaim memory w) {
        _apply(Statements.withdrawal(5, number, amount, to));
        (w.batchNumber,,) = weir.lastBatch();
        (w.word0, w.word1) = Statements.withdrawalWords(5, number, amount, to);
        w.path = new bytes32[](0);
    }

    // ---- forced requests and cancels ----

    function force(uint256 seed) external counted("force") {
        if (frozen) return;
        uint256 fee = weir.forcedExitFee(uint16(seed | 1));
        vm.startPrank(ALICE);
        if (seed % 3 == 0) weir.requestKeyRotation{value: fee}(uint32(seed % 2 ** 27), bytes28(uint224(1)));
        else weir.requestForcedExit{value: fee}(uint32(seed % 2 ** 27), uint16(seed | 1));
        vm.stopPrank();
        ++successes["force"];
    }

    /// @dev The next ones, in order, of whichever kind; what they empty is `withdraw`'s business.
    function serve(uint256 seed) external counted("serve") {
        if (!frozen && _serve(1 + seed % 3, seed)) ++successes["serve"];
    }

    function _serve(uint256 most, uint256 seed) private returns (bool any) {
        (,, uint256 count, uint256 next) = weir.queues();
        bytes memory effects;
        for (; next < count && most != 0; (++next, --most)) {
            ForcedRequest memory r = weir.forcedRequest(next);
            uint256 status = 1 + (seed >> next & 1);
            effects = bytes.concat(
                effects,
                r.kind == 6
                    ? Statements.rotateKey(r.account, r.key, r.requester, status)
                    : Statements.forcedExit(r.account, r.mask, r.requester, status)
            );
        }
        any = effects.length != 0;
        if (any) _apply(effects);
    }

    function requestCancel(uint256 seed) external counted("requestCancel") {
        if (cursor == queue.length) return;
        uint256 i = cursor + seed % (queue.length - cursor);
        if (queue[i].requestedAt != 0) return;
        vm.prank(ALICE);
        weir.requestDepositCancel(i + 1, queue[i].content);
        queue[i].requestedAt = block.timestamp;
        ++successes["requestCancel"];
    }

    function cancel(uint256 seed) external counted("cancel") {
        if (queue.length == 0) return;
        // Where it may succeed, if there is such a place.
        uint256 i = seed % queue.length;
        for (uint256 k = cursor; k < queue.length; ++k) {
            if (queue[k].requestedAt != 0 && !queue[k].paid) i = k;
        }
        Queued storage q = queue[i];
        bool due = i >= cursor && !q.paid && q.requestedAt != 0 && block.timestamp >= q.requestedAt + 48 hours;
        (bool success, bytes memory reason) =
            address(weir).call(abi.encodeCall(IWeir.cancelDeposit, (i + 1, q.content)));
        assertTrue(due || !success, "cancelled what is not due");
        if (!success && due && _indexOf(q.content.asset) < FIRST_HOSTILE) _bubble(reason);
        if (!success) return;
        q.paid = true;
        owed[q.content.asset] -= q.content.amount;
        paid[q.content.asset] += q.content.amount;
        ++successes["cancel"];
    }

    function reclaimFee(uint256 seed) external counted("reclaimFee") {
        if (!frozen) return;
        (,, uint256 count,) = weir.queues();
        uint256 index = seed % count;
        uint256 before = weir.rewardOf(ALICE);
        uint256 due = uint256(weir.forcedRequest(index).feeUnits) * 100 gwei;
        (bool success,) = address(weir).call(abi.encodeCall(IWeir.reclaimForcedFee, (index)));
        assertEq(weir.rewardOf(ALICE) - before, success ? due : 0, "exactly the fee");
        if (success) ++successes["reclaimFee"];
    }

    function withdrawReward(uint256 seed) external counted("withdrawReward") {
        address who = seed % 2 == 0 ? ALICE : OPERATOR;
        uint256 amount = weir.rewardOf(who);
        if (amount == 0) return;
        uint256 before = who.balance;
        weir.withdrawReward(who);
        assertEq(who.balance - before, amount, "the reward");
        ++successes["withdrawReward"];
    }

    // ---- always ----

    function claim(uint256 seed) external counted("claim") {
        if (claims.length == 0) return;
        uint256 i = seed % claims.length;
        uint32 number = uint32(claimAsset[i]);
        if (block.timestamp < weir.heldUntil(claims[i].batchNumber, number)) {
            (bool early,) = address(weir).call(abi.encodeCall(IWeir.claim, (claims[i])));
            assertTrue(!early, "claimed while held");
            return;
        }
        bool was = weir.isClaimed(claims[i].batchNumber, claims[i].index);
        (bool success, bytes memory reason) = address(weir).call(abi.encodeCall(IWeir.claim, (claims[i])));
        assertTrue(!(was && success), "a claim paid twice");
        if (!success && !was && _indexOf(number) < FIRST_HOSTILE) _bubble(reason);
        if (!success) return;
        ++successes["claim"];
        owed[number] -= claimAmount[i];
        paid[number] += claimAmount[i];
    }

    /// @dev Two at once: one that fails takes the other with it, and it can be claimed by itself.
    function claimMany(uint256 seed) external counted("claimMany") {
        uint256 length = claims.length;
        if (length < 2) return;
        uint256 i = seed % length;
        uint256 j = (i + 1 + (seed >> 64) % (length - 1)) % length;
        WithdrawalClaim[] memory both = new WithdrawalClaim[](2);
        (both[0], both[1]) = (claims[i], claims[j]);
        bool was = weir.isClaimed(both[0].batchNumber, 0) || weir.isClaimed(both[1].batchNumber, 0);
        (bool success,) = address(weir).call(abi.encodeCall(IWeir.claimMany, (both)));
        assertTrue(!(was && success), "a claim paid twice");
        if (!success) return;
        for (uint256 k; k < 2; ++k) {
            uint256 at_ = k == 0 ? i : j;
            owed[claimAsset[at_]] -= claimAmount[at_];
            paid[claimAsset[at_]] += claimAmount[at_];
        }
        ++successes["claimMany"];
    }

    function reclaim(uint256 seed) external counted("reclaim") {
        if (queue.length == 0) return;
        uint256 i = seed % queue.length;
        Queued storage q = queue[i];
        // The constructor's own deposit is number 0.
        bytes memory call = abi.encodeCall(IWeir.reclaimDeposit, (i + 1, q.content));
        bool due = !q.paid && (q.returned || (frozen && i >= cursor));
        (bool success, bytes memory reason) = address(weir).call(call);
        assertTrue(due || !success, "paid back what is not due");
        if (!success && due && _indexOf(q.content.asset) < FIRST_HOSTILE) _bubble(reason);
        if (!success) return;
        q.paid = true;
        owed[q.content.asset] -= q.content.amount;
        paid[q.content.asset] += q.content.amount;
        ++successes["reclaim"];
    }

    function mood(uint256 seed) external counted("mood") {
        pausable.pause(seed & 1 == 1);
        falsy.lie(seed & 2 == 2);
        if (seed & 4 == 4) blocklist.block_(_owner(seed >> 8 & 3));
        rebasing.rebase(50 + seed % 100);
        bytes[3] memory entries = [
            abi.encodeCall(IWeir.withdrawEscaped, (numbers[10], _owner(seed & 3))),
            abi.encodeCall(IWeir.freeze, ()),
            claims.length == 0 ? bytes("") : abi.encodeCall(IWeir.claim, (claims[seed % claims.length]))
        ];
        hook.hook(address(weir), entries[seed % 3]);
        ++successes["mood"];
    }

    function passTime(uint256 by) external counted("passTime") {
        // An honest operator serves in time, or the hook token's owner freezes.
        if (!frozen) {
            (,,, uint256 next) = weir.queues();
            uint256 oldest = weir.forcedRequest(next).requestedAt;
            if (oldest != 0 && block.timestamp > oldest + 5 days) _serve(type(uint256).max, by);
        }
        vm.warp(block.timestamp + 1 + by % 30 hours);
        ++successes["passTime"];
    }

    // ---- the freeze and after it ----

    /// @dev The last batch's root says who holds what: every asset's total, split over people and slots.
    function freeze(uint256 seed) external counted("freeze") {
        if (frozen || seed % 30 != 0) return;
        _forceFreeze(seed);
    }

    function _forceFreeze(uint256 seed) private {
        for (uint256 k; k < numbers.length; ++k) {
            uint64 total = uint64(onL2[numbers[k]]);
            uint64 part = total == 0 ? 0 : uint64(seed % total);
            builder.set(seed % 2, k, numbers[k], part);
            builder.set(2 + seed % 2, k, numbers[k], total - part);
        }
        builder.set(0, 14, ride, 2000);
        builder.set(3, 15, ride, 3000);
        Header memory h = _header("");
        h.newRollupRoot = bytes32(builder.build());
        _apply(h, "");
        vm.prank(ALICE);
        weir.requestForcedExit{value: 1 ether}(1, 1);
        vm.warp(block.timestamp + 7 days);
        weir.freeze();
        frozen = true;
        ++successes["freeze"];
    }

    function escape(uint256 seed, uint16 mask) external counted("escape") {
        if (!frozen || mask == 0) return;
        uint256 i = seed % PEOPLE;
        EscapeOpening[] memory openings = new EscapeOpening[](1);
        openings[0] = EscapeOpening(BASE + uint32(i), builder.header(i), builder.slots(i, mask));
        weir.escape(openings);
        for (uint256 slot; slot < 16; ++slot) {
            if (mask >> slot & 1 == 0 || escapedMask[i] >> slot & 1 == 1) continue;
            (uint32 number, uint64 amount) = builder.holdings(i, slot);
            escapedSum[number] += amount;
            if (number == ride || amount == 0) continue;
            onL2[number] -= amount;
            owed[number] += amount;
        }
        escapedMask[i] |= mask;
        assertEq(weir.escapedSlots(BASE + uint32(i)), escapedMask[i], "the bitmap");
        ++successes["escape"];
    }

    function withdrawEscaped(uint256 seed) external counted("withdrawEscaped") {
        uint256 k = seed % numbers.length;
        address owner = _owner(seed >> 8 & 3);
        uint256 amount = weir.escapedOf(numbers[k], owner);
        if (amount == 0) return;
        if (!_try(k, "withdrawEscaped", abi.encodeCall(IWeir.withdrawEscaped, (numbers[k], owner)))) return;
        owed[numbers[k]] -= amount;
        paid[numbers[k]] += amount;
    }

    function rides(uint256 seed) external counted("rides") {
        if (!frozen) return;
        if (pool.ride(ride).stage == Stage.Boarding) pool.abort(ride);
        address owner = _owner(seed & 3);
        if (pool.balanceOf(owner, ride) == 0) return;
        pool.redeemTickets(ride, owner);
        ++successes["rides"];
    }

    // ---- what always holds ----

    function check() public view {
        for (uint256 k; k < numbers.length; ++k) {
            uint32 number = numbers[k];
            Books memory b = weir.books(number);
            assertEq(b.l2Total, onL2[number], "l2Total");
            assertEq(b.owed, owed[number], "owed");
            assertEq(brought[number], onL2[number] + owed[number] + paid[number], "every unit is somewhere, once");
            if (k >= FIRST_HOSTILE) continue;
            assertTrue(IERC20(tokens[k]).balanceOf(address(weir)) >= uint256(b.l2Total) + b.owed, "solvent");
        }
        (,, uint256 count, uint256 next) = weir.queues();
        uint256 fees = weir.rewardOf(ALICE) + weir.rewardOf(OPERATOR);
        for (; next < count; ++next) {
            fees += uint256(weir.forcedRequest(next).feeUnits) * 100 gwei;
        }
        assertEq(address(weir).balance, fees, "ether");
        Books memory tickets = weir.books(ride);
        assertEq(tickets.l2Total + escapedSum[ride], 5000, "tickets");
        assertEq(weir.frozen() ? 1 : 0, frozen ? 1 : 0, "frozen");
    }

    /// @dev Everybody leaves a frozen core; of every asset whose token behaves nothing is left.
    function drain() external {
        if (!frozen) _forceFreeze(uint256(keccak256(abi.encode(cursor))));
        pausable.pause(false);
        falsy.lie(false);
        rebasing.rebase(100);
        hook.hook(address(0), "");
        vm.warp(block.timestamp + 1 days);
        for (uint256 i; i < PEOPLE; ++i) {
            this.escape(i, 0xffff);
        }
        for (uint256 i; i < queue.length; ++i) {
            this.reclaim(i);
        }
        for (uint256 i; i < claims.length; ++i) {
            this.claim(i);
        }
        for (uint256 k; k < numbers.length; ++k) {
            for (uint256 i; i < PEOPLE; ++i) {
                this.withdrawEscaped(i << 8 | (k + numbers.length - (i << 8) % numbers.length) % numbers.length);
            }
        }
        for (uint256 i; i < PEOPLE; ++i) {
            this.rides(i);
        }
        (,, uint256 count, uint256 next) = weir.queues();
        for (; next < count; ++next) {
            this.reclaimFee(next);
        }
        this.withdrawReward(0);
        this.withdrawReward(1);
        assertEq(address(weir).balance, 0, "no ether is left");
        check();
        for (uint256 k; k < FIRST_HOSTILE; ++k) {
            Books memory b = weir.books(numbers[k]);
            assertEq(uint256(b.l2Total) + b.owed, 0, "nothing is left");
            assertEq(paid[numbers[k]], brought[numbers[k]], "everything was paid");
        }
        assertBooks(usd, 0, 0, 0);
    }
}

/// forge-config: default.invariant.fail-on-revert = true
/// forge-config: default.invariant.runs = 24
contract ExitInvariantsTest {
    struct FuzzSelector {
        address target;
        bytes4[] selectors;
    }

    ExitHandler private handler;

    function setUp() public {
        handler = ExitHandler(vm.deployCode("ExitInvariants.t.sol:ExitHandler"));
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function targetSelectors() public view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), _selectors());
    }

    function invariant_every_unit_is_owed_or_paid_once() public view {
        handler.check();
    }

    function afterInvariant() public {
        handler.drain();
    }

    function test_a_long_walk_ends_with_everybody_out() public {
        bytes4[] memory selectors = _selectors();
        for (uint256 i; i < 800; ++i) {
            bytes32 seed = keccak256(abi.encode("exit", i));
            (bool success, bytes memory reason) = address(handler)
                .call(
                    abi.encodePacked(
                        selectors[uint256(seed) % selectors.length],
                        keccak256(abi.encode(seed, 1)),
                        uint256(keccak256(abi.encode(seed, 2))) & 0xffff
                    )
                );
            if (!success) {
                assembly {
                    revert(add(reason, 32), mload(reason))
                }
            }
            if (i % 20 == 0) handler.check();
        }
        handler.drain();
        uint256 count = handler.nameCount();
        require(count == selectors.length - 3, "a handler was never called");
        for (uint256 i; i < count; ++i) {
            string memory name = handler.names(i);
            require(handler.successes(name) != 0, string.concat(name, " never succeeded"));
        }
    }

    function _selectors() private pure returns (bytes4[] memory selectors) {
        bytes4[21] memory all = [
            ExitHandler.deposit.selector,
            ExitHandler.deposit.selector,
            ExitHandler.deposit.selector,
            ExitHandler.settle.selector,
            ExitHandler.settle.selector,
            ExitHandler.withdraw.selector,
            ExitHandler.force.selector,
            ExitHandler.serve.selector,
            ExitHandler.requestCancel.selector,
            ExitHandler.cancel.selector,
            ExitHandler.reclaimFee.selector,
            ExitHandler.withdrawReward.selector,
            ExitHandler.claimMany.selector,
            ExitHandler.claim.selector,
            ExitHandler.reclaim.selector,
            ExitHandler.mood.selector,
            ExitHandler.passTime.selector,
            ExitHandler.freeze.selector,
            ExitHandler.escape.selector,
            ExitHandler.withdrawEscaped.selector,
            ExitHandler.rides.selector
        ];
        selectors = new bytes4[](21);
        for (uint256 i; i < 21; ++i) {
            selectors[i] = all[i];
        }
    }
}
