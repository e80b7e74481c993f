// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {GovernanceFactory} from "../governance/GovernanceFactory.sol";
import {Attestation} from "../interfaces/IGovernance.sol";
import {IStarkVerifier} from "../interfaces/IStarkVerifier.sol";
import {Availability, BlobOpening, Genesis, IWeir} from "../interfaces/IWeir.sol";
import {Blobs} from "../libraries/Blobs.sol";
import {Header, StatementLib} from "../libraries/StatementLib.sol";
import {RidePool} from "../pool/RidePool.sol";
import {CoreState} from "./CoreState.sol";
import {Chain, Queues, Satellites} from "./CoreStorage.sol";
import {Applied, Effects} from "./Effects.sol";
import {Escape} from "./Escape.sol";
import {ForcedExits} from "./ForcedExits.sol";
import {Withdrawals} from "./Withdrawals.sol";

/// @title WeirCore
/// @notice The core: tokens, books, queues, and `settle`. It deploys its ride pool and its governance itself, so they
/// know each other from the first block and can't be exchanged. See `IWeir` for what each entry point promises.
/// @dev Everything but which verifiers: `Weir`, the only heir outside the tests, answers that with compiled constants.
abstract contract WeirCore is ForcedExits, Withdrawals, Escape {
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
    bytes32 public rollupRoot;
    /// @inheritdoc IWeir
    bytes32 public validiumRoot;
    /// @dev When an operator's right ends: the far future until it is removed.
    mapping(address operator => uint256 until) private _operatorUntil;

    constructor(Genesis memory genesis)
        CoreState(new RidePool(), GovernanceFactory.deploy(genesis))
        Escape(genesis.stateProof)
    {
        _requireCode(genesis.verifier, _verifierCodeHash());
        _requireCode(genesis.reserveVerifier, _reserveVerifierCodeHash());
        bytes32 stateProofHash = address(genesis.stateProof).codehash;
        if (stateProofHash != _stateProofCodeHash()) {
            revert StateProofCodeMismatch(_stateProofCodeHash(), stateProofHash);
        }
        _requireCanonical(genesis.rollupRoot);
        _requireCanonical(genesis.validiumRoot);

        rollupRoot = genesis.rollupRoot;
        validiumRoot = genesis.validiumRoot;
        _chain.settledAt = uint40(block.timestamp);
        _addOperator(genesis.operator);
    }

    function _requireCode(IStarkVerifier verifier, bytes32 expected) private view {
        bytes32 actual = address(verifier).codehash;
        if (actual != expected) revert VerifierCodeMismatch(expected, actual);
    }

    function _lastRoot(uint256 tree) internal view override returns (bytes32) {
        return tree == 0 ? rollupRoot : validiumRoot;
    }

    // ---- state ----

    /// @dev keccak256 of the genesis verifiers' runtime code. Pure: neither who deploys nor anything on chain can choose it.
    function _verifierCodeHash() internal pure virtual returns (bytes32);
    function _reserveVerifierCodeHash() internal pure virtual returns (bytes32);
    /// @dev The same for who opens the state in an escape.
    function _stateProofCodeHash() internal pure virtual returns (bytes32);

    /// @inheritdoc IWeir
    function verifierCodeHash() external pure returns (bytes32) {
        return _verifierCodeHash();
    }

    /// @inheritdoc IWeir
    function reserveVerifierCodeHash() external pure returns (bytes32) {
        return _reserveVerifierCodeHash();
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
        Queues memory q = _storage.queues;
        return (q.depositCount, q.depositCursor, q.forcedCount, q.forcedCursor);
    }

    // ---- roles ----

    /// @inheritdoc IWeir
    /// @dev While settle is paused, a removed operator can't finish what it is proving, so its notice stands still.
    function isOperator(address account) public view returns (bool) {
        uint256 until = _operatorUntil[account];
        if (block.timestamp < until) return true;
        return until != 0 && governance.elapsed(until - OPERATOR_NOTICE) < OPERATOR_NOTICE;
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
    function settle(bytes calldata statement, bytes32 digest, bytes calldata proof, Availability calldata availability)
        external
        nonReentrant
    {
        _requireNotFrozen();
        // 1. Who may.
        uint256 openAt = _chain.settledAt + OPEN_SETTLE_DELAY;
        if (!isOperator(msg.sender) && governance.elapsed(openAt - OPEN_SETTLE_DELAY) < OPEN_SETTLE_DELAY) {
            revert NotOperator(msg.sender, openAt);
        }

        // 2. The header against the chain's state, and where the data is.
        Header memory h = _checkedHeader(statement);
        _requireCanonical(digest);
        _checkAvailability(h, availability);

        // 3. What binds the proof to exactly these bytes and blobs; then the proof.
        bytes32[] memory blobHashes = Blobs.hashes(h.blobs);
        (bytes32 context, bytes memory publicValues) = _bind(h, statement, digest, availability.blobs, blobHashes);
        governance.requireSettle(h.timestamp).verify(context, publicValues, proof);

        // 4. The effects, from the same bytes.
        _apply(h, statement, blobHashes);
    }

    /// @dev What the verifier is asked about: transcript context and public values.
    function _bind(
        Header memory h,
        bytes calldata statement,
        bytes32 digest,
        BlobOpening[] calldata blobs,
        bytes32[] memory blobHashes
    ) private view returns (bytes32 context, bytes memory publicValues) {
        bytes32 instance = instanceHash();
        uint256 z = StatementLib.point(instance, statement, digest, blobHashes);
        uint256 y;
        if (h.blobs != 0) y = Blobs.evaluate(blobs, blobHashes, z, h.effectWords);
        y = addmod(y, StatementLib.evaluate(statement, StatementLib.words(h), z), StatementLib.R);
        context = StatementLib.context(instance, statement, blobHashes);
        publicValues = StatementLib.publicValues(h, instance, digest, z, y);
    }

    /// @dev Whoever changes the validium tree puts its diffs into the body or shows that the committee has them.
    function _checkAvailability(Header memory h, Availability calldata a) private view {
        if (a.blobs.length != h.blobs) revert WrongBlobCount(h.blobs, a.blobs.length);
        if (h.newValidiumRoot == h.oldValidiumRoot || h.flags & StatementLib.VALIDIUM_DATA != 0) {
            if (a.dataDigest != 0 || a.signatures.length != 0) revert AvailabilityUnused();
            return;
        }
        governance.requireSignatures(
            h.timestamp,
            Attestation({
                batchNumber: h.batchNumber,
                newRollupRoot: h.newRollupRoot,
                newValidiumRoot: h.newValidiumRoot,
                oldValidiumRoot: h.oldValidiumRoot,
                dataDigest: a.dataDigest
            }),
            a.signatures
        );
    }

    /// @dev Every field of the header is checked here or used by `_apply`; none is ignored.
    function _checkedHeader(bytes calldata statement) internal view returns (Header memory h) {
        if (statement.length < StatementLib.HEADER_BYTES) revert StatementTooShort(statement.length);
        h = StatementLib.header(statement);
        if (h.version != VERSION) revert WrongVersion(VERSION, h.version);
        if (h.reserved != 0) revert ReservedNotZero(167, h.reserved);
        if (h.flags & ~(StatementLib.HAS_CLEARING | StatementLib.VALIDIUM_DATA) != 0) revert FlagsUnknown(h.flags);
        if (h.effectWords >= MAX_WORDS) revert CountOutOfRange(h.effectWords, MAX_WORDS);
        if (h.slotDiffs >= MAX_WORDS) revert CountOutOfRange(h.slotDiffs, MAX_WORDS);
        if (h.blobs != 0) _checkBlobCount(h);
        uint256 length = StatementLib.HEADER_BYTES + StatementLib.WORD_BYTES * StatementLib.words(h);
        if (statement.length != length) revert StatementLength(length, statement.length);

        Chain memory last = _chain;
        uint256 batchNumber = uint256(last.batchNumber) + 1;
        if (h.batchNumber != batchNumber) revert WrongBatchNumber(batchNumber, h.batchNumber);
        if (batchNumber >= MAX_BATCH_NUMBER) revert CountOutOfRange(batchNumber, MAX_BATCH_NUMBER);
        _checkTime(last.timestamp, h.timestamp);
        if (h.oldRollupRoot != rollupRoot) revert WrongRollupRoot(rollupRoot, h.oldRollupRoot);
        if (h.oldValidiumRoot != validiumRoot) revert WrongValidiumRoot(validiumRoot, h.oldValidiumRoot);
        // The old roots are stored ones, which are canonical.
        _requireCanonical(h.newRollupRoot);
        _requireCanonical(h.newValidiumRoot);
    }

    /// @dev As many as the diffs fill, so the same batch has one statement with blobs and one without.
    function _checkBlobCount(Header memory h) private pure {
        if (h.blobs > Blobs.MAX) revert CountOutOfRange(h.blobs, Blobs.MAX + 1);
        uint256 count = (StatementLib.diffWords(h) + Blobs.WORDS - 1) / Blobs.WORDS;
        if (h.blobs != count) revert WrongBlobCount(count, h.blobs);
    }

    /// @dev previous <= timestamp <= now, and at most 2 hours old, a pause of settle not counted. `timestamp < 2^40` is
    /// the circuit's range.
    function _checkTime(uint256 previous, uint256 timestamp) private view {
        if (timestamp < previous) revert TimestampBeforePrevious(previous, timestamp);
        if (timestamp > block.timestamp || timestamp >= MAX_TIMESTAMP) {
            revert TimestampInFuture(block.timestamp, timestamp);
        }
        if (governance.elapsed(timestamp) > SETTLE_WINDOW) {
            revert TimestampTooOld(block.timestamp - SETTLE_WINDOW, timestamp);
        }
    }

    function _apply(Header memory h, bytes calldata statement, bytes32[] memory blobHashes) internal {
        Applied memory applied = Effects.applyEffects(
            _storage, Satellites(pool, l1Orders, facts, referencePrices), h, StatementLib.effects(h, statement)
        );
        rollupRoot = h.newRollupRoot;
        if (h.newValidiumRoot != h.oldValidiumRoot) validiumRoot = h.newValidiumRoot;
        Chain storage chain = _chain;
        chain.batchNumber = uint32(h.batchNumber);
        chain.timestamp = uint40(h.timestamp);
        chain.settledAt = uint40(block.timestamp);
        emit BatchSettled(
            h.batchNumber,
            h.timestamp,
            h.newRollupRoot,
            h.newValidiumRoot,
            _storage.withdrawalsRoot[h.batchNumber],
            applied.withdrawals,
            applied.depositCursor,
            applied.forcedCursor,
            blobHashes
        );
    }
}
