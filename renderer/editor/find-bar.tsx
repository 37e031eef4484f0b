import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { MessageKey } from '../../shared/i18n/index.ts';
import type { FindOptions } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { Button, IconButton, TextField, useToast } from '../design/index.ts';
import { SHORTCUTS, useShortcut } from '../keyboard/index.ts';
import styles from './find.module.css';
import type { WritingFields } from './find-fields.ts';
import { type Found, useFind } from './use-find.ts';

/** How the bar was asked for. `number` rises with each time, so that asking again gives it the focus again. */
export interface FindAsked {
  readonly mode: 'find' | 'replace';
  readonly number: number;
}

interface FindBarProps {
  readonly asked: FindAsked;
  readonly fields: WritingFields;
  readonly onReplaceAsked: () => void;
  readonly onClose: () => void;
}

const OPTIONS = [
  ['isAccentBlind', 'find.accentBlind'],
  ['isCaseExact', 'find.caseExact'],
  ['isWholeWord', 'find.wholeWord'],
] as const satisfies readonly (readonly [keyof FindOptions, MessageKey])[];

/** “Tìm trong bài”: looks for words in title, summary and body, and writes others in their place. */
export function FindBar({ asked, fields, onReplaceAsked, onClose }: FindBarProps) {
  const t = useT();
  const toast = useToast();
  const [editor] = useLexicalComposerContext();
  const finding = useFind(editor, fields);
  const [words, setWords] = useState('');
  const queryBox = useRef<HTMLInputElement>(null);
  const countId = useId();
  const { found, at, query, options } = finding;
  const current = found[at] ?? null;
  const isReplacing = asked.mode === 'replace';

  const { number } = asked;
  useEffect(() => {
    if (number > 0) queryBox.current?.select();
  }, [number]);
  useShortcut('findNext', () => finding.go(1));
  useShortcut('findPrevious', () => finding.go(-1));

  const close = (): void => {
    finding.leave();
    onClose();
  };
  const isOurs = (event: KeyboardEvent): boolean => !event.nativeEvent.isComposing && event.keyCode !== 229;
  const onQueryKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !isOurs(event) || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    finding.go(event.shiftKey ? -1 : 1);
  };
  const onWordsKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !isOurs(event) || event.ctrlKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    replaceOne();
  };
  const tellLeft = (left: number): void => {
    if (left > 0) toast(t('find.left', { count: left }), 'bad');
  };
  const replaceOne = (): void => tellLeft(finding.replaceOne(words).left);
  const replaceAll = (): void => {
    const { done, left } = finding.replaceAll(words);
    if (done > 0 || left === 0) toast(t('find.replaced', { count: done }));
    tellLeft(left);
  };

  return (
    <search
      className={styles.bar}
      aria-label={t('find.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOurs(event)) return;
        event.preventDefault();
        close();
      }}
    >
      <div className={styles.line}>
        <div className={styles.words}>
          <TextField
            ref={queryBox}
            label={t('find.query')}
            isLabelHidden
            placeholder={t('find.query')}
            value={query}
            onChange={finding.setQuery}
            onKeyDown={onQueryKey}
            aria-describedby={countId}
            maxLength={200}
            autoComplete="off"
          />
        </div>
        <span id={countId} role="status" className={styles.count}>
          {query !== '' && (current === null ? t('find.none') : countOf(t, at, found.length, current))}
        </span>
        <IconButton
          label={t('find.previous')}
          shortcut={SHORTCUTS.findPrevious.keys}
          icon={<ArrowUp size={18} aria-hidden="true" />}
          disabled={current === null}
          onClick={() => finding.go(-1)}
        />
        <IconButton
          label={t('find.next')}
          shortcut={SHORTCUTS.findNext.keys}
          icon={<ArrowDown size={18} aria-hidden="true" />}
          disabled={current === null}
          onClick={() => finding.go(1)}
        />
        <IconButton label={t('find.close')} icon={<X size={18} aria-hidden="true" />} onClick={close} />
      </div>
      {isReplacing && (
        <div className={styles.line}>
          <div className={styles.words}>
            <TextField
              label={t('find.words')}
              isLabelHidden
              placeholder={t('find.words')}
              value={words}
              onChange={setWords}
              onKeyDown={onWordsKey}
              maxLength={200}
              autoComplete="off"
            />
          </div>
          <Button disabled={current === null} onClick={replaceOne}>
            {t('find.replace')}
          </Button>
          <Button disabled={current === null} onClick={replaceAll}>
            {t('find.replaceAll')}
          </Button>
          {finding.takeBack !== null && <Button onClick={finding.takeBack}>{t('editor.tool.undo')}</Button>}
        </div>
      )}
      <div className={styles.line}>
        {OPTIONS.map(([name, label]) => (
          <label key={name} className={styles.option}>
            <input
              type="checkbox"
              checked={options[name]}
              onChange={(event) => finding.setOptions({ ...options, [name]: event.currentTarget.checked })}
            />
            {t(label)}
          </label>
        ))}
        {!isReplacing && (
          <Button variant="quiet" onClick={onReplaceAsked}>
            {t('find.toReplace')}
          </Button>
        )}
      </div>
    </search>
  );
}

/** “3 trong 12”, and where that is when it is not in the text itself. */
function countOf(t: ReturnType<typeof useT>, at: number, count: number, place: Found): string {
  const numbers = t('find.count', { at: at + 1, count });
  if (place.in === 'text') return numbers;
  return `${numbers}, ${t(`find.in.${place.in === 'words' ? place.part : place.in}`)}`;
}
