import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeComputer, makePortal, PASSWORD, signedIn, sync, testFolder } from './board.ts';

it('tells a computer that carried a draft of its own person, sealed, what the portal took of it', async () => {
  const portal = await makePortal();
  const school = await makeComputer(testFolder(), { downloads: testFolder() });
  await school.client.call('connect.signIn', { address: portal.url(), account: 'tacgia', password: PASSWORD });
  const home = await signedIn(portal, 'tacgia');
  await sync(school);
  const post = await school.write('Viết ở trường', ['chưa có mạng']);
  await school.client.call('posts.leave', { post });
  const { savedAt } = await school.client.call('bundle.make', { days: null, passphrase: null, withPictures: false });
  const bytes = readFileSync(savedAt);
  const piece = { name: 'viec.banthao', offset: 0, total: bytes.length, data: bytes.toString('base64') };
  await home.client.call('bundle.give', piece);
  await home.client.call('bundle.take', { passphrase: null });
  await sync(home);
  await sync(home);
  expect((await home.open(post)).timeline.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['post.save', 'accepted'],
  ]);
});
