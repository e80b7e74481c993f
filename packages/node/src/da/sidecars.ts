/**
 * How blobs travel beside their transaction: with one proof each (EIP-4844), or with 128 (EIP-7594, networks since Osaka). The signed
 * transaction, and its hash, are the same; only what is handed to a node differs.
 */
import { fromRlp, type Hex, toHex, toRlp } from 'viem';

/** blob: one proof a blob, EIP-4844. cells: 128 proofs a blob, EIP-7594. */
export type SidecarForm = 'blob' | 'cells';

export interface Sidecar {
  readonly blob: Uint8Array;
  /** 48 bytes. */
  readonly commitment: Uint8Array;
  /** One or 128, 48 bytes each. */
  readonly proofs: readonly Uint8Array[];
}

const BLOB_TRANSACTION = '0x03';
/** EIP-7594's wrapper_version. */
const WRAPPER_VERSION: Hex = '0x01';

/** `signed`: a signed transaction of type 3 without blobs, as a block holds it. Returns what `eth_sendRawTransaction` takes. */
export function withSidecars(signed: Hex, sidecars: readonly Sidecar[], form: SidecarForm): Hex {
  const fields = fromRlp(`0x${signed.slice(BLOB_TRANSACTION.length)}`, 'hex');
  const blobs = sidecars.map(({ blob }) => toHex(blob));
  const commitments = sidecars.map(({ commitment }) => toHex(commitment));
  const proofs = sidecars.flatMap((sidecar) => sidecar.proofs.map((proof) => toHex(proof)));
  const wrapped = form === 'cells' ? [fields, WRAPPER_VERSION, blobs, commitments, proofs] : [fields, blobs, commitments, proofs];
  return `${BLOB_TRANSACTION}${toRlp(wrapped as Parameters<typeof toRlp>[0], 'hex').slice(2)}`;
}
