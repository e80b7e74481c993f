// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IFacts} from "../interfaces/IFacts.sol";
import {ITransferRegistry} from "../interfaces/ITransferRegistry.sol";
import {TransferRegistry} from "./TransferRegistry.sol";

/// @title Facts
/// @notice See `IFacts`. Append-only, and nobody's: no owner, no pause, no way to remove.
contract Facts is IFacts {
    /// @inheritdoc IFacts
    ITransferRegistry public immutable transferRegistry;

    /// @inheritdoc IFacts
    mapping(bytes28 id => bool) public isRegistered;

    constructor() {
        transferRegistry = new TransferRegistry(this);
    }

    /// @inheritdoc IFacts
    function registerFact(bytes calldata data) external returns (bytes32 fact) {
        fact = factOf(msg.sender, data);
        bytes28 id = idOf(fact);
        if (isRegistered[id]) return fact;
        isRegistered[id] = true;
        emit FactRegistered(id, msg.sender, fact);
    }

    /// @inheritdoc IFacts
    function requireRegistered(bytes28 id) external view {
        if (!isRegistered[id]) revert FactNotRegistered(id);
    }

    /// @inheritdoc IFacts
    function factOf(address registrar, bytes calldata data) public pure returns (bytes32) {
        return keccak256(abi.encodePacked(registrar, data));
    }

    /// @inheritdoc IFacts
    function idOf(bytes32 fact) public pure returns (bytes28) {
        return bytes28(uint224(uint256(fact)));
    }
}
