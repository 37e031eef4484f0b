import { writeSync } from 'node:fs';
import { createPost, mint, writeDraft } from '../../../main/backend/posts/index.ts';
import { makeDesk } from '../../../main/backend/testing/index.ts';
import { seeded, words } from '../../bench/many-posts.ts';

/**
 * A person writing, for the power-cut test: types, leaves posts, and tells on standard output, after each step, what
 * the program has acknowledged as saved so far: `{post, text}` in JSON.
 */
const [folder = '', seed = '1', steps = '60'] = process.argv.slice(2);
const { desk } = makeDesk(folder);
const random = seeded(Number(seed));
const posts = [createPost(desk), createPost(desk), createPost(desk)];
const texts = new Map(posts.map((post) => [post, '']));
for (let step = 0; step < Number(steps); step += 1) {
  const post = posts[Math.floor(random() * posts.length)] ?? '';
  const text = `${texts.get(post)} ${words(3, random)}`.trim();
  writeDraft(desk, {
    post,
    fields: step < 5 ? { title: words(4, random) } : null,
    order: ['a'],
    blocks: [{ id: 'a', type: 'paragraph', children: [{ type: 'text', text }] }],
  });
  texts.set(post, text);
  // The trace sees this line between the writes: everything before it was promised to be safe.
  writeSync(3, `${JSON.stringify({ post, text })}\n`);
  if (random() < 0.15) mint(desk, post);
  if (random() < 0.02) await desk.db.backUp(new Date());
}
process.exit(0);
