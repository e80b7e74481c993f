/** The local chain that a benchmark settles on: the story's devnet, production contracts, and gas taken apart by call. */
import { erc4626AdapterAbi, erc4626AdapterBytecode } from '@weir/abi/erc4626Adapter';
import { governanceAbi } from '@weir/abi/governance';
import { ridePoolAbi } from '@weir/abi/ridePool';
import { weirAbi } from '@weir/abi/weir';
import { connect } from '@weir/e2e/devnet/chain';
import { deployDevnet } from '@weir/e2e/devnet/devnet';
import { toHex } from '@weir/foundation/bytes';
import { withSidecars } from '@weir/node/da/sidecars';
import { deployWeir, launch } from '@weir/node/l1/deploy';
import { startAnvil } from '@weir/node/l1/embeddedL1';
import type { Ride } from '@weir/protocol/types';
import {
  type Abi,
  type Account,
  encodeFunctionData,
  type Hex,
  hexToBytes,
  parseEventLogs,
  parseUnits,
  type Transport,
  type Chain as ViemChain,
  type WalletClient,
  zeroAddress,
} from 'viem';
import { availabilityOf, type CommittedBlob, sidecarsOf } from './blobs.ts';

const DAY = 86_400;
/** EIP-7825: no transaction may ask for more. */
const MAX_TRANSACTION_GAS = 16_777_216n;
const DEPOSIT_GAS = 500_000n;
const QUOTE_SIZE = 1_000_000_000_000n;
/** People whose direct joins are averaged: as many as the chain has funded keys beside the operator's. */
const DIRECT_SAMPLES = 8;

export interface SettleGas {
  /** The verifier's call, from the trace. */
  readonly verify: number;
  /** Everything else that executes: parsing, the polynomial, effects. */
  readonly settle: number;
  /** What the calldata costs: intrinsic gas, or what the floor adds to the execution. Blobs are paid for in blob gas. */
  readonly data: number;
  readonly total: number;
}

export interface L1Deposit {
  readonly account: number;
  readonly amount: bigint;
  readonly headerDigest: Uint8Array;
}

export interface Settlement {
  readonly statement: Uint8Array;
  readonly digest: Uint8Array;
  readonly proof: Uint8Array;
  readonly blobs: readonly CommittedBlob[];
  /** The statement's evaluation point. */
  readonly z: bigint;
}

export interface BenchChain {
  readonly chainId: number;
  readonly core: Hex;
  /** Lower case; the l1Owner of all accounts. */
  readonly depositor: Hex;
  now(): Promise<number>;
  /** One transaction each, by the operator. */
  deposit(deposits: readonly L1Deposit[]): Promise<void>;
  createRide(): Promise<Ride>;
  /** Approve and join, by people of their own, with the first of these amounts. */
  directJoins(amounts: readonly bigint[]): Promise<{ readonly joins: number; readonly gasPerOrder: number }>;
  settle(settlement: Settlement): Promise<{ readonly transactionBytes: number; readonly gas: SettleGas }>;
  stop(): Promise<void>;
}

interface CallTrace {
  readonly to?: Hex;
  readonly gasUsed: Hex;
  readonly calls?: readonly CallTrace[];
}

