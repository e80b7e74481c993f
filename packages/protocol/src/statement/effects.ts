/** Effects as words (docs/statements.md, "Effect words"). One encoder and one decoder per kind, each the mirror of the other. */
import { P } from '@weir/crypto/field';
import { CodedError } from '@weir/foundation/codedError';
import type {
  DepositEffect,
  Effect,
  FactEffect,
  ForcedExitEffect,
  L1OrderEffect,
  RedeemEffect,
  ReferenceEffect,
  RideEffect,
  RotateKeyEffect,
  WithdrawalEffect,
} from '../types.ts';
import type { StatementFault } from './errors.ts';
import type { Limbs } from './limbs.ts';
import {
  addressFromLimbs,
  addressLimbs,
  amountFromPieces,
  amountPieces,
  digestFromLimbs,
  digestLimbs,
  factFromLimbs,
  factLimbs,
  keyFromLimbs,
  keyLimbs,
  padLimbs,
  splitSmall,
  splitTime,
} from './limbs.ts';

/** `kind` byte of an effect's first word, and how many words it has. */
export const EFFECT_KINDS = {
  deposit: { code: 1, words: 3 },
  withdrawal: { code: 2, words: 2 },
  ride: { code: 3, words: 3 },
  redeem: { code: 4, words: 3 },
  forcedExit: { code: 5, words: 2 },
  rotateKey: { code: 6, words: 3 },
  reference: { code: 7, words: 2 },
  l1Order: { code: 8, words: 2 },
  fact: { code: 9, words: 2 },
} as const satisfies Record<Effect['kind'], { code: number; words: number }>;

const HI = 2 ** 22;
const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** l1 … l5 that deposit and withdrawal share: account, amount and asset. */
function transferLimbs(account: number, asset: number, amount: bigint): number[] {
  const [a0, a1, a2] = amountPieces(amount);
  const [lo, hi] = splitSmall(asset);
  return [account, a0 + HI * hi, a1, a2, lo];
}

function encodeDeposit(effect: DepositEffect): Limbs[] {
  const status = effect.status === 'taken' ? 1 : 2;
  const first = 1 + 2 ** 8 * status + 2 ** 10 * effect.slot;
  return [
    padLimbs([first, ...transferLimbs(effect.account, effect.asset, effect.amount)]),
    digestLimbs(effect.headerDigest),
    padLimbs(addressLimbs(effect.depositor)),
  ];
}

function encodeWithdrawal(effect: WithdrawalEffect): Limbs[] {
  return [padLimbs([2, ...transferLimbs(effect.account, effect.asset, effect.amount)]), padLimbs(addressLimbs(effect.l1Owner))];
}

/** l1 … l7 that ride and redeem share: ticket, an amount, in and out asset. */
function rideLimbs(ticket: number, amount: bigint, inAsset: number, outAsset: number): number[] {
  const [a0, a1, a2] = amountPieces(amount);
  const [ticketLo, ticketHi] = splitSmall(ticket);
  const [inLo, inHi] = splitSmall(inAsset);
  const [outLo, outHi] = splitSmall(outAsset);
  return [ticketLo, a0 + HI * ticketHi, a1, a2, inLo, outLo, inHi + 2 ** 6 * outHi];
}

function encodeRide(effect: RideEffect): Limbs[] {
  const first = 3 + 2 ** 8 * (effect.close ? 1 : 0) + 2 ** 9 * (effect.net < 0n ? 1 : 0);
  return [
    padLimbs([first, ...rideLimbs(effect.ticket, abs(effect.net), effect.inAsset, effect.outAsset)]),
    padLimbs([...amountPieces(effect.worstIn), ...amountPieces(effect.worstOut), ...splitTime(effect.boardBy)]),
    padLimbs(splitTime(effect.settleBy)),
  ];
}

function encodeRedeem(effect: RedeemEffect): Limbs[] {
  return [
    padLimbs([4, ...rideLimbs(effect.ticket, effect.redeemed, effect.inAsset, effect.outAsset)]),
    padLimbs([...amountPieces(effect.outTotal), ...amountPieces(effect.inReturned), ...amountPieces(effect.tickets)]),
    padLimbs([...amountPieces(effect.outCredited), ...amountPieces(effect.inCredited)]),
  ];
}

