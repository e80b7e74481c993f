// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {DepositContent} from "../../src/interfaces/IWeir.sol";
import {vm} from "../Vm.sol";
import {CoreTest} from "../support/CoreTest.sol";
import {Statements} from "../support/Statements.sol";

/// @notice Settle writes per asset, ride and queue, not per person (and one storage slot per 256 returned deposits).
contract WritesTest is CoreTest {
    function test_the_number_of_storage_writes_does_not_depend_on_the_number_of_people() public {
        // The first batch fills slots that were empty; the count is the same all the same.
        uint256 few = _writes(2);
        assertEq(_writes(60), few, "writes of a batch for 60 people");
        assertEq(_writes(1), few, "writes of a batch for one");
        assertTrue(few < 40, "writes of a batch");
    }

    /// @dev `count` deposits taken, returned, withdrawals, exits served, rotations refuted; two assets.
    function _writes(uint256 count) private returns (uint256) {
        bytes[5] memory parts;
        vm.deal(BOB, 100 ether);
        for (uint256 i; i < 2 * count; ++i) {
            DepositContent memory c = _content(i % 4 < 2 ? usd : share, uint64(1000 + i), ALICE);
            _queue(c);
            parts[0] = bytes.concat(parts[0], Statements.deposit(c, i % 2 == 0 ? 1 : 2));
        }
        for (uint256 i; i < count; ++i) {
            uint32 account = uint32(i);
            parts[1] = bytes.concat(parts[1], Statements.withdrawal(account, usd, 2, address(uint160(1 + i))));
            vm.prank(BOB);
            weir.requestForcedExit{value: 0.1 ether}(account, 1);
            parts[2] = bytes.concat(parts[2], Statements.forcedExit(account, 1, BOB, Statements.SERVED));
            vm.prank(BOB);
            weir.requestKeyRotation{value: 0.1 ether}(account, bytes28(0));
            parts[2] = bytes.concat(parts[2], Statements.rotateKey(account, bytes28(0), BOB, Statements.REFUTED));
        }
        // One more of each asset, so that both are in every batch.
        for (uint256 i; i < 2; ++i) {
            DepositContent memory c = _content(i == 0 ? usd : share, 1e6, ALICE);
            _queue(c);
            parts[0] = bytes.concat(parts[0], Statements.deposit(c, 1));
        }
        bytes memory statement = _statement(bytes.concat(parts[0], parts[1], parts[2]));
        vm.record();
        weir.applyStatement(statement);
        (, bytes32[] memory writes) = vm.accesses(address(weir));
        return writes.length;
    }
}
