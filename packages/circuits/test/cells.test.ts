/**
 * The account of cells, columns and bus interactions in docs/cells.md, by table and by transaction kind. `WRITE_CELLS=1` rewrites the file
 * (and prints it with `WEIR_MEASURE=1`); otherwise a test compares, so that a number that moves is seen where it is reviewed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { EMPTY_STATE, type State, writeSlot } from '@weir/protocol/state/state';
import type { BatchContext, Transaction } from '@weir/protocol/types';
import type { AnyChip } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { expect, it } from 'vitest';
import { usedRows } from '../src/chips/union.ts';
import { CHIPS, UNIONS, weirAir } from '../src/weirAir.ts';
import { fill, witnessOf, world } from './support/world.ts';

const {
  person,
  openAccount,
  deposit,
  transfer,
  withdraw,
  cancel,
  order,
  fill: fillOf,
  ride,
  context,
  at,
  validium,
  USDC,
  SHARES,
  TICKET,
} = world;
const FILE = new URL('../../../docs/cells.md', import.meta.url);
const FEW = 8;
const MANY = 24;

/** Columns before chips shared tables (commit e4103a5), for the same rows. */
const BEFORE: Readonly<Record<string, number>> = {
  ...{ openAccount: 30, deposit: 45, move: 80, forcedRequest: 33, clearing: 10, fill: 249, ride: 69, price: 47, redeem: 79, outcome: 29 },
  ...{
    exitSlot: 22,
    receiver: 29,
    credit: 30,
    withdrawal: 15,
    share: 45,
    split: 6,
    message: 38,
    prefix: 20,
    schnorr: 95,
    schnorrStep: 148,
  },
  ...{ ticks: 1, slotLeaf: 25, account: 60, tree: 54, words: 174, publicValues: 95, poseidon: 166 },
};
const BEFORE_TOTAL = { tables: 34, columns: 1701, interactions: 737, constraints: 623 };

const people = Array.from({ length: 2 * MANY }, (_, account) => person(account));
const rides = [
  ride(TICKET, USDC, SHARES),
  ride(TICKET + 1, USDC, SHARES, { closed: true, outcome: { outTotal: 99_999n, inReturned: 0n, tickets: 100_000n } }),
];
const within: BatchContext = context(rides);
/** Everybody has money in slot 0 and tickets of an arrived ride in slot 5. */
const start: State = people.reduce(
  (state, { account }) => writeSlot(state, account, 5, { asset: TICKET + 1, nonce: 1, balance: 1_000n, filled: 0n }),
  world.run(EMPTY_STATE, [...people.map(openAccount), ...people.map((who) => deposit(who, 0, USDC, 1_000_000n))], within).state,
);
const feeTo = people[0];

function boarding(count: number): Transaction {
  const fills = people.slice(0, count).map((who) =>
    fillOf(
      order(who, {
        sellSlot: 0,
        sellAsset: USDC,
        sellNonce: 1,
        sellAmount: 100n,
        buySlot: 1,
        buyAsset: SHARES,
        ticketSlot: 2,
        ticketsUntil: world.LATER + 10_000,
      }),
      { ticket: TICKET, boarded: 100n },
    ),
  );
  const row = (asset: number) => ({ asset, price: 1n, feeAccount: feeTo.account, feeSlot: 12 });
  return { kind: 'clearing', prices: [row(USDC), row(TICKET)], rides: [{ ticket: TICKET, board: true, close: false }], fills };
}

const each =
  (make: (i: number) => Transaction) =>
  (count: number): Transaction[] =>
    Array.from({ length: count }, (_, i) => make(i));
const spend = { slot: 0, asset: USDC, nonce: 1, amount: 10n };
const KINDS: Readonly<Record<string, (count: number) => Transaction[]>> = {
  'order that boards a ride': (count) => [boarding(count)],
  transfer: each((i) => transfer(people[i], people[i + MANY], 12, { ...spend, fee: 1n }, feeTo, 12)),
  withdraw: each((i) => withdraw(people[i], { ...spend, fee: 1n }, feeTo, 12)),
  cancel: each((i) => cancel(people[i], 0, 1)),
  openAccount: each((i) => openAccount(person(100 + i))),
  deposit: each((i) => deposit(people[i], 0, USDC, 5n)),
  redeem: each((i) => ({ kind: 'redeem', account: people[i].account, ticketSlot: 5, outSlot: 5, inSlot: null })),
  'forcedExit, all slots': each((i) => world.forcedExit(people[i])),
  'forcedExit, one slot': each((i) => world.forcedExit(people[i], 'served', { slots: 1 })),
  rotateKey: each((i) => world.rotateKey(people[i], people[i + 1])),
  moveAccount: each((i) => world.moveAccount(people[i], validium(i))),
  'transfer of a silent account': each((i) => transfer(at(people[i], validium(i)), people[i + MANY], 12, spend)),
};

const tableOf = (chip: string): string =>
  UNIONS.find(({ members }) => members.some((member) => member.chip.name === chip))?.chip.name ?? chip;
const shape = new Map(
  weirAir.chips.map(({ name, columnNames, interactions, constraintNames }) => [
    name,
    [columnNames.length, interactions.length, constraintNames.length],
  ]),
);
const isTable = (chip: string): boolean => chip.startsWith('range');

