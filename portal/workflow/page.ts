import { publicIdOf, usedMedia } from '../../shared/content/index.ts';
import { mutationSchema } from '../../shared/sync/index.ts';
import { type ChangeNote, type MutationArgs, parseAction } from '../../shared/workflow/index.ts';
import { indexPublication } from '../search/index.ts';
import { type Store, shownParts } from '../store/index.ts';
import { notePostChange } from './language-versions.ts';
import { storedRevision } from './revisions.ts';
import { knownPost } from './status.ts';
import { newestSubmission } from './submissions.ts';

/** Takes a post's page down. Readers get the reason from the closed list and the public note; the rest is the board's. */
export async function takeDown(tx: Store, words: MutationArgs<'post.withdraw'>, at: Date): Promise<void> {
  const { post, reason, publicNote = '', replacement } = words;
  const { unit } = await knownPost(tx, post);
  if (unit !== null) await notePostChange(tx, unit, post);
  await tx
    .updateTable('publication')
    .set({
      ended_at: at.toISOString(),
      withdrawn_reason: reason,
      public_note: publicNote === '' ? null : publicNote,
      replaced_by: reason === 'replaced' ? (replacement ?? null) : null,
    })
    .where('post', '=', post)
    .where('ended_at', 'is', null)
    .execute();
}

/** Makes a revision the one that readers get, from `at` on. Under the feed's lock. */
export async function makePublic(
  tx: Store,
  made: { mutation: string; unit: string; post: string; revision: string; approval: string; at: Date },
): Promise<void> {
  const { mutation, unit, post, approval } = made;
  const at = made.at.toISOString();
  const revision = await storedRevision(tx, made.revision);
  if (revision === null) throw new Error(`revision ${made.revision} was approved and is gone`);
  await tx
    .updateTable('publication')
    .set({ ended_at: at })
    .where('post', '=', post)
    .where('ended_at', 'is', null)
    .execute();
  const first = await tx
    .selectFrom('publication')
    .select('first_at')
    .where('post', '=', post)
    .orderBy('first_at')
    .executeTakeFirst();
  const focus = revision.cover?.focus;
  await tx
    .insertInto('publication')
    .values({
      ...{ mutation, unit, post, revision: made.revision, approval },
      public_id: publicIdOf(post),
      kind: revision.kind,
      language: revision.language,
      translates: revision.translates,
      title: revision.title,
      summary: revision.summary,
      cover: revision.cover?.media ?? null,
      cover_alt: revision.cover?.alt ?? null,
      cover_focus: focus === undefined ? null : `${focus.x} ${focus.y}`,
      published_at: at,
      first_at: first?.first_at ?? at,
      ended_at: null,
      withdrawn_reason: null,
      change_note: first === undefined ? null : await changeNoteOf(tx, post, made.revision),
      ...{ public_note: null, replaced_by: null },
    })
    .execute();
  const { html } = await tx
    .selectFrom('approval')
    .select('html')
    .where('mutation', '=', approval)
    .executeTakeFirstOrThrow();
  await indexPublication(tx, mutation, html);
  await notePostChange(tx, unit, post);
  const categories = [...new Set(revision.categories)].map((category) => ({ publication: mutation, category }));
  if (categories.length > 0) await tx.insertInto('publication_category').values(categories).execute();
  // Only what the page shows becomes public, not every file its author listed.
  const media = usedMedia(revision).map((hash) => ({ publication: mutation, media: hash }));
  if (media.length > 0) await tx.insertInto('publication_media').values(media).execute();
  const { album, files } = shownParts(revision);
  if (album !== null)
    await tx
      .insertInto('publication_album')
      .values({ publication: mutation, ...album })
      .execute();
  const rows = files.map((file, place) => ({ publication: mutation, place, ...file }));
  if (rows.length > 0) await tx.insertInto('publication_file').values(rows).execute();
}

/** What the author tells readers of the correction, by the newest submission of that revision. */
async function changeNoteOf(tx: Store, post: string, revision: string): Promise<string | null> {
  const row = await newestSubmission(tx, post, revision);
  if (row === undefined) return null;
  const submitted = parseAction('post.submit', mutationSchema.parse(JSON.parse(row.canonical)).args);
  const change: ChangeNote | undefined = submitted?.name === 'post.submit' ? submitted.args.change : undefined;
  return change === undefined || change.isMinor || change.note === '' ? null : change.note;
}
