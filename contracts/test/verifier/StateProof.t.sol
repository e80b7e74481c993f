// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStateProof} from "../../src/interfaces/IStateProof.sol";
import {StateProof} from "../../src/verifier/StateProof.sol";
import {StateBuilder} from "../support/StateBuilder.sol";
import {vm} from "../Vm.sol";

contract StateProofTest {
    StateProof private proof = new StateProof();
    string private json = vm.readFile("../vectors/state-openings.json");

    function _key(uint256 i, string memory field) private pure returns (string memory) {
        return string.concat(".openings[", vm.toString(i), "].", field);
    }

    function test_openings_of_a_random_state_lead_to_its_roots() public view {
        uint256 i;
        for (; vm.keyExistsJson(json, _key(i, "account")); ++i) {
            uint256 account = vm.parseJsonUint(json, _key(i, "account"));
            (uint256 root, uint256 slotsRoot, address l1Owner, uint256 keyVersion) =
                proof.openAccount(account % 2 ** 26, vm.parseJsonBytes(json, _key(i, "header")));
            require(bytes32(root) == vm.parseJsonBytes32(json, _key(i, "root")), "root");
            require(keyVersion == vm.parseJsonUint(json, _key(i, "keyVersion")), "keyVersion");
            require(l1Owner == address(bytes20(vm.parseJsonBytes(json, _key(i, "l1Owner")))), "l1Owner");
            _checkSlots(i, slotsRoot);
        }
        require(i == 9, "vectors");
    }

    function _checkSlots(uint256 i, uint256 expected) private view {
        (uint256 slotsRoot, uint256 mask, uint256[] memory values) =
            proof.openSlots(vm.parseJsonBytes(json, _key(i, "slots")));
        require(slotsRoot == expected, "slotsRoot");
        require(bytes32(slotsRoot) == vm.parseJsonBytes32(json, _key(i, "slotsRoot")), "slotsRoot of the vector");
        require(mask == vm.parseJsonUint(json, _key(i, "mask")), "mask");
        uint256[] memory assets = vm.parseJsonUintArray(json, _key(i, "assets"));
        uint256[] memory balances = vm.parseJsonUintArray(json, _key(i, "balances"));
        require(values.length == assets.length, "count");
        for (uint256 k; k < values.length; ++k) {
            require(values[k] == assets[k] << 64 | balances[k], "value");
        }
    }

    /// @dev Another id, another header, another path: another root. Each byte of the opening, and each bit of the id.
    function test_no_byte_of_an_opening_is_without_meaning() public view {
        bytes memory header = vm.parseJsonBytes(json, _key(1, "header"));
        bytes32 root = vm.parseJsonBytes32(json, _key(1, "root"));
        for (uint256 at_; at_ < header.length; at_ += 7) {
            header[at_] ^= bytes1(uint8(1 << (at_ % 8)));
            try proof.openAccount(1, header) returns (uint256 other, uint256, address, uint256) {
                require(bytes32(other) != root, "a changed byte leads to the root");
            } catch {}
            header[at_] ^= bytes1(uint8(1 << (at_ % 8)));
        }
        for (uint256 bit; bit < 26; ++bit) {
            (uint256 other,,,) = proof.openAccount(1 ^ (1 << bit), header);
            require(bytes32(other) != root, "another id leads to the root");
        }
        bytes memory slots = vm.parseJsonBytes(json, _key(5, "slots"));
        bytes32 slotsRoot = vm.parseJsonBytes32(json, _key(5, "slotsRoot"));
        for (uint256 at_; at_ < slots.length; ++at_) {
            slots[at_] ^= bytes1(uint8(1 << (at_ % 8)));
            try proof.openSlots(slots) returns (uint256 other, uint256, uint256[] memory) {
                require(bytes32(other) != slotsRoot, "a changed byte leads to the slots root");
            } catch {}
            slots[at_] ^= bytes1(uint8(1 << (at_ % 8)));
        }
    }

    function test_what_would_alias_is_refused() public {
        bytes memory header = vm.parseJsonBytes(json, _key(0, "header"));
        vm.expectRevert(abi.encodeWithSelector(IStateProof.IndexOutOfRange.selector, 2 ** 26));
        proof.openAccount(2 ** 26, header);
        vm.expectRevert(abi.encodeWithSelector(IStateProof.OpeningLength.selector, 916, 917));
        proof.openAccount(0, bytes.concat(header, hex"00"));
        // Every element of key, slots root and siblings, one at a time: p, then all ones.
        for (uint256 at_; at_ < 916; at_ += at_ == 28 ? 24 : 4) {
            _refusesElement(header, at_, 0x7f000001);
            _refusesElement(header, at_, 0xffffffff);
        }
    }

    function _refusesElement(bytes memory header, uint256 at_, uint32 element) private {
        bytes4 before;
        assembly {
            let place := add(add(header, 32), at_)
            before := mload(place)
            mstore(place, or(shl(224, element), and(mload(place), sub(shl(224, 1), 1))))
        }
        (bool success, bytes memory reason) = address(proof).call(abi.encodeCall(IStateProof.openAccount, (0, header)));
        require(!success && bytes4(reason) == IStateProof.ElementsNotCanonical.selector, "an element that aliases");
        assembly {
            let place := add(add(header, 32), at_)
            mstore(place, or(and(before, shl(224, 0xffffffff)), and(mload(place), sub(shl(224, 1), 1))))
        }
    }

    function test_slots_out_of_range_are_refused() public {
        bytes memory slots = abi.encodePacked(uint16(1), uint32(2 ** 30), uint32(0), uint64(1), uint64(0), new bytes(128));
        vm.expectRevert(
            abi.encodeWithSelector(IStateProof.SlotValueOutOfRange.selector, 0, uint256(2 ** 30) << 160 | 1 << 64)
        );
        proof.openSlots(slots);
        slots = abi.encodePacked(uint16(1), uint32(1), uint32(2 ** 30), uint64(1), uint64(0), new bytes(128));
        vm.expectRevert(
            abi.encodeWithSelector(IStateProof.SlotValueOutOfRange.selector, 0, 1 << 160 | uint256(2 ** 30) << 128 | 1 << 64)
        );
        proof.openSlots(slots);
        vm.expectRevert(IStateProof.NoSlot.selector);
        proof.openSlots(hex"0000");
        vm.expectRevert(abi.encodeWithSelector(IStateProof.OpeningLength.selector, 2, 1));
        proof.openSlots(hex"01");
        slots = abi.encodePacked(uint16(1), uint32(1), uint32(1), uint64(1), uint64(0), new bytes(128));
        vm.expectRevert(abi.encodeWithSelector(IStateProof.OpeningLength.selector, slots.length, slots.length + 1));
        proof.openSlots(bytes.concat(slots, hex"00"));
        slots = abi.encodePacked(uint16(1), uint32(1), uint32(1), uint64(1), uint64(0), new bytes(127));
        vm.expectRevert(abi.encodeWithSelector(IStateProof.OpeningLength.selector, slots.length + 1, slots.length));
        proof.openSlots(slots);
    }

    /// @dev A pair of slots is 16 elements, and so is a pair of accounts: the depth in the hash tells them apart.
    function test_an_inner_node_is_no_slot() public {
        StateBuilder builder = new StateBuilder(8);
        builder.set(0, 0, 1, 5);
        builder.setOwner(0, address(1), 1);
        builder.build();
        bytes memory one = builder.slots(0, 1);
        (uint256 slotsRoot,,) = proof.openSlots(one);
        bytes memory all = builder.slots(0, 0xffff);
        (uint256 same,,) = proof.openSlots(all);
        require(slotsRoot == same, "one slot and all of them lead to one root");
        (uint256 root, uint256 opened,,) = proof.openAccount(8, builder.header(0));
        require(root == builder.root() && opened == slotsRoot, "the builder's root");
    }
}
