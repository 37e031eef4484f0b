import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { makePortal, signedIn, sync } from './board.ts';

/** Takes revisions out of a closed database, as a disk or a bug might. */
function forget(path: string, post: string): number {
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  const { changes } = db.prepare('DELETE FROM revision WHERE post = ?').run(post);
  db.close();
  return changes;
}

it('sends a text whole to a portal that lost its base, in the same sync', async () => {
  const portal = await makePortal();
  const author = await signedIn(portal, 'tacgia');
  const post = await author.write('Bài', ['câu đầu']);
  await sync(author);
  await portal.stop();
  expect(forget(join(portal.folder, 'portal.sqlite3'), post)).toBe(1);
  await portal.start();
  await author.write('Bài', ['câu đầu, sửa lại'], post);
  expect(await sync(author)).toMatchObject({ state: 'idle', pending: 0 });
  const second = await signedIn(portal, 'thamdinh');
  await author.act(post, 'submit');
  expect((await author.open(post)).state).toBe('submitted');
  await sync(author);
  await sync(second);
  expect((await author.client.call('inbox.list', null)).map(({ code }) => code)).toEqual([]);
});

it('asks the portal for a text whole when its base is not on this computer', async () => {
  const portal = await makePortal();
  const school = await signedIn(portal, 'tacgia');
  const home = await signedIn(portal, 'tacgia');
  const post = await school.write('Bài', ['câu đầu']);
  await sync(school);
  await sync(home);
  await home.restart(() => {
    expect(forget(join(home.home, 'profiles', 'unit', 'database.sqlite'), post)).toBe(1);
  });
  await school.write('Bài', ['câu đầu, sửa ở trường'], post);
  await sync(school);
  expect(await sync(home)).toMatchObject({ state: 'idle' });
  expect(JSON.stringify((await home.open(post)).blocks)).toContain('sửa ở trường');
});
