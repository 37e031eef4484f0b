import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Input, RemarkPlace, RemarkThread } from '../../shared/contract/index.ts';
import { formatDateTime } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { Badge, Button } from '../design/index.ts';
import { Composer, type Said } from './composer.tsx';
import { DeclineForm } from './decline-form.tsx';
import type { KeptWords } from './kept-words.ts';
import type { Person } from './mentions.ts';
import styles from './remarks.module.css';

/** What is done with a thread; resolves to whether it was written down. */
export interface ThreadActs {
  readonly reply: (thread: string, said: Said) => Promise<boolean>;
  readonly resolve: (wanted: Omit<Input<'remarks.resolve'>, 'post'>) => Promise<boolean>;
  readonly show: (thread: RemarkThread) => void;
  /** What was written at a place before, and not said. */
  readonly kept: (place: RemarkPlace) => KeptWords | null;
  readonly keep: (place: RemarkPlace, words: KeptWords | null) => void;
  /** Writes the proposed words where those they replace stand. `null` where the post is not being written. */
  readonly take: ((thread: RemarkThread) => Promise<boolean>) | null;
}

interface ThreadItemProps {
  readonly thread: RemarkThread;
  readonly people: readonly Person[];
  readonly isMine: boolean;
  readonly acts: ThreadActs;
}

/** A remark, what it is about, what was said to it, and what can be done with it. */
export function ThreadItem({ thread, people, isMine, acts }: ThreadItemProps) {
  const t = useT();
  const { remarks, wording, resolved, waitsForMe, anchor } = thread;
  const id = thread.thread;
  const [replied, declined] = [`reply:${id}` as const, `decline:${id}` as const];
  // What was being written is there again; the thread may have gone to the other list, or the whole panel away.
  const [form, setForm] = useState<'reply' | 'decline' | null>(() =>
    acts.kept(replied) !== null ? 'reply' : acts.kept(declined) !== null ? 'decline' : null,
  );
  const [isBusy, setBusy] = useState(false);
  const isOpenWording = wording !== null && resolved === null && isMine;
  const item = useRef<HTMLLIElement>(null);
  /** The form goes, and the focus back to the thread's buttons. */
  const close = (): void => {
    if (form === null) return;
    acts.keep(form === 'reply' ? replied : declined, null);
    flushSync(() => setForm(null));
    item.current?.querySelector<HTMLElement>('[data-reply]')?.focus();
  };
  const run = async (work: Promise<boolean>): Promise<void> => {
    setBusy(true);
    const isDone = await work;
    setBusy(false);
    if (isDone) close();
  };
  return (
    <li ref={item} className={styles.thread}>
      <About thread={thread} onShow={() => acts.show(thread)} />
      {wording !== null && (
        <p className={styles.wording}>
          <span className={styles.quiet}>{t(wording === '' ? 'remarks.suggestionDelete' : 'remarks.suggestion')}</span>
          {wording !== '' && <ins>{wording}</ins>}
        </p>
      )}
      {waitsForMe && <Badge tone="info">{t('remarks.waits')}</Badge>}
      <ol className={styles.said}>
        {remarks.map((remark) => (
          <li key={remark.id}>
            <p className={styles.quiet}>
              <strong>{remark.personName}</strong> · <Clocks at={remark.at} receivedAt={remark.receivedAt} />
            </p>
            {remark.text !== '' && <p className={styles.words}>{remark.text}</p>}
          </li>
        ))}
      </ol>
      {resolved !== null && (
        <p className={styles.quiet}>
          {t(`remarks.by.${resolved.answer ?? 'resolved'}`, { name: resolved.personName })} ·{' '}
          <Clocks at={resolved.at} receivedAt={resolved.receivedAt} />
          {resolved.note !== '' && <span className={styles.words}>{resolved.note}</span>}
        </p>
      )}
      {form === null && (
        <div className={styles.buttons}>
          {isOpenWording && (
            <>
              <Button
                variant="primary"
                isBusy={isBusy}
                disabled={acts.take === null || anchor === null}
                aria-describedby={acts.take === null || anchor === null ? `why-${id}` : undefined}
                onClick={() => void run(acts.take?.(thread) ?? Promise.resolve(false))}
              >
                {t('remarks.take')}
              </Button>
              <Button onClick={() => setForm('decline')}>{t('remarks.decline')}</Button>
            </>
          )}
          <Button data-reply variant="quiet" onClick={() => setForm('reply')}>
            {t('remarks.reply')}
          </Button>
          {resolved === null && !isOpenWording && (
            <Button variant="quiet" isBusy={isBusy} onClick={() => void run(acts.resolve(resolution(id, true)))}>
              {t('remarks.resolve')}
            </Button>
          )}
          {resolved !== null && (
            <Button variant="quiet" isBusy={isBusy} onClick={() => void run(acts.resolve(resolution(id, false)))}>
              {t('remarks.reopen')}
            </Button>
          )}
        </div>
      )}
      {isOpenWording && (acts.take === null || anchor === null) && (
        <p id={`why-${id}`} className={styles.quiet}>
          {t(acts.take === null ? 'remarks.take.notWriting' : 'remarks.take.gone')}
        </p>
      )}
      {form === 'reply' && (
        <Composer
          kind="reply"
          people={people}
          about={null}
          start={acts.kept(replied)}
          onWrite={(words) => acts.keep(replied, words)}
          onCancel={close}
          onSend={async (said) => {
            const isDone = await acts.reply(id, said);
            if (isDone) close();
            return isDone;
          }}
        />
      )}
      {form === 'decline' && (
        <DeclineForm
          isBusy={isBusy}
          start={acts.kept(declined)?.text ?? null}
          onWrite={(text) => acts.keep(declined, text === '' ? null : { text, wording: null, about: null })}
          onCancel={close}
          onDecline={(note) => void run(acts.resolve({ ...resolution(id, true), answer: 'declined', note }))}
        />
      )}
    </li>
  );
}

function resolution(thread: string, isResolved: boolean): Omit<Input<'remarks.resolve'>, 'post'> {
  return { thread, isResolved, answer: null, note: '' };
}

/** The words a thread is about, and the way there; or that they are gone. */
function About({ thread, onShow }: { readonly thread: RemarkThread; readonly onShow: () => void }) {
  const t = useT();
  const { quote, anchor, isGone, resolved } = thread;
  // A wording that was taken has taken the place of what it was about.
  if (isGone && resolved?.answer !== 'taken')
    return <p className={styles.gone}>{quote ? t('remarks.goneWas', { words: quote }) : t('remarks.gone')}</p>;
  if (anchor === null) return quote ? <p className={styles.quote}>{t('remarks.about', { words: quote })}</p> : null;
  const words = quote || t('remarks.aboutBlock');
  return (
    <button type="button" className={styles.place} onClick={onShow} aria-label={t('remarks.show', { words })}>
      {words}
    </button>
  );
}

/** When it was said: by its computer's clock, and by the portal's. */
function Clocks({ at, receivedAt }: { readonly at: string; readonly receivedAt: string | null }) {
  const t = useT();
  const shown = formatDateTime(receivedAt ?? at);
  const both =
    receivedAt === null
      ? t('remarks.clockHere', { at: formatDateTime(at) })
      : t('remarks.clocks', { at: formatDateTime(at), receivedAt: formatDateTime(receivedAt) });
  return (
    <>
      <time dateTime={receivedAt ?? at} title={both}>
        {shown}
      </time>
      {receivedAt === null && ` · ${t('remarks.unsent')}`}
    </>
  );
}
