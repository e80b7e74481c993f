/** A PostgreSQL of one's own in a throw-away folder. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { startEmbeddedPostgres } from '../../src/storage/embeddedPostgres.ts';

export function throwAwayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weir-test-'));
  // PostgreSQL may run as another user than we do: it must be able to walk into the folder.
  chmodSync(folder, 0o755);
  return folder;
}

export async function startTestDatabase(): Promise<Database & { readonly url: string }> {
  const folder = throwAwayFolder();
  const server = await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), log: () => undefined });
  const database = await openDatabase(server.url);
  const close = async (): Promise<void> => {
    await database.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...database, url: server.url, close };
}
