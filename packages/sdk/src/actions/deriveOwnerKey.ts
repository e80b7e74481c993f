/** The Schnorr key of a wallet on this deployment: the wallet signs one EIP-712 message twice (docs/protocol.md, "Keys"). */
import { deriveKey, type KeyPair } from '@weir/protocol/keys';
import type { LocalAccount } from 'viem';
import type { L1Client } from '../l1.ts';

export interface DeriveOwnerKeyParameters {
  readonly account: LocalAccount;
  /** 1 unless the key was rotated. */
  readonly keyVersion?: number;
}

export function deriveOwnerKey(client: L1Client, { account, keyVersion = 1 }: DeriveOwnerKeyParameters): Promise<KeyPair> {
  const request = { chainId: client.chainId, core: client.core, l1Owner: account.address, keyVersion };
  return deriveKey(request, (data) => account.signTypedData(data));
}
