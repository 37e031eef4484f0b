import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { canonicalJson, normaliseBlock, toLine, toNfc } from '../../shared/content/index.ts';
import type { Client, PostDetails } from '../../shared/contract/index.ts';
import type { Journal } from './journal.ts';
import type { Mirror, Writing } from './mirror.ts';

/**
 * Notices when the post under the editor has become another text: another computer of the same person saved it, or
 * words that lost the race were set aside. A revision minted from this very text only moves the journal's base on. The
 * editor is opened anew only while every word written here is durable, so that none can be lost by it.
 */
export function useOvertaken(
  details: PostDetails,
  journal: Journal,
  client: Client,
  mirror: Mirror,
  onOvertaken: (fresh: PostDetails) => void,
): void {
  const { post, base } = details;
  useEffect(() => {
    if (base === journal.base) return;
    let isOver = false;
    const look = async (): Promise<void> => {
      await journal.flush();
      const fresh = await client.call('posts.open', { post });
      // Typed meanwhile: the next details tell again.
      if (isOver || journal.state !== 'saved' || fresh.mode !== 'edit' || fresh.base === journal.base) return;
      journal.adopt(fresh.base);
      // At once: a key between the two would be written over the text that came.
      if (!isSameWriting(mirror.now(), fresh)) flushSync(() => onOvertaken(fresh));
    };
    // A failed look leaves all as it is; the backend guards what is written meanwhile.
    look().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [post, base, journal, client, mirror, onOvertaken]);
}

/** Whether two writings are one to a reader, however their letters are composed. */
export function isSameWriting(mine: Writing, { fields, blocks }: Pick<PostDetails, 'fields' | 'blocks'>): boolean {
  return (
    toLine(mine.title) === toLine(fields.title) &&
    toNfc(mine.summary).trim() === toNfc(fields.summary).trim() &&
    canonicalJson(mine.blocks.map(normaliseBlock)) === canonicalJson(blocks.map(normaliseBlock))
  );
}
