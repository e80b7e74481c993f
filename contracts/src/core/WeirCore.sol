// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

import {IStarkVerifier} from "../interfaces/IStarkVerifier.sol";
import {Genesis, IWeir} from "../interfaces/IWeir.sol";
import {Header, StatementLib} from "../libraries/StatementLib.sol";
import {RidePool} from "../pool/RidePool.sol";
import {CoreState} from "./CoreState.sol";
import {Effects} from "./Effects.sol";

/// @title WeirCore
/// @notice The core: tokens, books, queues, and `settle`. It deploys its ride pool itself, so each knows the other
/// from the first block. See `IWeir` for what each entry point promises.
/// @dev Everything but which verifier: `Weir`, the only heir outside the tests, answers that with a compiled constant.
abstract contract WeirCore is Effects {
    uint256 internal constant VERSION = 1;
    uint256 internal constant MAX_BATCH_NUMBER = 2 ** 30;
    uint256 internal constant MAX_TIMESTAMP = 2 ** 40;
    uint256 internal constant MAX_WORDS = 2 ** 20;

    /// @dev A batch settles within this time of its timestamp: the window in which L1 must not change under a proof.
    uint256 internal constant SETTLE_WINDOW = 2 hours;
    /// @dev After this long without a batch, anyone settles.
    uint256 internal constant OPEN_SETTLE_DELAY = 24 hours;
    /// @dev A removed operator finishes what it is proving.
    uint256 internal constant OPERATOR_NOTICE = 48 hours;

    /// @inheritdoc IWeir
    IStarkVerifier public immutable verifier;
    /// @inheritdoc IWeir
    bytes32 public rollupRoot;
    /// @inheritdoc IWeir
    bytes32 public validiumRoot;
    /// @dev When an operator's right ends: the far future until it is removed.
    mapping(address operator => uint256 until) private _operatorUntil;

    constructor(Genesis memory genesis) Ownable(genesis.owner) CoreState(new RidePool()) {
        bytes32 actual = address(genesis.verifier).codehash;
        if (actual != _verifierCodeHash()) revert VerifierCodeMismatch(_verifierCodeHash(), actual);
        _requireCanonical(genesis.rollupRoot);
        _requireCanonical(genesis.validiumRoot);

        verifier = genesis.verifier;
        rollupRoot = genesis.rollupRoot;
        validiumRoot = genesis.validiumRoot;
        _chain.settledAt = uint40(block.timestamp);
        _addOperator(genesis.operator);
    }

    // ---- state ----

    /// @dev keccak256 of the only verifier's runtime code. Pure: neither who deploys nor anything on chain can choose it.
    function _verifierCodeHash() internal pure virtual returns (bytes32);

    /// @inheritdoc IWeir
    function verifierCodeHash() external pure returns (bytes32) {
        return _verifierCodeHash();
    }

    /// @inheritdoc IWeir
    /// @dev Not stored: on a fork of the chain with an id of its own, the core there is another instance.
    function instanceHash() public view returns (bytes32) {
        return StatementLib.instanceHash(block.chainid, address(this));
    }

    /// @inheritdoc IWeir
    function lastBatch() external view returns (uint256 batchNumber, uint256 timestamp, uint256 settledAt) {
        return (_chain.batchNumber, _chain.timestamp, _chain.settledAt);
    }

    /// @inheritdoc IWeir
    function queues()
        external
        view
        returns (uint256 depositCount, uint256 depositCursor, uint256 forcedCount, uint256 forcedCursor)
    {
        Queues memory q = _queues;
        return (q.depositCount, q.depositCursor, q.forcedCount, q.forcedCursor);
    }

    // ---- roles ----

    /// @inheritdoc IWeir
    function isOperator(address account) public view returns (bool) {
        return block.timestamp < _operatorUntil[account];
    }

    /// @inheritdoc IWeir
    function addOperator(address operator) external onlyOwner {
        _addOperator(operator);
    }

    function _addOperator(address operator) private {
        _operatorUntil[operator] = type(uint256).max;
        emit OperatorAdded(operator);
    }

    /// @inheritdoc IWeir
    function removeOperator(address operator) external onlyOwner {
        // Only ever the first removal counts: another one can't prolong the notice.
        if (_operatorUntil[operator] != type(uint256).max) revert NotOperator(operator, _operatorUntil[operator]);
        uint256 until = block.timestamp + OPERATOR_NOTICE;
        _operatorUntil[operator] = until;
        emit OperatorRemoved(operator, until);
    }

    // ---- settle ----

    /// @inheritdoc IWeir
    function settle(bytes calldata statement, bytes32 digest, bytes calldata proof) external nonReentrant {
        // 1. Who may.
        uint256 openAt = _chain.settledAt + OPEN_SETTLE_DELAY;
        if (!isOperator(msg.sender) && block.timestamp < openAt) revert NotOperator(msg.sender, openAt);

        // 2. The header against the chain's state.
        Header memory h = _checkedHeader(statement);
        _requireCanonical(digest);

        // 3. What binds the proof to exactly these bytes; then the proof.
        bytes32 instance = instanceHash();
        uint256 z = StatementLib.point(instance, statement, digest);
        uint256 y = StatementLib.evaluate(statement, StatementLib.words(h), z);
        verifier.verify(
            StatementLib.context(instance, statement), StatementLib.publicValues(h, instance, digest, z, y), proof
        );

        // 4. The effects, from the same bytes.
        Pass memory pass = _applyStatement(h, statement);
        _advance(h, pass);
    }

    /// @dev Every field of the header is checked here or used by `_applyStatement`; none is ignored.
    function _checkedHeader(bytes calldata statement) internal view returns (Header memory h) {
        if (statement.length < StatementLib.HEADER_BYTES) revert StatementTooShort(statement.length);
        h = StatementLib.header(statement);
        if (h.version != VERSION) revert WrongVersion(VERSION, h.version);
        if (h.reserved != 0) revert ReservedNotZero(166, h.reserved);
        if (h.flags & ~HAS_CLEARING != 0) revert FlagsUnknown(h.flags);
        if (h.effectWords >= MAX_WORDS) revert CountOutOfRange(h.effectWords, MAX_WORDS);
        if (h.slotDiffs >= MAX_WORDS) revert CountOutOfRange(h.slotDiffs, MAX_WORDS);
        uint256 length = StatementLib.HEADER_BYTES + StatementLib.WORD_BYTES * StatementLib.words(h);
        if (statement.length != length) revert StatementLength(length, statement.length);

        Chain memory last = _chain;
        uint256 batchNumber = uint256(last.batchNumber) + 1;
        if (h.batchNumber != batchNumber) revert WrongBatchNumber(batchNumber, h.batchNumber);
        if (batchNumber >= MAX_BATCH_NUMBER) revert CountOutOfRange(batchNumber, MAX_BATCH_NUMBER);
        _checkTime(last.timestamp, h.timestamp);
        if (h.oldRollupRoot != rollupRoot) revert WrongRollupRoot(rollupRoot, h.oldRollupRoot);
        if (h.oldValidiumRoot != validiumRoot) revert WrongValidiumRoot(validiumRoot, h.oldValidiumRoot);
        if (h.newValidiumRoot != h.oldValidiumRoot) revert ValidiumClosed(h.oldValidiumRoot, h.newValidiumRoot);
        // The old roots and the validium root are stored ones, which are canonical.
        _requireCanonical(h.newRollupRoot);
    }

    /// @dev previous <= timestamp <= now, and at most 2 hours old. `now < 2^40` bounds the timestamp for the circuit.
    function _checkTime(uint256 previous, uint256 timestamp) private view {
        if (timestamp < previous) revert TimestampBeforePrevious(previous, timestamp);
        if (timestamp > block.timestamp || timestamp >= MAX_TIMESTAMP) {
            revert TimestampInFuture(block.timestamp, timestamp);
        }
        if (block.timestamp - timestamp > SETTLE_WINDOW) {
            revert TimestampTooOld(block.timestamp - SETTLE_WINDOW, timestamp);
        }
    }

    function _advance(Header memory h, Pass memory pass) internal {
        rollupRoot = h.newRollupRoot;
        Chain storage chain = _chain;
        chain.batchNumber = uint32(h.batchNumber);
        chain.timestamp = uint40(h.timestamp);
        chain.settledAt = uint40(block.timestamp);
        emit BatchSettled(
            h.batchNumber,
            h.timestamp,
            h.newRollupRoot,
            h.newValidiumRoot,
            withdrawalsRoot[h.batchNumber],
            pass.withdrawals,
            pass.depositCursor,
            pass.forcedCursor
        );
    }
}
