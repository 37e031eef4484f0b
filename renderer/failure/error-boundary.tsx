import { Component, type ReactNode } from 'react';
import { useT } from '../connection/index.ts';
import { Button, EmptyState } from '../design/index.ts';

interface ErrorBoundaryState {
  readonly hasFailed: boolean;
}

/** Keeps a bug in one part of the window from taking the rest along: says so, and offers that part again. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <Failed onRetry={() => this.setState({ hasFailed: false })} />;
  }
}

function Failed({ onRetry }: { readonly onRetry: () => void }) {
  const t = useT();
  return (
    <div role="alert">
      <EmptyState
        title={t('window.crash.title')}
        action={
          <>
            <Button variant="primary" onClick={onRetry}>
              {t('window.crash.retry')}
            </Button>
            <Button onClick={() => window.location.reload()}>{t('window.crash.reload')}</Button>
          </>
        }
      >
        {t('window.crash.text')}
      </EmptyState>
    </div>
  );
}
