/**
 * The operator's side of the committee: offers a batch to all members at once and takes the first k good signatures. A member that
 * was away gets what it missed first.
 */
import { fromHex, type Hex, toHex } from '@weir/foundation/bytes';
import { CodedError } from '@weir/foundation/codedError';
import { availabilityTypedData, decodeValidiumData } from '@weir/protocol/statement/availability';
import { dataDigest } from '@weir/protocol/statement/binding';
import { hashTypedData, isAddressEqual, type PrivateKeyAccount, recoverAddress } from 'viem';
import type { HeldBatch, Signed } from './member.ts';
import { type BatchJson, batchFromJson, batchToJson, requestHash, SIGNATURE_HEADER } from './service.ts';

export interface CommitteeMember {
  readonly address: Hex;
  readonly url: string;
}

export interface CommitteeOptions {
  readonly members: readonly CommitteeMember[];
  /** Signatures that L1 asks for. */
  readonly threshold: number;
  readonly timeoutMs: number;
  readonly instance: Uint8Array;
  readonly chainId: number;
  readonly core: Hex;
  /** Whose requests the members take. */
  readonly account: PrivateKeyAccount;
  /** Batches with validium diffs from this number on, in order: for members that miss some. */
  readonly history: (from: number) => Promise<readonly HeldBatch[]>;
}

export interface Collected {
  readonly dataDigest: Uint8Array;
  /** 65 bytes each, ascending by signer: what L1 takes. */
  readonly signatures: Uint8Array;
  readonly signers: readonly Hex[];
}

export interface MemberFailure {
  readonly address: Hex;
  readonly code: string;
}

/** Half of secp256k1's order: L1 takes low s only. */
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;
const SIGNATURE = /^0x[0-9a-f]{130}$/;

export class Committee {
  readonly #options: CommitteeOptions;
  /** address → why its last answer was no good. */
  readonly failures = new Map<Hex, string>();

  constructor(options: CommitteeOptions) {
    this.#options = options;
  }

  get members(): readonly CommitteeMember[] {
    return this.#options.members;
  }

  get threshold(): number {
    return this.#options.threshold;
  }

