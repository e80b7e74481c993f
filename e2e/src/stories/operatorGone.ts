/**
 * The operator is killed for good in the middle of a round, and everybody gets out to the last unit with `weir rebuild` and `weir escape` alone.
 *
 * When it dies: Ann only holds strategy tokens; Bob's ride has boarded, and departs after its operator's death; Cid's ride has boarded, to a
 * strategy that refuses everything; Dee's withdrawal is settled and not claimed; Eve's deposit is queued and no batch will ever take it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ridePoolAbi } from '@weir/abi/ridePool';
import { weirAbi } from '@weir/abi/weir';
import { startAnvil } from '@weir/node/l1/embeddedL1';
import { deposit } from '@weir/sdk/actions/deposit';
import { getAccount } from '@weir/sdk/actions/getAccount';
import { waitForRequest } from '@weir/sdk/actions/getRequest';
import { getRides } from '@weir/sdk/actions/getRides';
import { getBatches } from '@weir/sdk/actions/getStatus';
import { placeOrder } from '@weir/sdk/actions/placeOrder';
import { withdraw } from '@weir/sdk/actions/spend';
import { createWeirClient } from '@weir/sdk/client';
import type { Abi, Account, Hex } from 'viem';
import { startNodeProcess, weir } from '../commands.ts';
import { deployAndRegister, HOSTILE, OPERATOR, operatorKey, privateKeyOf, STATA, USDC } from '../development.ts';
import { connect } from '../devnet/chain.ts';
import { deployDevnet } from '../devnet/devnet.ts';
import type { StoryContext } from '../story.ts';
import {
  balanceOf,
  buyStata,
  createRide,
  DAY,
  depositAll,
  now,
  openPeople,
  type Person,
  type Place,
  poll,
  QUOTE_SIZE,
  quote,
  usdc,
} from './people.ts';

export interface OperatorGoneReport {
  readonly story: 'operator-gone';
  readonly ok: boolean;
  readonly people: readonly { name: string; asset: string; paid: string; expected: string }[];
  /** What the core held before the escape, was told to pay, and holds after it. */
  readonly assets: readonly { asset: string; escrow: string; paid: string; left: string }[];
  readonly rebuilt: { readonly batches: number; readonly updates: number; readonly seconds: number };
  readonly escape: { readonly transactions: number; readonly gasUsed: string; readonly plannedGas: string };
  readonly problems: readonly string[];
}

const WEEK = 7 * DAY;

