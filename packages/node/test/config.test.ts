import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadConfig, type Setting, settings } from '../src/config.ts';

const required = { WEIR_RPC_URL: 'http://localhost:8545', WEIR_CORE: `0x${'c0'.repeat(20)}`, WEIR_OPERATOR_KEY: `0x${'01'.repeat(32)}` };

describe('settings', () => {
  it('come from overrides, then the environment, then defaults', () => {
    const config = loadConfig({ port: 1 }, { ...required, WEIR_PORT: '2', WEIR_BATCH_SIZE: '7' });
    expect([config.port, config.maxBatchTransactions, config.maxBatchAgeMs]).toEqual([1, 7, 5_000]);
  });

  it('reads a list of committee members', () => {
    const [a, b] = [`0x${'0a'.repeat(20)}`, `0x${'0b'.repeat(20)}`];
    expect(loadConfig({}, { ...required, WEIR_COMMITTEE: `${a}@http://one:1/, ${b}@https://two` }).committee).toEqual([
      { address: a, url: 'http://one:1' },
      { address: b, url: 'https://two' },
    ]);
    expect(loadConfig({}, required).committee).toEqual([]);
  });

  it('name the variable that is missing or wrong', () => {
    const { WEIR_CORE: _, ...noCore } = required;
    expect(() => loadConfig({}, noCore)).toThrow('WEIR_CORE is not set');
    for (const [name, value] of [
      ['WEIR_PORT', '70000'],
      ['WEIR_BATCH_SIZE', '0'],
      ['WEIR_POLL_MS', '1.5'],
      ['WEIR_CORE', '0x12'],
      ['WEIR_OPERATOR_KEY', 'key'],
      ['WEIR_DATA_CARRIER', 'pigeon'],
      ['WEIR_COMMITTEE', 'http://127.0.0.1:1'],
    ]) {
      expect(() => loadConfig({}, { ...required, [name]: value })).toThrow(
        expect.objectContaining({ code: 'BAD_CONFIG', details: { variable: name, value } }) as Error,
      );
    }
  });

  it('are described in docs/operations.md exactly as here', () => {
    const rows = (Object.values(settings) as Setting<unknown>[]).map(({ env, fallback, description }) => {
      const shown =
        fallback === undefined
          ? 'required'
          : fallback === '' || fallback === -1 || (Array.isArray(fallback) && fallback.length === 0)
            ? 'empty'
            : `\`${String(fallback)}\``;
      return `| \`${env}\` | ${shown} | ${description} |`;
    });
    const page = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
    expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows);
  });
});
