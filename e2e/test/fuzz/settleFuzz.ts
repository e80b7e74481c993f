/**
 * A batch with a blob, a changed validium root and a committee, with its real proof, for the production contracts on a local chain. Bytes of
 * statement, digest, blob opening, blob hash, data digest and signatures are flipped, one at a time, and the proof kept. A flipped byte of the
 * blob itself comes with its own commitment, hash and true opening at the point that these give: what somebody would send who wants L1 to
 * have other data.
 */
import { governanceAbi } from '@weir/abi/governance';
import { iVerifierErrorsAbi } from '@weir/abi/iVerifierErrors';
import { weirAbi } from '@weir/abi/weir';
import { bigintToBytes, fromHex, type Hex, toHex } from '@weir/foundation/bytes';
import { availabilityTypedData } from '@weir/protocol/statement/availability';
import { bindStatement, dataDigest, evaluationPoint } from '@weir/protocol/statement/binding';
import { blobsFromWords } from '@weir/protocol/statement/blobs';
import { digestBytes, HEADER_BYTES } from '@weir/protocol/statement/header';
import { blobCommitment, openBlob, versionedHash } from '@weir/protocol/statement/kzg';
import { encodeStatement, splitBody } from '@weir/protocol/statement/statement';
import { decodeErrorResult, encodeFunctionData } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { random, setScene } from '../support/hostile.ts';

const ERRORS = [...weirAbi, ...governanceAbi, ...iVerifierErrorsAbi].filter(({ type }) => type === 'error');

export interface SettleFuzzReport {
  /** What L1 says to the true settlement. */
  readonly honest: string;
  readonly tried: number;
  readonly accepted: readonly string[];
  /** piece → verdict → how often. */
  readonly verdicts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface SettleFuzzOptions {
  /** Every so many bytes. */
  readonly stride: number;
  /** Bytes of the blob, drawn by this seed: its 131,072 commitments would take a day. */
  readonly blobFlips: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

export async function fuzzSettle({ stride, blobFlips, seed, log }: SettleFuzzOptions): Promise<SettleFuzzReport> {
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
    log('proving');
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
    const count = (piece: string, at: number, verdict: string): void => {
      verdicts[piece] ??= {};
      verdicts[piece][verdict] = (verdicts[piece][verdict] ?? 0) + 1;
      if (verdict === 'accepted') accepted.push(`${piece}, byte ${at}`);
      tried++;
    };
    for (const name of Object.keys(pieces) as (keyof Pieces)[]) {
      for (let at = 0; at < pieces[name].length; at += stride) {
        const copy = pieces[name].slice();
        copy[at] ^= 1 << (tried % 8);
        count(name, at, await ask({ ...pieces, [name]: copy }));
      }
      log(`${name}: ${pieces[name].length} bytes`);
    }
    const below = random(seed);
    for (let flip = 0; flip < blobFlips; flip++) {
      // The top byte of an element may leave the field, and then it is no blob at all: the lowest 31 bytes of one.
      const at = 32 * below(blob.length / 32) + 1 + below(31);
      const other = blob.slice();
      other[at] ^= 1 << below(8);
      const itsCommitment = blobCommitment(other);
      const itsHash = versionedHash(itsCommitment);
      const z = evaluationPoint(
        scene.instance,
        pieces.statement.subarray(0, HEADER_BYTES),
        binding.digest,
        pieces.statement.subarray(HEADER_BYTES),
        [itsHash],
      );
      const { y, proof: itsProof } = openBlob(other, z);
      const forged = { y: bigintToBytes(y, 32), commitment: itsCommitment, 'opening proof': itsProof, 'blob hash': itsHash };
      count('blob', at, await ask({ ...pieces, ...forged }));
    }
    return { honest, tried, accepted, verdicts };
  } finally {
    await scene.stop();
  }
}
