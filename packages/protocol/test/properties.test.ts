import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cancelElements,
  conditionalTransferElements,
  messageDigest,
  moveAccountElements,
  transferElements,
  withdrawElements,
} from '../src/messages.ts';
import { tombstone, UNOPENED_HEADER } from '../src/state/account.ts';
import { restoreState, snapshotState } from '../src/state/snapshot.ts';
import type { State } from '../src/state/state.ts';
import { accountsOf, applyDiffs, diffStates, readHeader, readSlot, stateRoots, totals, treeOf } from '../src/state/state.ts';
import { bindStatement, instanceHash } from '../src/statement/binding.ts';
import { blobsFromWords } from '../src/statement/blobs.ts';
import { diffsOfTree } from '../src/statement/diffs.ts';
import { decodeStatement, encodeStatement, splitBody } from '../src/statement/statement.ts';
import { applyBatch, publishBatch } from '../src/transactions/applyBatch.ts';
import { applyTransaction } from '../src/transactions/applyTransaction.ts';
import type { ClearingReceipt, Effect, Fill, MoveAccount, OrderLeg, Receipt, Transaction } from '../src/types.ts';
import type { Choice, Memory } from './randomWorld.ts';
import { choice, legKey, legOfFill, start, toTransaction, within } from './randomWorld.ts';
import { INSTANCE } from './statementCases.ts';
import { alice, instance, operator } from './world.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 120);
const SETTINGS = { seed: 20_261_121, numRuns: RUNS };
const histories = fc.array(choice, { minLength: 20, maxLength: 60 });

interface Step {
  readonly before: State;
  readonly after: State;
  readonly tx: Transaction;
  /** Undefined when refused. */
  readonly receipt: Receipt | undefined;
}

/** Plays a history; every transaction, accepted or not, may be replayed later. */
function play(choices: readonly Choice[], visit: (step: Step) => void): State {
  const memory: Memory = { signed: [], orders: [] };
  let state = start;
  for (const c of choices) {
    const tx = toTransaction(state, memory, c);
    if (tx === undefined) continue;
    const before = state;
    const outcome = applyTransaction(before, tx, within);
    if (outcome.ok) state = outcome.state;
    if (['transfer', 'conditionalTransfer', 'withdraw', 'cancel', 'clearing', 'moveAccount'].includes(tx.kind)) memory.signed.push(tx);
    if (tx.kind === 'clearing') memory.orders.push(...tx.fills.map((fill) => fill.order));
    visit({ before, after: state, tx, receipt: outcome.ok ? outcome.receipt : undefined });
  }
  return state;
}

/** What an effect does to the L2 total of each asset: the sum that L1 checks at every settle. */
function flows(effect: Effect): [asset: number, amount: bigint][] {
  switch (effect.kind) {
    case 'deposit':
      return effect.status === 'taken' ? [[effect.asset, effect.amount]] : [];
    case 'withdrawal':
      return [[effect.asset, -effect.amount]];
    case 'ride':
      return [
        [effect.ticket, effect.net],
        [effect.inAsset, -effect.net],
      ];
    case 'redeem':
      return [
        [effect.ticket, -effect.redeemed],
        [effect.outAsset, effect.outCredited],
        [effect.inAsset, effect.inCredited],
      ];
    case 'l1Order':
      return [
        [effect.sellAsset, effect.sold],
        [effect.buyAsset, -effect.bought],
      ];
    case 'forcedExit':
    case 'rotateKey':
    case 'fact':
    case 'reference':
      return [];
  }
}

function expectConserved(before: State, after: State, effects: readonly Effect[]): void {
  const expected = totals(before);
  for (const [asset, amount] of effects.flatMap(flows)) expected.set(asset, (expected.get(asset) ?? 0n) + amount);
  const found = totals(after);
  for (const asset of new Set([...expected.keys(), ...found.keys()])) expect(found.get(asset) ?? 0n).toBe(expected.get(asset) ?? 0n);
}

/** Every banded fill is held to an entry that the statement names: 1.5 USDC a share. */
function expectInBand({ sold, bought }: Fill, { band, sellAsset }: OrderLeg, effects: readonly Effect[]): void {
  if (band.reference === 0) return;
  const stated = effects.filter((effect) => effect.kind === 'reference');
  expect(stated).toEqual([{ kind: 'reference', ...within.references?.get(band.reference) }]);
  const [{ num, den, inAsset }] = stated;
  const [worth, paid] = sellAsset === inAsset ? [bought * num, sold * den] : [bought * den, sold * num];
  expect(worth * 10_000n >= paid * BigInt(10_000 - band.bps)).toBe(true);
}

