import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

/** What a set of bundles needs to run. */
export interface Contents {
  /** The bundles and all they load, relative to their folder, with `/`. */
  readonly files: readonly string[];
  /** Packages that are looked for in `node_modules` when the program runs, by name; Electron itself left out. */
  readonly packages: readonly string[];
}

/** Follows every import of `entries` in a folder of bundles. */
export function contentsOf(folder: string, entries: readonly string[]): Contents {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const name of importsOf(join(folder, file))) {
      if (name.startsWith('.')) visit(posix.normalize(posix.join(posix.dirname(file), name)));
      else if (!isGiven(name)) packages.add(packageOf(name));
    }
  };
  for (const entry of entries) visit(entry);
  return { files: [...files].sort(), packages: [...packages].sort() };
}

/** What a file imports or requires by name, as it is written. */
export function importsOf(file: string): readonly string[] {
  const { program, module, errors } = parseSync(file, readFileSync(file, 'utf8'));
  if (errors.length > 0) throw new Error(`cannot read ${file}: ${errors[0]?.message}`);
  const names = new Set(module.staticImports.map(({ moduleRequest }) => moduleRequest.value));
  for (const { entries } of module.staticExports)
    for (const { moduleRequest } of entries) if (moduleRequest) names.add(moduleRequest.value);
  const add = (source: ESTree.Node | undefined): void => {
    if (source?.type === 'Literal' && typeof source.value === 'string') names.add(source.value);
  };
  new Visitor({
    // biome-ignore lint/correctness/noComponentHookFactories: a kind of syntax, no component
    ImportExpression: ({ source }) => add(source),
    // `__require` is what the bundler makes of a CommonJS module's own.
    // biome-ignore lint/correctness/noComponentHookFactories: a kind of syntax, no component
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && /^(__)?require$/.test(callee.name)) add(first);
    },
  }).visit(program);
  return [...names];
}

/** Whether the host brings a module along: Node's own, and Electron. */
export function isGiven(name: string): boolean {
  return name === 'electron' || name.startsWith('node:') || builtinModules.includes(name);
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/** A path below a folder, with `/`. */
export function below(folder: string, file: string): string {
  return relative(folder, file).split(sep).join('/');
}

/** Looks for an installed package as Node does: from a folder outwards. `null` when it is not installed. */
export function packageFolder(name: string, from: string): string | null {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    try {
      readFileSync(join(folder, 'package.json'));
      return folder;
    } catch {
      if (dirname(at) === at) return null;
    }
  }
}
