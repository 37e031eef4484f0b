import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Language, LIMITS } from '../../shared/content/index.ts';
import type { Client, PostDetails } from '../../shared/contract/index.ts';
import { READING_SPEED, readingMinutes } from '../../shared/rules/index.ts';
import { formatNumber } from '../../shared/vietnamese/index.ts';
import { useT } from '../connection/index.ts';
import { Button, Notice } from '../design/index.ts';
import styles from './body.module.css';
import { BodyEditor, type BodyHandle } from './body-editor.tsx';
import { EditorBoundary } from './editor-boundary.tsx';
import type { WritingFields } from './find-fields.ts';
import type { BodyChange, Journal } from './journal.ts';
import { createMirror, type Mirror, type Writing } from './mirror.ts';
import { onPlaceAsked } from './place-requests.ts';
import { goInField } from './places.ts';
import { useOvertaken } from './use-overtaken.ts';
import { WritingField } from './writing-field.tsx';
import { NO_TOOLS, type WritingTools } from './writing-tools.ts';

interface PostEditorProps {
  /**
   * The post, kept fresh. Its text is read when the editor opens, and again only when another computer's text has come
   * under it while every word written here is durable.
   */
  readonly details: PostDetails;
  readonly journal: Journal;
  readonly client: Client;
  readonly tools?: WritingTools;
  /** Puts the cursor into the title, once it is there. */
  readonly isNew: boolean;
}

/** The text that the editor was opened anew with. */
interface Overtaken {
  readonly by: PostDetails;
  /** The person at this window put it there. */
  readonly isReplaced: boolean;
  /** How often that was so: each time the editor opens anew. */
  readonly times: number;
}

/**
 * Where a post is written: title, summary and body. Every change goes to the journal as it is made; nothing outside of
 * this component renders while the person types.
 */
export function PostEditor({ details, journal, client, isNew, tools = NO_TOOLS }: PostEditorProps) {
  const t = useT();
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);
  const onOvertaken = useCallback(
    (by: PostDetails, isReplaced: boolean) =>
      setOvertaken((last) => ({ by, isReplaced, times: (last?.times ?? 0) + 1 })),
    [],
  );
  const { post } = details;
  const fresh = overtaken?.by.post === post ? overtaken : null;
  return (
    <>
      {/* Whoever replaced the text here knows of it, and was told where the words before it are. */}
      {fresh?.isReplaced === false && (
        <Notice isBar role="status">
          {t('editor.overtaken')}
        </Notice>
      )}
      <Session
        key={`${post} ${fresh?.times ?? 0}`}
        start={fresh?.by ?? details}
        details={details}
        journal={journal}
        client={client}
        tools={tools}
        isNew={isNew}
        onOvertaken={onOvertaken}
      />
    </>
  );
}

interface SessionProps extends Required<PostEditorProps> {
  /** What the editor opens with. */
  readonly start: PostDetails;
  readonly onOvertaken: (by: PostDetails, isReplaced: boolean) => void;
}

function Session({ start: opened, details, journal, client, tools, isNew, onOvertaken }: SessionProps) {
  const t = useT();
  const [start, setStart] = useState<Writing>(() => ({
    title: opened.fields.title,
    summary: opened.fields.summary,
    blocks: opened.blocks,
  }));
  const [mirror] = useState(() => createMirror(start));
  const title = useRef<HTMLTextAreaElement>(null);
  const summary = useRef<HTMLTextAreaElement>(null);
  const [fields] = useState<WritingFields>({ title, summary });
  const body = useRef<BodyHandle>(null);
  useOvertaken(details, journal, client, mirror, onOvertaken);
  useEffect(() => {
    if (isNew) title.current?.focus();
  }, [isNew]);

  useEffect(
    () =>
      onPlaceAsked((request) => {
        if (!('field' in request.place)) return null;
        const { field } = request.place;
        return field === 'cover' ? null : goInField((field === 'title' ? title : summary).current, request);
      }),
    [],
  );

  const writeField = (field: 'title' | 'summary', text: string): void => {
    journal.writeFields({ [field]: text });
    mirror.updateField(field, text);
  };
  const writeBody = (change: BodyChange): void => {
    journal.writeBody(change);
    mirror.updateBody(change);
  };

  const head = (
    <>
      <WritingField
        ref={title}
        kind="title"
        start={start.title}
        language={details.language}
        most={LIMITS.titleCharacters}
        onWrite={(text) => writeField('title', text)}
        onEnter={() => summary.current?.focus()}
      />
      <WritingField
        ref={summary}
        kind="summary"
        start={start.summary}
        language={details.language}
        most={LIMITS.summaryCharacters}
        onWrite={(text) => writeField('summary', text)}
        onEnter={() => body.current?.focus()}
      />
    </>
  );

  const renderBroken = (retry: () => void) => {
    const openAnew = (): void => {
      setStart(mirror.now());
      retry();
    };
    return (
      <div className={styles.page}>
        <Notice
          tone="bad"
          role="alert"
          title={t('editor.broken.title')}
          action={<Button onClick={openAnew}>{t('editor.broken.retry')}</Button>}
        >
          {t('editor.broken')}
        </Notice>
      </div>
    );
  };

  return (
    <EditorBoundary renderBroken={renderBroken}>
      <BodyEditor
        ref={body}
        blocks={start.blocks}
        language={details.language}
        client={client}
        mirror={mirror}
        onChange={writeBody}
        head={head}
        fields={fields}
        tools={tools}
        foot={<SizeLine mirror={mirror} language={details.language} />}
      />
    </EditorBoundary>
  );
}

/** Share of a limit from which on it is spoken of. */
const SHOWN_FROM = 0.9;
const MOST_KILOBYTES = LIMITS.canonicalBytes / 1_000;

function SizeLine({ mirror, language }: { readonly mirror: Mirror; readonly language: Language }) {
  const t = useT();
  const { words, blocks, pictures, kilobytes } = useSyncExternalStore(mirror.subscribe, mirror.size);
  return (
    <p className={styles.size}>
      <span title={t('editor.reading.source', { source: READING_SPEED[language].source })}>
        {t('editor.words', { count: formatNumber(words) })}
        {words > 0 && `, ${t('editor.reading', { minutes: readingMinutes(words, language) })}`}
      </span>
      {blocks >= LIMITS.blocks * SHOWN_FROM && (
        <span className={styles.near}>{t('editor.blocks.near', { used: blocks, most: LIMITS.blocks })}</span>
      )}
      {pictures >= LIMITS.picturesPerPost * SHOWN_FROM && (
        <span className={styles.near}>
          {t('editor.pictures.near', { used: pictures, most: LIMITS.picturesPerPost })}
        </span>
      )}
      {kilobytes >= MOST_KILOBYTES * SHOWN_FROM && (
        <span className={styles.near}>
          {t('editor.bytes.near', { used: formatNumber(kilobytes), most: formatNumber(MOST_KILOBYTES) })}
        </span>
      )}
    </p>
  );
}
