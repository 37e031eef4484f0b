import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { boardCommand } from './cli-board.ts';
import { BadArguments } from './cli-init.ts';
import { type Board, signInMember, startBoard } from './testing/index.ts';

let board: Board;
beforeEach(async () => {
  board = await startBoard({ on: 'sqlite' });
});
afterEach(() => board.close());

/** Runs a command beside the running portal; returns the lines it prints. */
async function run(command: Parameters<typeof boardCommand>[0], ...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const home = { folder: board.folder, database: board.database };
  await boardCommand(command, args, home, (line) => void lines.push(line));
  return lines;
}

it('changes the roles of an account, but leaves no unit without a head', async () => {
  expect(await run('member', 'set', 'other', '--roles', 'author,clerk')).toEqual([expect.stringContaining('clerk')]);
  expect(await run('member', 'list')).toContain('other\tLê Văn Tám\tGiáo viên\tauthor,clerk');
  await expect(run('member', 'set', 'head', '--roles', 'author')).rejects.toMatchObject({ code: 'last_head' });
  await expect(run('member', 'set', 'other', '--roles', 'king')).rejects.toBeInstanceOf(BadArguments);
  const other = await board.signIn('other');
  expect(other.member.roles).toEqual(['author', 'clerk']);
});

it('lists the roles of the day in Vietnam, where it is tomorrow already', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-20T18:00:00.000Z'), toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const other = await board.signIn('other');
  const deputies = [{ role: 'clerk', from: '2026-11-21', to: '2026-11-21', for: 'x' }];
  await board.inStore((store) =>
    store
      .updateTable('membership')
      .set({ deputies: JSON.stringify(deputies) })
      .where('person', '=', other.member.id)
      .execute(),
  );
  expect(await run('member', 'list')).toContain('other\tLê Văn Tám\tGiáo viên\tauthor,clerk');
});

it('gives a head who forgot the password a one-time one', async () => {
  const [, line = ''] = await run('member', 'password', 'head');
  const [account = '', password = ''] = line.split('\t');
  await expect(board.signIn('head')).rejects.toMatchObject({ code: 'wrong_password' });
  const head = await signInMember(board.url, { account, password, newPassword: 'bốn con trâu qua cầu' });
  expect(head.member.roles).toContain('head');
});

it('lists devices and revokes one with a reason', async () => {
  const author = await board.signIn('author');
  expect((await run('device', 'list'))[0]).toContain(author.device.id);
  await expect(run('device', 'revoke', author.device.id)).rejects.toBeInstanceOf(BadArguments);
  await expect(run('device', 'revoke', 'khong-co', '--reason', 'Mất máy')).rejects.toBeInstanceOf(BadArguments);
  expect(await run('device', 'revoke', author.device.id, '--reason', 'Mất máy')).toContain(author.device.id);
  await expect(author.pull()).rejects.toMatchObject({ code: 'device_revoked' });
});

it('writes down what the parent unit grants, tells everybody, and ends it', async () => {
  const by = ['--by', 'Phòng Văn hóa – Xã hội', '--decision', 'Quyết định 12/QĐ-VHXH'];
  const days = ['--from', '2026-11-01', '--to', '2027-05-31'];
  await run('exemption', 'grant', '--for', 'approve', '--person', 'head', ...days, ...by);
  const head = await board.signIn('head');
  await head.pull();
  expect(head.rules().exemptions).toMatchObject([{ person: head.member.id, decision: 'Quyết định 12/QĐ-VHXH' }]);
  const [line = ''] = await run('exemption', 'list');
  await run('exemption', 'end', line.split('\t')[0] ?? '');
  await head.pull();
  expect(head.rules().exemptions).toEqual([]);
  await expect(run('exemption', 'grant', '--for', 'approve', ...days)).rejects.toBeInstanceOf(BadArguments);
});
