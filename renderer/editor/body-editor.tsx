import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { ReactExtension } from '@lexical/react/ReactExtension';
import { configExtension, defineExtension, type LexicalEditor, type NodeKey } from 'lexical';
import { type ReactNode, type RefObject, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { type Block, type Language, newBlockId } from '../../shared/content/index.ts';
import type { Client } from '../../shared/contract/index.ts';
import { useErrorSentence, useT } from '../connection/index.ts';
import { Button, Notice, Spinner, VisuallyHidden } from '../design/index.ts';
import styles from './body.module.css';
import { bodyExtension } from './body-extension.ts';
import { EditorBoundary } from './editor-boundary.tsx';
import { FigureDialog } from './figure-dialog.tsx';
import { FigureEditing } from './figure-editing.ts';
import { FindBar } from './find-bar.tsx';
import type { WritingFields } from './find-fields.ts';
import type { BodyChange } from './journal.ts';
import { registerKeys } from './keys.ts';
import { LinkDialog } from './link-dialog.tsx';
import type { Mirror } from './mirror.ts';
import { PasteNotices } from './paste-news.tsx';
import { onPlaceAsked } from './place-requests.ts';
import { goInBody } from './places.ts';
import { TableDialog } from './table-dialog.tsx';
import { $selectedTable } from './table-editing.ts';
import { BODY_THEME } from './theme.ts';
import { Toolbar } from './toolbar.tsx';
import { usePaste } from './use-paste.ts';
import { type PictureProgress, usePictures } from './use-pictures.ts';
import type { WritingTools } from './writing-tools.ts';

interface BodyEditorProps {
  /** The body when the post was opened; read once. */
  readonly blocks: readonly Block[];
  readonly language: Language;
  readonly client: Client;
  readonly mirror: Mirror;
  readonly onChange: (change: BodyChange) => void;
  /** The title and summary, between toolbar and body. */
  readonly head: ReactNode;
  /** The text boxes of the head, which the search looks through too. */
  readonly fields: WritingFields;
  readonly tools: WritingTools;
  readonly foot: ReactNode;
  readonly ref: RefObject<BodyHandle | null>;
}

export interface BodyHandle {
  readonly focus: () => void;
}

/** The body: toolbar, text and dialogs over one Lexical editor. */
export function BodyEditor({ blocks, onChange, ...rest }: BodyEditorProps) {
  const t = useT();
  const [isBug, setBug] = useState(false);
  const [opened] = useState({ blocks, onChange, t });
  const extension = useMemo(
    () =>
      withBlockBoundary(
        bodyExtension({
          ...opened,
          newId: newBlockId,
          theme: BODY_THEME,
          headingWords: {
            created: opened.t('editor.heading.created'),
            destroyed: opened.t('editor.heading.destroyed'),
          },
          onBug: (error) => {
            // The stack only: an error's own words may hold what the person wrote.
            console.error('editor update failed', error.stack?.split('\n').slice(1, 6).join('\n'));
            setBug(true);
          },
        }),
      ),
    [opened],
  );
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <Surface {...rest} isBug={isBug} onBugSeen={() => setBug(false)} />
    </LexicalExtensionComposer>
  );
}

/** A picture or placeholder that cannot be drawn leaves a sentence in its place; the rest of the body is not touched. */
function withBlockBoundary(body: ReturnType<typeof bodyExtension>) {
  return defineExtension({
    name: 'ban-thao/body-window',
    dependencies: [body, configExtension(ReactExtension, { ErrorBoundary: BlockBoundary })],
  });
}

function BlockBoundary({ children }: { readonly children: ReactNode }) {
  const t = useT();
  return (
    <EditorBoundary renderBroken={() => <p className={styles.news}>{t('editor.block.broken')}</p>}>
      {children}
    </EditorBoundary>
  );
}

interface SurfaceProps extends Omit<BodyEditorProps, 'blocks' | 'onChange'> {
  readonly isBug: boolean;
  readonly onBugSeen: () => void;
}

