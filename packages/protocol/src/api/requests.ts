/**
 * What people send to a node: the signed messages, without what the operator adds (index of a new account, recipient's slot, fee
 * slot). `checkRequest` asks what can be asked without the state; the rules themselves are `applyTransaction`'s.
 */

import { keccak256 } from '@weir/crypto/keccak';
import type { Hex } from '@weir/foundation/bytes';
import { toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import {
  cancelElements,
  conditionalTransferElements,
  messageDigest,
  moveAccountElements,
  openAccountElements,
  orderElements,
  transferElements,
  withdrawElements,
} from '../messages.ts';
import { MESSAGE_SHAPES, oneOf, order, ownerKey, record, signature } from '../shape.ts';
import { digestBytes } from '../statement/header.ts';
import { BAND_UNIT } from '../transactions/band.ts';
import { MAX_OPENING_VERSION } from '../transactions/draft.ts';
import type {
  CancelMessage,
  ConditionalTransferMessage,
  Digest,
  MoveAccountMessage,
  OpenAccountMessage,
  OrderLeg,
  OrderMessage,
  OwnerKey,
  Signature,
  TransferMessage,
  WithdrawMessage,
} from '../types.ts';
import { readKind } from './json.ts';

interface Signed {
  readonly signature: Signature;
}

export interface OpenAccountRequest extends OpenAccountMessage, Signed {
  readonly kind: 'openAccount';
  readonly ownerKey: OwnerKey;
}
export interface TransferRequest extends TransferMessage, Signed {
  readonly kind: 'transfer';
}
export interface ConditionalTransferRequest extends ConditionalTransferMessage, Signed {
  readonly kind: 'conditionalTransfer';
}
export interface WithdrawRequest extends WithdrawMessage, Signed {
  readonly kind: 'withdraw';
}
export interface CancelRequest extends CancelMessage, Signed {
  readonly kind: 'cancel';
}
export interface MoveAccountRequest extends MoveAccountMessage, Signed {
  readonly kind: 'moveAccount';
}
export interface OrderRequest extends Signed {
  readonly kind: 'order';
  readonly order: OrderMessage;
}

export type Request =
  | OpenAccountRequest
  | TransferRequest
  | ConditionalTransferRequest
  | WithdrawRequest
  | CancelRequest
  | OrderRequest
  | MoveAccountRequest;
export type RequestKind = Request['kind'];

export const REQUEST_SHAPES = {
  openAccount: record({ kind: oneOf('kind', 'openAccount'), ...MESSAGE_SHAPES.openAccount, ownerKey, signature }),
  transfer: record({ kind: oneOf('kind', 'transfer'), ...MESSAGE_SHAPES.transfer, signature }),
  conditionalTransfer: record({ kind: oneOf('kind', 'conditionalTransfer'), ...MESSAGE_SHAPES.conditionalTransfer, signature }),
  withdraw: record({ kind: oneOf('kind', 'withdraw'), ...MESSAGE_SHAPES.withdraw, signature }),
  cancel: record({ kind: oneOf('kind', 'cancel'), ...MESSAGE_SHAPES.cancel, signature }),
  order: record({ kind: oneOf('kind', 'order'), order, signature }),
  moveAccount: record({ kind: oneOf('kind', 'moveAccount'), ...MESSAGE_SHAPES.moveAccount, signature }),
} as const;

export type RequestFault =
  | 'AMOUNT_ZERO'
  | 'ASSET_ZERO'
  | 'KEY_VERSION_ZERO'
  | 'KEY_VERSION_TOO_LARGE'
  | 'LEGS_MISSING'
  | 'LEGS_COLLIDE'
  | 'BAND_TOO_WIDE'
  | 'BAND_WITHOUT_REFERENCE'
  | 'MIN_FILL_TOO_LARGE';

const fault = (code: RequestFault, message: string, details: Record<string, unknown> = {}) =>
  new CodedError<RequestFault>(code, message, details);

/** Any JSON value in; a request in range out. Throws `CodedError<JsonFault | RequestFault>`. */
export function requestFromJson(json: unknown): Request {
  const request = readKind<RequestKind>(REQUEST_SHAPES, json) as Request;
  checkRequest(request);
  return request;
}

/** Refuses what no state could ever accept. */
export function checkRequest(request: Request): void {
  switch (request.kind) {
    case 'openAccount':
      if (request.keyVersion === 0) throw fault('KEY_VERSION_ZERO', 'key versions start at 1');
      if (request.keyVersion > MAX_OPENING_VERSION)
        throw fault('KEY_VERSION_TOO_LARGE', 'accounts open with a version below 2^29', { largest: MAX_OPENING_VERSION });
      return;
    case 'transfer':
    case 'conditionalTransfer':
    case 'withdraw':
      if (request.amount === 0n) throw fault('AMOUNT_ZERO', 'amount is 0');
      if (request.asset === 0) throw fault('ASSET_ZERO', 'assets start at 1');
      return;
    case 'order':
      checkOrder(request.order);
      return;
    case 'cancel':
    case 'moveAccount':
      return;
  }
}

function checkOrder({ legs }: OrderMessage): void {
  if (legs.length === 0) throw fault('LEGS_MISSING', 'an order has at least one leg');
  legs.forEach(checkLeg);
  const keys = legs.map(({ sellSlot, buyAsset }) => `${sellSlot}/${buyAsset}`);
  const again = keys.findIndex((key, leg) => keys.indexOf(key) < leg);
  if (again >= 0) throw fault('LEGS_COLLIDE', 'two legs sell one slot for one asset', { leg: again });
}

function checkLeg(leg: OrderLeg, index: number): void {
  const at = (field: string) => ({ leg: index, field });
  if (leg.sellAmount === 0n) throw fault('AMOUNT_ZERO', 'sellAmount is 0', at('sellAmount'));
  if (leg.sellAsset === 0 || leg.buyAsset === 0) throw fault('ASSET_ZERO', 'assets start at 1', { leg: index });
  if (leg.minFill > leg.sellAmount) throw fault('MIN_FILL_TOO_LARGE', 'minFill exceeds sellAmount', { leg: index, minFill: leg.minFill });
  const { reference, bps } = leg.band;
  if (BigInt(bps) > BAND_UNIT) throw fault('BAND_TOO_WIDE', 'a band has at most 10000 basis points', { leg: index, bps });
  if (reference === 0 && bps !== 0) throw fault('BAND_WITHOUT_REFERENCE', 'a band names its reference', { leg: index, bps });
}

/** The elements that the request's signature signs. */
export function requestElements(instance: readonly number[], request: Request): number[] {
  switch (request.kind) {
    case 'openAccount':
      return openAccountElements(instance, request);
    case 'transfer':
      return transferElements(instance, request);
    case 'conditionalTransfer':
      return conditionalTransferElements(instance, request);
    case 'withdraw':
      return withdrawElements(instance, request);
    case 'cancel':
      return cancelElements(instance, request);
    case 'moveAccount':
      return moveAccountElements(instance, request);
    case 'order':
      return orderElements(instance, request.order);
  }
}

export const requestDigest = (instance: readonly number[], request: Request): Digest => messageDigest(requestElements(instance, request));

/**
 * What a request is called: keccak of the digest that its owner signed, so resending it is the same request. The key of an account
 * that is yet to be opened is not in the message, so it is added.
 */
export function requestId(instance: readonly number[], request: Request): Hex {
  const key = request.kind === 'openAccount' ? digestBytes(request.ownerKey) : new Uint8Array();
  return toHex(keccak256(digestBytes(requestDigest(instance, request)), key));
}
