import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Place } from '../../shared/checks/index.ts';
import { type Anchor, quoteAt } from '../../shared/content/index.ts';
import type { Input, PostDetails, RemarkPlace, RemarksView, RemarkThread } from '../../shared/contract/index.ts';
import { useClient, useErrorSentence, useErrorText, usePostsChanged, useQuery, useT } from '../connection/index.ts';
import { Button, Notice, Spinner, useToast } from '../design/index.ts';
import { askForPlace, type Journal, writeAtPlace } from '../editor/index.ts';
import { ariaKeys, SHORTCUTS, useShortcut } from '../keyboard/index.ts';
import { type About, Composer, type Said } from './composer.tsx';
import { createWordKeeper, type KeptWords } from './kept-words.ts';
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
  const { data: read, error, refetch } = useQuery('remarks.list', { post, revision });
  // While another text is read, what is being written beside the one before stays.
  const [data, setData] = useState<RemarksView | null>(read);
  if (read !== null && read !== data) setData(read);
  usePostsChanged(refetch);
  const sentence = useErrorText(error);
  const { selected, setSelected, setMarks, setTarget } = useRemarkPlaces();
  const [keeper] = useState(() => createWordKeeper(client, post));
  const kept = (place: RemarkPlace): KeptWords | null => {
    const known = keeper.known(place);
    return known === undefined ? (data?.kept.find((one) => one.place === place) ?? null) : known;
  };
  // Not asked for yet, nor closed: what was begun before is there again.
  const [wantsToWrite, setWriting] = useState<boolean | null>(null);
  const isWriting = wantsToWrite ?? kept('new') !== null;
  useEffect(() => {
    const open = data?.threads.filter(({ resolved }) => resolved === null) ?? [];
    setMarks(open.flatMap(({ anchor }) => anchor ?? []));
  }, [data, setMarks]);
  useEffect(() => () => setMarks([]), [setMarks]);
  // A place in one text is none in another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another text is shown
  useEffect(() => () => setSelected(null), [revision, setSelected]);

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
    keeper.keep('new', null);
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
  const add = (thread: string | null, { about, ...said }: Said): Promise<boolean> => {
    const place = { revision: about?.revision ?? data?.revision ?? null, anchor: about?.anchor ?? null };
    return done(() => client.call('remarks.add', { post, thread, ...place, ...said }));
  };
  const resolve = (wanted: Omit<Input<'remarks.resolve'>, 'post'>): Promise<boolean> =>
    done(() => client.call('remarks.resolve', { post, ...wanted }));
  const take = async (thread: RemarkThread): Promise<boolean> => {
    const { anchor, quote, wording } = thread;
    if (journal === null || anchor === null || quote === null || wording === null) return false;
    if (!(await writeAtPlace({ place: placeOf(anchor), words: quote, replacement: wording }))) {
      toast(t('remarks.moved'), 'bad');
      return false;
    }
    await journal.flush();
    return resolve({ thread: thread.thread, isResolved: true, answer: 'taken', note: '' });
  };
  const acts: ThreadActs = {
    kept,
    keep: keeper.keep,
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
  const about: About | null =
    selected === null || quote === null || revision === null ? null : { revision, anchor: selected, quote };
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
          about={about}
          start={kept('new')}
          onWrite={(words) => {
            setWriting(true);
            keeper.keep('new', words);
          }}
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
