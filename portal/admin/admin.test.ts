import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { htmlHash, newId, postPath } from '../../shared/content/index.ts';
import { API, newKeyPair } from '../../shared/sync/index.ts';
import {
  DEFAULT_REGULATION,
  type RegulationText,
  type RegulationVersion,
  rulesInForce,
} from '../../shared/workflow/index.ts';
import { inspect } from '../inspection/index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  passwordOf,
  signInMember,
  startBoard,
  verdictOf,
} from '../testing/index.ts';

let board: Board;
let author: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;

beforeEach(async () => {
  board = await startBoard();
  author = await board.signIn('author');
  reviewer = await board.signIn('reviewer');
  head = await board.signIn('head');
});
afterEach(async () => {
  // Whatever the board did, the log proves it.
  const findings = await board.inStore((store) => inspect(store, author.portal.unit.id));
  await board.close();
  expect(findings.findings).toEqual([]);
});

const ask = (member: BoardMember, path: string, body: unknown): Promise<unknown> =>
  member
    .request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    .then((reply) => reply.json());
const TODAY = '2026-11-20';
const text = (change: Partial<RegulationText> = {}): RegulationText => ({
  ...DEFAULT_REGULATION,
  validFrom: TODAY,
  ...change,
});
const roles = (member: BoardMember, ...list: string[]) => ({ person: member.member.id, roles: list, deputies: [] });
const at = (iso: string): void => {
  board.clock.time = new Date(iso);
};

describe('a new member', () => {
  const wanted = { account: ' Co.Lan ', name: 'Đỗ Thị Lan', title: 'Giáo viên', roles: ['author'] };

  it('is made by the head or an administrator alone, signs in with the password told once, and is told to the board and the log', async () => {
    await expect(ask(reviewer, API.addMember, wanted)).rejects.toMatchObject({ code: 'not_administrator' });
    const added = (await ask(head, API.addMember, wanted)) as { person: string; account: string; password: string };
    expect(added.account).toBe('co.lan');
    const lan = await signInMember(board.url, {
      ...{ account: 'Co.Lan', password: added.password, newPassword: 'bốn con trâu qua cầu' },
    });
    expect(lan.member).toMatchObject({ id: added.person, name: 'Đỗ Thị Lan', roles: ['author'] });
    const { post } = await lan.save();
    expect((await lan.act('post.submit', post)).code).toBe('ok');
    await author.pull();
    expect(author.feed.filter(({ kind }) => kind === 'member').at(-1)).toMatchObject({ member: { id: added.person } });
    const told = await board.inStore((store) => store.selectFrom('audit').select('line').execute());
    expect(told.some(({ line }) => line.includes('member.set') && line.includes(added.person))).toBe(true);
    expect(told.some(({ line }) => line.includes(added.password))).toBe(false);
  });

  it('never takes an account that somebody has, and is made head by a head alone', async () => {
    await ask(head, API.addMember, wanted);
    await expect(ask(head, API.addMember, { ...wanted, account: 'CO.LAN' })).rejects.toMatchObject({
      code: 'account_taken',
    });
    await ask(head, API.members, roles(reviewer, 'reviewer', 'administrator'));
    await expect(
      ask(reviewer, API.addMember, { ...wanted, account: 'hieu.truong', roles: ['head'] }),
    ).rejects.toMatchObject({ code: 'head_only' });
  });
});

