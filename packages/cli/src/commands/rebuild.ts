import { existsSync, readFileSync, statSync } from 'node:fs';
import { CodedError } from '@weir/foundation/codedError';
import { restoreState } from '@weir/protocol/state/snapshot';
import { getValidiumSnapshot } from '@weir/sdk/actions/getValidiumSnapshot';
import { type RebuildProgress, rebuild, type ValidiumSource, withValidium } from '@weir/sdk/actions/rebuild';
import type { L1Client } from '@weir/sdk/l1';
import { archiveDirectory, type BlobSource, blobUrl } from '@weir/sdk/rebuild/blobSources';
import { type Rebuilt, readStateFile, validiumRootOf, writeStateFile } from '@weir/sdk/rebuild/stateFile';
import type { Command } from 'commander';
import { connectL1, globalOptions, log, print, run } from '../context.ts';

export interface RebuildOptions {
  readonly blobs?: readonly string[];
  readonly validiumData?: string;
  readonly out?: string;
  readonly resume?: boolean;
}

/** Seconds between two checkpoints. */
const CHECKPOINT_SECONDS = 15;
const BAR_CELLS = 30;

const isUrl = (place: string): boolean => /^https?:\/\//.test(place);

export function blobSourceOf(place: string): BlobSource {
  if (isUrl(place)) return blobUrl(place);
  if (!existsSync(place) || !statSync(place).isDirectory()) throw new CodedError('USAGE', `--blobs: no such folder: ${place}`);
  return archiveDirectory(place);
}

export function rebuildOptions(command: Command): Command {
  return command
    .option('--blobs <places...>', 'where blobs are kept: an archive folder, an archive URL or a beacon API URL')
    .option('--validium-data <place>', 'a committee member: URL, or a file with its snapshot of the validium accounts');
}

/** A line that is written over while people look at it; nothing for machines. */
export function progressBar(): { show(progress: RebuildProgress): void; end(): void } {
  if (!process.stderr.isTTY) return { show: () => undefined, end: () => undefined };
  const started = Date.now();
  let shown = 0;
  return {
    show: ({ batch, lastBatch, updates }) => {
      if (Date.now() - shown < 100 && batch !== lastBatch) return;
      shown = Date.now();
      const cells = Math.round((BAR_CELLS * batch) / lastBatch);
      const rate = Math.round(updates / Math.max((shown - started) / 1000, 0.001));
      const bar = `${'█'.repeat(cells)}${'░'.repeat(BAR_CELLS - cells)}`;
      process.stderr.write(`\r${bar} batch ${batch} of ${lastBatch}, ${updates} updates, ${rate}/s `);
    },
    end: () => void (shown > 0 && process.stderr.write('\n')),
  };
}

/** A member's URL, which is asked for every root, or a file with one snapshot. */
async function validiumSourceOf(place: string): Promise<ValidiumSource> {
  if (isUrl(place)) return (root) => getValidiumSnapshot(place, root).catch(() => undefined);
  if (!existsSync(place)) throw new CodedError('USAGE', `--validium-data: no such file: ${place}`);
  const snapshot = new Uint8Array(readFileSync(place));
  const root = validiumRootOf(restoreState(snapshot));
  return (wanted) => Promise.resolve(wanted === root ? snapshot : undefined);
}

/** The validium accounts from a member's URL or from a file with its snapshot. */
export async function completeValidium(rebuilt: Rebuilt, place: string): Promise<Rebuilt> {
  if (!isUrl(place) && !existsSync(place)) throw new CodedError('USAGE', `--validium-data: no such file: ${place}`);
  const snapshot = isUrl(place) ? await getValidiumSnapshot(place, rebuilt.validiumRoot) : new Uint8Array(readFileSync(place));
  return withValidium(rebuilt, snapshot);
}

/** Rebuilds, with a bar and checkpoints; the validium accounts from a committee member where L1 does not have them. */
export async function rebuildState(client: L1Client, options: RebuildOptions) {
  const { out, validiumData } = options;
  const from = options.resume === true && out !== undefined && existsSync(out) ? await readStateFile(out) : undefined;
  if (from !== undefined) log(`goes on after batch ${from.batchNumber} of ${out}`);
  const bar = progressBar();
  let newest: Rebuilt | undefined;
  let [written, writtenAt] = [0, Date.now()];
  const checkpoint = (state: Rebuilt): void => {
    newest = state;
    if (out === undefined || Date.now() - writtenAt < 1000 * CHECKPOINT_SECONDS) return;
    writeStateFile(out, state);
    [written, writtenAt] = [state.batchNumber, Date.now()];
  };
  try {
    const rebuilt = await rebuild(client, {
      blobs: (options.blobs ?? []).map(blobSourceOf),
      ...(from === undefined ? {} : { from }),
      ...(validiumData === undefined ? {} : { validium: await validiumSourceOf(validiumData) }),
      onProgress: bar.show,
      onState: checkpoint,
    });
    if (rebuilt.validiumMissingFrom === null || validiumData === undefined) return rebuilt;
    return { ...rebuilt, ...(await completeValidium(rebuilt, validiumData)) };
  } catch (error) {
    if (out !== undefined && newest !== undefined && newest.batchNumber > written) {
      writeStateFile(out, newest);
      log(`batch ${newest.batchNumber} is the last whole one: --resume goes on after it`);
    }
    throw error;
  } finally {
    bar.end();
  }
}

/** `weir rebuild`: L1 in, the whole state out. */
export function rebuildCommand(program: Command): void {
  rebuildOptions(program.command('rebuild'))
    .option('--out <file>', 'write the state there: a checkpoint to go on from, and what `escape --state` takes')
    .option('--resume', 'go on from the state in --out')
    .description('rebuild every account from L1 alone (no node) and compare each root with what L1 has')
    .addHelpText(
      'after',
      `
Needs --rpc and --core. Reads events, calldata and blobs; L1 forgets blobs after 18 days, then name an archive with --blobs (any
node's, or anybody's copy: <versioned hash>.blob). If a blob is nowhere, it says which batch and which hash, and --resume goes on later.
Validium accounts are in it only as far as their data is on L1: for the rest ask a committee member (--validium-data). A snapshot of an
earlier batch is enough if L1 has had their data since.`,
    )
    .action(
      run(async (own: RebuildOptions, command: Command) => {
        const options = globalOptions(command);
        if (own.resume === true && own.out === undefined) throw new CodedError('USAGE', '--resume goes on from --out: name the file');
        const started = Date.now();
        const client = await connectL1(options);
        const { state: _, ...rebuilt } = await rebuildState(client, own).then((result) => {
          if (own.out !== undefined) writeStateFile(own.out, result);
          return result;
        });
        const seconds = (Date.now() - started) / 1000;
        const updatesPerSecond = rebuilt.replaySeconds === 0 ? 0 : Math.round(rebuilt.updates / rebuilt.replaySeconds);
        print(options, { ...rebuilt, block: Number(rebuilt.block), seconds, updatesPerSecond, file: own.out ?? null }, [
          `${rebuilt.batchNumber} batches, ${rebuilt.updates} updates, every root as L1 has it (${seconds.toFixed(1)} s, ${updatesPerSecond} updates per second of computing)`,
          ...(rebuilt.blobBatches > 0 ? [`${rebuilt.blobBatches} of them from blobs`] : []),
          ...(rebuilt.validiumMissingFrom === null
            ? []
            : [
                `validium accounts: the data since batch ${rebuilt.validiumMissingFrom} is not on L1; a committee member has it (--validium-data URL)`,
              ]),
          ...(own.out === undefined ? [] : [`written to ${own.out}`]),
        ]);
      }),
    );
}
