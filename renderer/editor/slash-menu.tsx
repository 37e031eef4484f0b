import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  COMMAND_PRIORITY_CRITICAL,
  HISTORY_PUSH_TAG,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
} from 'lexical';
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { createPortal } from 'react-dom';
import { useT } from '../connection/index.ts';
import { classNames, VisuallyHidden } from '../design/index.ts';
import { matchingItems, type SlashItem, slashItems } from './slash-items.ts';
import styles from './slash-menu.module.css';
import { createSlashStore, type SlashQuery, type SlashStore } from './slash-state.ts';
import type { EditorActions } from './use-editor-actions.ts';

/** The list that a "/" opens: what can be inserted, filtered by what is typed on. The cursor stays in the text. */
export function SlashMenu({ actions }: { readonly actions: EditorActions }) {
  const [editor] = useLexicalComposerContext();
  const [store] = useState(() => createSlashStore(editor));
  const asked = useSyncExternalStore(store.subscribe, store.get);
  return asked === null ? null : (
    <SlashList key={`${asked.node} ${asked.at}`} store={store} asked={asked} actions={actions} />
  );
}

interface SlashListProps {
  readonly store: SlashStore;
  readonly asked: SlashQuery;
  readonly actions: EditorActions;
}

function SlashList({ store, asked, actions }: SlashListProps) {
  const t = useT();
  const [editor] = useLexicalComposerContext();
  const id = useId();
  const all = useMemo(() => slashItems(editor, actions), [editor, actions]);
  const items = matchingItems(all, asked.query);
  const [highlighted, setHighlighted] = useState<SlashItem | null>(null);
  const active = Math.max(0, highlighted === null ? 0 : items.indexOf(highlighted));
  const list = useRef<HTMLDivElement>(null);

  const choose = (item: SlashItem | undefined): boolean => {
    if (item === undefined) return false;
    // Taking the "/" out and what it asked for are one step to undo.
    editor.update(
      () => {
        store.$take();
        item.run();
      },
      { tag: HISTORY_PUSH_TAG },
    );
    return true;
  };
  const onKey = useEffectEvent((event: KeyboardEvent | null, deed: 'up' | 'down' | 'choose' | 'close'): boolean => {
    // Keys of an input method are its own: Enter ends a composition.
    if (event?.isComposing || event?.keyCode === 229 || event?.shiftKey) return false;
    if (deed === 'close') store.close();
    else if (items.length === 0) return false;
    else if (deed === 'choose') choose(items[active]);
    else setHighlighted(items[(active + (deed === 'down' ? 1 : items.length - 1)) % items.length] ?? null);
    event?.preventDefault();
    return true;
  });
  useEffect(() => {
    const priority = COMMAND_PRIORITY_CRITICAL;
    return mergeRegister(
      editor.registerCommand(KEY_ARROW_DOWN_COMMAND, (event) => onKey(event, 'down'), priority),
      editor.registerCommand(KEY_ARROW_UP_COMMAND, (event) => onKey(event, 'up'), priority),
      editor.registerCommand(KEY_ENTER_COMMAND, (event) => onKey(event, 'choose'), priority),
      editor.registerCommand(KEY_TAB_COMMAND, (event) => onKey(event, 'choose'), priority),
      editor.registerCommand(KEY_ESCAPE_COMMAND, (event) => onKey(event, 'close'), priority),
    );
  }, [editor]);

  const activeId = items.length === 0 ? null : `${id}-${active}`;
  useEffect(() => {
    const root = editor.getRootElement();
    if (root === null) return;
    root.setAttribute('aria-autocomplete', 'list');
    root.setAttribute('aria-controls', id);
    if (activeId === null) root.removeAttribute('aria-activedescendant');
    else root.setAttribute('aria-activedescendant', activeId);
    return () => {
      for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant']) root.removeAttribute(name);
    };
  }, [editor, id, activeId]);

  const place = useEffectEvent(() => placeAtCursor(list.current));
  useLayoutEffect(() => {
    place();
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  useEffect(() => {
    const onScroll = (event: Event): void => {
      if (event.target !== list.current) place();
    };
    window.addEventListener('scroll', onScroll, true);
    window.addEventListener('resize', onScroll);
    return () => {
      window.removeEventListener('scroll', onScroll, true);
      window.removeEventListener('resize', onScroll);
    };
  }, []);

  return createPortal(
    <div ref={list} className={styles.popup}>
      <div id={id} role="listbox" aria-label={t('editor.slash.label')}>
        {items.map((item, at) => {
          const { message, icon: Icon } = item;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are heard in the text
            <div
              key={message}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === active}
              className={classNames(styles.item, at === active && styles.active)}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setHighlighted(item)}
              onClick={() => choose(item)}
            >
              <Icon size={16} aria-hidden="true" /> {t(message)}
            </div>
          );
        })}
      </div>
      {items.length === 0 && <p className={styles.nothing}>{t('editor.slash.nothing')}</p>}
      <div role="status">
        <VisuallyHidden>{t('editor.slash.count', { count: items.length })}</VisuallyHidden>
      </div>
    </div>,
    document.body,
  );
}

const GAP = 6;

/** Below the cursor, or above it where there is more room; never out of the window. */
function placeAtCursor(popup: HTMLElement | null): void {
  const selection = window.getSelection();
  if (popup === null || selection === null || selection.rangeCount === 0) return;
  const cursor = selection.getRangeAt(0).getBoundingClientRect();
  const below = window.innerHeight - cursor.bottom - GAP * 2;
  const above = cursor.top - GAP * 2;
  const isBelow = below >= Math.min(popup.scrollHeight, 240) || below >= above;
  popup.style.maxHeight = `${Math.max(0, Math.min(320, isBelow ? below : above))}px`;
  const { offsetHeight: height, offsetWidth: width } = popup;
  popup.style.left = `${Math.max(GAP, Math.min(cursor.left, window.innerWidth - width - GAP))}px`;
  popup.style.top = `${isBelow ? cursor.bottom + GAP : cursor.top - GAP - height}px`;
}
