// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IWeir, WithdrawalClaim} from "../interfaces/IWeir.sol";
import {WithdrawalTree} from "../libraries/WithdrawalTree.sol";
import {Words} from "../libraries/Words.sol";
import {CoreState} from "./CoreState.sol";

/// @title Withdrawals
/// @notice One stored root per batch, whatever the number of withdrawals in it; each is claimed by its path, once, by
/// anybody, and paid to its l1Owner. A recipient that can't be paid holds up nobody else.
abstract contract Withdrawals is CoreState {
    /// @dev One bit per withdrawal, 256 to a slot.
    mapping(uint256 batchNumber => mapping(uint256 bucket => uint256 bits)) private _claimedBits;

    /// @inheritdoc IWeir
    function withdrawalsRoot(uint256 batchNumber) external view returns (bytes32) {
        return _storage.withdrawalsRoot[batchNumber];
    }

    /// @inheritdoc IWeir
    function heldUntil(uint256 batchNumber, uint256 number) external view returns (uint256) {
        return _storage.heldUntil[batchNumber][number];
    }

    /// @inheritdoc IWeir
    function isClaimed(uint256 batchNumber, uint256 index) public view returns (bool) {
        return _claimedBits[batchNumber][index >> 8] >> (index & 255) & 1 == 1;
    }

    /// @inheritdoc IWeir
    function claim(WithdrawalClaim calldata withdrawal) external nonReentrant {
        _claim(withdrawal);
    }

    /// @inheritdoc IWeir
    function claimMany(WithdrawalClaim[] calldata withdrawals) external nonReentrant {
        for (uint256 i; i < withdrawals.length; ++i) {
            _claim(withdrawals[i]);
        }
    }

    function _claim(WithdrawalClaim calldata w) private {
        bytes32 expected = _storage.withdrawalsRoot[w.batchNumber];
        bytes32 actual = WithdrawalTree.climb(WithdrawalTree.leaf(w.index, w.word0, w.word1), w.index, w.path);
        // A batch without withdrawals stores zero, which no hash leads to.
        if (expected != actual) revert WithdrawalNotInBatch(w.batchNumber, expected, actual);
        if (isClaimed(w.batchNumber, w.index)) revert WithdrawalAlreadyClaimed(w.batchNumber, w.index);
        uint256 number = Words.asset(w.word0, 5, 2, 22);
        uint256 held = _storage.heldUntil[w.batchNumber][number];
        if (block.timestamp < held) revert WithdrawalHeld(w.batchNumber, number, held);
        _claimedBits[w.batchNumber][w.index >> 8] |= 1 << (w.index & 255);

        uint256 amount = Words.amount(w.word0, 2);
        address l1Owner = Words.addressOf(w.word1);
        _book(number, 0, 0, -int256(amount));
        emit WithdrawalClaimed(w.batchNumber, w.index, l1Owner, number, amount);
        if (_assets[number].token == address(0)) pool.creditTickets(number, l1Owner, amount);
        else _push(number, amount, l1Owner);
    }
}
