// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @notice A statement's header, `docs/statements.md`.
struct Header {
    uint256 version;
    uint256 batchNumber;
    uint256 timestamp;
    bytes32 oldRollupRoot;
    bytes32 newRollupRoot;
    bytes32 oldValidiumRoot;
    bytes32 newValidiumRoot;
    address rewardRecipient;
    uint256 flags;
    uint256 blobs;
    uint256 reserved;
    uint256 effectWords;
    uint256 headerDiffs;
    uint256 slotDiffs;
}

/// @title StatementLib
/// @notice Reads a statement from calldata and computes what binds it to the proof. No storage, no policy: every
/// check of a value against the chain's state is the core's.
library StatementLib {
    uint256 internal constant HEADER_BYTES = 176;
    uint256 internal constant WORD_BYTES = 31;

    /// @dev Header flags.
    uint256 internal constant HAS_CLEARING = 1;
    uint256 internal constant VALIDIUM_DATA = 2;

    /// @dev KoalaBear, 2^31 - 2^24 + 1.
    uint256 internal constant P = 0x7f000001;
    /// @dev The BLS12-381 scalar field, in which blobs (and so the words' polynomial) live.
    uint256 internal constant R = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001;

    /// @dev Tags are right-padded with zeros to 32 bytes.
    bytes32 internal constant INSTANCE_TAG = "weir.instance.v1";
    bytes32 internal constant POINT_TAG = "weir.z.v1";
    bytes32 internal constant CONTEXT_TAG = "weir.context.v1";

    uint256 private constant MASK_12 = 0xfff;
    uint256 private constant MASK_20 = 0xfffff;
    uint256 private constant MASK_28 = 0xfffffff;

    /// @dev The caller has checked that `statement` is at least a header long.
    function header(bytes calldata statement) internal pure returns (Header memory h) {
        h.version = uint32(bytes4(statement[0:4]));
        h.batchNumber = uint32(bytes4(statement[4:8]));
        h.timestamp = uint64(bytes8(statement[8:16]));
        h.oldRollupRoot = bytes32(statement[16:48]);
        h.newRollupRoot = bytes32(statement[48:80]);
        h.oldValidiumRoot = bytes32(statement[80:112]);
        h.newValidiumRoot = bytes32(statement[112:144]);
        h.rewardRecipient = address(bytes20(statement[144:164]));
        h.flags = uint16(bytes2(statement[164:166]));
        h.blobs = uint8(statement[166]);
        h.reserved = uint8(statement[167]);
        h.effectWords = uint24(bytes3(statement[168:171]));
        h.headerDiffs = uint16(bytes2(statement[171:173]));
        h.slotDiffs = uint24(bytes3(statement[173:176]));
    }

    function diffWords(Header memory h) internal pure returns (uint256) {
        return 2 * h.headerDiffs + h.slotDiffs;
    }

    /// @dev Words in calldata: all, or the effects while blobs hold the diffs.
    function words(Header memory h) internal pure returns (uint256) {
        return h.blobs == 0 ? h.effectWords + diffWords(h) : h.effectWords;
    }

    /// @dev The effect words: after the header, whatever follows them. The header check ties both to the length.
    function effects(Header memory h, bytes calldata statement) internal pure returns (bytes calldata) {
        return statement[HEADER_BYTES:HEADER_BYTES + WORD_BYTES * h.effectWords];
    }

    /// @dev The first position whose element is not below p, or 8.
    function firstNonCanonical(bytes32 elements) internal pure returns (uint256 position) {
        for (; position < 8; ++position) {
            if (element(elements, position) >= P) return position;
        }
    }

    function element(bytes32 elements, uint256 position) internal pure returns (uint256) {
        return (uint256(elements) >> (224 - 32 * position)) & 0xffffffff;
    }

    function instanceHash(uint256 chainId, address core) internal pure returns (bytes32) {
        return keccak256(abi.encode(INSTANCE_TAG, chainId, core));
    }

    /// @dev z depends on both sides: on the words in the circuit (through D) and on what L1 reads (through keccak of the
    /// body and the blobs' hashes). Leave either out and the other can be forged to meet y.
    function point(bytes32 instance, bytes calldata statement, bytes32 digest, bytes32[] memory blobHashes)
        internal
        pure
        returns (uint256)
    {
        bytes32 bodyHash = keccak256(statement[HEADER_BYTES:]);
        return uint256(
            keccak256(abi.encodePacked(POINT_TAG, instance, statement[:HEADER_BYTES], digest, bodyHash, blobHashes))
        ) % R;
    }

    /// @dev Sum of word_i z^i mod r over the words in calldata, by Horner from the last word. The accumulator is only reduced by `mulmod`: a
    /// residue is below 2^255 and a word below 2^248, so their sum can't wrap and is reduced by the next step.
    function evaluate(bytes calldata statement, uint256 count, uint256 z) internal pure returns (uint256 y) {
        assembly ("memory-safe") {
            let first := add(statement.offset, HEADER_BYTES)
            let cursor := add(first, mul(count, WORD_BYTES))
            // Four words a turn: 124 bytes.
            for {} iszero(lt(sub(cursor, first), 124)) {} {
                cursor := sub(cursor, 124)
                y := add(mulmod(y, z, R), shr(8, calldataload(add(cursor, 93))))
                y := add(mulmod(y, z, R), shr(8, calldataload(add(cursor, 62))))
                y := add(mulmod(y, z, R), shr(8, calldataload(add(cursor, 31))))
                y := add(mulmod(y, z, R), shr(8, calldataload(cursor)))
            }
            for {} gt(cursor, first) {} {
                cursor := sub(cursor, WORD_BYTES)
                y := add(mulmod(y, z, R), shr(8, calldataload(cursor)))
            }
            y := mod(y, R)
        }
    }

    function context(bytes32 instance, bytes calldata statement, bytes32[] memory blobHashes)
        internal
        pure
        returns (bytes32)
    {
        return keccak256(abi.encodePacked(CONTEXT_TAG, instance, keccak256(statement), blobHashes));
    }

    /// @dev The 13 groups of 8 public values, 4 bytes each.
    function publicValues(Header memory h, bytes32 instance, bytes32 digest, uint256 z, uint256 y)
        internal
        pure
        returns (bytes memory)
    {
        uint256 shape = _pack(h.batchNumber, h.timestamp & MASK_20, h.timestamp >> 20, h.flags) << 128
            | _pack(h.effectWords, h.headerDiffs, h.slotDiffs, 0);
        (uint256 z0, uint256 z1, uint256 z2) = _limbs12(z);
        (uint256 y0, uint256 y1, uint256 y2) = _limbs12(y);
        return bytes.concat(
            abi.encodePacked(h.oldRollupRoot, h.newRollupRoot, h.oldValidiumRoot, h.newValidiumRoot),
            abi.encodePacked(_limbs28(uint256(instance)), shape, digest, z0, z1, z2, y0, y1, y2)
        );
    }

    /// @dev Four values of 32 bits, the first one highest.
    function _pack(uint256 a, uint256 b, uint256 c, uint256 d) private pure returns (uint256) {
        return a << 96 | b << 64 | c << 32 | d;
    }

    /// @dev The low 224 bits as eight limbs of 28 bits, least significant first.
    function _limbs28(uint256 value) private pure returns (uint256 out) {
        for (uint256 i; i < 8; ++i) {
            out = out << 32 | (value >> (28 * i)) & MASK_28;
        }
    }

    /// @dev 22 limbs of 12 bits, least significant first, and two zeros, in three groups.
    function _limbs12(uint256 value) private pure returns (uint256 a, uint256 b, uint256 c) {
        for (uint256 i; i < 8; ++i) {
            a = a << 32 | (value >> (12 * i)) & MASK_12;
            b = b << 32 | (value >> (12 * (i + 8))) & MASK_12;
            // Shifts of 256 and more give zero: the limbs past the 22nd.
            c = c << 32 | (value >> (12 * (i + 16))) & MASK_12;
        }
    }
}
