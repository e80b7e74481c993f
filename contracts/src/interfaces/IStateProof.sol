// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title IStateProof
/// @notice Opens accounts and slots of a state root, `docs/statements.md` "Hashing the state". Stateless; the layouts of
/// `account` and `slots` are exact: nothing may follow, no element may be p or more, no limb outside its range, so one
/// account or slot has one opening.
interface IStateProof {
    error IndexOutOfRange(uint256 index);
    error OpeningLength(uint256 expected, uint256 actual);
    error ElementsNotCanonical(uint256 offset, uint256 elements);
    error SlotValueOutOfRange(uint256 slot, uint256 value);
    error NoSlot();

    /// @notice The root under which an account with this header and slots root stands at `index` of a tree.
    /// @param account 916 bytes: ownerKey's 7 elements and keyVersion (4 bytes each) ‖ l1Owner (20) ‖ slotsRoot (32) ‖ the
    /// 26 siblings from the account up (32 each).
    function openAccount(uint256 index, bytes calldata account)
        external
        pure
        returns (uint256 root, uint256 slotsRoot, address l1Owner, uint256 keyVersion);

    /// @notice The slots root of an account in which the slots of `mask` hold the given values.
    /// @param slots mask (2 bytes) ‖ per set bit, ascending: asset (4), nonce (4), balance (8), filled (8) ‖ the siblings
    /// that the set slots do not give, level by level upwards, from left to right (32 each).
    /// @return slotsRoot The root they lead to.
    /// @return mask Which slots: bit i is slot i.
    /// @return values Per set bit, ascending: asset * 2^64 + balance.
    function openSlots(bytes calldata slots)
        external
        pure
        returns (uint256 slotsRoot, uint256 mask, uint256[] memory values);
}