const receiptOf = ({ receipt }: Step): Receipt => receipt as Receipt;
const clearingsOf = (step: Step): ClearingReceipt[] => (step.receipt?.kind === 'clearing' ? [step.receipt] : []);

describe('over random histories', () => {
  it('each asset is conserved: the L2 total changes by what the effects say, and by nothing else', () => {
    fc.assert(
      fc.property(histories, (choices) => {
        play(choices, ({ before, after, receipt }) => {
          if (receipt !== undefined) expectConserved(before, after, receipt.effects);
        });
      }),
      SETTINGS,
    );
  });

  it('reach every kind of transaction, accepted (so that the other properties are about something)', () => {
    const accepted = new Map<string, number>();
    for (const choices of fc.sample(histories, { seed: SETTINGS.seed, numRuns: 150 })) {
      play(choices, ({ tx, receipt }) => {
        if (receipt !== undefined) accepted.set(tx.kind, (accepted.get(tx.kind) ?? 0) + 1);
        if (receipt?.kind === 'clearing' && receipt.fills.some(({ fill }) => fill.sold > 0n))
          accepted.set('trade', (accepted.get('trade') ?? 0) + 1);
        if (receipt?.kind === 'clearing' && receipt.l1Fills.length > 0) accepted.set('l1Order', (accepted.get('l1Order') ?? 0) + 1);
        if (receipt?.kind === 'clearing' && receipt.rides.some(({ net }) => net < 0n))
          accepted.set('buyBack', (accepted.get('buyBack') ?? 0) + 1);
        if (receipt?.kind === 'clearing')
          for (const { fill, reference } of receipt.fills) {
            if (fill.order.legs.length > 1) accepted.set('leg of several', (accepted.get('leg of several') ?? 0) + 1);
            if (reference !== null && fill.sold > 0n) accepted.set('banded', (accepted.get('banded') ?? 0) + 1);
          }
        if (receipt !== undefined && tx.kind === 'moveAccount' && treeOf(tx.destination) === 0)
          accepted.set('back', (accepted.get('back') ?? 0) + 1);
      });
    }
    for (const kind of [
      'deposit',
      'transfer',
      'conditionalTransfer',
      'l1Order',
      'withdraw',
      'cancel',
      'clearing',
      'redeem',
      'forcedExit',
      'rotateKey',
      'moveAccount',
      'trade',
      'buyBack',
      'leg of several',
      'banded',
      'back',
    ]) {
      expect(accepted.get(kind) ?? 0, kind).toBeGreaterThan(20);
    }
  });

  it('a clearing has one price for everybody, within everybody’s limit', () => {
    fc.assert(
      fc.property(histories, (choices) => {
        play(choices, (step) => {
          for (const { fills, l1Fills, pots } of clearingsOf(step)) {
            const price = new Map(pots.map(({ row }) => [row.asset, row.price]));
            for (const { fill, leg } of fills) {
              if (fill.sold > 0n) expect(fill.bought).toBe((fill.sold * price.get(leg.sellAsset)!) / price.get(leg.buyAsset)!);
              expect(fill.bought * leg.sellAmount >= fill.sold * leg.minBuyAmount).toBe(true);
              expectInBand(fill, leg, receiptOf(step).effects);
            }
            for (const { fill, sellAsset, buyAsset } of l1Fills)
              expect(fill.bought).toBe((fill.sold * price.get(sellAsset)!) / price.get(buyAsset)!);
          }
        });
      }),
      SETTINGS,
    );
  });

  it('the operator takes the signed fees and dust worth less than one bought quantum per fill', () => {
    fc.assert(
      fc.property(histories, (choices) => {
        play(choices, (step) => {
          for (const { fills, l1Fills, pots } of clearingsOf(step)) {
            const trades = [...fills, ...l1Fills];
            const dust = pots.reduce((sum, { row, remainder }) => sum + row.price * remainder, 0n);
            expect(dust).toBe(trades.reduce((sum, { remainder }) => sum + remainder, 0n));
            const bound = trades.reduce((sum, { buyPrice }) => sum + buyPrice, 0n);
            expect(dust < bound || dust === 0n).toBe(true);
            for (const { row, remainder, fees } of pots) {
              expect(fees).toBe(fills.reduce((sum, { leg, fill }) => (leg.sellAsset === row.asset ? sum + fill.fee : sum), 0n));
              const gained =
                readSlot(step.after, operator.account, row.feeSlot).balance - readSlot(step.before, operator.account, row.feeSlot).balance;
              expect(gained).toBe(remainder + fees);
            }
          }
        });
      }),
      SETTINGS,
    );
  });

  it('nothing signed executes twice, through emptied and reused slots too', () => {
    fc.assert(
      fc.property(histories, (choices) => {
        const executed = new Set<string>();
        const filled = new Map<string, bigint>();
        play(choices, ({ tx, receipt }) => {
          if (receipt === undefined) return;
          if (tx.kind === 'clearing') {
            for (const fill of tx.fills) {
              const sum = (filled.get(legKey(fill)) ?? 0n) + fill.sold + fill.boarded;
              filled.set(legKey(fill), sum);
              expect(sum <= legOfFill(fill).sellAmount).toBe(true);
            }
          }
          const key = signedKey(tx);
          if (key === undefined) return;
          expect(executed.has(key)).toBe(false);
          executed.add(key);
        });
      }),
      SETTINGS,
    );
  });

  it('a ride pays out no more than the share of what is redeemed', () => {
    fc.assert(
      fc.property(histories, (choices) => {
        play(choices, ({ receipt }) => {
          if (receipt?.kind !== 'redeem') return;
          const { outcome, redeemed, outShare, inShare } = receipt;
          expect(outShare).toBe((redeemed * outcome.outTotal) / outcome.tickets);
          expect(inShare).toBe((redeemed * outcome.inReturned) / outcome.tickets);
        });
      }),
      SETTINGS,
    );
  });

  it('a slot’s nonce never falls and a slot changes asset only at balance 0', () => {
    fc.assert(
      fc.property(histories, (choices) => {
        play(choices, ({ receipt }) => {
          for (const access of receipt?.accesses ?? []) {
            if (access.kind !== 'slot') continue;
            const { before, after } = access;
            expect(after.nonce).toBeGreaterThanOrEqual(before.nonce);
            if (after.asset !== before.asset) expect([before.balance, after.nonce > before.nonce]).toEqual([0n, true]);
            if (after.nonce === before.nonce) expect(after.filled >= before.filled).toBe(true);
          }
        });
      }),
      SETTINGS,
    );
  });

  it('an id is opened once, its key version rises by one with each rotation, and a tombstone stays one', () => {
    fc.assert(
      fc.property(histories, (choices) => {
        play(choices, ({ before, after, tx, receipt }) => {
          for (const { account, header } of diffStates(before, after).headers) {
            const old = readHeader(before, account);
            if (receipt?.kind === 'rotateKey') expect(header).toEqual({ ...old, keyVersion: old.keyVersion + 1 });
            else {
              expect(tx.kind).toBe('moveAccount');
              if (header.keyVersion === 0) expect([old.keyVersion > 0, header]).toEqual([true, tombstone((tx as MoveAccount).destination)]);
              else expect(old).toEqual(UNOPENED_HEADER);
            }
          }
        });
      }),
      SETTINGS,
    );
  });

  it('a moved account takes its header and every slot along, and leaves balances of 0 and its nonces', () => {
    fc.assert(
      fc.property(histories, (choices) => {
        play(choices, ({ before, after, tx, receipt }) => {
          if (receipt === undefined || tx.kind !== 'moveAccount') return;
          expect(readHeader(after, tx.destination)).toEqual(readHeader(before, tx.account));
          for (let slot = 0; slot < 16; slot++) {
            const held = readSlot(before, tx.account, slot);
            expect(readSlot(after, tx.destination, slot)).toEqual(held);
            expect(readSlot(after, tx.account, slot)).toEqual({ ...held, balance: 0n });
          }
        });
      }),
      SETTINGS,
    );
  });

  it('everybody open gets out by forced exits alone, to the last unit', () => {
    fc.assert(
      fc.property(histories, (choices) => {
        let state = play(choices, () => undefined);
        const expected = totals(state);
        for (const [account, { header }] of accountsOf(state)) {
          const status = header.keyVersion === 0 ? 'refuted' : 'served';
          const requester = status === 'served' ? header.l1Owner : alice.l1Owner;
          const outcome = applyTransaction(state, { kind: 'forcedExit', status, account, slots: 2 ** 16 - 1, requester }, within);
          expect(outcome.ok).toBe(true);
          if (!outcome.ok) return;
          state = outcome.state;
          for (const [asset, amount] of outcome.receipt.effects.flatMap(flows)) expected.set(asset, (expected.get(asset) ?? 0n) + amount);
        }
        expect([...totals(state).values(), ...expected.values()].every((sum) => sum === 0n)).toBe(true);
      }),
      { ...SETTINGS, numRuns: Math.ceil(RUNS / 3) },
    );
  });

  it('a refused transaction changes nothing, and old states stay as they were', () => {
    fc.assert(
      fc.property(histories, (choices) => {
        let middle = start;
        let snapshot = snapshotState(start);
        let steps = 0;
        const end = play(choices, ({ before, after, receipt }) => {
          if (receipt === undefined) expect(diffStates(before, after)).toEqual({ headers: [], slots: [] });
          if (++steps === 15) [middle, snapshot] = [after, snapshotState(after)];
        });
        expect(snapshotState(middle)).toEqual(snapshot);
        expect(stateRoots(restoreState(snapshotState(end)))).toEqual(stateRoots(end));
      }),
      { ...SETTINGS, numRuns: Math.ceil(RUNS / 3) },
    );
  });

  it('accesses tell the whole story: replaying them gives the new state', () => {
    fc.assert(
      fc.property(histories, (choices) => {
        play(choices, ({ before, after, receipt }) => {
          if (receipt === undefined) return;
          const now = new Map<string, unknown>();
          for (const access of receipt.accesses) {
            if (access.kind !== 'slot') continue;
            const key = `${access.account}/${access.slot}`;
            expect(access.before).toEqual(now.get(key) ?? readSlot(before, access.account, access.slot));
            now.set(key, access.after);
          }
          for (const { account, slot, value } of diffStates(before, after).slots) expect(now.get(`${account}/${slot}`)).toEqual(value);
        });
      }),
      SETTINGS,
    );
  });
});

