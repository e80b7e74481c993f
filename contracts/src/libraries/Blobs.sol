// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {BlobOpening, IWeir} from "../interfaces/IWeir.sol";
import {StatementLib} from "./StatementLib.sol";

/// @title Blobs
/// @notice The part of a statement's polynomial that EIP-4844 blobs hold: blob s has the coefficients of z^(4096 s) to
/// z^(4096 s + 4095), counted after the words in calldata. `docs/decisions/oneEvaluation.md` says why one value of the
/// whole polynomial, at a point that depends on all commitments, binds every coefficient.
library Blobs {
    /// @dev Coefficients of one blob.
    uint256 internal constant WORDS = 4096;
    /// @dev In one transaction, EIP-7594.
    uint256 internal constant MAX = 6;

    uint256 private constant GROUP_BYTES = 48;
    uint256 private constant INPUT_BYTES = 192;

    /// @dev The versioned hashes of this transaction's blobs, which are exactly `count`.
    function hashes(uint256 count) internal view returns (bytes32[] memory out) {
        out = new bytes32[](count);
        for (uint256 i; i < count; ++i) {
            out[i] = blobhash(i);
            if (out[i] == 0) revert IWeir.BlobMissing(i);
        }
        if (blobhash(count) != 0) revert IWeir.BlobUnexpected(count);
    }

    /// @dev z^first * (sum of z^(4096 s) y_s) mod r. The precompile compares the commitment with the versioned hash,
    /// and refuses a y that is not below r; each opening has one valid encoding.
    function evaluate(BlobOpening[] calldata blobs, bytes32[] memory blobHashes, uint256 z, uint256 first)
        internal
        view
        returns (uint256 y)
    {
        uint256 step = power(z, WORDS);
        for (uint256 i = blobs.length; i != 0;) {
            --i;
            if (!_opens(blobs[i], blobHashes[i], z)) revert IWeir.BlobOpeningRefused(i);
            y = addmod(mulmod(y, step, StatementLib.R), uint256(blobs[i].y), StatementLib.R);
        }
        y = mulmod(y, power(z, first), StatementLib.R);
    }

    /// @dev Asks the precompile: versioned hash ‖ z ‖ y ‖ commitment ‖ proof. A chain without it answers nothing.
    function _opens(BlobOpening calldata opening, bytes32 blobHash, uint256 z) private view returns (bool success) {
        bytes memory input = abi.encodePacked(blobHash, z, opening.y, opening.commitment, opening.proof);
        if (opening.commitment.length != GROUP_BYTES || input.length != INPUT_BYTES) return false;
        assembly ("memory-safe") {
            success := staticcall(gas(), 0x0a, add(input, 32), INPUT_BYTES, 0, 64)
            success := and(success, eq(returndatasize(), 64))
        }
    }

    function power(uint256 base, uint256 exponent) internal pure returns (uint256 out) {
        out = 1;
        for (; exponent != 0; exponent >>= 1) {
            if (exponent & 1 == 1) out = mulmod(out, base, StatementLib.R);
            base = mulmod(base, base, StatementLib.R);
        }
    }
}
