/** Runs a committee member: its data folder, its key, its HTTP service. It needs no L1, no database and no node. */
import { join } from 'node:path';
import type { Hex } from '@weir/foundation/bytes';
import { instanceHash } from '@weir/protocol/statement/binding';
import type { Logger } from 'pino';
import { privateKeyToAccount } from 'viem/accounts';
import { Member } from './member.ts';
import { createCommitteeService } from './service.ts';

export interface CommitteeMemberOptions {
  readonly dataDirectory: string;
  readonly key: Hex;
  readonly chainId: number;
  readonly core: Hex;
  readonly operators: readonly Hex[];
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  readonly logger: Logger;
}

export interface RunningMember {
  readonly url: string;
  readonly address: Hex;
  stop(): Promise<void>;
}

/** Throws `CodedError`: LOG_CORRUPT. */
export async function startCommitteeMember(options: CommitteeMemberOptions): Promise<RunningMember> {
  const { dataDirectory, key, chainId, operators, host, port, logger } = options;
  const core = options.core.toLowerCase() as Hex;
  const instance = instanceHash(BigInt(chainId), core);
  const account = privateKeyToAccount(key);
  const member = await Member.open({ file: join(dataDirectory, `committee-${core}.log`), account, instance, chainId, core });
  const service = await createCommitteeService({ member, instance, operators, logger });
  try {
    const url = await service.listen({ host, port });
    logger.info({ url, signer: account.address, lastBatch: member.lastBatch }, 'committee member is up');
    return {
      url,
      address: account.address,
      stop: async () => {
        await service.close();
        await member.close();
      },
    };
  } catch (error) {
    await member.close();
    throw error;
  }
}
