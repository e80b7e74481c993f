/** Makes many forced requests in one transaction, as somebody who wants to hurt would. */
import { createRequire } from 'node:module';
import type { Abi, Hex } from 'viem';

const SOURCE = `// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;
interface Core {
  function forcedExitFee(uint16 mask) external view returns (uint256);
  function requestForcedExit(uint32 account, uint16 mask) external payable returns (uint256);
}
contract Flooder {
  function flood(Core core, uint32 first, uint256 count, uint32 accounts) external payable {
    uint256 fee = core.forcedExitFee(1);
    for (uint256 i; i < count; ++i) core.requestForcedExit{value: fee}(uint32((first + i) % accounts), 1);
  }
}`;

export function compileFlooder(): { abi: Abi; bytecode: Hex } {
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string };
  const input = {
    language: 'Solidity',
    sources: { 'Flooder.sol': { content: SOURCE } },
    settings: { outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } } },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as {
    contracts: { 'Flooder.sol': { Flooder: { abi: Abi; evm: { bytecode: { object: string } } } } };
  };
  const { abi, evm } = output.contracts['Flooder.sol'].Flooder;
  return { abi, bytecode: `0x${evm.bytecode.object}` };
}