function encodeForcedExit(effect: ForcedExitEffect): Limbs[] {
  const status = effect.status === 'served' ? 1 : 2;
  return [padLimbs([5 + 2 ** 8 * status, effect.account, effect.slots]), padLimbs(addressLimbs(effect.requester))];
}

function encodeRotateKey(effect: RotateKeyEffect): Limbs[] {
  const status = effect.status === 'applied' ? 1 : 2;
  return [padLimbs([6 + 2 ** 8 * status, effect.account]), padLimbs(addressLimbs(effect.requester)), padLimbs(keyLimbs(effect.ownerKey))];
}

function encodeReference({ feed, inAsset, outAsset, num, den, entry }: ReferenceEffect): Limbs[] {
  const [inLo, inHi] = splitSmall(inAsset);
  const [outLo, outHi] = splitSmall(outAsset);
  return [padLimbs([7 + 2 ** 8 * feed, inLo, outLo, inHi + 2 ** 6 * outHi, entry]), padLimbs([...amountPieces(num), ...amountPieces(den)])];
}

function encodeL1Order(effect: L1OrderEffect): Limbs[] {
  const [sellLo, sellHi] = splitSmall(effect.sellAsset);
  const [buyLo, buyHi] = splitSmall(effect.buyAsset);
  return [
    padLimbs([8, effect.order, sellLo, buyLo, sellHi + 2 ** 6 * buyHi]),
    padLimbs([...amountPieces(effect.sold), ...amountPieces(effect.bought)]),
  ];
}

function encodeFact(effect: FactEffect): Limbs[] {
  return [padLimbs([9]), padLimbs(factLimbs(effect.fact))];
}

export function encodeEffect(effect: Effect): Limbs[] {
  switch (effect.kind) {
    case 'deposit':
      return encodeDeposit(effect);
    case 'withdrawal':
      return encodeWithdrawal(effect);
    case 'ride':
      return encodeRide(effect);
    case 'redeem':
      return encodeRedeem(effect);
    case 'forcedExit':
      return encodeForcedExit(effect);
    case 'rotateKey':
      return encodeRotateKey(effect);
    case 'reference':
      return encodeReference(effect);
    case 'l1Order':
      return encodeL1Order(effect);
    case 'fact':
      return encodeFact(effect);
  }
}

// ---- decoding

const bits = (value: number, from: number, count: number): number => Math.floor(value / 2 ** from) % 2 ** count;
const amountAt = (limbs: Limbs, at: number): bigint => amountFromPieces(limbs[at] % HI, limbs[at + 1], limbs[at + 2]);
const timeAt = (limbs: Limbs, at: number): number => limbs[at] + 2 ** 20 * limbs[at + 1];

function decodeTransfer(limbs: Limbs): { account: number; asset: number; amount: bigint } {
  return { account: limbs[1], asset: limbs[5] + 2 ** 24 * bits(limbs[2], 22, 6), amount: amountAt(limbs, 2) };
}

function decodeRideLimbs(limbs: Limbs): { ticket: number; amount: bigint; inAsset: number; outAsset: number } {
  return {
    ticket: limbs[1] + 2 ** 24 * bits(limbs[2], 22, 6),
    amount: amountAt(limbs, 2),
    inAsset: limbs[5] + 2 ** 24 * bits(limbs[7], 0, 6),
    outAsset: limbs[6] + 2 ** 24 * bits(limbs[7], 6, 6),
  };
}

