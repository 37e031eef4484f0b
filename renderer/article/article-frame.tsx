import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { hashInFilePath, isSafeAddress, type Language } from '../../shared/content/index.ts';
import { previewDocument, previewStyle } from '../../shared/site/index.ts';
import { classNames } from '../design/index.ts';
import { useSession } from '../session/index.ts';
import styles from './article-frame.module.css';
import { TextCursorKey } from './text-cursor-key.tsx';
import { MARK_STYLE, type PageMarks, usePageMarks } from './use-page-marks.ts';

interface ArticleFrameProps {
  /** The article as `renderArticle` made it. */
  readonly html: string;
  readonly language: Language;
  /** What the frame shows, for a screen reader. */
  readonly title: string;
  /** A reader asks for an attached file. */
  readonly onFile?: (hash: string) => void;
  /** Code of the main category, if it has one. */
  readonly category?: string | null | undefined;
  /** As on a telephone; else as wide as there is room. */
  readonly isPhone?: boolean;
  /** What is remarked on, where remarks are made. */
  readonly remarked?: PageMarks | undefined;
}

/** A frame is as tall as its content: the pane around it scrolls. */
const IN_FRAME = 'html { overflow: hidden; }';

const FIRST_HEIGHT = 320;

/**
 * Shows an article as its readers will see it, apart from the window's own styles and without any script of its own.
 * The frame is as tall as its content, so that the pane around it scrolls.
 */
export function ArticleFrame({
  html,
  language,
  title,
  category = null,
  isPhone = false,
  onFile,
  remarked,
}: ArticleFrameProps) {
  const { unit: ours, site: look } = useSession().app;
  const unit = ours?.name ?? '';
  const crest = typeof look?.crest === 'string' ? `data:image/png;base64,${look.crest}` : null;
  const style = previewStyle(look);
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(FIRST_HEIGHT);
  const source = useMemo(
    () => previewDocument(html, { language, title, unit, category, look, crest }),
    [html, language, title, unit, category, look, crest],
  );

  const markPage = usePageMarks(remarked);
  const prepare = useEffectEvent((content: Document, style: string): (() => void) => {
    const measure = (): void => setHeight(Math.ceil(content.documentElement.getBoundingClientRect().height));
    // A document from srcdoc has no address of its own to load a style sheet from.
    const view = content.defaultView;
    if (view !== null) {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(style + IN_FRAME + MARK_STYLE);
      content.adoptedStyleSheets = [sheet];
    }
    const observer = new ResizeObserver(measure);
    observer.observe(content.documentElement);
    content.addEventListener('click', (event) => openLinkOutside(event, onFile));
    content.addEventListener('keydown', passKeyOn);
    const unmark = markPage(content);
    measure();
    return () => {
      unmark();
      observer.disconnect();
    };
  });

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    let undo = (): void => {};
    const onLoad = (): void => {
      undo();
      const content = element.contentDocument;
      // The blank document that comes first has no article and would only make the pane jump.
      if (content?.querySelector('main')) undo = prepare(content, style);
    };
    element.addEventListener('load', onLoad);
    onLoad();
    return () => {
      element.removeEventListener('load', onLoad);
      undo();
    };
  }, [style]);

  return (
    <>
      {remarked !== undefined && <TextCursorKey frame={frame} />}
      <iframe
        ref={frame}
        className={classNames(styles.frame, isPhone && styles.phone)}
        title={title}
        // No script runs in it; printing counts among the modal windows.
        sandbox="allow-same-origin allow-modals"
        srcDoc={source}
        style={{ height }}
      />
    </>
  );
}

/** A link must not replace the article inside its frame; the host decides how to open it, or saves the file it names. */
function openLinkOutside(event: MouseEvent, onFile: ((hash: string) => void) | undefined): void {
  const link = (event.target as Element | null)?.closest('a');
  if (!link) return;
  event.preventDefault();
  const file = hashInFilePath(link.getAttribute('href') ?? '');
  if (file !== null) {
    onFile?.(file.hash);
    return;
  }
  if (isSafeAddress(link.href)) window.open(link.href, '_blank', 'noopener');
}

/** The window's shortcuts work while the focus is in the article too. */
function passKeyOn(event: KeyboardEvent): void {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
  const copy = new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, shiftKey, altKey, cancelable: true });
  if (!window.dispatchEvent(copy)) event.preventDefault();
}
