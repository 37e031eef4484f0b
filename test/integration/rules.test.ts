import { expect, it } from 'vitest';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { DEFAULT_REGULATION, type RegulationText } from '../../shared/workflow/index.ts';
import { type Computer, makePortal, PIN, signedIn, sync } from './board.ts';

const TWO_STAGES: RegulationText['stages'] = [
  { id: 'to', name: 'Tổ chuyên môn', roles: ['reviewer'], days: 2 },
  { id: 'ban', name: 'Lãnh đạo', roles: ['head'], days: 1 },
];

async function setRules(head: Computer, change: Partial<RegulationText>): Promise<void> {
  const { base } = await head.client.call('rules.read', null);
  const text = { ...DEFAULT_REGULATION, validFrom: dayInVietnam(new Date().toISOString()), ...change };
  await head.client.call('rules.set', { base, text });
}

/** A post that the author has sent and the reviewer has passed, known to the head. */
async function appraised(author: Computer, reviewer: Computer, head: Computer): Promise<string> {
  const post = await author.write('Kế hoạch năm học', ['Một đoạn.']);
  await author.act(post, 'submit');
  await sync(author);
  await sync(reviewer);
  await reviewer.act(post, 'appraise');
  await sync(reviewer);
  await sync(head);
  return post;
}

it('tells whoever decided under rules that changed meanwhile, keeps saying so, and takes the decision under the new ones', async () => {
  const portal = await makePortal();
  const [author, reviewer] = [await signedIn(portal, 'tacgia'), await signedIn(portal, 'thamdinh')];
  const [head, elsewhere] = [await signedIn(portal, 'truongban'), await signedIn(portal, 'truongban')];
  const post = await appraised(author, reviewer, head);
  await setRules(elsewhere, { stages: TWO_STAGES });
  // Offline, with the rules as they were.
  await head.approve(post);
  await sync(head);
  const [entry] = await head.client.call('inbox.list', null);
  expect(entry).toMatchObject({ post, code: 'rules_changed', outcome: 'refused', isSeen: false });
  await head.client.call('inbox.seen', { mutation: entry?.mutation ?? '' });
  expect(await head.client.call('inbox.list', null)).toEqual([]);
  await head.restart();
  expect(await head.client.call('inbox.history', null)).toMatchObject([{ code: 'rules_changed', isSeen: true }]);

  // The stage that was passed is none of the new ones: both are passed, then it is approved.
  expect((await head.open(post)).state).toBe('submitted');
  expect((await head.open(post)).decision.stages).toEqual([
    { name: 'Tổ chuyên môn', by: null },
    { name: 'Lãnh đạo', by: null },
  ]);
  await sync(reviewer);
  await reviewer.act(post, 'appraise');
  await sync(reviewer);
  await sync(head);
  await head.act(post, 'appraise');
  expect((await head.open(post)).state).toBe('appraised');
  await head.approve(post);
  await sync(head);
  expect((await head.open(post)).state).toBe('published');
});

it('publishes urgently online alone, and leaves it among the tasks until somebody else has looked', async () => {
  const portal = await makePortal();
  const [author, reviewer, head] = [
    await signedIn(portal, 'tacgia'),
    await signedIn(portal, 'thamdinh'),
    await signedIn(portal, 'truongban'),
  ];
  const post = await author.write('Nghỉ học vì bão', ['Toàn trường nghỉ ngày mai.']);
  await author.act(post, 'submit');
  await sync(author);
  await sync(head);
  const { revision } = await head.open(post);
  const { htmlHash } = await head.client.call('posts.preview', { post, revision });
  await head.client.call('approval.unlock', { pin: PIN });
  await portal.stop();
  // The connection kept from before is cut, or a new one is refused: it depends on which is noticed first.
  await expect(head.act(post, 'urgent', { reason: 'Bão số 12.', htmlHash })).rejects.toMatchObject({
    code: expect.stringMatching(/^(portal_refused|line_cut)$/),
  });
  await portal.start();
  await sync(head);
  await head.act(post, 'urgent', { reason: 'Bão số 12.', htmlHash });
  expect(await head.open(post)).toMatchObject({ state: 'published_unreviewed', isLive: true });

  await sync(reviewer);
  const { tasks } = await reviewer.client.call('tasks.list', null);
  expect(tasks).toMatchObject([{ post, reminder: 'unreviewed', actions: expect.arrayContaining(['review']) }]);
  expect((await head.client.call('tasks.list', null)).tasks).toMatchObject([{ post, reminder: 'unreviewed' }]);
  await reviewer.client.call('posts.act', {
    ...{ post, revision: (await reviewer.open(post)).revision, action: 'review' },
    ...{ reason: '', listedReason: null, htmlHash: null },
  });
  await sync(reviewer);
  await sync(head);
  expect((await head.open(post)).state).toBe('published');
  expect((await head.client.call('tasks.list', null)).tasks).toEqual([]);
});

it('keeps the text of a person whose role was taken away while they wrote, and says what happened', async () => {
  const portal = await makePortal();
  const [author, head] = [await signedIn(portal, 'tacgia'), await signedIn(portal, 'truongban')];
  const post = await author.write('Bài đang viết', ['Những chữ không được mất.']);
  const me = (await head.client.call('board.members', null)).find(({ name }) => name === 'Trần Thu Hà');
  await head.client.call('board.setMember', { person: me?.id ?? '', roles: [], deputies: [] });
  await author.act(post, 'submit');
  await sync(author);
  const codes = (await author.client.call('inbox.list', null)).map(({ code }) => code);
  expect(codes).toContain('wrong_role');
  const blocks = JSON.stringify((await author.open(post)).blocks);
  expect(blocks).toContain('Những chữ không được mất.');
});
