import { useEffect, useMemo, useState } from 'react';
import { CHECK_RULES, type FileFinding, type LetThrough } from '../../shared/checks/index.ts';
import { downloadName, fileOfBlock } from '../../shared/content/index.ts';
import type { PostDetails } from '../../shared/contract/index.ts';
import { useClient } from '../connection/index.ts';
import { localNumber, type Note } from './notes.ts';

const NOTHING: ReadonlyMap<string, readonly FileFinding[]> = new Map();

/** The notes on what a post has attached. Each file is asked about once: a file named by its hash never changes. */
export function useFileNotes(details: PostDetails, letThrough: LetThrough | null): readonly Note[] {
  const client = useClient();
  const [known, setKnown] = useState(NOTHING);
  const { blocks, media } = details;
  const hashes = useMemo(() => [...new Set(blocks.flatMap((block) => fileOfBlock(block) ?? []))], [blocks]);
  const unknown = hashes.find((hash) => !known.has(hash));
  useEffect(() => {
    if (unknown === undefined) return;
    let isGone = false;
    const learn = (findings: readonly FileFinding[]): void => {
      if (!isGone) setKnown((before) => new Map([...before, [unknown, findings]]));
    };
    // One after the other: each may take seconds the first time. What cannot be asked now is asked when the post is opened again.
    client.call('checks.file', { hash: unknown }).then(
      ({ findings }) => learn(findings),
      () => learn([]),
    );
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
