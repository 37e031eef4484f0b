import { useEffect, useMemo, useState } from 'react';
import { CHECK_RULES, type FileFinding, type LetThrough, localNumber } from '../../shared/checks/index.ts';
import { downloadName, fileOfBlock } from '../../shared/content/index.ts';
import type { PostDetails } from '../../shared/contract/index.ts';
import { useClient, useEvent } from '../connection/index.ts';
import type { Note } from './notes.ts';

const NONE: ReadonlySet<string> = new Set();
const NOTHING: ReadonlyMap<string, readonly FileFinding[]> = new Map();

/**
 * The notes on what a post has attached. Each file that is on this computer is asked about once: a file named by its hash
 * never changes. One that is not is asked about again whenever a sync begins or ends, or posts came in a bundle.
 */
export function useFileNotes(details: PostDetails, letThrough: LetThrough | null): readonly Note[] {
  const client = useClient();
  const [known, setKnown] = useState(NOTHING);
  /** Asked about in vain. */
  const [absent, setAbsent] = useState(NONE);
  const { blocks, media } = details;
  const hashes = useMemo(() => [...new Set(blocks.flatMap((block) => fileOfBlock(block) ?? []))], [blocks]);
  const unknown = hashes.find((hash) => !known.has(hash) && !absent.has(hash));
  useEvent('sync.changed', () => setAbsent(NONE));
  useEvent('posts.changed', ({ posts }) => {
    if (posts === null) setAbsent(NONE);
  });
  useEffect(() => {
    if (unknown === undefined) return;
    let isGone = false;
    // One after the other: each may take seconds the first time.
    const ask = async (): Promise<void> => {
      const { findings } = await client.call('checks.file', { hash: unknown });
      const isLooked = findings.length > 0 || (await client.call('media.about', { hash: unknown }))?.isHere === true;
      if (isGone) return;
      if (isLooked) setKnown((before) => new Map([...before, [unknown, findings]]));
      else setAbsent((before) => new Set([...before, unknown]));
    };
    ask().catch(() => {
      if (!isGone) setAbsent((before) => new Set([...before, unknown]));
    });
    return () => {
      isGone = true;
    };
  }, [client, unknown]);
  return useMemo(
    () =>
      blocks.flatMap((block) => {
        const hash = fileOfBlock(block);
        if (hash === null) return [];
        const reference = media.find((one) => one.hash === hash);
        const file = reference === undefined || reference.mime === 'image/webp' ? '' : downloadName(reference);
        return (known.get(hash) ?? [])
          .filter(({ rule, words }) => rule !== 'phone' || letThrough?.phones.has(localNumber(words)) !== true)
          .map(({ rule, words }): Note => {
            const place = { block: block.id };
            return {
              rule,
              level: CHECK_RULES[rule].level,
              place,
              words,
              key: `${hash} ${rule} ${words}`,
              offers: [],
              file,
            };
          });
      }),
    [blocks, media, known, letThrough],
  );
}