describe('the regulation', () => {
  it('is set by the head or an administrator alone, over the version they saw, and never for a day that is over', async () => {
    await expect(ask(reviewer, API.rules, { base: 'default-1', text: text() })).rejects.toMatchObject({
      code: 'not_administrator',
    });
    await expect(
      ask(head, API.rules, { base: 'default-1', text: text({ validFrom: '2026-11-19' }) }),
    ).rejects.toMatchObject({ code: 'rules_past' });
    await ask(head, API.rules, { base: 'default-1', text: text({ basis: 'QĐ 01' }) });
    await expect(ask(head, API.rules, { base: 'default-1', text: text() })).rejects.toMatchObject({
      code: 'rules_moved',
    });
    await ask(head, API.members, roles(reviewer, 'reviewer', 'administrator'));
    await author.pull();
    await ask(reviewer, API.rules, { base: author.rules().version, text: text({ basis: 'QĐ 02' }) });
    await author.pull();
    expect(author.rules().basis).toBe('QĐ 02');
    expect(author.feed.filter(({ kind }) => kind === 'rules')).toHaveLength(2);
  });

  it('is in force from its own first day on, and leaves what was decided before as it is', async () => {
    const stages = [
      { id: 'mot', name: 'Tổ chuyên môn', roles: ['reviewer' as const], days: 1 },
      { id: 'hai', name: 'Lãnh đạo', roles: ['head' as const], days: 1 },
    ];
    const waiting = await author.save();
    await author.act('post.submit', waiting.post);
    expect((await reviewer.act('post.appraise', waiting.post)).code).toBe('ok');
    await ask(head, API.rules, { base: 'default-1', text: text({ validFrom: '2026-11-25', stages }) });
    const before = await author.save();
    await approveThrough({ author, reviewer, head }, before.post).catch(() => undefined);
    await head.pull();
    // The approver's program knows of rules to come; it still names those in force.
    expect((await head.act('post.approve', before.post, head.approval(before.post, { rules: 'default-1' }))).code).toBe(
      'ok',
    );
    at('2026-11-25T02:00:00.000Z');
    await head.pull();
    expect(head.status(before.post)).toMatchObject({ state: 'published' });
    expect((await head.act('post.approve', waiting.post)).code).toBe('wrong_state');
    // The stage that was passed is none of these: it is passed anew.
    expect((await reviewer.act('post.appraise', waiting.post, { stage: 'mot' })).code).toBe('ok');
  });
});

describe('a version of the regulation that is to come', () => {
  const set = async (change: Partial<RegulationText>, replaces?: string): Promise<RegulationVersion> => {
    const base = await head.pull().then(() => head.feed.findLast(({ kind }) => kind === 'rules'));
    const known = base?.kind === 'rules' ? base.rules.version : 'default-1';
    const body = { base: known, text: text(change), ...(replaces !== undefined && { replaces }) };
    return (await ask(head, API.rules, body)) as RegulationVersion;
  };
  /** What is in force on each of these days, by its basis. */
  const inForceOn = async (...days: readonly string[]): Promise<string[]> => {
    await author.pull();
    const versions = author.feed.flatMap((change) => (change.kind === 'rules' ? [change.rules] : []));
    return days.map((day) => rulesInForce(versions, day).basis);
  };

  it('begins on its day, whatever is set meanwhile for the time before', async () => {
    await set({ basis: 'Nay' });
    await set({ basis: 'Năm mới', validFrom: '2027-01-01' });
    await set({ basis: 'Nay, đã sửa' });
    await set({ basis: 'Tháng chạp', validFrom: '2026-12-01' });
    const days = ['2026-11-20', '2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'];
    expect(await inForceOn(...days)).toEqual(['Nay, đã sửa', 'Nay, đã sửa', 'Tháng chạp', 'Tháng chạp', 'Năm mới']);
  });

  it('is changed, brought forward or put off when it is the one that is edited', async () => {
    await set({ basis: 'Nay' });
    const first = await set({ basis: 'Năm mới', validFrom: '2027-01-01' });
    const later = await set({ basis: 'Năm mới, chậm hơn', validFrom: '2027-02-01' }, first.version);
    expect(await inForceOn('2026-12-31', '2027-01-15', '2027-02-01')).toEqual(['Nay', 'Nay', 'Năm mới, chậm hơn']);
    const sooner = await set({ basis: 'Năm mới, sớm hơn', validFrom: '2026-12-15' }, later.version);
    expect(await inForceOn('2026-12-14', '2026-12-15', '2027-01-15', '2027-02-01')).toEqual([
      'Nay',
      ...Array.from({ length: 3 }, () => 'Năm mới, sớm hơn'),
    ]);
    await expect(set({ basis: 'Cũ' }, later.version)).rejects.toMatchObject({ code: 'rules_moved' });
    expect(sooner.text.validFrom).toBe('2026-12-15');
  });
});

