import { useState } from 'react';
import type { SyncStatus } from '../../shared/contract/index.ts';
import { useClient, useEvent, useQuery, useReconnected } from '../connection/index.ts';

/** How syncing stands, and the command to sync now, which fails in words of the status and not otherwise. */
export function useSyncStatus(): { status: SyncStatus | null; syncNow: () => Promise<void> } {
  const client = useClient();
  const first = useQuery('sync.status', null);
  const [told, setTold] = useState<SyncStatus | null>(null);
  useEvent('sync.changed', setTold);
  // What was told before the line was cut may be long past; the first question is asked again by itself.
  useReconnected(() => setTold(null));
  const syncNow = async (): Promise<void> => {
    // A failure of the line itself shows in the banner over the window.
    await client.call('sync.now', null).then(setTold, () => undefined);
  };
  return { status: told ?? first.data, syncNow };
}
