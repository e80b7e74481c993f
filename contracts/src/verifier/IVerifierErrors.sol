// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Why a proof is refused
/// @notice The same names as in TypeScript (docs/proof.md, "Rejections"); the verifier stops at the first failure in reading order.
interface IVerifierErrors {
    /// @notice Thrown when a read passes the end of the proof.
    /// @param needed Length that the proof would have had to have so far, in bytes.
    /// @param length Length of what was given.
    error ProofTruncated(uint256 needed, uint256 length);
    /// @notice Thrown when a height, N or L lies outside what profile and AIR allow, or public values have the wrong number.
    /// @param value What the proof (or the caller) claims.
    /// @param min Smallest allowed value.
    /// @param max Largest allowed value.
    error ShapeOutOfBounds(uint256 value, uint256 min, uint256 max);
    /// @notice Thrown when a coordinate is ≥ p: one field element must not have two encodings.
    /// @param offset Where the message with that coordinate begins, in bytes.
    error NonCanonicalElement(uint256 offset);
    /// @notice Thrown when a nonce's hash lacks the leading zero bits that the profile demands.
    error GrindingFailed(uint256 bits, bytes32 hash);
    /// @notice Thrown when a fraction's denominator is zero (the tree's root, or the public tuples' product).
    error FractionRootZero();
    /// @notice Thrown when the buses, public tuples included, do not balance.
    error BusUnbalanced();
    /// @notice Thrown when a layer of the fraction tree disagrees with the claim from above.
    error FractionLayerMismatch(uint256 layer);
    /// @notice Thrown when constraints and interactions at the random point do not give the sumcheck's claim.
    error ZerocheckMismatch();
    /// @notice Thrown when opened leaves do not hash to the oracle's root.
    error MerkleMismatch(uint256 round);
    /// @notice Thrown when the final polynomial disagrees with an opened leaf of the last oracle.
    error FinalPolynomialMismatch(uint256 query);
    /// @notice Thrown when the final weighted sum is not the claim.
    error FinalSumMismatch();
    /// @notice Thrown when bytes remain after the last message.
    error TrailingBytes(uint256 count);
}
