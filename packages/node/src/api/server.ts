/**
 * The HTTP and WebSocket API. Routes only translate: reading is the ledger and the database, accepting is `intake`.
 *
 * Every refusal has one form, `{ code, message, details }`; 4xx = the request is at fault and nothing was stored, 503 = try again.
 */

import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import websocket from '@fastify/websocket';
import { CodedError } from '@weir/foundation/codedError';
import { toJson } from '@weir/protocol/api/json';
import { headerDigest, isOpen } from '@weir/protocol/state/account';
import { readAccount, readSlot, stateRoots } from '@weir/protocol/state/state';
import { asc, desc, eq, inArray } from 'drizzle-orm';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Ledger } from '../batcher/ledger.ts';
import { acceptRequest, type IntakeOptions } from '../intake/intake.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Queries } from '../storage/database.ts';
import { batches, fills, l1Assets, l1Rides, transactions } from '../storage/schema.ts';

export interface ApiOptions {
  readonly queries: Queries;
  readonly ledger: Ledger;
  readonly intake: IntakeOptions;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly deployment: {
    readonly chainId: number;
    readonly core: string;
    readonly pool: string;
    readonly profile: string;
    readonly operatorAccount: number;
  };
  /** Components that are not well right now; empty = ready. */
  readonly unwell: () => readonly string[];
  /** Calls back after every change that watchers may care about. */
  readonly subscribe: (listener: (event: { type: string; batch?: number }) => void) => () => void;
}

/** HTTP status of a coded refusal; anything not listed is 422. */
const STATUS: Readonly<Record<string, number>> = {
  JSON_MALFORMED: 400,
  KIND_UNKNOWN: 400,
  OUT_OF_RANGE: 400,
  NOT_FOUND: 404,
  QUEUE_FULL: 429,
};

const AccountParams = z.object({
  account: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 27 - 1),
});
const NumberParams = z.object({
  number: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 30),
});
const IdParams = z.object({ id: z.string().regex(/^0x[0-9a-f]{64}$/) });
const OwnerQuery = z.object({ owner: z.string().regex(/^0x[0-9a-fA-F]{40}$/) });

