// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Genesis} from "../interfaces/IWeir.sol";
import {VERIFIER_CODE_HASH} from "../verifier/generated/VerifierCodeHash.sol";
import {WeirCore} from "./WeirCore.sol";

/// @title Weir
/// @notice The production core. Its verifier's code hash is compiled in, so no deployment with another verifier exists:
/// whoever compares this contract's code with the repository's has compared the verifier too.
contract Weir is WeirCore {
    constructor(Genesis memory genesis) WeirCore(genesis) {}

    function _verifierCodeHash() internal pure override returns (bytes32) {
        return VERIFIER_CODE_HASH;
    }
}
