import { useEffect, useEffectEvent, useRef } from 'react';
import type { Anchor, Anchored } from '../../shared/content/index.ts';
import { rangeOf, selectedAnchor } from './places.ts';

/** What is remarked on in a drawn article. */
export interface PageMarks {
  /** What the page was drawn from. */
  readonly text: Anchored;
  readonly marks: readonly Anchor[];
  /** To be brought into sight, each time it is another object. */
  readonly target: Anchor | null;
  readonly onSelect: (selected: Anchor | null) => void;
}

const ALL = 'remarked';
const NOW = 'remarked-now';
/** Painted over the article, never in it: what is approved stays byte for byte. */
export const MARK_STYLE = `::highlight(${ALL}) { background-color: #fbe69a; color: #1a1e24; }
::highlight(${NOW}) { background-color: #f7b955; color: #1a1e24; }`;

/** Paints the marks on a page and tells what is selected there. Returns what to call with the page once it is there. */
export function usePageMarks(shown: PageMarks | undefined): (page: Document) => () => void {
  const page = useRef<Document>(null);

  const paint = useEffectEvent((): void => {
    const view = page.current?.defaultView;
    if (shown === undefined || page.current === null || !view || view.Highlight === undefined) return;
    const at = (anchor: Anchor): Range[] => {
      const range = page.current === null ? null : rangeOf(page.current, shown.text, anchor);
      return range === null ? [] : [range];
    };
    view.CSS.highlights.set(ALL, new view.Highlight(...shown.marks.flatMap(at)));
    const now = shown.target === null ? [] : at(shown.target);
    const top = new view.Highlight(...now);
    top.priority = 1;
    view.CSS.highlights.set(NOW, top);
  });
  const bringIntoSight = useEffectEvent((): void => {
    if (shown?.target == null || page.current === null) return;
    rangeOf(page.current, shown.text, shown.target)?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  });
  const select = useEffectEvent((): void => {
    if (shown !== undefined && page.current !== null) shown.onSelect(selectedAnchor(page.current, shown.text));
  });

  const { marks, target } = shown ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: painted again whenever what is marked changes
  useEffect(() => paint(), [marks, target]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, it is brought into sight again
  useEffect(() => bringIntoSight(), [target]);

  return useEffectEvent((content: Document) => {
    page.current = content;
    paint();
    const onChange = (): void => select();
    content.addEventListener('selectionchange', onChange);
    return () => {
      content.removeEventListener('selectionchange', onChange);
      if (page.current === content) page.current = null;
    };
  });
}
