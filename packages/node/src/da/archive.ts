/**
 * Blobs on disk, under what they are: `<folder>/<versioned hash>.blob`, the blob's 131,072 bytes and nothing else. L1's nodes forget
 * blobs after weeks; a rebuild reads this folder instead. A blob is on disk before its transaction is sent.
 */
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHex, type Hex } from '@weir/foundation/bytes';
import { isBlob } from '@weir/protocol/statement/kzg';

const HASH = /^0x01[0-9a-f]{62}$/;

export class BlobArchive {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  #path(hash: Hex): string {
    return join(this.#folder, `${hash}.blob`);
  }

  /** Resolves when the bytes are on disk. The caller has computed the hash from them. */
  async put(hash: Hex, blob: Uint8Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    // Under another name until it is whole: a torn file must not pass for a blob.
    const draft = `${this.#path(hash)}.${process.pid}.tmp`;
    const file = await open(draft, 'w');
    try {
      await file.writeFile(blob);
      await file.sync();
    } catch (error) {
      await unlink(draft).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
    await rename(draft, this.#path(hash));
    const folder = await open(this.#folder, 'r');
    await folder.sync().finally(() => folder.close());
  }

  /** The bytes as they are, or undefined. Anything that does not look like a versioned hash is not there. */
  async read(hash: string): Promise<Uint8Array | undefined> {
    if (!HASH.test(hash)) return undefined;
    const bytes = await readFile(this.#path(hash as Hex)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return bytes === undefined ? undefined : new Uint8Array(bytes);
  }

  /** The blob, checked against its hash; a file that is damaged counts as missing. */
  async get(hash: Hex): Promise<Uint8Array | undefined> {
    const bytes = await this.read(hash);
    return bytes !== undefined && isBlob(bytes, fromHex(hash)) ? bytes : undefined;
  }
}
