import type { SyncStatus } from '../../shared/contract/index.ts';
import type { MessageKey } from '../../shared/i18n/index.ts';

export type SyncTone = 'calm' | 'waiting' | 'trouble';

/** What the sync indicator says of a status: one short line, and how much attention it wants. */
export interface SyncSummary {
  readonly key: MessageKey;
  readonly tone: SyncTone;
  /** What the line counts. */
  readonly count: number;
}

/** No network is normal and never looks like trouble (design 1); "done" is said of nothing that waits or was passed over. */
export function summariseSync(status: SyncStatus): SyncSummary {
  const { state, pending, receiving } = status;
  switch (state) {
    case 'syncing':
      if (receiving !== null) return { key: 'receiving.line', tone: 'calm', count: pending };
      return { key: 'window.sync.syncing', tone: 'calm', count: pending };
    case 'offline':
      return {
        key: pending > 0 ? 'window.sync.offlinePending' : 'window.sync.offline',
        tone: 'waiting',
        count: pending,
      };
    case 'signed_out':
      return { key: 'window.sync.signedOut', tone: 'trouble', count: pending };
    case 'failed':
      return { key: 'window.sync.failed', tone: 'trouble', count: pending };
    case 'not_connected':
      return { key: 'window.sync.notConnected', tone: 'waiting', count: pending };
    case 'idle':
      return summariseRest(status);
  }
}

/** After a sync that ended well. */
function summariseRest({ pending, drafts, incoming, isSetAside }: SyncStatus): SyncSummary {
  if (pending > 0) return { key: 'window.sync.pending', tone: 'waiting', count: pending };
  if (isSetAside) return { key: 'window.sync.setAside', tone: 'trouble', count: 1 };
  if (drafts > 0) return { key: 'window.sync.drafts', tone: 'calm', count: drafts };
  if (incoming > 0) return { key: 'window.sync.incoming', tone: 'waiting', count: incoming };
  return { key: 'window.sync.done', tone: 'calm', count: 0 };
}

/** How much of what a new computer is to receive has come, in whole per cent: never 100 before the end. */
export function percentReceived({ receiving }: Pick<SyncStatus, 'receiving'>): number {
  if (receiving === null || receiving.totalBytes === 0) return 0;
  return Math.min(99, Math.floor((receiving.doneBytes / receiving.totalBytes) * 100));
}
