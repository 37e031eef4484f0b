import { type RefObject, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { useClient, useErrorSentence, useErrorText, useEvent, useQuery, useT } from '../connection/index.ts';
import { Button, Notice, ScrollRegion, Spinner, useToast } from '../design/index.ts';
import type { BodyView } from '../editor/index.ts';
import { Words } from '../history/index.ts';
import { follow } from './follow.ts';
import { progressOf, sourceBlocks } from './source-blocks.ts';
import { SourceItem } from './source-item.tsx';
import styles from './translation.module.css';

interface SourcePaneProps {
  readonly details: PostDetails;
  /** The translation being written; `null` where it is only read. */
  readonly view: BodyView | null;
  /** What scrolls the translation. */
  readonly scroller: RefObject<HTMLElement | null>;
}

/** The post that is being translated, read-only beside its translation, block by block. */
export function SourcePane({ details, view, scroller }: SourcePaneProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentenceOf = useErrorSentence();
  const { post, translates } = details;
  const query = useQuery('translation.source', { post });
  const { refetch } = query;
  useEvent('posts.changed', ({ posts }) => {
    if (posts === null || posts.some((one) => one === post || one === translates)) refetch();
  });
  const sentence = useErrorText(query.data === null ? query.error : null);
  const pane = useRef<HTMLElement>(null);
  useFollowing(view, scroller, pane);
  const { source = null, before = null, hasChanged = false } = query.data ?? {};
  const blocks = useMemo(() => (source === null ? [] : sourceBlocks(source, before)), [source, before]);
  const { written, current } = useWriting(view);
  const progress = useMemo(() => progressOf(blocks, written), [blocks, written]);
  useEffect(() => {
    if (current === null) return;
    pane.current?.querySelector(`[data-block="${CSS.escape(current)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const markSeen = (revision: string): void => {
    client
      .call('translation.seen', { post, revision })
      .then(refetch, (error: unknown) => toast(sentenceOf(error), 'bad'));
  };
  const left = view === null ? 0 : [...progress.values()].filter((one) => one === 'same').length;
  return (
    <ScrollRegion ref={pane} className={styles.pane} aria-label={t('translation.source')}>
      <p className={styles.name}>
        <strong>{t('translation.source')}</strong>
        {view !== null && source !== null && (
          <span className={styles.quiet}>
            {left === 0 ? t('translation.allDone') : t('translation.left', { count: left })}
          </span>
        )}
      </p>
      {query.data === null && sentence === null && <Spinner label={t('window.document.loading')} />}
      {sentence !== null && (
        <Notice tone="bad" role="alert" action={<Button onClick={refetch}>{t('window.retry')}</Button>}>
          {sentence}
        </Notice>
      )}
      {query.data !== null && source === null && <Notice>{t('translation.absent')}</Notice>}
      {source !== null && (
        <>
          {hasChanged && (
            <Notice
              tone="warn"
              role="status"
              title={t('translation.changed')}
              action={
                view !== null && (
                  <Button onClick={() => markSeen(source.revision)}>{t('translation.changed.seen')}</Button>
                )
              }
            >
              {t(before === null ? 'translation.changed.unknown' : 'translation.changed.text')}
            </Notice>
          )}
          <div lang="vi">
            <h3 className={styles.title}>
              <Words before={before?.title ?? source.title} after={source.title} />
            </h3>
            <Words before={before?.summary ?? source.summary} after={source.summary} />
            <ol className={styles.blocks}>
              {blocks.map((block, at) => (
                <SourceItem
                  key={block.id}
                  block={block}
                  number={at + 1}
                  progress={view === null ? 'own' : (progress.get(block.id) ?? 'own')}
                  isCurrent={block.id === current}
                  onGo={view === null ? null : () => view.goTo(block.id)}
                />
              ))}
            </ol>
          </div>
        </>
      )}
    </ScrollRegion>
  );
}

const NOTHING = { written: [], current: null } as const;

/** What is written and where the cursor is, read again once the window is idle. */
function useWriting(view: BodyView | null): { written: ReturnType<BodyView['now']>; current: string | null } {
  const [store] = useState(() => {
    let last: { written: ReturnType<BodyView['now']>; current: string | null } = NOTHING;
    return {
      read: () => last,
      follow: (of: BodyView | null, listener: () => void) => {
        const read = (): void => {
          last = of === null ? NOTHING : { written: of.now(), current: of.current() };
          listener();
        };
        read();
        return of?.subscribe(read) ?? (() => undefined);
      },
    };
  });
  const subscribe = useMemo(() => (listener: () => void) => store.follow(view, listener), [store, view]);
  return useSyncExternalStore(subscribe, store.read);
}

/** The source goes along with the text. It may be scrolled ahead by itself: the text then stays. */
function useFollowing(
  view: BodyView | null,
  scroller: RefObject<HTMLElement | null>,
  pane: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const text = scroller.current;
    if (text === null || view === null) return;
    const onScroll = (): void => {
      if (pane.current !== null) follow(text, view.shown(), pane.current);
    };
    text.addEventListener('scroll', onScroll, { passive: true });
    return () => text.removeEventListener('scroll', onScroll);
  }, [view, scroller, pane]);
}
