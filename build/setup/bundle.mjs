import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MESSAGES } from '../messages.mjs';
import { SetupProblem } from './problem.mjs';
import { runLogged } from './process.mjs';

/** What the bundles are made of. */
const SOURCES = ['shared', 'main', 'renderer', 'portal', 'build', 'docs/huong-dan', 'package-lock.json'];

/** A hash over names, sizes and times of all sources: cheap, and any edit changes it. */
export function sourcesHash(root) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    const stat = statSync(full);
    if (!stat.isDirectory()) {
      if (!/\.(test|long|e2e)\.tsx?$/.test(path)) hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
      return;
    }
    for (const name of readdirSync(full).sort()) visit(`${path}/${name}`);
  };
  for (const source of SOURCES) visit(source);
  return hash.digest('hex');
}

/** Builds `dist` if a source changed since it was made. `build/bundle.ts` writes the mark last and swaps folders. */
export async function bundle(root, node, say) {
  const hash = sourcesHash(root);
  const mark = join(root, 'dist', '.sources');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  say.start(MESSAGES.building());
  const log = join(root, '.cache', 'build.log');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(log, { force: true });
  const code = await runLogged(node, [join(root, 'build', 'bundle.ts'), hash], {
    cwd: root,
    log,
    // A test runner and some shells set it to something else, and the window would be built for its developers.
    env: { ...process.env, NO_COLOR: '1', NODE_ENV: 'production' },
  });
  if (code !== 0) {
    say.end(false);
    process.stderr.write(readFileSync(log, 'utf8'));
    throw new SetupProblem(MESSAGES.buildFailed(log));
  }
  say.end();
}
