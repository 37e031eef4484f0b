import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { useT } from '../connection/index.ts';
import { classNames } from '../design/index.ts';
import styles from './list.module.css';
import { nextIndex } from './next-index.ts';
import { type PostPages, type PostPagesState, rowAt } from './post-pages.ts';
import { PostRow } from './post-row.tsx';

/** One height for all rows (pixels), so that ten thousand need no measuring. */
const ROW_HEIGHT = 100;

interface PostListboxProps {
  readonly pages: PostPages;
  readonly state: PostPagesState & { readonly total: number };
  readonly selected: string | null;
  readonly onOpen: (post: string) => void;
  /** The pointer is down on a row, which will open it in a moment. */
  readonly onPressed: (post: string) => void;
  readonly onThrowAway: (post: string) => void;
  /** Posts chosen for one action on all; `null` while one is opened at a time. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (post: string) => void;
  readonly ref?: Ref<HTMLDivElement>;
}

/** The rows in sight of a list of any length. Arrows, pages, Home and End move; Enter opens, Delete throws away. */
export function PostListbox({
  pages,
  state,
  selected,
  onOpen,
  onPressed,
  onThrowAway,
  chosen,
  onChoose,
  ref,
}: PostListboxProps) {
  const t = useT();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => scroller.current as HTMLDivElement);
  const [active, setActive] = useState(0);
  const { total } = state;
  const current = Math.min(active, total - 1);

  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    // The active row must exist for `aria-activedescendant`, wherever the list is scrolled to.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), current])].sort((a, b) => a - b),
  });
  const items = virtualizer.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => pages.show(startIndex, endIndex), [pages, startIndex, endIndex]);

  const move = (index: number): void => {
    setActive(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  const open = (index: number): void => {
    setActive(index);
    const row = rowAt(state, index);
    if (row === undefined) return;
    if (chosen === null) onOpen(row.post);
    else onChoose(row.post);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(current);
      return;
    }
    if (event.key === 'Delete') {
      if (chosen !== null) return;
      const row = rowAt(state, current);
      if (row !== undefined) onThrowAway(row.post);
      return;
    }
    const rowsInSight = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const next = nextIndex(event.key, current, total, rowsInSight);
    if (next === null) return;
    event.preventDefault();
    move(next);
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      data-region-focus
      tabIndex={0}
      aria-multiselectable={chosen !== null}
      aria-label={t('window.list.title')}
      aria-activedescendant={`${id}-${current}`}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.canvas} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rowAt(state, index);
          const isSelected = row !== undefined && (chosen === null ? row.post === selected : chosen.has(row.post));
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it answers the keys
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the listbox (aria-activedescendant)
            <div
              key={row?.post ?? index}
              id={`${id}-${index}`}
              role="option"
              aria-selected={isSelected}
              aria-setsize={total}
              aria-posinset={index + 1}
              className={classNames(styles.row, isSelected && styles.selected, index === current && styles.active)}
              style={{ height: ROW_HEIGHT, top: start }}
              onPointerDown={() => row !== undefined && chosen === null && onPressed(row.post)}
              onClick={() => open(index)}
            >
              {row === undefined ? (
                <span className={styles.facts}>{t('window.loading')}</span>
              ) : (
                <PostRow row={row} isChosen={chosen === null ? null : isSelected} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
