// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Quintic} from "../../src/verifier/Quintic.sol";
import {vm} from "../Vm.sol";

/// K arithmetic against vectors computed with PARI/GP, its two forms, and a naive multiplication on random elements.
contract QuinticTest {
    using Quintic for uint256;

    event Gas(string what, uint256 gas);

    uint256 constant P = Quintic.P;

    function pack(uint256[] memory c) internal pure returns (uint256 w) {
        for (uint256 i = 0; i < 5; i++) w = (w << 32) | c[i];
    }

    function random(uint256 seed) internal pure returns (uint256[] memory c) {
        c = new uint256[](5);
        for (uint256 i = 0; i < 5; i++) {
            uint256 h = uint256(keccak256(abi.encode(seed, i)));
            c[i] = h % 5 == 0 ? P - 1 : h % 5 == 1 ? 0 : (h >> 8) % P;
        }
    }

    /// Schoolbook product with x^5 = 1 − x^2.
    function naive(uint256[] memory a, uint256[] memory b) internal pure returns (uint256[] memory c) {
        uint256[9] memory d;
        for (uint256 i = 0; i < 5; i++) for (uint256 j = 0; j < 5; j++) d[i + j] = (d[i + j] + a[i] * b[j]) % P;
        for (uint256 k = 8; k > 4; k--) {
            d[k - 5] = (d[k - 5] + d[k]) % P;
            d[k - 3] = (d[k - 3] + P - d[k]) % P;
        }
        c = new uint256[](5);
        for (uint256 i = 0; i < 5; i++) c[i] = d[i];
    }

    function test_ProductAndInverseVectors() public view {
        string memory json = vm.readFile("../vectors/quintic-extension.json");
        uint256[] memory a = vm.parseJsonUintArray(json, ".a");
        uint256[] memory b = vm.parseJsonUintArray(json, ".b");
        uint256 expected = pack(vm.parseJsonUintArray(json, ".product")).fromPacked();
        uint256 sa = pack(a).fromPacked();
        require(sa.mul(pack(b).fromPacked()) == expected, "product");
        require(sa.mul(pack(vm.parseJsonUintArray(json, ".inverseOfA")).fromPacked()) == 1, "inverse");
        require(sa.pow(1000000000000000009) == pack(vm.parseJsonUintArray(json, ".aToThe.value")).fromPacked(), "power");
    }

    function testFuzz_BothFormsAgreeWithSchoolbook(uint256 seed) public pure {
        uint256[] memory a = random(seed);
        uint256[] memory b = random(~seed);
        uint256 wa = pack(a);
        uint256 wb = pack(b);
        uint256 product = pack(naive(a, b));
        require(wa.fromPacked().mul(wb.fromPacked()) == product.fromPacked(), "scalar");
        require(wa.fromPacked().mul(wb.spread()) == product.spread(), "scalar by vector");
        require(wa.spread().mul(wb.fromPacked()) == product.spread(), "vector by scalar");
        require(wa.spread().toScalar() == wa.fromPacked(), "to scalar");
        require(wa.fromPacked().toVector() == wa.spread(), "to vector");
        uint256 s = wa.fromPacked();
        uint256 t = wb.fromPacked();
        require(s.add(t).sub(t) == s && s.sub(t).add(t) == s, "add and sub");
        require(Quintic.tighten(s.subLoose(t)) == s.sub(t), "loose difference");
        require(s.mul(t + s) == s.mul(t).add(s.mul(s)), "loose factor");
        require(s.mulAdd(t + s, t + t) == s.mul(t.add(s)).add(t.add(t)), "fused addition");
        require(s.mul(Quintic.oneMinus(t)) == s.sub(s.mul(t)), "one minus");
        require(s.scale(seed >> 224) == s.mul((seed >> 224) % P), "scale");
        uint256 wide;
        uint256 narrow;
        for (uint256 i = 0; i < 5; i++) {
            uint256 lane = (seed >> (51 * i)) & (2 ** 51 - 1);
            wide |= lane << (51 * i);
            narrow = (narrow << 32) | (lane % P);
        }
        require(Quintic.fromWideLanes(wide) == narrow.fromPacked(), "wide lanes");
    }

    function test_GasPerOperation() public {
        uint256 a = pack(random(1)).fromPacked();
        uint256 b = pack(random(2)).fromPacked();
        uint256 g = gasleft();
        for (uint256 i = 0; i < 100; i++) a = a.mul(b);
        uint256 mulGas = (g - gasleft()) / 100;
        g = gasleft();
        for (uint256 i = 0; i < 100; i++) a = a.mulAdd(b, b);
        uint256 mulAddGas = (g - gasleft()) / 100;
        g = gasleft();
        for (uint256 i = 0; i < 100; i++) a = a.add(b);
        uint256 addGas = (g - gasleft()) / 100;
        g = gasleft();
        for (uint256 i = 0; i < 100; i++) a = Quintic.fromPacked(a & type(uint160).max);
        uint256 loadGas = (g - gasleft()) / 100;
        g = gasleft();
        for (uint256 i = 0; i < 100; i++) a = Quintic.spread(a & type(uint160).max);
        uint256 spreadGas = (g - gasleft()) / 100;
        require(a != 0);
        emit Gas("mul", mulGas);
        emit Gas("mulAdd", mulAddGas);
        emit Gas("add", addGas);
        emit Gas("fromPacked", loadGas);
        emit Gas("spread", spreadGas);
        require(mulGas < 400, "mul is too dear");
    }
}
