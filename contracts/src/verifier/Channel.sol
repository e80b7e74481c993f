// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IVerifierErrors} from "./IVerifierErrors.sol";
import {Quintic} from "./Quintic.sol";

/// @notice What a verifier reads from and draws challenges from: a position in the proof (absolute in calldata) and the transcript.
/// `begin` is where the whole proof would begin; it wraps below zero where a component is given only the rest of the proof.
struct Channel {
    uint256 state;
    uint256 counter;
    uint256 position;
    uint256 begin;
    uint256 end;
}

/// @title The Fiat–Shamir transcript over a proof in calldata (docs/proof.md, "Transcript")
/// @notice Every read checks length and canonicity and absorbs, in this one place, so no message can be used unabsorbed.
library ChannelLib {
    uint256 internal constant K_BYTES = 20;
    uint256 internal constant DIGEST_BYTES = 26;
    uint256 internal constant NONCE_BYTES = 8;

    /// @dev Reserves `length` bytes of proof and returns where they begin.
    function take(Channel memory c, uint256 length) internal pure returns (uint256 ptr) {
        unchecked {
            ptr = c.position;
            uint256 next = ptr + length;
            if (next > c.end) revert IVerifierErrors.ProofTruncated(next - c.begin, c.end - c.begin);
            c.position = next;
        }
    }

    /// @dev Reverts unless all 4-byte elements in [ptr, ptr + length) are below p. Calldata behind it is ignored.
    function requireCanonical(Channel memory c, uint256 ptr, uint256 length) internal pure {
        uint256 bad;
        assembly ("memory-safe") {
            let last := add(ptr, and(length, not(31)))
            let q := ptr
            for { let long := add(ptr, and(length, not(127))) } lt(q, long) { q := add(q, 128) } {
                let a := calldataload(q)
                let b := calldataload(add(q, 32))
                bad := or(bad, or(or(a, add(a, 0x00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff)), or(b, add(b, 0x00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff))))
                a := calldataload(add(q, 64))
                b := calldataload(add(q, 96))
                bad := or(bad, or(or(a, add(a, 0x00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff)), or(b, add(b, 0x00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff))))
            }
            for {} lt(q, last) { q := add(q, 32) } {
                let w := calldataload(q)
                bad := or(bad, or(w, add(w, 0x00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff)))
            }
            let tail := and(length, 31)
            if tail {
                let w := shr(sub(256, shl(3, tail)), calldataload(last))
                bad := or(bad, or(w, add(w, 0x00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff)))
            }
            bad := and(bad, 0x8000000080000000800000008000000080000000800000008000000080000000)
        }
        unchecked {
            if (bad != 0) revert IVerifierErrors.NonCanonicalElement(ptr - c.begin);
        }
    }

    /// @dev state ← keccak(1 ‖ state ‖ u64be(length) ‖ calldata[ptr, ptr + length)).
    function absorb(Channel memory c, uint256 ptr, uint256 length) internal pure {
        assembly ("memory-safe") {
            let f := mload(0x40)
            mstore8(f, 1)
            mstore(add(f, 1), mload(c))
            mstore(add(f, 33), shl(192, length))
            calldatacopy(add(f, 41), ptr, length)
            mstore(c, keccak256(f, add(41, length)))
            mstore(add(c, 32), 0)
        }
    }

    /// @dev The same for bytes in memory.
    function absorbMemory(Channel memory c, bytes memory data) internal pure {
        c.state = uint256(keccak256(abi.encodePacked(uint8(1), c.state, uint64(data.length), data)));
        c.counter = 0;
    }

    /// @dev Reads one message of field elements, absorbs it, and returns where it begins.
    function message(Channel memory c, uint256 length) internal pure returns (uint256 ptr) {
        ptr = take(c, length);
        requireCanonical(c, ptr, length);
        absorb(c, ptr, length);
    }

    /// @dev Reads and absorbs one digest; left-aligned, the bytes behind it are not cleared.
    function digest(Channel memory c) internal pure returns (uint256 d) {
        uint256 ptr = take(c, DIGEST_BYTES);
        absorb(c, ptr, DIGEST_BYTES);
        assembly ("memory-safe") {
            d := calldataload(ptr)
        }
    }

    function squeeze(Channel memory c) internal pure returns (uint256 h) {
        assembly ("memory-safe") {
            let f := mload(0x40)
            mstore8(f, 2)
            mstore(add(f, 1), mload(c))
            let counter := mload(add(c, 32))
            mstore(add(f, 33), shl(192, counter))
            h := keccak256(f, 41)
            mstore(add(c, 32), add(counter, 1))
        }
    }

    /// @dev One challenge of K, in scalar form.
    function challenge(Channel memory c) internal pure returns (uint256) {
        return Quintic.fromWideLanes(squeeze(c));
    }

    /// @dev `message(40)` and `challenge` in one, for the many rounds that send two elements: their position and the challenge.
    function quadratic(Channel memory c) internal pure returns (uint256 ptr, uint256 r) {
        ptr = take(c, 40);
        uint256 bad;
        uint256 h;
        assembly ("memory-safe") {
            let w := calldataload(ptr)
            bad := or(w, add(w, 0x00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff))
            w := shl(64, calldataload(add(ptr, 8)))
            bad := or(bad, or(w, add(w, 0x00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff00ffffff)))
            bad := and(bad, 0x8000000080000000800000008000000080000000800000008000000080000000)
            let f := mload(0x40)
            mstore8(f, 1)
            mstore(add(f, 1), mload(c))
            mstore(add(f, 33), shl(192, 40))
            calldatacopy(add(f, 41), ptr, 40)
            let state := keccak256(f, 81)
            mstore(c, state)
            mstore(add(c, 32), 1)
            mstore8(f, 2)
            mstore(add(f, 1), state)
            mstore(add(f, 33), 0)
            h := keccak256(f, 41)
        }
        unchecked {
            if (bad != 0) revert IVerifierErrors.NonCanonicalElement(ptr - c.begin);
        }
        r = Quintic.fromWideLanes(h);
    }

    /// @dev Reads a nonce and demands `bits` leading zeros; with 0 bits there is no nonce and nothing happens.
    function grind(Channel memory c, uint256 bits) internal pure {
        if (bits == 0) return;
        uint256 ptr = take(c, NONCE_BYTES);
        uint256 h;
        assembly ("memory-safe") {
            let f := mload(0x40)
            mstore8(f, 3)
            mstore(add(f, 1), mload(c))
            calldatacopy(add(f, 33), ptr, 8)
            h := keccak256(f, 41)
        }
        if (h >> (256 - bits) != 0) revert IVerifierErrors.GrindingFailed(bits, bytes32(h));
        c.state = h;
        c.counter = 0;
    }

    /// @dev `count` indices below 2^logSize, sorted ascending without duplicates, one word each at `list`.
    /// The caller provides room for `count` words. Returns how many are distinct.
    function indices(Channel memory c, uint256 count, uint256 logSize, uint256 list) internal pure returns (uint256 distinct) {
        uint256 mask = (1 << logSize) - 1;
        uint256 end = list;
        for (uint256 drawn = 0; drawn < count; drawn += 8) {
            uint256 h = squeeze(c);
            uint256 take_ = count - drawn < 8 ? count - drawn : 8;
            assembly ("memory-safe") {
                for {} take_ { take_ := sub(take_, 1) } {
                    // Insertion sort; duplicates are removed afterwards.
                    let index := and(h, mask)
                    h := shr(32, h)
                    let slot := end
                    for {} gt(slot, list) {} {
                        let below := mload(sub(slot, 32))
                        if iszero(gt(below, index)) { break }
                        mstore(slot, below)
                        slot := sub(slot, 32)
                    }
                    mstore(slot, index)
                    end := add(end, 32)
                }
            }
        }
        assembly ("memory-safe") {
            let to := list
            let last := not(0)
            for { let from := list } lt(from, end) { from := add(from, 32) } {
                let index := mload(from)
                if iszero(eq(index, last)) {
                    mstore(to, index)
                    to := add(to, 32)
                    last := index
                }
            }
            distinct := shr(5, sub(to, list))
        }
    }
}
