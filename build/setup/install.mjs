import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MESSAGES } from '../messages.mjs';
import { carriedNode, dropNodeForInstall, isOwnNodeEnough, nodeForInstall } from './node.mjs';
import { npmProblem, SetupProblem } from './problem.mjs';
import { runLogged } from './process.mjs';

/**
 * Whether `node_modules` holds what the lockfile says: npm writes its own record there last, so an interrupted install
 * has none. Native parts for this platform count too, which an older npm may have left out.
 */
export function isInstalled(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(
    ([place, entry]) => place === '' || !isNeededHere(entry) || isSamePackage(entry, present[place]),
  );
}

/** Installs what the lockfile says, with npm's output in a file. Throws a {@link SetupProblem}. */
export async function install(root, say) {
  const log = join(root, '.cache', 'install.log');
  mkdirSync(dirname(log), { recursive: true });
  rmSync(log, { force: true });
  const npm = npmCli();
  const npmCi = async (node, folder) => {
    const options = [
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--fetch-retries=2',
      '--fetch-retry-mintimeout=1000',
      '--fetch-retry-factor=2',
    ];
    const code = await runLogged(node, [npm, 'ci', '--include=dev', '--include=optional', ...options], {
      cwd: folder,
      log,
      env: withoutNpmSettings(process.env),
    });
    if (code !== 0) throw npmProblem(readFileSync(log, 'utf8'), folder, log);
  };

  if (isOwnNodeEnough(root)) {
    say.start(MESSAGES.installing());
    await npmCi(process.execPath, root);
  } else {
    if (carriedNode() === null) throw new SetupProblem(MESSAGES.nodeNeeded(process.version));
    say.start(MESSAGES.installing());
    const node = await nodeForInstall(root, (folder) => npmCi(process.execPath, folder));
    await npmCi(node, root);
    if (process.platform !== 'win32') dropNodeForInstall(root);
  }
  if (!isInstalled(root)) throw new SetupProblem(MESSAGES.installFailed(log));
  say.end();
}

/** The packages of a lockfile by their place, or `null` when it is missing or broken. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** An optional package is needed when it is made for this platform; one that names none comes with another. */
function isNeededHere(entry) {
  if (!entry.optional) return true;
  if (!entry.os || !entry.cpu || [entry.libc ?? []].flat().includes('musl')) return false;
  return [entry.os].flat().includes(process.platform) && [entry.cpu].flat().includes(process.arch);
}

/** The lockfile knows no hash of a few packages for other platforms: the registry it was made with does not hold them. */
function isSamePackage(wanted, present) {
  if (present === undefined || present.version !== wanted.version) return false;
  return wanted.integrity === undefined || present.integrity === wanted.integrity;
}

/** npm's own program, so that it can be run by a Node of our choice without a shell. */
function npmCli() {
  const beside = dirname(process.execPath);
  const places = [
    /npm-cli\.c?js$/.test(process.env.npm_execpath ?? '') ? process.env.npm_execpath : '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
    '/usr/share/npm/bin/npm-cli.js',
  ];
  const found = places.find((place) => place !== '' && existsSync(place));
  if (found === undefined) throw new SetupProblem(MESSAGES.npmMissing());
  return found;
}

/** `npm start --silent` and the like set variables that would steer the inner npm too. */
function withoutNpmSettings(env) {
  const steering =
    /^npm_config_(?:loglevel|omit|include|production|only|dry_run|global|prefix|local_prefix|workspace)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !steering.test(name) && name !== 'NODE_ENV'));
}
