import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { below, packageFolder } from './contents.ts';

/** A kind of computer, in Node's words. */
export interface Target {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
}

/** What a package with native parts does not need once it is built. */
const FOR_BUILDING = new Set(['node-addon-api']);
/** Of most packages everything but what is for people who program with them. */
const NOT_TO_RUN = [
  '**/*.d.ts',
  '**/*.d.mts',
  '**/*.d.cts',
  '**/*.map',
  '**/README.md',
  '**/CHANGELOG.md',
  '**/*.gyp',
  'src/**',
  'deps/**',
  'install/**',
];

/** One file of a package: where it is, and its place below the packaged `node_modules`. */
export interface PackageFile {
  readonly from: string;
  readonly to: string;
}

/**
 * The files of packages that the program loads on a target, with all they depend on that is installed: npm installs the
 * native parts of the platform it runs on.
 */
export function packageFiles(names: readonly string[], root: string, target: Target): readonly PackageFile[] {
  const files: PackageFile[] = [];
  const seen = new Set<string>();
  const visit = (name: string, from: string): void => {
    const folder = packageFolder(name, from);
    if (folder === null || seen.has(folder) || FOR_BUILDING.has(name)) return;
    seen.add(folder);
    for (const file of globSync('**/*', { cwd: folder, exclude: NOT_TO_RUN, withFileTypes: true })) {
      const path = join(file.parentPath, file.name);
      if (!file.isFile() || isForAnother(target, below(folder, path))) continue;
      files.push({ from: path, to: below(join(root, 'node_modules'), path) });
    }
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'optionalDependencies', Record<string, string> | undefined>;
    for (const other of Object.keys({ ...dependencies, ...optionalDependencies })) visit(other, folder);
  };
  for (const name of names) visit(name, root);
  return files;
}

/** better-sqlite3 brings its binaries for all platforms along. */
function isForAnother({ platform, arch }: Target, file: string): boolean {
  return file.startsWith('prebuilds/') && file !== `prebuilds/${platform}-${arch}.node`;
}
