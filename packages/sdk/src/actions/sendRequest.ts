/** Signs a message with an owner key and hands it to the node; the answer means that it is durable there. */
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

export function sendRequest(client: WeirClient, secret: bigint, message: Unsigned<Request>): Promise<SendRequestReturnType> {
  const unsigned = { ...message, signature: { nonceX: [0, 0, 0, 0, 0, 0, 0], s: 1n } } as Request;
  const signature = signElements(secret, requestElements(client.instanceLimbs, unsigned));
  return client.request('/v1/transactions', { ...unsigned, signature });
}
