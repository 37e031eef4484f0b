import { Columns2, Minimize2, PanelRight } from 'lucide-react';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { useClient, useT } from '../connection/index.ts';
import {
  Badge,
  BarAfterText,
  IconButton,
  Notice,
  ScrollRegion,
  TabList,
  TabPanel,
  TabRoot,
  VisuallyHidden,
} from '../design/index.ts';
import { type Journal, onPlaceAsked, PostEditor, type WritingTools } from '../editor/index.ts';
import { SHORTCUTS, useShortcut } from '../keyboard/index.ts';
import { ReadingViews } from '../review/index.ts';
import { useSession } from '../session/index.ts';
import { SourcePane } from '../translation/index.ts';
import styles from './document.module.css';
import { isAwaitingReview, isWritable } from './is-writable.ts';
import { PreviewPane } from './preview-pane.tsx';
import { SaveProblem, SaveState } from './save-state.tsx';
import { ToolsMenu } from './tools-menu.tsx';
import { useWritingTools } from './use-writing-tools.ts';

type View = 'write' | 'preview';

interface DocumentPaneProps {
  readonly details: PostDetails;
  /** The journal of a post that may be written; `null` for one that is only read. */
  readonly journal: Journal | null;
  /** Puts the cursor into the title. */
  readonly isNew: boolean;
  readonly areDetailsShown: boolean;
  readonly onToggleDetails: () => void;
  /** Only the text is shown, nothing beside it. */
  readonly isFocusMode: boolean;
  readonly onFocusMode: () => void;
}

/** The middle: the post, to write or to read. */
export function DocumentPane({ details, journal, isNew, isFocusMode, onFocusMode, ...panes }: DocumentPaneProps) {
  const { areDetailsShown, onToggleDetails } = panes;
  const { app } = useSession();
  const t = useT();
  // A live post is first read: whoever opens it seldom means to change it.
  const [view, setView] = useState<View>(details.isLive ? 'preview' : 'write');
  // Whoever asks for a place in the text sees it there.
  useEffect(
    () =>
      onPlaceAsked(() => {
        setView('write');
        return null;
      }),
    [],
  );
  const tools = useWritingTools(() => setView('write'), journal !== null, details.fields.categories);
  const views = [
    { value: 'write', label: t('window.view.write') },
    { value: 'preview', label: t('window.view.preview') },
  ] as const;
  const [isSourceWanted, setSourceWanted] = useState(true);
  const scroller = useRef<HTMLDivElement>(null);
  const isSourceShown = details.translates !== null && isSourceWanted;
  const source = isSourceShown && <SourcePane details={details} view={tools.view} scroller={scroller} />;
  const sourceToggle = details.translates !== null && (
    <IconButton
      label={t(isSourceWanted ? 'translation.hide' : 'translation.show')}
      icon={<Columns2 size={18} aria-hidden="true" />}
      aria-pressed={isSourceWanted}
      onClick={() => setSourceWanted((isOn) => !isOn)}
    />
  );
  useShortcut('focus', onFocusMode);
  const toggle = isFocusMode ? (
    <IconButton
      label={t('tools.focus.leave')}
      shortcut={SHORTCUTS.focus.keys}
      icon={<Minimize2 size={18} aria-hidden="true" />}
      onClick={onFocusMode}
    />
  ) : (
    <IconButton
      label={areDetailsShown ? t('window.details.hide') : t('window.details.show')}
      icon={<PanelRight size={18} aria-hidden="true" />}
      aria-pressed={areDetailsShown}
      onClick={onToggleDetails}
    />
  );
  // Alone in the window, the post is what the window is about.
  const Heading = isFocusMode ? 'h1' : 'h2';
  const heading = (
    <VisuallyHidden>
      <Heading>{details.fields.title.trim() === '' ? t('window.untitled') : details.fields.title}</Heading>
    </VisuallyHidden>
  );

  if (journal === null)
    return (
      <>
        {heading}
        <div className={styles.bar}>
          <span className={styles.owner}>{details.ownerName}</span>
          {sourceToggle}
          {toggle}
        </div>
        <div className={styles.beside}>
          {source}
          <ScrollRegion className={styles.scroller} aria-label={t('window.article.title')} data-region-focus>
            {isAwaitingReview(details) && <Notice isBar>{t('window.document.underReview')}</Notice>}
            <ReadingViews details={details} revision={isWritable(details) ? null : details.revision}>
              <PreviewPane details={details} revision={isWritable(details) ? null : details.revision} journal={null} />
            </ReadingViews>
          </ScrollRegion>
        </div>
      </>
    );

  return (
    <TabRoot value={view} onValueChange={(next: View) => setView(next)} className={styles.tabs}>
      {heading}
      <BarAfterText name="views" className={styles.bar}>
        <TabList label={t('window.view.label')} items={views} />
        <span className={styles.save}>
          <SaveState journal={journal} />
          {details.word === 'saved_here' && <Badge isPlain>{t('window.save.onlyHere')}</Badge>}
        </span>
        <ToolsMenu
          post={details.post}
          journal={journal}
          tools={tools}
          hasTemplates={details.language === 'vi'}
          onFocusMode={onFocusMode}
        />
        {sourceToggle}
        {toggle}
      </BarAfterText>
      <SaveProblem journal={journal} />
      <div className={styles.beside} style={{ '--text-size': `${app.textSize / 100}` } as CSSProperties}>
        {source}
        <TabPanel ref={scroller} value="write" keepMounted className={styles.writing} data-region-focus>
          <WritingPane details={details} journal={journal} isNew={isNew} isShown={view === 'write'} tools={tools} />
        </TabPanel>
        <TabPanel value="preview" className={styles.scroller} data-region-focus>
          <PreviewPane details={details} revision={null} journal={journal} />
        </TabPanel>
      </div>
    </TabRoot>
  );
}

interface WritingPaneProps {
  readonly details: PostDetails;
  readonly journal: Journal;
  readonly isNew: boolean;
  readonly isShown: boolean;
  readonly tools: WritingTools;
}

/** The editor, from its first showing on: a post that is only read costs no editor. */
function WritingPane({ details, journal, isNew, isShown, tools }: WritingPaneProps) {
  const client = useClient();
  const [wasShown, setWasShown] = useState(isShown);
  if (isShown && !wasShown) setWasShown(true);
  return (
    <div className={styles.editor}>
      {wasShown && <PostEditor details={details} journal={journal} client={client} tools={tools} isNew={isNew} />}
    </div>
  );
}
