/**
 * Protocol values as JSON: amounts and scalars are decimal strings, everything else as it is. Reading is strict: every field there,
 * no other field, in range; anything else is one coded error with the field's path.
 */
import { CodedError } from '@weir/foundation/codedError';
import type { Shape } from '../shape.ts';
import { findOutOfRange, TRANSACTION_SHAPES } from '../shape.ts';
import type { Transaction, TransactionKind } from '../types.ts';

/**
 * JSON_MALFORMED: not JSON, or a field is missing, unknown or of another type. OUT_OF_RANGE: of the right type, but no such value
 * (an amount ≥ 2^64, a slot ≥ 16, an element ≥ p). KIND_UNKNOWN: `kind` names nothing.
 */
export type JsonFault = 'JSON_MALFORMED' | 'OUT_OF_RANGE' | 'KIND_UNKNOWN';

const malformed = (field: string, message: string) =>
  new CodedError<JsonFault>('JSON_MALFORMED', `${field === '' ? 'value' : field}: ${message}`, { field });

/** `bigint` → decimal string, recursively; the mirror of `readShape`. */
export function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, toJson(field)]));
  return value;
}

export const stringify = (value: unknown): string => JSON.stringify(toJson(value));

/** Throws `CodedError<JsonFault>`. */
export function readShape(shape: Shape, json: unknown): unknown {
  const value = read(shape, json, '');
  const found = findOutOfRange(shape, value);
  if (found !== undefined)
    throw new CodedError<JsonFault>('OUT_OF_RANGE', `${found.field}: out of range`, { field: found.field, value: toJson(found.value) });
  return value;
}

function read(shape: Shape, json: unknown, path: string): unknown {
  if (shape.type === 'leaf') {
    const value = shape.fromJson(json);
    if (value === undefined) throw malformed(path, `expected ${shape.name}`);
    return value;
  }
  if (shape.type === 'list') {
    if (!Array.isArray(json)) throw malformed(path, 'expected a list');
    return json.map((item, i) => read(shape.item, item, `${path}[${i}]`));
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw malformed(path, 'expected an object');
  const named = (name: string) => (path === '' ? name : `${path}.${name}`);
  for (const name of Object.keys(json)) if (!Object.hasOwn(shape.fields, name)) throw malformed(named(name), 'unknown field');
  const fields = Object.entries(shape.fields).flatMap(([name, field]) => {
    if (Object.hasOwn(json, name)) return [[name, read(field, (json as Record<string, unknown>)[name], named(name))]];
    if (shape.optional.has(name)) return [];
    throw malformed(named(name), 'missing');
  });
  return Object.fromEntries(fields) as unknown;
}

/** Text → JSON value, with the same coded error for text that is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new CodedError<JsonFault>('JSON_MALFORMED', 'not JSON', {}, { cause });
  }
}

/** Reads an object whose `kind` chooses its shape. */
export function readKind<Kind extends string>(shapes: Readonly<Record<Kind, Shape>>, json: unknown): unknown {
  if (typeof json !== 'object' || json === null) throw malformed('', 'expected an object');
  const { kind } = json as { kind?: unknown };
  if (typeof kind !== 'string') throw malformed('kind', 'expected a string');
  if (!Object.hasOwn(shapes, kind))
    throw new CodedError<JsonFault>('KIND_UNKNOWN', `no such kind: ${kind.slice(0, 40)}`, { kind: kind.slice(0, 40) });
  return readShape(shapes[kind as Kind], json);
}

/** A transaction as the node stores it. Throws `CodedError<JsonFault>`. */
export function transactionFromJson(json: unknown): Transaction {
  return readKind<TransactionKind>(TRANSACTION_SHAPES, json) as Transaction;
}
