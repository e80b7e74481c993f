/**
 * DESIGN section 9's import arrows, checked with dependency-cruiser. Fails if it looked at no modules
 * (a mis-set parser makes the tool pass on nothing).
 */
import { cruise } from 'dependency-cruiser';

/** package → the packages of ours that it may import. */
const arrows = {
  foundation: [],
  crypto: ['foundation'],
  stark: ['foundation', 'crypto'],
  protocol: ['foundation', 'crypto'],
  circuits: ['foundation', 'crypto', 'stark', 'protocol'],
  abi: [],
  sdk: ['foundation', 'crypto', 'stark', 'protocol', 'circuits', 'abi'],
  node: ['foundation', 'crypto', 'stark', 'protocol', 'circuits', 'abi'],
  cli: ['foundation', 'protocol', 'sdk', 'node'],
};

const forbidden = Object.entries(arrows).map(([name, allowed]) => ({
  name: `arrows-${name}`,
  severity: 'error',
  from: { path: `^packages/${name}/src` },
  to: { path: `^packages/(?!(?:${[name, ...allowed].join('|')})/)|^(?:bench|e2e)/` },
}));
forbidden.push({ name: 'no-circular', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } });

const { output } = await cruise(['packages', 'e2e', 'bench'], {
  ruleSet: { forbidden },
  includeOnly: '^(packages|e2e|bench)/',
  tsPreCompilationDeps: true,
  exclude: { path: 'node_modules|/test/' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default'],
    extensions: ['.ts', '.mjs', '.js', '.json'],
  },
});
const { totalCruised, violations, totalDependenciesCruised } = output.summary;
for (const violation of violations) console.error(`${violation.rule.name}: ${violation.from} → ${violation.to}`);
console.log(`${totalCruised} modules, ${totalDependenciesCruised} imports, ${violations.length} violations`);
const crossPackage = output.modules.flatMap((module) =>
  module.dependencies.filter((d) => d.resolved.startsWith('packages/') && d.module.startsWith('@weir/')),
);
if (totalCruised === 0 || crossPackage.length === 0) {
  console.error('the check looked at nothing: fix its resolver');
  process.exit(1);
}
process.exit(violations.length === 0 ? 0 : 1);
