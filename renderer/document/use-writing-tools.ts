import { useState } from 'react';
import type { BodyView, WritingTools } from '../editor/index.ts';
import { useShortcut } from '../keyboard/index.ts';

export interface ShownTools extends WritingTools {
  readonly onOutline: () => void;
  /** The body being written, once it is open. */
  readonly view: BodyView | null;
}

/** Which tools are shown around the text, and the keys that ask for them. `showText` turns from the preview to the text. */
export function useWritingTools(showText: () => void, isWriting: boolean, categories: readonly string[]): ShownTools {
  const [find, setFind] = useState<WritingTools['find']>(null);
  const [isTemplateAsked, setTemplateAsked] = useState(false);
  const [view, onView] = useState<BodyView | null>(null);
  const [isOutlineShown, setOutlineShown] = useState(false);
  const onFind: WritingTools['onFind'] = (mode) => {
    if (!isWriting) return;
    if (mode !== null) showText();
    setFind((last) => (mode === null ? null : { mode, number: (last?.number ?? 0) + 1 }));
  };
  const onOutline = (): void => {
    if (!isWriting) return;
    showText();
    setOutlineShown((isShown) => !isShown);
  };
  const onTemplate = (isAsked: boolean): void => {
    if (isAsked) showText();
    setTemplateAsked(isAsked);
  };
  useShortcut('find', () => onFind('find'));
  useShortcut('replace', () => onFind('replace'));
  useShortcut('outline', onOutline);
  return { view, onView, find, onFind, isOutlineShown, onOutline, isTemplateAsked, onTemplate, categories };
}
