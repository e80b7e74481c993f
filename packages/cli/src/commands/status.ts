import { getReferences } from '@weir/sdk/actions/getReferences';
import { getRides } from '@weir/sdk/actions/getRides';
import { getAssets, getBatches, getStatus } from '@weir/sdk/actions/getStatus';
import Table from 'cli-table3';
import type { Command } from 'commander';
import { connect, globalOptions, print, run } from '../context.ts';

/** `weir status`: deployment, batches, assets. */
export function statusCommand(program: Command): void {
  program
    .command('status')
    .description('what the node serves, its newest batches and the asset registry')
    .action(
      run(async (_own: object, command: Command) => {
        const options = globalOptions(command);
        const client = await connect(options);
        const [status, batches, assets] = await Promise.all([getStatus(client), getBatches(client), getAssets(client)]);
        const table = new Table({
          head: ['batch', 'status', 'transactions', 'proof bytes', 'proving s', 'L1 gas'],
          style: { head: [], border: [] },
        });
        for (const batch of batches.slice(0, 10)) {
          table.push([
            batch.number,
            batch.status,
            batch.transactions,
            batch.proofBytes ?? '',
            batch.proveSeconds?.toFixed(1) ?? '',
            batch.gasUsed ?? '',
          ]);
        }
        print(options, { ...status, batches, assets }, [
          `core ${status.core} on chain ${status.chainId}, profile ${status.profile}`,
          `batch ${status.batch} sealed, ${status.settledBatch} settled, ${status.waiting} waiting, ${status.nextAccount} accounts`,
          `data: ${status.carrier?.reason ?? 'nothing published yet'} (policy ${status.volition.policy})`,
          ...(status.volition.committee > 0
            ? [
                `validium data: ${status.volition.threshold} of ${status.volition.committee} members sign${status.volition.publishes ? '; they do not now, so it is published' : ''}`,
              ]
            : []),
          ...(status.frozen ? ['FROZEN: `weir escape` gets everything out'] : []),
          ...(status.sunset === null ? [] : [`sunset: no batch after ${new Date(1000 * status.sunset).toISOString()}`]),
          ...(status.alarms.length > 0 ? [`ALARM: ${status.alarms.join(', ')}`] : []),
          ...(status.unwell.length > 0 ? [`unwell: ${status.unwell.join(', ')}`] : []),
          ...assets.map(({ number, token, quantum }) => `asset ${number}: ${token} × ${quantum}`),
          table.toString(),
        ]);
      }),
    );
}

/** `weir prices` */
export function pricesCommand(program: Command): void {
  program
    .command('prices')
    .description('share prices on L1 that bands are measured by (--band FEED:BPS), and when they were read')
    .action(
      run(async (_own: object, command: Command) => {
        const options = globalOptions(command);
        const references = await getReferences(await connect(options));
        const table = new Table({ head: ['feed', 'in', 'out', 'out is worth', 'read'], style: { head: [], border: [] } });
        for (const { feed, inAsset, outAsset, num, den, readAt } of references)
          table.push([feed, inAsset, outAsset, (Number(num) / Number(den)).toPrecision(8), new Date(1_000 * readAt).toISOString()]);
        print(options, { references }, [table.toString()]);
      }),
    );
}

/** `weir rides` */
export function ridesCommand(program: Command): void {
  program
    .command('rides')
    .description('every ride: what it turns into what, at which price, and where it stands')
    .action(
      run(async (_own: object, command: Command) => {
        const options = globalOptions(command);
        const rides = await getRides(await connect(options));
        const table = new Table({
          head: ['ticket', 'in', 'out', 'reference', 'worst', 'boarded', 'stage', 'outcome'],
          style: { head: [], border: [] },
        });
        for (const { ticket, terms, boarded, closed, outcome } of rides) {
          const stage = outcome !== null ? 'over' : closed ? 'closed' : 'boarding';
          const result = outcome === null ? '' : `${outcome.outTotal} out, ${outcome.inReturned} back`;
          const price = (a: string, b: string) => `${a} → ${b}`;
          table.push([
            ticket,
            terms.assetIn,
            terms.assetOut,
            price(terms.referenceIn, terms.referenceOut),
            price(terms.worstIn, terms.worstOut),
            boarded,
            stage,
            result,
          ]);
        }
        print(options, { rides }, [table.toString()]);
      }),
    );
}
