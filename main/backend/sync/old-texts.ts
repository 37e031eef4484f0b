import { AppError } from '../../../shared/contract/index.ts';
import { API, revisionsReplySchema } from '../../../shared/sync/index.ts';
import { addRevision, type Desk, hasOnlyLine } from '../posts/index.ts';
import { decodeRevision } from './codec.ts';
import { isOffline } from './failure.ts';
import { askPortal, type Surroundings } from './http.ts';
import type { Login } from './login.ts';

/** Fetches bodies of which only lines are here, each once however many ask for it. */
export interface OldTexts {
  /**
   * @param revision the one somebody opened.
   * @param all it and what is fetched along in the same request.
   * @throws AppError `version_at_portal` when there is no line to the portal, `version_gone` when it does not give the
   * text; as `askPortal` otherwise.
   */
  fetch(revision: string, all: readonly string[]): Promise<void>;
}

export function openOldTexts(desk: Desk, login: Login, around: Surroundings): OldTexts {
  const underWay = new Map<string, Promise<void>>();
  const fetchTexts = async (revisions: readonly string[]): Promise<void> => {
    const asked = { path: API.revisions, body: { revisions }, isPacked: true, reply: revisionsReplySchema };
    const { revisions: texts } = await login
      .during((token) => askPortal({ ...around, ...asked, address: desk.address(), token }))
      .catch((error: unknown) => {
        throw isOffline(error) || login.token() === null
          ? new AppError('version_at_portal', {}, { cause: error })
          : error;
      });
    const posts = new Set<string>();
    desk.db.transaction(() => {
      for (const encoded of texts) {
        const revision = decodeRevision(encoded, () => null);
        const isText = revision !== null && revision !== 'no_base';
        if (!isText || !hasOnlyLine(desk.db, encoded.id)) continue;
        addRevision(desk.db, revision);
        posts.add(revision.post);
      }
    })();
    if (posts.size > 0) desk.tell('posts.changed', { posts: [...posts] });
  };
  return {
    fetch: async (revision, all) => {
      let coming = underWay.get(revision);
      if (coming === undefined) {
        const asked = all.filter((id) => !underWay.has(id));
        coming = fetchTexts(asked).finally(() => {
          for (const id of asked) underWay.delete(id);
        });
        for (const id of asked) underWay.set(id, coming);
      }
      await coming;
      if (hasOnlyLine(desk.db, revision)) throw new AppError('version_gone');
    },
  };
}
