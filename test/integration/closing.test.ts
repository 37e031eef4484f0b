import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createPost } from '../../main/backend/posts/index.ts';
import { signIn } from '../../main/backend/profiles/index.ts';
import { makePortal, PASSWORD, testFolder } from './board.ts';

it('closing a data folder while its backup is under way gives the backup up, fails nobody and leaves no half copy', async () => {
  const portal = await makePortal();
  const home = testFolder();
  const bugs: unknown[] = [];
  const around = {
    ...{ folder: join(home, 'data'), witness: home, now: () => new Date(), random: () => 0.5 },
    tell: () => undefined,
    titleOfCopy: (title: string) => title,
    onBug: (error: unknown) => bugs.push(error),
  };
  const profile = await signIn(around, { address: portal.url(), account: 'tacgia', password: PASSWORD });
  createPost(profile.desk);
  const backup = profile.desk.db.backUp(new Date());
  await profile.close();
  expect(await backup).toBe(false);
  expect(bugs).toEqual([]);
  expect(readdirSync(join(home, 'data', 'backups'))).toEqual([]);
  expect(existsSync(join(home, 'data', 'closed-in-order.json'))).toBe(true);
});
