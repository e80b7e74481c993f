// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStateProof} from "../interfaces/IStateProof.sol";
import {PoseidonKoalaBear} from "./generated/PoseidonKoalaBear.sol";

/// @title StateProof
/// @notice Merkle paths of the state tree. See `IStateProof`; the depths are those of `docs/statements.md`.
contract StateProof is IStateProof {
    uint256 private constant TREE_DEPTH = 26;
    uint256 private constant SLOT_DEPTH = 4;
    uint256 private constant SLOTS = 16;
    uint256 private constant HEADER_DOMAIN = 31;
    /// @dev A pair of slots; the level above has one less.
    uint256 private constant SLOT_PAIR_DOMAIN = 30;
    uint256 private constant ACCOUNT_BYTES = 84 + 32 * TREE_DEPTH;
    uint256 private constant SLOT_BYTES = 24;
    /// @dev asset and nonce.
    uint256 private constant NUMBER_LIMIT = 2 ** 30;

    /// @dev Per lane of 32 bits: 2^31 - p, and the top bit.
    uint256 private constant ABOVE_P = 0x00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff;
    uint256 private constant TOP_BITS = 0x8000000080000000800000008000000080000000800000008000000080000000;

    /// @inheritdoc IStateProof
    function openAccount(uint256 index, bytes calldata account)
        external
        pure
        returns (uint256 root, uint256 slotsRoot, address l1Owner, uint256 keyVersion)
    {
        // A higher bit would be ignored by the path: another id for the same account.
        if (index >> TREE_DEPTH != 0) revert IndexOutOfRange(index);
        if (account.length != ACCOUNT_BYTES) revert OpeningLength(ACCOUNT_BYTES, account.length);
        uint256 left = _elements(account, 0);
        keyVersion = uint32(left);
        l1Owner = address(bytes20(account[32:52]));
        slotsRoot = _elements(account, 52);

        // One loop, so that the compiler keeps one copy of the compression.
        uint256 right = _limbs(l1Owner);
        uint256 domain = HEADER_DOMAIN;
        for (uint256 step; step < TREE_DEPTH + 2; ++step) {
            root = _compress(domain, left, right);
            if (step == TREE_DEPTH + 1) break;
            domain = TREE_DEPTH - step;
            if (step == 0) {
                (left, right) = (root, slotsRoot);
            } else {
                uint256 sibling = _elements(account, 52 + 32 * step);
                (left, right) = (index >> (step - 1)) & 1 == 0 ? (root, sibling) : (sibling, root);
            }
        }
    }

    /// @inheritdoc IStateProof
    function openSlots(bytes calldata slots)
        external
        pure
        returns (uint256 slotsRoot, uint256 mask, uint256[] memory values)
    {
        if (slots.length < 2) revert OpeningLength(2, slots.length);
        mask = uint16(bytes2(slots[0:2]));
        if (mask == 0) revert NoSlot();
        uint256[SLOTS] memory nodes;
        uint256 at_;
        (values, at_) = _readSlots(slots, mask, nodes);

        uint256 known = mask;
        for (uint256 domain = SLOT_PAIR_DOMAIN; domain > SLOT_PAIR_DOMAIN - SLOT_DEPTH; --domain) {
            (known, at_) = _climb(slots, at_, nodes, known, domain);
        }
        if (at_ != slots.length) revert OpeningLength(at_, slots.length);
        slotsRoot = nodes[0];
    }

    /// @dev One level up: pairs of nodes of which at least one is known, the other one from the siblings at `at_`.
    function _climb(bytes calldata slots, uint256 at_, uint256[SLOTS] memory nodes, uint256 known, uint256 domain)
        private
        pure
        returns (uint256 next, uint256)
    {
        for (uint256 i; known >> (2 * i) != 0; ++i) {
            uint256 pair = (known >> (2 * i)) & 3;
            if (pair == 0) continue;
            (uint256 left, uint256 right) = (nodes[2 * i], nodes[2 * i + 1]);
            if (pair == 1) right = _elements(slots, at_);
            if (pair == 2) left = _elements(slots, at_);
            if (pair != 3) at_ += 32;
            nodes[i] = _compress(domain, left, right);
            next |= 1 << i;
        }
        return (next, at_);
    }

    function _readSlots(bytes calldata slots, uint256 mask, uint256[SLOTS] memory nodes)
        private
        pure
        returns (uint256[] memory values, uint256 at_)
    {
        values = new uint256[](SLOTS);
        uint256 count;
        at_ = 2;
        for (uint256 slot; slot < SLOTS; ++slot) {
            if (mask >> slot & 1 == 0) continue;
            if (slots.length < at_ + SLOT_BYTES) revert OpeningLength(at_ + SLOT_BYTES, slots.length);
            uint256 value = uint192(bytes24(slots[at_:at_ + SLOT_BYTES]));
            at_ += SLOT_BYTES;
            (uint256 number, uint256 nonce) = (value >> 160, uint32(value >> 128));
            if (number >= NUMBER_LIMIT || nonce >= NUMBER_LIMIT) revert SlotValueOutOfRange(slot, value);
            uint256 balance = uint64(value >> 64);
            nodes[slot] = number << 224 | nonce << 192 | _pieces(balance) << 96 | _pieces(uint64(value));
            values[count++] = number << 64 | balance;
        }
        assembly ("memory-safe") {
            mstore(values, count)
        }
    }

    /// @dev A 64-bit amount as elements of 22, 21 and 21 bits.
    function _pieces(uint256 amount) private pure returns (uint256) {
        return (amount & 0x3fffff) << 64 | (amount >> 22 & 0x1fffff) << 32 | amount >> 43;
    }

    /// @dev Six limbs of 28 bits (the last has 20), least significant first, and two zeros: in range by construction.
    function _limbs(address account) private pure returns (uint256 out) {
        uint256 rest = uint160(account);
        for (uint256 i; i < 6; ++i) {
            out = out << 32 | rest & 0xfffffff;
            rest >>= 28;
        }
        out <<= 64;
    }

    /// @dev Eight canonical elements.
    function _elements(bytes calldata data, uint256 offset) private pure returns (uint256 word) {
        if (data.length < offset + 32) revert OpeningLength(offset + 32, data.length);
        word = uint256(bytes32(data[offset:offset + 32]));
        // A lane below 2^31 reaches its top bit with 2^31 - p exactly if it is p or more; its sum stays in the lane.
        if ((word | (word & ~TOP_BITS) + ABOVE_P) & TOP_BITS != 0) revert ElementsNotCanonical(offset, word);
    }

    function _compress(uint256 domain, uint256 left, uint256 right) private pure returns (uint256) {
        return PoseidonKoalaBear.compress(domain, left, right);
    }
}
