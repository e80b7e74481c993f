// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Genesis} from "../interfaces/IWeir.sol";
import {
    RESERVE_VERIFIER_CODE_HASH,
    STATE_PROOF_CODE_HASH,
    VERIFIER_CODE_HASH
} from "../verifier/generated/VerifierCodeHash.sol";
import {WeirCore} from "./WeirCore.sol";

/// @title Weir
/// @notice The production core. Its verifiers' code hashes are compiled in, so no deployment with others exists: whoever
/// compares this contract's code with the repository's has compared the verifiers too.
contract Weir is WeirCore {
    constructor(Genesis memory genesis) WeirCore(genesis) {}

    function _verifierCodeHash() internal pure override returns (bytes32) {
        return VERIFIER_CODE_HASH;
    }

    function _reserveVerifierCodeHash() internal pure override returns (bytes32) {
        return RESERVE_VERIFIER_CODE_HASH;
    }

    function _stateProofCodeHash() internal pure override returns (bytes32) {
        return STATE_PROOF_CODE_HASH;
    }
}
