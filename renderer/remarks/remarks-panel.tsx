import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Place } from '../../shared/checks/index.ts';
import { type Anchor, quoteAt } from '../../shared/content/index.ts';
import type { Input, PostDetails, RemarkThread } from '../../shared/contract/index.ts';
import { useClient, useErrorSentence, useErrorText, usePostsChanged, useQuery, useT } from '../connection/index.ts';
import { Button, Notice, Spinner, useToast } from '../design/index.ts';
import { askForPlace, type Journal, writeAtPlace } from '../editor/index.ts';
import { ariaKeys, SHORTCUTS, useShortcut } from '../keyboard/index.ts';
import { Composer, type Said } from './composer.tsx';
import { useRemarkPlaces } from './places.tsx';
import styles from './remarks.module.css';
import { type ThreadActs, ThreadItem } from './thread-item.tsx';

interface RemarksPanelProps {
  readonly details: PostDetails;
  /** Where the post is being written; `null` where it is only read. */
  readonly journal: Journal | null;
  /** The text shown: a revision, or `null` for the working copy. */
  readonly revision: string | null;
}

/** *Trao đổi*: what the board says about a post, beside its text. */
export function RemarksPanel({ details, journal, revision }: RemarksPanelProps) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentenceOf = useErrorSentence();
  const { post } = details;
  const { data, error, refetch } = useQuery('remarks.list', { post, revision });
  usePostsChanged(refetch);
  const sentence = useErrorText(error);
  const { selected, setSelected, setMarks, setTarget } = useRemarkPlaces();
  const [isWriting, setWriting] = useState(false);
  useEffect(() => {
    const open = data?.threads.filter(({ resolved }) => resolved === null) ?? [];
    setMarks(open.flatMap(({ anchor }) => anchor ?? []));
  }, [data, setMarks]);
  useEffect(() => () => setMarks([]), [setMarks]);

  const panel = useRef<HTMLElement>(null);
  const startWriting = (): void => {
    if (data === null || data.revision === null) return;
    setWriting(true);
    // Already being written: that is where the person wants to be.
    if (isWriting) panel.current?.querySelector('textarea')?.focus();
  };
  useShortcut('remark', startWriting);
  /** The box goes, and the focus back to what opened it. */
  const stopWriting = (): void => {
    flushSync(() => setWriting(false));
    panel.current?.querySelector<HTMLElement>('[data-add]')?.focus();
  };

  const done = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      refetch();
      return true;
    } catch (failure) {
      toast(sentenceOf(failure), 'bad');
      return false;
    }
  };
  const add = (thread: string | null, said: Said): Promise<boolean> =>
    done(() => client.call('remarks.add', { post, revision: data?.revision ?? null, thread, ...said }));
  const resolve = (wanted: Omit<Input<'remarks.resolve'>, 'post'>): Promise<boolean> =>
    done(() => client.call('remarks.resolve', { post, ...wanted }));
  const take = async (thread: RemarkThread): Promise<boolean> => {
    const { anchor, quote, wording } = thread;
    if (journal === null || anchor === null || quote === null || wording === null) return false;
    if (!writeAtPlace({ place: placeOf(anchor), words: quote, replacement: wording })) {
      toast(t('remarks.moved'), 'bad');
      return false;
    }
    await journal.flush();
    return resolve({ thread: thread.thread, isResolved: true, answer: 'taken', note: '' });
  };
  const acts: ThreadActs = {
    reply: (thread, said) => add(thread, said),
    resolve,
    take: journal === null ? null : take,
    show: ({ anchor }) => {
      if (anchor === null) return;
      if (journal === null) setTarget({ ...anchor });
      else askForPlace({ place: placeOf(anchor), words: '', replacement: null });
    },
  };

  if (data === null)
    return (
      <section className={styles.panel} aria-label={t('remarks.title')}>
        {sentence === null ? (
          <Spinner label={t('remarks.loading')} />
        ) : (
          <Notice tone="bad" role="alert" action={<Button onClick={refetch}>{t('window.retry')}</Button>}>
            {sentence}
          </Notice>
        )}
      </section>
    );
  const { threads, people, isMine } = data;
  const open = threads.filter(({ resolved }) => resolved === null);
  const closed = threads.filter(({ resolved }) => resolved !== null);
  const quote =
    selected === null || revision === null || revision !== data.revision
      ? null
      : quoteAt({ ...details.fields, blocks: details.blocks }, selected);
  const items = (list: readonly RemarkThread[]) =>
    list.map((thread) => (
      <ThreadItem key={thread.thread} thread={thread} people={people} isMine={isMine} acts={acts} />
    ));

  return (
    <section ref={panel} className={styles.panel} aria-labelledby="remarks-title">
      <h3 id="remarks-title">{t('remarks.title')}</h3>
      {data.revision === null ? (
        <p className={styles.quiet}>{t('remarks.notYet')}</p>
      ) : isWriting ? (
        <Composer
          kind="remark"
          people={people}
          about={selected === null || quote === null ? null : { anchor: selected, quote }}
          onCancel={stopWriting}
          onSend={async (said) => {
            const isDone = await add(null, said);
            if (isDone) {
              setSelected(null);
              stopWriting();
            }
            return isDone;
          }}
        />
      ) : (
        <div className={styles.buttons}>
          <Button data-add aria-keyshortcuts={ariaKeys('remark')} onClick={startWriting}>
            {t(quote === null ? 'remarks.add' : 'remarks.addHere')}
          </Button>
          {quote === null && revision !== null && (
            <p className={styles.quiet}>{t('remarks.selectHint', { keys: SHORTCUTS.textCursor.keys })}</p>
          )}
        </div>
      )}
      {data.revision !== null && threads.length === 0 && <p className={styles.quiet}>{t('remarks.none')}</p>}
      {open.length > 0 && (
        <>
          <h4>{t('remarks.open', { count: open.length })}</h4>
          <ul className={styles.threads}>{items(open)}</ul>
        </>
      )}
      {closed.length > 0 && (
        <details>
          <summary className={styles.summary}>{t('remarks.closed', { count: closed.length })}</summary>
          <ul className={styles.threads}>{items(closed)}</ul>
        </details>
      )}
    </section>
  );
}

function placeOf({ of, start, end }: Anchor): Place {
  const stretch = start === undefined || end === undefined ? {} : { start, end };
  return of === 'title' || of === 'summary' ? { field: of, ...stretch } : { block: of, ...stretch };
}
