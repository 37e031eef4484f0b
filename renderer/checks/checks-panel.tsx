import { useEffect, useMemo, useState } from 'react';
import { CHECK_RULES, type CheckLevel, HOUSE } from '../../shared/checks/index.ts';
import type { Output, PostDetails } from '../../shared/contract/index.ts';
import { useClient, useT } from '../connection/index.ts';
import { useToast } from '../design/index.ts';
import { askForPlace, writeAtPlace } from '../editor/index.ts';
import { useRemarkPlaces } from '../remarks/index.ts';
import styles from './checks.module.css';
import { NoteItem } from './note-item.tsx';
import type { Note } from './notes.ts';
import { useFileNotes } from './use-file-notes.ts';
import { useFindings } from './use-findings.ts';

const LEVELS: readonly CheckLevel[] = ['block', 'warn', 'remind'];
/** Notes shown at once: a list that can be read. */
const SHOWN = 30;

/** The law or standard a note's rule comes from; `null` for what this program asks for by itself. */
function lawOf({ rule }: Note): string | null {
  const { source } = CHECK_RULES[rule];
  return source === HOUSE ? null : source;
}

/** “Góp ý cho bài”: what the checks notice in the post being written or decided on, by level, with the way there and what can be done. */
export function ChecksPanel({ details, isRead }: { readonly details: PostDetails; readonly isRead: boolean }) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const { setTarget } = useRemarkPlaces();
  const [lists, setLists] = useState<Output<'checks.letThrough'> | null>(null);
  const [ignored, setIgnored] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    let isGone = false;
    const use = (kept: Output<'checks.letThrough'>): void => {
      if (!isGone) setLists(kept);
    };
    // Without the list the notes still help; some are then about words the person knows.
    client.call('checks.letThrough', null).then(use, () => use({ words: [], phones: [] }));
    return () => {
      isGone = true;
    };
  }, [client]);
  const letThrough = useMemo(
    () => (lists === null ? null : { words: new Set(lists.words), phones: new Set(lists.phones) }),
    [lists],
  );
  const notes = useFindings(details, letThrough);
  const fileNotes = useFileNotes(details, letThrough);
  if (notes === null) return null;

  const all = LEVELS.flatMap((level) => [...fileNotes, ...notes].filter((note) => note.level === level));
  const open = all.filter(({ key }) => !ignored.has(key));
  const shown = open.slice(0, SHOWN);
  const show = (note: Note): void => {
    if (isRead) {
      const { start, end } = note.place;
      const of = 'block' in note.place ? note.place.block : note.place.field;
      setTarget(start === undefined || end === undefined ? { of } : { of, start, end });
      return;
    }
    askForPlace({ place: note.place, words: note.file === undefined ? note.words : '', replacement: null });
  };
  const replace = async (note: Note, replacement: string): Promise<void> => {
    const isDone = await writeAtPlace({ place: note.place, words: note.words, replacement });
    if (!isDone) toast(t('checks.moved'), 'bad');
  };
  const letPass = (more: Output<'checks.letThrough'>): void => {
    client.call('checks.add', more).then(setLists, () => toast(t('error.internal'), 'bad'));
  };

  return (
    <section className={styles.panel} aria-labelledby="checks-title">
      <h3 id="checks-title">{t('checks.title')}</h3>
      <p role="status" className={styles.quiet}>
        {open.length === 0 ? t('checks.none') : t('checks.count', { count: open.length })}
      </p>
      {LEVELS.map((level) => {
        const ofLevel = shown.filter((note) => note.level === level);
        if (ofLevel.length === 0) return null;
        return (
          <div key={level} className={styles.group}>
            <h4 id={`checks-${level}`}>{t(`checks.level.${level}`)}</h4>
            <ul aria-labelledby={`checks-${level}`} className={styles.list}>
              {ofLevel.map((note) => (
                <NoteItem
                  key={note.key}
                  note={isRead ? { ...note, offers: [] } : note}
                  source={note === shown.find(({ rule }) => rule === note.rule) ? lawOf(note) : null}
                  onShow={() => show(note)}
                  onReplace={(words) => void replace(note, words)}
                  onIgnore={() => setIgnored((last) => new Set([...last, note.key]))}
                  onLetPass={letPass}
                />
              ))}
            </ul>
          </div>
        );
      })}
      {open.length > SHOWN && <p className={styles.quiet}>{t('checks.more', { count: open.length - SHOWN })}</p>}
    </section>
  );
}
