import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useThrowAway } from '../bin/index.ts';
import { CalendarPane } from '../calendar/index.ts';
import { useClient, useErrorSentence, useT } from '../connection/index.ts';
import { classNames, Spinner, useToast } from '../design/index.ts';
import { createOpenJournals, createReadAhead } from '../document/index.ts';
import { createJournal, fetchEditor } from '../editor/index.ts';
import { BackendBanner, ErrorBoundary } from '../failure/index.ts';
import { HeaderBar } from '../header/index.ts';
import { NewLineBar, RecoveryBar, UpdateBar } from '../help/index.ts';
import { useShortcut } from '../keyboard/index.ts';
import { ListPane, type ListPaneHandle } from '../list/index.ts';
import { MovedBar } from '../move/index.ts';
import { useSession } from '../session/index.ts';
import { SyncPane } from '../sync/index.ts';
import { ReminderBar, TasksPane } from '../tasks/index.ts';
import { PostRoom } from './post-room.tsx';
import { SignedOutBar } from './signed-out-bar.tsx';
import { useRegions } from './use-regions.ts';
import { useShownPost } from './use-shown-post.ts';
import styles from './workspace.module.css';

/** Narrower than this (CSS pixels), the details start hidden: the document needs the room. */
const DETAILS_FIT = 1_000;
/** The same beside two texts. */
const TRANSLATION_FIT = 1_360;

/** What is there while no post is open. */
type Screen = 'tasks' | 'sync' | 'calendar';

/** The whole working window: list, document, details under one header. */
export function Workspace({ onSwitched }: { readonly onSwitched: () => void }) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const sentence = useErrorSentence();
  const { app } = useSession();
  const [journals] = useState(() => createOpenJournals(client, createJournal));
  const [ahead] = useState(() => createReadAhead(client));
  const { post, show: showPost, now: shownNow } = useShownPost(journals, ahead);
  const [screen, setScreen] = useState<Screen>('tasks');
  const [newPost, setNewPost] = useState<string | null>(null);
  const [areDetailsShown, setDetailsShown] = useState(() => window.innerWidth >= DETAILS_FIT);
  const [isFocusMode, setFocusMode] = useState(false);
  const [isSwitching, setSwitching] = useState(false);
  const list = useRef<ListPaneHandle>(null);
  const regions = useRegions();
  const canWrite = app.me?.roles.includes('author') ?? false;

  const open = (next: string): void => void showPost(next);
  const [cameFrom, setCameFrom] = useState<{ readonly post: string | null } | null>(null);
  const show = (next: Screen): void => {
    setCameFrom({ post: showPost(null) });
    setScreen(next);
  };
  const create = async (kind: 'news' | 'page'): Promise<void> => {
    if (!canWrite) return;
    try {
      const created = await client.call('posts.create', { kind });
      setNewPost(created.post);
      list.current?.showAll();
      open(created.post);
    } catch (error) {
      toast(sentence(error), 'bad');
    }
  };
  const switchTo = async (key: string): Promise<void> => {
    setSwitching(true);
    try {
      await journals.leaveAll();
      await client.call('profile.switch', { key });
      onSwitched();
    } catch (error) {
      toast(sentence(error), 'bad');
    } finally {
      setSwitching(false);
    }
  };

  const throwAway = useThrowAway(journals, {
    onGone: (gone) => {
      if (gone !== shownNow()) return;
      show('tasks');
      list.current?.focus();
    },
    onBack: open,
  });

  useEffect(() => {
    const idle = requestIdleCallback(fetchEditor);
    return () => cancelIdleCallback(idle);
  }, []);

  useShortcut('create', () => create('news'));
  useShortcut('tasks', () => show('tasks'));
  useShortcut('search', () => {
    // What is hidden takes no focus.
    flushSync(() => setFocusMode(false));
    list.current?.focusSearch();
  });
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (!journals.isAllSaved()) event.preventDefault();
    };
    const leave = (): void => void journals.leaveAll();
    window.addEventListener('beforeunload', warn);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      // Another window may have changed to somebody else: words that wait for the way back are asked about until then.
      void journals.leaveAll().then(() => window.removeEventListener('beforeunload', warn));
    };
  }, [journals]);

  return (
    <div ref={regions} className={styles.workspace} inert={isSwitching} aria-busy={isSwitching}>
      <header className={styles.header} hidden={isFocusMode && post !== null} data-region tabIndex={-1}>
        <HeaderBar
          onOpen={open}
          onTasks={() => show('tasks')}
          onCalendar={() => show('calendar')}
          onSync={() => show('sync')}
          onSwitch={(key) => void switchTo(key)}
        />
      </header>
      <div className={styles.banners}>
        <BackendBanner />
        <SignedOutBar />
        <RecoveryBar />
        <NewLineBar />
        <MovedBar />
        <UpdateBar />
        {(post !== null || screen !== 'tasks') && <ReminderBar onTasks={() => show('tasks')} />}
      </div>
      <div className={styles.panes}>
        <section
          className={styles.list}
          hidden={isFocusMode && post !== null}
          data-help="bat-dau"
          data-region
          tabIndex={-1}
          aria-label={t('window.region.list')}
        >
          <ErrorBoundary>
            <ListPane
              ref={list}
              selected={post}
              onOpen={open}
              onPressed={(pressed) => pressed !== post && ahead.begin(pressed)}
              onCreate={(kind) => void create(kind)}
              onThrowAway={(row) => void throwAway(row)}
              canWrite={canWrite}
            />
          </ErrorBoundary>
        </section>
        {post === null ? (
          <main
            className={classNames(styles.document, styles.screen)}
            data-region
            tabIndex={-1}
            aria-label={t('window.region.document')}
          >
            <ErrorBoundary>
              {screen === 'sync' ? (
                <SyncPane onOpen={open} />
              ) : screen === 'calendar' ? (
                <CalendarPane onOpen={open} />
              ) : (
                <TasksPane
                  onOpen={open}
                  cameFrom={cameFrom}
                  hint={canWrite ? t('window.document.noneText') : t('window.document.noneTextReader')}
                />
              )}
            </ErrorBoundary>
          </main>
        ) : (
          <PostRoom
            key={post}
            post={post}
            journals={journals}
            ahead={ahead}
            isNew={post === newPost}
            onThrowAway={() => void throwAway(post)}
            onGone={() => show('tasks')}
            onOpen={(next, isNew) => {
              if (isNew) setNewPost(next);
              // Two texts side by side need the room.
              if (isNew && window.innerWidth < TRANSLATION_FIT) setDetailsShown(false);
              open(next);
            }}
            areDetailsShown={areDetailsShown}
            onToggleDetails={() => setDetailsShown((shown) => !shown)}
            isFocusMode={isFocusMode}
            onFocusMode={() => setFocusMode((isOn) => !isOn)}
          />
        )}
      </div>
      {isSwitching && (
        <div className={styles.veil}>
          <Spinner label={t('window.switching')} />
        </div>
      )}
    </div>
  );
}
