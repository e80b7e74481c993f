// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DepositContent, IWeir} from "../interfaces/IWeir.sol";
import {StatementLib} from "../libraries/StatementLib.sol";
import {CoreState} from "./CoreState.sol";
import {CoreBooks, DepositRecord} from "./CoreStorage.sol";

/// @title Deposits
/// @notice The deposit queue. Each entry stores one running hash over everything queued so far, so a batch that
/// consumes many entries compares one. Batches consume in order; an entry that was paid back after a cancel keeps its
/// place and is consumed as returned.
abstract contract Deposits is CoreState {
    /// @dev 26 bits of index, and above them the tree: 0 rollup, 1 validium.
    uint256 internal constant MAX_ACCOUNTS = 2 ** 27;
    uint256 internal constant SLOTS = 16;

    /// @dev What a batch relies on stays usable for this long after somebody asks to take it away; which batches may
    /// rely on it is `Effects.CANCEL_BATCH_LIMIT`.
    uint256 internal constant CANCEL_DELAY = 48 hours;

    /// @inheritdoc IWeir
    function confirmAccount(uint32 account) external {
        if (account >= MAX_ACCOUNTS) revert AccountOutOfRange(account);
        emit AccountConfirmed(account, msg.sender);
    }

    /// @inheritdoc IWeir
    function deposit(uint32 asset_, uint64 amount, uint32 account, bytes32 headerDigest, uint8 slot)
        external
        nonReentrant
        returns (uint256 index)
    {
        _requireNotFrozen();
        governance.requireEntries();
        // Whatever enters the queue can be taken or returned by a batch: nothing here can stop the queue.
        if (amount == 0) revert AmountZero();
        if (account >= MAX_ACCOUNTS) revert AccountOutOfRange(account);
        if (slot >= SLOTS) revert SlotOutOfRange(slot);
        _requireCanonical(headerDigest);

        index = _storage.queues.depositCount++;
        bytes32 hash = CoreBooks.depositLink(
            CoreBooks.depositHashBefore(_storage, index), asset_, amount, account, slot, headerDigest, msg.sender
        );
        _storage.depositHash[index] = hash;
        _book(asset_, 0, 0, int256(uint256(amount)));
        _pull(asset_, amount, msg.sender);
        emit DepositQueued(index, msg.sender, account, asset_, amount, slot, headerDigest, hash);
    }

    /// @inheritdoc IWeir
    function depositHash(uint256 index) external view returns (bytes32) {
        return _storage.depositHash[index];
    }

    /// @inheritdoc IWeir
    function depositCancelRequestedAt(uint256 index) external view returns (uint256) {
        return _storage.depositRecords[index].cancelRequestedAt;
    }

    /// @inheritdoc IWeir
    function isDepositReturned(uint256 index) public view returns (bool) {
        return _storage.returnedBits[index >> 8] >> (index & 255) & 1 == 1;
    }

    /// @inheritdoc IWeir
    function requestDepositCancel(uint256 index, DepositContent calldata content) external {
        _requireContent(index, content);
        if (msg.sender != content.depositor) revert NotDepositor(content.depositor, msg.sender);
        if (index < _storage.queues.depositCursor) revert DepositNotPending(index, _storage.queues.depositCursor);
        DepositRecord storage record = _storage.depositRecords[index];
        // A second request must not restart the clock.
        if (record.cancelRequestedAt != 0) revert DepositCancelAlreadyRequested(index, record.cancelRequestedAt);

        record.cancelRequestedAt = uint40(block.timestamp);
        ++_storage.queues.cancelRequests;
        emit DepositCancelRequested(index, block.timestamp);
    }

    /// @inheritdoc IWeir
    function cancelDeposit(uint256 index, DepositContent calldata content) external nonReentrant {
        uint256 requestedAt = _storage.depositRecords[index].cancelRequestedAt;
        if (requestedAt == 0) revert DepositCancelNotRequested(index);
        // While settle is paused the clock stands still: a batch that takes this deposit can't settle meanwhile.
        if (governance.elapsed(requestedAt) < CANCEL_DELAY) {
            revert DepositCancelTooEarly(index, requestedAt + CANCEL_DELAY);
        }
        if (index < _storage.queues.depositCursor) revert DepositNotPending(index, _storage.queues.depositCursor);
        _payBack(index, content);
    }

    /// @inheritdoc IWeir
    function reclaimDeposit(uint256 index, DepositContent calldata content) external nonReentrant {
        // A frozen core takes nothing any more: whatever is still in the queue goes back at once.
        bool pending = _chain.frozen && index >= _storage.queues.depositCursor;
        if (!pending && !isDepositReturned(index)) revert DepositNotReturned(index);
        _payBack(index, content);
    }

    /// @dev A deposit that was cancelled and is later consumed as returned was paid already: once is enough.
    function _payBack(uint256 index, DepositContent calldata content) private {
        _requireContent(index, content);
        DepositRecord storage record = _storage.depositRecords[index];
        if (record.reclaimed) revert DepositAlreadyReclaimed(index);
        record.reclaimed = true;
        _book(content.asset, 0, 0, -int256(uint256(content.amount)));
        _push(content.asset, content.amount, content.depositor);
        emit DepositReclaimed(index, content.depositor, content.asset, content.amount);
    }

    /// @dev The queue stores hashes only; whoever acts on an entry brings its content.
    function _requireContent(uint256 index, DepositContent calldata content) private view {
        bytes32 expected = _storage.depositHash[index];
        bytes32 actual = CoreBooks.depositLink(
            CoreBooks.depositHashBefore(_storage, index),
            content.asset,
            content.amount,
            content.account,
            content.slot,
            content.headerDigest,
            content.depositor
        );
        if (expected != actual) revert DepositContentMismatch(index, expected, actual);
    }

    function _requireCanonical(bytes32 elements) internal pure {
        uint256 position = StatementLib.firstNonCanonical(elements);
        if (position < 8) revert ElementNotCanonical(position, StatementLib.element(elements, position));
    }
}
