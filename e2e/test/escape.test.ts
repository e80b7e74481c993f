/**
 * Escapes through the SDK against the production contracts, on a planted state: who gets what, and every way to get something twice, early,
 * or under another name (cases F12–F37, W09, W34, W36 of the threat model's list).
 */
import { ridePoolAbi } from '@weir/abi/ridePool';
import { weirAbi } from '@weir/abi/weir';
import { fromHex, type Hex, toHex } from '@weir/foundation/bytes';
import { startAnvil } from '@weir/node/l1/embeddedL1';
import { tombstone } from '@weir/protocol/state/account';
import { snapshotState } from '@weir/protocol/state/snapshot';
import { ACCOUNTS, applyDiffs, EMPTY_STATE, type State } from '@weir/protocol/state/state';
import type { Diffs, Slot } from '@weir/protocol/types';
import { deposit } from '@weir/sdk/actions/deposit';
import { planEscape, runEscape } from '@weir/sdk/actions/escape';
import { freeze, requestForcedExit } from '@weir/sdk/actions/forcedRequests';
import { withValidium } from '@weir/sdk/actions/rebuild';
import { type EscapeOpening, escapeOpening } from '@weir/sdk/escape/openings';
import { createL1Client, type L1Client } from '@weir/sdk/l1';
import type { Rebuilt } from '@weir/sdk/rebuild/stateFile';
import { type Abi, type Account, encodeFunctionData, getAddress } from 'viem';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chain, connect } from '../src/devnet/chain.ts';
import { plantState } from '../src/planted.ts';
import { deployForDrills } from '../src/stories/drill.ts';

const DAY = 86_400;
const abi = [...weirAbi, ...ridePoolAbi] as Abi;

