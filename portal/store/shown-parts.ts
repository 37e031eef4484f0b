import { asKnownBlock, type Block, type MediaReference } from '../../shared/content/index.ts';

/** What of a post the site's own pages of pictures and files list. */
export interface ShownParts {
  /** `null`: it has no gallery. `media` is the gallery's first picture, `focus` as `30 70` in per cent. */
  readonly album: { readonly pictures: number; readonly media: string; readonly focus: string | null } | null;
  /** In their order. `reference` is JSON of the file's facts; `title` empty where it goes by its name. */
  readonly files: readonly { readonly reference: string; readonly title: string }[];
}

/** The galleries and files of a revision; nothing of one that was erased. */
export function shownParts({
  blocks = [],
  media = [],
}: {
  blocks?: readonly Block[];
  media?: readonly MediaReference[];
}): ShownParts {
  const known = blocks.flatMap((block) => asKnownBlock(block) ?? []);
  const pictures = known.flatMap((block) => (block.type === 'gallery' ? block.items : []));
  const [first] = pictures;
  const focus = first?.focus;
  const files = known.flatMap((block) => {
    const reference = block.type === 'file' && media.find(({ hash }) => hash === block.media);
    if (block.type !== 'file' || !reference) return [];
    return [{ reference: JSON.stringify(reference), title: block.title ?? '' }];
  });
  return {
    album:
      first === undefined
        ? null
        : {
            pictures: pictures.length,
            media: first.media,
            focus: focus === undefined ? null : `${focus.x} ${focus.y}`,
          },
    files,
  };
}
