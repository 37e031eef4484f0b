import { z } from 'zod';
import { quoteAt, type Revision } from '../../../shared/content/index.ts';
import { type Input, type RemarksView, remarkWordsSchema } from '../../../shared/contract/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';

const keptSchema = z.record(z.string(), remarkWordsSchema);
type Kept = z.infer<typeof keptSchema>;

/** Keeps what is being written about a post and is not said yet; `null`: nothing any more. Never sent. */
export function keepRemark(db: Store, { post, place, words }: Input<'remarks.keep'>): void {
  const { [place]: _before, ...rest } = keptOf(db, post);
  write(db, post, words === null ? rest : { ...rest, [place]: words });
}

/** What is kept of a post, each with the words it is about. Those of a text that is not here are gone: what was proposed for them is not. */
export function readKept(db: Store, post: string, textOf: (revision: string) => Revision | null): RemarksView['kept'] {
  return Object.entries(keptOf(db, post)).map(([place, { text, wording, about }]) => {
    const content = about === null ? null : textOf(about.revision);
    const quote = about === null || content === null ? null : quoteAt(content, about.anchor);
    if (about !== null && quote !== null) return { place, text, wording, about: { ...about, quote } };
    return {
      place,
      text: [text, wording ?? ''].filter((words) => words !== '').join('\n'),
      wording: null,
      about: null,
    };
  });
}

function keptOf(db: Store, post: string): Kept {
  return readSetting(db, keyOf(post), keptSchema) ?? {};
}

function write(db: Store, post: string, kept: Kept): void {
  if (Object.keys(kept).length > 0) writeSetting(db, keyOf(post), kept);
  else db.prepare('DELETE FROM setting WHERE key = ?').run(keyOf(post));
}

const keyOf = (post: string): string => `remarks.${post}`;
