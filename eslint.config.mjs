// Biome formats and lints; ESLint is here only for what needs types: promises that nobody awaits.
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '**/generated/**',
      '.build/**',
      'node_modules/**',
      'contracts/**',
      '**/*.mjs',
      '**/*.cjs',
      'packages/*/assembly/**',
      'vitest.config.ts',
      'scripts/**',
    ],
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: true },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
);
