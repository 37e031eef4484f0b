import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { articleOf, makePortal, signedIn, sync } from './board.ts';

describe('the main job', () => {
  it('goes from a draft written with the portal stopped to a page that is byte for byte what was approved', async () => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    const reviewer = await signedIn(portal, 'thamdinh');
    const head = await signedIn(portal, 'truongban');
    await portal.stop();

    const photo = await sharp({ create: { width: 800, height: 500, channels: 3, background: '#357' } })
      .jpeg()
      .toBuffer();
    const picture = await author.client.call('media.add', { name: 'sân trường.jpg', data: photo.toString('base64') });
    const post = await author.write('Lễ khai giảng năm học mới', ['Đúng 7 giờ, trống trường vang lên.']);
    await author.client.call('draft.write', {
      post,
      base: null,
      fields: { cover: { media: picture.hash, alt: 'Sân trường' }, summary: 'Chào năm học <mới>' },
      order: ['p0', 'f'],
      blocks: [{ id: 'f', type: 'figure', media: picture.hash, alt: 'Cờ & hoa' }],
    });
    await author.act(post, 'submit');
    expect((await author.open(post)).word).toBe('saved_here');
    expect(await sync(author)).toMatchObject({ state: 'offline', pending: 2, problem: 'portal_refused' });
    expect((await author.open(post)).word).toBe('saved_here');

    await portal.start();
    expect(await sync(author)).toMatchObject({ state: 'idle', pending: 0 });
    expect(await author.open(post)).toMatchObject({ word: 'accepted', state: 'submitted' });

    await sync(reviewer);
    expect((await reviewer.list('my_turn')).map((row) => row.title)).toEqual(['Lễ khai giảng năm học mới']);
    await reviewer.act(post, 'appraise');
    await sync(reviewer);

    await sync(head);
    await portal.stop();
    const approved = await head.approve(post);
    expect((await head.open(post)).state).toBe('approved');
    await portal.start();
    expect(await sync(head)).toMatchObject({ state: 'idle', pending: 0 });

    const details = await head.open(post);
    expect(details).toMatchObject({ state: 'published', isLive: true, word: 'accepted' });
    const page = await fetch(details.publicUrl ?? '');
    expect(articleOf(await page.text())).toBe(approved);
    const served = await fetch(new URL(`/media/${picture.hash}.webp`, portal.url()));
    expect((await served.arrayBuffer()).byteLength).toBe(picture.bytes);

    await sync(author);
    expect((await author.open(post)).timeline.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['post.save', 'accepted'],
      ['post.submit', 'accepted'],
      ['post.appraise', 'accepted'],
      ['post.approve', 'accepted'],
      ['post.publish', 'accepted'],
    ]);
  });

  it('shows a draft to nobody else before it is submitted, and an earlier draft to nobody ever', async () => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    const reviewer = await signedIn(portal, 'thamdinh');
    const post = await author.write('Nháp', ['câu nháp bí mật']);
    await sync(author);
    await sync(reviewer);
    expect(await reviewer.list()).toEqual([]);
    await author.write('Bài gửi', ['câu gửi đi'], post);
    await author.act(post, 'submit');
    await sync(author);
    await sync(reviewer);
    const seen = await reviewer.open(post);
    expect(seen).toMatchObject({ mode: 'read', fields: { title: 'Bài gửi' }, ownerName: 'Trần Thu Hà' });
    await expect(reviewer.client.call('posts.preview', { post, revision: 'e'.repeat(64) })).rejects.toMatchObject({
      code: 'post_not_found',
    });
    expect(seen.timeline.map(({ name }) => name)).toEqual(['post.submit']);
  });

  it('goes back to its author with a reason, is corrected, and the correction replaces the live page only when approved', async () => {
    const portal = await makePortal();
    const [author, reviewer, head] = [
      await signedIn(portal, 'tacgia'),
      await signedIn(portal, 'thamdinh'),
      await signedIn(portal, 'truongban'),
    ];
    const post = await author.write('Thông báo', ['Nghỉ học ngày 24/11.']);
    await author.act(post, 'submit');
    await sync(author);
    await sync(reviewer);
    await expect(reviewer.act(post, 'return')).rejects.toMatchObject({ code: 'reason_needed' });
    await reviewer.act(post, 'return', { reason: 'Thiếu giờ học bù.' });
    await sync(reviewer);
    await sync(author);
    expect(await author.open(post)).toMatchObject({ mode: 'edit', state: 'returned', reason: 'Thiếu giờ học bù.' });

    const round = async (text: string): Promise<string> => {
      await author.write('Thông báo', [text], post);
      await author.act(post, 'submit');
      await sync(author);
      await sync(reviewer);
      await reviewer.act(post, 'appraise');
      await sync(reviewer);
      await sync(head);
      const html = await head.approve(post);
      await sync(head);
      await sync(author);
      return html;
    };
    const first = await round('Nghỉ học ngày 24/11, học bù 28/11.');
    const url = (await author.open(post)).publicUrl ?? '';
    expect(articleOf(await (await fetch(url)).text())).toBe(first);
    await author.write('Thông báo', ['Đang sửa, chưa duyệt.'], post);
    await sync(author);
    expect(articleOf(await (await fetch(url)).text())).toBe(first);
    const second = await round('Nghỉ học ngày 25/11, học bù 29/11.');
    expect(second).not.toBe(first);
    expect(articleOf(await (await fetch(url)).text())).toBe(second);

    await head.act(post, 'withdraw', { listedReason: 'outdated', reason: 'Đã học bù xong.' });
    await sync(head);
    const gone = await fetch(url);
    expect(gone.status).toBe(410);
    expect(await gone.text()).not.toContain('học bù 29/11');
  });
});
