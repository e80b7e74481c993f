// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Weir} from "../../src/core/Weir.sol";
import {IStarkVerifier} from "../../src/interfaces/IStarkVerifier.sol";
import {Genesis} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";

/// @notice Accepts everything. It exists here, under test, and nowhere else.
contract AcceptAllVerifier is IStarkVerifier {
    function verify(bytes32, bytes calldata, bytes calldata) external pure {}
}

/// @notice The core with the unproven half of `settle` laid open.
contract WeirHarness is Weir {
    constructor(Genesis memory genesis) Weir(genesis) {}

    function applyStatement(bytes calldata statement) external {
        Header memory h = _checkedHeader(statement);
        _advance(h, _applyStatement(h, statement));
    }
}
