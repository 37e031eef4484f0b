import type { SyncStatus } from '../../shared/contract/index.ts';
import type { MessageKey } from '../../shared/i18n/index.ts';

export type SyncTone = 'calm' | 'waiting' | 'trouble';

/** What the sync indicator says of a status: one short line, and how much attention it wants. */
export interface SyncSummary {
  readonly key: MessageKey;
  readonly tone: SyncTone;
}

/** No network is normal and never looks like trouble (design 1). */
export function summariseSync({ state, pending }: SyncStatus): SyncSummary {
  switch (state) {
    case 'syncing':
      return { key: 'window.sync.syncing', tone: 'calm' };
    case 'offline':
      return { key: pending > 0 ? 'window.sync.offlinePending' : 'window.sync.offline', tone: 'waiting' };
    case 'signed_out':
      return { key: 'window.sync.signedOut', tone: 'trouble' };
    case 'failed':
      return { key: 'window.sync.failed', tone: 'trouble' };
    case 'not_connected':
      return { key: 'window.sync.notConnected', tone: 'waiting' };
    case 'idle':
      return pending > 0 ? { key: 'window.sync.pending', tone: 'waiting' } : { key: 'window.sync.done', tone: 'calm' };
  }
}
