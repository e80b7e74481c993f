import { CodedError } from '@weir/foundation/codedError';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, stringify, toJson, transactionFromJson } from '../src/api/json.ts';
import { requestFromJson, requestId } from '../src/api/requests.ts';
import { ACCEPTED_CASES } from './refusalCases.ts';
import { alice, bob, instance, legOf, openAccount, order, SHARES, transfer, USDC } from './world.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });
const {
  kind: _,
  toSlot: __,
  feeAccount: ___,
  feeSlot: ____,
  ...message
} = transfer(alice, bob, 12, { slot: 0, asset: USDC, nonce: 1, amount: 10n });
const request = { kind: 'transfer', ...message };
const orderRequest = (changes: object = {}) => {
  const { order: signed, signature } = order(
    alice,
    legOf({ sellSlot: 0, sellAsset: USDC, sellNonce: 1, sellAmount: 5n, buySlot: 1, buyAsset: SHARES }),
  );
  return { kind: 'order', order: { ...signed, legs: [{ ...signed.legs[0], ...changes }] }, signature };
};
const asJson = (value: unknown): Record<string, unknown> => toJson(value) as Record<string, unknown>;

describe('JSON of the API', () => {
  it('carries every transaction there and back', () => {
    for (const { tx } of ACCEPTED_CASES) expect(transactionFromJson(parseJson(stringify(tx)))).toEqual(tx);
  });

  it('carries requests there and back, under one id', () => {
    const { account: _account, ...open } = openAccount(alice);
    const [leg] = orderRequest().order.legs;
    const legs = [leg, { ...leg, sellSlot: 1, band: { reference: 3, bps: 10_000 } }, { ...leg, buyAsset: 9 }];
    for (const value of [request, orderRequest(), { ...orderRequest(), order: { ...orderRequest().order, legs } }, { ...open, tree: 0 }]) {
      const read = requestFromJson(parseJson(stringify(value)));
      expect(read).toEqual(value);
      expect(requestId(instance, read)).toMatch(/^0x[0-9a-f]{64}$/);
    }
  });

  it('refuses text that is not JSON, other types, missing and unknown fields', () => {
    expect(() => parseJson('{')).toThrow(code('JSON_MALFORMED'));
    for (const bad of [null, 1, 'x', [], {}, { kind: 1 }]) expect(() => requestFromJson(bad)).toThrow(code('JSON_MALFORMED'));
    expect(() => requestFromJson({ kind: 'mint' })).toThrow(code('KIND_UNKNOWN'));
    expect(() => requestFromJson({ kind: 'constructor' })).toThrow(code('KIND_UNKNOWN'));
    for (const field of Object.keys(message)) {
      const { [field]: removed, ...rest } = asJson(request);
      expect(() => requestFromJson(rest)).toThrow(code('JSON_MALFORMED'));
      expect(() => requestFromJson({ ...asJson(request), [field]: { removed } })).toThrow(code('JSON_MALFORMED'));
    }
    expect(() => requestFromJson({ ...asJson(request), extra: 1 })).toThrow(code('JSON_MALFORMED'));
    for (const amount of ['-1', '1.0', '0x10', '', '01', 10, null, '1'.repeat(90)]) {
      expect(() => requestFromJson({ ...asJson(request), amount })).toThrow(code('JSON_MALFORMED'));
    }
  });

  it('refuses values out of range with their field', () => {
    const out = { amount: '18446744073709551616', slot: 16, nonce: 2 ** 30, asset: -1, until: 2 ** 40, account: 1.5 };
    for (const [field, value] of Object.entries(out)) {
      expect(() => requestFromJson({ ...asJson(request), [field]: value })).toThrow(
        expect.objectContaining({ code: 'OUT_OF_RANGE', details: { field, value } }),
      );
    }
  });

  it('refuses what no state accepts', () => {
    expect(() => requestFromJson({ ...asJson(request), amount: '0' })).toThrow(code('AMOUNT_ZERO'));
    expect(() => requestFromJson(asJson(orderRequest({ sellAmount: 0n })))).toThrow(code('AMOUNT_ZERO'));
    expect(() => requestFromJson(asJson(orderRequest({ minFill: 6n })))).toThrow(code('MIN_FILL_TOO_LARGE'));
    expect(() => requestFromJson(asJson(orderRequest({ band: { reference: 1, bps: 10_001 } })))).toThrow(code('BAND_TOO_WIDE'));
    expect(() => requestFromJson(asJson(orderRequest({ band: { reference: 0, bps: 1 } })))).toThrow(code('BAND_WITHOUT_REFERENCE'));
    const [leg] = orderRequest().order.legs;
    const withLegs = (...legs: readonly object[]) => asJson({ ...orderRequest(), order: { ...orderRequest().order, legs } });
    expect(() => requestFromJson(withLegs())).toThrow(code('LEGS_MISSING'));
    expect(() => requestFromJson(withLegs(leg, { ...leg, sellSlot: 1, buyAsset: 9 }, leg))).toThrow(code('LEGS_COLLIDE'));
    expect(() => requestFromJson(withLegs(leg, { ...leg, sellSlot: 1, sellAmount: 0n }))).toThrow(
      expect.objectContaining({ code: 'AMOUNT_ZERO', details: { leg: 1, field: 'sellAmount' } }),
    );
    expect(() => requestFromJson(withLegs(leg, leg, leg, leg))).toThrow(code('OUT_OF_RANGE'));
  });

  it('answers any JSON value with a request or a coded error', () => {
    const valid = [asJson(request), asJson(orderRequest())];
    const damaged = fc
      .tuple(fc.constantFrom(...valid), fc.nat(20), fc.jsonValue())
      .map(([base, at, value]) => ({ ...base, [Object.keys(base)[at % Object.keys(base).length]]: value }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), damaged), (json) => {
        try {
          requestFromJson(json);
        } catch (error) {
          expect(error).toBeInstanceOf(CodedError);
        }
      }),
      { seed: 20_261_121, numRuns: 2_000 },
    );
  });
});