function decodeFirst(words: readonly Limbs[]): Effect | undefined {
  const [w0, w1, w2] = words;
  const status = bits(w0[0], 8, 2);
  switch (w0[0] % 2 ** 8) {
    case 1:
      return {
        kind: 'deposit',
        status: status === 1 ? 'taken' : 'returned',
        slot: bits(w0[0], 10, 4),
        ...decodeTransfer(w0),
        headerDigest: digestFromLimbs(w1),
        depositor: addressFromLimbs(w2.slice(0, 6)),
      };
    case 2:
      return { kind: 'withdrawal', ...decodeTransfer(w0), l1Owner: addressFromLimbs(w1.slice(0, 6)) };
    case 3: {
      const { amount, ...assets } = decodeRideLimbs(w0);
      return {
        kind: 'ride',
        close: bits(w0[0], 8, 1) === 1,
        ...assets,
        net: bits(w0[0], 9, 1) === 1 ? -amount : amount,
        worstIn: amountAt(w1, 0),
        worstOut: amountAt(w1, 3),
        boardBy: timeAt(w1, 6),
        settleBy: timeAt(w2, 0),
      };
    }
    case 4: {
      const { amount, ...assets } = decodeRideLimbs(w0);
      return {
        kind: 'redeem',
        ...assets,
        redeemed: amount,
        outTotal: amountAt(w1, 0),
        inReturned: amountAt(w1, 3),
        tickets: amountAt(w1, 6),
        outCredited: amountAt(w2, 0),
        inCredited: amountAt(w2, 3),
      };
    }
    case 5:
      return {
        kind: 'forcedExit',
        status: status === 1 ? 'served' : 'refuted',
        slots: w0[2],
        account: w0[1],
        requester: addressFromLimbs(w1.slice(0, 6)),
      };
    case 6:
      return {
        kind: 'rotateKey',
        status: status === 1 ? 'applied' : 'refuted',
        account: w0[1],
        requester: addressFromLimbs(w1.slice(0, 6)),
        ownerKey: keyFromLimbs(w2),
      };
    case 7:
      return {
        kind: 'reference',
        feed: bits(w0[0], 8, 16),
        inAsset: w0[1] + 2 ** 24 * bits(w0[3], 0, 6),
        outAsset: w0[2] + 2 ** 24 * bits(w0[3], 6, 6),
        entry: w0[4],
        num: amountAt(w1, 0),
        den: amountAt(w1, 3),
      };
    case 8:
      return {
        kind: 'l1Order',
        order: w0[1],
        sellAsset: w0[2] + 2 ** 24 * bits(w0[4], 0, 6),
        buyAsset: w0[3] + 2 ** 24 * bits(w0[4], 6, 6),
        sold: amountAt(w1, 0),
        bought: amountAt(w1, 3),
      };
    case 9:
      return { kind: 'fact', fact: factFromLimbs(w1) };
    default:
      return undefined;
  }
}

const sameWords = (a: readonly Limbs[], b: readonly Limbs[]): boolean =>
  a.length === b.length && a.every((limbs, i) => limbs.every((limb, j) => limb === b[i][j]));

const fault = (code: StatementFault, message: string, details: Record<string, unknown>) => new CodedError(code, message, details);

const WORDS_OF_CODE = new Map(Object.values(EFFECT_KINDS).map(({ code, words }) => [code as number, words as number]));

/**
 * Reads the effects that tile `words`. Throws `CodedError<StatementFault>`; an effect that would not encode back to the same words
 * (a set spare bit, a piece out of range, a status 0 or 3, a digest ≥ p) is STATEMENT_NOT_CANONICAL.
 */
export function decodeEffects(words: readonly Limbs[]): Effect[] {
  const effects: Effect[] = [];
  for (let at = 0; at < words.length; ) {
    const length = WORDS_OF_CODE.get(words[at][0] % 2 ** 8);
    if (length === undefined) throw fault('EFFECT_UNKNOWN_KIND', 'unknown effect kind', { word: at, kind: words[at][0] % 2 ** 8 });
    if (at + length > words.length) throw fault('EFFECT_TRUNCATED', 'an effect runs past the effect words', { word: at });
    const own = words.slice(at, at + length);
    const effect = decodeFirst(own);
    if (effect === undefined || !isEncodable(effect) || !sameWords(encodeEffect(effect), own)) {
      throw fault('STATEMENT_NOT_CANONICAL', 'an effect is not in its canonical form', { word: at });
    }
    effects.push(effect);
    at += length;
  }
  return effects;
}

/** The ranges that `encodeEffect` asserts, as a question: hostile words must not reach an invariant. */
function isEncodable(effect: Effect): boolean {
  return Object.entries(effect).every(([key, value]) => {
    if (typeof value === 'bigint') return abs(value) < 1n << 64n;
    if (key === 'boardBy' || key === 'settleBy') return value < 2 ** 40;
    if (key === 'account') return value < 2 ** 27;
    if (key === 'slots') return value < 2 ** 16;
    if (key === 'order') return value < 2 ** 28;
    if (typeof value === 'number') return value < 2 ** 30;
    if (Array.isArray(value)) return value.every((element) => element < P);
    if (key === 'depositor' || key === 'l1Owner' || key === 'requester') return String(value).length === 42;
    return true;
  });
}
