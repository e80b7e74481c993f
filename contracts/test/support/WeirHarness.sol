// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {WeirCore} from "../../src/core/WeirCore.sol";
import {IStarkVerifier} from "../../src/interfaces/IStarkVerifier.sol";
import {Genesis} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";

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

    function applyStatement(bytes calldata statement) external {
        Header memory h = _checkedHeader(statement);
        _advance(h, _applyStatement(h, statement), new bytes32[](0));
    }
}
