/** Small viem helpers for a chain whose keys we hold: deploy, send and insist on success. */
import { withReceipts } from '@weir/sdk/receipts';
import {
  type Abi,
  type Account,
  createPublicClient,
  createTestClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  type PublicClient,
  type TestClient,
  type TransactionReceipt,
  type Transport,
  type WalletClient,
} from 'viem';
import { mnemonicToAccount } from 'viem/accounts';

/** anvil's published development mnemonic. */
const DEV_MNEMONIC = 'test test test test test test test test test test test junk';

export interface Chain {
  readonly rpcUrl: string;
  readonly publicClient: PublicClient;
  readonly wallet: WalletClient<Transport>;
  walletOf(account: Account): WalletClient;
  readonly test: TestClient<'anvil'>;
  /** The n-th development account; 10,000 ETH each. */
  account(index: number): Account;
  deploy(from: Account, contract: { abi: Abi; bytecode: Hex }, args?: readonly unknown[]): Promise<Hex>;
  /** Sends a call and throws with the decoded reason if it reverts. */
  send(from: Account, to: Hex, abi: Abi, functionName: string, args?: readonly unknown[]): Promise<TransactionReceipt>;
  read<T>(to: Hex, abi: Abi, functionName: string, args?: readonly unknown[]): Promise<T>;
}

export async function connect(rpcUrl: string): Promise<Chain> {
  const transport = http(rpcUrl, { timeout: 120_000 });
  const chainId = await createPublicClient({ transport }).getChainId();
  const chain = defineChain({
    id: chainId,
    name: 'development chain',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
  const publicClient = withReceipts(createPublicClient({ chain, transport, pollingInterval: 50, cacheTime: 0 }) as PublicClient);
  const wallet = createWalletClient({ chain, transport });
  const test = createTestClient({ chain, transport, mode: 'anvil' });
  const mined = async (hash: Hex): Promise<TransactionReceipt> => {
    const receipt = await publicClient.waitForTransactionReceipt({ hash, pollingInterval: 20 });
    if (receipt.status !== 'success') throw new Error(`transaction reverted: ${hash}`);
    return receipt;
  };
  return {
    rpcUrl,
    publicClient,
    wallet,
    walletOf: (account) => createWalletClient({ account, chain, transport }),
    test,
    account: (addressIndex) => mnemonicToAccount(DEV_MNEMONIC, { addressIndex }),
    async deploy(from, { abi, bytecode }, args = []) {
      const receipt = await mined(await wallet.deployContract({ account: from, chain, abi, bytecode, args }));
      if (receipt.contractAddress == null) throw new Error('deployment without an address');
      return receipt.contractAddress;
    },
    async send(from, to, abi, functionName, args = []) {
      const call = { account: from, address: to, abi, functionName, args };
      const { request } = await publicClient.simulateContract(call);
      // A quarter more than estimated: where interest accrues with time, the block that mines the call may do more than the estimate saw.
      const gas = ((await publicClient.estimateContractGas(call)) * 5n) / 4n;
      return mined(await wallet.writeContract({ ...request, chain, gas }));
    },
    read: <T>(to: Hex, abi: Abi, functionName: string, args: readonly unknown[] = []) =>
      publicClient.readContract({ address: to, abi, functionName, args }) as Promise<T>,
  };
}
