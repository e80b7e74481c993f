/** Fills `message` and `prefix`: every signed message block by block, every kind's first block once. */
import { DOMAIN } from '@weir/crypto/poseidon';
import { logHeightFor, newTrace } from '@weir/stark/air/builder';
import type { ChipTrace } from '@weir/stark/air/ir';
import { bit, put } from '../../trace/cells.ts';
import type { Ledger } from '../../trace/ledger.ts';
import type { BatchWitness } from '../../trace/witness.ts';
import { prefixChip } from '../prefix/air.ts';
import { messageChip } from './air.ts';

const BLOCK = 8;

interface Prefix {
  readonly kind: number;
  readonly count: number;
  readonly state: number[];
  uses: number;
}

export interface MessageTraces {
  readonly message: ChipTrace;
  readonly prefix: ChipTrace;
}

export function fillMessages({ context }: BatchWitness, ledger: Ledger): MessageTraces {
  const blocks = ledger.messages.reduce((sum, { elements }) => sum + Math.ceil(elements.length / BLOCK) - 1, 0);
  const trace = newTrace(messageChip, logHeightFor(messageChip, blocks));
  const { col } = trace;
  const prefixes = new Map<string, Prefix>();
  let row = 0;
  for (const { tick, key, elements, signature } of ledger.messages) {
    const [kind, count] = elements;
    const prefix = prefixOf(prefixes, ledger, context.instance, kind, count);
    prefix.uses++;
    let { state } = prefix;
    const last = Math.ceil(elements.length / BLOCK) - 1;
    for (let block = 1; block <= last; block++, row++) {
      const element = Array.from({ length: BLOCK }, (_, i) => elements[BLOCK * block + i] ?? 0);
      const next = ledger.compress(DOMAIN.message, [...state, ...element]);
      put([col.active, col.first, col.last, col.step, col.block], row, [1, bit(block === 1), bit(block === last), tick, block]);
      put(col.given, row, block === 1 ? [kind, count] : element.slice(0, 2));
      put(col.element, row, element);
      put(col.state, row, state);
      put(col.next, row, next);
      if (block === last) put(col.key, row, key);
      state = next;
    }
    ledger.signatures.push({ key, digest: state, signature });
  }
  return { message: trace, prefix: fillPrefix([...prefixes.values()], context.instance, ledger) };
}

/** A kind may have several lengths. */
function prefixOf(prefixes: Map<string, Prefix>, ledger: Ledger, instance: readonly number[], kind: number, count: number): Prefix {
  const key = `${kind} ${count}`;
  const found = prefixes.get(key);
  if (found !== undefined) return found;
  const state = ledger.compress(DOMAIN.message, [0, 0, 0, 0, 0, 0, 0, 0, kind, count, ...instance.slice(0, 6)]);
  const prefix = { kind, count, state, uses: 0 };
  prefixes.set(key, prefix);
  return prefix;
}

function fillPrefix(prefixes: readonly Prefix[], instance: readonly number[], ledger: Ledger): ChipTrace {
  const trace = newTrace(prefixChip, logHeightFor(prefixChip, prefixes.length));
  const { col } = trace;
  prefixes.forEach(({ kind, count, state, uses }, row) => {
    put([col.active, col.kind, col.count, col.uses], row, [1, kind, count, uses]);
    put(col.instance, row, instance);
    put(col.state, row, state);
    ledger.instanceUses++;
  });
  return trace;
}
