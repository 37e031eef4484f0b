import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { ReactExtension } from '@lexical/react/ReactExtension';
import { configExtension, defineExtension, type LexicalEditor, mergeRegister, type NodeKey } from 'lexical';
import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Block, type Language, newBlockId } from '../../shared/content/index.ts';
import type { Client } from '../../shared/contract/index.ts';
import { useErrorSentence, useT } from '../connection/index.ts';
import { AfterText, BarAfterText, Button, Notice, useToast } from '../design/index.ts';
import { BlockDrag } from './block-drag.tsx';
import { type BlockEditing, BlockEditingContext } from './block-editing.ts';
import styles from './body.module.css';
import { type Asked, BodyDialogs } from './body-dialogs.tsx';
import { bodyExtension } from './body-extension.ts';
import { createBodyView } from './body-view.ts';
import { registerClick } from './click.ts';
import { registerCursorKeys } from './cursor-keys.ts';
import { registerDroppedWords } from './dropped-words.ts';
import { EditorBoundary } from './editor-boundary.tsx';
import { FindBar } from './find-bar.tsx';
import type { WritingFields } from './find-fields.ts';
import { registerFirstScreen } from './first-screen.ts';
import { registerDropsBeside, registerIncomingFiles, type SortedFiles } from './incoming-files.ts';
import { IntakeNotices } from './intake-news.tsx';
import type { BodyChange } from './journal.ts';
import { registerKeys } from './keys.ts';
import type { Mirror } from './mirror.ts';
import { OutlinePane } from './outline-pane.tsx';
import { PasteNotices } from './paste-news.tsx';
import { onPlaceAsked } from './place-requests.ts';
import { goInBody } from './places.ts';
import { SlashMenu } from './slash-menu.tsx';
import { $selectedTable } from './table-editing.ts';
import { TemplateOffer } from './template-offer.tsx';
import { BODY_THEME } from './theme.ts';
import { Toolbar } from './toolbar.tsx';
import { useEditorActions } from './use-editor-actions.ts';
import { useIntake } from './use-intake.ts';
import { usePaste } from './use-paste.ts';
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
  const sentenceOf = useErrorSentence();
  const say = useToast();
  const { client } = rest;
  const [block, setBlock] = useState<NodeKey | null>(null);
  const editing = useMemo<BlockEditing>(
    () => ({
      edit: setBlock,
      aboutFile: (hash) => client.call('media.about', { hash }),
      crop: async (hash, area) => (await client.call('media.crop', { hash, ...area })).hash,
      saveFile: (hash) => {
        client.call('media.saveCopy', { hash }).then(
          ({ savedAt }) => say(t('editor.file.saved', { place: savedAt })),
          (problem: unknown) => say(sentenceOf(problem), 'bad'),
        );
      },
    }),
    [client, say, t, sentenceOf],
  );
  return (
    // Around the composer: it draws the blocks that are no text beside the surface, not within.
    <BlockEditingContext value={editing}>
      <LexicalExtensionComposer extension={extension} contentEditable={null}>
        <Surface {...rest} block={block} setBlock={setBlock} isBug={isBug} onBugSeen={() => setBug(false)} />
      </LexicalExtensionComposer>
    </BlockEditingContext>
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
  /** The block whose words are asked for. */
  readonly block: NodeKey | null;
  readonly setBlock: (block: NodeKey | null) => void;
  readonly isBug: boolean;
  readonly onBugSeen: () => void;
}

function Surface({
  language,
  client,
  mirror,
  head,
  fields,
  tools,
  foot,
  ref,
  block,
  setBlock,
  isBug,
  onBugSeen,
}: SurfaceProps) {
  const t = useT();
  const [editor] = useLexicalComposerContext();
  const [asked, setAsked] = useState<Asked | null>(null);
  const firstTool = useRef<HTMLButtonElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const intake = useIntake(editor, client, mirror, setBlock);
  const { addPictures, attachFiles } = intake;
  const pasting = usePaste(editor, client, mirror);
  const { openDocuments } = pasting;
  const askForVideo = useCallback(() => setAsked('video'), []);
  const actions = useEditorActions(editor, intake, openDocuments, askForVideo);
  useEffect(() => {
    const onFiles = ({ pictures, documents, others }: SortedFiles): void => {
      addPictures(pictures);
      attachFiles(others);
      openDocuments(documents);
    };
    return mergeRegister(
      registerIncomingFiles(editor, onFiles),
      registerDroppedWords(editor),
      registerDropsBeside(editor, () => surface.current?.checkVisibility() ?? false, onFiles),
    );
  }, [editor, addPictures, attachFiles, openDocuments]);
  useEffect(() => onPlaceAsked((request) => ('block' in request.place ? goInBody(editor, request) : null)), [editor]);
  useEffect(() => registerCursorKeys(editor), [editor]);
  useEffect(() => registerClick(editor), [editor]);
  useLayoutEffect(() => registerFirstScreen(editor), [editor]);
  const { onView } = tools;
  useEffect(() => {
    onView?.(createBodyView(editor, mirror));
    return () => onView?.(null);
  }, [editor, mirror, onView]);
  useImperativeHandle(ref, () => ({ focus: () => focusStart(editor) }), [editor]);
  useEffect(
    () =>
      registerKeys(editor, {
        openLink: () => setAsked('link'),
        focusToolbar: () => firstTool.current?.focus(),
        editBlock: setBlock,
      }),
    [editor, setBlock],
  );

  const openTable = (): void => {
    const table = editor.read(() => $selectedTable()?.getKey());
    if (table !== undefined) setAsked({ table });
  };

  return (
    <>
      <div className={styles.tools}>
        <BarAfterText name="tools" className={styles.toolbar}>
          <Toolbar onLink={() => setAsked('link')} onTable={openTable} actions={actions} firstButton={firstTool} />
        </BarAfterText>
        {tools.find !== null && (
          <FindBar
            asked={tools.find}
            fields={fields}
            onReplaceAsked={() => tools.onFind('replace')}
            onClose={() => tools.onFind(null)}
          />
        )}
      </div>
      <div className={styles.desk}>
        {tools.isOutlineShown && <OutlinePane />}
        <div className={styles.page}>
          {isBug && (
            <Notice tone="bad" role="alert" action={<Button onClick={onBugSeen}>{t('editor.close')}</Button>}>
              {t('editor.bug')}
            </Notice>
          )}
          <IntakeNotices intake={intake} />
          <PasteNotices pasting={pasting} />
          {head}
          <div ref={surface} className={styles.surface}>
            <BlockDrag surface={surface} />
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
          <AfterText>
            {language === 'vi' && <TemplateOffer mirror={mirror} onAsk={() => tools.onTemplate(true)} />}
            {foot}
          </AfterText>
        </div>
      </div>
      <SlashMenu actions={actions} />
      <BodyDialogs
        asked={asked}
        onAnswered={() => setAsked(null)}
        block={block}
        onBlockDone={() => setBlock(null)}
        onAddToGallery={actions.addToGallery}
        tools={tools}
      />
    </>
  );
}

/** The cursor goes where it last was, or to the start of a body not yet visited. */
function focusStart(editor: LexicalEditor): void {
  editor.focus(undefined, { defaultSelection: 'rootStart' });
}
