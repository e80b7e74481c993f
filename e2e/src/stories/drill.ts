/**
 * What the drills share: a small Weir with two test tokens, a data committee whose members are processes of their own, a node, people with
 * keys, and a model of who owns what. At the end of every drill a rebuild from L1 is compared with the model and with the core's tokens.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { weirAbi } from '@weir/abi/weir';
import { publicKey, secretKeyFromSeed } from '@weir/crypto/schnorr';
import { type Config, loadConfig } from '@weir/node/config';
import { type Deployment, deployWeir, launch } from '@weir/node/l1/deploy';
import { startAnvil } from '@weir/node/l1/embeddedL1';
import { startNode, type WeirNode } from '@weir/node/node';
import { requestElements } from '@weir/protocol/api/requests';
import type { KeyPair } from '@weir/protocol/keys';
import { signElements } from '@weir/protocol/signature';
import { readSlot, type State, totals } from '@weir/protocol/state/state';
import { deposit } from '@weir/sdk/actions/deposit';
import { type AccountState, findAccount, getAccount } from '@weir/sdk/actions/getAccount';
import { waitForRequest } from '@weir/sdk/actions/getRequest';
import { type BatchState, getBatch, getBatches } from '@weir/sdk/actions/getStatus';
import { createWeirClient, type WeirClient } from '@weir/sdk/client';
import { readStateFile } from '@weir/sdk/rebuild/stateFile';
import { pino } from 'pino';
import {
  type Abi,
  type Account,
  getAddress,
  type Hex,
  keccak256,
  slice,
  type Transport,
  type Chain as ViemChain,
  type WalletClient,
} from 'viem';
import { type CommitteeProcess, startCommitteeProcess, weir } from '../commands.ts';
import { narrate, operatorKey, privateKeyOf, shortLine } from '../development.ts';
import { type Chain, connect } from '../devnet/chain.ts';
import { compileTestToken } from '../devnet/testToken.ts';
import { Balances } from './model.ts';
import { poll } from './people.ts';

/** Asset numbers of the two tokens. */
export const [ONE, TWO] = [1, 2];
const SLOTS = 16;
/** Others than the owner may only pay into the last four slots. */
const FIRST_OPEN_SLOT = 11;
/** Development accounts: who pays for deposits; members' keys start at the second. */
const DEPOSITOR = 1;
const FIRST_MEMBER = 10;

export interface Resident {
  readonly name: string;
  readonly key: KeyPair;
  /** Nobody has its key where nobody needs it: others pay the gas, it gets paid. */
  readonly l1Owner: Hex;
  readonly account: number;
  /** Batch that opened it. */
  readonly openedIn: number;
}

export interface Member extends CommitteeProcess {
  readonly address: Hex;
  readonly dataDirectory: string;
}

export interface Drill {
  readonly chain: Chain;
  readonly dataDirectory: string;
  readonly deployment: Deployment;
  readonly tokens: readonly Hex[];
  readonly tokenAbi: Abi;
  readonly node: WeirNode;
  readonly client: WeirClient;
  readonly members: readonly Member[];
  readonly log: (line: string) => void;
  /** name → asset → what is theirs on the L2. */
  readonly model: Balances;
  readonly residents: Resident[];
  readonly problems: string[];
  /** A process with the key of member `index`, anywhere. */
  startMember(index: number, where: { readonly dataDirectory: string; readonly port?: number }): Promise<Member>;
  /** Starts member `index` again where the node looks for it, on its folder or another one. */
  restartMember(index: number, dataDirectory?: string): Promise<void>;
  stop(): Promise<void>;
}

export interface DrillOptions {
  readonly dataDirectory: string;
  readonly log: (line: string) => void;
  /** 0: no committee. */
  readonly members: number;
  readonly threshold: number;
  readonly settings?: Partial<Config>;
}

/** The contracts, launched, with two test tokens that anybody mints. */
export async function deployForDrills(
  chain: Chain,
  committee: { readonly members: readonly Hex[]; readonly threshold: number } = { members: [], threshold: 0 },
): Promise<{ deployment: Deployment; tokens: readonly Hex[]; tokenAbi: Abi }> {
  const operator = chain.account(0);
  const wallet = chain.walletOf(operator) as WalletClient<Transport, ViemChain, Account>;
  const deployment = await deployWeir({
    ...{ client: chain.publicClient, wallet, owner: operator.address, operator: operator.address, committee },
  });
  const { core, governance } = deployment;
  const artifact = compileTestToken();
  const tokens: Hex[] = [];
  for (const [symbol, decimals] of [
    ['ONE', 6],
    ['TWO', 18],
  ] as const) {
    const token = await chain.deploy(operator, artifact, [symbol, decimals]);
    await chain.send(operator, core, weirAbi as Abi, 'registerAsset', [token, 1n]);
    tokens.push(token);
  }
  await launch(chain.publicClient, wallet, governance);
  return { deployment, tokens, tokenAbi: artifact.abi };
}

