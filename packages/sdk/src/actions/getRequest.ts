/** Where a request stands, and waiting until it stands somewhere. */
import { CodedError } from '@weir/foundation/codedError';
import type { WeirClient } from '../client.ts';

export interface RequestState {
  readonly id: string;
  readonly kind: string;
  readonly status: 'waiting' | 'accepted' | 'open' | 'batched' | 'proven' | 'settled' | 'final' | 'refused' | 'expired' | 'dead';
  readonly batchNumber: number | null;
  readonly refusal: { readonly code: string } | null;
  readonly fills: readonly { batch: number; sold: string; bought: string; boarded: string; fee: string; ticket: number; leg: number }[];
}

const PROGRESS = ['waiting', 'accepted', 'open', 'batched', 'proven', 'settled', 'final'];

export function getRequest(client: WeirClient, id: string): Promise<RequestState> {
  return client.request(`/v1/transactions/${id}`);
}

export interface WaitForRequestParameters {
  readonly id: string;
  readonly status: 'batched' | 'proven' | 'settled' | 'final';
  readonly timeoutMs?: number;
}

/** Throws `CodedError`: the refusal's code, or TIMEOUT. */
export async function waitForRequest(
  client: WeirClient,
  { id, status, timeoutMs = 600_000 }: WaitForRequestParameters,
): Promise<RequestState> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const state = await getRequest(client, id);
    if (state.status === 'refused')
      throw new CodedError(state.refusal?.code ?? 'REFUSED', `${state.kind} was refused`, { ...state.refusal, id });
    if (state.status === 'expired' || state.status === 'dead')
      throw new CodedError('ORDER_OVER', `${state.kind} is ${state.status}`, { id });
    if (PROGRESS.indexOf(state.status) >= PROGRESS.indexOf(status)) return state;
    if (Date.now() > deadline) throw new CodedError('TIMEOUT', `${state.kind} is still ${state.status}`, { id, wanted: status });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
