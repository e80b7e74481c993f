import { existsSync, readFileSync } from 'node:fs';
import { CodedError } from '@weir/foundation/codedError';
import { parseJson } from '@weir/protocol/api/json';
import type { ProofFile } from '@weir/sdk/actions/verifyBatch';
import { nodeBlobs, rpcBlobs } from '@weir/sdk/rebuild/blobSources';
import type { Command } from 'commander';
import { connect, globalOptions, print, run, whole } from '../context.ts';
import { blobSourceOf } from './rebuild.ts';

/** `weir verify FILE|BATCH`: the proof again, on this machine, by the TypeScript verifier. */
export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .argument('<proof>', 'a proof file, or the number of a batch')
    .option(
      '--blobs <places...>',
      'where the blobs of a proof file are kept: an archive folder or URL (the node and the RPC are asked too)',
    )
    .description('check a proof on this machine and compare its statement with what L1 settled')
    .action(
      run(async (proof: string, own: { blobs?: readonly string[] }, command: Command) => {
        const options = globalOptions(command);
        const client = await connect(options);
        const { verifyProofFile, verifySettledBatch } = await import('@weir/sdk/actions/verifyBatch');
        const sources = [...(own.blobs ?? []).map(blobSourceOf), nodeBlobs(client.api), rpcBlobs(client)];
        const report = existsSync(proof)
          ? await verifyProofFile(client.instance, parseJson(readFileSync(proof, 'utf8')) as ProofFile, sources)
          : await verifySettledBatch(client, whole('batch', proof));
        if (!report.accepted) throw new CodedError('PROOF_REJECTED', `batch ${report.batch}: ${report.reason}`, { ...report });
        const settled =
          report.settledOnL1 === null ? '' : report.settledOnL1 ? '; L1 settled exactly these bytes' : '; L1 has not settled these bytes';
        print(options, report, [`batch ${report.batch}: accepted in ${report.milliseconds} ms${settled}`]);
      }),
    );
}
