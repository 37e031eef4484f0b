import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  CONTRACT,
  type EventData,
  type EventName,
  type Message,
  type SyncStatus,
  syncStatusSchema,
} from '../../shared/contract/index.ts';
import { type Bundling, createBundling } from './bundle/index.ts';
import type { BackendSettings } from './host-protocol.ts';
import { type Log, openLog } from './report/index.ts';
import type { BackendSurroundings } from './session.ts';
import { createUpdates, RELEASE_KEY, type Updates } from './update/index.ts';

const PLATFORM = `${process.platform}-${process.arch}`;

/** What belongs to the program and not to one person's data: its log, and new versions of itself. */
export interface Program {
  readonly log: Log;
  readonly updates: Updates;
  /** Files carried between computers. */
  readonly bundling: Bundling;
  readonly now: () => Date;
  /** Tells the window something unasked. */
  tell<Name extends EventName>(name: Name, data: EventData<Name>): void;
  /** Looks at what the window is told: how syncs end is logged, and a good one is the time to ask for a new version. */
  heard(notice: Message, portalAddress: string | null): void;
  /** Notes errors that reach a person, by procedure and code. */
  answered(request: unknown, reply: Message | null): void;
}

/** Opens the log, whose first line is written at once. */
export function openProgram(settings: BackendSettings, around: BackendSurroundings): Program {
  const log = openLog(join(settings.home, 'log'), around.now);
  log.started({ version: settings.version, platform: PLATFORM });
  const updates = openUpdates(settings, around, log);
  const bundling = createBundling({
    home: settings.home,
    downloads: settings.downloads,
    now: around.now,
    onProgress: (done, total) => around.onNotice({ event: 'bundle.progress', data: { done, total } }),
  });
  return {
    log,
    updates,
    bundling,
    now: around.now,
    tell: (event, data) => around.onNotice({ event, data }),
    heard: (notice, portalAddress) => {
      const status = syncStatusOf(notice);
      if (status === null) return;
      log.syncEnded(status);
      // A portal that speaks another version may well know of the program that goes with it.
      const isTime = status.state === 'idle' || status.problem === 'protocol_mismatch';
      if (isTime && portalAddress !== null)
        updates.ask(portalAddress).catch((error: unknown) => around.onBug(error, 'update'));
    },
    answered: (request, reply) => {
      if (reply === null || !('ok' in reply) || reply.ok) return;
      // The procedure's own name only: what a window sends instead may be anything.
      const name = typeof request === 'object' && request !== null && 'name' in request ? String(request.name) : '';
      log.failed(Object.hasOwn(CONTRACT, name) ? name : 'unknown', reply.code);
    },
  };
}

function openUpdates(settings: BackendSettings, around: BackendSurroundings, log: Log): Updates {
  const folder = join(settings.home, 'updates');
  const own = join(homedir(), 'Downloads');
  return createUpdates({
    folder,
    downloads: settings.downloads ?? (existsSync(own) ? own : folder),
    version: settings.version,
    platform: PLATFORM,
    releaseKey: settings.releaseKey ?? RELEASE_KEY,
    now: around.now,
    onProgress: (done, total) => around.onNotice({ event: 'update.progress', data: { done, total } }),
    onChecked: (outcome) => {
      log.updateChecked(outcome);
      if (outcome === 'newer' || outcome === 'none') around.onNotice({ event: 'app.changed', data: {} });
    },
  });
}

function syncStatusOf(notice: Message): SyncStatus | null {
  if (!('event' in notice) || notice.event !== 'sync.changed') return null;
  return syncStatusSchema.safeParse(notice.data).data ?? null;
}
