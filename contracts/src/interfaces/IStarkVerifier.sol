// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title IStarkVerifier
/// @notice Verifies one proof. Returns if it is accepted; reverts with a named error otherwise.
interface IStarkVerifier {
    /// @param context Digest that binds instance and statement: enters the transcript first.
    /// @param publicValues Canonical field elements, 4 bytes each, big endian.
    /// @param proof The proof's bytes.
    function verify(bytes32 context, bytes calldata publicValues, bytes calldata proof) external view;
}
