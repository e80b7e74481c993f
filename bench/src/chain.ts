/** The local chain that a benchmark settles on: the story's devnet, production contracts, and gas taken apart by call. */
import { erc4626AdapterAbi, erc4626AdapterBytecode } from '@weir/abi/erc4626Adapter';
import { governanceAbi } from '@weir/abi/governance';
import { ridePoolAbi } from '@weir/abi/ridePool';
import { weirAbi } from '@weir/abi/weir';
import { weirVerifierAbi } from '@weir/abi/weirVerifier';
import { connect } from '@weir/e2e/devnet/chain';
import { deployDevnet } from '@weir/e2e/devnet/devnet';
import { toHex } from '@weir/foundation/bytes';
import { CALLDATA_ONLY } from '@weir/node/l1/availability';
import { deployWeir, launch } from '@weir/node/l1/deploy';
import { startAnvil } from '@weir/node/l1/embeddedL1';
import type { Ride } from '@weir/protocol/types';
import { encodeWords } from '@weir/stark/channel';
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

const DAY = 86_400;
/** EIP-7825: no transaction may ask for more. */
const MAX_TRANSACTION_GAS = 16_777_216n;
const QUOTE_SIZE = 1_000_000_000_000n;
/** People whose direct joins are averaged: as many as the chain has funded keys beside the operator's. */
const DIRECT_SAMPLES = 8;

export interface SettleGas {
  /** The verifier's call, from the trace. */
  readonly verify: number;
  /** Everything else that executes: parsing, the polynomial, effects. */
  readonly settle: number;
  /** What the calldata costs: intrinsic gas, or what the floor adds to the execution. */
  readonly data: number;
  readonly total: number;
}

export interface BenchChain {
  readonly chainId: number;
  readonly core: Hex;
  /** Lower case; the l1Owner of all accounts. */
  readonly depositor: Hex;
  now(): Promise<number>;
  deposit(account: number, amount: bigint, headerDigest: Uint8Array): Promise<void>;
  createRide(): Promise<Ride>;
  /** Approve and join, by people of their own, with the first of these amounts. */
  directJoins(amounts: readonly bigint[]): Promise<{ readonly joins: number; readonly gasPerOrder: number }>;
  /** The verifier's call alone. */
  verifyGas(context: Uint8Array, publicValues: Uint32Array, proof: Uint8Array): Promise<number>;
  settle(
    statement: Uint8Array,
    digest: Uint8Array,
    proof: Uint8Array,
  ): Promise<{ readonly transactionBytes: number; readonly gas: SettleGas }>;
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
    deposit: async (account, amount, headerDigest) => {
      await onCore('deposit', [1, amount, account, toHex(headerDigest), 0]);
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
    async verifyGas(context, publicValues, proof) {
      const args = [toHex(context), toHex(encodeWords(publicValues)), toHex(proof)] as const;
      const data = encodeFunctionData({ abi: weirVerifierAbi, functionName: 'verify', args });
      const call = { from: operator.address, to: verifier, data, gas: `0x${MAX_TRANSACTION_GAS.toString(16)}` };
      const trace = (await chain.publicClient.request({
        method: 'debug_traceCall',
        params: [call, 'latest', { tracer: 'callTracer' }],
      } as never)) as CallTrace & { readonly error?: string };
      if (trace.error !== undefined) throw new Error(`the verifier refuses: ${trace.error}`);
      return Number(trace.gasUsed) - intrinsicGas(hexToBytes(data));
    },
    async settle(statement, digest, proof) {
      const args = [toHex(statement), toHex(digest), toHex(proof), CALLDATA_ONLY] as const;
      const data = encodeFunctionData({ abi: weirAbi, functionName: 'settle', args });
      const request = await wallet.prepareTransactionRequest({ to: core, data, gas: MAX_TRANSACTION_GAS });
      const raw = await wallet.signTransaction(request);
      const hash = await chain.publicClient.sendRawTransaction({ serializedTransaction: raw });
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