describe('roles', () => {
  it('change at once: what was done before they were taken away is refused when it arrives', async () => {
    const { post } = await author.save();
    await author.act('post.submit', post);
    await reviewer.pull();
    const { last, submitted: revision } = reviewer.status(post);
    const offline = reviewer.mutate('post.appraise', { post, revision }, last === null ? [] : [last]);
    await ask(head, API.members, roles(reviewer, 'author'));
    expect(verdictOf(await reviewer.send({ mutations: [offline] }), offline).code).toBe('wrong_role');
    await reviewer.pull();
    expect(reviewer.feed.findLast(({ kind }) => kind === 'member')).toMatchObject({ member: { roles: ['author'] } });
  });

  it('of the head are given and taken by a head alone, and somebody keeps them', async () => {
    await ask(head, API.members, roles(reviewer, 'reviewer', 'administrator'));
    await expect(ask(reviewer, API.members, roles(reviewer, 'head'))).rejects.toMatchObject({ code: 'head_only' });
    await expect(ask(reviewer, API.members, roles(head, 'author'))).rejects.toMatchObject({ code: 'head_only' });
    await expect(ask(head, API.members, roles(head, 'author'))).rejects.toMatchObject({ code: 'last_head' });
    await expect(ask(author, API.members, roles(author, 'head'))).rejects.toMatchObject({ code: 'not_administrator' });
  });

  it('that are all taken away take what the board sees along, also of a post that is handed over only then', async () => {
    const other = await board.signIn('other');
    const { post } = await other.save({ title: 'Của người đã nghỉ' });
    expect((await other.act('post.submit', post)).code).toBe('ok');
    await ask(head, API.members, roles(other));
    await ask(head, API.handOver, { from: other.member.id, to: author.member.id });
    expect((await reviewer.act('post.return', post, { reason: 'Chuyện nội bộ của Ban Biên tập.' })).code).toBe('ok');
    await other.pull();
    expect(JSON.stringify(other.feed)).not.toContain('Chuyện nội bộ');
    await author.pull();
    expect(author.status(post)).toMatchObject({ owner: author.member.id, state: 'returned' });
  });

  it('are not given again by who had not seen that they were taken away', async () => {
    await ask(head, API.members, roles(reviewer, 'author'));
    const seen = { roles: ['author', 'reviewer'], deputies: [] };
    const late = { ...roles(reviewer, 'author', 'reviewer', 'clerk'), seen };
    await expect(ask(head, API.members, late)).rejects.toMatchObject({ status: 409, code: 'member_moved' });
    await ask(head, API.members, { ...roles(reviewer, 'author', 'clerk'), seen: { roles: ['author'], deputies: [] } });
  });

  it('of the head are not for whoever stands in for the head to give, nor is the head’s password to reset', async () => {
    const deputies = [{ role: 'head', from: TODAY, to: TODAY, for: head.member.id }];
    const lent = { person: reviewer.member.id, roles: ['reviewer', 'administrator'], deputies };
    await ask(head, API.members, lent);
    const refused = { code: 'head_only' };
    await expect(ask(reviewer, API.members, roles(reviewer, 'reviewer', 'head'))).rejects.toMatchObject(refused);
    const longer = [{ ...deputies[0], to: '2030-12-31' }];
    await expect(ask(reviewer, API.members, { ...lent, deputies: longer })).rejects.toMatchObject(refused);
    await expect(ask(reviewer, API.resetPassword, { person: head.member.id })).rejects.toMatchObject(refused);
    const account = { account: 'hieu.truong', name: 'Ai Đó', title: '', roles: ['head'] };
    await expect(ask(reviewer, API.addMember, account)).rejects.toMatchObject(refused);
    // Once their days are over, an administrator may change the rest again.
    at('2026-11-21T02:00:00.000Z');
    await ask(reviewer, API.members, { ...lent, roles: ['author', 'reviewer', 'administrator'] });
  });

  it('held for another count on their days and not a day longer', async () => {
    const deputies = [{ role: 'reviewer', from: TODAY, to: '2026-11-21', for: reviewer.member.id }];
    const other = await board.signIn('other');
    await ask(head, API.members, { person: other.member.id, roles: ['author'], deputies });
    const { post } = await author.save();
    await author.act('post.submit', post);
    at('2026-11-22T02:00:00.000Z');
    expect((await other.act('post.appraise', post)).code).toBe('wrong_role');
    at('2026-11-21T16:00:00.000Z');
    expect((await other.act('post.appraise', post)).code).toBe('ok');
  });

  it('held for another alone show the board’s posts on their days and not a day longer', async () => {
    const deputies = [{ role: 'reviewer', from: TODAY, to: '2026-11-21', for: reviewer.member.id }];
    const other = await board.signIn('other');
    await ask(head, API.members, { person: other.member.id, roles: [], deputies });
    const submit = async (title: string): Promise<string> => {
      const { id, post } = await author.save({ title });
      await author.act('post.submit', post);
      await board.portal.publishDue();
      await other.pull();
      return id;
    };
    expect(other.received(await submit('Khi đang thay'))).not.toBeNull();
    at('2026-11-21T16:00:00.000Z');
    expect(other.received(await submit('Ngày cuối'))).not.toBeNull();
    at('2026-11-22T02:00:00.000Z');
    await board.portal.publishDue();
    expect(other.received(await submit('Khi đã hết hạn'))).toBeNull();
    expect(other.feed.filter(({ kind }) => kind === 'hide')).toHaveLength(2);
  });
});

