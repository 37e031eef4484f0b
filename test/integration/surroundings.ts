import { join } from 'node:path';
import type { ProfileSurroundings } from '../../main/backend/profiles/index.ts';

/** What a computer's data folder is opened in where no window listens. A bug is thrown. */
export function withoutWindow(home: string): ProfileSurroundings {
  return {
    ...{ folder: join(home, 'data'), witness: home, now: () => new Date(), random: () => 0.5 },
    ...{ tell: () => undefined, titleOfCopy: (title) => title },
    onBug: (error) => {
      throw error;
    },
  };
}