export async function createApi(options: ApiOptions): Promise<FastifyInstance> {
  const { queries, ledger, metrics } = options;
  const app = Fastify({ loggerInstance: options.logger as FastifyBaseLogger, disableRequestLogging: true, bodyLimit: 64 * 1024 });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, { openapi: { info: { title: 'Weir node', version: '1' } }, transform: jsonSchemaTransform });
  await app.register(rateLimit, { max: 6_000, timeWindow: '1 minute', allowList: ['127.0.0.1', '::1'] });
  await app.register(websocket);

  app.setErrorHandler((error: Error & { statusCode?: number; validation?: unknown; code?: string }, _request, reply) => {
    if (error instanceof CodedError) {
      return reply.status(STATUS[error.code] ?? 422).send({ code: error.code, message: error.message, details: toJson(error.details) });
    }
    if (error.validation !== undefined) return reply.status(400).send({ code: 'OUT_OF_RANGE', message: error.message, details: {} });
    if (error.statusCode !== undefined && error.statusCode < 500) {
      const code = error.statusCode === 429 ? 'RATE_LIMITED' : error.statusCode === 413 ? 'BODY_TOO_LARGE' : 'JSON_MALFORMED';
      return reply.status(error.statusCode).send({ code, message: error.message, details: {} });
    }
    options.logger.error({ err: error }, 'request failed');
    return reply.status(500).send({ code: 'INTERNAL', message: 'the node failed; the request was not accepted', details: {} });
  });
  app.setNotFoundHandler((_request, reply) => reply.status(404).send({ code: 'NOT_FOUND', message: 'no such route', details: {} }));

  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.post('/v1/transactions', { schema: { summary: 'Send a signed request', body: z.unknown() } }, async (request, reply) => {
    const kind = (request.body as { kind?: unknown } | null)?.kind;
    try {
      const accepted = await acceptRequest(options.intake, request.body);
      metrics.requests.inc({ kind: String(kind), outcome: accepted.duplicate ? 'duplicate' : 'accepted' });
      return await reply.status(accepted.duplicate ? 200 : 202).send(accepted);
    } catch (error) {
      if (error instanceof CodedError) metrics.requests.inc({ kind: 'refused', outcome: error.code });
      throw error;
    }
  });

  routes.get('/v1/transactions/:id', { schema: { summary: 'Where a request stands', params: IdParams } }, async ({ params }) => {
    const [row] = await queries.select().from(transactions).where(eq(transactions.id, params.id));
    if (row === undefined) throw new CodedError('NOT_FOUND', 'no such request', { id: params.id });
    const done = await queries.select().from(fills).where(eq(fills.seq, row.seq)).orderBy(asc(fills.batch));
    return { id: row.id, kind: row.kind, status: row.status, batchNumber: row.batch, refusal: row.refusal, fills: done };
  });

  routes.get('/v1/accounts', { schema: { summary: "An address's accounts", querystring: OwnerQuery } }, ({ query }) => {
    return { accounts: ledger.accountsOf(query.owner).map((account) => accountView(ledger, account)) };
  });

  routes.get(
    '/v1/accounts/:account',
    { schema: { summary: 'Header and slots after the last sealed batch', params: AccountParams } },
    ({ params }) => accountView(ledger, params.account),
  );

  routes.get('/v1/rides', { schema: { summary: 'All rides that L1 knows' } }, async () => {
    const rows = await queries.select().from(l1Rides).orderBy(asc(l1Rides.ticket));
    return {
      rides: rows.map(({ ticket, content, outcome }) => {
        const book = ledger.rides.get(ticket);
        return { ticket, terms: content, outcome, boarded: `${book?.boarded ?? 0n}`, closed: book?.closed ?? false };
      }),
    };
  });

  routes.get('/v1/assets', { schema: { summary: 'The asset registry' } }, async () => ({
    assets: (await queries.select().from(l1Assets).orderBy(asc(l1Assets.number))).map(({ number, token, quantum }) => ({
      number,
      token,
      quantum,
    })),
  }));

  routes.get('/v1/batches', { schema: { summary: 'The last 100 batches' } }, async () => {
    const rows = await queries.select().from(batches).orderBy(desc(batches.number)).limit(100);
    return { batches: rows.map(batchView) };
  });

  routes.get('/v1/batches/:number', { schema: { summary: 'One batch', params: NumberParams } }, async ({ params }) =>
    batchView(await batchRow(queries, params.number)),
  );

  routes.get(
    '/v1/batches/:number/proof',
    { schema: { summary: 'Statement, digest and proof, to verify yourself', params: NumberParams } },
    async ({ params }) => {
      const row = await batchRow(queries, params.number);
      if (row.proof === null) throw new CodedError('NOT_FOUND', `batch ${row.number} is not proven yet`, { number: row.number });
      const hex = (bytes: Uint8Array) => `0x${Buffer.from(bytes).toString('hex')}`;
      return { number: row.number, statement: hex(row.statement), digest: hex(row.digest), proof: hex(row.proof) };
    },
  );

  routes.get('/v1/status', { schema: { summary: 'Deployment and progress' } }, async () => {
    const [newest] = await queries.select().from(batches).orderBy(desc(batches.number)).limit(1);
    const [settled] = await queries.select().from(batches).where(inArray(batches.status, ['settled', 'final'])).orderBy(desc(batches.number)).limit(1);
    const waiting = await queries.$count(transactions, eq(transactions.status, 'accepted'));
    const roots = stateRoots(ledger.state);
    return {
      ...options.deployment,
      batch: newest?.number ?? 0,
      settledBatch: settled?.number ?? 0,
      waiting,
      nextAccount: ledger.nextAccount,
      rollupRoot: roots.rollup,
      unwell: options.unwell(),
    };
  });

  app.get('/health', (_request, reply) => {
    const unwell = options.unwell();
    return reply.status(unwell.length === 0 ? 200 : 503).send({ ok: unwell.length === 0, unwell });
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()));
  app.get('/docs/json', () => app.swagger());
  app.get('/v1/events', { websocket: true }, (socket) => {
    const stop = options.subscribe((event) => socket.send(JSON.stringify(event)));
    socket.on('close', stop);
  });
  return app;
}

function accountView(ledger: Ledger, account: number): unknown {
  const { header } = readAccount(ledger.state, account);
  if (!isOpen(header)) throw new CodedError('NOT_FOUND', `account ${account} is not open`, { account });
  const slots = Array.from({ length: 16 }, (_, slot) => ({ slot, ...readSlot(ledger.state, account, slot) })).filter(
    ({ asset }) => asset !== 0,
  );
  return toJson({ account, ...header, headerDigest: headerDigest(header), slots });
}

type BatchRow = typeof batches.$inferSelect;

async function batchRow(queries: Queries, number: number): Promise<BatchRow> {
  const [row] = await queries.select().from(batches).where(eq(batches.number, number));
  if (row === undefined) throw new CodedError('NOT_FOUND', `no batch ${number}`, { number });
  return row;
}

function batchView(row: BatchRow) {
  const { number, status, timestamp, transactionCount, statement, proof, proveSeconds, l1Transaction, l1Block, gasUsed, transactionBytes } =
    row;
  return {
    number,
    status,
    timestamp,
    transactions: transactionCount,
    statementBytes: statement.length,
    proofBytes: proof?.length ?? null,
    proveSeconds,
    l1Transaction,
    l1Block,
    gasUsed,
    transactionBytes,
  };
}
