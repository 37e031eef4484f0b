import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../portal/store/index.ts';
import { newId } from '../../shared/content/index.ts';
import { type Computer, makePortal, PIN, signedIn, sync, type TestPortal, testFolder } from './board.ts';

/** Keeps a backup of the portal as it is now. @returns what puts it back, under a new epoch. */
async function backUp(portal: TestPortal): Promise<() => Promise<void>> {
  const kept = testFolder();
  await portal.stop();
  cpSync(portal.folder, kept, { recursive: true });
  await portal.start();
  return async () => {
    await portal.stop();
    rmSync(portal.folder, { recursive: true });
    cpSync(kept, portal.folder, { recursive: true });
    const store = await openStore(portal.folder);
    await store.updateTable('portal').set({ epoch: newId() }).execute();
    await store.destroy();
    await portal.start();
  };
}

async function board(portal: TestPortal): Promise<{ author: Computer; reviewer: Computer; head: Computer }> {
  return {
    author: await signedIn(portal, 'tacgia'),
    reviewer: await signedIn(portal, 'thamdinh'),
    head: await signedIn(portal, 'truongban'),
  };
}

async function publish({ author, reviewer, head }: Awaited<ReturnType<typeof board>>, post: string): Promise<void> {
  await author.act(post, 'submit');
  await sync(author);
  await sync(reviewer);
  await reviewer.act(post, 'appraise');
  await sync(reviewer);
  await sync(head);
  await head.approve(post);
  await sync(head);
}

it('brings back to a restored portal all that was accepted after its backup, each thing once', async () => {
  const portal = await makePortal();
  const people = await board(portal);
  const { author, head } = people;
  const old = await author.write('Có trong bản lưu', ['chữ cũ']);
  await publish(people, old);
  const restore = await backUp(portal);

  const fresh = await author.write('Đăng sau bản lưu', ['chữ mới']);
  await publish(people, fresh);
  const gone = await author.write('Đăng rồi gỡ sau bản lưu', ['chữ đã gỡ']);
  await publish(people, gone);
  await head.act(gone, 'withdraw', { listedReason: 'wrong_content' });
  const draft = await author.write('Nháp sau bản lưu', ['chữ nháp']);
  const all = Object.values(people);
  for (const computer of all) await sync(computer);
  const pageOf = async (post: string): Promise<number> =>
    (await fetch(`${portal.url()}/bai-viet/x-${post.slice(-12)}`, { redirect: 'follow' })).status;
  const before = await Promise.all([old, fresh, gone, draft].map(pageOf));
  expect(before).toEqual([200, 200, 410, 404]);
  const timelines = await Promise.all([old, fresh, gone].map(async (post) => (await head.open(post)).timeline.length));

  await restore();
  // Whoever comes first waits for what only others hold; twice round, and all is there.
  for (const computer of [...all.toReversed(), ...all, ...all]) expect((await sync(computer)).state).toBe('idle');
  for (const computer of all) {
    expect(await sync(computer)).toMatchObject({ state: 'idle', pending: 0 });
    expect(await computer.client.call('inbox.list', null)).toEqual([]);
  }
  for (const computer of all) {
    expect((await computer.open(fresh)).state).toBe('published');
    expect((await computer.open(gone)).state).toBe('withdrawn');
  }
  expect(await author.open(draft)).toMatchObject({ word: 'accepted' });
  expect(await Promise.all([old, fresh, gone, draft].map(pageOf))).toEqual(before);
  const again = await Promise.all([old, fresh, gone].map(async (post) => (await head.open(post)).timeline.length));
  expect(again).toEqual(timelines);

  // A computer that comes only now reads the same from the portal alone.
  const late = await signedIn(portal, 'truongban');
  expect((await late.list()).map(({ post, state }) => [post, state]).sort()).toEqual(
    (await head.list()).map(({ post, state }) => [post, state]).sort(),
  );
});

it('may refuse what it once took: the text stays in its post, to be written on, and its author is told', async () => {
  const portal = await makePortal();
  const author = await signedIn(portal, 'tacgia');
  await sync(author);
  const restore = await backUp(portal);
  const post = await author.write('Đã được nhận', ['Những chữ portal đã nhận.']);
  expect(await sync(author)).toMatchObject({ state: 'idle', pending: 0 });
  expect((await author.open(post)).word).toBe('accepted');
  await restore();
  await portal.stop();
  const store = await openStore(portal.folder);
  await store.updateTable('membership').set({ roles: '["reviewer"]' }).execute();
  await store.destroy();
  await portal.start();
  for (let times = 0; times < 3; times += 1)
    expect(await sync(author)).toMatchObject({ state: 'idle', pending: 0, drafts: 0 });
  const inbox = await author.client.call('inbox.list', null);
  expect(inbox.map(({ code }) => code)).toEqual(['wrong_role']);
  const kept = await author.open(post);
  expect(kept.word).toBe('look_again');
  expect(kept.fields.title).toBe('Đã được nhận');
  expect(JSON.stringify(kept.blocks)).toContain('Những chữ portal đã nhận.');
});

