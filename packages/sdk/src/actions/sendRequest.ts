/** Signs a message with an owner key and hands it to the node; the answer means that it is durable there. */
import { CodedError } from '@weir/foundation/codedError';
import type { Request } from '@weir/protocol/api/requests';
import { requestElements } from '@weir/protocol/api/requests';
import { signElements } from '@weir/protocol/signature';
import type { WeirClient } from '../client.ts';

type Unsigned<T> = T extends Request ? Omit<T, 'signature'> : never;

export interface SendRequestReturnType {
  readonly id: string;
  readonly seq: number;
  readonly status: string;
  /** True if the node had this request already. */
  readonly duplicate: boolean;
}

export type SignedRequest<Kind extends Request['kind'] = Request['kind']> = Extract<Request, { kind: Kind }>;

/** The request as anybody can hand it to a node. */
export function signRequest<Kind extends Request['kind']>(
  client: Pick<WeirClient, 'instanceLimbs'>,
  secret: bigint,
  message: Omit<SignedRequest<Kind>, 'signature'>,
): SignedRequest<Kind> {
  const unsigned = { ...message, signature: { nonceX: [0, 0, 0, 0, 0, 0, 0], s: 1n } } as unknown as SignedRequest<Kind>;
  return { ...unsigned, signature: signElements(secret, requestElements(client.instanceLimbs, unsigned)) };
}

export function sendRequest(client: WeirClient, secret: bigint, message: Unsigned<Request>): Promise<SendRequestReturnType> {
  return submitRequest(client, signRequest(client, secret, message));
}

/** A request that somebody has signed. */
export async function submitRequest(client: WeirClient, request: Request): Promise<SendRequestReturnType> {
  try {
    const accepted = await client.request<Omit<SendRequestReturnType, 'duplicate'>>('/v1/transactions', request);
    return { ...accepted, duplicate: false };
  } catch (error) {
    // The node has it, which is what was wanted: an answer may have got lost on the way.
    if (!(error instanceof CodedError) || error.code !== 'DUPLICATE') throw error;
    return { ...(error.details as unknown as Omit<SendRequestReturnType, 'duplicate'>), duplicate: true };
  }
}
