import { z } from 'zod';
import { newId, type Revision } from '../../../shared/content/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';
import type { Desk } from './desk.ts';
import { projectPost } from './project.ts';
import { readRevision } from './revisions.ts';
import { noteTranslation, translationOf } from './translation.ts';
import { endWorking, readWorking, startWorking, type WorkingCopy, writeWorking } from './working.ts';

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

/**
 * Sets a post's working copy aside as a draft of its own, word for word: for words that can become no version, and would
 * be in the way. Call it in the transaction of what takes their place.
 *
 * @returns the new post.
 */
export function setCopyAside(desk: Desk, copy: WorkingCopy, title: (original: string) => string): string {
  const { db } = desk;
  const draft = newId();
  const at = desk.now().toISOString();
  const base = copy.base === null ? null : readRevision(db, copy.base);
  const translation = translationOf(db, copy.post);
  if (translation !== null) noteTranslation(db, draft, translation);
  startWorking(db, draft, null, at, base?.kind ?? copy.kind);
  const fields = { ...copy.fields, title: title(copy.fields.title) };
  writeWorking(db, draft, { fields, order: copy.blocks.map(({ id }) => id), blocks: copy.blocks }, at);
  endWorking(db, copy.post);
  projectPost(desk, draft);
  return draft;
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
