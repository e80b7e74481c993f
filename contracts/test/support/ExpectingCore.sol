// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {WeirCore} from "../../src/core/WeirCore.sol";
import {IStarkVerifier} from "../../src/interfaces/IStarkVerifier.sol";
import {Genesis} from "../../src/interfaces/IWeir.sol";
import {STATE_PROOF_CODE_HASH} from "../../src/verifier/generated/VerifierCodeHash.sol";

/// @notice Accepts one call only, so that a test sees what the core passes on.
contract ExpectingVerifier is IStarkVerifier {
    error Unexpected(bytes32 context, bytes publicValues, bytes proof);

    bytes32 public expected;

    function expect(bytes32 context, bytes calldata publicValues, bytes calldata proof) external {
        expected = keccak256(abi.encode(context, publicValues, proof));
    }

    function verify(bytes32 context, bytes calldata publicValues, bytes calldata proof) external view {
        if (keccak256(abi.encode(context, publicValues, proof)) != expected) {
            revert Unexpected(context, publicValues, proof);
        }
    }
}

/// @notice A core whose verifiers are expecting ones.
contract ExpectingCore is WeirCore {
    constructor(Genesis memory genesis) WeirCore(genesis) {}

    function _verifierCodeHash() internal pure override returns (bytes32) {
        return keccak256(type(ExpectingVerifier).runtimeCode);
    }

    function _reserveVerifierCodeHash() internal pure override returns (bytes32) {
        return keccak256(type(ExpectingVerifier).runtimeCode);
    }

    function _stateProofCodeHash() internal pure override returns (bytes32) {
        return STATE_PROOF_CODE_HASH;
    }

    /// @dev As if somebody had deposited it and a batch had taken it.
    function bring(uint256 number, uint256 amount) external {
        _book(number, int256(amount), 0, 0);
    }
}