describe('a computer’s name', () => {
  it('is changed by its owner alone, in one form of its letters and on one line, and the log keeps what it was', async () => {
    const [author, head] = [await board.signIn('author'), await board.signIn('head')];
    const rename = (member: BoardMember, device: string, name: string): Promise<unknown> =>
      ask(member, API.deviceNames, { device, name });
    await rename(author, author.device.id, '  Máy\n phòng Hành chính '.normalize('NFD'));
    await expect(rename(head, author.device.id, 'Máy của tôi')).rejects.toMatchObject({ status: 404 });
    for (const name of ['', ' \t', 'x'.repeat(101)])
      await expect(rename(author, author.device.id, name)).rejects.toMatchObject({ status: 400 });
    const names = (await (await head.request(API.deviceNames)).json()) as { names: { device: string; name: string }[] };
    const now = names.names.find(({ device }) => device === author.device.id)?.name;
    expect(now).toBe('Máy phòng Hành chính'.normalize('NFC'));
    await ask(head, API.revoke, { device: author.device.id, since: null, reason: 'Mất máy.' });
    const again = await board.signIn('author');
    await expect(rename(again, author.device.id, 'Máy đã mất')).rejects.toMatchObject({ status: 404 });
    await board.inStore(async (store) => {
      const rows = await store.selectFrom('audit').select('line').orderBy('number').execute();
      const lines = rows.map(({ line }) => JSON.parse(line) as Record<string, unknown>);
      expect(lines.filter(({ kind }) => kind === 'device.named')).toMatchObject([
        {
          ...{ person: author.member.id, device: author.device.id, subject: author.device.id },
          details: { from: 'Máy thử', to: 'Máy phòng Hành chính'.normalize('NFC') },
        },
      ]);
    });
  });
});

