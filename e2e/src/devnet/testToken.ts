/** A token that anybody mints, and that may be told to refuse somebody: for what is about numbers of people, not about tokens. */
import { createRequire } from 'node:module';
import type { Abi, Hex } from 'viem';

const SOURCE = `// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;
contract TestToken {
  string public symbol;
  uint8 public immutable decimals;
  mapping(address => uint256) public balanceOf;
  mapping(address => mapping(address => uint256)) public allowance;
  mapping(address => bool) public refused;
  event Transfer(address indexed from, address indexed to, uint256 value);
  constructor(string memory symbol_, uint8 decimals_) { symbol = symbol_; decimals = decimals_; }
  function totalSupply() external pure returns (uint256) { return 1e30; }
  function refuse(address who, bool yes) external { refused[who] = yes; }
  function mint(address to, uint256 amount) external { balanceOf[to] += amount; emit Transfer(address(0), to, amount); }
  function approve(address spender, uint256 amount) external returns (bool) { allowance[msg.sender][spender] = amount; return true; }
  function transfer(address to, uint256 amount) external returns (bool) { return _move(msg.sender, to, amount); }
  function transferFrom(address from, address to, uint256 amount) external returns (bool) {
    allowance[from][msg.sender] -= amount;
    return _move(from, to, amount);
  }
  function _move(address from, address to, uint256 amount) private returns (bool) {
    require(!refused[to], "refused");
    balanceOf[from] -= amount;
    balanceOf[to] += amount;
    emit Transfer(from, to, amount);
    return true;
  }
}`;

export function compileTestToken(): { abi: Abi; bytecode: Hex } {
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string };
  const input = {
    language: 'Solidity',
    sources: { 'TestToken.sol': { content: SOURCE } },
    settings: { outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } } },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as {
    contracts: { 'TestToken.sol': { TestToken: { abi: Abi; evm: { bytecode: { object: string } } } } };
  };
  const { abi, evm } = output.contracts['TestToken.sol'].TestToken;
  return { abi, bytecode: `0x${evm.bytecode.object}` };
}
