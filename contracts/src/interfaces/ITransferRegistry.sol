// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IFacts} from "./IFacts.sol";

/// @notice Pays a transfer from the caller and registers the fact that it was paid: (token, to, amount, salt). Who wants to be
/// paid picks the salt, so that every payment that somebody waits for is a fact of its own.
interface ITransferRegistry {
    event TransferPaid(
        bytes32 indexed fact, address indexed payer, address indexed to, address token, uint256 amount, uint256 salt
    );

    error AlreadyPaid(bytes32 fact);
    error AmountZero();
    error TransferMismatch(address token, uint256 expected, uint256 received);
    error EtherMismatch(uint256 expected, uint256 sent);
    error EtherTransferFailed(address to, uint256 amount);

    function facts() external view returns (IFacts);
    /// @notice Pays `amount` of `token` (address 0: ether, sent along) from the caller to `to`. What was paid already is refused:
    /// nobody pays twice for one fact.
    function pay(address token, address to, uint256 amount, uint256 salt) external payable returns (bytes32 fact);
    /// @notice What `pay` registers.
    function factOf(address token, address to, uint256 amount, uint256 salt) external view returns (bytes32);
}
