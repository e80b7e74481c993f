/** Writes vectors/schedules.json: profile ids and derived tables, from which Solidity constants are generated. */
import { writeFileSync } from 'node:fs';
import { toHex } from '@weir/foundation/bytes';
import { busPowOf, PROFILES, profileId, scheduleFor } from '../../src/profile.ts';
import { expectedWhirBytes, provableBits } from '../../src/soundness.ts';

export function schedulesVector(): string {
  const profiles = Object.values(PROFILES).map((profile) => ({
    profileId: toHex(profileId(profile)),
    busPow: busPowOf(profile),
    profile,
    schedules: Array.from({ length: profile.maxVariables - profile.minVariables + 1 }, (_, i) => {
      const schedule = scheduleFor(profile, profile.minVariables + i)!;
      return {
        ...schedule,
        provableBits: Number(provableBits(profile, schedule).toFixed(2)),
        whirBytes: Math.round(expectedWhirBytes(profile, schedule)),
      };
    }),
  }));
  return `${JSON.stringify({ source: 'packages/stark/src/soundness.ts', profiles }, null, 1)}\n`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL('../../../../vectors/schedules.json', import.meta.url), schedulesVector());
}
