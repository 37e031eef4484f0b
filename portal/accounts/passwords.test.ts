import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { API, resetPasswordReplySchema } from '../../shared/sync/index.ts';
import { type Board, type BoardMember, PEOPLE, passwordOf, signInMember, startBoard } from '../testing/index.ts';

let board: Board;
beforeEach(async () => {
  board = await startBoard();
});
afterEach(() => board.close());

const OWN = 'bốn con trâu qua cầu';
const headers = { 'content-type': 'application/json' };
const post = (member: BoardMember, path: string, body: unknown): Promise<Response> =>
  member.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
const reset = async (by: BoardMember, whose: BoardMember): Promise<string> => {
  const reply = await post(by, API.resetPassword, { person: whose.member.id });
  return resetPasswordReplySchema.parse(await reply.json()).password;
};

describe('a person’s password', () => {
  it('is changed by the person alone, and signs out all other devices of theirs', async () => {
    const [here, there] = [await board.signIn('author'), await board.signIn('author')];
    const other = await board.signIn('other');
    const wrong = { password: 'không phải mật khẩu này', newPassword: OWN };
    await expect(post(here, API.password, wrong)).rejects.toMatchObject({ status: 401, code: 'wrong_password' });
    await post(here, API.password, { password: passwordOf('author'), newPassword: OWN });
    await here.pull();
    await here.renew();
    await other.pull();
    await expect(there.pull()).rejects.toMatchObject({ code: 'signed_out' });
    await expect(there.renew()).rejects.toMatchObject({ code: 'signed_out' });
    await expect(board.signIn('author')).rejects.toMatchObject({ code: 'wrong_password' });
    await signInMember(board.url, { account: 'author', password: OWN });
  });

  it('is not one that is short, common, made of names, or the same again', async () => {
    const author = await board.signIn('author');
    const tried = async (newPassword: string): Promise<unknown> =>
      post(author, API.password, { password: passwordOf('author'), newPassword }).then(
        () => 'taken',
        (error: { code: string }) => error.code,
      );
    expect(await tried('bốn con trâu')).toBe('password_short');
    expect(await tried('matkhau123456789')).toBe('password_common');
    expect(await tried(`${PEOPLE.author.name} 20/11/2026`)).toBe('password_common');
    expect(await tried('THCS Sông Trà 2026')).toBe('password_common');
    expect(await tried(passwordOf('author').normalize('NFD'))).toBe('password_same');
    expect(await tried(OWN)).toBe('taken');
  });

  it('cannot be guessed at through the change of password either', async () => {
    const author = await board.signIn('author');
    const wrong = { password: 'không phải mật khẩu này', newPassword: OWN };
    for (let count = 0; count < 10; count += 1)
      await expect(post(author, API.password, wrong)).rejects.toMatchObject({ code: 'wrong_password' });
    await expect(post(author, API.password, wrong)).rejects.toMatchObject({ status: 429 });
  });
});

describe('a password that an administrator gives', () => {
  it('opens nothing but the choice of another one, once', async () => {
    const [author, head] = [await board.signIn('author'), await board.signIn('head')];
    const told = await reset(head, author);
    await expect(author.pull()).rejects.toMatchObject({ code: 'signed_out' });
    await expect(board.signIn('author')).rejects.toMatchObject({ code: 'wrong_password' });
    const first = { account: 'author', password: told };
    await expect(signInMember(board.url, first)).rejects.toMatchObject({ status: 403, code: 'password_to_choose' });
    const weak = { ...first, newPassword: 'matkhau123456789' };
    await expect(signInMember(board.url, weak)).rejects.toMatchObject({ code: 'password_common' });
    await expect(signInMember(board.url, { ...first, newPassword: told })).rejects.toMatchObject({
      code: 'password_same',
    });
    await (await signInMember(board.url, { ...first, newPassword: OWN })).pull();
    await expect(signInMember(board.url, { ...first, newPassword: OWN })).rejects.toMatchObject({
      code: 'wrong_password',
    });
    await (await signInMember(board.url, { account: 'author', password: OWN })).pull();
  });

  it('is good for two weeks', async () => {
    const [author, head] = [await board.signIn('author'), await board.signIn('head')];
    const told = await reset(head, author);
    board.clock.time = new Date(board.clock.time.getTime() + 14 * 24 * 3_600_000);
    const late = { account: 'author', password: told, newPassword: OWN };
    await expect(signInMember(board.url, late)).rejects.toMatchObject({ code: 'wrong_password' });
  });

  it('is given to a head by a head only, and by nobody who is neither head nor administrator', async () => {
    const other = { person: (await board.signIn('other')).member.id, roles: ['administrator'], deputies: [] };
    const head = await board.signIn('head');
    await post(head, API.members, other);
    const [administrator, author] = [await board.signIn('other'), await board.signIn('author')];
    await expect(post(administrator, API.resetPassword, { person: head.member.id })).rejects.toMatchObject({
      status: 403,
      code: 'head_only',
    });
    await expect(post(author, API.resetPassword, { person: other.person })).rejects.toMatchObject({
      code: 'not_administrator',
    });
    expect(await reset(administrator, author)).toMatch(/^(\w{4}-){3}\w{4}$/);
    await expect(post(head, API.resetPassword, { person: 'nobody' })).rejects.toMatchObject({ status: 404 });
  });

  it('is written in the log by whom and for whom, and never in words', async () => {
    const [author, head] = [await board.signIn('author'), await board.signIn('head')];
    const told = await reset(head, author);
    await signInMember(board.url, { account: 'author', password: told, newPassword: OWN });
    const rows = await board.inStore((store) => store.selectFrom('audit').select('line').execute());
    const lines = rows.map(({ line }) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.filter(({ kind }) => String(kind).startsWith('password.'))).toMatchObject([
      { kind: 'password.reset', person: head.member.id, subject: author.member.id },
      { kind: 'password.changed', person: author.member.id, subject: author.member.id },
    ]);
    for (const secret of [told, OWN]) expect(JSON.stringify(rows)).not.toContain(secret);
  });
});
