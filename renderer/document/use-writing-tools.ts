import { useState } from 'react';
import type { WritingTools } from '../editor/index.ts';
import { useShortcut } from '../keyboard/index.ts';

/** Which tools are shown around the text, and the keys that ask for them. `showText` turns from the preview to the text. */
export function useWritingTools(showText: () => void, isWriting: boolean): WritingTools {
  const [find, setFind] = useState<WritingTools['find']>(null);
  const onFind: WritingTools['onFind'] = (mode) => {
    if (!isWriting) return;
    if (mode !== null) showText();
    setFind((last) => (mode === null ? null : { mode, number: (last?.number ?? 0) + 1 }));
  };
  useShortcut('find', () => onFind('find'));
  useShortcut('replace', () => onFind('replace'));
  return { find, onFind };
}
