import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPost, writeDraft } from '../../main/backend/posts/index.ts';
import { openProfile, type Profile, signIn } from '../../main/backend/profiles/index.ts';
import type { MediaReference } from '../../shared/content/index.ts';
import { countedLine } from '../bench/counted-line.ts';
import { makePortal, PASSWORD, type TestPortal, testFolder } from './board.ts';
import { withoutWindow } from './surroundings.ts';

const BYTES = 2_000_000;

/** Bytes that count as a picture and that nothing can pack. */
function picture(): { reference: MediaReference; bytes: Buffer } {
  const bytes = randomBytes(BYTES);
  bytes.write('RIFF', 0, 'latin1');
  bytes.write('WEBPVP8 ', 8, 'latin1');
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { bytes, reference: { hash, name: 'ảnh.webp', mime: 'image/webp', width: 800, height: 600, bytes: BYTES } };
}

/** A computer behind a line that counts and can be cut, which may be switched off and on again. */
async function behindLine(portal: TestPortal) {
  const line = await countedLine(portal.url());
  onTestFinished(() => line.close());
  const home = testFolder();
  const around = withoutWindow(home);
  let profile: Profile = await signIn(around, { address: line.url, account: 'tacgia', password: PASSWORD });
  onTestFinished(() => profile.close());
  return {
    line,
    profile: () => profile,
    restart: async () => {
      await profile.close();
      profile = openProfile(around) ?? profile;
    },
  };
}

function show({ desk, shelf }: Profile, pictures: readonly ReturnType<typeof picture>[]): void {
  for (const { reference, bytes } of pictures) {
    shelf.put(reference, bytes);
    const cover = { media: reference.hash, alt: 'Sân trường' };
    writeDraft(desk, { post: createPost(desk), fields: { title: 'Bài có ảnh', cover }, order: [], blocks: [] });
  }
}

const onPortal = ({ folder }: TestPortal, { reference: { hash } }: ReturnType<typeof picture>): Buffer =>
  readFileSync(join(folder, 'media', hash.slice(0, 2), `${hash}.webp`));

describe('the upload of a picture', () => {
  it('goes on where it stopped after the line was cut, the program ended and the portal was started anew', async () => {
    const portal = await makePortal();
    const { line, profile, restart } = await behindLine(portal);
    const one = picture();
    show(profile(), [one]);
    const sent = await line.during(async () => {
      for (const between of [restart, async () => undefined, () => portal.stop().then(() => portal.start())]) {
        line.cutAfter(BYTES / 4);
        expect(await profile().sync.now()).toMatchObject({ state: 'offline', problem: 'line_cut' });
        expect(profile().shelf.uploadOf(one.reference.hash)).toMatch(/^\/api\/v1\/uploads\//);
        await between();
      }
      expect(await profile().sync.now()).toMatchObject({ state: 'idle', pending: 0 });
    });
    expect(onPortal(portal, one)).toEqual(one.bytes);
    expect(profile().shelf.uploadOf(one.reference.hash)).toBeNull();
    // Each of three cuts may cost the piece that was under way.
    expect(sent.bytes_up).toBeLessThan(BYTES + 3 * 256_000 + 100_000);
  });

  it('begins anew when the portal has forgotten how far it was', async () => {
    const portal = await makePortal();
    const { line, profile } = await behindLine(portal);
    const one = picture();
    show(profile(), [one]);
    line.cutAfter(BYTES / 2);
    await profile().sync.now();
    profile().shelf.noteUpload(one.reference.hash, '/api/v1/uploads/someone.elses');
    expect(await profile().sync.now()).toMatchObject({ state: 'idle', pending: 0 });
    expect(onPortal(portal, one)).toEqual(one.bytes);
  });

  it('that does not hash to what was promised is thrown away, and tried anew from the start', async () => {
    const portal = await makePortal();
    const { profile } = await behindLine(portal);
    const [one, other] = [picture(), picture()];
    show(profile(), [one]);
    // The bytes on this computer's disk turned after they were taken in.
    profile().shelf.put(one.reference, other.bytes);
    expect(await profile().sync.now()).toMatchObject({ state: 'failed', problem: 'portal_failed', pending: 1 });
    profile().shelf.put(one.reference, one.bytes);
    expect(await profile().sync.now()).toMatchObject({ state: 'idle', pending: 0 });
    expect(onPortal(portal, one)).toEqual(one.bytes);
  });

  it('runs beside one other and no more, and all arrive', async () => {
    const portal = await makePortal();
    const { profile } = await behindLine(portal);
    const many = Array.from({ length: 5 }, picture);
    show(profile(), many);
    let most = 0;
    const watch = setInterval(() => {
      const begun = many.filter(({ reference }) => profile().shelf.uploadOf(reference.hash) !== null);
      most = Math.max(most, begun.length);
    }, 5);
    await profile().sync.now();
    clearInterval(watch);
    expect(most).toBe(2);
    expect(await profile().sync.now()).toMatchObject({ state: 'idle', pending: 0 });
    for (const one of many) expect(onPortal(portal, one)).toEqual(one.bytes);
  });
});
