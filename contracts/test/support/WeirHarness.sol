// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Outflow} from "../../src/core/CoreStorage.sol";
import {WeirCore} from "../../src/core/WeirCore.sol";
import {IStarkVerifier} from "../../src/interfaces/IStarkVerifier.sol";
import {Genesis} from "../../src/interfaces/IWeir.sol";
import {STATE_PROOF_CODE_HASH} from "../../src/verifier/generated/VerifierCodeHash.sol";

/// @notice Accepts everything. It exists here, under test, and nowhere else.
contract AcceptAllVerifier is IStarkVerifier {
    function verify(bytes32, bytes calldata, bytes calldata) external pure {}
}

/// @notice The core with the unproven half of `settle` laid open.
contract WeirHarness is WeirCore {
    constructor(Genesis memory genesis) WeirCore(genesis) {}

    function _verifierCodeHash() internal pure override returns (bytes32) {
        return keccak256(type(AcceptAllVerifier).runtimeCode);
    }

    function _reserveVerifierCodeHash() internal pure override returns (bytes32) {
        return keccak256(type(AcceptAllVerifier).runtimeCode);
    }

    function _stateProofCodeHash() internal pure override returns (bytes32) {
        return STATE_PROOF_CODE_HASH;
    }

    /// @dev As if the L2 had held the most of this asset that it can when the day began.
    function openOutflow(uint256 number) external {
        _storage.outflows[number] = Outflow({day: uint32(block.timestamp / 1 days), base: type(uint64).max, withdrawn: 0});
    }

    function applyStatement(bytes calldata statement) external {
        _apply(_checkedHeader(statement), statement, new bytes32[](0));
    }
}
