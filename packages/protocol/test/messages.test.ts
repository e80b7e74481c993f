import { P } from '@weir/crypto/field';
import { toHex } from '@weir/foundation/bytes';
import { describe, expect, it } from 'vitest';
import type { MessageKind } from '../src/messages.ts';
import {
  cancelElements,
  conditionalTransferElements,
  legDigest,
  legElements,
  MESSAGE_ELEMENTS,
  MESSAGE_KINDS,
  messageDigest,
  moveAccountElements,
  openAccountElements,
  orderElements,
  transferElements,
  withdrawElements,
} from '../src/messages.ts';
import { encodeSignature, signElements, verifySignature } from '../src/signature.ts';
import { expectVectorFile } from './vectorFile.ts';
import { alice, bob, digestOf, FACT, instance, LATER, legOf } from './world.ts';

const MAX = (1n << 64n) - 1n;
const SMALL = 2 ** 30 - 1;
const TIME = 2 ** 40 - 1;

const spend = { account: 5, keyVersion: 1, slot: 3, asset: 7, nonce: 9, amount: 1_000_000n, fee: 10n, until: LATER };
const largest = { account: 2 ** 27 - 1, keyVersion: SMALL, slot: 15, asset: SMALL, nonce: SMALL, amount: MAX, fee: MAX, until: TIME };
const leg = legOf({
  sellSlot: 1,
  sellAsset: 2,
  sellNonce: 3,
  sellAmount: 4n << 40n,
  buySlot: 5,
  buyAsset: 6,
  minBuyAmount: 7n,
  maxFee: 8n,
  minFill: 9n,
  ticketSlot: 10,
  ticketsUntil: LATER,
});
const largestLeg = legOf({
  sellSlot: 15,
  sellAsset: SMALL,
  sellNonce: SMALL,
  sellAmount: MAX,
  buySlot: 15,
  buyAsset: SMALL,
  minBuyAmount: MAX,
  maxFee: MAX,
  minFill: MAX,
  ticketSlot: 15,
  ticketsUntil: TIME,
  band: { reference: 2 ** 16 - 1, bps: 2 ** 14 - 1 },
});

interface Case {
  readonly kind: MessageKind;
  readonly message: object;
  readonly elements: readonly number[];
}

const messages: readonly Case[] = [
  {
    kind: 'openAccount',
    message: { tree: 0, keyVersion: 1, l1Owner: alice.l1Owner },
    elements: openAccountElements(instance, { tree: 0, keyVersion: 1, l1Owner: alice.l1Owner }),
  },
  ...[spend, largest].flatMap((fields) => {
    const transfer = { ...fields, to: 6, toHeaderDigest: digestOf(bob) };
    const move = { account: fields.account, keyVersion: fields.keyVersion, until: fields.until };
    const cancel = { account: fields.account, keyVersion: fields.keyVersion, slot: fields.slot, nonce: fields.nonce };
    const conditional = { ...transfer, fact: FACT };
    return [
      { kind: 'conditionalTransfer' as const, message: conditional, elements: conditionalTransferElements(instance, conditional) },
      { kind: 'transfer' as const, message: transfer, elements: transferElements(instance, transfer) },
      { kind: 'withdraw' as const, message: fields, elements: withdrawElements(instance, fields) },
      { kind: 'cancel' as const, message: cancel, elements: cancelElements(instance, cancel) },
      { kind: 'moveAccount' as const, message: move, elements: moveAccountElements(instance, move) },
    ];
  }),
  ...[[leg], [largestLeg], [leg, largestLeg], [leg, largestLeg, leg]].map((legs) => {
    const message = { account: 5, keyVersion: 1, until: LATER, legs };
    const kind = legs.length === 1 ? ('order' as const) : ('orderLegs' as const);
    return { kind, message, elements: orderElements(instance, message) };
  }),
];

describe('signed messages', () => {
  it('match the vectors', () => {
    const vectors = messages.map(({ kind, message, elements }) => {
      const signature = signElements(alice.secret, elements);
      return { kind, message, elements, digest: messageDigest(elements), signature: toHex(encodeSignature(signature)) };
    });
    expectVectorFile('protocol-messages.json', { instance, secret: alice.secret, ownerKey: alice.ownerKey, messages: vectors });
  });

  it('begin with kind and count, have the documented length, and only canonical elements below 2^30 or of a digest', () => {
    for (const { kind, message, elements } of messages) {
      expect(elements[0]).toBe(MESSAGE_KINDS[kind]);
      expect(elements[1]).toBe(elements.length);
      expect(elements.slice(2, 10)).toEqual(instance);
      const third = kind === 'orderLegs' && (message as { legs: readonly unknown[] }).legs.length === 3;
      expect(elements).toHaveLength(MESSAGE_ELEMENTS[kind] + (third ? 8 : 0));
      expect(elements.every((element) => Number.isInteger(element) && element >= 0 && element < P)).toBe(true);
    }
  });

  it('of several legs sign a digest of each leg, whose chain no signed message starts like', () => {
    const legs = [leg, largestLeg, leg];
    const elements = orderElements(instance, { account: 5, keyVersion: 1, until: LATER, legs });
    legs.forEach((one, i) => {
      expect(elements.slice(14 + 8 * i, 22 + 8 * i)).toEqual(legDigest(one));
      expect(legDigest(one)).toEqual(messageDigest([MESSAGE_KINDS.leg, MESSAGE_ELEMENTS.leg, ...legElements(one)]));
    });
    expect(messages.every(({ elements: [kind] }) => kind !== MESSAGE_KINDS.leg)).toBe(true);
  });

  it('have different digests', () => {
    expect(new Set(messages.map(({ elements }) => messageDigest(elements).join())).size).toBe(messages.length);
  });

  it('verify under the signing key only, and any numbers as a signature give a boolean', () => {
    const [{ elements }] = messages;
    const digest = messageDigest(elements);
    const signature = signElements(alice.secret, elements);
    expect(verifySignature(signature, digest, alice.ownerKey)).toBe(true);
    expect(verifySignature(signature, digest, bob.ownerKey)).toBe(false);
    expect(verifySignature({ ...signature, s: signature.s + 1n }, digest, alice.ownerKey)).toBe(false);
    expect(verifySignature({ nonceX: [-1, 2 ** 32, 0, 0, 0, 0, 0], s: 1n << 300n }, digest, alice.ownerKey)).toBe(false);
    expect(verifySignature(signature, digest, [0, 0, 0, 0, 0, 0, 0])).toBe(false);
  });
});