describe('a revoked device', () => {
  it('lets nothing act that comes from it or a line started from it, whoever carries it, and lays its text before its person', async () => {
    const lost = await board.signIn('author');
    const line = { id: newId(), ...newKeyPair() };
    await ask(lost, API.line, { id: line.id, publicKey: line.publicKey, name: 'Bản sao', startedFrom: lost.device.id });
    const draft = lost.mint(newId(), { title: 'Bài trên máy bị mất' });
    const save = lost.mutate('post.save', { post: draft.revision.post, revision: draft.id, base: null });
    const revoked = await ask(head, API.revoke, { device: lost.device.id, since: null, reason: 'Mất máy.' });
    expect(revoked).toMatchObject({ devices: 2, flagged: 0 });
    await expect(lost.pull()).rejects.toMatchObject({ code: 'device_revoked' });
    await expect(
      signInMember(board.url, { account: 'author', password: passwordOf('author') }, line),
    ).rejects.toMatchObject({ code: 'device_revoked' });

    const reply = await reviewer.send({ revisions: [draft], mutations: [save] });
    expect(verdictOf(reply, save)).toMatchObject({ outcome: 'refused', code: 'device_revoked' });
    expect(verdictOf(await reviewer.send({ mutations: [save] }), save).code).toBe('device_revoked');
    await author.pull();
    await reviewer.pull();
    const aside = author.feed.filter(({ kind }) => kind === 'set_aside');
    expect(aside).toMatchObject([{ post: draft.revision.post, revision: { id: draft.id } }]);
    expect(reviewer.feed.some(({ kind }) => kind === 'set_aside')).toBe(false);
  });

  it('takes with it every line that it started, whatever line these say they come from', async () => {
    const stolen = await board.signIn('head');
    const elsewhere = await board.signIn('head');
    const lines = [null, elsewhere.device.id].map((startedFrom) => ({ startedFrom, id: newId(), ...newKeyPair() }));
    const tokens = [];
    for (const { id, publicKey, startedFrom } of lines)
      tokens.push(await ask(stolen, API.line, { id, publicKey, name: 'Máy lạ', startedFrom }));
    const revoked = await ask(head, API.revoke, { device: stolen.device.id, since: null, reason: 'Mất máy.' });
    expect(revoked).toMatchObject({ devices: 3 });
    for (const pass of tokens) {
      const headers = { authorization: `Bearer ${(pass as { token: string }).token}` };
      expect((await fetch(`${board.url}${API.devices}?limit=1`, { headers })).status).toBe(403);
    }
    expect((await elsewhere.pull()).more).toBe(false);
  });

  it('whose approvals are not trusted from a moment on sends what waits back, and asks for a second look at what is public', async () => {
    const stolen = await board.signIn('head');
    const steps = async (title: string): Promise<string> => {
      const { post } = await author.save({ title });
      await author.act('post.submit', post);
      await reviewer.act('post.appraise', post);
      return post;
    };
    const early = await steps('Duyệt trước khi mất');
    expect((await stolen.act('post.approve', early)).code).toBe('ok');
    at('2026-11-20T03:00:00.500Z');
    const live = await steps('Đã đăng');
    expect((await stolen.act('post.approve', live)).code).toBe('ok');
    const planned = await steps('Hẹn giờ');
    const approval = stolen.approval;
    await stolen.pull();
    expect(
      (await stolen.act('post.approve', planned, { ...approval(planned), publishAt: '2026-11-21T00:00:00.000Z' })).code,
    ).toBe('ok');
    at('2026-11-20T04:00:00.000Z');
    const since = '2026-11-20T03:00:00Z';
    const revoked = await ask(head, API.revoke, { device: stolen.device.id, since, reason: 'Mất máy.' });
    expect(revoked).toMatchObject({ flagged: 2 });
    await reviewer.pull();
    expect(reviewer.status(early)).toMatchObject({ state: 'published', unreviewed: null });
    expect(reviewer.status(live)).toMatchObject({ state: 'published_unreviewed' });
    expect(reviewer.status(planned)).toMatchObject({ held: 'approval_flagged' });
    at('2026-11-21T01:00:00.000Z');
    await board.portal.publishDue();
    expect((await board.get(postPath(planned, 'Hẹn giờ'))).status).toBe(404);
    expect((await reviewer.act('post.review', live)).code).toBe('ok');
    expect((await head.act('post.approve', planned)).code).toBe('ok');
    expect((await board.get(postPath(planned, 'Hẹn giờ'))).status).toBe(200);
  });
});

