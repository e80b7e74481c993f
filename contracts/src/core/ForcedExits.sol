// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ForcedRequest, IWeir} from "../interfaces/IWeir.sol";
import {Deposits} from "./Deposits.sol";
import {Effects} from "./Effects.sol";

/// @title ForcedExits
/// @notice The queue of forced requests: exits and key rotations. A request can't be refused, is served or refuted in
/// order, and while one is older than 24 hours no batch may trade; after 7 days anybody freezes the core.
abstract contract ForcedExits is Deposits {
    uint256 internal constant FREEZE_GRACE = 7 days;

    /// @dev Gas of a request, in a batch that holds nothing but requests: its words, the queue's storage slots, the event and
    /// its share of verifying the batch. As much again per slot of an exit: a diff word, two withdrawal words, a leaf, the
    /// books, outflow and hold of an asset that nobody else in the batch touches, and one of the 128 places for assets that
    /// a batch has, with its share of the batch. `ForcedExits.t.sol` measures it; `docs/decisions/forcedFee.md` says why it
    /// covers a flood.
    uint256 internal constant SERVE_GAS = 110_000;
    uint256 internal constant SERVE_GAS_PER_SLOT = 110_000;
    /// @dev A quiet hour is no invitation to flood: the price never falls below this.
    uint256 internal constant BASE_FEE_FLOOR = 2 gwei;

    /// @inheritdoc IWeir
    function rewardOf(address recipient) external view returns (uint256) {
        return _storage.rewardOf[recipient];
    }

    /// @inheritdoc IWeir
    function forcedRequest(uint256 index) external view returns (ForcedRequest memory) {
        return _storage.forcedRequests[index];
    }

    /// @inheritdoc IWeir
    function forcedExitFee(uint16 mask) public view returns (uint256) {
        uint256 slots;
        for (uint256 rest = mask; rest != 0; rest &= rest - 1) {
            ++slots;
        }
        return _fee(SERVE_GAS + SERVE_GAS_PER_SLOT * slots);
    }

    /// @inheritdoc IWeir
    function keyRotationFee() public view returns (uint256) {
        return _fee(SERVE_GAS);
    }

    function _fee(uint256 gas) private view returns (uint256) {
        uint256 price = block.basefee > BASE_FEE_FLOOR ? block.basefee : BASE_FEE_FLOOR;
        return (gas * price + Effects.FEE_UNIT - 1) / Effects.FEE_UNIT * Effects.FEE_UNIT;
    }

    /// @inheritdoc IWeir
    function requestForcedExit(uint32 account, uint16 mask) external payable returns (uint256 index) {
        _requireServing();
        if (mask == 0) revert MaskEmpty();
        uint256 fee = forcedExitFee(mask);
        index = _request(account, Effects.FORCED_EXIT, mask, 0, fee);
        emit ForcedExitRequested(index, msg.sender, account, mask, fee);
    }

    /// @inheritdoc IWeir
    function requestKeyRotation(uint32 account, bytes28 key) external payable returns (uint256 index) {
        _requireServing();
        // As a digest with an eighth element of zero: a key that is not canonical could be neither served nor refuted.
        _requireCanonical(bytes32(key));
        uint256 fee = keyRotationFee();
        index = _request(account, Effects.ROTATE_KEY, 0, key, fee);
        emit KeyRotationRequested(index, msg.sender, account, key, fee);
    }

    /// @dev Before launch and once frozen no batch settles, so none could serve it.
    function _requireServing() private view {
        _requireNotFrozen();
        governance.requireLaunched();
    }

    function _request(uint32 account, uint256 kind, uint16 mask, bytes28 key, uint256 fee)
        private
        returns (uint256 index)
    {
        if (account >= MAX_ACCOUNTS) revert AccountOutOfRange(account);
        if (msg.value < fee) revert ForcedFeeTooLow(fee, msg.value);
        if (fee / Effects.FEE_UNIT > type(uint32).max) {
            revert ForcedFeeTooLow(type(uint32).max * Effects.FEE_UNIT, fee);
        }
        // The base fee moves between quote and block: what is too much stays the sender's.
        if (msg.value > fee) _storage.rewardOf[msg.sender] += msg.value - fee;
        index = _storage.queues.forcedCount++;
        _storage.forcedRequests[index] = ForcedRequest({
            requester: msg.sender,
            account: account,
            requestedAt: uint40(block.timestamp),
            kind: uint8(kind),
            mask: mask,
            key: key,
            feeUnits: uint32(fee / Effects.FEE_UNIT)
        });
    }

    /// @inheritdoc IWeir
    function withdrawReward(address recipient) external nonReentrant {
        uint256 amount = _storage.rewardOf[recipient];
        if (amount == 0) revert NothingToWithdraw(recipient);
        _storage.rewardOf[recipient] = 0;
        emit RewardWithdrawn(recipient, amount);
        (bool success,) = recipient.call{value: amount}("");
        if (!success) revert RewardTransferFailed(recipient, amount);
    }

    // ---- freeze ----

    /// @inheritdoc IWeir
    function freeze() external {
        _requireNotFrozen();
        uint256 index = _storage.queues.forcedCursor;
        uint256 requestedAt = _storage.forcedRequests[index].requestedAt;
        // An index past the last request reads zero.
        bool overdue = requestedAt != 0 && block.timestamp >= requestedAt + FREEZE_GRACE;
        if (!overdue && !governance.isOver()) revert NothingOverdue(index, requestedAt);
        _chain.frozen = true;
        emit Frozen(msg.sender, _chain.batchNumber);
    }

    /// @inheritdoc IWeir
    function reclaimForcedFee(uint256 index) external {
        if (!_chain.frozen) revert NotFrozen();
        if (index < _storage.queues.forcedCursor || index >= _storage.queues.forcedCount) {
            revert ForcedExitQueueExhausted(index);
        }
        ForcedRequest storage request = _storage.forcedRequests[index];
        uint256 fee = request.feeUnits * Effects.FEE_UNIT;
        if (fee == 0) revert NothingToWithdraw(request.requester);
        request.feeUnits = 0;
        _storage.rewardOf[request.requester] += fee;
    }
}
