import { newId, publicIdOf } from '../../shared/content/index.ts';
import { noteSiteChange } from '../kept/index.ts';
import { indexPublication } from '../search/index.ts';
import type { Store } from '../store/index.ts';

/** What differs in a copy: its title, its moment, its categories, and its article from the one it is a copy of. */
export interface CopyWords {
  readonly title: string;
  readonly at: string;
  readonly categories: readonly string[];
  readonly article?: string;
}

/**
 * Live pages like a published post's, each a post of its own, written into the store: through a whole board ten thousand
 * of them would take hours. What readers see is all they have; their revisions are the first post's.
 */
export async function copyPublished(
  store: Store,
  post: string,
  count: number,
  wordsOf: (index: number) => CopyWords,
): Promise<void> {
  await store.transaction().execute(async (tx) => {
    const published = await tx
      .selectFrom('publication')
      .selectAll()
      .where('post', '=', post)
      .where('ended_at', 'is', null)
      .executeTakeFirstOrThrow();
    const mutation = (id: string) =>
      tx.selectFrom('mutation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const publish = await mutation(published.mutation);
    const approve = await mutation(published.approval);
    const approval = await tx
      .selectFrom('approval')
      .selectAll()
      .where('mutation', '=', published.approval)
      .executeTakeFirstOrThrow();
    const status = await tx.selectFrom('post').selectAll().where('id', '=', post).executeTakeFirstOrThrow();
    for (let index = 0; index < count; index += 1) {
      const { title, at, categories, article = approval.html } = wordsOf(index);
      const [copy, publishedBy, approvedBy] = [newId(), newId(), newId()];
      // No line of the feed: these pages are for readers.
      const act = { post: copy, number: null, seq: 1_000_000 + index };
      await tx
        .insertInto('post')
        .values({ ...status, id: copy, approval: null })
        .execute();
      await tx
        .insertInto('mutation')
        .values({ ...approve, ...act, id: approvedBy })
        .execute();
      await tx
        .insertInto('mutation')
        .values({ ...publish, ...act, id: publishedBy })
        .execute();
      await tx
        .insertInto('approval')
        .values({ ...approval, mutation: approvedBy, post: copy, html: article })
        .execute();
      await tx
        .insertInto('publication')
        .values({
          ...published,
          ...{ post: copy, public_id: publicIdOf(copy), mutation: publishedBy, approval: approvedBy },
          ...{ title, published_at: at, first_at: at },
        })
        .execute();
      for (const category of categories)
        await tx.insertInto('publication_category').values({ publication: publishedBy, category }).execute();
      await indexPublication(tx, publishedBy, article);
      await noteSiteChange(tx, published.unit, copy);
    }
  });
}