export async function operatorGone({ dataDirectory, log }: StoryContext): Promise<OperatorGoneReport> {
  const anvil = await startAnvil();
  const chain = await connect(anvil.rpcUrl);
  const keyFile = (name: string, account: Account): string => {
    const file = join(dataDirectory, `${name}.key`);
    writeFileSync(file, privateKeyOf(account), { mode: 0o600 });
    return file;
  };
  let stop: () => Promise<void> = async () => undefined;
  try {
    log('1/7 L1 with strategies and contracts; a node in a process of its own');
    const devnet = await deployDevnet(chain);
    const { deployment, adapters } = await deployAndRegister(chain, devnet);
    writeFileSync(join(dataDirectory, 'operator.key'), operatorKey(chain), { mode: 0o600 });
    const node = await startNodeProcess({
      rpc: anvil.rpcUrl,
      core: deployment.core,
      keyFile: join(dataDirectory, 'operator.key'),
      dataDirectory: join(dataDirectory, 'node'),
      // Rides wait for more passengers until long after the operator's end.
      environment: {
        WEIR_RIDE_WAIT: '600',
        WEIR_BATCH_AGE_MS: '1500',
        WEIR_PROVER_THREADS: '2',
        WEIR_POLL_MS: '100',
        WEIR_FINAL_DEPTH: '0',
      },
    });
    stop = () => node.kill();
    const client = await createWeirClient({ api: node.api, rpc: anvil.rpcUrl, core: deployment.core });
    const place: Place = { chain, devnet, deployment, adapters, client, resumed: false };

    log('2/7 accounts and deposits');
    const [operator, ann, bob, cid, dee] = await openPeople(place, [
      ['operator', OPERATOR],
      ['Ann', 1],
      ['Bob', 2],
      ['Cid', 3],
      ['Dee', 4],
    ]);
    const shares = await buyStata(place, ann, usdc('600'));
    await depositAll(place, [
      [ann, STATA, shares],
      [bob, USDC, usdc('1200')],
      [cid, USDC, usdc('500')],
      [dee, USDC, usdc('90')],
    ]);

    log('3/7 Bob and Cid board rides, Dee withdraws; all of it settles');
    const until = (await now(place)) + 12 * 3600;
    const ticketsUntil = (await now(place)) + 60 * DAY;
    const price = await quote(place);
    const ride = await createRide(place, adapters.stata, STATA, price);
    const doomed = await createRide(place, adapters.hostile, HOSTILE, { inAmount: QUOTE_SIZE, outAmount: QUOTE_SIZE });
    const board = async (person: Person, buyAsset: number, sellAmount: bigint): Promise<void> => {
      const account = await getAccount(client, person.account);
      const minBuyAmount = (sellAmount * 8n) / 10n;
      await placeOrder(client, { key: person.key, account, sellAsset: USDC, buyAsset, sellAmount, minBuyAmount, until, ticketsUntil });
    };
    await board(bob, STATA, usdc('1000'));
    await board(cid, HOSTILE, usdc('400'));
    const leaving = await withdraw(client, {
      key: dee.key,
      account: await getAccount(client, dee.account),
      asset: USDC,
      amount: usdc('30'),
      until,
    });
    await poll(async () => {
      const [b, c] = [await getAccount(client, bob.account), await getAccount(client, cid.account)];
      return balanceOf(b, ride) === usdc('1000') && balanceOf(c, doomed) === usdc('400') ? true : undefined;
    }, 'both to have their tickets');
    await waitForRequest(client, { id: leaving.id, status: 'settled' });
    await poll(
      async () => ((await getBatches(client)).every(({ status }) => status === 'settled' || status === 'final') ? true : undefined),
      'everything to settle',
    );
    if ((await getRides(client)).some(({ outcome, closed }) => outcome !== null || closed))
      throw new Error('a ride left before the operator was gone');

    log('4/7 the operator is killed; Eve deposits all the same, Ann demands her exit on L1');
    await node.kill();
    const eve = chain.account(5);
    await devnet.mintUsdc(eve.address, usdc('70'));
    await deposit(client, { wallet: eve, account: { ...ann.state, slots: [] }, asset: USDC, amount: usdc('70'), slot: 12 });
    const files = new Map([operator, ann, bob, cid, dee].map(({ name, wallet }) => [name, keyFile(name, wallet)]));
    const l1 = ['--rpc', anvil.rpcUrl, '--core', deployment.core];
    await weir([...l1, '--key-file', files.get('Ann')!, 'forced-exit', String(ann.account)]);

    log('5/7 Bob closes his ride by time and departs it himself; a week passes');
    const travel = async (seconds: number): Promise<void> => {
      await chain.test.increaseTime({ seconds });
      await chain.test.mine({ blocks: 1 });
    };
    await travel(31 * 3600);
    await chain.send(bob.wallet, deployment.pool, ridePoolAbi as Abi, 'closeByTime', [ride]);
    await chain.send(bob.wallet, deployment.pool, ridePoolAbi as Abi, 'depart', [ride, '0x']);
    const outcome = await chain.read<{ outTotal: bigint }>(deployment.pool, ridePoolAbi as Abi, 'ride', [ride]);
    await travel(WEEK);

    log('6/7 rebuild from L1, then Ann escapes herself and somebody else everybody');
    const tokens = [
      { asset: 'USDC', number: USDC, token: devnet.addresses.usdc },
      { asset: 'stataUSDC', number: STATA, token: devnet.addresses.stataUsdc },
      { asset: 'hostile', number: HOSTILE, token: devnet.addresses.hostileVault },
    ];
    const held = (token: Hex, owner: Hex) => chain.read<bigint>(token, devnet.abis.erc20, 'balanceOf', [owner]);
    const escrow = await Promise.all(tokens.map(({ token }) => held(token, deployment.core)));
    const people = [
      ...[operator, ann, bob, cid, dee].map(({ name, wallet }) => ({ name, address: wallet.address })),
      { name: 'Eve', address: eve.address },
    ];
    const before = await Promise.all(people.flatMap(({ address }) => tokens.map(({ token }) => held(token, address))));
    const stateFile = join(dataDirectory, 'state');
    const rebuilt = await weir<{ batchNumber: number; updates: number; seconds: number }>([...l1, 'rebuild', '--out', stateFile]);
    interface Escape {
      steps: unknown[];
      gasUsed: string | number;
      gas: string | number;
    }
    const escapeAs = (who: string, ...more: string[]) => weir<Escape>([...l1, '--key-file', files.get(who)!, 'escape', '--yes', ...more]);
    const runs = [await escapeAs('Ann'), await escapeAs('Dee', '--state', stateFile, '--for', ...people.map(({ address }) => address))];

    log('7/7 check: every wallet against what it had, the sum of payouts against the escrow');
    const problems: string[] = [];
    const expected: Record<string, Partial<Record<string, bigint>>> = {
      Ann: { stataUSDC: shares },
      Bob: { USDC: usdc('200'), stataUSDC: outcome.outTotal },
      Cid: { USDC: usdc('500') },
      Dee: { USDC: usdc('90') },
      Eve: { USDC: usdc('70') },
    };
    const rows: { name: string; asset: string; paid: string; expected: string }[] = [];
    const paidOf = tokens.map(() => 0n);
    for (const [i, { name, address }] of people.entries()) {
      for (const [j, { asset, token }] of tokens.entries()) {
        const paid = (await held(token, address)) - before[i * tokens.length + j];
        paidOf[j] += paid;
        const wanted = expected[name]?.[asset] ?? 0n;
        if (paid !== 0n || wanted !== 0n) rows.push({ name, asset, paid: `${paid}`, expected: `${wanted}` });
        if (paid !== wanted) problems.push(`${name} got ${paid} ${asset}, not ${wanted}`);
      }
    }
    const assets = await Promise.all(
      tokens.map(async ({ asset, token }, j) => {
        const left = await held(token, deployment.core);
        if (left !== 0n || paidOf[j] !== escrow[j]) problems.push(`${asset}: the core held ${escrow[j]}, paid ${paidOf[j]}, holds ${left}`);
        return { asset, escrow: `${escrow[j]}`, paid: `${paidOf[j]}`, left: `${left}` };
      }),
    );
    if (!(await chain.read<boolean>(deployment.core, weirAbi as Abi, 'frozen'))) problems.push('the core is not frozen');
    const sum = (pick: (run: Escape) => string | number) => `${runs.reduce((total, run) => total + BigInt(pick(run)), 0n)}`;
    return {
      story: 'operator-gone',
      ok: problems.length === 0,
      people: rows,
      assets,
      rebuilt: { batches: rebuilt.batchNumber, updates: rebuilt.updates, seconds: rebuilt.seconds },
      escape: {
        transactions: runs.reduce((total, { steps }) => total + steps.length, 0),
        gasUsed: sum(({ gasUsed }) => gasUsed),
        plannedGas: sum(({ gas }) => gas),
      },
      problems,
    };
  } finally {
    await stop();
    await anvil.stop();
  }
}
