import { useEffect, useState } from 'react';
import { BundleProvider } from '../bundle/index.ts';
import { LanguageProvider, ProfileConnection, useErrorText, useEvent, useQuery, useT } from '../connection/index.ts';
import { Button, DesignRoot, EmptyState, Spinner } from '../design/index.ts';
import { ErrorBoundary } from '../failure/index.ts';
import { HelpProvider } from '../help/index.ts';
import { SessionProvider } from '../session/index.ts';
import { Welcome } from '../welcome/index.ts';
import { Workspace } from '../workspace/index.ts';

/** The window: its language, who works in it, and which of its two screens is shown. */
export function App() {
  const state = useQuery('app.state', null);
  useEvent('profile.changed', state.refetch);
  useEvent('app.changed', state.refetch);
  useEvent('backend.state', ({ state: backend }) => backend === 'up' && state.refetch());
  const language = state.data?.language ?? 'vi';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <LanguageProvider language={language}>
      <Root state={state} />
    </LanguageProvider>
  );
}

function Root({ state }: { readonly state: ReturnType<typeof useQuery<'app.state'>> }) {
  const t = useT();
  return (
    <DesignRoot closeLabel={t('window.close')}>
      <ErrorBoundary>
        <Screen state={state} />
      </ErrorBoundary>
    </DesignRoot>
  );
}

function Screen({
  state: { data: app, error, refetch },
}: {
  readonly state: ReturnType<typeof useQuery<'app.state'>>;
}) {
  const t = useT();
  const sentence = useErrorText(app === null ? error : null);
  // A first sign-in sets the profile before its PIN step: the welcome stays until it is through.
  const [isSigningIn, setSigningIn] = useState(false);
  const unit = app?.unit?.name;
  useEffect(() => {
    document.title = unit === undefined ? t('app.name') : `${unit} – ${t('app.name')}`;
  }, [t, unit]);

  if (app === null)
    return (
      <main>
        {sentence === null ? (
          <Spinner label={t('window.opening')} />
        ) : (
          <EmptyState
            title={t('window.openFailed')}
            action={
              <Button variant="primary" onClick={refetch}>
                {t('window.retry')}
              </Button>
            }
          >
            {sentence}
          </EmptyState>
        )}
      </main>
    );
  return (
    <SessionProvider session={{ app, refresh: refetch }}>
      <HelpProvider>
        {app.profile === null || isSigningIn ? (
          <Welcome onSigningIn={setSigningIn} />
        ) : (
          <ProfileConnection key={app.profile.key} profile={app.profile.key}>
            <BundleProvider>
              <Workspace onSwitched={refetch} />
            </BundleProvider>
          </ProfileConnection>
        )}
      </HelpProvider>
    </SessionProvider>
  );
}
