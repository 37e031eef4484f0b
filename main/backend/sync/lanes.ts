import type { MediaReference } from '../../../shared/content/index.ts';
import type { Lane } from '../../../shared/contract/index.ts';
import type { MediaShelf } from '../media/index.ts';
import type { Store } from '../store/index.ts';

/** How far each lane has come, for whoever watches. */
export interface Lanes {
  /** A round begins: what waits now is what it has to move. */
  begin(): void;
  /** Bytes of a picture that have come to the other side. */
  picture(lane: 'pictures_up' | 'pictures_down', picture: MediaReference, done: number): void;
  /** Bytes of words that came, heads included. */
  wordsCame(bytes: number): void;
  snapshot(): Lane[];
}

/** Told at most so often, in milliseconds. */
const TELL_EVERY_MS = 250;

export function createLanes(db: Store, shelf: MediaShelf, moved: () => void): Lanes {
  let wordsAtBegin = 0;
  let wordsCame = 0;
  let toldAt = 0;
  /** Bytes of pictures under way, by lane and hash; those that have arrived in this round stay in. */
  const done = { pictures_up: new Map<string, number>(), pictures_down: new Map<string, number>() };
  const sizes = new Map<string, number>();
  const tell = (): void => {
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    moved();
  };
  const pictures = (lane: 'pictures_up' | 'pictures_down', waiting: readonly MediaReference[]): Lane => {
    const left = new Map(waiting.map(({ hash, bytes }) => [hash, bytes]));
    const arrived = [...done[lane]].filter(([hash]) => !left.has(hash));
    const bytesArrived = arrived.reduce((sum, [hash]) => sum + (sizes.get(hash) ?? 0), 0);
    const partly = waiting.reduce((sum, { hash, bytes }) => sum + Math.min(bytes, done[lane].get(hash) ?? 0), 0);
    const bytes = [...left.values()].reduce((sum, one) => sum + one, 0) + bytesArrived;
    return { lane, items: waiting.length, bytes, done: bytesArrived + partly };
  };
  return {
    begin: () => {
      wordsAtBegin = wordsWaiting(db).bytes;
      wordsCame = 0;
      done.pictures_up.clear();
      done.pictures_down.clear();
      sizes.clear();
    },
    picture: (lane, { hash, bytes }, sofar) => {
      sizes.set(hash, bytes);
      done[lane].set(hash, sofar);
      tell();
    },
    wordsCame: (bytes) => {
      wordsCame += bytes;
      tell();
    },
    snapshot: () => {
      const { items, bytes } = wordsWaiting(db);
      const total = Math.max(wordsAtBegin, bytes);
      return [
        { lane: 'words_up', items, bytes: total, done: total - bytes },
        { lane: 'words_down', items: 0, bytes: null, done: wordsCame },
        pictures('pictures_up', shelf.toSend()),
        pictures('pictures_down', shelf.toFetch()),
      ];
    },
  };
}

/** What waits in the outbox: mutations, and their bytes with the texts they name, before anything is packed. */
function wordsWaiting(db: Store): { items: number; bytes: number } {
  const row = db
    .prepare<[], { items: number; bytes: number | null }>(
      `SELECT count(*) AS items, sum(length(mutation.words) + coalesce(length(revision.canonical), 0)) AS bytes
       FROM mutation LEFT JOIN revision
         ON mutation.name = 'post.save' AND revision.id = json_extract(mutation.words, '$.args.revision')
       WHERE mutation.outcome IN ('pending', 'sent')`,
    )
    .get();
  return { items: row?.items ?? 0, bytes: row?.bytes ?? 0 };
}
