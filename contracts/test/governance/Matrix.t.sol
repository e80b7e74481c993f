// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

import {Courier, ERC7540Adapter} from "../../src/adapters/ERC7540Adapter.sol";
import {Direction, IAdapter} from "../../src/interfaces/IAdapter.sol";
import {IGovernance} from "../../src/interfaces/IGovernance.sol";
import {IL1Orders} from "../../src/interfaces/IL1Orders.sol";
import {IRidePool} from "../../src/interfaces/IRidePool.sol";
import {IStarkVerifier} from "../../src/interfaces/IStarkVerifier.sol";
import {IWeir} from "../../src/interfaces/IWeir.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {AcceptAllVerifier, WeirHarness} from "../support/WeirHarness.sol";
import {AsyncVaultStandIn} from "../targets/AsyncVaultStandIn.sol";
import {PlayToken} from "../targets/PlayToken.sol";

/// @notice Every function of every deployable contract that can change something: who may call it, in which states it is
/// closed, and whether it can void a batch that is being proven. The functions come from the compiler's output and the
/// contracts from snapshots/sizes.json, so a new one fails here until it has a row. Who and when are tried, not read.
contract MatrixTest is CoreTest {
    enum Who {
        Anyone,
        Operator,
        Owner,
        OwnerOrGuardian,
        Guardian,
        PendingOwner,
        PendingGuardian,
        Governance,
        Pool,
        L1Orders,
        Core,
        Adapter
    }

    /// @dev Whether it can void a batch that is being proven. Listed: the guardian's two exceptions of `docs/security.md`.
    /// Sequence: another batch of the same number. Freeze: what is proven when a request has waited for 7 days.
    enum Voids {
        No,
        Listed,
        Sequence,
        Freeze
    }

    struct Row {
        string signature;
        Who who;
        uint256 closed;
        Voids voids;
        bool found;
    }

    /// @dev States, and in `closed` those in which a function refuses because of the state.
    uint256 private constant UNLAUNCHED = 1;
    uint256 private constant SETTLE_PAUSED = 2;
    uint256 private constant ENTRIES_PAUSED = 4;
    uint256 private constant SUNSET = 8;
    uint256 private constant NO_VERIFIER = 16;
    uint256 private constant FROZEN = 32;
    uint256 private constant STATES = 6;
    uint256 private constant ENTRY = UNLAUNCHED | ENTRIES_PAUSED | SUNSET | FROZEN;
    uint256 private constant LIVE = UNLAUNCHED | SETTLE_PAUSED | ENTRIES_PAUSED | SUNSET | NO_VERIFIER;
    uint256 private constant OPEN = 0;

    /// @dev Names the artifact: `file/contract`.
    mapping(string name => string) private artifacts;
    mapping(string name => Row[]) private rows;
    address private constant STRANGER = address(0x57a9);
    ERC7540Adapter private later;
    /// @dev The one that clones run.
    Courier private courier;

    function setUp() public override {
        super.setUp();
        artifacts["Weir"] = "Weir.sol";
        artifacts["Effects"] = "Effects.sol";
        artifacts["Governance"] = "Governance.sol";
        artifacts["GovernanceFactory"] = "GovernanceFactory.sol";
        artifacts["MarketFactory"] = "MarketFactory.sol";
        artifacts["L1Orders"] = "L1Orders.sol";
        artifacts["Facts"] = "Facts.sol";
        artifacts["TransferRegistry"] = "TransferRegistry.sol";
        artifacts["ReferencePrices"] = "ReferencePrices.sol";
        artifacts["RidePool"] = "RidePool.sol";
        artifacts["StateProof"] = "StateProof.sol";
        artifacts["CompiledEvaluator"] = "CompiledEvaluator.sol";
        artifacts["AirEvaluator"] = "AirEvaluator.sol";
        artifacts["DefaultWhirVerifier"] = "DefaultProfile.sol";
        artifacts["ReserveWhirVerifier"] = "ReserveProfile.sol";
        artifacts["WeirVerifier"] = "WeirVerifier.sol";
        artifacts["WeirReserveVerifier"] = "WeirReserveVerifier.sol";
        _weir();
        _governance();
        _pool();
        _strategies();
        _deployLater();
        // A library that the core's constructor runs as itself. Called on its own, it makes a governance of nobody's core.
        rows["GovernanceFactory"].push(Row("deploy(Genesis)", Who.Anyone, OPEN, Voids.No, false));
        rows["MarketFactory"].push(Row("deploy()", Who.Anyone, OPEN, Voids.No, false));
        _market();
        // A library that settle runs on the core's storage. Called on its own, it refuses.
        rows["Effects"].push(
            Row("applyEffects(CoreStorage storage,Satellites,Header,bytes)", Who.Core, OPEN, Voids.No, false)
        );
    }

    /// @dev Adapters share `Adapter`, positions `Position`: one of the first is tried here, for all; a position is an
    /// ordinary token, and the core has no business with it. Conformance.t.sol and Positions.t.sol try each.
    function _strategies() private {
        string[7] memory adapters = [
            "ERC4626Adapter",
            "CompoundV2Adapter",
            "LendingAdapter",
            "BalancerV2Adapter",
            "PositionAdapter",
            "UniswapV2Adapter",
            "UniswapV3SwapAdapter"
        ];
        for (uint256 i; i < adapters.length; ++i) {
            string memory name = adapters[i];
            artifacts[name] = string.concat(name, ".sol");
            rows[name].push(Row("setJoinCap(uint256)", Who.Owner, OPEN, Voids.No, false));
            rows[name].push(
                Row("convert(uint8,address,address,uint256,address,bytes)", Who.Pool, OPEN, Voids.No, false)
            );
            // With a guarded price, which anybody may bring up to date.
            if (i < 3) _anybody(name, "guardPrice()");
            if (i == 1 || i == 2) _anybody(name, "assetsOf(uint256)");
        }
        artifacts["ERC7540Adapter"] = "ERC7540Adapter.sol";
        _later("setJoinCap(uint256)", Who.Owner);
        _later("convert(uint8,address,address,uint256,address,bytes)", Who.Pool);
        _later("request(uint256,uint8,address,address,uint256)", Who.Pool);
        _later("collect(uint256,address)", Who.Pool);
        _later("cancel(uint256)", Who.Pool);
        // What each ride's clone runs; the adapter makes it and is all that may use it.
        artifacts["Courier"] = "ERC7540Adapter.sol";
        string[3] memory errands = ["request(uint8,address,uint256)", "collect(address)", "cancel()"];
        for (uint256 i; i < errands.length; ++i) {
            rows["Courier"].push(Row(errands[i], Who.Adapter, OPEN, Voids.No, false));
        }
        string[3] memory positions = ["AaveV3Position", "MorphoBluePosition", "UniswapV3Position"];
        for (uint256 i; i < positions.length; ++i) {
            artifacts[positions[i]] = string.concat(positions[i], ".sol");
            _anybody(positions[i], "enter(uint256,uint256,address)");
            _anybody(positions[i], "exit(uint256,uint256,address)");
            _anybody(positions[i], "approve(address,uint256)");
            _anybody(positions[i], "transfer(address,uint256)");
            _anybody(positions[i], "transferFrom(address,address,uint256)");
            if (i == 1) _anybody(positions[i], "assetsOf(uint256)");
        }
    }

    /// @dev With a request, and so a courier.
    function _deployLater() private {
        PlayToken money = new PlayToken("A");
        AsyncVaultStandIn target = new AsyncVaultStandIn(money);
        later = new ERC7540Adapter(pool, target, true, type(uint256).max);
        money.mint(address(later), 1);
        vm.prank(address(pool));
        later.request(1, Direction.Join, address(money), address(target), 1);
        courier = later.courierOf(1);
    }

    function _later(string memory signature, Who who) private {
        rows["ERC7540Adapter"].push(Row(signature, who, OPEN, Voids.No, false));
    }

    function _anybody(string memory name, string memory signature) private {
        rows[name].push(Row(signature, Who.Anyone, OPEN, Voids.No, false));
    }

    function _row(string memory signature, Who who, uint256 closed) private {
        rows["Weir"].push(Row(signature, who, closed, Voids.No, false));
    }

    function _weir() private {
        _row("registerAsset(address,uint96)", Who.Owner, OPEN);
        _row("addOperator(address)", Who.Owner, OPEN);
        _row("removeOperator(address)", Who.Owner, OPEN);
        _row("registerTicket()", Who.Pool, OPEN);
        _row("payFromPool(uint256,uint256,address)", Who.Pool, OPEN);
        _row("receiveIntoPool(uint256,uint256)", Who.Pool, OPEN);
        _row("payOwed(uint256,uint256,address)", Who.L1Orders, OPEN);
        _row("receiveOwed(uint256,uint256,address)", Who.L1Orders, OPEN);
        _row("confirmAccount(uint32)", Who.Anyone, OPEN);
        _row("deposit(uint32,uint64,uint32,bytes32,uint8)", Who.Anyone, ENTRY);
        _row("requestDepositCancel(uint256,(uint32,uint64,uint32,uint8,bytes32,address))", Who.Anyone, OPEN);
        _row("cancelDeposit(uint256,(uint32,uint64,uint32,uint8,bytes32,address))", Who.Anyone, OPEN);
        _row("reclaimDeposit(uint256,(uint32,uint64,uint32,uint8,bytes32,address))", Who.Anyone, OPEN);
        _row("claim((uint256,uint256,uint256,uint256,bytes32[]))", Who.Anyone, OPEN);
        _row("claimMany((uint256,uint256,uint256,uint256,bytes32[])[])", Who.Anyone, OPEN);
        _row("requestForcedExit(uint32,uint16)", Who.Anyone, UNLAUNCHED | FROZEN);
        _row("requestKeyRotation(uint32,bytes28)", Who.Anyone, UNLAUNCHED | FROZEN);
        _row("reclaimForcedFee(uint256)", Who.Anyone, LIVE);
        _row("escape((uint32,bytes,bytes)[])", Who.Anyone, LIVE);
        _row("withdrawEscaped(uint256,address)", Who.Anyone, OPEN);
        rows["Weir"].push(Row("freeze()", Who.Anyone, FROZEN, Voids.Freeze, false));
        _row("withdrawReward(address)", Who.Anyone, OPEN);
        rows["Weir"].push(
            Row(
                "settle(bytes,bytes32,bytes,((bytes32,bytes,bytes)[],bytes32,bytes))",
                Who.Operator,
                UNLAUNCHED | SETTLE_PAUSED | SUNSET | NO_VERIFIER | FROZEN,
                Voids.Sequence,
                false
            )
        );
    }

    function _governs(string memory signature, Who who, Voids voids) private {
        rows["Governance"].push(Row(signature, who, OPEN, voids, false));
    }

    function _governance() private {
        _governs("launch()", Who.Owner, Voids.No);
        _governs("announce(bytes)", Who.Owner, Voids.No);
        _governs("addVerifier(address,bytes32)", Who.Owner, Voids.No);
        _governs("switchVerifier()", Who.Owner, Voids.No);
        _governs("setCommittee(address[],uint256)", Who.Owner, Voids.No);
        _governs("registerStrategy(address,uint32)", Who.Owner, Voids.No);
        _governs("declareSunset(uint256)", Who.Owner, Voids.No);
        _governs("proposeGuardian(address)", Who.Owner, Voids.No);
        _governs("transferOwnership(address)", Who.Owner, Voids.No);
        _governs("renounceOwnership()", Who.Owner, Voids.No);
        _governs("acceptOwnership()", Who.PendingOwner, Voids.No);
        _governs("acceptGuardian()", Who.PendingGuardian, Voids.No);
        _governs("cancelChange(bytes32)", Who.OwnerOrGuardian, Voids.No);
        _governs("resumeSettle()", Who.OwnerOrGuardian, Voids.No);
        _governs("resumeEntries()", Who.OwnerOrGuardian, Voids.No);
        _governs("pauseEntries()", Who.Guardian, Voids.No);
        _governs("pauseSettle(uint256)", Who.Guardian, Voids.Listed);
        _governs("disableVerifier(address)", Who.Guardian, Voids.Listed);
    }

    function _rides(string memory signature, Who who, uint256 closed) private {
        rows["RidePool"].push(Row(signature, who, closed, Voids.No, false));
    }

    function _pool() private {
        _rides("registerStrategy(address,uint32)", Who.Governance, OPEN);
        _rides(
            "createRide((address,uint8,uint32,uint32,uint16,uint64,uint64,uint64,uint64,uint64,uint64,uint64,uint40,uint40,uint40,address))",
            Who.Operator,
            ENTRY
        );
        _rides("closeByTime(uint256)", Who.Anyone, OPEN);
        _rides("depart(uint256,bytes)", Who.Anyone, FROZEN);
        _rides("abort(uint256)", Who.Anyone, OPEN);
        _rides("arrive(uint256)", Who.Anyone, OPEN);
        _rides("collectLate(uint256)", Who.Anyone, OPEN);
        _rides("redeemTickets(uint256,address)", Who.Anyone, OPEN);
        _rides("withdrawEarnings(address,address)", Who.Anyone, OPEN);
        _rides("approve(address,uint256,uint256)", Who.Anyone, OPEN);
        _rides("setOperator(address,bool)", Who.Anyone, OPEN);
        _rides("transfer(address,uint256,uint256)", Who.Anyone, OPEN);
        _rides("transferFrom(address,address,uint256,uint256)", Who.Anyone, OPEN);
        _rides("applyRide((uint32,uint32,uint32,uint64,bool,bool,uint64,uint64,uint40,uint40),uint256)", Who.Core, OPEN);
        _rides("applyRedeem((uint32,uint32,uint32,uint64,uint64,uint64,uint64,uint64,uint64))", Who.Core, OPEN);
        _rides("creditTickets(uint256,address,uint256)", Who.Core, OPEN);
    }

    function _orders(string memory signature, Who who, uint256 closed) private {
        rows["L1Orders"].push(Row(signature, who, closed, Voids.No, false));
    }

    function _market() private {
        _orders("deposit(uint32,uint64)", Who.Anyone, ENTRY);
        _orders("withdraw(uint32,uint128,address)", Who.Anyone, OPEN);
        _orders("place((uint32,uint32,uint64,uint64,uint64,uint40))", Who.Anyone, ENTRY);
        _orders("requestCancel(uint256)", Who.Anyone, OPEN);
        _orders("release(uint256)", Who.Anyone, OPEN);
        _orders("collect(uint256)", Who.Anyone, OPEN);
        _orders("applyFill((uint256,uint32,uint32,uint64,uint64),uint256,uint256)", Who.Core, OPEN);
        rows["Facts"].push(Row("registerFact(bytes)", Who.Anyone, OPEN, Voids.No, false));
        rows["TransferRegistry"].push(Row("pay(address,address,uint256,uint256)", Who.Anyone, OPEN, Voids.No, false));
        _anybody("ReferencePrices", "open(address,uint32,uint32)");
        _anybody("ReferencePrices", "append(uint256)");
        _facade();
    }

    /// @dev Anybody's for those who made a request or act for whoever did, and closed in no state of its own: a request is
    /// `L1Orders.place`, which refuses for it.
    function _facade() private {
        (artifacts["AsyncVaultFactory"], artifacts["AsyncVault"]) = ("AsyncVaultFactory.sol", "AsyncVault.sol");
        _anybody("AsyncVaultFactory", "create(address)");
        string memory name = "AsyncVault";
        _anybody(name, "setOperator(address,bool)");
        _anybody(name, "requestDeposit(uint256,address,address)");
        _anybody(name, "requestRedeem(uint256,address,address)");
        _anybody(name, "deposit(uint256,address)");
        _anybody(name, "deposit(uint256,address,address)");
        _anybody(name, "mint(uint256,address)");
        _anybody(name, "mint(uint256,address,address)");
        _anybody(name, "redeem(uint256,address,address)");
        _anybody(name, "withdraw(uint256,address,address)");
        _anybody(name, "cancelDepositRequest(uint256,address)");
        _anybody(name, "cancelRedeemRequest(uint256,address)");
        _anybody(name, "claimCancelDepositRequest(uint256,address,address)");
        _anybody(name, "claimCancelRedeemRequest(uint256,address,address)");
    }

    // ---- complete ----

    function test_every_function_of_every_deployable_contract_has_its_row() public {
        string[] memory names = vm.parseJsonKeys(vm.readFile("snapshots/sizes.json"), "$");
        for (uint256 i; i < names.length; ++i) {
            this.checkRows(names[i]);
        }
    }

    /// @notice A call of its own for each contract: artifacts are large, and what a call has in memory ends with it.
    function checkRows(string calldata name) external {
        assertTrue(bytes(artifacts[name]).length != 0, string.concat(name, " is in no table"));
        string memory json = vm.readFile(string.concat("out/", artifacts[name], "/", name, ".json"));
        string[] memory signatures = vm.parseJsonKeys(json, ".methodIdentifiers");
        bytes[] memory views = _views(json, signatures.length);
        for (uint256 j; j < signatures.length; ++j) {
            if (_isView(views, signatures[j])) continue;
            assertTrue(_find(name, signatures[j]), string.concat(name, ".", signatures[j], " has no row"));
        }
        Row[] storage own = rows[name];
        for (uint256 j; j < own.length; ++j) {
            assertTrue(own[j].found, string.concat(name, ".", own[j].signature, " is no function"));
        }
    }

    /// @dev The names of the ABI's functions that change nothing; it leaves out what takes a library's own kind of arguments.
    function _views(string memory json, uint256 most) private view returns (bytes[] memory names) {
        names = new bytes[](most);
        string memory item;
        uint256 found;
        for (uint256 i; vm.keyExistsJson(json, item = string.concat(".abi[", vm.toString(i), "]")); ++i) {
            if (keccak256(bytes(vm.parseJsonString(json, string.concat(item, ".type")))) != keccak256("function")) {
                continue;
            }
            bytes32 kind = keccak256(bytes(vm.parseJsonString(json, string.concat(item, ".stateMutability"))));
            if (kind != keccak256("view") && kind != keccak256("pure")) continue;
            names[found++] = bytes(vm.parseJsonString(json, string.concat(item, ".name")));
        }
    }

    /// @dev By name: overloads that differ in this would have to be told apart.
    function _isView(bytes[] memory views, string memory signature) private pure returns (bool) {
        for (uint256 i; i < views.length; ++i) {
            if (views[i].length != 0 && _begins(bytes(signature), views[i])) return true;
        }
        return false;
    }

    function _begins(bytes memory signature, bytes memory name) private pure returns (bool) {
        if (signature.length <= name.length || signature[name.length] != "(") return false;
        for (uint256 i; i < name.length; ++i) {
            if (signature[i] != name[i]) return false;
        }
        return true;
    }

    function _find(string memory name, string memory signature) private returns (bool) {
        Row[] storage own = rows[name];
        for (uint256 i; i < own.length; ++i) {
            if (keccak256(bytes(own[i].signature)) != keccak256(bytes(signature))) continue;
            own[i].found = true;
            return true;
        }
        return false;
    }

    /// @dev The table of `docs/security.md` is this one; a difference shows what must stand there.
    function test_the_docs_have_this_table() public {
        string memory table;
        string[15] memory names = [
            "Weir",
            "RidePool",
            "Governance",
            "ERC4626Adapter",
            "ERC7540Adapter",
            "Courier",
            "Effects",
            "GovernanceFactory",
            "MarketFactory",
            "L1Orders",
            "Facts",
            "TransferRegistry",
            "ReferencePrices",
            "AsyncVaultFactory",
            "AsyncVault"
        ];
        for (uint256 c; c < names.length; ++c) {
            for (uint256 i; i < rows[names[c]].length; ++i) {
                table = string.concat(table, _line(names[c], rows[names[c]][i]));
            }
        }
        // What follows the table shows that nothing stands after its last row.
        bool found = vm.contains(vm.readFile("../docs/security.md"), string.concat("|---|---|---|---|\n", table, "\n"));
        assertTrue(found, string.concat("docs/security.md has another table than\n", table));
    }

    function _line(string memory name, Row memory row) private pure returns (string memory) {
        string[12] memory who = [
            "anybody",
            "operator",
            "owner",
            "owner, guardian",
            "guardian",
            "pending owner",
            "pending guardian",
            "governance",
            "pool",
            "L1 orders",
            "core",
            "adapter"
        ];
        string[4] memory voids = ["no", "listed", "another of its number", "after 7 days unserved"];
        return string.concat(
            "| `",
            string.concat(name, ".", _name(row.signature)),
            "` | ",
            who[uint256(row.who)],
            " | ",
            _states(row.closed),
            string.concat(" | ", voids[uint256(row.voids)], " |\n")
        );
    }

    function _states(uint256 closed) private pure returns (string memory out) {
        if (closed == LIVE) return "unless frozen";
        string[6] memory states =
            ["before launch", "settle paused", "entries paused", "after the sunset", "no verifier", "frozen"];
        for (uint256 s; s < STATES; ++s) {
            if (closed >> s & 1 == 0) continue;
            out = string.concat(out, bytes(out).length == 0 ? "" : ", ", states[s]);
        }
    }

    function _name(string memory signature) private pure returns (string memory) {
        bytes memory name = bytes(signature);
        uint256 length;
        while (name[length] != "(") ++length;
        assembly ("memory-safe") {
            mstore(name, length)
        }
        return string(name);
    }

    // ---- who ----

    function _contracts() private view returns (string[10] memory names, address[10] memory at_) {
        names = [
            "Weir",
            "Governance",
            "RidePool",
            "ERC4626Adapter",
            "L1Orders",
            "Facts",
            "TransferRegistry",
            "ReferencePrices",
            "ERC7540Adapter",
            "Courier"
        ];
        at_ = [
            address(weir),
            address(governance),
            address(pool),
            address(adapter),
            address(weir.l1Orders()),
            address(weir.facts()),
            address(weir.facts().transferRegistry()),
            address(weir.referencePrices()),
            address(later),
            address(courier)
        ];
    }

    /// @dev Zeros decode as any arguments: offsets and lengths of zero.
    function _call(Row memory row, address caller, address to) private returns (bytes4 error_) {
        bytes memory data = abi.encodePacked(bytes4(keccak256(bytes(row.signature))), new bytes(1024));
        if (row.voids == Voids.Sequence) {
            data = abi.encodeCall(IWeir.settle, (_statement(""), DIGEST, "", _onChain()));
        }
        vm.prank(caller);
        (bool success, bytes memory reason) = to.call(data);
        error_ = success ? bytes4(0) : bytes4(reason);
        // Elsewhere it is about who is to be removed.
        if (row.voids == Voids.Sequence && error_ == IWeir.NotOperator.selector) {
            error_ = IRidePool.NotCreator.selector;
        }
    }

    function _isRoleError(bytes4 e) private pure returns (bool) {
        return e == Ownable.OwnableUnauthorizedAccount.selector || e == IWeir.NotOwner.selector
            || e == IGovernance.NotGuardian.selector || e == IRidePool.NotGovernance.selector
            || e == IWeir.NotPool.selector || e == IWeir.NotL1Orders.selector || e == IAdapter.NotRidePool.selector
            || e == Courier.NotAdapter.selector || e == IRidePool.NotCore.selector || e == IRidePool.NotCreator.selector;
    }

    function test_each_function_refuses_exactly_whom_it_should() public {
        governance.proposeGuardian(BOB);
        (bool done,) = address(governance).call(abi.encodeWithSignature("transferOwnership(address)", BOB));
        assertTrue(done, "transferOwnership");
        address[11] memory callers = [
            STRANGER,
            OPERATOR,
            address(this),
            GUARDIAN,
            BOB,
            address(governance),
            address(pool),
            address(weir),
            address(weir.l1Orders()),
            KEEPER,
            address(later)
        ];
        (string[10] memory names, address[10] memory at_) = _contracts();
        for (uint256 c; c < names.length; ++c) {
            for (uint256 i; i < rows[names[c]].length; ++i) {
                Row memory row = rows[names[c]][i];
                for (uint256 k; k < callers.length; ++k) {
                    uint256 snapshot = vm.snapshotState();
                    bool refused = _isRoleError(_call(row, callers[k], at_[c]));
                    vm.revertToState(snapshot);
                    assertTrue(
                        refused != _may(row.who, callers[k]),
                        string.concat(names[c], ".", row.signature, " by caller ", vm.toString(k))
                    );
                }
            }
        }
    }

    function _may(Who who, address caller) private view returns (bool) {
        if (who == Who.Operator) return caller == OPERATOR;
        if (who == Who.Owner) return caller == address(this);
        if (who == Who.OwnerOrGuardian) return caller == address(this) || caller == GUARDIAN;
        if (who == Who.Guardian) return caller == GUARDIAN;
        if (who == Who.PendingOwner || who == Who.PendingGuardian) return caller == BOB;
        if (who == Who.Governance) return caller == address(governance);
        if (who == Who.Pool) return caller == address(pool);
        if (who == Who.L1Orders) return caller == address(weir.l1Orders());
        if (who == Who.Core) return caller == address(weir);
        if (who == Who.Adapter) return caller == address(later);
        return true;
    }

    // ---- when ----

    function _isStateError(bytes4 e) private pure returns (bool) {
        return e == IGovernance.NotLaunched.selector || e == IGovernance.SettlePaused.selector
            || e == IGovernance.EntriesPaused.selector || e == IGovernance.SunsetPassed.selector
            || e == IGovernance.NoVerifier.selector || e == IWeir.CoreFrozen.selector || e == IWeir.NotFrozen.selector
            || e == IRidePool.CoreIsFrozen.selector;
    }

    function _enter(uint256 state) private {
        if (state == UNLAUNCHED) {
            weir = _harness(_genesis(new AcceptAllVerifier(), new AcceptAllVerifier()));
            (governance, pool) = (weir.governance(), weir.pool());
        } else if (state == SUNSET) {
            governance.declareSunset(block.timestamp + 30 days);
            vm.warp(block.timestamp + 30 days + 1);
        } else if (state == FROZEN) {
            weir.requestForcedExit{value: weir.forcedExitFee(1)}(9, 1);
            vm.warp(block.timestamp + 7 days);
            weir.freeze();
        } else {
            (IStarkVerifier first,) = governance.activeVerifier();
            (IStarkVerifier second,) = governance.reserveVerifier();
            vm.startPrank(GUARDIAN);
            if (state == SETTLE_PAUSED) governance.pauseSettle(72 hours);
            if (state == ENTRIES_PAUSED) governance.pauseEntries();
            if (state == NO_VERIFIER) {
                governance.disableVerifier(first);
                governance.disableVerifier(second);
            }
            vm.stopPrank();
        }
    }

    /// @dev Whoever may, is told apart from the state by the error; nothing but entries and settle is ever closed.
    function test_each_function_is_closed_exactly_in_its_states() public {
        for (uint256 s; s < STATES; ++s) {
            uint256 snapshot = vm.snapshotState();
            _enter(1 << s);
            (string[10] memory names, address[10] memory at_) = _contracts();
            for (uint256 c; c < names.length; ++c) {
                for (uint256 i; i < rows[names[c]].length; ++i) {
                    Row memory row = rows[names[c]][i];
                    uint256 inner = vm.snapshotState();
                    bytes4 error_ = _call(row, row.who == Who.Operator ? OPERATOR : ALICE, at_[c]);
                    vm.revertToState(inner);
                    assertTrue(
                        _isStateError(error_) == (row.closed >> s & 1 == 1),
                        string.concat(names[c], ".", row.signature, " in state ", vm.toString(s))
                    );
                }
            }
            vm.revertToState(snapshot);
        }
    }

    /// @dev What can void a batch that is being proven is the guardian's, but for another batch and a freeze.
    function test_only_the_guardian_can_void_a_batch() public view {
        (string[10] memory names,) = _contracts();
        for (uint256 c; c < names.length; ++c) {
            for (uint256 i; i < rows[names[c]].length; ++i) {
                Row memory row = rows[names[c]][i];
                assertTrue(row.voids != Voids.Listed || row.who == Who.Guardian, row.signature);
                assertTrue(row.voids != Voids.Sequence || row.closed & NO_VERIFIER != 0, row.signature);
            }
        }
    }
}