export async function openDrill(options: DrillOptions): Promise<Drill> {
  const { dataDirectory, log, members: count, threshold } = options;
  const steps: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of steps.splice(0).toReversed()) await step().catch((error: Error) => log(`     while stopping: ${error.message}`));
  };
  try {
    const anvil = await startAnvil();
    steps.push(() => anvil.stop());
    const chain = await connect(anvil.rpcUrl);
    const signers = Array.from({ length: count }, (_, i) => chain.account(FIRST_MEMBER + i));
    const { deployment, tokens, tokenAbi } = await deployForDrills(chain, {
      members: signers.map(({ address }) => address),
      threshold: count === 0 ? 0 : threshold,
    });
    const { core } = deployment;
    const startMember = async (index: number, where: { dataDirectory: string; port?: number }): Promise<Member> => {
      mkdirSync(where.dataDirectory, { recursive: true });
      const keyFile = join(dataDirectory, `member${index}.key`);
      writeFileSync(keyFile, privateKeyOf(signers[index]), { mode: 0o600 });
      const flags = { core, keyFile, chainId: await chain.publicClient.getChainId(), operator: chain.account(0).address };
      const started = await startCommitteeProcess({ ...flags, ...where });
      return { ...started, address: signers[index].address, dataDirectory: where.dataDirectory };
    };
    const members: Member[] = [];
    steps.push(() => Promise.all(members.map((member) => member.kill())));
    members.push(...(await Promise.all(signers.map((_, i) => startMember(i, { dataDirectory: join(dataDirectory, `member${i}`) })))));
    if (count > 0) log(`     ${count} committee members, ${threshold} must sign`);
    const node = await startNode(
      loadConfig(
        {
          rpcUrl: anvil.rpcUrl,
          core,
          operatorKey: operatorKey(chain),
          dataDirectory: join(dataDirectory, 'node'),
          proverThreads: 2,
          maxBatchAgeMs: 1_000,
          forcedWaitSeconds: 0,
          pollMs: 100,
          finalDepth: 0,
          committee: members.map(({ address, url }) => ({ address, url })),
          committeeThreshold: count === 0 ? 1 : threshold,
          committeeTimeoutMs: 3_000,
          ...options.settings,
        },
        {},
      ),
      pino({ level: 'warn' }, { write: (line: string) => log(shortLine(line)) }),
    );
    steps.push(() => node.stop());
    narrate(node, log);
    const client = await createWeirClient({ api: node.url, rpc: anvil.rpcUrl, core });
    const restartMember = async (index: number, folder = members[index].dataDirectory): Promise<void> => {
      const port = Number(new URL(members[index].url).port);
      members[index] = await startMember(index, { dataDirectory: folder, port });
    };
    return {
      ...{ chain, dataDirectory, deployment, tokens, tokenAbi, node, client, members, log, startMember, restartMember, stop },
      ...{ model: new Balances(), residents: [], problems: [] },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Opens an account for each name, in the rollup tree (0) or the validium tree (1), and waits until it is settled. */
export async function moveIn(drill: Drill, names: readonly string[], tree: 0 | 1 = 0): Promise<Resident[]> {
  const { client, residents } = drill;
  const first = residents.length;
  const newcomers = names.map((name, i) => {
    const seed = new Uint8Array(32);
    new DataView(seed.buffer).setUint32(0, 0x7765_0000 + first + i);
    const secret = secretKeyFromSeed(seed);
    const l1Owner = getAddress(slice(keccak256(seed), 12));
    return { name, key: { secret, ownerKey: [...publicKey(secret)] }, l1Owner };
  });
  // Signed first, so that they arrive together.
  const requests = newcomers.map(({ key, l1Owner }) => {
    const message = { kind: 'openAccount', tree, keyVersion: 1, l1Owner: l1Owner.toLowerCase() as Hex, ownerKey: key.ownerKey } as const;
    const unsigned = { ...message, signature: { nonceX: [0, 0, 0, 0, 0, 0, 0], s: 1n } };
    return { ...message, signature: signElements(key.secret, requestElements(client.instanceLimbs, unsigned)) };
  });
  const sent = await Promise.all(requests.map((request) => client.request<{ id: string }>('/v1/transactions', request)));
  const opened: Resident[] = [];
  for (const [i, { id }] of sent.entries()) {
    const { batchNumber } = await waitForRequest(client, { id, status: 'settled' });
    const newcomer = newcomers[i];
    const { account } = await findAccount(client, newcomer.l1Owner, newcomer.key.ownerKey);
    opened.push({ ...newcomer, account, openedIn: batchNumber! });
  }
  residents.push(...opened);
  return opened;
}

/** Mints, deposits and waits until the L2 has it. */
export async function endow(drill: Drill, gifts: readonly (readonly [Resident, number, bigint])[]): Promise<void> {
  const { chain, client, tokens, tokenAbi, model } = drill;
  const wallet = chain.account(DEPOSITOR);
  for (const asset of new Set(gifts.map(([, asset]) => asset))) {
    const total = gifts.filter(([, own]) => own === asset).reduce((sum, [, , amount]) => sum + amount, 0n);
    await chain.send(wallet, tokens[asset - 1], tokenAbi, 'mint', [wallet.address, total]);
    await chain.send(wallet, tokens[asset - 1], tokenAbi, 'approve', [drill.deployment.core, total]);
  }
  for (const [{ account, name }, asset, amount] of gifts) {
    await deposit(client, { wallet, account: await getAccount(client, account), asset, amount, slot: FIRST_OPEN_SLOT + asset });
    model.add(name, asset, amount);
  }
  await poll(async () => {
    for (const [{ name, account }, asset] of gifts)
      if (held(await getAccount(client, account), asset) < model.of(name, asset)) return undefined;
    return true;
  }, 'deposits to arrive');
  await untilSettled(drill);
}

export const held = ({ slots }: AccountState, asset: number): bigint =>
  slots.filter((slot) => slot.asset === asset).reduce((sum, { balance }) => sum + balance, 0n);

export const isSettled = ({ status }: BatchState): boolean => status === 'settled' || status === 'final';

export function untilSettled({ client }: Drill): Promise<true> {
  return poll(async () => ((await getBatches(client)).every(isSettled) ? true : undefined), 'everything to settle');
}

/** The batch that a request ended up in, settled. */
export async function settledBatchOf({ client }: Drill, id: string): Promise<BatchState> {
  const { batchNumber } = await waitForRequest(client, { id, status: 'settled' });
  return getBatch(client, batchNumber!);
}

export async function inAnHour({ chain }: Drill): Promise<number> {
  return Number((await chain.publicClient.getBlock()).timestamp) + 3_600;
}

export async function travel({ chain }: Pick<Drill, 'chain'>, seconds: number): Promise<void> {
  await chain.test.increaseTime({ seconds });
  await chain.test.mine({ blocks: 1 });
}

/** Flags of `weir` that name L1 and nothing else. */
export const l1Flags = ({ chain, deployment }: Drill): string[] => ['--rpc', chain.rpcUrl, '--core', deployment.core];

export interface RebuiltReport {
  readonly batches: number;
  readonly updates: number;
  readonly fromBlobs: number;
  readonly validiumMissingFrom: number | null;
}

/** `weir rebuild`, in a process of its own, from L1 and from what is named. */
export async function rebuildFromL1(
  drill: Drill,
  ...more: readonly string[]
): Promise<{ report: RebuiltReport; state: State; file: string }> {
  const file = join(drill.dataDirectory, 'state');
  const { batchNumber, updates, blobBatches, validiumMissingFrom } = await weir<{
    batchNumber: number;
    updates: number;
    blobBatches: number;
    validiumMissingFrom: number | null;
  }>([...l1Flags(drill), 'rebuild', '--out', file, ...more]);
  const { state } = await readStateFile(file);
  return { report: { batches: batchNumber, updates, fromBlobs: blobBatches, validiumMissingFrom }, state, file };
}

export interface Holding {
  readonly name: string;
  readonly asset: string;
  readonly rebuilt: string;
  readonly model: string;
}

/** Everybody's balances in a rebuilt state against the model, and the core's tokens against what it owes: to the last unit. */
export async function checkEverybody(drill: Drill, state: State, accountsOf: readonly Resident[] = drill.residents): Promise<Holding[]> {
  const { model, problems, chain, tokens, tokenAbi, deployment } = drill;
  const rows: Holding[] = [];
  for (const { name, account } of accountsOf) {
    for (const asset of [ONE, TWO]) {
      const slots = Array.from({ length: SLOTS }, (_, slot) => readSlot(state, account, slot));
      const rebuilt = slots.filter((slot) => slot.asset === asset).reduce((sum, { balance }) => sum + balance, 0n);
      const expected = model.of(name, asset);
      if (rebuilt !== expected) problems.push(`${name} has ${rebuilt} of asset ${asset}, the model says ${expected}`);
      if (expected !== 0n || rebuilt !== 0n) rows.push({ name, asset: `${asset}`, rebuilt: `${rebuilt}`, model: `${expected}` });
    }
  }
  if (accountsOf.length < drill.residents.length) return rows;
  const sums = totals(state);
  for (const [i, token] of tokens.entries()) {
    const asset = i + 1;
    const inCore = await chain.read<bigint>(token, tokenAbi, 'balanceOf', [deployment.core]);
    const { owed } = await chain.read<{ owed: bigint }>(deployment.core, weirAbi as Abi, 'books', [BigInt(asset)]);
    if (inCore !== (sums.get(asset) ?? 0n) + owed)
      problems.push(`asset ${asset}: the core holds ${inCore}, the L2 has ${sums.get(asset) ?? 0n} and ${owed} is owed`);
  }
  return rows;
}
