/** Waiting for a transaction on any chain. */
import {
  type GetTransactionReceiptReturnType,
  type Hash,
  type PublicClient,
  TransactionReceiptNotFoundError,
  WaitForTransactionReceiptTimeoutError,
} from 'viem';

const TIMEOUT_MS = 180_000;

/**
 * The client with a `waitForTransactionReceipt` that asks for the receipt itself at every interval. viem's looks only when a new block comes: on a
 * development chain, which mines only what is sent, one that is asked a moment too early waits for ever.
 */
export function withReceipts<T extends Pick<PublicClient, 'getTransactionReceipt' | 'pollingInterval'>>(client: T): T {
  const waitForTransactionReceipt = async ({
    hash,
    pollingInterval = client.pollingInterval,
    timeout = TIMEOUT_MS,
  }: {
    hash: Hash;
    pollingInterval?: number;
    timeout?: number;
  }): Promise<GetTransactionReceiptReturnType> => {
    for (const deadline = Date.now() + timeout; ; ) {
      const receipt = await client.getTransactionReceipt({ hash }).catch((error: unknown) => {
        if (error instanceof TransactionReceiptNotFoundError) return undefined;
        throw error;
      });
      if (receipt !== undefined) return receipt;
      if (Date.now() > deadline) throw new WaitForTransactionReceiptTimeoutError({ hash });
      await new Promise((resolve) => setTimeout(resolve, pollingInterval));
    }
  };
  return { ...client, waitForTransactionReceipt };
}
