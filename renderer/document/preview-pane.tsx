import { Monitor, Printer, Smartphone } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PostDetails } from '../../shared/contract/index.ts';
import { ArticlePreview } from '../article/index.ts';
import { useQuery, useT } from '../connection/index.ts';
import { Button, VisuallyHidden } from '../design/index.ts';
import type { Journal } from '../editor/index.ts';
import { useRemarkPlaces } from '../remarks/index.ts';
import styles from './document.module.css';

const WIDTHS = [
  ['wide', Monitor],
  ['phone', Smartphone],
] as const;
type Width = (typeof WIDTHS)[number][0];

interface PreviewPaneProps {
  readonly details: PostDetails;
  /** `null` shows the working copy, once its journal has it all. */
  readonly revision: string | null;
  readonly journal: Journal | null;
}

/** The post as its readers will see it. */
export function PreviewPane({ details, revision, journal }: PreviewPaneProps) {
  const t = useT();
  const { post, language, journalNumber } = details;
  const [durableUpTo, setDurable] = useState<number | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void (journal?.flush() ?? Promise.resolve()).then(() => isCurrent && setDurable(journalNumber));
    return () => {
      isCurrent = false;
    };
  }, [journal, journalNumber]);

  const preview = useQuery('posts.preview', durableUpTo === null ? 'skip' : { post, revision });
  const { refetch } = preview;
  // Whatever happened to the post: its words may be the same and a picture erased, or come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew with the details
  useEffect(() => {
    if (durableUpTo !== null) refetch();
  }, [details, durableUpTo, refetch]);
  const [width, setWidth] = useState<Width>('wide');
  const { marks, target, setSelected } = useRemarkPlaces();
  const remarked =
    revision === null
      ? undefined
      : { text: { ...details.fields, blocks: details.blocks }, marks, target, onSelect: setSelected };
  const room = useRef<HTMLDivElement>(null);
  const print = (): void => room.current?.querySelector('iframe')?.contentWindow?.print();
  return (
    <div ref={room}>
      <fieldset className={styles.widths}>
        <legend>
          <VisuallyHidden>{t('preview.width')}</VisuallyHidden>
        </legend>
        {WIDTHS.map(([value, Icon]) => (
          <Button
            key={value}
            variant="quiet"
            icon={<Icon size={16} aria-hidden="true" />}
            aria-pressed={width === value}
            onClick={() => setWidth(value)}
          >
            {t(`preview.${value}`)}
          </Button>
        ))}
        {preview.data !== null && (
          <Button variant="quiet" icon={<Printer size={16} aria-hidden="true" />} onClick={print}>
            {t('preview.print')}
          </Button>
        )}
      </fieldset>
      <ArticlePreview
        preview={preview}
        language={language}
        category={details.fields.categories[0]}
        isPhone={width === 'phone'}
        remarked={remarked}
      />
    </div>
  );
}