  /** Throws `CodedError('COMMITTEE_DOWN')` with each member's failure if fewer than `threshold` sign in time. */
  async collect(batch: HeldBatch, newRollupRoot: Uint8Array): Promise<Collected> {
    const { members, threshold, instance } = this.#options;
    const signed: Signed[] = [];
    await new Promise<void>((resolve) => {
      let open = members.length;
      if (open === 0) resolve();
      for (const member of members) {
        void this.#ask(member, batch, newRollupRoot).then(
          (answer) => {
            this.failures.delete(member.address);
            signed.push(answer);
            open--;
            if (signed.length >= threshold || open === 0) resolve();
          },
          (error: unknown) => {
            this.failures.set(member.address, error instanceof CodedError ? error.code : String(error));
            open--;
            if (open === 0) resolve();
          },
        );
      }
    });
    if (signed.length < threshold)
      throw new CodedError('COMMITTEE_DOWN', `${signed.length} of ${members.length} members have signed, ${threshold} are needed`, {
        batchNumber: batch.batchNumber,
        failures: Object.fromEntries(this.failures),
      });
    const chosen = signed.slice(0, threshold).sort((a, b) => (BigInt(a.signer) < BigInt(b.signer) ? -1 : 1));
    return {
      dataDigest: dataDigest(instance, batch.batchNumber, decodeValidiumData(batch)),
      signatures: fromHex(`0x${chosen.map(({ signature }) => signature.slice(2)).join('')}`),
      signers: chosen.map(({ signer }) => signer),
    };
  }

  /** Stores without signing: data that L1 holds itself, so that members can go on from it. Returns how many members have it now. */
  async share(batch: HeldBatch): Promise<number> {
    const stored = await Promise.all(
      this.#options.members.map((member) =>
        this.#bring(member, batch, batchToJson(batch)).then(
          () => this.failures.delete(member.address) || true,
          (error: unknown) => {
            this.failures.set(member.address, error instanceof CodedError ? error.code : String(error));
            return false;
          },
        ),
      ),
    );
    return stored.filter((has) => has).length;
  }

  /** Members that answer at all and are well. */
  async ping(): Promise<number> {
    const answers = await Promise.all(
      this.#options.members.map(({ address, url }) =>
        this.#request(`${url}/health`).then(
          ({ ok }) => {
            if (ok) this.failures.delete(address);
            return ok;
          },
          () => false,
        ),
      ),
    );
    return answers.filter((isWell) => isWell).length;
  }

  /** A batch's data from whichever member has it: for a node that follows batches of others. */
  async fetchBatch(number: number, newValidiumRoot: Uint8Array): Promise<HeldBatch | undefined> {
    for (const { url } of this.#options.members) {
      const response = await this.#request(`${url}/v1/batches/${number}`).catch(() => undefined);
      if (response?.ok !== true) continue;
      const { batches } = (await response.json()) as { batches: BatchJson[] };
      const found = batches.find((batch) => batch.newValidiumRoot === toHex(newValidiumRoot));
      if (found !== undefined) return batchFromJson(found);
    }
    return undefined;
  }

  async #ask(member: CommitteeMember, batch: HeldBatch, newRollupRoot: Uint8Array): Promise<Signed> {
    const body = { ...batchToJson(batch), newRollupRoot: toHex(newRollupRoot) };
    const answer = (await this.#bring(member, batch, body)) as Signed;
    await this.#check(member, batch, newRollupRoot, answer);
    return answer;
  }

  /** Offers a batch, after whatever the member has missed before it. */
  async #bring(member: CommitteeMember, batch: HeldBatch, body: BatchJson): Promise<unknown> {
    return this.#offer(member, body).catch(async (error: unknown) => {
      if (!(error instanceof CodedError) || error.code !== 'DATA_MISSING') throw error;
      await this.#catchUp(member, batch, Number(error.details['lastBatch'] ?? 0));
      return this.#offer(member, body);
    });
  }

  /** From the last batch that it has; if that turns out to be of another history, from the beginning. */
  async #catchUp(member: CommitteeMember, batch: HeldBatch, lastBatch: number): Promise<void> {
    for (const from of [lastBatch, 0]) {
      const missed = (await this.#options.history(from)).filter(({ batchNumber }) => batchNumber < batch.batchNumber);
      try {
        for (const earlier of missed) await this.#offer(member, batchToJson(earlier));
        return;
      } catch (error) {
        if (from === 0 || !(error instanceof CodedError) || error.code !== 'DATA_MISSING') throw error;
      }
    }
  }

  async #offer({ url }: CommitteeMember, json: BatchJson): Promise<unknown> {
    const { account, instance } = this.#options;
    const body = new TextEncoder().encode(JSON.stringify(json));
    const signature = await account.signMessage({ message: { raw: requestHash(instance, body) } });
    const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature };
    const response = await this.#request(`${url}/v1/batches`, { method: 'POST', body, headers });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) {
      const { code, message, details } = answer;
      throw new CodedError(String(code), String(message), (details ?? {}) as Record<string, unknown>);
    }
    return answer;
  }

  async #request(url: string, init: RequestInit = {}): Promise<Response> {
    return fetch(url, { ...init, signal: AbortSignal.timeout(this.#options.timeoutMs) }).catch((cause: Error) => {
      const code = cause.name === 'TimeoutError' ? 'TIMEOUT' : 'UNREACHABLE';
      throw new CodedError(code, `${url}: ${cause.message}`, {}, { cause });
    });
  }

  /** One bad signature among good ones would make L1 refuse the batch. */
  async #check({ address }: CommitteeMember, batch: HeldBatch, newRollupRoot: Uint8Array, { signer, signature }: Signed): Promise<void> {
    const { chainId, core, instance } = this.#options;
    const hash = hashTypedData(
      availabilityTypedData(chainId, core, {
        batchNumber: BigInt(batch.batchNumber),
        newRollupRoot: toHex(newRollupRoot),
        newValidiumRoot: toHex(batch.newValidiumRoot),
        oldValidiumRoot: toHex(batch.oldValidiumRoot),
        dataDigest: toHex(dataDigest(instance, batch.batchNumber, decodeValidiumData(batch))),
      }),
    );
    const isForm = SIGNATURE.test(signature) && BigInt(`0x${signature.slice(66, 130)}`) <= HALF_ORDER;
    const recovered = isForm ? await recoverAddress({ hash, signature }).catch(() => undefined) : undefined;
    if (recovered === undefined || !isAddressEqual(recovered, address) || !isAddressEqual(signer, address))
      throw new CodedError('SIGNATURE_WRONG', `${address} did not sign this batch`, { batchNumber: batch.batchNumber });
  }
}
