/**
 * A committee member's HTTP service. Writing is the operator's alone (every request carries his signature over its bytes); reading is
 * everybody's, with a rate limit: whoever wants to leave a validium account without the operator needs this data.
 */
import rateLimit from '@fastify/rate-limit';
import { concatBytes, fromHex, type Hex, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { toJson } from '@weir/protocol/api/json';
import { readAccount, readSlot } from '@weir/protocol/state/state';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { Counter, Gauge, Registry } from 'prom-client';
import { isAddressEqual, keccak256, recoverMessageAddress } from 'viem';
import { z } from 'zod';
import type { HeldBatch, Member } from './member.ts';

/** Carries the operator's EIP-191 signature of `requestHash`. */
export const SIGNATURE_HEADER = 'x-weir-signature';

/** What the operator signs of a request: nobody else can write, and a signature for one deployment is worth nothing in another. */
export const requestHash = (instance: Uint8Array, body: Uint8Array): Hex => keccak256(concatBytes(instance, body));

export interface ServiceOptions {
  readonly member: Member;
  readonly instance: Uint8Array;
  /** Who may write. */
  readonly operators: readonly Hex[];
  readonly logger: Logger;
  /** Requests per minute and address. */
  readonly maxRequests?: number;
}

/** HTTP status of a coded refusal; anything not listed is 422. */
const STATUS: Readonly<Record<string, number>> = {
  NOT_OPERATOR: 401,
  NOT_FOUND: 404,
  DATA_MISSING: 409,
  SIGNED_ANOTHER: 409,
  LOG_FAILED: 503,
};
/** Six blobs' words in hexadecimal, and room. */
const BODY_LIMIT = 4 * 1024 * 1024;

const hex32 = z.string().regex(/^0x[0-9a-f]{64}$/);
const anyHex = z.string().regex(/^0x([0-9a-f]{2})*$/);
export const BatchBody = z.strictObject({
  batchNumber: z
    .int()
    .min(1)
    .max(2 ** 30 - 1),
  oldValidiumRoot: hex32,
  newValidiumRoot: hex32,
  headerDiffs: z.int().min(0).max(0xffff),
  slotDiffs: z.int().min(0).max(0xfffff),
  words: anyHex,
  /** With it the member signs; without it, it only stores. */
  newRollupRoot: hex32.optional(),
});

export type BatchJson = z.infer<typeof BatchBody>;

export const batchToJson = ({ words, oldValidiumRoot, newValidiumRoot, ...counts }: HeldBatch): BatchJson => ({
  ...counts,
  oldValidiumRoot: toHex(oldValidiumRoot),
  newValidiumRoot: toHex(newValidiumRoot),
  words: toHex(words),
});

export const batchFromJson = ({ newRollupRoot: _, words, oldValidiumRoot, newValidiumRoot, ...counts }: BatchJson): HeldBatch => ({
  ...counts,
  oldValidiumRoot: fromHex(oldValidiumRoot),
  newValidiumRoot: fromHex(newValidiumRoot),
  words: fromHex(words),
});

const NumberParams = z.object({ number: z.coerce.number().int().min(1) });
const AccountParams = z.object({
  account: z.coerce
    .number()
    .int()
    .min(2 ** 26)
    .max(2 ** 27 - 1),
});
/** Without a root: the newest state. */
const RootQuery = z.object({ root: hex32.optional() });
const rootOf = ({ root }: z.infer<typeof RootQuery>): Uint8Array | undefined => (root === undefined ? undefined : fromHex(root));

export async function createCommitteeService({ member, instance, operators, logger, maxRequests = 600 }: ServiceOptions) {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'weir_committee_requests_total',
    help: 'Batches offered, by outcome (signed, stored, or the refusal code)',
    labelNames: ['outcome'],
    registers,
  });
  const lastBatch = new Gauge({ name: 'weir_committee_last_batch', help: 'Highest batch number held', registers });
  lastBatch.set(member.lastBatch);

  const app: FastifyInstance = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(rateLimit, { max: maxRequests, timeWindow: '1 minute' });
  app.setErrorHandler((error: Error & { statusCode?: number; validation?: unknown }, _request, reply) => {
    if (error instanceof CodedError)
      return reply.status(STATUS[error.code] ?? 422).send({ code: error.code, message: error.message, details: toJson(error.details) });
    if (error.validation !== undefined) return reply.status(400).send({ code: 'OUT_OF_RANGE', message: error.message, details: {} });
    if (error.statusCode !== undefined && error.statusCode < 500) {
      const code = error.statusCode === 429 ? 'RATE_LIMITED' : 'JSON_MALFORMED';
      return reply.status(error.statusCode).send({ code, message: error.message, details: {} });
    }
    logger.error({ err: error }, 'request failed');
    return reply.status(500).send({ code: 'INTERNAL', message: 'the member failed', details: {} });
  });
  app.setNotFoundHandler((_request, reply) => reply.status(404).send({ code: 'NOT_FOUND', message: 'no such route', details: {} }));

  // The signature is over the bytes as they came.
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const offered = async (body: Buffer, signature: string): Promise<object> => {
    await requireOperator(body, signature);
    const json = parse(body);
    const batch = batchFromJson(json);
    if (json.newRollupRoot === undefined) {
      await member.hold(batch);
      return { stored: true };
    }
    return { stored: true, ...(await member.sign(batch, fromHex(json.newRollupRoot))) };
  };

  async function requireOperator(body: Uint8Array, signature: string): Promise<void> {
    const signer = await recoverMessageAddress({
      message: { raw: requestHash(instance, body) },
      signature: (/^0x[0-9a-f]{130}$/.test(signature) ? signature : `0x${'00'.repeat(65)}`) as Hex,
    }).catch(() => undefined);
    if (signer === undefined || !operators.some((operator) => isAddressEqual(operator, signer)))
      throw new CodedError('NOT_OPERATOR', 'not signed by an operator of this deployment');
  }

  // A member that was away is sent many batches at once.
  const write = { config: { rateLimit: { max: 10 * maxRequests, timeWindow: '1 minute' } } };
  app.post('/v1/batches', write, async (request) => {
    try {
      const answer = await offered(request.body as Buffer, String(request.headers[SIGNATURE_HEADER] ?? ''));
      requests.inc({ outcome: 'signer' in answer ? 'signed' : 'stored' });
      lastBatch.set(member.lastBatch);
      return answer;
    } catch (error) {
      requests.inc({ outcome: error instanceof CodedError ? error.code : 'INTERNAL' });
      throw error;
    }
  });

  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.get('/v1/batches/:number', { schema: { params: NumberParams } }, ({ params: { number } }) => {
    const held = member.batches(number);
    if (held.length === 0) throw new CodedError('NOT_FOUND', `no data of batch ${number}`, { number });
    return { batches: held.map(batchToJson) };
  });
  routes.get('/v1/snapshot', { schema: { querystring: RootQuery } }, async ({ query }, reply) => {
    const { root, batchNumber, bytes } = member.snapshot(rootOf(query));
    const headers = { 'x-weir-root': root, 'x-weir-batch': String(batchNumber) };
    return reply.headers(headers).type('application/octet-stream').send(Buffer.from(bytes));
  });
  routes.get('/v1/accounts/:account', { schema: { params: AccountParams, querystring: RootQuery } }, ({ params, query }) => {
    const { state, root, batchNumber } = member.stateAt(rootOf(query));
    const { account } = params;
    const slots = Array.from({ length: 16 }, (_, slot) => readSlot(state, account, slot));
    return toJson({ account, root, batchNumber, header: readAccount(state, account).header, slots });
  });
  app.get('/v1/status', () => ({ signer: member.address, lastBatch: member.lastBatch, root: member.stateAt().root }));
  app.get('/health', (_request, reply) => reply.status(member.isWell ? 200 : 503).send({ ok: member.isWell }));
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  return app;
}

function parse(body: Uint8Array): BatchJson {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(body));
  } catch (cause) {
    throw new CodedError('JSON_MALFORMED', 'not JSON', {}, { cause: cause as Error });
  }
  const read = BatchBody.safeParse(json);
  if (!read.success) throw new CodedError('OUT_OF_RANGE', read.error.issues[0].message, { field: read.error.issues[0].path.join('.') });
  return read.data;
}
