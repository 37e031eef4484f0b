import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPost, mint, writeDraft } from '../../main/backend/posts/index.ts';
import { type Profile, signIn } from '../../main/backend/profiles/index.ts';
import type { MediaReference } from '../../shared/content/index.ts';
import { countedLine } from '../bench/counted-line.ts';
import { makePortal, PASSWORD, type TestPortal, testFolder } from './board.ts';

async function computerAt(portal: TestPortal, now = (): Date => new Date()) {
  const line = await countedLine(portal.url());
  onTestFinished(() => line.close());
  const home = testFolder();
  const profile = await signIn(
    {
      ...{ folder: join(home, 'data'), witness: home, now, random: () => 0.5 },
      ...{ tell: () => undefined, titleOfCopy: (title: string) => title },
      onBug: (error) => {
        throw error;
      },
    },
    { address: line.url, account: 'tacgia', password: PASSWORD },
  );
  onTestFinished(() => profile.close());
  return { line, profile };
}

function show({ desk, shelf }: Profile, size: number): string {
  const bytes = randomBytes(size);
  bytes.write('RIFF', 0, 'latin1');
  bytes.write('WEBPVP8 ', 8, 'latin1');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const reference: MediaReference = { hash, name: 'a.webp', mime: 'image/webp', width: 8, height: 6, bytes: size };
  shelf.put(reference, bytes);
  const fields = { title: `Bài ${size}`, cover: { media: hash, alt: 'Sân trường' } };
  writeDraft(desk, { post: createPost(desk), fields, order: [], blocks: [] });
  return hash;
}

const lane = ({ sync }: Profile, name: string) => sync.overview().lanes.find((one) => one.lane === name);

describe('the screen of syncing', () => {
  it('tells how far the clock of this computer is off, years too, and nothing is refused for it', async () => {
    const portal = await makePortal();
    for (const years of [-12, 20]) {
      const off = years * 365 * 24 * 3_600_000;
      const { profile } = await computerAt(portal, () => new Date(Date.now() + off));
      const post = createPost(profile.desk);
      writeDraft(profile.desk, { post, fields: { title: 'Bài' }, order: null, blocks: [] });
      expect(await profile.sync.now()).toMatchObject({ state: 'idle', pending: 0, problem: null });
      const { portalAheadMs, unseen } = profile.sync.overview();
      expect([Math.round(portalAheadMs / 3_600_000), unseen]).toEqual([-off / 3_600_000, 0]);
    }
  });

  it('names what is on this computer only, from the first word to the portal’s answer', async () => {
    const portal = await makePortal();
    const { profile } = await computerAt(portal);
    await profile.sync.now();
    expect(profile.sync.overview()).toMatchObject({ here: [], hereTotal: 0, portal: { posts: 0 } });
    const post = createPost(profile.desk);
    expect(profile.sync.overview().hereTotal).toBe(0);
    writeDraft(profile.desk, { post, fields: { title: 'Bài' }, order: null, blocks: [] });
    expect(profile.sync.overview()).toMatchObject({ here: [{ post, title: 'Bài', word: 'draft' }], hereTotal: 1 });
    expect(profile.sync.status().drafts).toBe(1);
    mint(profile.desk, post);
    expect(profile.sync.overview().here).toMatchObject([{ post, word: 'saved_here' }]);
    expect(lane(profile, 'words_up')).toMatchObject({ items: 1, done: 0 });
    await profile.sync.now();
    expect(profile.sync.overview()).toMatchObject({ hereTotal: 0, portal: { posts: 1, revisions: 1 } });
    expect(lane(profile, 'words_up')).toMatchObject({ items: 0 });
    expect(lane(profile, 'words_up')?.bytes).toBe(lane(profile, 'words_up')?.done);
  });

  it('counts what went over the connection, heads included, by the day and the month', async () => {
    let time = new Date('2026-11-30T08:00:00.000Z');
    const portal = await makePortal();
    const { line, profile } = await computerAt(portal, () => time);
    const before = profile.sync.overview().today;
    const went = await line.during(() => profile.sync.now());
    const { today } = profile.sync.overview();
    expect([today.up - before.up, today.down - before.down]).toEqual([went.bytes_up, went.bytes_down]);
    time = new Date('2026-11-30T18:00:00.000Z');
    expect(profile.sync.overview()).toMatchObject({ today: { up: 0, down: 0 }, month: { up: 0, down: 0 } });
    time = new Date('2026-11-29T08:00:00.000Z');
    expect(profile.sync.overview()).toMatchObject({ today: { up: 0, down: 0 } });
  });

  it('holds back large pictures on a metered line, says how large they are, and never calls that done', async () => {
    const portal = await makePortal();
    const { profile } = await computerAt(portal);
    profile.sync.setPlan({ isMetered: true, monthlyBytes: 10_000_000, askAboveBytes: 50_000 });
    const [small, large] = [show(profile, 20_000), show(profile, 200_000)];
    const held = await profile.sync.now();
    expect(held).toMatchObject({ state: 'idle', pending: 1 });
    expect(profile.shelf.toSend().map(({ hash }) => hash)).toEqual([large]);
    expect(profile.sync.overview()).toMatchObject({ heldUp: { items: 1, bytes: 200_000 }, portal: { posts: 2 } });
    const { month } = profile.sync.overview();
    profile.sync.letPass();
    expect(profile.sync.overview().heldUp.items).toBe(0);
    expect(await profile.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
    expect(profile.sync.overview().month.up - month.up).toBeGreaterThan(200_000);
    expect(profile.shelf.path(small)).not.toBeNull();
  });

  it('lets words go, and only words, once the month’s budget is used up', async () => {
    const portal = await makePortal();
    const { profile } = await computerAt(portal);
    show(profile, 900_000);
    await profile.sync.now();
    profile.sync.setPlan({ isMetered: true, monthlyBytes: 1_000_000, askAboveBytes: 50_000_000 });
    show(profile, 300_000);
    expect(await profile.sync.now()).toMatchObject({ state: 'idle', pending: 1 });
    expect(profile.sync.overview()).toMatchObject({ hereTotal: 0, heldUp: { items: 1 }, portal: { posts: 2 } });
  });

  it('says that the portal waits for a picture that is not here any more', async () => {
    const portal = await makePortal();
    const { profile } = await computerAt(portal);
    const hash = show(profile, 20_000);
    const post = profile.sync.overview().here[0]?.post ?? '';
    mint(profile.desk, post);
    profile.desk.db.prepare('UPDATE media SET is_here = 0 WHERE hash = ?').run(hash);
    await profile.sync.now();
    expect(profile.sync.overview()).toMatchObject({ wantedNotHere: 1, absent: 1 });
    expect(profile.sync.status().incoming).toBe(1);
  });
});
