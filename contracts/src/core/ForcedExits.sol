// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ForcedExit, IWeir} from "../interfaces/IWeir.sol";
import {Deposits} from "./Deposits.sol";

/// @title ForcedExits
/// @notice The queue of forced exits. A request can't be refused, is served (or refuted) in order, and while one is
/// older than 24 hours no batch may trade. What happens when none is answered at all (freeze and escape) is not built
/// yet: `docs/security.md`.
abstract contract ForcedExits is Deposits {
    /// @dev Pays for the words and the proving; high enough that a flood costs more than it delays.
    uint256 internal constant FORCED_EXIT_FEE = 0.001 ether;
    uint256 internal constant FORCED_EXIT_GRACE = 24 hours;

    /// @dev One storage slot each, so the content itself is stored and no hash of it.
    mapping(uint256 index => ForcedExit) internal _forcedExits;
    /// @inheritdoc IWeir
    mapping(address recipient => uint256) public rewardOf;

    /// @inheritdoc IWeir
    function forcedExit(uint256 index) external view returns (ForcedExit memory) {
        return _forcedExits[index];
    }

    /// @inheritdoc IWeir
    function requestForcedExit(uint32 account) external payable returns (uint256 index) {
        // Before launch no batch settles, so none could serve it.
        governance.requireLaunched();
        if (msg.value != FORCED_EXIT_FEE) revert WrongForcedExitFee(FORCED_EXIT_FEE, msg.value);
        if (account >= MAX_ACCOUNTS) revert AccountOutOfRange(account);
        index = _queues.forcedCount++;
        _forcedExits[index] =
            ForcedExit({requester: msg.sender, account: account, requestedAt: uint40(block.timestamp)});
        emit ForcedExitRequested(index, msg.sender, account);
    }

    /// @inheritdoc IWeir
    function withdrawReward(address recipient) external nonReentrant {
        uint256 amount = rewardOf[recipient];
        if (amount == 0) revert NothingToWithdraw(recipient);
        rewardOf[recipient] = 0;
        emit RewardWithdrawn(recipient, amount);
        (bool success,) = recipient.call{value: amount}("");
        if (!success) revert RewardTransferFailed(recipient, amount);
    }
}
