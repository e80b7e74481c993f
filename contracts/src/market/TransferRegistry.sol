// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IFacts} from "../interfaces/IFacts.sol";
import {ITransferRegistry} from "../interfaces/ITransferRegistry.sol";

/// @title TransferRegistry
/// @notice See `ITransferRegistry`. Holds nothing: tokens go from payer to receiver.
contract TransferRegistry is ITransferRegistry, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @inheritdoc ITransferRegistry
    IFacts public immutable facts;

    constructor(IFacts facts_) {
        facts = facts_;
    }

    /// @inheritdoc ITransferRegistry
    /// @dev The fact is registered after the payment arrived whole: a token that keeps a fee, lies or calls back makes no fact.
    function pay(address token, address to, uint256 amount, uint256 salt)
        external
        payable
        nonReentrant
        returns (bytes32 fact)
    {
        if (amount == 0) revert AmountZero();
        fact = factOf(token, to, amount, salt);
        if (facts.isRegistered(facts.idOf(fact))) revert AlreadyPaid(fact);
        if (token == address(0)) _payEther(to, amount);
        else _payToken(IERC20(token), to, amount);
        emit TransferPaid(fact, msg.sender, to, token, amount, salt);
        facts.registerFact(abi.encode(token, to, amount, salt));
    }

    /// @inheritdoc ITransferRegistry
    function factOf(address token, address to, uint256 amount, uint256 salt) public view returns (bytes32) {
        return facts.factOf(address(this), abi.encode(token, to, amount, salt));
    }

    function _payEther(address to, uint256 amount) private {
        if (msg.value != amount) revert EtherMismatch(amount, msg.value);
        (bool success,) = to.call{value: amount}("");
        if (!success) revert EtherTransferFailed(to, amount);
    }

    function _payToken(IERC20 token, address to, uint256 amount) private {
        if (msg.value != 0) revert EtherMismatch(0, msg.value);
        uint256 before = token.balanceOf(to);
        token.safeTransferFrom(msg.sender, to, amount);
        uint256 received = token.balanceOf(to) - before;
        if (received != amount) revert TransferMismatch(address(token), amount, received);
    }
}
