import { useState } from 'react';
import { useClient, useEvent } from '../connection/index.ts';
import { useSession } from '../session/index.ts';

/** A download of the announced installer, which goes on while its dialog is closed. */
export interface Download {
  readonly isRunning: boolean;
  /** Bytes so far and in all; `null` before the first have come. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly error: unknown;
  start(): Promise<void>;
}

export function useDownload(): Download {
  const client = useClient();
  const { refresh } = useSession();
  const [isRunning, setRunning] = useState(false);
  const [progress, setProgress] = useState<Download['progress']>(null);
  const [error, setError] = useState<unknown>(null);
  useEvent('update.progress', setProgress);
  return {
    isRunning,
    progress,
    error,
    start: async () => {
      setRunning(true);
      setError(null);
      setProgress(null);
      try {
        await client.call('update.download', null);
        refresh();
      } catch (failure) {
        setError(failure);
      } finally {
        setRunning(false);
      }
    },
  };
}
