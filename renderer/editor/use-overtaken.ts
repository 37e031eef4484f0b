import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { canonicalJson, normaliseBlock, toLine, toNfc } from '../../shared/content/index.ts';
import type { Client, PostDetails } from '../../shared/contract/index.ts';
import type { Journal } from './journal.ts';
import type { Mirror, Writing } from './mirror.ts';

/**
 * Notices when the post under the editor has become another text: another computer of the same person saved it, or
 * words that lost the race, or can be no version, were set aside. A revision minted from this very text only moves the
 * journal's base on. The editor is opened anew only while every word written here is durable, so that none can be lost
 * by it.
 *
 * @param onOvertaken told of the text now, and whether the person at this window replaced it
 */
export function useOvertaken(
  details: PostDetails,
  journal: Journal,
  client: Client,
  mirror: Mirror,
  onOvertaken: (fresh: PostDetails, isReplaced: boolean) => void,
): void {
  useEffect(() => {
    const { post, base } = details;
    const isOther = (now: string | null): boolean => now !== journal.base || journal.isReplaced;
    if (!isOther(base)) return;
    let isOver = false;
    const look = async (): Promise<void> => {
      await journal.flush();
      const fresh = await client.call('posts.open', { post });
      // Typed meanwhile: the next details tell again.
      if (isOver || journal.state !== 'saved' || fresh.mode !== 'edit' || !isOther(fresh.base)) return;
      const { isReplaced } = journal;
      journal.adopt(fresh.base);
      if (isSameWriting(mirror.now(), fresh)) return;
      // At once: a key between the two would be written over the text that came.
      flushSync(() => onOvertaken(fresh, isReplaced));
    };
    // A failed look leaves all as it is; the backend guards what is written meanwhile.
    look().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [details, journal, client, mirror, onOvertaken]);
}

/** Whether two writings are one to a reader, however their letters are composed. */
export function isSameWriting(mine: Writing, { fields, blocks }: Pick<PostDetails, 'fields' | 'blocks'>): boolean {
  return (
    toLine(mine.title) === toLine(fields.title) &&
    toNfc(mine.summary).trim() === toNfc(fields.summary).trim() &&
    canonicalJson(mine.blocks.map(normaliseBlock)) === canonicalJson(blocks.map(normaliseBlock))
  );
}
