/**
 * The HTTP and WebSocket API. Routes only translate: reading is the ledger and the database, accepting is `intake`.
 *
 * Every refusal has one form, `{ code, message, details }`; 4xx = the request is at fault and nothing was stored, 503 = try again.
 */

import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import websocket from '@fastify/websocket';
import { toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { toJson } from '@weir/protocol/api/json';
import { REQUEST_SHAPES, requestFromJson } from '@weir/protocol/api/requests';
import { destinationOf, headerDigest, isOpen } from '@weir/protocol/state/account';
import { readAccount, readSlot, stateRoots, treeOf } from '@weir/protocol/state/state';
import { asc, desc, eq, inArray, max, sql } from 'drizzle-orm';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Ledger } from '../batcher/ledger.ts';
import { readReferences } from '../batcher/references.ts';
import type { BlobArchive } from '../da/archive.ts';
import type { CarrierPolicy } from '../da/volition.ts';
import { acceptRequest, type IntakeOptions } from '../intake/intake.ts';
import type { RideContent, RideOutcomeContent } from '../l1/follower.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Queries } from '../storage/database.ts';
import { batches, fills, l1Assets, l1Rides, transactions } from '../storage/schema.ts';
import { type QuoteOptions, quoteOf } from './quote.ts';
import * as schemas from './schemas.ts';