describe('a scheduled post', () => {
  const schedule = async (publishAt: string, draft: Parameters<BoardMember['save']>[0] = {}) => {
    const saved = await author.save(draft);
    await author.act('post.submit', saved.post);
    await reviewer.act('post.appraise', saved.post);
    await head.pull();
    expect((await head.act('post.approve', saved.post, { ...head.approval(saved.post), publishAt })).code).toBe('ok');
    return { ...saved, path: postPath(saved.post, saved.revision.title) };
  };

  it('is public at its time by the portal’s clock, as it was approved, and not before', async () => {
    const { post, path } = await schedule('2026-11-21T00:00:00.000Z');
    await board.portal.publishDue();
    expect((await board.get(path)).status).toBe(404);
    await head.pull();
    expect(head.status(post)).toMatchObject({ state: 'scheduled', scheduledAt: '2026-11-21T00:00:00.000Z' });
    at('2026-11-21T00:00:00.000Z');
    await board.portal.publishDue();
    const page = await (await board.get(path)).text();
    const article = page.slice(page.indexOf('<article'), page.indexOf('</article>') + '</article>'.length);
    await head.pull();
    const published = head.feed.findLast((change) => change.kind === 'mutation');
    expect(published).toMatchObject({ mutation: { name: 'post.publish', args: { htmlHash: htmlHash(article) } } });
  });

  it('waits for the head when its category has ended by then, told once, and needs a new decision', async () => {
    const { post, path } = await schedule('2026-11-21T00:00:00.000Z', { categories: ['B9'] });
    await board.inStore((store) => store.updateTable('unit').set({ level: 'office' }).execute());
    at('2026-11-21T00:00:01.000Z');
    await board.portal.publishDue();
    await board.portal.publishDue();
    await head.pull();
    expect(head.status(post)).toMatchObject({ state: 'scheduled', held: 'category_ended' });
    const holds = head.feed.filter((change) => change.kind === 'mutation' && change.mutation.name === 'post.hold');
    expect(holds).toHaveLength(1);
    expect((await board.get(path)).status).toBe(404);
    expect((await head.act('post.return', post, { reason: 'Chọn chuyên mục khác.' })).code).toBe('ok');
  });

  it('is put off, brought forward, and taken back with its approval', async () => {
    const { post, path } = await schedule('2026-11-21T00:00:00.000Z');
    expect((await head.act('post.schedule', post, { at: '2026-11-23T00:00:00.000Z' })).code).toBe('ok');
    at('2026-11-22T00:00:00.000Z');
    await board.portal.publishDue();
    expect((await board.get(path)).status).toBe(404);
    expect((await reviewer.act('post.schedule', post, { at: null })).code).toBe('wrong_role');
    expect((await head.act('post.schedule', post, { at: null })).code).toBe('ok');
    expect((await board.get(path)).status).toBe(200);
    const other = await schedule('2026-11-30T00:00:00.000Z', { title: 'Bài khác' });
    expect((await author.act('post.recall', other.post)).code).toBe('ok');
    at('2026-12-01T00:00:00.000Z');
    await board.portal.publishDue();
    expect((await board.get(other.path)).status).toBe(404);
  });
});

