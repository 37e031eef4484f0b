import { describe, expect } from 'vitest';
import { unitCommand } from '../../portal/cli-unit.ts';
import { approveThrough, type BoardMember, signInMember } from '../../portal/testing/index.ts';
import { postPath } from '../../shared/content/index.ts';
import { API, addedMemberSchema } from '../../shared/sync/index.ts';
import { makePortal, type TestPortal } from '../integration/board.ts';
import { expectAccessible } from './accessible.ts';
import { connect } from './person.ts';
import { it } from './program.ts';
import { anyOf, say } from './words.ts';

const OWN = 'bốn con trâu qua cầu';

async function unit(portal: TestPortal, ...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  await portal.stop();
  await unitCommand(args, { folder: portal.folder, database: null }, (line) => void lines.push(line));
  await portal.start();
  return lines;
}

/** A second school on the portal with a page and a post that waits for its time. */
async function hoaSen(portal: TestPortal): Promise<{ readonly path: string }> {
  const what = ['--id', 'th-hoa-sen', '--name', 'Trường TH Hoa Sen', '--level', 'school'];
  const who = ['--origin', 'https://hoasen.example', '--member', 'sen|Đinh Văn Sen|Hiệu trưởng|author,head'];
  const lines = await unit(portal, 'add', ...what, ...who);
  const password = lines.find((line) => line.startsWith('sen\t'))?.split('\t')[1] ?? '';
  const head = await signInMember(portal.url(), { account: 'sen', password, newPassword: OWN });
  await head.registerKey();
  const add = async (account: string, role: string): Promise<BoardMember> => {
    const body = JSON.stringify({ account, name: account, title: '', roles: [role] });
    const headers = { 'content-type': 'application/json' };
    const added = await (await head.request(API.addMember, { method: 'POST', headers, body })).json();
    return signInMember(portal.url(), { account, password: addedMemberSchema.parse(added).password, newPassword: OWN });
  };
  const [author, reviewer] = [await add('sen.tacgia', 'author'), await add('sen.thamdinh', 'reviewer')];
  const page = await author.save({ title: 'Ngày hội Hoa Sen' });
  await approveThrough({ author, reviewer, head }, page.post);
  const later = await author.save({ title: 'Lễ tổng kết năm học' });
  await author.act('post.submit', later.post);
  await reviewer.act('post.appraise', later.post);
  const publishAt = new Date(Date.now() + 86_400_000).toISOString();
  expect((await head.act('post.approve', later.post, { publishAt })).code).toBe('ok');
  return { path: postPath(page.post, page.revision.title) };
}

describe('the board of a unit that took another one over', () => {
  it('sees what that unit left, and takes one of its pages down', async ({ programs }) => {
    const portal = await makePortal();
    const { path } = await hoaSen(portal);
    const program = await programs.start();
    const { page } = program;
    const head = await connect(program, portal.url(), 'truongban');
    await head.accountMenu(say('people.title'));
    const people = head.dialog('people.title');
    await people.getByRole('tab', { name: say('people.tab.devices') }).waitFor();
    expect(await people.getByRole('tab').count()).toBe(2);
    await page.keyboard.press('Escape');
    await people.waitFor({ state: 'hidden' });

    await unit(portal, 'merge', 'th-hoa-sen', '--into', 'thcs-song-tra');
    expect((await fetch(`${portal.url()}${path}`)).status).toBe(200);
    await head.accountMenu(say('people.title'));
    await people.getByRole('tab', { name: say('people.tab.merged') }).click();
    await people.getByText('Lễ tổng kết năm học').waitFor();
    await people.getByText(say('hold.unit_closed')).waitFor();
    await expectAccessible(page, 'posts of a merged unit');
    await people.getByRole('button', { name: say('merged.withdrawOf', { title: 'Ngày hội Hoa Sen' }) }).click();
    await people.getByRole('button', { name: say('action.withdraw'), exact: true }).click();
    await people.getByText(say('error.reason_needed')).waitFor();
    await expectAccessible(page, 'withdrawing a page of a merged unit');
    await people.getByRole('combobox', { name: say('window.withdraw.reason') }).click();
    await page.getByRole('option', { name: say('withdrawal.outdated') }).click();
    await people.getByRole('textbox', { name: say('board.withdraw.publicNote') }).fill('Đã qua năm học.');
    await people.getByRole('button', { name: say('action.withdraw'), exact: true }).click();
    await page.getByText(anyOf(['merged.withdrawn'])).waitFor();
    await people.getByText('Ngày hội Hoa Sen').waitFor({ state: 'hidden' });
    const gone = await fetch(`${portal.url()}${path}`);
    expect([gone.status, (await gone.text()).includes('Đã qua năm học.')]).toEqual([410, true]);
  });
});
