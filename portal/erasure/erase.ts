import { rm } from 'node:fs/promises';
import { type Erasure, isErasureSignedBy, isOfPortal, signErasure } from '../../shared/sync/index.ts';
import { REMARK_ACTS } from '../../shared/workflow/index.ts';
import type { Caller } from '../accounts/index.ts';
import { appendAudit } from '../audit/index.ts';
import { lockFeed, writeErasedLine } from '../feed/index.ts';
import { noteSitePage } from '../kept/index.ts';
import { mediaFile, smallFiles } from '../media/index.ts';
import { ERASED_TEXT, isErased, type Store } from '../store/index.ts';
import { type Context, pictureArrived, withdrawByPortal } from '../workflow/index.ts';

/** What is to be erased: a text by its id, or a picture or file by its hash. */
export interface ToErase {
  readonly unit: string;
  readonly hash: string;
  /** The head who decided it; `null` for what a client brings back after a restore. */
  readonly person: string | null;
  /** The legal ground in words, for the audit log alone. */
  readonly ground: string;
}

/**
 * Erases a revision's text everywhere the portal has it (design 3): the text, the HTML approved of it, its words in the
 * search; a live page of it is withdrawn. Id, parents and the log stay. All members' computers are told to drop it, and
 * the hash is refused from any source from now on. Erasing it again changes nothing.
 *
 * Who may do so, and why, is the caller's to judge. A page that is live is down for readers once the site's pages have
 * been refreshed, as after every withdrawal.
 */
export function eraseRevision(context: Context, wanted: ToErase): Promise<Erasure> {
  return context.store.transaction().execute((tx) => eraseText(tx, context, wanted));
}

/**
 * Erases every text of a post, as {@link eraseRevision} each: all of them or, when the power goes, none. A text that comes
 * at the same time is here before and goes too, or comes after.
 *
 * @returns how many texts.
 */
export function erasePost(
  context: Context,
  { post, ...wanted }: Omit<ToErase, 'hash'> & { readonly post: string },
): Promise<number> {
  return context.store.transaction().execute(async (tx) => {
    await lockFeed(tx, wanted.unit);
    const texts = await tx
      .selectFrom('revision')
      .select('id')
      .where('post', '=', post)
      .where('unit', '=', wanted.unit)
      .execute();
    for (const { id } of texts) await eraseText(tx, context, { ...wanted, hash: id });
    return texts.length;
  });
}

function eraseText(tx: Store, context: Context, wanted: ToErase): Promise<Erasure> {
  return erase(tx, context, 'revision', wanted, async (at) => {
    const live = await livePages(tx, wanted.unit).where('publication.revision', '=', wanted.hash).execute();
    for (const { post } of live) await withdrawByPortal(tx, context.identity, post, at);
    await forgetText(tx, wanted);
  });
}

/**
 * Erases a picture or an attached file of a unit: the file, who may show it, and every live page that shows it is
 * withdrawn. As {@link eraseRevision} for the rest. The file is gone when this resolves, unless another unit's people
 * have brought it too: what is theirs is not for this unit to take away.
 *
 * @param folder the portal's folder.
 */
export async function eraseMedia(context: Context, folder: string, wanted: ToErase): Promise<Erasure> {
  const { unit, hash } = wanted;
  const erasure = await context.store.transaction().execute((tx) =>
    erase(tx, context, 'media', wanted, async (at) => {
      const live = await livePages(tx, unit)
        .innerJoin('publication_media', 'publication_media.publication', 'publication.mutation')
        .where('publication_media.media', '=', hash)
        .execute();
      for (const { post } of live) await withdrawByPortal(tx, context.identity, post, at);
      await tx.deleteFrom('wanted_media').where('media', '=', hash).where('unit', '=', unit).execute();
      await tx.deleteFrom('media_grant').where('media', '=', hash).where('unit', '=', unit).execute();
      if (!(await isHeld(tx, hash))) await tx.deleteFrom('media').where('hash', '=', hash).execute();
    }),
  );
  await dropUnheld(context.store, folder, hash);
  return erasure;
}

/** Notes a picture or file that is here whole; one that was erased while it came does not stay on the disk. */
export async function noteArrived(
  context: Context,
  folder: string,
  caller: Caller,
  file: { readonly hash: string; readonly bytes: number },
): Promise<void> {
  const isTaken = await pictureArrived(context, caller, file);
  if (!isTaken) await dropUnheld(context.store, folder, file.hash);
}

