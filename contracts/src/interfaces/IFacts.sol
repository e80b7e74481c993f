// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ITransferRegistry} from "./ITransferRegistry.sol";

/// @notice The fact registry: what a conditional transfer waits for. Whoever registers speaks for itself only, because its
/// address is part of the fact; nothing is ever taken back, so a batch that relies on a fact stays valid.
interface IFacts {
    /// @param id What a statement names: the low 224 bits of `fact`.
    event FactRegistered(bytes28 indexed id, address indexed registrar, bytes32 fact);

    error FactNotRegistered(bytes28 id);

    /// @notice The registrar that pays transfers: deployed by this contract, for good.
    function transferRegistry() external view returns (ITransferRegistry);
    /// @notice Registers keccak256(caller ‖ data). Doing so again changes nothing.
    function registerFact(bytes calldata data) external returns (bytes32 fact);
    function isRegistered(bytes28 id) external view returns (bool);
    /// @notice Reverts unless the fact is registered: `settle` asks.
    function requireRegistered(bytes28 id) external view;
    function factOf(address registrar, bytes calldata data) external pure returns (bytes32);
    /// @notice The low 224 bits.
    function idOf(bytes32 fact) external pure returns (bytes28);
}
