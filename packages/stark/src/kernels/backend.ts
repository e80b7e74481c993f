/**
 * The prover on WebAssembly kernels: all large tables in one shared memory (≤ 4 GiB), optionally on several threads. Gives the same
 * proof bytes as the reference backend.
 */
import { readFileSync } from 'node:fs';
import { createKernels, type Kernels } from '@weir/crypto/kernels';
import { invariant } from '@weir/foundation/assert';
import type { ProverBackend, ProverRun } from '../backend.ts';
import { NONCE_BYTES } from '../transcript.ts';
import { commitTable, type Oracle } from '../whir/commitment.ts';
import { oracleShape } from '../whir/prover.ts';
import { type DeviceColumns, kernelFractionTree } from './fractions.ts';
import { commitKernelTable, kernelsCommit } from './opening.ts';
import { evaluateStacked, openStacked } from './stackedOpening.ts';
import { Machine } from './tables.ts';
import { kernelZerocheckTables } from './zerocheck.ts';

export interface KernelBackend extends ProverBackend {
  readonly kernels: Kernels;
  /** Ends the worker threads. */
  close(): Promise<void>;
}

let compiled: WebAssembly.Module | undefined;

function starkModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('../generated/kernels.wasm', import.meta.url)));
  return compiled;
}

/** One backend proves one proof at a time. `threads` counts the calling thread. */
export async function createKernelBackend({ threads = 1 }: { readonly threads?: number } = {}): Promise<KernelBackend> {
  const kernels = await createKernels({ threads, modules: [starkModule()] });
  const machine = new Machine(kernels);
  let busy = false;
  return {
    kernels,
    findNonce: (state, bits) => findNonce(machine, state, bits),
    start(...args) {
      invariant(!busy, 'one backend proves one proof at a time');
      busy = true;
      const run = startRun(machine, ...args);
      return {
        ...run,
        finish() {
          run.finish();
          busy = false;
        },
      };
    },
    close: () => kernels.close(),
  };
}

/** Nonces per chunk and chunks per attempt and thread. */
const GRIND_CHUNK = 2 ** 14;

/** The smallest nonce, like the TypeScript twin. */
async function findNonce({ heap, kernels }: Machine, state: Uint8Array, bits: number): Promise<Uint8Array> {
  const mark = heap.mark();
  const address = heap.alloc(32);
  heap.u8(address, 32).set(state);
  try {
    for (let start = 0; start < 2 ** 32; start += GRIND_CHUNK * kernels.threads) {
      const starts = Array.from({ length: kernels.threads }, (_, i) => start + i * GRIND_CHUNK);
      const found = await kernels.run(
        'grindNonces',
        starts.map((first) => [address, first, GRIND_CHUNK, bits]),
      );
      const chunk = found.findIndex((distance) => distance >= 0);
      if (chunk < 0) continue;
      const nonce = new Uint8Array(NONCE_BYTES);
      new DataView(nonce.buffer).setBigUint64(0, BigInt(starts[chunk] + found[chunk]));
      return nonce;
    }
    throw new RangeError(`no nonce below 2^32 for ${bits} bits`);
  } finally {
    heap.release(mark);
  }
}

const startRun = (machine: Machine, ...[air, traces, shape, profile, control]: Parameters<ProverBackend['start']>): ProverRun => {
  const { heap, kernels } = machine;
  kernels.checkpoint = control.checkpoint;
  const begin = heap.mark();
  const length = 2 ** shape.variables;
  const stacked = heap.allocWords(length);
  const addresses = traces.map(({ columns }) => new Array<number>(columns.length));
  let used = 0;
  for (const { chip, column, pieces } of shape.columns) {
    const cells = traces[chip].columns[column];
    for (const { row, logLength, offset } of pieces) {
      heap.u32(stacked + 4 * offset, 2 ** logLength).set(cells.subarray(row, row + 2 ** logLength));
      used = Math.max(used, offset + 2 ** logLength);
    }
    // Rows are read one after another: a column that lies in two pieces is there a second time.
    const whole = pieces.length === 1 ? stacked + 4 * pieces[0].offset : heap.allocWords(cells.length);
    if (pieces.length > 1) heap.u32(whole, cells.length).set(cells);
    addresses[chip][column] = whole;
  }
  heap.zero(stacked + 4 * used, 4 * (length - used));
  const base = { pointer: stacked, length, used };
  const rowIndex = heap.allocWords(2 ** shape.maxLogHeight);
  kernels.call('iota', rowIndex, 2 ** shape.maxLogHeight);
  const columns: DeviceColumns = { address: (chip, column) => addresses[chip][column], rowIndex };
  let afterCommit = begin;

  return {
    async commit(): Promise<Oracle> {
      const oracle = oracleShape(profile, shape.schedule, 0);
      const committed = kernelsCommit(oracle, length)
        ? await commitKernelTable(machine, { planes: [stacked], length, used }, oracle, control.advance)
        : commitTable(heap.u32(stacked, length).slice(), oracle);
      afterCommit = heap.mark();
      return committed;
    },
    evaluate: (y) => evaluateStacked(machine, base, y),
    fractionTree: (bus) => kernelFractionTree(machine, air, shape, columns, bus),
    async zerocheckTables(instance) {
      heap.release(afterCommit);
      return kernelZerocheckTables(machine, air, shape, columns, instance);
    },
    async openingTables(claims) {
      heap.release(afterCommit);
      return openStacked(machine, shape, base, claims);
    },
    finish() {
      kernels.checkpoint = undefined;
      heap.release(begin);
    },
  };
};
