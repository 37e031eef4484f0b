import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPosts } from '../../main/backend/posts/index.ts';
import { makeDesk } from '../../main/backend/testing/index.ts';
import { printFigure } from './figures.ts';
import { fillDesk, seeded } from './many-posts.ts';

/** `recovery`: rebuilding a destroyed database of 10,000 posts from the log alone, the worst case (no backup yet). */
const POSTS = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'ban-thao-bench-'));
try {
  const { desk } = makeDesk(folder);
  fillDesk(desk, POSTS, seeded(1));
  desk.db.close();
  writeFileSync(join(folder, 'database.sqlite'), 'destroyed');
  const started = performance.now();
  const again = makeDesk(folder).desk;
  const ms = Math.round(performance.now() - started);
  const { total } = listPosts(again, { filter: 'all', category: null, query: '', offset: 0, limit: 1 });
  again.db.close();
  if (total !== POSTS) throw new Error(`${total} of ${POSTS} posts came back`);
  printFigure('recovery', 'replay', { posts: POSTS, ms });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
