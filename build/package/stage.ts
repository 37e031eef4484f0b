import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { below, contentsOf } from './contents.ts';
import { packageFiles, type Target } from './native.ts';

/** What the installed program is started from. Everything else is there because one of these loads it. */
export const ENTRIES = [
  'electron/main.js',
  'electron/preload.cjs',
  'backend.js',
  'check.js',
  'import.js',
  'attachment.js',
] as const;

/** Lays out the program as it is packed: a folder with the bundles, their packages, and a manifest of its own. */
export function stage(root: string, app: string, target: Target): void {
  rmSync(app, { recursive: true, force: true });
  const dist = join(root, 'dist');
  const copy = (from: string, to: string): void => {
    mkdirSync(dirname(join(app, to)), { recursive: true });
    copyFileSync(from, join(app, to));
  };

  const { files, packages } = contentsOf(dist, ENTRIES);
  const pages = globSync('renderer/**/*', { cwd: dist, withFileTypes: true }).filter((file) => file.isFile());
  for (const file of files) copy(join(dist, file), `dist/${file}`);
  for (const { parentPath, name } of pages) copy(join(parentPath, name), `dist/${below(dist, join(parentPath, name))}`);
  for (const { from, to } of packageFiles(packages, root, target)) copy(from, `node_modules/${to}`);
  copy(join(root, 'LICENSE'), 'LICENSE');
  if (!existsSync(join(app, 'dist/renderer/licences.json'))) throw new Error('dist/renderer/licences.json is missing');

  const { name, productName, version, description, license } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  const manifest = {
    name,
    productName,
    version,
    description,
    license,
    author: { name: productName, email: 'ban-thao@banthao.example' },
    homepage: 'https://banthao.example',
    type: 'module',
    main: `dist/${ENTRIES[0]}`,
  };
  writeFileSync(join(app, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