/** The digest of what one person signed for, of kinds that may execute once. */
function signedKey(tx: Transaction): string | undefined {
  switch (tx.kind) {
    case 'transfer':
      return messageDigest(transferElements(instance, tx)).join();
    case 'conditionalTransfer':
      return messageDigest(conditionalTransferElements(instance, tx)).join();
    case 'withdraw':
      return messageDigest(withdrawElements(instance, tx)).join();
    case 'cancel':
      return messageDigest(cancelElements(instance, tx)).join();
    case 'moveAccount':
      return messageDigest(moveAccountElements(instance, tx)).join();
    default:
      return undefined;
  }
}

describe('a random batch', () => {
  it('has a statement that survives its bytes and from which anybody reproduces the new roots', () => {
    const instanceBytes = instanceHash(INSTANCE.chainId, INSTANCE.core);
    fc.assert(
      fc.property(histories, histories, (first, second) => {
        const transactions: Transaction[] = [];
        const middle = play(first, () => undefined);
        const memory: Memory = { signed: [], orders: [] };
        let state = middle;
        for (const c of second) {
          const tx = toTransaction(state, memory, c);
          if (tx === undefined) continue;
          transactions.push(tx);
          const outcome = applyTransaction(state, tx, within);
          if (outcome.ok) state = outcome.state;
        }
        const batch = applyBatch(middle, transactions, within);
        expect(batch.receipts.filter(({ kind }) => kind === 'clearing').length).toBeLessThanOrEqual(1);
        expectConserved(middle, batch.after, batch.effects);

        for (const publication of [batch.statement, publishBatch(batch, { validiumData: true, blobs: true }).statement]) {
          const { header } = publication;
          const bytes = encodeStatement(publication);
          const blobs = blobsFromWords(splitBody(publication).blobs);
          const hashes = blobs.map((_, i) => new Uint8Array(32).fill(i + 1));
          const decoded = decodeStatement(bytes, blobs);
          expect(decoded).toEqual(publication);
          expect(bindStatement(instanceBytes, decoded, hashes)).toEqual(bindStatement(instanceBytes, publication, hashes));
          const rebuilt = stateRoots(applyDiffs(restoreState(snapshotState(middle)), decoded.diffs));
          expect(rebuilt.rollup).toEqual(header.newRollupRoot);
          // A member of the committee has the rest.
          const member = applyDiffs(restoreState(snapshotState(middle)), diffsOfTree(1, batch.diffs));
          expect((header.validiumData ? rebuilt : stateRoots(member)).validium).toEqual(header.newValidiumRoot);
        }
      }),
      { ...SETTINGS, numRuns: Math.ceil(RUNS / 4) },
    );
  });
});
