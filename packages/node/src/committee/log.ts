/**
 * An append-only file of records that survives `kill -9` and power loss: every record carries its length and a checksum, and is on disk
 * (fsync) before `append` resolves. A last record that the file ends within was never acknowledged and is cut off at the next start;
 * anything else that does not check means that acknowledged data may be gone, and the log refuses to open.
 */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { keccak256 } from '@weir/crypto/keccak';
import { bigintToBytes, bytesToBigint, concatBytes, equalBytes } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';

const LENGTH_BYTES = 4;
const CHECKSUM_BYTES = 8;
/** length ‖ checksum of the length ‖ checksum of the record: a damaged length must not look like a torn record. */
const OVERHEAD = LENGTH_BYTES + 2 * CHECKSUM_BYTES;

const checksum = (bytes: Uint8Array): Uint8Array => keccak256(bytes).subarray(0, CHECKSUM_BYTES);

export class Log {
  readonly #file: FileHandle;
  #end: number;
  #last: Promise<unknown> = Promise.resolve();
  #failure: Error | undefined;

  private constructor(file: FileHandle, end: number) {
    this.#file = file;
    this.#end = end;
  }

  /** Shows every record, in order. Throws `CodedError('LOG_CORRUPT')`. */
  static async open(path: string, visit: (record: Uint8Array) => void): Promise<Log> {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a+');
    try {
      const bytes = new Uint8Array(await file.readFile());
      const end = read(bytes, visit);
      if (end < bytes.length) await file.truncate(end);
      await file.sync();
      // The directory entry too: a new file is not there until its folder says so.
      const folder = await open(dirname(path), 'r');
      await folder.sync().finally(() => folder.close());
      return new Log(file, end);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Resolves when the record is on disk. After a failed write nothing more is taken: what the file holds is not known. */
  append(record: Uint8Array): Promise<void> {
    const write = async (): Promise<void> => {
      if (this.#failure !== undefined) throw this.#failure;
      const length = bigintToBytes(BigInt(record.length), LENGTH_BYTES);
      try {
        const bytes = concatBytes(length, checksum(length), checksum(record), record);
        const { bytesWritten } = await this.#file.write(bytes, 0, bytes.length, this.#end);
        if (bytesWritten !== bytes.length) throw new Error(`wrote ${bytesWritten} of ${bytes.length} bytes`);
        await this.#file.datasync();
        this.#end += bytes.length;
      } catch (cause) {
        this.#failure = new CodedError('LOG_FAILED', 'the log cannot be written any more', {}, { cause: cause as Error });
        throw this.#failure;
      }
    };
    const mine = this.#last.then(write, write);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  get isWell(): boolean {
    return this.#failure === undefined;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#file.close();
  }
}

/** Returns where the last whole record ends. */
function read(bytes: Uint8Array, visit: (record: Uint8Array) => void): number {
  let at = 0;
  while (at + OVERHEAD <= bytes.length) {
    const length = bytes.subarray(at, at + LENGTH_BYTES);
    const end = at + OVERHEAD + Number(bytesToBigint(length));
    const isLength = equalBytes(checksum(length), bytes.subarray(at + LENGTH_BYTES, at + LENGTH_BYTES + CHECKSUM_BYTES));
    if (isLength && end > bytes.length) return at;
    const record = bytes.subarray(at + OVERHEAD, end);
    if (!isLength || !equalBytes(checksum(record), bytes.subarray(at + LENGTH_BYTES + CHECKSUM_BYTES, at + OVERHEAD))) {
      // Some file systems lengthen a file before they write into it: zeros to the end are a record that was never written.
      if (bytes.subarray(at).every((byte) => byte === 0)) return at;
      throw new CodedError('LOG_CORRUPT', `the record at byte ${at} is damaged: restore the file from another member or a backup`, { at });
    }
    visit(record.slice());
    at = end;
  }
  return at;
}
