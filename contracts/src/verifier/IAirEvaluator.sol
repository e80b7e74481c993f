// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Where and with which challenges an AIR is evaluated; all scalars.
struct AirPoint {
    uint256 alpha;
    uint256 beta;
    uint256 gamma;
    /// ρ ∈ K^L, the fraction tree's point.
    uint256[] fractionPoint;
    /// r, the zerocheck's point.
    uint256[] point;
    /// n_j
    uint256[] logHeights;
    /// pre_j: eq of the chip's block in the fraction tree (0 where the chip has no interaction).
    uint256[] blockWeights;
    /// Σ_j Σ_i w_{j,i}
    uint256 totalWeight;
}

/// @title Constraints and interactions of all chips at one point of K (docs/proof.md, step 4)
interface IAirEvaluator {
    /// @param programs The AIR in the form that the implementation knows; the caller pins their code.
    /// @param columns One canonical scalar per column, 32 bytes each, chip by chip.
    /// @return Σ_j F_j, a scalar.
    function evaluate(address[] calldata programs, AirPoint calldata p, bytes calldata columns) external view returns (uint256);
}
