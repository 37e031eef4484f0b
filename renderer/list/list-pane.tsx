import { ChevronDown, ListChecks, PanelTop, PenLine, Search } from 'lucide-react';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { type PostFilter, type PostRow, postFilterSchema } from '../../shared/contract/index.ts';
import { BulkBar } from '../bulk/index.ts';
import { useErrorText, usePostsChanged, useQuery, useT } from '../connection/index.ts';
import { Button, EmptyState, IconButton, Menu, MenuItem, Notice, Select, Spinner, TextField } from '../design/index.ts';
import { useCategories } from '../session/index.ts';
import styles from './list.module.css';
import { PostListbox } from './post-listbox.tsx';
import { usePostPages } from './use-post-pages.ts';

const ANY_CATEGORY = 'any';
/** Posts chosen at once, at most. */
const MOST_CHOSEN = 50;

export interface ListPaneHandle {
  readonly focusSearch: () => void;
  /** The list itself, once what had the focus is gone. */
  readonly focus: () => void;
  /** Clears search and filters, so that a post just made is in sight. */
  readonly showAll: () => void;
}

interface ListPaneProps {
  readonly selected: string | null;
  readonly onOpen: (post: string) => void;
  /** A post is about to be opened: the pointer is down on it. */
  readonly onPressed: (post: string) => void;
  readonly onCreate: (kind: PostRow['kind']) => void;
  readonly onThrowAway: (post: string) => void;
  readonly canWrite: boolean;
  readonly ref?: Ref<ListPaneHandle>;
}

/** The left side: find a post, or start one. */
export function ListPane({ selected, onOpen, onPressed, onCreate, onThrowAway, canWrite, ref }: ListPaneProps) {
  const t = useT();
  const categories = useCategories();
  const search = useRef<HTMLInputElement>(null);
  const listbox = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState<PostFilter>('all');
  const [category, setCategory] = useState<string>(ANY_CATEGORY);
  const [query, setQuery] = useState('');
  /** Posts chosen for one action on all of them; `null` while one is opened at a time. */
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const choose = (post: string): void =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(post) && next.size < MOST_CHOSEN) next.add(post);
      return next;
    });
  const counts = useQuery('posts.counts', null);
  usePostsChanged(counts.refetch);
  const { pages, state } = usePostPages({ filter, category: category === ANY_CATEGORY ? null : category, query });
  const sentence = useErrorText(state.error);
  const showAll = (): void => {
    setFilter('all');
    setCategory(ANY_CATEGORY);
    setQuery('');
  };
  useImperativeHandle(ref, () => ({
    focusSearch: () => search.current?.select(),
    focus: () => (listbox.current ?? search.current)?.focus(),
    showAll,
  }));

  const myTurn = counts.data?.my_turn ?? 0;
  const isNarrowed = filter !== 'all' || category !== ANY_CATEGORY || query.trim() !== '';
  const isBinAlone = filter === 'bin' && category === ANY_CATEGORY && query.trim() === '';
  const { total } = state;

  return (
    <>
      <div className={styles.head}>
        <div className={styles.line}>
          <h2>{t('window.list.title')}</h2>
          {canWrite && (
            <div className={styles.create}>
              <Button
                variant="primary"
                icon={<PenLine size={16} aria-hidden="true" />}
                onClick={() => onCreate('news')}
              >
                {t('window.list.create')}
              </Button>
              <Menu
                align="end"
                trigger={
                  <IconButton
                    label={t('window.list.createOther')}
                    icon={<ChevronDown size={16} aria-hidden="true" />}
                  />
                }
              >
                <MenuItem
                  icon={<PanelTop size={16} aria-hidden="true" />}
                  hint={t('window.list.createPageHint')}
                  onClick={() => onCreate('page')}
                >
                  {t('window.list.createPage')}
                </MenuItem>
              </Menu>
            </div>
          )}
        </div>
        <TextField
          ref={search}
          label={t('window.list.search')}
          isLabelHidden
          type="search"
          placeholder={t('window.list.search')}
          value={query}
          onChange={setQuery}
          maxLength={200}
          icon={<Search size={16} aria-hidden="true" />}
        />
        <div className={styles.filters}>
          <Select
            label={t('window.list.filter')}
            isLabelHidden
            isCompact
            value={filter}
            onChange={setFilter}
            items={postFilterSchema.options.map((value) => ({
              value,
              label: t(`window.filter.${value}`),
              note: counts.data === null ? undefined : String(counts.data[value]),
            }))}
          />
          <Select
            label={t('window.list.category')}
            isLabelHidden
            isCompact
            value={category}
            onChange={setCategory}
            items={[
              { value: ANY_CATEGORY, label: t('window.list.anyCategory') },
              ...categories.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        </div>
        {chosen === null && total !== null && total > 1 && (
          <Button
            variant="quiet"
            icon={<ListChecks size={16} aria-hidden="true" />}
            onClick={() => {
              setChosen(new Set());
              listbox.current?.focus();
            }}
          >
            {t('bulk.start')}
          </Button>
        )}
        {myTurn > 0 && filter !== 'my_turn' && (
          <button type="button" className={styles.turn} onClick={() => setFilter('my_turn')}>
            {t('window.list.myTurn', { count: myTurn })}
          </button>
        )}
      </div>
      {sentence !== null && (
        <Notice tone="bad" role="alert" isBar action={<Button onClick={pages.refresh}>{t('window.retry')}</Button>}>
          {sentence}
        </Notice>
      )}
      <div className={styles.body}>
        {total === null && sentence === null && <Spinner label={t('window.list.loading')} />}
        {total === 0 && (
          <EmptyState
            title={isBinAlone ? t('bin.none') : isNarrowed ? t('window.list.noneFound') : t('window.list.none')}
            action={isNarrowed && <Button onClick={showAll}>{t('window.list.showAll')}</Button>}
          >
            {isBinAlone ? t('bin.noneText') : isNarrowed ? t('window.list.noneFoundText') : t('window.list.noneText')}
          </EmptyState>
        )}
        {total !== null && total > 0 && (
          <PostListbox
            key={`${filter} ${category}`}
            pages={pages}
            state={{ ...state, total }}
            selected={selected}
            onOpen={onOpen}
            onPressed={onPressed}
            onThrowAway={onThrowAway}
            chosen={chosen}
            onChoose={choose}
            ref={listbox}
          />
        )}
      </div>
      {chosen !== null && <BulkBar posts={[...chosen]} onEnd={() => setChosen(null)} />}
      <p className={styles.count} role="status">
        {total !== null && isNarrowed && t('window.list.found', { count: total })}
      </p>
    </>
  );
}