it('tells an author again of a text that lost a race after the backup, on all their computers', async () => {
  const portal = await makePortal();
  const [here, there] = [await signedIn(portal, 'tacgia'), await signedIn(portal, 'tacgia')];
  const post = await here.write('Bài', ['gốc']);
  await sync(here);
  await sync(there);
  await there.write('Bài', ['ở nhà'], post);
  await sync(there);
  const restore = await backUp(portal);
  await here.write('Bài', ['ở trường'], post);
  await sync(here);
  const waiting = async (computer: Computer) => (await computer.client.call('conflict.open', { post })).conflict;
  const choices = { blocks: { p0: { about: 'a'.repeat(64), choice: { take: 'mine' as const } } }, fields: {} };
  await here.client.call('conflict.choose', { post, mine: (await waiting(here))?.mine.id ?? '', choices });
  const [told] = await here.client.call('inbox.list', null);
  await here.client.call('inbox.seen', { mutation: told?.mutation ?? '' });

  await restore();
  for (const computer of [here, there]) {
    expect(await sync(computer)).toMatchObject({ state: 'idle', pending: 0 });
    expect(await computer.open(post)).toMatchObject({ conflicts: 1 });
    expect(JSON.stringify((await waiting(computer))?.mine.revision.blocks)).toContain('ở trường');
  }
  // What was chosen stays, and nobody is told twice.
  expect((await waiting(here))?.choices).toEqual(choices);
  expect(await here.client.call('inbox.list', null)).toEqual([]);
});

it('brings back to a restored portal whose posts were handed over after its backup, and what was held', async () => {
  const portal = await makePortal();
  const people = await board(portal);
  const { author, reviewer, head } = people;
  const elsewhere = await signedIn(portal, 'truongban');
  const draft = await author.write('Nháp của người chuyển trường', ['chữ nháp']);
  const planned = await author.write('Đăng tuần sau', ['chữ đã duyệt']);
  await author.act(planned, 'submit');
  await sync(author);
  await sync(reviewer);
  await reviewer.act(planned, 'appraise');
  await sync(reviewer);
  await sync(head);
  const before = new Date(Date.now() - 60_000).toISOString();
  const { htmlHash, revision } = await head.client.call('posts.open', { post: planned }).then(async (shown) => ({
    revision: shown.revision,
    ...(await head.client.call('posts.preview', { post: planned, revision: shown.revision })),
  }));
  await head.client.call('approval.unlock', { pin: PIN });
  await head.act(planned, 'approve', {
    ...{ revision, htmlHash, publishAt: new Date(Date.now() + 7 * 86_400_000).toISOString() },
  });
  await sync(head);
  const restore = await backUp(portal);

  const members = await elsewhere.client.call('board.members', null);
  const idOf = (name: string): string => members.find((one) => one.name === name)?.id ?? '';
  const handed = { from: idOf('Trần Thu Hà'), to: idOf('Phạm Đình Khôi') };
  expect(await elsewhere.client.call('board.handOver', handed)).toEqual({ posts: 2 });
  // The head's first computer was lost: what was approved on it waits for somebody to look again.
  const devices = await elsewhere.client.call('board.devices', null);
  const lost = devices.find(({ personName, id }) => personName === 'Nguyễn Thị Hoài An' && id === deviceOf(head));
  const revoked = { device: lost?.id ?? '', since: before, reason: 'Mất máy.' };
  expect(await elsewhere.client.call('board.revoke', revoked)).toEqual({ devices: 1, flagged: 1 });
  const left = [author, reviewer, elsewhere];
  for (const computer of left) await sync(computer);
  const check = async (): Promise<void> => {
    expect(await reviewer.open(draft)).toMatchObject({ mode: 'edit', ownerName: 'Phạm Đình Khôi' });
    expect(await author.open(draft)).toMatchObject({ mode: 'read' });
    for (const computer of left) expect((await computer.open(planned)).decision.held).toBe('approval_flagged');
  };
  await check();

  await restore();
  for (const computer of [...left, ...left, ...left]) expect((await sync(computer)).state).toBe('idle');
  await check();
  const late = await signedIn(portal, 'truongban');
  await sync(late);
  expect(await late.open(planned)).toMatchObject({
    ownerName: 'Phạm Đình Khôi',
    decision: { held: 'approval_flagged' },
  });
  for (const computer of left) expect((await sync(computer)).pending).toBe(0);
});

/** The id of a computer's device, from its data folder. */
function deviceOf({ home }: Computer): string {
  const file = readFileSync(join(home, 'profiles/unit/device.json'), 'utf8');
  return (JSON.parse(file) as { id: string }).id;
}
