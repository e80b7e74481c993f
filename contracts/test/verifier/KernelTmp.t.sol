// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;
import {WhirKernels} from "../../src/verifier/WhirKernels.sol";
import {MerkleMultiproof} from "../../src/verifier/MerkleMultiproof.sol";
event G(string w, uint256 g);
contract K1 { function go(bytes calldata d) external { 
  uint256 p = WhirKernels.allocate(64*55);
  for (uint256 i=0;i<55;i++) { uint256 x=i*2000; assembly { mstore(add(p,shl(6,i)),x) mstore(add(p,add(32,shl(6,i))),x) } }
  uint256 at; assembly { at := d.offset }
  uint256 g=gasleft(); (uint256 r, uint256 e)=MerkleMultiproof.climb(p,55,17,at); g-=gasleft(); emit G("climb/node", g/((e-at)/26+54)); emit G("nodes",(e-at)/26+54); require(r!=0);
}}
contract K2 { function go(bytes calldata d) external { 
  uint256 p = WhirKernels.allocate(64*64+32*64);
  for (uint256 i=0;i<64;i++) assembly { mstore(add(p,shl(5,i)),add(i,77)) }
  uint256 s=WhirKernels.splitForBase(p,64);
  uint256 at; assembly { at := d.offset }
  uint256 g=gasleft(); uint256 r; for (uint256 i=0;i<10;i++) r^=WhirKernels.foldBase(s,at,64); g-=gasleft(); emit G("foldBase/el", g/640);
  uint256 t=WhirKernels.splitForExtension(p,16);
  g=gasleft(); for (uint256 i=0;i<10;i++) r^=WhirKernels.foldExtension(t,at,16); g-=gasleft(); emit G("foldExt/el", g/160);
  g=gasleft(); for (uint256 i=0;i<10;i++) r^=WhirKernels.evaluateAtBase(s,8,i); g-=gasleft(); emit G("evalAtBase8", g/10);
  require(r!=0);
}}
contract KT { 
  function test_k() public { bytes memory d=new bytes(40000); for (uint256 i=0;i<40000;i+=3) d[i]=0x11; new K1().go(d); new K2().go(d); }
}
