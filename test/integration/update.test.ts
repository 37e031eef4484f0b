import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newKeyPair, signUpdate } from '../../shared/sync/index.ts';
import { makeComputer, makePortal, PASSWORD, sync } from './board.ts';

it('the program asks its own portal after a good sync, and tells the window of a new version', async () => {
  const portal = await makePortal();
  const release = newKeyPair();
  const manifest = { version: '1.0.1', notes: 'Nhanh hơn', files: [], publishedAt: '2026-11-20T00:00:00.000Z' };
  mkdirSync(join(portal.folder, 'updates'));
  writeFileSync(
    join(portal.folder, 'updates', 'manifest.json'),
    JSON.stringify(signUpdate(manifest, release.secretKey)),
  );

  const { client, events } = await makeComputer(undefined, { version: '1.0.0', releaseKey: release.publicKey });
  expect((await client.call('app.state', null)).update).toBeNull();
  await client.call('connect.signIn', { address: portal.url(), account: 'tacgia', password: PASSWORD });
  await expect.poll(() => events).toContain('app.changed');
  expect((await client.call('app.state', null)).update).toMatchObject({ version: '1.0.1', bytes: null, savedAt: null });
});

it('the program believes no portal, only the release key', async () => {
  const portal = await makePortal();
  const manifest = { version: '1.0.1', notes: '', files: [], publishedAt: '2026-11-20T00:00:00.000Z' };
  mkdirSync(join(portal.folder, 'updates'));
  writeFileSync(
    join(portal.folder, 'updates', 'manifest.json'),
    JSON.stringify(signUpdate(manifest, newKeyPair().secretKey)),
  );
  const computer = await makeComputer(undefined, { version: '1.0.0', releaseKey: newKeyPair().publicKey });
  const { client } = computer;
  await client.call('connect.signIn', { address: portal.url(), account: 'tacgia', password: PASSWORD });
  await sync(computer);
  const lastLines = async (): Promise<string> => (await client.call('report.make', null)).text;
  await expect.poll(lastLines).toContain('bad_signature');
  expect((await client.call('app.state', null)).update).toBeNull();
});
