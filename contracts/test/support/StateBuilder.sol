// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {vm} from "../Vm.sol";
import {PoseidonProbe} from "../verifier/Poseidon.t.sol";

/// @notice A state tree with four neighbouring accounts, hashed a second time from `docs/statements.md`; everything else
/// in the tree is some digest. It knows what `escape` must be given.
contract StateBuilder {
    uint256 public constant PEOPLE = 4;

    struct Holding {
        uint32 asset;
        uint64 balance;
    }

    uint256 public immutable base;
    address[4] public owners;
    uint256[4] public keyVersions;
    Holding[16][4] public holdings;
    uint256[16][5][4] private _slotNodes;
    uint256[4] private _accountNodes;
    uint256 public root;
    PoseidonProbe private immutable _poseidon;

    /// @param base_ Index of the first account, a multiple of four.
    constructor(uint256 base_) {
        base = base_;
        _poseidon = PoseidonProbe(vm.deployCode("Poseidon.t.sol:PoseidonProbe"));
        for (uint256 i; i < PEOPLE; ++i) {
            keyVersions[i] = 1;
        }
    }

    /// @dev By its artifact: the compiler takes its time for each contract that holds the permutation.
    function compress(uint256 domain, uint256 left, uint256 right) public view returns (uint256 digest) {
        (digest,) = _poseidon.compress(domain, left, right);
    }

    function setOwner(uint256 i, address owner, uint256 keyVersion) external {
        (owners[i], keyVersions[i]) = (owner, keyVersion);
    }

    function set(uint256 i, uint256 slot, uint32 asset, uint64 balance) external {
        holdings[i][slot] = Holding(asset, balance);
    }

    function slotWord(uint256 i, uint256 slot) public view returns (uint256) {
        Holding memory h = holdings[i][slot];
        uint256 balance = h.balance;
        return uint256(h.asset) << 224 | slot << 192 | (balance & 0x3fffff) << 160 | (balance >> 22 & 0x1fffff) << 128
            | (balance >> 43) << 96;
    }

    function build() external returns (uint256) {
        for (uint256 i; i < PEOPLE; ++i) {
            for (uint256 slot; slot < 16; ++slot) {
                _slotNodes[i][0][slot] = slotWord(i, slot);
            }
            for (uint256 level = 1; level < 5; ++level) {
                for (uint256 n; n < 16 >> level; ++n) {
                    _slotNodes[i][level][n] = compress(
                        31 - level, _slotNodes[i][level - 1][2 * n], _slotNodes[i][level - 1][2 * n + 1]
                    );
                }
            }
            uint256 digest = compress(31, _key(i), _limbs(owners[i]));
            _accountNodes[i] = compress(26, digest, _slotNodes[i][4][0]);
        }
        uint256 left = compress(25, _accountNodes[0], _accountNodes[1]);
        uint256 right = compress(25, _accountNodes[2], _accountNodes[3]);
        uint256 node = compress(24, left, right);
        for (uint256 level = 2; level < 26; ++level) {
            node = base >> level & 1 == 0
                ? compress(25 - level, node, _sibling(level))
                : compress(25 - level, _sibling(level), node);
        }
        return root = node;
    }

    function _key(uint256 i) private view returns (uint256) {
        return (0x11 + i) << 224 | 0x22 << 32 | keyVersions[i];
    }

    function _limbs(address owner) private pure returns (uint256 out) {
        for (uint256 i; i < 6; ++i) {
            out |= (uint256(uint160(owner)) / 2 ** (28 * i) % 2 ** 28) << (224 - 32 * i);
        }
    }

    function _sibling(uint256 level) private pure returns (uint256) {
        return 0x77000000 << 224 | level;
    }

    function header(uint256 i) external returns (bytes memory out) {
        uint256 slotsRoot = _slotNodes[i][4][0];
        out = abi.encodePacked(_key(i), owners[i], slotsRoot, _accountNodes[i ^ 1]);
        out = bytes.concat(
            out, bytes32(compress(25, _accountNodes[(i ^ 2) & 2], _accountNodes[((i ^ 2) & 2) + 1]))
        );
        for (uint256 level = 2; level < 26; ++level) {
            out = bytes.concat(out, bytes32(_sibling(level)));
        }
    }

    function slots(uint256 i, uint16 mask) external view returns (bytes memory out) {
        out = abi.encodePacked(mask);
        for (uint256 slot; slot < 16; ++slot) {
            if (mask >> slot & 1 == 0) continue;
            Holding memory h = holdings[i][slot];
            out = abi.encodePacked(out, h.asset, uint32(slot), h.balance, uint64(0));
        }
        uint256 known = mask;
        for (uint256 level; level < 4; ++level) {
            uint256 next;
            for (uint256 n; n < 16 >> level; ++n) {
                if (known >> n & 1 == 0) continue;
                if (known >> (n ^ 1) & 1 == 0) out = abi.encodePacked(out, _slotNodes[i][level][n ^ 1]);
                next |= 1 << (n / 2);
            }
            known = next;
        }
    }
}
