import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type IFlattenedRuleSet } from 'dependency-cruiser';

/** One import that breaks a rule of design.md section 2. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** The imports under `root` that break the house's rules. Paths are relative to `root`. */
export async function importViolations(root: string): Promise<readonly Violation[]> {
  const require = createRequire(import.meta.url);
  const rules = require('../../.dependency-cruiser.cjs') as {
    forbidden: NonNullable<IFlattenedRuleSet['forbidden']>;
    options: ICruiseOptions & { enhancedResolveOptions: object };
  };
  const folders = ['shared', 'main', 'renderer', 'portal', 'build', 'test'].filter((folder) =>
    existsSync(join(root, folder)),
  );
  const { enhancedResolveOptions, ...options } = rules.options;
  const { output } = await cruise(
    folders,
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden: rules.forbidden } },
    enhancedResolveOptions,
  );
  if (typeof output === 'string') throw new Error(`unexpected report: ${output}`);
  const read = output.modules.filter((module) => !module.coreModule && module.dependencies.length > 0);
  // A parser that cannot read TypeScript finds no imports and would call everything good.
  if (read.length === 0) throw new Error(`no imports found under ${root}`);
  return output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