export interface ApiOptions {
  readonly queries: Queries;
  readonly ledger: Ledger;
  readonly intake: IntakeOptions;
  readonly quote: QuoteOptions;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly deployment: {
    readonly chainId: number;
    readonly core: string;
    readonly pool: string;
    readonly profile: string;
    readonly operatorAccount: number;
  };
  readonly archive: BlobArchive;
  /** What the operator should look at. */
  /** Time of L1's newest block, and whether L1 still takes batches. */
  readonly l1: () => { readonly l1Time: number; readonly sunset: number | null; readonly frozen: boolean };
  readonly alarms: () => readonly string[];
  /** How validium accounts' data is kept right now. */
  readonly volition: () => {
    readonly policy: CarrierPolicy;
    readonly committee: number;
    readonly threshold: number;
    readonly publishes: boolean;
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
  ACCOUNT_MOVED: 410,
  DUPLICATE: 409,
  QUEUE_FULL: 429,
};

export async function createApi(options: ApiOptions): Promise<FastifyInstance> {
  const { queries, ledger, metrics } = options;
  const app = Fastify({
    loggerInstance: options.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
  });
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

  const send = {
    schema: {
      summary: 'Send a signed request',
      description: '202: durable and waiting for a batch. 409 DUPLICATE: the node had it already; the details say where it stands.',
      body: schemas.RequestBody,
      response: { 202: schemas.Accepted, '4xx': schemas.Fault },
    },
    // `requestFromJson` reads the body: it names the field, and tells a malformed value from one out of range.
    validatorCompiler: () => (value: unknown) => ({ value }),
  };
  routes.post('/v1/transactions', send, async ({ body }, reply) => {
    try {
      const accepted = await acceptRequest(options.intake, body);
      metrics.requests.inc({ kind: kindOf(body), outcome: 'accepted' });
      return await reply.status(202).send(accepted);
    } catch (error) {
      if (error instanceof CodedError) metrics.requests.inc({ kind: kindOf(body), outcome: error.code });
      throw error;
    }
  });

  const quoting = {
    schema: {
      summary: 'What an order would get, before it is signed',
      description: 'The body is an order request; its signature is not looked at. 4xx: the rules would refuse it.',
      body: schemas.RequestBody,
      response: { 200: schemas.QuoteView, '4xx': schemas.Fault },
    },
    config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
    validatorCompiler: () => (value: unknown) => ({ value }),
  };
  routes.post('/v1/quote', quoting, ({ body }) => {
    const request = requestFromJson(body);
    if (request.kind !== 'order') throw new CodedError('KIND_UNKNOWN', 'only orders are quoted', { kind: request.kind });
    return quoteOf(options.quote, request.order);
  });

  const get = <R extends z.ZodType, Rest extends object>(summary: string, ok: R, rest: Rest) => ({
    schema: { summary, ...rest, response: { 200: ok, '4xx': schemas.Fault } },
  });

  routes.get(
    '/v1/transactions/:id',
    get('Where a request stands', schemas.RequestView, { params: schemas.IdParams }),
    async ({ params }) => {
      const [row] = await queries.select().from(transactions).where(eq(transactions.id, params.id));
      if (row === undefined) throw new CodedError('NOT_FOUND', 'no such request', { id: params.id });
      const done = await queries.select().from(fills).where(eq(fills.seq, row.seq)).orderBy(asc(fills.batch));
      const refusal = row.refusal as { code: string } | null;
      return { id: row.id, kind: row.kind, status: row.status, batchNumber: row.batch, refusal, fills: done };
    },
  );

  const accounts = z.object({ accounts: z.array(schemas.AccountView) });
  routes.get('/v1/accounts', get("An address's accounts", accounts, { querystring: schemas.OwnerQuery }), ({ query }) => {
    return { accounts: ledger.accountsOf(query.owner).map((account) => accountView(ledger, account)) };
  });

  routes.get(
    '/v1/accounts/:account',
    get('Header and slots after the last sealed batch', schemas.AccountView, { params: schemas.AccountParams }),
    ({ params }) => accountView(ledger, params.account),
  );

  routes.get('/v1/rides', get('All rides that L1 knows', z.object({ rides: z.array(schemas.RideView) }), {}), async () => {
    const rows = await queries.select().from(l1Rides).orderBy(asc(l1Rides.ticket));
    return {
      rides: rows.map(({ ticket, content, outcome }) => {
        const book = ledger.rides.get(ticket);
        const terms = content as RideContent;
        return {
          ticket,
          terms,
          outcome: outcome as RideOutcomeContent | null,
          boarded: `${book?.boarded ?? 0n}`,
          closed: book?.closed ?? false,
        };
      }),
    };
  });

  routes.get(
    '/v1/references',
    get(
      'Share prices on L1 that bands are measured by: the newest entry of each feed',
      z.object({ references: z.array(schemas.ReferenceView) }),
      {},
    ),
    async () => ({
      references: [...(await readReferences(queries)).values()].map(({ reference: { num, den, ...rest }, time }) => ({
        ...rest,
        num: `${num}`,
        den: `${den}`,
        readAt: time,
      })),
    }),
  );

  routes.get('/v1/assets', get('The asset registry', z.object({ assets: z.array(schemas.AssetView) }), {}), async () => ({
    assets: await queries.select().from(l1Assets).orderBy(asc(l1Assets.number)),
  }));

  routes.get('/v1/batches', get('The last 100 batches', z.object({ batches: z.array(schemas.BatchView) }), {}), async () => {
    const rows = await queries.select(BATCH_COLUMNS).from(batches).orderBy(desc(batches.number)).limit(100);
    return { batches: rows };
  });

  routes.get(
    '/v1/batches/:number',
    get('One batch', schemas.BatchView, { params: schemas.NumberParams }),
    async ({ params: { number } }) => {
      const [row] = await queries.select(BATCH_COLUMNS).from(batches).where(eq(batches.number, number));
      if (row === undefined) throw new CodedError('NOT_FOUND', `no batch ${number}`, { number });
      return row;
    },
  );

  routes.get(
    '/v1/batches/:number/proof',
    get('Statement, digest and proof, to verify yourself', schemas.ProofView, { params: schemas.NumberParams }),
    async ({ params: { number } }) => {
      const [row] = await queries.select().from(batches).where(eq(batches.number, number));
      if (row === undefined || row.origin !== 'own') throw new CodedError('NOT_FOUND', `no batch ${number} of this node`, { number });
      if (row.proof === null) throw new CodedError('NOT_FOUND', `batch ${number} is not proven yet`, { number });
      const blobs = row.blobs.map(({ hash }) => hash);
      return { number, statement: toHex(row.statement), digest: toHex(row.digest), proof: toHex(row.proof), blobs };
    },
  );

  const blob = {
    schema: { summary: 'A blob that this node has sent, by versioned hash: 131,072 bytes', params: schemas.BlobParams },
  };
  routes.get('/v1/blobs/:hash', blob, async ({ params: { hash } }, reply) => {
    const bytes = await options.archive.read(hash);
    if (bytes === undefined) throw new CodedError('NOT_FOUND', 'no such blob', { hash });
    return reply.type('application/octet-stream').send(Buffer.from(bytes));
  });

  routes.get('/v1/status', get('Deployment and progress', schemas.StatusView, {}), async () => {
    const [newest] = await queries
      .select({ number: batches.number, carrier: batches.carrier })
      .from(batches)
      .orderBy(desc(batches.number))
      .limit(1);
    const [settled] = await queries
      .select({ number: max(batches.number) })
      .from(batches)
      .where(inArray(batches.status, ['settled', 'final']));
    const waiting = await queries.$count(transactions, eq(transactions.status, 'accepted'));
    return {
      ...options.deployment,
      batch: newest?.number ?? 0,
      settledBatch: settled.number ?? 0,
      waiting,
      nextAccount: ledger.nextAccount,
      rollupRoot: [...stateRoots(ledger.state).rollup],
      validiumRoot: [...stateRoots(ledger.state).validium],
      volition: options.volition(),
      carrier: newest?.carrier ?? null,
      ...options.l1(),
      alarms: [...options.alarms()],
      unwell: [...options.unwell()],
    };
  });

  const health = { schema: { summary: 'Ready?', response: { 200: schemas.HealthView, 503: schemas.HealthView } } };
  routes.get('/health', health, async (_request, reply) => {
    const unwell = [...options.unwell()];
    return await reply.status(unwell.length === 0 ? 200 : 503).send({ ok: unwell.length === 0, unwell });
  });
  const hidden = { schema: { hide: true } };
  app.get('/metrics', hidden, async (_request, reply) => reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()));
  app.get('/docs/json', hidden, () => app.swagger());
  app.get('/v1/events', { websocket: true, ...hidden }, (socket) => {
    const stop = options.subscribe((event) => socket.send(JSON.stringify(toJson(event))));
    socket.on('close', stop);
  });
  return app;
}

