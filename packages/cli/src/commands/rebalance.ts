import { CodedError } from '@weir/foundation/codedError';
import type { OrderLeg } from '@weir/protocol/types';
import { getAccount } from '@weir/sdk/actions/getAccount';
import { getRequest } from '@weir/sdk/actions/getRequest';
import { leaveRebalance, type RebalanceLeg, type RebalanceState, rebalance, rebalanceState } from '@weir/sdk/actions/rebalance';
import type { Command } from 'commander';
import { accountOf, amount, bandOf, globalOptions, log, print, run, signer, untilIn, whole } from '../context.ts';

interface RebalanceOptions {
  readonly leg: readonly string[];
  readonly maxFeeBps: string;
  readonly minutes: string;
  readonly ticketsMinutes: string;
  readonly wait?: boolean;
}

/** ASSET:BUY/SELL[@FEED:BPS] */
function legOf(text: string): RebalanceLeg {
  const [, asset, buy, sell, , band] = text.match(/^(\d+):(\d+)\/(\d+)(@(\d+:\d+))?$/) ?? [];
  if (asset === undefined) throw new CodedError('USAGE', `--leg ${text}: give ASSET:BUY/SELL, as in 7:95/100`);
  const atWorst = { buy: amount('--leg', buy), sell: amount('--leg', sell) };
  return { buyAsset: whole('--leg', asset), atWorst, ...(band === undefined ? {} : { band: bandOf(band) }) };
}

const legLine = (leg: RebalanceState['legs'][number], slot: number): string => {
  const sold = `${leg.sold + leg.boarded} of asset ${leg.sellAsset} sold (${leg.boarded} of it on rides)`;
  return `${sold}, ${leg.bought} of asset ${leg.buyAsset} bought; in slot ${slot} ${leg.waiting} waiting, ${leg.riding} tickets under way`;
};

/** `weir rebalance SELL_ASSET AMOUNT --leg … --leg …`: two or three legs under one signature. */
export function rebalanceCommand(program: Command): void {
  program
    .command('rebalance')
    .argument('<sellAsset>', 'asset to sell')
    .argument('<sellAmount>', 'at most this, in quanta')
    .requiredOption(
      '--leg <asset:buy/sell>',
      'what the next leg buys, at worst BUY for SELL; two or three times; @FEED:BPS behind it for a band',
      (text: string, before: readonly string[]) => [...before, text],
      [] as readonly string[],
    )
    .option('--max-fee-bps <n>', 'at most this fee on each leg, in basis points of what it sells', '0')
    .option('--minutes <n>', 'valid for', '240')
    .option('--tickets-minutes <n>', 'accept tickets of rides that are over within this time (0 = none)', '0')
    .option('--wait', 'wait until all of it has arrived')
    .description('from one asset to another over one or two between them, each leg within its worst price, under one confirmation')
    .action(
      run(async (sellAsset: string, sellAmount: string, own: RebalanceOptions, command: Command) => {
        const options = globalOptions(command);
        const legs = own.leg.map(legOf);
        const who = await signer(options);
        const account = await accountOf(who);
        const minutes = whole('--minutes', own.minutes);
        const ticketsMinutes = whole('--tickets-minutes', own.ticketsMinutes);
        const sent = await rebalance(who.client, {
          key: who.key,
          account,
          sellAsset: whole('sellAsset', sellAsset),
          sellAmount: amount('sellAmount', sellAmount),
          legs,
          maxFeeBps: whole('--max-fee-bps', own.maxFeeBps),
          until: await untilIn(who.client, minutes),
          ticketsUntil: ticketsMinutes === 0 ? 0 : await untilIn(who.client, ticketsMinutes),
        });
        log(`rebalancing ${sent.id} is ${sent.status}; weir rebalance-stop ${sent.legs.map(placeOf).join(' ')} ends it where it stands`);
        const deadline = Date.now() + minutes * 60_000;
        let [state, said] = [await stateOf(), ''];
        while (own.wait === true && !state.isDone) {
          const lines = state.legs.map((leg, i) => legLine(leg, sent.legs[i].sellSlot)).join('\n');
          if (lines !== said) log(lines);
          said = lines;
          if (['refused', 'expired', 'dead'].includes(state.status) || Date.now() > deadline)
            throw new CodedError('ORDER_OVER', `the rebalancing is ${state.status}: what has come so far is in the account`, { state });
          await new Promise((resolve) => setTimeout(resolve, 500));
          state = await stateOf();
        }
        print(options, { ...sent, ...state, legs: state.legs.map((leg, i) => ({ ...leg, ...slotsOf(sent.legs[i]) })) }, [
          `rebalancing ${sent.id} is ${state.isDone ? 'done' : state.status}`,
          ...state.legs.map((leg, i) => legLine(leg, sent.legs[i].sellSlot)),
        ]);

        async function stateOf(): Promise<RebalanceState> {
          const [request, now] = await Promise.all([getRequest(who.client, sent.id), getAccount(who.client, account.account)]);
          return rebalanceState(sent.legs, request, now);
        }
      }),
    );
}

const slotsOf = ({ sellSlot, sellNonce, buySlot, ticketSlot }: OrderLeg) => ({ sellSlot, sellNonce, buySlot, ticketSlot });
const placeOf = ({ sellSlot, sellNonce }: OrderLeg): string => `${sellSlot}:${sellNonce}`;

/** `weir rebalance-stop SLOT:NONCE …`: the rebalancing ends where it stands. */
export function rebalanceStopCommand(program: Command): void {
  program
    .command('rebalance-stop')
    .argument('<slot:nonce...>', 'of each leg, as `weir rebalance` says')
    .description('cancel every leg of a rebalancing: what has come so far stays in the account, to be withdrawn or ordered anew')
    .action(
      run(async (places: readonly string[], _own: object, command: Command) => {
        const options = globalOptions(command);
        const legs = places.map((place) => {
          const [slot, nonce] = place.split(':');
          return { sellSlot: whole('slot', slot), sellNonce: whole('nonce', nonce ?? '?') };
        });
        const who = await signer(options);
        const { account } = await accountOf(who);
        const sent = await leaveRebalance(who.client, { key: who.key, account, legs });
        print(options, { cancels: sent }, [`${sent.length} of ${legs.length} legs are being cancelled`]);
      }),
    );
}
