import { expect, it } from 'vitest';
import { type Computer, makePortal, signedIn, sync } from './board.ts';

it('submits words whose only save was turned down, in a save of their own, once their author may write again', async () => {
  const portal = await makePortal();
  const [author, head, reviewer] = [
    await signedIn(portal, 'tacgia'),
    await signedIn(portal, 'truongban'),
    await signedIn(portal, 'thamdinh'),
  ];
  const { id, roles } = await memberOf(head, author);
  const give = (held: typeof roles) =>
    head.client.call('board.setMember', { person: id, roles: [...held], deputies: [] });
  // Offline, while the role is taken away.
  const post = await author.write('Ngày hội đọc sách', ['Cả trường đọc sách.']);
  await author.client.call('posts.leave', { post });
  await give(['clerk']);
  await sync(author);
  const refused = await author.open(post);
  expect(refused).toMatchObject({ word: 'look_again', timeline: [{ name: 'post.save', code: 'wrong_role' }] });

  await give(roles);
  await sync(author);
  const shown = await author.open(post);
  expect(shown.blocks).toHaveLength(1);
  expect(shown.actions.find(({ name }) => name === 'submit')).toMatchObject({ allowed: true });
  await author.act(post, 'submit');
  await sync(author);
  expect(await author.open(post)).toMatchObject({ state: 'submitted', blocks: shown.blocks, fields: shown.fields });
  await sync(reviewer);
  expect(await reviewer.open(post)).toMatchObject({ state: 'submitted', blocks: shown.blocks, fields: shown.fields });
});

it('judges such words as they are: without a category they are not submitted, and nothing is lost', async () => {
  const portal = await makePortal();
  const [author, head] = [await signedIn(portal, 'tacgia'), await signedIn(portal, 'truongban')];
  const { id, roles } = await memberOf(head, author);
  const post = await author.write('Ngày hội đọc sách', ['Cả trường đọc sách.']);
  const { base } = await author.open(post);
  await author.client.call('draft.write', { post, base, fields: { categories: [] }, order: null, blocks: [] });
  await author.client.call('posts.leave', { post });
  await head.client.call('board.setMember', { person: id, roles: ['clerk'], deputies: [] });
  await sync(author);
  await head.client.call('board.setMember', { person: id, roles: [...roles], deputies: [] });
  await sync(author);
  const { actions, blocks } = await author.open(post);
  const submit = actions.find(({ name }) => name === 'submit');
  expect(submit).toMatchObject({ allowed: false });
  await expect(author.act(post, 'submit')).rejects.toMatchObject({ code: 'denied', params: { reason: submit?.code } });
  expect((await author.open(post)).blocks).toEqual(blocks);
});

async function memberOf(head: Computer, whose: Computer) {
  const { me } = await whose.client.call('app.state', null);
  const member = (await head.client.call('board.members', null)).find(({ id }) => id === me?.id);
  if (member === undefined) throw new Error('no such member');
  return member;
}