/** The kind of a request for the metrics; whatever else people send counts as one. */
function kindOf(body: unknown): string {
  const kind = (body as { kind?: unknown } | null)?.kind;
  return typeof kind === 'string' && Object.hasOwn(REQUEST_SHAPES, kind) ? kind : 'unknown';
}

function accountView({ state }: Ledger, account: number) {
  const { header } = readAccount(state, account);
  const movedTo = destinationOf(header);
  if (movedTo !== undefined) throw new CodedError('ACCOUNT_MOVED', `account ${account} is now ${movedTo}`, { account, movedTo });
  if (!isOpen(header)) throw new CodedError('NOT_FOUND', `account ${account} is not open`, { account });
  const slots = Array.from({ length: 16 }, (_, slot) => ({ slot, ...readSlot(state, account, slot) }))
    .filter(({ asset }) => asset !== 0)
    .map((slot) => ({ ...slot, balance: `${slot.balance}`, filled: `${slot.filled}` }));
  const { ownerKey, keyVersion, l1Owner } = header;
  // Where its diffs go: to L1, or to the data committee (which may publish them too, see /v1/status).
  const data = treeOf(account) === 0 ? ('rollup' as const) : ('validium' as const);
  return { account, data, ownerKey: [...ownerKey], keyVersion, l1Owner, headerDigest: [...headerDigest(header)], slots };
}

/** Without the large columns. */
const BATCH_COLUMNS = {
  number: batches.number,
  status: batches.status,
  timestamp: batches.timestamp,
  transactions: batches.transactionCount,
  statementBytes: sql<number>`length(${batches.statement})`,
  proofBytes: sql<number | null>`length(${batches.proof})`,
  proveSeconds: batches.proveSeconds,
  l1Transaction: batches.l1Transaction,
  l1Block: batches.l1Block,
  gasUsed: batches.gasUsed,
  transactionBytes: batches.transactionBytes,
  origin: batches.origin,
  carrier: batches.carrier,
  blobs: sql<string[]>`(select coalesce(jsonb_agg(blob ->> 'hash'), '[]') from jsonb_array_elements(${batches.blobs}) blob)`,
  committee: sql<boolean>`${batches.attestation} is not null`,
} as const;
