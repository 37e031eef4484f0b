import { htmlHash, type Revision, renderArticle, revisionId } from '../../shared/content/index.ts';
import type { Mutation } from '../../shared/sync/index.ts';
import type { Action, MutationArgs } from '../../shared/workflow/index.ts';
import { lockFeed } from '../feed/index.ts';
import { recordMedia } from '../media/index.ts';
import { isErased, type Store } from '../store/index.ts';
import type { Context, Identity } from './context.ts';
import { signOwn } from './own.ts';
import { makePublic } from './page.ts';
import { keepApproval } from './publish.ts';
import { recordAccepted } from './record.ts';
import { keepRevision } from './revisions.ts';
import { knownPost } from './status.ts';
import { timedId } from './timed-id.ts';

/** A page of the site that was there before. `moved`: addresses under which it, or what it shows, was found. */
export interface ImportedPost {
  readonly revision: Revision;
  /** As {@link parseRevision} gave it. */
  readonly canonical: string;
  readonly publishedAt: string;
  readonly address: string;
  /** The member who answers for the import and may edit the page. */
  readonly by: string;
  readonly media: readonly { readonly hash: string; readonly bytes: number }[];
  readonly moved: ReadonlyMap<string, string>;
}

/**
 * Takes a page over: its revision, its line in the audit log (`post.import`, signed by the portal, for nobody here
 * approved it) and its place on the site in one transaction. Its files must be in the folder.
 *
 * @returns `known` for a page that was taken over before, whatever became of it since; `erased` for one that may not be
 * here again.
 */
export async function importPost(
  { store, identity, now }: Pick<Context, 'store' | 'identity' | 'now'>,
  imported: ImportedPost,
): Promise<'imported' | 'known' | 'erased'> {
  const { revision, canonical, publishedAt, address, by, media, moved } = imported;
  const { unit, post } = revision;
  const at = now();
  return store.transaction().execute(async (tx) => {
    await lockFeed(tx, unit);
    if ((await knownPost(tx, post)).unit !== null) return 'known';
    const id = revisionId(revision);
    for (const hash of [id, ...media.map((file) => file.hash)]) if (await isErased(tx, unit, hash)) return 'erased';
    await keepRevision(tx, id, { revision, canonical }, at);
    const html = renderArticle(revision);
    const args = { post, revision: id, htmlHash: htmlHash(html), publishedAt, by, address };
    const own = { id: importId(identity.portal, post), name: 'post.import' as const, args, after: [], at };
    await record(tx, unit, await signOwn(tx, identity, own), args, html, at);
    for (const file of media) await recordMedia(tx, { unit, person: by }, file, at);
    for (const [from, target] of moved)
      await tx
        .insertInto('moved_address')
        .values({ unit, address: from, target })
        .onConflict((conflict) => conflict.columns(['unit', 'address']).doNothing())
        .execute();
    return 'imported';
  });
}

/** Takes a page over once more that a client brings back to a restored portal. Under the feed's lock. */
export async function importAgain(
  tx: Store,
  unit: string,
  { mutation, args, html }: { mutation: Mutation; args: MutationArgs<'post.import'>; html: string },
): Promise<void> {
  await record(tx, unit, mutation, args, html, new Date(mutation.at));
}

async function record(
  tx: Store,
  unit: string,
  mutation: Mutation,
  args: MutationArgs<'post.import'>,
  html: string,
  at: Date,
): Promise<void> {
  const { post, revision: id, by: person, publishedAt } = args;
  const action: Action = { name: 'post.import', args };
  await recordAccepted(tx, { unit, person: null, mutation, at }, action, []);
  await keepApproval(tx, { mutation: mutation.id, unit, person, html, at }, { post, revision: id });
  const published = { mutation: mutation.id, approval: mutation.id, unit, post, revision: id };
  await makePublic(tx, { ...published, at: new Date(publishedAt) });
}

/** The id of the one import that a post can have (UUIDv8, its time the post's). */
export function importId(portal: Identity['portal'], post: string): string {
  return timedId(post, `banthao-import-act-1\n${portal}\n${post}`);
}
