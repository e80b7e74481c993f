/** The validium accounts as a committee member holds them. `withValidium` checks them against L1's root, so any member will do. */
import { CodedError } from '@weir/foundation/codedError';
import type { Hex } from 'viem';

/** `url` is the member's. Throws `CodedError('VALIDIUM_DATA_MISSING')` with what it answers. */
export async function getValidiumSnapshot(url: string, validiumRoot: Hex): Promise<Uint8Array> {
  const member = url.replace(/\/$/, '');
  const fail = (answer: string) =>
    new CodedError('VALIDIUM_DATA_MISSING', `${member} does not serve the validium accounts under ${validiumRoot}: ${answer}`, {
      member,
      validiumRoot,
    });
  const response = await fetch(`${member}/v1/snapshot?root=${validiumRoot}`).catch((error: Error) => {
    throw fail(error.message);
  });
  if (!response.ok) throw fail(`HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
