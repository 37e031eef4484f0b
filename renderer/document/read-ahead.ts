import type { Client, PostDetails } from '../../shared/contract/index.ts';

/** What was read longer ago than this is read again: more than the post's own words may have changed. */
const FRESH_MS = 2_000;

/** Reads a post while the window still gets ready to show it. */
export interface ReadAhead {
  /** Asks for the post. One at a time: what was asked for before is forgotten. */
  readonly begin: (post: string) => void;
  /**
   * The details that were asked for, if nothing of the post has been written since: whoever calls this knows that no
   * other window writes it by now. `null` when it must be read. Once for each {@link begin}.
   * @throws AppError as `posts.stand`.
   */
  readonly take: (post: string) => Promise<PostDetails | null>;
}

/** @param client asked for as long as the window lasts */
export function createReadAhead(client: Client, now: () => number = () => performance.now()): ReadAhead {
  let ahead: { readonly post: string; readonly at: number; readonly read: Promise<PostDetails | null> } | null = null;
  client.on('posts.changed', ({ posts }) => {
    if (ahead !== null && (posts === null || posts.includes(ahead.post))) ahead = null;
  });
  return {
    begin: (post) => {
      if (ahead?.post === post && now() - ahead.at < FRESH_MS) return;
      // What went wrong is said by the reading that follows.
      ahead = { post, at: now(), read: client.call('posts.open', { post }).catch(() => null) };
    },
    take: async (post) => {
      const asked = ahead;
      ahead = null;
      if (asked?.post !== post || now() - asked.at >= FRESH_MS) return null;
      const [details, { stand }] = await Promise.all([asked.read, client.call('posts.stand', { post })]);
      return details?.stand === stand ? details : null;
    },
  };
}
