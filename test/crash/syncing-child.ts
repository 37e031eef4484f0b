import { setTimeout as pause } from 'node:timers/promises';
import { createPost, mint, writeDraft } from '../../main/backend/posts/index.ts';
import { openProfile } from '../../main/backend/profiles/index.ts';
import { withoutWindow } from '../integration/surroundings.ts';

/**
 * A computer that does nothing but write and sync until it is killed: `node syncing-child.ts HOME NAME`. A line for each
 * word that is durable goes to the output, and `idle` once nothing of it waits any more.
 */
const [home = '', name = ''] = process.argv.slice(2);
const profile = openProfile(withoutWindow(home));
if (profile === null) throw new Error(`nobody has signed in at ${home}`);
const { desk, sync } = profile;
const post = createPost(desk);
for (let number = 0; ; number += 1) {
  const text = `${name}.${number} trường học trên núi`;
  const block = { id: 'p', type: 'paragraph' as const, children: [{ type: 'text' as const, text }] };
  writeDraft(desk, { post, fields: { title: name }, order: ['p'], blocks: [block] });
  mint(desk, post);
  console.log(text);
  const { state, pending } = await sync.now();
  if (state === 'idle' && pending === 0) console.log('idle');
  else await pause(100);
}
