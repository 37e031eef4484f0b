import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { markOfClash, mergeRevisions, type Revision, textOfBlocks } from '../../shared/content/index.ts';
import { makeComputer, makePortal, PASSWORD, signedIn, sync, type TestPortal } from './board.ts';

/** A proxy that lets a test break the line between a computer and its portal. */
async function brokenLine(portal: TestPortal, breakReply: (url: string) => boolean): Promise<string> {
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const headers = new Headers();
      for (const name of ['authorization', 'content-type']) {
        const value = request.headers[name];
        if (typeof value === 'string') headers.set(name, value);
      }
      const body = chunks.length === 0 ? null : Buffer.concat(chunks);
      const reply = await fetch(new URL(request.url ?? '/', portal.url()), {
        method: request.method ?? 'GET',
        headers,
        body,
      });
      const bytes = Buffer.from(await reply.arrayBuffer());
      if (breakReply(request.url ?? '')) {
        request.socket.destroy();
        return;
      }
      response
        .writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? 'text/plain' })
        .end(bytes);
    });
  };
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('syncing', () => {
  it('takes effect once when the portal’s reply is lost on the way, and says “sent” meanwhile', async () => {
    const portal = await makePortal();
    let isCut = false;
    const address = await brokenLine(portal, (url) => isCut && url.startsWith('/api/v1/sync'));
    const author = await makeComputer();
    await author.client.call('connect.signIn', { address, account: 'tacgia', password: PASSWORD });
    const post = await author.write('Một lần thôi', ['nội dung']);
    await author.client.call('posts.leave', { post });
    isCut = true;
    expect((await sync(author)).state).toBe('offline');
    expect((await author.open(post)).word).toBe('sent');
    isCut = false;
    expect(await sync(author)).toMatchObject({ state: 'idle', pending: 0 });
    expect(await author.open(post)).toMatchObject({ word: 'accepted' });
    expect((await author.open(post)).timeline).toHaveLength(1);
  });

  it('keeps text that lost a race between two computers of one person in its post until they have chosen', async () => {
    const portal = await makePortal();
    const school = await signedIn(portal, 'tacgia');
    const home = await signedIn(portal, 'tacgia');
    const post = await school.write('Bài chung', ['câu đầu']);
    await sync(school);
    await sync(home);
    expect((await home.open(post)).mode).toBe('edit');
    await school.write('Bài chung', ['câu sửa ở trường'], post);
    await home.write('Bài chung', ['câu sửa ở nhà'], post);
    await sync(school);
    await sync(home);
    await sync(home);
    expect(JSON.stringify((await home.open(post)).blocks)).toContain('câu sửa ở trường');
    const [entry] = await home.client.call('inbox.list', null);
    expect([entry?.name, entry?.code]).toEqual(['post.save', 'head_moved']);
    await home.client.call('inbox.seen', { mutation: entry?.mutation ?? '' });
    expect(await home.open(post)).toMatchObject({ word: 'look_again', conflicts: 1 });
    const { conflict } = await home.client.call('conflict.open', { post });
    expect(JSON.stringify(conflict?.mine.revision.blocks)).toContain('câu sửa ở nhà');
    const { blockClashes } = mergeRevisions(
      conflict?.base ?? null,
      conflict?.mine.revision as Revision,
      conflict?.theirs.revision as Revision,
    );
    const chosen = blockClashes.map((one) => [one.id, { about: markOfClash(one), choice: { take: 'both' as const } }]);
    await home.client.call('conflict.resolve', {
      ...{ post, mine: conflict?.mine.id ?? '', theirs: conflict?.theirs.id ?? '' },
      choices: { blocks: Object.fromEntries(chosen), fields: {} },
    });
    await sync(home);
    await sync(school);
    for (const computer of [home, school]) {
      const { blocks, word, conflicts } = await computer.open(post);
      expect(textOfBlocks(blocks)).toBe('câu sửa ở nhà\ncâu sửa ở trường');
      expect([word, conflicts]).toEqual(['accepted', 0]);
    }
  });

  it('keeps both texts when another computer’s arrives under a window that goes on typing', async () => {
    const portal = await makePortal();
    const school = await signedIn(portal, 'tacgia');
    const home = await signedIn(portal, 'tacgia');
    const post = await school.write('Bài chung', ['câu đầu']);
    await sync(school);
    await sync(home);
    const shown = await home.open(post);
    await school.write('Bài chung', ['câu đầu', 'đoạn thêm ở trường'], post);
    await sync(school);
    await sync(home);
    // The window at home still shows the older text, and its person types on.
    const typed = { id: 'p0', type: 'paragraph', children: [{ type: 'text', text: 'câu đầu, sửa ở nhà' }] };
    const reply = await home.client.call('draft.write', {
      post,
      base: shown.base,
      fields: null,
      order: ['p0'],
      blocks: [typed],
    });
    expect(reply.base).toBe(shown.base);
    await sync(home);
    await sync(home);
    expect(JSON.stringify((await home.open(post)).blocks)).toContain('đoạn thêm ở trường');
    const texts = await Promise.all(
      (await home.list()).map(async (row) => JSON.stringify((await home.open(row.post)).blocks)),
    );
    expect(texts.some((text) => text.includes('sửa ở nhà'))).toBe(true);
  });

  it('goes on from what it minted itself, whatever revision the window opened with', async () => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    const post = await author.write('Bài', ['một']);
    const { base } = await author.open(post);
    await sync(author);
    const typed = { id: 'p0', type: 'paragraph', children: [{ type: 'text', text: 'một hai' }] };
    const reply = await author.client.call('draft.write', { post, base, fields: null, order: null, blocks: [typed] });
    expect(reply.base).not.toBe(base);
    expect(await sync(author)).toMatchObject({ state: 'idle', pending: 0 });
    expect(await author.client.call('inbox.list', null)).toEqual([]);
    expect(await author.list()).toHaveLength(1);
  });

  it('tells a reviewer that the author took the post back first, and the decision is not lost from the timeline', async () => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    const reviewer = await signedIn(portal, 'thamdinh');
    const post = await author.write('Sẽ rút lại', ['nội dung']);
    await author.act(post, 'submit');
    await sync(author);
    await sync(reviewer);
    await portal.stop();
    await reviewer.act(post, 'appraise');
    await portal.start();
    await author.act(post, 'recall');
    await sync(author);
    await sync(reviewer);
    expect(await reviewer.client.call('inbox.list', null)).toMatchObject([
      { name: 'post.appraise', outcome: 'superseded', code: 'review_moved' },
    ]);
    expect((await reviewer.open(post)).timeline.find(({ name }) => name === 'post.appraise')).toMatchObject({
      outcome: 'superseded',
      code: 'review_moved',
    });
  });

  it('keeps working after a restart: what was written offline is sent then', async () => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    await portal.stop();
    const post = await author.write('Viết lúc mất mạng', ['nội dung']);
    await author.restart();
    expect((await author.open(post)).fields.title).toBe('Viết lúc mất mạng');
    await portal.start();
    expect(await sync(author)).toMatchObject({ state: 'idle', pending: 0 });
    expect((await author.open(post)).word).toBe('accepted');
  });
});
