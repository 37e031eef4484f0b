import type { Store } from '../store/index.ts';

const FIRST_BACKUP_MS = 90_000;
const BACKUP_EVERY_MS = 3_600_000;
/** How often to see whether nobody writes, so that the whole file can be checked. */
const LOOK_FOR_IDLE_MS = 5 * 60_000;

interface UpkeepParts {
  readonly now: () => Date;
  readonly onBug: (error: unknown, place: string) => void;
}

/**
 * Looks after an open database: backups are made while nobody waits for them, a while after the start, then looked after
 * by the hour; the whole file is checked when nobody writes.
 */
export function keepUp(db: Store, { now, onBug }: UpkeepParts): { stop(): void } {
  const backUp = (): void => void db.backUp(now()).catch((error: unknown) => onBug(error, 'backup'));
  const firstBackup = setTimeout(backUp, FIRST_BACKUP_MS).unref();
  const laterBackups = setInterval(backUp, BACKUP_EVERY_MS).unref();
  const checkIdle = (): void => void db.checkIdle(now()).catch((error: unknown) => onBug(error, 'check'));
  const checks = setInterval(checkIdle, LOOK_FOR_IDLE_MS).unref();
  return {
    stop: () => {
      clearTimeout(firstBackup);
      clearInterval(laterBackups);
      clearInterval(checks);
    },
  };
}
