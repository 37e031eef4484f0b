import { Search } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLanguage, useT } from '../../connection/index.ts';
import { Notice, TextField } from '../../design/index.ts';
import styles from './guide.module.css';
import { Markdown } from './markdown.tsx';
import { type GuidePage, readGuide } from './pages.ts';
import { searchGuide } from './search.ts';

/** A place in the guide: a page, and the section to begin at. */
interface Place {
  readonly page: string;
  readonly section: number;
}

/** The user guide: its pages on the left, or what a search found; the page on the right. `start` names the first page. */
export default function Guide({ start }: { readonly start: string | null }) {
  const t = useT();
  const language = useLanguage();
  const [pages] = useState(readGuide);
  const [place, setPlace] = useState<Place>({ page: start ?? pages[0]?.id ?? '', section: 0 });
  const [query, setQuery] = useState('');
  const article = useRef<HTMLElement>(null);
  const page = pages.find(({ id }) => id === place.page) ?? pages[0];
  const hits = searchGuide(pages, query);
  const isSearching = query.trim() !== '';

  useEffect(() => {
    // Reading starts at once: the arrow keys scroll what has the focus. The dialog sets its own focus first.
    const frame = requestAnimationFrame(() => article.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  useEffect(() => {
    const target = article.current?.querySelector(`[data-section="${place.section}"]`);
    if (place.section === 0) article.current?.scrollTo(0, 0);
    else target?.scrollIntoView();
  }, [place]);

  const go = (next: Place): void => {
    setPlace(next);
    // Within the page, a link is gone with the page it stood on.
    if (article.current?.contains(document.activeElement)) article.current.focus();
  };
  return (
    <div className={styles.guide} lang="vi">
      <div className={styles.side}>
        <TextField
          label={t('help.guide.search')}
          isLabelHidden
          type="search"
          placeholder={t('help.guide.search')}
          value={query}
          onChange={setQuery}
          maxLength={100}
          icon={<Search size={16} aria-hidden="true" />}
        />
        <p className={styles.found} role="status" lang={language}>
          {isSearching && (hits.length === 0 ? t('help.guide.none') : t('help.guide.found', { count: hits.length }))}
        </p>
        <nav className={styles.pages} aria-label={t('help.guide.pages')}>
          <ul>
            {isSearching
              ? hits.map(({ page: { id, title, sections }, section, excerpt }) => (
                  <Entry key={`${id} ${section}`} onOpen={() => go({ page: id, section })}>
                    <strong>{sections[section]?.heading ?? title}</strong>
                    <span className={styles.excerpt}>{excerpt}</span>
                  </Entry>
                ))
              : pages.map(({ id, title }) => (
                  <Entry key={id} isCurrent={id === page?.id} onOpen={() => go({ page: id, section: 0 })}>
                    {title}
                  </Entry>
                ))}
          </ul>
        </nav>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the arrow keys, once it has the focus */}
      <article ref={article} className={styles.page} tabIndex={0} aria-label={page?.title}>
        {language !== 'vi' && (
          <div lang={language}>
            <Notice tone="neutral">{t('help.guide.inVietnamese')}</Notice>
          </div>
        )}
        {page !== undefined && <Page page={page} onOpen={(id) => go({ page: id, section: 0 })} />}
      </article>
    </div>
  );
}

interface EntryProps {
  readonly isCurrent?: boolean;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

function Entry({ isCurrent = false, onOpen, children }: EntryProps) {
  return (
    <li>
      <button type="button" className={styles.entry} aria-current={isCurrent ? 'page' : undefined} onClick={onOpen}>
        {children}
      </button>
    </li>
  );
}

function Page({ page, onOpen }: { readonly page: GuidePage; readonly onOpen: (page: string) => void }) {
  return (
    <>
      <h3 className={styles.title}>{page.title}</h3>
      {page.sections.map(({ heading, tokens }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
        <section key={index} data-section={index}>
          {heading !== null && <h4>{heading}</h4>}
          <Markdown tokens={tokens} onOpen={onOpen} />
        </section>
      ))}
    </>
  );
}
