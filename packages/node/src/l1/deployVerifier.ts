/**
 * Deploys the generated verifier and its parts through the deterministic deployment proxy (the same address on every chain, predeployed
 * by anvil), so that every part's address, and with it the verifier's code hash, is a constant of this repository.
 */
import { airEvaluatorBytecode } from '@weir/abi/airEvaluator';
import { compiledEvaluatorBytecode } from '@weir/abi/compiledEvaluator';
import { defaultWhirVerifierBytecode } from '@weir/abi/defaultWhirVerifier';
import { reserveWhirVerifierBytecode } from '@weir/abi/reserveWhirVerifier';
import { stateProofBytecode } from '@weir/abi/stateProof';
import { weirReserveVerifierBytecode } from '@weir/abi/weirReserveVerifier';
import { weirVerifierBytecode } from '@weir/abi/weirVerifier';
import { weirAir } from '@weir/circuits/weirAir';
import { fromHex, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { verifierDeployment } from '@weir/stark/compile/deployVerifier';
import {
  type Account,
  type Chain,
  concatHex,
  getCreate2Address,
  type Hex,
  keccak256,
  type PublicClient,
  type Transport,
  type WalletClient,
} from 'viem';

/** Arachnid's deployment proxy: calldata = salt ‖ creation code. */
const DEPLOYMENT_PROXY = '0x4e59b44847b379578588920cA78FbF26c0B4956C';
const SALT: Hex = `0x${'00'.repeat(32)}`;

export interface DeployedVerifier {
  readonly verifier: Hex;
  readonly codeHash: Hex;
  /** Names of all contracts by lower-case address. */
  readonly parts: ReadonlyMap<string, string>;
}

/** Profiles that L1 has a verifier for. */
export type ProductionProfile = 'default' | 'reserve';

const PARTS = {
  default: {
    whir: defaultWhirVerifierBytecode,
    evaluator: compiledEvaluatorBytecode,
    verifier: weirVerifierBytecode,
    implementation: 'compiled',
  },
  reserve: {
    whir: reserveWhirVerifierBytecode,
    evaluator: airEvaluatorBytecode,
    verifier: weirReserveVerifierBytecode,
    implementation: 'interpreted',
  },
} as const;

/** To the address that the creation code gives; skipped if it is there already. */
export async function deployThroughProxy(
  client: PublicClient,
  wallet: WalletClient<Transport, Chain, Account>,
  name: string,
  code: Hex,
): Promise<Hex> {
  if ((await client.getCode({ address: DEPLOYMENT_PROXY })) === undefined) {
    throw new CodedError('NO_DEPLOYMENT_PROXY', `this chain has no deployment proxy at ${DEPLOYMENT_PROXY}`);
  }
  const address = getCreate2Address({ from: DEPLOYMENT_PROXY, salt: SALT, bytecode: code });
  if ((await client.getCode({ address })) !== undefined) return address;
  const hash = await wallet.sendTransaction({ to: DEPLOYMENT_PROXY, data: concatHex([SALT, code]) });
  await client.waitForTransactionReceipt({ hash });
  if ((await client.getCode({ address })) === undefined) throw new CodedError('DEPLOYMENT_FAILED', `${name} was not deployed in ${hash}`);
  return address;
}

/** Opens accounts and slots of a root in an escape. */
export function deployStateProof(client: PublicClient, wallet: WalletClient<Transport, Chain, Account>): Promise<Hex> {
  return deployThroughProxy(client, wallet, 'StateProof', stateProofBytecode);
}

/** Skips what is there already. */
export async function deployVerifier(
  client: PublicClient,
  wallet: WalletClient<Transport, Chain, Account>,
  profile: ProductionProfile = 'default',
): Promise<DeployedVerifier> {
  const { whir, evaluator, verifier: verifierBytecode, implementation } = PARTS[profile];
  const steps = verifierDeployment(weirAir, {
    whir: fromHex(whir),
    evaluator: fromHex(evaluator),
    verifier: fromHex(verifierBytecode),
    implementation,
  });
  const deployed: Uint8Array[] = [];
  const parts = new Map<string, string>();
  for (const { name, initcode } of steps) {
    const address = await deployThroughProxy(client, wallet, name, toHex(initcode(deployed)));
    deployed.push(fromHex(address));
    parts.set(address.toLowerCase(), name);
  }
  const verifier = toHex(deployed[deployed.length - 1]);
  const code = await client.getCode({ address: verifier });
  return { verifier, codeHash: keccak256(code!), parts };
}