describe('after publication', () => {
  it('readers are told of a correction that is not minor, and of a withdrawal in words meant for them alone', async () => {
    const { post } = await author.save({ title: 'Lịch thi' });
    await approveThrough({ author, reviewer, head }, post);
    const correct = async (title: string, change: { note: string; isMinor: boolean }): Promise<string> => {
      await author.save({ title }, post);
      await author.act('post.submit', post, { change });
      await reviewer.act('post.appraise', post);
      await head.pull();
      await head.act('post.approve', post);
      return (await board.get(postPath(post, title))).text();
    };
    expect(await correct('Lịch thi học kỳ', { note: '', isMinor: true })).not.toContain('class="changes"');
    const page = await correct('Lịch thi học kỳ I', { note: 'Đổi phòng thi <số 2>.', isMinor: false });
    expect(page).toContain('Đổi phòng thi &lt;số 2&gt;.');
    expect(page.indexOf('class="changes"')).toBeGreaterThan(page.indexOf('</article>'));

    const words = { reason: 'wrong_content', explanation: 'Nội bộ: thầy Tám nhầm.', publicNote: 'Lịch sẽ đăng lại.' };
    expect((await head.act('post.withdraw', post, words)).code).toBe('ok');
    const gone = await board.get(postPath(post, 'Lịch thi'));
    const said = await gone.text();
    expect(gone.status).toBe(410);
    expect(said).toContain('Lịch sẽ đăng lại.');
    expect(said).not.toContain('thầy Tám');
  });

  it('a page that another replaces leads there, as long as that one is public', async () => {
    const old = await author.save({ title: 'Quy định cũ' });
    await approveThrough({ author, reviewer, head }, old.post);
    const next = await author.save({ title: 'Quy định mới' });
    await approveThrough({ author, reviewer, head }, next.post);
    const words = { reason: 'replaced', explanation: '', replacement: next.post };
    expect((await head.act('post.withdraw', old.post, words)).code).toBe('ok');
    const moved = await board.get(postPath(old.post, 'Quy định cũ'));
    expect([moved.status, moved.headers.get('location')]).toEqual([301, postPath(next.post, 'Quy định mới')]);
    await head.act('post.withdraw', next.post, { reason: 'outdated', explanation: '' });
    expect((await board.get(postPath(old.post, 'Quy định cũ'))).status).toBe(410);
  });
});

describe('erasing by law', () => {
  it('is the head’s alone, takes the page down, and every text of the post when so asked', async () => {
    const first = await author.save({ title: 'Danh sách học bổng' });
    const second = await author.save({ title: 'Danh sách học bổng, bản hai' }, first.post);
    await approveThrough({ author, reviewer, head }, first.post);
    const path = postPath(first.post, 'Danh sách học bổng, bản hai');
    expect((await board.get(path)).status).toBe(200);
    await ask(head, API.members, roles(reviewer, 'reviewer', 'administrator'));
    const wanted = { what: 'revision', hash: second.id, isWholePost: true, ground: 'Phụ huynh rút lại đồng ý.' };
    await expect(ask(reviewer, API.erase, wanted)).rejects.toMatchObject({ code: 'head_erases' });
    await expect(ask(head, API.erase, { ...wanted, hash: 'a'.repeat(64) })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await ask(head, API.erase, wanted)).toEqual({ erased: 2 });
    expect((await board.get(path)).status).toBe(410);
    await author.pull();
    const erased = author.feed.flatMap((change) => (change.kind === 'erased' ? [change.erasure.hash] : []));
    expect(erased.sort()).toEqual([first.id, second.id].sort());
  });

  it('keeps a scheduled post from being published without its words, and tells the board', async () => {
    const { post, id } = await author.save({ title: 'Bài hẹn giờ' });
    await author.act('post.submit', post);
    await reviewer.act('post.appraise', post);
    await head.pull();
    await head.act('post.approve', post, { ...head.approval(post), publishAt: '2026-11-21T00:00:00.000Z' });
    await ask(head, API.erase, { what: 'revision', hash: id, isWholePost: false, ground: 'Lệnh của tòa.' });
    at('2026-11-21T00:00:01.000Z');
    await board.portal.publishDue();
    expect((await board.get(postPath(post, 'Bài hẹn giờ'))).status).toBe(404);
    await author.pull();
    expect(author.status(post)).toMatchObject({ state: 'scheduled', held: 'erased', live: null });
    expect(board.log).toEqual([]);
  });
});
