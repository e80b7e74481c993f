/**
 * The owner key comes from an Ethereum wallet: it signs one EIP-712 message, and the Schnorr secret is a wide reduction of that
 * signature. The message is bound to chain and core contract, so one deployment's key is worthless on another.
 *
 * The wallet is asked twice and both signatures must be equal: a wallet that signs with a random nonce (or a contract wallet whose
 * signature changes) would otherwise derive a key that nobody can derive again. Standards: EIP-712, RFC 6979 (deterministic ECDSA).
 */
import { publicKey, secretKeyFromSeed } from '@weir/crypto/schnorr';
import type { Hex } from '@weir/foundation/bytes';
import { fromHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import type { Address, OwnerKey } from './types.ts';

/** What a wallet shows. Anybody who obtains this signature can spend: the text says so. */
const NOTICE =
  'Create my Weir key. Whoever has this signature can move everything in my Weir account: sign it only on a site that you trust.';

export interface KeyRequest {
  readonly chainId: number;
  readonly core: Address;
  readonly l1Owner: Address;
  /** 1 for the first key. */
  readonly keyVersion: number;
}

/** EIP-712 typed data for `eth_signTypedData_v4` (viem's `signTypedData` takes it as it is). */
export function keyTypedData({ chainId, core, l1Owner, keyVersion }: KeyRequest) {
  return {
    domain: { name: 'Weir', version: '1', chainId, verifyingContract: core },
    types: {
      OwnerKey: [
        { name: 'notice', type: 'string' },
        { name: 'l1Owner', type: 'address' },
        { name: 'keyVersion', type: 'uint32' },
      ],
    },
    primaryType: 'OwnerKey',
    message: { notice: NOTICE, l1Owner, keyVersion },
  } as const;
}

export interface KeyPair {
  readonly secret: bigint;
  readonly ownerKey: OwnerKey;
}

const ECDSA_SIGNATURE_BYTES = 65;

/**
 * The key of two signatures of the same typed data. Throws `CodedError`: KEY_SIGNATURE_MALFORMED (not 65 bytes),
 * KEY_SIGNATURE_NOT_DETERMINISTIC (they differ).
 */
export function keyFromSignatures(first: Hex, second: Hex): KeyPair {
  const seed = rAndS(first);
  if (first.toLowerCase() !== second.toLowerCase()) {
    throw new CodedError(
      'KEY_SIGNATURE_NOT_DETERMINISTIC',
      'the wallet signed the same message in two different ways: its key could not be derived again',
    );
  }
  const secret = secretKeyFromSeed(seed);
  return { secret, ownerKey: [...publicKey(secret)] };
}

/** r ‖ s: v is left out because wallets write it as 0/1 or 27/28. */
function rAndS(signature: Hex): Uint8Array {
  const bytes = /^0x[0-9a-fA-F]*$/.test(signature) && signature.length % 2 === 0 ? fromHex(signature) : new Uint8Array();
  if (bytes.length !== ECDSA_SIGNATURE_BYTES) {
    throw new CodedError('KEY_SIGNATURE_MALFORMED', 'expected a 65-byte ECDSA signature of an externally owned account', {
      length: bytes.length,
    });
  }
  return bytes.subarray(0, 64);
}

/** Asks `sign` twice and compares. */
export async function deriveKey(request: KeyRequest, sign: (data: ReturnType<typeof keyTypedData>) => Promise<Hex>): Promise<KeyPair> {
  const data = keyTypedData(request);
  const first = await sign(data);
  return keyFromSignatures(first, await sign(data));
}
