/**
 * Gets the committee's signatures for batches whose validium diffs are not published, while those batches are being proven. When the
 * committee does not sign, batches are sealed with the data in them (blobs or calldata) until it is back: nobody waits for it for long.
 */
import { concatBytes, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Committee } from '../committee/client.ts';
import { isUnattested } from '../l1/settler.ts';
import type { Queries } from '../storage/database.ts';
import { batches } from '../storage/schema.ts';
import { heldBatchOf } from './validiumRecord.ts';

/** Failed rounds for one batch before the data is published instead, however few batches wait. */
const MAX_ATTEMPTS = 3;
/** Between two questions whether the committee is back. */
const PROBE_MS = 5_000;

export interface CommitteeDutyOptions {
  /** Undefined: there is none, everything is published. */
  readonly committee: Committee | undefined;
  readonly queries: Queries;
  /** Batches that may wait for signatures. */
  readonly patience: number;
  readonly logger: Logger;
}

export interface DutyResult {
  /** Something was signed: look again at once. */
  readonly busy: boolean;
  /** This batch and those after it are to be sealed again, with their data. */
  readonly discard?: number;
}

type BatchRow = typeof batches.$inferSelect;

export class CommitteeDuty {
  readonly #options: CommitteeDutyOptions;
  #down = false;
  #attempts = 0;
  #probedAt = 0;

  constructor(options: CommitteeDutyOptions) {
    this.#options = options;
  }

  /** Whether the next batch is to publish validium diffs. */
  get publishes(): boolean {
    return this.#options.committee === undefined || this.#down;
  }

  /** Members whose last answer was good. */
  get membersUp(): number {
    const { committee } = this.#options;
    return committee === undefined ? 0 : committee.members.length - committee.failures.size;
  }

  async round(): Promise<DutyResult> {
    const { committee, patience, logger } = this.#options;
    if (committee === undefined) return { busy: false };
    if (this.#down) return this.#probe(committee);
    const waiting = await this.#waiting();
    if (waiting.length === 0) return { busy: false };
    try {
      await this.#attest(committee, waiting[0]);
      this.#attempts = 0;
      return { busy: true };
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'COMMITTEE_DOWN') throw error;
      this.#attempts++;
      logger.warn(
        { batch: waiting[0].number, failures: error.details['failures'], attempts: this.#attempts },
        'the committee does not sign',
      );
      if (this.#attempts < MAX_ATTEMPTS && waiting.length < patience) return { busy: false };
      logger.error({ batch: waiting[0].number }, 'the committee is down: validium data is published until it is back');
      this.#down = true;
      this.#attempts = 0;
      return { busy: false, discard: waiting[0].number };
    }
  }

  /** Unsigned, in order: members take them in no other. */
  async #waiting(): Promise<BatchRow[]> {
    const { queries } = this.#options;
    const rows = await queries
      .select()
      .from(batches)
      .where(
        and(
          eq(batches.origin, 'own'),
          inArray(batches.status, ['sealed', 'proven', 'submitted']),
          isNotNull(batches.validiumData),
          isNull(batches.attestation),
        ),
      )
      .orderBy(asc(batches.number));
    return rows.filter(isUnattested);
  }

  async #attest(committee: Committee, row: BatchRow): Promise<void> {
    const { queries, logger } = this.#options;
    const { dataDigest, signatures, signers } = await committee.collect(heldBatchOf(row)!, row.newRollupRoot);
    // The batch may have been sealed anew meanwhile: the signatures belong to this statement and to no other.
    await queries
      .update(batches)
      .set({ attestation: concatBytes(dataDigest, signatures) })
      .where(and(eq(batches.number, row.number), eq(batches.statement, row.statement)));
    logger.info({ batch: row.number, signers, dataDigest: toHex(dataDigest) }, 'the committee has signed');
  }

  /** It is back when enough members hold the newest data: then they can sign what follows. */
  async #probe(committee: Committee): Promise<DutyResult> {
    const { queries, logger } = this.#options;
    if (Date.now() - this.#probedAt < PROBE_MS) return { busy: false };
    this.#probedAt = Date.now();
    const [row] = await queries
      .select()
      .from(batches)
      .where(and(isNotNull(batches.validiumData), ne(batches.status, 'sealed')))
      .orderBy(desc(batches.number))
      .limit(1);
    const held = row === undefined ? undefined : heldBatchOf(row);
    const up = held === undefined ? await committee.ping() : await committee.share(held);
    if (up < committee.threshold) return { busy: false };
    logger.info({ members: up }, 'the committee is back');
    this.#down = false;
    return { busy: true };
  }
}
