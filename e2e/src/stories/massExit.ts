/**
 * Everybody leaves at once: N accounts of N owners, a frozen core, one person who sends everything. Reports gas and time. The state is planted
 * (see planted.ts), the escapes are real.
 */
import { startAnvil } from '@weir/node/l1/embeddedL1';
import { applyDiffs, EMPTY_STATE, totals } from '@weir/protocol/state/state';
import { planEscape, runEscape } from '@weir/sdk/actions/escape';
import { requestForcedExit } from '@weir/sdk/actions/forcedRequests';
import { createL1Client } from '@weir/sdk/l1';
import { getAddress, type Hex, pad, toHex } from 'viem';
import { packBlocks } from '../devnet/blocks.ts';
import { connect } from '../devnet/chain.ts';
import { plantState } from '../planted.ts';
import { deployForDrills } from './drill.ts';

export interface MassExitReport {
  readonly story: 'mass-exit';
  readonly ok: boolean;
  readonly accounts: number;
  readonly slots: number;
  /** Transactions, and gas of each kind. */
  readonly transactions: number;
  readonly gas: Readonly<Record<string, number>>;
  readonly gasPerAccount: number;
  /** At 60 M gas a block and 12 s. */
  readonly fullBlocks: number;
  /** Of the same 60 M gas, as the development chain mined what one wallet sends at most at once. */
  readonly blocksMined: number;
  readonly minutesOfFullBlocks: number;
  readonly seconds: { readonly plan: number; readonly run: number };
  readonly planned: string;
  readonly problems: readonly string[];
}

const BLOCK_GAS = 60_000_000;
const BLOCK_SECONDS = 12;
const WEEK = 7 * 86_400;
const READ_AT_ONCE = 100;

/** Owners nobody has a key of: the sender pays, they get paid. */
const ownerOf = (index: number): Hex => getAddress(pad(toHex(0x1000_0000 + index), { size: 20 }));

export async function massExit(accounts: number, log: (line: string) => void): Promise<MassExitReport> {
  const anvil = await startAnvil({ states: 4 });
  try {
    const chain = await connect(anvil.rpcUrl);
    const { deployment, tokens, tokenAbi } = await deployForDrills(chain);
    const { core } = deployment;
    log(`1/4 ${accounts} accounts with two assets each are planted`);
    const indices = Array.from({ length: accounts }, (_, i) => i);
    const state = applyDiffs(EMPTY_STATE, {
      headers: indices.map((account) => ({
        account,
        header: { ownerKey: [account + 1, 2, 3, 4, 5, 6, 7], keyVersion: 1, l1Owner: ownerOf(account).toLowerCase() as Hex },
      })),
      slots: indices.flatMap((account) =>
        tokens.map((_, i) => ({ account, slot: i, value: { asset: i + 1, nonce: 1, balance: BigInt(1000 + account), filled: 0n } })),
      ),
    });
    for (const [asset, total] of totals(state)) await chain.send(chain.account(0), tokens[asset - 1], tokenAbi, 'mint', [core, total]);
    const rebuilt = await plantState(chain, core, state);

    log('2/4 a forced exit stays unserved for a week');
    const client = await createL1Client({ rpc: anvil.rpcUrl, core });
    await requestForcedExit(client, { wallet: chain.account(1), account: 0 });
    await chain.test.increaseTime({ seconds: WEEK });
    await chain.test.mine({ blocks: 1 });

    log('3/4 one person plans it all');
    let started = Date.now();
    const plan = await planEscape(client, { rebuilt, owners: indices.map(ownerOf) });
    const planSeconds = (Date.now() - started) / 1000;
    log(`     ${plan.steps.length} transactions, up to ${plan.gas} gas`);

    log('4/4 and sends it');
    started = Date.now();
    let done = 0;
    const unpack = await packBlocks(chain);
    const firstBlock = await chain.publicClient.getBlockNumber();
    const result = await runEscape(client, chain.account(1), {
      steps: plan.steps,
      onStep: () => {
        if (++done % 1000 === 0) log(`     ${done} of ${plan.steps.length}`);
      },
    }).finally(unpack);
    const blocks = Number((await chain.publicClient.getBlockNumber()) - firstBlock);
    const runSeconds = (Date.now() - started) / 1000;

    const problems: string[] = result.steps.flatMap(({ what, error }) => (error === null ? [] : [`${what}: ${error}`]));
    for (const [i, token] of tokens.entries()) {
      const left = await chain.read<bigint>(token, tokenAbi, 'balanceOf', [core]);
      if (left !== 0n) problems.push(`the core still holds ${left} of asset ${i + 1}`);
      for (let first = 0; first < accounts; first += READ_AT_ONCE) {
        const some = indices.slice(first, first + READ_AT_ONCE);
        const got = await Promise.all(some.map((account) => chain.read<bigint>(token, tokenAbi, 'balanceOf', [ownerOf(account)])));
        for (const [j, account] of some.entries())
          if (got[j] !== BigInt(1000 + account)) problems.push(`owner ${account} got ${got[j]} of asset ${i + 1}`);
      }
    }
    const gas: Record<string, number> = {};
    for (const { kind, gasUsed } of result.steps) gas[kind] = (gas[kind] ?? 0) + Number(gasUsed);
    const fullBlocks = Math.ceil(Number(result.gasUsed) / BLOCK_GAS);
    return {
      story: 'mass-exit',
      ok: problems.length === 0,
      accounts,
      slots: plan.accounts.reduce((sum, { slots }) => sum + slots.length, 0),
      transactions: result.steps.length,
      gas,
      gasPerAccount: Math.round(Number(result.gasUsed) / accounts),
      fullBlocks,
      blocksMined: blocks,
      minutesOfFullBlocks: Math.round((fullBlocks * BLOCK_SECONDS) / 60),
      seconds: { plan: planSeconds, run: runSeconds },
      planned: `${plan.gas}`,
      problems,
    };
  } finally {
    await anvil.stop();
  }
}
