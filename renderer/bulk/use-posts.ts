import { useEffect, useState } from 'react';
import type { Output, PostDetails } from '../../shared/contract/index.ts';
import { useClient } from '../connection/index.ts';

/** A post as it was read, with what readers would see of it. */
export interface BulkPost {
  readonly details: PostDetails;
  readonly preview: Output<'posts.preview'> | null;
}

/** Reads several posts, once; what cannot be read (gone meanwhile) is left out. */
export function useBulkPosts(posts: readonly string[]): readonly BulkPost[] | null {
  const client = useClient();
  const [read, setRead] = useState<readonly BulkPost[] | null>(null);
  // The choice does not change under an open dialog.
  const [chosen] = useState(posts);
  useEffect(() => {
    let isGone = false;
    const readOne = async (post: string): Promise<BulkPost[]> => {
      const details = await client.call('posts.open', { post });
      const { revision } = details;
      const preview = revision === null ? null : await client.call('posts.preview', { post, revision });
      return [{ details, preview }];
    };
    void Promise.all(chosen.map((post) => readOne(post).catch(() => []))).then((all) => {
      if (!isGone) setRead(all.flat());
    });
    return () => {
      isGone = true;
    };
  }, [client, chosen]);
  return read;
}
