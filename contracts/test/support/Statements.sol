// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {L1Fill} from "../../src/interfaces/IL1Orders.sol";
import {Feed, PriceEntry} from "../../src/interfaces/IReferencePrices.sol";
import {RedeemEffect, RideEffect} from "../../src/interfaces/IRidePool.sol";
import {DepositContent} from "../../src/interfaces/IWeir.sol";
import {Header} from "../../src/libraries/StatementLib.sol";

/// @notice Builds statements, a second time and from `docs/statements.md` alone: limb by limb, where the core reads
/// bits. Cross-checked with `vectors/protocol-statement.json`.
library Statements {
    uint256 internal constant TAKEN = 1;
    uint256 internal constant RETURNED = 2;
    uint256 internal constant SERVED = 1;
    uint256 internal constant REFUTED = 2;

    function encodeHeader(Header memory h) internal pure returns (bytes memory) {
        return bytes.concat(
            abi.encodePacked(uint32(h.version), uint32(h.batchNumber), uint64(h.timestamp)),
            abi.encodePacked(h.oldRollupRoot, h.newRollupRoot, h.oldValidiumRoot, h.newValidiumRoot, h.rewardRecipient),
            abi.encodePacked(uint16(h.flags), uint8(h.blobs), uint8(h.reserved)),
            abi.encodePacked(uint24(h.effectWords), uint16(h.headerDiffs), uint24(h.slotDiffs))
        );
    }

    function deposit(DepositContent memory c, uint256 status) internal pure returns (bytes memory) {
        uint256[9] memory l;
        l[0] = 1 + 2 ** 8 * status + 2 ** 10 * c.slot;
        l[1] = c.account;
        _amount(l, 2, c.amount);
        l[2] += 2 ** 22 * (c.asset >> 24);
        l[5] = c.asset % 2 ** 24;
        return bytes.concat(word(l), digestWord(c.headerDigest), addressWord(c.depositor));
    }

    function withdrawalWords(uint256 account, uint256 number, uint256 amount, address l1Owner)
        internal
        pure
        returns (uint256 word0, uint256 word1)
    {
        uint256[9] memory l;
        l[0] = 2;
        l[1] = account;
        _amount(l, 2, amount);
        l[2] += 2 ** 22 * (number >> 24);
        l[5] = number % 2 ** 24;
        return (uint248(bytes31(word(l))), uint248(bytes31(addressWord(l1Owner))));
    }

    function withdrawal(uint256 account, uint256 number, uint256 amount, address l1Owner)
        internal
        pure
        returns (bytes memory)
    {
        (uint256 word0, uint256 word1) = withdrawalWords(account, number, amount, l1Owner);
        return abi.encodePacked(uint248(word0), uint248(word1));
    }

    function ride(RideEffect memory e) internal pure returns (bytes memory) {
        uint256[9] memory l;
        l[0] = 3 + (e.close ? 2 ** 8 : 0) + (e.negative ? 2 ** 9 : 0);
        _pair(l, e.ticket, e.net, e.assetIn, e.assetOut);
        uint256[9] memory m;
        _amount(m, 0, e.worstIn);
        _amount(m, 3, e.worstOut);
        m[6] = e.boardBy % 2 ** 20;
        m[7] = e.boardBy >> 20;
        uint256[9] memory n;
        n[0] = e.settleBy % 2 ** 20;
        n[1] = e.settleBy >> 20;
        return bytes.concat(word(l), word(m), word(n));
    }

    function redeem(RedeemEffect memory e) internal pure returns (bytes memory) {
        uint256[9] memory l;
        l[0] = 4;
        _pair(l, e.ticket, e.redeemed, e.assetIn, e.assetOut);
        uint256[9] memory m;
        _amount(m, 0, e.outTotal);
        _amount(m, 3, e.inReturned);
        _amount(m, 6, e.tickets);
        uint256[9] memory n;
        _amount(n, 0, e.outCredited);
        _amount(n, 3, e.inCredited);
        return bytes.concat(word(l), word(m), word(n));
    }

    function referencePrice(uint256 number, uint256 index, Feed memory f, PriceEntry memory e)
        internal
        pure
        returns (bytes memory)
    {
        uint256[9] memory l;
        l[0] = 7 + 2 ** 8 * number;
        l[1] = f.assetIn % 2 ** 24;
        l[2] = f.assetOut % 2 ** 24;
        l[3] = (f.assetIn >> 24) + 2 ** 6 * (f.assetOut >> 24);
        l[4] = index;
        uint256[9] memory m;
        _amount(m, 0, e.num);
        _amount(m, 3, e.den);
        return bytes.concat(word(l), word(m));
    }

    function l1Order(L1Fill memory f) internal pure returns (bytes memory) {
        uint256[9] memory l;
        l[0] = 8;
        l[1] = f.id;
        l[2] = f.sellAsset % 2 ** 24;
        l[3] = f.buyAsset % 2 ** 24;
        l[4] = (f.sellAsset >> 24) + 2 ** 6 * (f.buyAsset >> 24);
        uint256[9] memory m;
        _amount(m, 0, f.sold);
        _amount(m, 3, f.bought);
        return bytes.concat(word(l), word(m));
    }

    function fact(bytes28 id) internal pure returns (bytes memory) {
        uint256[9] memory l;
        l[0] = 9;
        uint256[9] memory m;
        for (uint256 i; i < 8; ++i) {
            m[i] = (uint224(id) >> (28 * i)) % 2 ** 28;
        }
        return bytes.concat(word(l), word(m));
    }

    function forcedExit(uint256 account, address requester, uint256 status) internal pure returns (bytes memory) {
        return forcedExit(account, 0xffff, requester, status);
    }

    function forcedExit(uint256 account, uint256 mask, address requester, uint256 status)
        internal
        pure
        returns (bytes memory)
    {
        uint256[9] memory l;
        l[0] = 5 + 2 ** 8 * status;
        l[1] = account;
        l[2] = mask;
        return bytes.concat(word(l), addressWord(requester));
    }

    function rotateKey(uint256 account, bytes28 key, address requester, uint256 status)
        internal
        pure
        returns (bytes memory)
    {
        uint256[9] memory l;
        l[0] = 6 + 2 ** 8 * status;
        l[1] = account;
        return bytes.concat(word(l), addressWord(requester), keyWord(key));
    }

    function keyWord(bytes28 key) internal pure returns (bytes memory) {
        uint256[9] memory l;
        for (uint256 i; i < 7; ++i) {
            uint256 e = uint32(uint224(key) >> (192 - 32 * i));
            l[i] = e % 2 ** 28;
            l[7] += (e >> 28) * 8 ** i;
        }
        return word(l);
    }

    function _pair(uint256[9] memory l, uint256 ticket, uint256 amount, uint256 assetIn, uint256 assetOut)
        private
        pure
    {
        l[1] = ticket % 2 ** 24;
        _amount(l, 2, amount);
        l[2] += 2 ** 22 * (ticket >> 24);
        l[5] = assetIn % 2 ** 24;
        l[6] = assetOut % 2 ** 24;
        l[7] = (assetIn >> 24) + 2 ** 6 * (assetOut >> 24);
    }

    function _amount(uint256[9] memory l, uint256 i, uint256 amount) private pure {
        l[i] = amount % 2 ** 22;
        l[i + 1] = (amount >> 22) % 2 ** 21;
        l[i + 2] = amount >> 43;
    }

    function addressWord(address a) internal pure returns (bytes memory) {
        uint256[9] memory l;
        for (uint256 i; i < 6; ++i) {
            l[i] = (uint256(uint160(a)) >> (28 * i)) % 2 ** 28;
        }
        return word(l);
    }

    function digestWord(bytes32 digest) internal pure returns (bytes memory) {
        uint256[9] memory l;
        for (uint256 i; i < 8; ++i) {
            uint256 e = uint32(uint256(digest) >> (224 - 32 * i));
            l[i] = e % 2 ** 28;
            l[8] += (e >> 28) * 8 ** i;
        }
        return word(l);
    }

    function word(uint256[9] memory l) internal pure returns (bytes memory) {
        uint256 sum;
        for (uint256 i; i < 9; ++i) {
            require(l[i] < 2 ** (i < 8 ? 28 : 24), "limb too large");
            sum += l[i] * 2 ** (28 * i);
        }
        return abi.encodePacked(uint248(sum));
    }
}