function Surface({ language, client, mirror, head, fields, tools, foot, ref, isBug, onBugSeen }: SurfaceProps) {
  const t = useT();
  const [editor] = useLexicalComposerContext();
  const [figure, setFigure] = useState<NodeKey | null>(null);
  const [isLinking, setLinking] = useState(false);
  const [table, setTable] = useState<NodeKey | null>(null);
  const firstTool = useRef<HTMLButtonElement>(null);
  const { progress, addPictures, dismiss } = usePictures(editor, client, mirror, setFigure);
  const pasting = usePaste(editor, client, mirror);
  useEffect(() => onPlaceAsked((request) => ('block' in request.place ? goInBody(editor, request) : null)), [editor]);
  useImperativeHandle(ref, () => ({ focus: () => focusStart(editor) }), [editor]);
  useEffect(
    () =>
      registerKeys(editor, {
        openLink: () => setLinking(true),
        focusToolbar: () => firstTool.current?.focus(),
      }),
    [editor],
  );

  const openTable = (): void => setTable(editor.read(() => $selectedTable()?.getKey() ?? null));

  return (
    <FigureEditing value={setFigure}>
      <div className={styles.tools}>
        <Toolbar
          onLink={() => setLinking(true)}
          onTable={openTable}
          onPictures={addPictures}
          onDocument={pasting.openDocument}
          firstButton={firstTool}
        />
        {tools.find !== null && (
          <FindBar
            asked={tools.find}
            fields={fields}
            onReplaceAsked={() => tools.onFind('replace')}
            onClose={() => tools.onFind(null)}
          />
        )}
      </div>
      <div className={styles.page}>
        {isBug && (
          <Notice tone="bad" role="alert" action={<Button onClick={onBugSeen}>{t('editor.close')}</Button>}>
            {t('editor.bug')}
          </Notice>
        )}
        <PictureNews progress={progress} onDismiss={dismiss} />
        <PasteNotices pasting={pasting} />
        {head}
        <div className={styles.surface}>
          <ContentEditable
            className={styles.body}
            aria-label={t('editor.body')}
            aria-multiline
            lang={language}
            spellCheck
            aria-placeholder={t('editor.body.placeholder')}
            placeholder={
              <p className={styles.placeholder} aria-hidden="true">
                {t('editor.body.placeholder')}
              </p>
            }
          />
        </div>
        {foot}
      </div>
      {figure !== null && (
        <FigureDialog
          key={figure}
          nodeKey={figure}
          onClose={() => {
            setFigure(null);
            editor.focus();
          }}
        />
      )}
      {table !== null && (
        <TableDialog
          key={table}
          nodeKey={table}
          onClose={() => {
            setTable(null);
            editor.focus();
          }}
        />
      )}
      {isLinking && <LinkDialog onClose={() => setLinking(false)} />}
    </FigureEditing>
  );
}

/** The cursor goes where it last was, or to the start of a body not yet visited. */
function focusStart(editor: LexicalEditor): void {
  editor.focus(undefined, { defaultSelection: 'rootStart' });
}

function PictureNews({ progress, onDismiss }: { readonly progress: PictureProgress; readonly onDismiss: () => void }) {
  const t = useT();
  const sentenceOf = useErrorSentence();
  const current = progress.waiting[0];
  return (
    <>
      <div role="status" className={styles.news}>
        {current !== undefined && (
          <>
            <Spinner /> {t('editor.picture.adding', { name: current })}
          </>
        )}
        {current === undefined && progress.added !== null && (
          <VisuallyHidden>{t('editor.picture.added', { name: progress.added })}</VisuallyHidden>
        )}
      </div>
      {progress.problem !== null && (
        <Notice tone="bad" role="alert" action={<Button onClick={onDismiss}>{t('editor.close')}</Button>}>
          {sentenceOf(progress.problem)}
        </Notice>
      )}
    </>
  );
}