/** Padding of this table is a permutation too, of zeros, that nobody asks for. */
function asked(trace: ChipTrace): number {
  const { columnNames } = CHIPS.find(({ name }) => name === 'poseidon') as AnyChip;
  return trace.columns[columnNames.indexOf('multiplicity')].filter((uses) => uses !== 0).length;
}

/** Rows that one more transaction adds, by chip. */
function rowsPer(make: (count: number) => Transaction[]): Map<string, number> {
  const rows = (count: number): number[] => {
    const transactions = make(count);
    const moves = transactions.some((tx) => 'account' in tx && tx.account >= 2 ** 26);
    const state = moves
      ? world.run(
          start,
          people.slice(0, MANY).map((who, i) => world.moveAccount(who, validium(i))),
          within,
        ).state
      : start;
    const witness = witnessOf(state, transactions, within);
    expect(witness.executed).toHaveLength(transactions.length);
    return fill(witness).traces.map((trace, i) => (CHIPS[i].name === 'poseidon' ? asked(trace) : usedRows(trace)));
  };
  const [few, many] = [rows(FEW), rows(MANY)];
  return new Map(CHIPS.map(({ name }, i) => [name, isTable(name) ? 0 : (many[i] - few[i]) / (MANY - FEW)]));
}

const total = (rows: ReadonlyMap<string, number>, weight: (chip: string) => number): number =>
  [...rows].reduce((sum, [chip, count]) => sum + (count === 0 ? 0 : count * weight(chip)), 0);
const columns = (chip: string): number => shape.get(tableOf(chip))?.[0] ?? 0;
const interactions = (chip: string): number => shape.get(tableOf(chip))?.[1] ?? 0;

it('docs/cells.md is what the circuits are', () => {
  const perKind = Object.entries(KINDS).map(([kind, make]) => ({ kind, rows: rowsPer(make) }));
  const sums = [0, 1, 2].map((i) => [...shape.values()].reduce((sum, of) => sum + of[i], 0));
  const number = (value: number): string => Math.round(value).toLocaleString('en-US');
  const order = perKind[0].rows;
  const orderCells = total(order, columns);
  const signature = columns('schnorr') + 43 * columns('schnorrStep') + 2 * columns('poseidon');
  const words = ((order.get('words') ?? 0) * columns('words')) / orderCells;
  const known = (kind: string): boolean => !['rotateKey', 'moveAccount', 'transfer of a silent account'].includes(kind);
  const text = [
    '# Cells, columns and bus interactions',
    '',
    'Written by `WRITE_CELLS=1 npx vitest run packages/circuits/test/cells.test.ts`; the same test compares in CI. A column costs about 20 proof bytes and 700 gas on L1 whatever its height, an',
    'interaction about 2,400 gas; a cell costs proving time. So chips with few rows share a table (`packages/circuits/src/chips/union.ts`).',
    '',
    '## Tables',
    '| table | columns | interactions | constraints | chips in it |',
    '|---|---|---|---|---|',
    ...[...shape].map(
      ([name, of]) =>
        `| ${name} | ${of.join(' | ')} | ${(UNIONS.find(({ chip }) => chip.name === name)?.members ?? []).map(({ chip }) => chip.name).join(', ')} |`,
    ),
    `| **${shape.size}** | **${number(sums[0])}** | **${sums[1]}** | **${sums[2]}** | |`,
    `| before: ${BEFORE_TOTAL.tables} | ${number(BEFORE_TOTAL.columns)} | ${BEFORE_TOTAL.interactions} | ${BEFORE_TOTAL.constraints} | without the validium tree, masks, rotateKey and moveAccount |`,
    '',
    '## By transaction kind',
    `What one more of the kind adds (from ${FEW} to ${MANY} of them in a batch, accounts side by side; range tables have a fixed height). "Before" are the same rows in tables of their own.`,
    '',
    '| kind | cells | cells before | interactions | rows of poseidon | rows of tree | words |',
    '|---|---|---|---|---|---|---|',
    ...perKind.map(({ kind, rows }) => {
      const old = known(kind) ? number(total(rows, (chip) => BEFORE[chip] ?? 0)) : '–';
      const of = (chip: string): string => (Math.round((rows.get(chip) ?? 0) * 10) / 10).toString();
      return `| ${kind} | ${number(total(rows, columns))} | ${old} | ${number(total(rows, interactions))} | ${of('poseidon')} | ${of('tree')} | ${of('words')} |`;
    }),
    '',
    `A signature: ${number(signature)} cells (one row of \`schnorr\`, 43 of \`schnorrStep\`, two of \`poseidon\`). The statement's words are ${(100 * words).toFixed(1)} % of the cells of a batch of such orders.`,
    '',
  ].join('\n');
  if (process.env['WRITE_CELLS'] === '1') writeFileSync(FILE, text);
  if (process.env['WEIR_MEASURE'] !== undefined) console.log(text);
  expect(orderCells).toBeLessThanOrEqual(16_000);
  expect(signature).toBeLessThanOrEqual(9_000);
  expect(words).toBeLessThanOrEqual(0.05);
  expect(text).toBe(readFileSync(FILE, 'utf8'));
});
