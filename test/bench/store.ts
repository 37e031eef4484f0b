import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPosts, mint, writeDraft } from '../../main/backend/posts/index.ts';
import { makeDesk } from '../../main/backend/testing/index.ts';
import { percentiles, printFigure } from './figures.ts';
import { fillDesk, seeded, words } from './many-posts.ts';

/** `store`: saving, listing and searching with 100,000 posts in the data folder, every commit synced to the disk. */
const POSTS = 100_000;
const folder = mkdtempSync(join(tmpdir(), 'ban-thao-bench-'));
try {
  const { desk } = makeDesk(folder);
  const random = seeded(1);
  const started = performance.now();
  const posts = fillDesk(desk, POSTS, random);
  console.error(`filled with ${POSTS} posts in ${Math.round((performance.now() - started) / 1000)} s`);
  desk.db.pragma('wal_checkpoint(TRUNCATE)');

  const save = percentiles(500, (index) => {
    const post = posts[Math.floor(random() * posts.length)] ?? '';
    writeDraft(desk, { post, fields: { summary: `${index} ${words(20, random)}` }, order: null, blocks: [] });
    mint(desk, post);
  });
  printFigure('store', 'save', { posts: POSTS, ...save });

  const page = { filter: 'all', category: null, query: '', offset: 0, limit: 100 } as const;
  const filters = ['all', 'mine', 'draft', 'published', 'my_turn', 'in_review'] as const;
  const categories = [null, null, 'B2', 'B7'];
  const list = percentiles(600, (index) => {
    listPosts(desk, {
      ...page,
      filter: filters[index % filters.length] ?? 'all',
      category: categories[index % categories.length] ?? null,
    });
  });
  printFigure('store', 'list', { posts: POSTS, ...list });

  const search = percentiles(600, () => {
    listPosts(desk, { ...page, query: words(1 + Math.floor(random() * 3), random) });
  });
  printFigure('store', 'search', { posts: POSTS, ...search });
  desk.db.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
