import { z } from 'zod';
import { newId, type Revision } from '../../../shared/content/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';
import type { Desk } from './desk.ts';
import { projectPost } from './project.ts';
import { readRevision } from './revisions.ts';
import { noteTranslation } from './translation.ts';
import { endWorking, readWorking, startWorking, writeWorking } from './working.ts';

/**
 * Sets text that lost a race aside as a draft of its own, so that it is in the list and can be copied from: the post
 * itself goes on from what the portal has. Words typed since the lost revision go along.
 *
 * @returns the new post.
 */
export function copyAsNewDraft(desk: Desk, lostRevision: string, title: (original: string) => string): string | null {
  const { db } = desk;
  const lost = readRevision(db, lostRevision);
  if (lost === null) return null;
  const post = newId();
  const at = desk.now().toISOString();
  db.transaction(() => {
    const working = readWorking(db, lost.post);
    const source: Revision =
      working?.base === lostRevision ? { ...lost, ...working.fields, blocks: [...working.blocks] } : lost;
    if (working?.base === lostRevision) endWorking(db, lost.post);
    if (lost.translates !== null)
      noteTranslation(db, post, { translates: lost.translates, language: lost.language, seen: null });
    startWorking(db, post, null, at, source);
    writeWorking(db, post, { fields: { title: title(source.title) }, order: null, blocks: [] }, at);
    noteRescue(db, { post: lost.post, base: lostRevision, draft: post });
    projectPost(desk, post);
    projectPost(desk, lost.post);
  })();
  desk.tell('posts.changed', { posts: [post, lost.post] });
  return post;
}

const RESCUED = 'rescued';
const rescueSchema = z.object({ post: z.string(), base: z.string().nullable(), draft: z.string() });

/** Where the text of a post went that may not be written any more: text made from `base` goes on in `draft`. */
export type Rescue = z.infer<typeof rescueSchema>;

/** The newest one: words that come late come from the window that showed it. */
export function lastRescue(db: Store): Rescue | null {
  return readSetting(db, RESCUED, rescueSchema);
}

export function noteRescue(db: Store, rescue: Rescue): void {
  writeSetting(db, RESCUED, rescue);
}
