import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Board, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { type Profile, signIn } from './index.ts';

let board: Board;
let head: Profile;

beforeEach(async () => {
  board = await startBoard({ on: 'sqlite' });
  head = await signIn(
    {
      ...{ folder: temporaryFolder(), witness: temporaryFolder(), now: () => board.clock.time, random: () => 0.5 },
      ...{ tell: () => undefined, titleOfCopy: (title: string) => title },
      onBug: (error) => {
        throw error;
      },
    },
    { address: board.url, account: 'head', password: passwordOf('head') },
  );
});
afterEach(async () => {
  await head.close();
  await board.close();
});

it('is set anew at a computer that was left signed in by whoever knows the password alone, however many wrong ones came before', async () => {
  await head.setPin('246810');
  board.clock.time = new Date(board.clock.time.getTime() + 20 * 60_000);
  for (let tries = 0; tries < 10; tries += 1) expect(() => head.desk.approvalKey.unlock('000000')).toThrow();
  expect(head.desk.approvalKey.state()).toBe('none');

  await expect(head.setPin('111111')).rejects.toMatchObject({ code: 'password_needed' });
  await expect(head.setPin('111111', 'đoán mò')).rejects.toMatchObject({ code: 'wrong_password' });
  expect(head.desk.approvalKey.state()).toBe('none');
  await head.setPin('135791', passwordOf('head'));
  expect(head.desk.approvalKey.state()).toBe('unlocked');
});
