// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IStateProof} from "../interfaces/IStateProof.sol";
import {EscapeOpening, IWeir} from "../interfaces/IWeir.sol";
import {CoreState} from "./CoreState.sol";

/// @title Escape
/// @notice The way out of a frozen core: anybody opens accounts and slots of the last roots, and what they hold is owed to
/// their l1Owner, each slot once. Nothing is sent here: tokens are withdrawn afterwards, one asset and owner at a time, so
/// a token that fails stops nobody's other assets; tickets become L1 tickets in the pool.
abstract contract Escape is CoreState {
    uint256 private constant INDEX_BITS = 26;

    /// @dev An account, once opened: further slots are checked against `slotsRoot` alone. Its id has 27 bits, all checked,
    /// and it is the key here, so no other id leads to the same leaf.
    struct Escaped {
        address l1Owner;
        uint16 slots;
        uint256 slotsRoot;
    }

    /// @inheritdoc IWeir
    IStateProof public immutable stateProof;

    mapping(uint256 account => Escaped) private _escaped;
    /// @inheritdoc IWeir
    mapping(uint256 asset => mapping(address l1Owner => uint256)) public escapedOf;

    constructor(IStateProof stateProof_) {
        stateProof = stateProof_;
    }

    /// @dev The last root of a tree: 0 rollup, 1 validium.
    function _lastRoot(uint256 tree) internal view virtual returns (bytes32);

    /// @inheritdoc IWeir
    function escapedSlots(uint32 account) external view returns (uint16) {
        return _escaped[account].slots;
    }

    /// @inheritdoc IWeir
    function escape(EscapeOpening[] calldata openings) external nonReentrant {
        if (!_chain.frozen) revert NotFrozen();
        for (uint256 i; i < openings.length; ++i) {
            _escapeAccount(openings[i].account, openings[i]);
        }
    }

    function _escapeAccount(uint256 account, EscapeOpening calldata opening) private {
        Escaped storage e = _escaped[account];
        (uint256 slots, uint256 done) = (_maskOf(opening.slots), e.slots);
        // Somebody else was faster: nothing is left to do here, and the other accounts of this call go on.
        if (slots != 0 && slots & ~done == 0) return;

        address l1Owner = e.l1Owner;
        if (l1Owner == address(0)) l1Owner = _openAccount(account, e, opening.header);
        (uint256 slotsRoot, uint256 mask, uint256[] memory values) = stateProof.openSlots(opening.slots);
        if (slotsRoot != e.slotsRoot) revert SlotsNotInState(account, e.slotsRoot, slotsRoot);
        e.slots = uint16(done | mask);

        uint256 next;
        for (uint256 slot; next < values.length; ++slot) {
            if (mask >> slot & 1 == 0) continue;
            uint256 value = values[next++];
            if (done >> slot & 1 == 0) _escapeSlot(account, slot, l1Owner, value >> 64, uint64(value));
        }
    }

    /// @dev The first two bytes of an opening; one that is shorter is refused where it is read in full.
    function _maskOf(bytes calldata slots) private pure returns (uint256) {
        return slots.length < 2 ? 0 : uint16(bytes2(slots[0:2]));
    }

    function _openAccount(uint256 account, Escaped storage e, bytes calldata header) private returns (address) {
        uint256 tree = account >> INDEX_BITS;
        if (tree > 1) revert AccountOutOfRange(account);
        uint256 index = account & (2 ** INDEX_BITS - 1);
        (uint256 root, uint256 slotsRoot, address l1Owner, uint256 keyVersion) = stateProof.openAccount(index, header);
        bytes32 expected = _lastRoot(tree);
        if (bytes32(root) != expected) revert AccountNotInState(account, expected, bytes32(root));
        // What stands under an unopened or moved account belongs to nobody.
        if (keyVersion == 0 || l1Owner == address(0)) revert AccountNotOpen(account);
        (e.l1Owner, e.slotsRoot) = (l1Owner, slotsRoot);
        return l1Owner;
    }

    function _escapeSlot(uint256 account, uint256 slot, address l1Owner, uint256 number, uint256 amount) private {
        if (amount == 0) return;
        emit SlotEscaped(account, slot, l1Owner, number, amount);
        if (_assets[number].token == address(0)) {
            _book(number, -int256(amount), 0, 0);
            pool.creditTickets(number, l1Owner, amount);
        } else {
            _book(number, -int256(amount), 0, int256(amount));
            escapedOf[number][l1Owner] += amount;
        }
    }

    /// @inheritdoc IWeir
    function withdrawEscaped(uint256 number, address l1Owner) external nonReentrant {
        uint256 amount = escapedOf[number][l1Owner];
        if (amount == 0) revert NothingToWithdraw(l1Owner);
        escapedOf[number][l1Owner] = 0;
        _book(number, 0, 0, -int256(amount));
        emit EscapedWithdrawn(l1Owner, number, amount);
        _push(number, amount, l1Owner);
    }
}
