/**
 * `npm run fuzz:settle -- [--stride N] [--json]`: a batch with a blob, a changed validium root and a committee, with its real proof, for the
 * production contracts on a local chain. Every byte of statement, digest, blob opening, blob hash, data digest and signatures is flipped, one
 * at a time, and the proof kept. Exits with 1 if one of these is accepted, or the true settlement is not.
 */

import { governanceAbi } from '@weir/abi/governance';
import { iVerifierErrorsAbi } from '@weir/abi/iVerifierErrors';
import { weirAbi } from '@weir/abi/weir';
import { bigintToBytes, fromHex, type Hex, toHex } from '@weir/foundation/bytes';
import { availabilityTypedData } from '@weir/protocol/statement/availability';
import { bindStatement, dataDigest } from '@weir/protocol/statement/binding';
import { blobsFromWords } from '@weir/protocol/statement/blobs';
import { digestBytes } from '@weir/protocol/statement/header';
import { blobCommitment, openBlob, versionedHash } from '@weir/protocol/statement/kzg';
import { encodeStatement, splitBody } from '@weir/protocol/statement/statement';
import { decodeErrorResult, encodeFunctionData } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { setScene } from '../support/hostile.ts';

const ERRORS = [...weirAbi, ...governanceAbi, ...iVerifierErrorsAbi].filter(({ type }) => type === 'error');
const strideAt = process.argv.indexOf('--stride');
const stride = strideAt < 0 ? 1 : Number(process.argv[strideAt + 1]);

const members = [1, 2, 3].map((i) => privateKeyToAccount(toHex(new Uint8Array(32).fill(i)) as Hex));
members.sort((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1));
const scene = await setScene({ members: members.map(({ address }) => address), threshold: 2 });
try {
  const { witness, diffs } = scene.witnessWithValidium();
  const statement = { ...witness.statement, header: { ...witness.statement.header, blobs: 1 } };
  const { header } = statement;
  const [blob] = blobsFromWords(splitBody(statement).blobs);
  const commitment = blobCommitment(blob);
  const hash = versionedHash(commitment);
  const binding = bindStatement(scene.instance, statement, [hash]);
  const opening = openBlob(blob, binding.z);
  process.stderr.write('proving\n');
  const proof = await scene.prove({ ...witness, statement, binding });
  const digest = dataDigest(scene.instance, header.batchNumber, diffs);
  const message = {
    batchNumber: BigInt(header.batchNumber),
    newRollupRoot: toHex(digestBytes(header.newRollupRoot)),
    newValidiumRoot: toHex(digestBytes(header.newValidiumRoot)),
    oldValidiumRoot: toHex(digestBytes(header.oldValidiumRoot)),
    dataDigest: toHex(digest),
  };
  const typed = availabilityTypedData(await scene.chain.publicClient.getChainId(), scene.core, message);
  const signatures = await Promise.all(members.slice(0, 2).map((member) => member.signTypedData(typed)));

  /** Everything but the proof, in named pieces. */
  const pieces = {
    statement: encodeStatement(statement),
    digest: digestBytes(binding.digest),
    y: bigintToBytes(opening.y, 32),
    commitment,
    'opening proof': opening.proof,
    'blob hash': hash,
    'data digest': digest,
    signatures: fromHex(`0x${signatures.map((signature) => signature.slice(2)).join('')}`),
  };
  type Pieces = typeof pieces;
  const operator = scene.chain.account(0).address;

  async function ask(p: Pieces): Promise<string> {
    const availability = {
      blobs: [{ y: toHex(p.y), commitment: toHex(p.commitment), proof: toHex(p['opening proof']) }],
      dataDigest: toHex(p['data digest']),
      signatures: toHex(p.signatures),
    };
    const args = [toHex(p.statement), toHex(p.digest), toHex(proof), availability] as const;
    const call = {
      from: operator,
      to: scene.core,
      data: encodeFunctionData({ abi: weirAbi, functionName: 'settle', args }),
      gas: '0xffffff',
      blobVersionedHashes: [toHex(p['blob hash'])],
      maxFeePerBlobGas: '0x3b9aca00',
    };
    const response = await fetch(scene.chain.rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_call', params: [call, 'latest'] }),
    });
    const { error } = (await response.json()) as { error?: { message: string; data?: Hex } };
    if (error === undefined) return 'accepted';
    try {
      return decodeErrorResult({ abi: ERRORS, data: error.data! }).errorName;
    } catch {
      return error.data?.slice(0, 10) ?? error.message;
    }
  }

  const honest = await ask(pieces);
  const verdicts: Record<string, Record<string, number>> = {};
  const accepted: string[] = [];
  let tried = 0;
  for (const name of Object.keys(pieces) as (keyof Pieces)[]) {
    verdicts[name] = {};
    for (let at = 0; at < pieces[name].length; at += stride) {
      const copy = pieces[name].slice();
      copy[at] ^= 1 << (tried % 8);
      const verdict = await ask({ ...pieces, [name]: copy });
      const counts = verdicts[name];
      counts[verdict] = (counts[verdict] ?? 0) + 1;
      if (verdict === 'accepted') accepted.push(`${name}, byte ${at}`);
      tried++;
    }
    process.stderr.write(`${name}: ${pieces[name].length} bytes\n`);
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify({ honest, tried, accepted, verdicts }));
  else {
    console.log(`the true settlement: ${honest}; ${tried} with one byte flipped, ${accepted.length} accepted`);
    for (const [name, counts] of Object.entries(verdicts)) {
      const list = Object.entries(counts).sort((a, b) => b[1] - a[1]);
      console.log(`  ${name.padEnd(14)} ${list.map(([verdict, count]) => `${verdict} ${count}`).join(', ')}`);
    }
  }
  process.exitCode = honest === 'accepted' && accepted.length === 0 ? 0 : 1;
} finally {
  await scene.stop();
}
process.exit();
