import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, $isElementNode, type NodeKey } from 'lexical';
import { type KeyboardEvent, useRef, useState, useSyncExternalStore } from 'react';
import { useT } from '../connection/index.ts';
import { classNames } from '../design/index.ts';
import styles from './outline.module.css';
import { createOutlineStore } from './outline-store.ts';

/** “Dàn ý”: the headings of the body; each leads to its place, and the one being written under is marked. */
export function OutlinePane() {
  const t = useT();
  const [editor] = useLexicalComposerContext();
  const [store] = useState(() => createOutlineStore(editor));
  const { entries, current } = useSyncExternalStore(store.subscribe, store.get);
  const list = useRef<HTMLOListElement>(null);

  const go = (key: NodeKey): void => {
    editor.update(
      () => {
        const heading = $getNodeByKey(key);
        if ($isElementNode(heading)) heading.selectStart();
      },
      { discrete: true },
    );
    editor.focus();
    editor.getElementByKey(key)?.scrollIntoView({ block: 'center' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (step === 0 || at === -1) return;
    event.preventDefault();
    buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus();
  };

  return (
    <nav className={styles.outline} aria-label={t('outline.title')}>
      <p className={styles.name} aria-hidden="true">
        {t('outline.title')}
      </p>
      {entries.length === 0 && <p className={styles.none}>{t('outline.none')}</p>}
      <ol ref={list} onKeyDown={onKeyDown}>
        {entries.map(({ key, level, text }) => (
          <li key={key}>
            <button
              type="button"
              className={classNames(styles.entry, styles[`level${level}`])}
              aria-current={key === current ? 'location' : undefined}
              onClick={() => go(key)}
            >
              {text === '' ? t('outline.empty') : text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