export async function openBenchChain(): Promise<BenchChain> {
  const anvil = await startAnvil();
  const chain = await connect(anvil.rpcUrl);
  const devnet = await deployDevnet(chain);
  const { usdc, stataUsdc } = devnet.addresses;
  const operator = chain.account(0);
  const wallet = chain.walletOf(operator) as WalletClient<Transport, ViemChain, Account>;
  const { core, pool, governance, verifier } = await deployWeir({
    client: chain.publicClient,
    wallet,
    owner: operator.address,
    operator: operator.address,
  });
  const onCore = (name: string, args: readonly unknown[]) => chain.send(operator, core, weirAbi as Abi, name, args);
  await onCore('registerAsset', [usdc, 1n]);
  await onCore('registerAsset', [stataUsdc, 1n]);
  const funds = parseUnits('1000000000', 6);
  const adapter = await chain.deploy(operator, { abi: erc4626AdapterAbi as Abi, bytecode: erc4626AdapterBytecode }, [
    pool,
    stataUsdc,
    funds,
  ]);
  await chain.send(operator, governance, governanceAbi as Abi, 'registerStrategy', [adapter, 600_000]);
  await launch(chain.publicClient, wallet, governance);
  await devnet.mintUsdc(operator.address, funds);
  await chain.send(operator, usdc, devnet.abis.erc20, 'approve', [core, funds]);

  return {
    chainId: await chain.publicClient.getChainId(),
    core,
    depositor: operator.address.toLowerCase() as Hex,
    now: async () => Number((await chain.publicClient.getBlock()).timestamp),
    async deposit(deposits) {
      let nonce = await chain.publicClient.getTransactionCount({ address: operator.address });
      const hashes: Hex[] = [];
      for (const { account, amount, headerDigest } of deposits) {
        const args = [1, amount, account, toHex(headerDigest), 0] as const;
        const data = encodeFunctionData({ abi: weirAbi, functionName: 'deposit', args });
        hashes.push(await wallet.sendTransaction({ to: core, data, gas: DEPOSIT_GAS, nonce: nonce++ }));
      }
      for (const hash of hashes) {
        const { status } = await chain.publicClient.waitForTransactionReceipt({ hash });
        if (status !== 'success') throw new Error(`deposit reverted in ${hash}`);
      }
    },
    async createRide() {
      const shares = await chain.read<bigint>(stataUsdc, devnet.abis.erc4626, 'convertToShares', [QUOTE_SIZE]);
      const start = Number((await chain.publicClient.getBlock()).timestamp);
      const worstOut = (shares * 995n) / 1000n;
      const [boardBy, settleBy] = [start + 6 * 3600, start + 20 * DAY];
      const terms = {
        adapter,
        direction: 0,
        assetIn: 1,
        assetOut: 2,
        feeBps: 0,
        referenceIn: QUOTE_SIZE,
        referenceOut: shares,
        worstIn: QUOTE_SIZE,
        worstOut,
        minSize: 1n,
        maxSize: funds,
        keeperReward: 0n,
        boardBy,
        departBy: start + 2 * DAY,
        settleBy,
        feeRecipient: zeroAddress,
      };
      const receipt = await chain.send(operator, pool, ridePoolAbi as Abi, 'createRide', [terms]);
      const [created] = parseEventLogs({ abi: ridePoolAbi, eventName: 'RideCreated', logs: receipt.logs });
      const ticket = Number(created.args.ride);
      return {
        terms: { ticket, inAsset: 1, outAsset: 2, worstIn: QUOTE_SIZE, worstOut, boardBy, settleBy },
        maxSize: funds,
        boarded: 0n,
        closed: false,
        outcome: null,
      };
    },
    async directJoins(amounts) {
      const joining = amounts.slice(0, DIRECT_SAMPLES);
      let sum = 0n;
      for (const [i, amount] of joining.entries()) {
        const person = chain.account(1 + i);
        await devnet.mintUsdc(person.address, amount);
        const approve = await chain.send(person, usdc, devnet.abis.erc20, 'approve', [stataUsdc, amount]);
        const join = await chain.send(person, stataUsdc, devnet.abis.erc4626, 'deposit', [amount, person.address]);
        sum += approve.gasUsed + join.gasUsed;
      }
      return { joins: joining.length, gasPerOrder: Math.round(Number(sum) / joining.length) };
    },
    async settle({ statement, digest, proof, blobs, z }) {
      const args = [toHex(statement), toHex(digest), toHex(proof), availabilityOf(blobs, z)] as const;
      const data = encodeFunctionData({ abi: weirAbi, functionName: 'settle', args });
      const request = await wallet.prepareTransactionRequest({ to: core, data, gas: MAX_TRANSACTION_GAS });
      const carrying = {
        ...{ type: 'eip4844', chainId: request.chainId, nonce: request.nonce, to: core, data, gas: MAX_TRANSACTION_GAS },
        ...{ maxFeePerGas: request.maxFeePerGas, maxPriorityFeePerGas: request.maxPriorityFeePerGas },
        ...{ maxFeePerBlobGas: parseUnits('100', 9), blobVersionedHashes: blobs.map(({ hash }) => toHex(hash)) },
      } as const;
      const raw = await (blobs.length === 0
        ? wallet.signTransaction(request)
        : wallet.account.signTransaction!(carrying as Parameters<NonNullable<typeof wallet.account.signTransaction>>[0]));
      const serializedTransaction = blobs.length === 0 ? raw : withSidecars(raw, sidecarsOf(blobs), 'blob');
      const hash = await chain.publicClient.sendRawTransaction({ serializedTransaction });
      const receipt = await chain.publicClient.waitForTransactionReceipt({ hash });
      if (receipt.status !== 'success') throw new Error(`settle reverted in ${hash}`);
      const trace = (await chain.publicClient.request({
        method: 'debug_traceTransaction',
        params: [hash, { tracer: 'callTracer' }],
      } as never)) as CallTrace;
      return { transactionBytes: hexToBytes(raw).length, gas: takeApart(trace, verifier, Number(receipt.gasUsed), hexToBytes(data)) };
    },
    stop: () => anvil.stop(),
  };
}

/** total = data + verify + settle. */
function takeApart(trace: CallTrace, verifier: Hex, total: number, calldata: Uint8Array): SettleGas {
  const verify = Number(trace.calls?.find(({ to }) => to?.toLowerCase() === verifier.toLowerCase())?.gasUsed ?? 0);
  const executed = Math.max(0, Number(trace.gasUsed) - intrinsicGas(calldata));
  return { verify, settle: executed - verify, data: total - executed, total };
}

function intrinsicGas(calldata: Uint8Array): number {
  const zeros = calldata.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  return 21_000 + 4 * zeros + 16 * (calldata.length - zeros);
}