/** Takes a file that nobody on the portal has off the disk, with its small versions. */
async function dropUnheld(store: Store, folder: string, hash: string): Promise<void> {
  if (await isHeld(store, hash)) return;
  for (const path of [mediaFile(folder, hash), ...smallFiles(folder, hash)]) await rm(path, { force: true });
}

/** Whether anybody on the portal has a file: has brought it, or could read it when they named it. */
async function isHeld(store: Store, hash: string): Promise<boolean> {
  const row = await store.selectFrom('media_grant').select('media').where('media', '=', hash).executeTakeFirst();
  return row !== undefined;
}

/** Erases again what clients bring back to a restored portal: only what this portal signed, and only what it has forgotten. */
export async function eraseAgain(
  context: Context,
  folder: string,
  unit: string,
  erasures: readonly Erasure[],
): Promise<void> {
  for (const erasure of erasures) {
    const isOurs = erasure.unit === unit && erasure.portal === context.identity.portal;
    if (!isOurs || !isOfPortal(context.identity, (key) => isErasureSignedBy(erasure, key))) continue;
    if (await isErased(context.store, unit, erasure.hash)) continue;
    const wanted = { unit, hash: erasure.hash, person: null, ground: '' };
    if (erasure.what === 'revision') await eraseRevision(context, wanted);
    else await eraseMedia(context, folder, wanted);
  }
}

async function erase(
  tx: Store,
  { identity, now }: Context,
  what: Erasure['what'],
  { unit, hash, person, ground }: ToErase,
  forget: (at: Date) => Promise<void>,
): Promise<Erasure> {
  await lockFeed(tx, unit);
  const known = await tx
    .selectFrom('erased')
    .select('words')
    .where('hash', '=', hash)
    .where('unit', '=', unit)
    .executeTakeFirst();
  if (known !== undefined) return JSON.parse(known.words) as Erasure;
  const at = now();
  const erasure = signErasure({ portal: identity.portal, unit, what, hash, at: at.toISOString() }, identity.secretKey);
  await tx
    .insertInto('erased')
    .values({ hash, unit, what, words: JSON.stringify(erasure) })
    .execute();
  await forget(at);
  await noteSitePage(tx, unit, 'site:erased');
  await writeErasedLine(tx, unit, erasure);
  const details = { what, ground };
  await appendAudit(tx, { unit, at, kind: 'erased', person, device: null, subject: hash, details });
  return erasure;
}

function livePages(tx: Store, unit: string) {
  return tx
    .selectFrom('publication')
    .select('publication.post')
    .where('publication.unit', '=', unit)
    .where('publication.ended_at', 'is', null);
}

async function forgetText(tx: Store, { unit, hash }: ToErase): Promise<void> {
  await tx
    .updateTable('revision')
    .set({ canonical: ERASED_TEXT })
    .where('id', '=', hash)
    .where('unit', '=', unit)
    .execute();
  await forgetRemarks(tx, unit, hash);
  await tx.updateTable('approval').set({ html: '' }).where('revision', '=', hash).where('unit', '=', unit).execute();
  await tx
    .deleteFrom('search_word')
    .where('document', 'in', (eb) =>
      eb
        .selectFrom('publication_text')
        .innerJoin('publication', 'publication.mutation', 'publication_text.publication')
        .select('publication_text.document')
        .where('publication.revision', '=', hash),
    )
    .execute();
  for (const table of ['publication_text', 'publication_file', 'publication_album'] as const)
    await tx
      .deleteFrom(table)
      .where('publication', 'in', (eb) =>
        eb.selectFrom('publication').select('publication.mutation').where('publication.revision', '=', hash),
      )
      .execute();
  await tx
    .updateTable('publication')
    .set({ title: '', summary: '', cover: null, cover_alt: null, change_note: null })
    .where('revision', '=', hash)
    .where('unit', '=', unit)
    .execute();
}

/** What was said about an erased text may repeat it: it goes too. That it was said, by whom and when, stays. */
async function forgetRemarks(tx: Store, unit: string, revision: string): Promise<void> {
  await tx
    .updateTable('mutation')
    .set({ canonical: ERASED_TEXT })
    .where('unit', '=', unit)
    .where('revision', '=', revision)
    .where('name', 'in', [...REMARK_ACTS])
    .execute();
}