describe('escape', () => {
  let stop: () => Promise<void> = async () => undefined;
  let chain: Chain;
  let client: L1Client;
  let core: Hex;
  let tokens: readonly Hex[];
  let tokenAbi: Abi;
  let rebuilt: Rebuilt;
  let clean: Hex;
  /** Ann has two accounts, Bob a full one, Cid a validium account; 4 is a tombstone with something under it. */
  let [ann, bob, cid, sender]: Account[] = [];

  const slot = (asset: number, balance: bigint): Slot => ({ asset, nonce: 7, balance, filled: 3n });
  const opened = (account: number, owner: Account, version = 1) => ({
    account,
    header: { ownerKey: [account % 1000, 2, 3, 4, 5, 6, 2_130_706_432], keyVersion: version, l1Owner: owner.address.toLowerCase() as Hex },
  });
  const diffs = (): Diffs => ({
    headers: [
      opened(0, ann),
      opened(1, ann),
      opened(2 ** 26 - 1, bob, 9),
      opened(ACCOUNTS + 5, cid),
      { account: 4, header: tombstone(77) },
    ],
    slots: [
      { account: 0, slot: 0, value: slot(1, 100n) },
      { account: 0, slot: 9, value: slot(2, 2n ** 63n) },
      { account: 0, slot: 3, value: slot(2, 0n) },
      { account: 1, slot: 15, value: slot(1, 11n) },
      ...Array.from({ length: 16 }, (_, i) => ({ account: 2 ** 26 - 1, slot: i, value: slot(1 + (i % 2), BigInt(1000 + i)) })),
      { account: ACCOUNTS + 5, slot: 2, value: slot(2, 5n) },
    ],
  });
  const total = (asset: number): bigint => diffs().slots.reduce((sum, { value }) => sum + (value.asset === asset ? value.balance : 0n), 0n);

  beforeAll(async () => {
    const anvil = await startAnvil();
    stop = () => anvil.stop();
    chain = await connect(anvil.rpcUrl);
    [ann, bob, cid, sender] = [1, 2, 3, 4].map((i) => chain.account(i));
    const drill = await deployForDrills(chain);
    ({ tokens, tokenAbi } = drill);
    core = drill.deployment.core;
    client = await createL1Client({ rpc: anvil.rpcUrl, core });
    for (const asset of [1, 2]) await chain.send(sender, tokens[asset - 1], tokenAbi, 'mint', [core, total(asset)]);
    rebuilt = await plantState(chain, core, applyDiffs(EMPTY_STATE, diffs()));
    clean = await chain.test.snapshot();
  }, 120_000);
  afterAll(() => stop());
  beforeEach(async () => {
    await chain.test.revert({ id: clean });
    clean = await chain.test.snapshot();
  });

  const travel = async (seconds: number): Promise<void> => {
    await chain.test.increaseTime({ seconds });
    await chain.test.mine({ blocks: 1 });
  };
  const demandAndWait = async (): Promise<void> => {
    await requestForcedExit(client, { wallet: ann, account: 0 });
    await travel(7 * DAY);
  };
  const balance = (owner: Account, asset: number) => chain.read<bigint>(tokens[asset - 1], tokenAbi, 'balanceOf', [owner.address]);
  const plan = (owners: readonly Account[], from: Rebuilt = rebuilt) =>
    planEscape(client, { rebuilt: from, owners: owners.map(({ address }) => address) });
  const run = async (owners: readonly Account[], from?: Rebuilt) => runEscape(client, sender, { steps: (await plan(owners, from)).steps });
  const escapeCall = (openings: readonly EscapeOpening[]) =>
    client.publicClient.call({ account: sender, to: core, data: encodeFunctionData({ abi, functionName: 'escape', args: [openings] }) });

  it('gets everything of everybody out, to the last unit, whoever sends it; nothing stays and nothing is paid twice', async () => {
    await demandAndWait();
    const planned = await plan([ann, bob, cid]);
    expect(planned.accounts.map(({ account }) => account)).toEqual([0, 1, 2 ** 26 - 1, ACCOUNTS + 5]);
    const before = await Promise.all([ann, bob, cid].flatMap((who) => [balance(who, 1), balance(who, 2)]));
    const result = await runEscape(client, sender, { steps: planned.steps });
    expect(result.failed).toBe(0);
    expect(result.gasUsed).toBeLessThan(planned.gas);
    const after = await Promise.all([ann, bob, cid].flatMap((who) => [balance(who, 1), balance(who, 2)]));
    const evens = Array.from({ length: 8 }, (_, i) => BigInt(1000 + 2 * i)).reduce((a, b) => a + b, 0n);
    expect(after.map((value, i) => value - before[i])).toEqual([111n, 2n ** 63n, evens, evens + 8n, 0n, 5n]);
    for (const asset of [1, 2]) expect(await chain.read<bigint>(tokens[asset - 1], tokenAbi, 'balanceOf', [core])).toBe(0n);
    expect(planned.payouts.map(({ units }) => units).reduce((a, b) => a + b)).toBe(total(1) + total(2));
    // Again: nothing to do; and what was sent, sent again, pays nobody.
    const again = await plan([ann, bob, cid]);
    expect([again.accounts, again.payouts]).toEqual([[], []]);
    expect((await runEscape(client, sender, { steps: planned.steps })).failed).toBe(0);
    expect(await balance(ann, 1)).toBe(after[0]);
  });

  it('is not due before a forced request is seven days old, to the second', async () => {
    await expect(plan([ann])).rejects.toMatchObject({ code: 'ESCAPE_NOT_DUE', details: { freezeAt: null } });
    await expect(escapeCall([escapeOpening(rebuilt.state, 0, 1)])).rejects.toThrow();
    const { freezeAt } = await requestForcedExit(client, { wallet: ann, account: 0, mask: 1 });
    await chain.test.setNextBlockTimestamp({ timestamp: BigInt(freezeAt - 2) });
    await chain.test.mine({ blocks: 1 });
    await expect(freeze(client, sender)).rejects.toMatchObject({ code: 'ESCAPE_NOT_DUE', details: { freezeAt } });
    await chain.test.setNextBlockTimestamp({ timestamp: BigInt(freezeAt) });
    await chain.test.mine({ blocks: 1 });
    await freeze(client, sender);
    await expect(freeze(client, sender)).rejects.toMatchObject({ code: 'ALREADY_FROZEN' });
    expect(await chain.read<boolean>(core, weirAbi as Abi, 'frozen')).toBe(true);
  });

  it('opens no account under another id, no slot with another value, nothing of another state, nothing that has moved', async () => {
    await demandAndWait();
    await freeze(client, sender);
    const honest = escapeOpening(rebuilt.state, 0, 0b10_0000_0001);
    await escapeCall([honest]);
    for (const account of [1, 2 ** 25, ACCOUNTS, ACCOUNTS * 2, 2 ** 27 + ACCOUNTS, 2 ** 31]) {
      await expect(escapeCall([{ ...honest, account }])).rejects.toThrow();
    }
    const flipped = (bytes: Hex, at: number): Hex => toHex(fromHex(bytes).map((byte, i) => (i === at ? byte ^ 1 : byte)));
    const length = (bytes: Hex) => (bytes.length - 2) / 2;
    for (let at = 0; at < length(honest.header); at += 29)
      await expect(escapeCall([{ ...honest, header: flipped(honest.header, at) }])).rejects.toThrow();
    for (let at = 0; at < length(honest.slots); at += 7)
      await expect(escapeCall([{ ...honest, slots: flipped(honest.slots, at) }])).rejects.toThrow();
    for (const extra of ['00', '00'.repeat(32)]) {
      await expect(escapeCall([{ ...honest, header: `${honest.header}${extra}` }])).rejects.toThrow();
      await expect(escapeCall([{ ...honest, slots: `${honest.slots}${extra}` }])).rejects.toThrow();
    }
    await expect(escapeCall([{ ...honest, slots: '0x0000' }])).rejects.toThrow();
    const richer: State = applyDiffs(rebuilt.state, { headers: [], slots: [{ account: 0, slot: 0, value: slot(1, 101n) }] });
    await expect(escapeCall([escapeOpening(richer, 0, 1)])).rejects.toThrow();
    await expect(plan([ann], { ...rebuilt, rollupRoot: `0x${'01'.repeat(32)}` })).rejects.toMatchObject({ code: 'STATE_FILE_OFF_CHAIN' });
    await expect(escapeCall([escapeOpening(rebuilt.state, 4, 1)])).rejects.toThrow();
    await expect(escapeCall([escapeOpening(rebuilt.state, 3, 1)])).rejects.toThrow();
  });

  it('pays all but the one whom a token refuses, and him as soon as it does not', async () => {
    await demandAndWait();
    await chain.send(sender, tokens[0], tokenAbi, 'refuse', [bob.address, true]);
    const result = await run([ann, bob, cid]);
    expect(result.steps.filter(({ error }) => error !== null)).toMatchObject([{ kind: 'withdrawEscaped' }]);
    expect([await balance(ann, 1), await balance(cid, 2)]).toEqual([111n, 5n]);
    expect(await balance(bob, 2)).toBeGreaterThan(0n);
    await chain.send(sender, tokens[0], tokenAbi, 'refuse', [bob.address, false]);
    const left = await plan([ann, bob, cid]);
    expect(left.payouts).toMatchObject([{ owner: bob.address, asset: 1 }]);
    expect((await runEscape(client, sender, { steps: left.steps })).failed).toBe(0);
    expect(await chain.read<bigint>(tokens[0], tokenAbi, 'balanceOf', [core])).toBe(0n);
  });

  it('gives back a queued deposit and the fee of the unserved request, once', async () => {
    await chain.send(sender, tokens[0], tokenAbi, 'mint', [sender.address, 40n]);
    const account = { ...opened(0, ann).header, account: 0, headerDigest: [1, 2, 3, 4, 5, 6, 7, 8], slots: [] };
    await deposit(client, { wallet: sender, account, asset: 1, amount: 40n, slot: 12 });
    const { fee } = await requestForcedExit(client, { wallet: sender, account: 0 });
    await travel(7 * DAY);
    const before = await chain.publicClient.getBalance({ address: sender.address });
    const planned = await plan([sender]);
    expect(planned.payouts).toMatchObject([{ owner: getAddress(sender.address), asset: 1, units: 40n }]);
    // The fee itself and what was sent above it.
    expect(planned.feesBack).toBeGreaterThanOrEqual(fee);
    expect((await runEscape(client, ann, { steps: planned.steps })).failed).toBe(0);
    expect(await balance(sender, 1)).toBe(40n);
    expect((await chain.publicClient.getBalance({ address: sender.address })) - before).toBe(planned.feesBack);
    const again = await plan([sender]);
    expect([again.payouts, again.feesBack, again.steps]).toEqual([[], 0n, []]);
    await expect(deposit(client, { wallet: sender, account, asset: 1, amount: 1n, slot: 12 })).rejects.toThrow();
  });

  it('leaves a validium account out until somebody brings its data, and takes only the right data', async () => {
    await demandAndWait();
    const blind: Rebuilt = { ...rebuilt, validiumMissingFrom: 1, state: { ...rebuilt.state, validium: EMPTY_STATE.validium } };
    expect((await plan([cid], blind)).accounts).toEqual([]);
    const member = (state: State) => withValidium(blind, snapshotState({ ...EMPTY_STATE, validium: state.validium }));
    const forged = applyDiffs(rebuilt.state, { headers: [], slots: [{ account: ACCOUNTS + 5, slot: 2, value: slot(2, 6n) }] });
    expect(() => member(forged)).toThrow(expect.objectContaining({ code: 'VALIDIUM_DATA_WRONG' }) as Error);
    expect((await run([cid], member(rebuilt.state))).failed).toBe(0);
    expect(await balance(cid, 2)).toBe(5n);
  });
});
