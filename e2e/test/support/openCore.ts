/**
 * A core that believes every statement, for tests of what reads L1 afterwards: real transactions, events, calldata and blobs without a
 * proof each. It takes the roots from the header where the real one compares them.
 */
import { createRequire } from 'node:module';
import { weirAbi } from '@weir/abi/weir';
import { type Hex, toHex } from '@weir/foundation/bytes';
import { EMPTY_STATE, stateRoots } from '@weir/protocol/state/state';
import { digestBytes } from '@weir/protocol/statement/header';
import type { Abi, AbiEvent } from 'viem';
import type { Chain } from '../../src/devnet/chain.ts';

/** The real core's event, so that these tests cannot read something that does not exist; what is not about roots is empty. */
const settled = weirAbi.find((item) => item.type === 'event' && item.name === 'BatchSettled') as AbiEvent;
const declaration = settled.inputs.map(({ type, indexed, name }) => `${type} ${indexed === true ? 'indexed ' : ''}${name}`).join(', ');
const KNOWN: Readonly<Record<string, string>> = {
  batchNumber: 'number',
  timestamp: 'timestamp',
  rollupRoot: 'rollupRoot',
  validiumRoot: 'validiumRoot',
};
const values = settled.inputs.map(({ type, name }) => KNOWN[name ?? ''] ?? (type.endsWith('[]') ? `new ${type}(0)` : '0')).join(', ');

const SOURCE = `// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;
contract OpenCore {
  event BatchSettled(${declaration});
  bytes32 public rollupRoot;
  bytes32 public validiumRoot;
  uint256 private number;
  uint256 private timestamp;
  constructor(bytes32 rollup, bytes32 validium) { rollupRoot = rollup; validiumRoot = validium; }
  function pool() external view returns (address) { return address(this); }
  function lastBatch() external view returns (uint256, uint256, uint256) { return (number, timestamp, block.timestamp); }
  function settle(bytes calldata statement, bytes32, bytes calldata) external {
    number = uint32(bytes4(statement[4:8]));
    timestamp = uint64(bytes8(statement[8:16]));
    rollupRoot = bytes32(statement[48:80]);
    validiumRoot = bytes32(statement[112:144]);
    emit BatchSettled(${values});
  }
}
/// Passes calldata on as it is, or hides it: every byte is flipped on the way.
contract Sender {
  OpenCore private immutable core;
  constructor(OpenCore core_) { core = core_; }
  function pass(bytes calldata data) external { send(data); }
  function hidden(bytes memory data) external {
    for (uint256 i; i < data.length; ++i) data[i] = ~data[i];
    send(data);
  }
  function send(bytes memory data) private {
    (bool ok,) = address(core).call(data);
    require(ok);
  }
}`;

interface Contract {
  readonly abi: Abi;
  readonly bytecode: Hex;
}

function compile(): { core: Contract; sender: Contract } {
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string };
  const output = JSON.parse(
    solc.compile(
      JSON.stringify({
        language: 'Solidity',
        sources: { 'OpenCore.sol': { content: SOURCE } },
        settings: { outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } } },
      }),
    ),
  ) as { contracts: { 'OpenCore.sol': Record<string, { abi: Abi; evm: { bytecode: { object: string } } }> } };
  const contract = (name: string): Contract => {
    const { abi, evm } = output.contracts['OpenCore.sol'][name];
    return { abi, bytecode: `0x${evm.bytecode.object}` };
  };
  return { core: contract('OpenCore'), sender: contract('Sender') };
}

export interface OpenCore {
  readonly core: Hex;
  readonly abi: Abi;
  readonly sender: Hex;
  readonly senderAbi: Abi;
}

export async function deployOpenCore(chain: Chain): Promise<OpenCore> {
  const { core, sender } = compile();
  const { rollup, validium } = stateRoots(EMPTY_STATE);
  const deployer = chain.account(0);
  const address = await chain.deploy(deployer, core, [toHex(digestBytes(rollup)), toHex(digestBytes(validium))]);
  return { core: address, abi: core.abi, sender: await chain.deploy(deployer, sender, [address]), senderAbi: sender.abi };
}
