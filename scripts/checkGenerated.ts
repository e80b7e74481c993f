/** Everything generated and committed is rebuilt and compared; the generators and their order are `generate.ts`'s. */
process.argv.push('--check');
await import('./generate.ts');
