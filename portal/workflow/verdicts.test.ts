import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mergeRevisions, newId, type Revision, revisionId } from '../../shared/content/index.ts';
import { API, type Mutation, newKeyPair, signMutation, VERDICT_CODES } from '../../shared/sync/index.ts';
import { CLAIM_MS, DEFAULT_REGULATION, type RegulationText } from '../../shared/workflow/index.ts';
import { setRules } from '../rules/index.ts';
import {
  approveThrough,
  type Board,
  type BoardMember,
  type Draft,
  type Minted,
  startBoard,
  verdictOf,
} from '../testing/index.ts';

let board: Board;
let author: BoardMember;
let other: BoardMember;
let reviewer: BoardMember;
let head: BoardMember;
const seen = new Set<string>(['ok']);

beforeAll(async () => {
  board = await startBoard();
  author = await board.signIn('author');
  other = await board.signIn('other');
  reviewer = await board.signIn('reviewer');
  head = await board.signIn('head');
});
afterAll(() => board.close());

/** Sends one mutation and expects that verdict. */
async function expectVerdict(
  member: BoardMember,
  mutation: Mutation,
  outcome: string,
  code: string,
  revisions: readonly Minted[] = [],
): Promise<void> {
  const verdict = verdictOf(await member.send({ revisions, mutations: [mutation] }), mutation);
  expect([verdict.outcome, verdict.code]).toEqual([outcome, code]);
  seen.add(code);
}

const altered = (revision: Revision, change: Partial<Revision>): Minted => {
  const next = { ...revision, ...change };
  return { id: revisionId(next), revision: next };
};

/** A post under review, by the author. */
async function submitted(draft: Draft = {}): Promise<string> {
  const { post } = await author.save(draft);
  expect((await author.act('post.submit', post)).code).toBe('ok');
  return post;
}
async function appraised(): Promise<string> {
  const post = await submitted();
  expect((await reviewer.act('post.appraise', post)).code).toBe('ok');
  await head.pull();
  return post;
}

describe('a mutation whose maker is not proven', () => {
  it('is refused for a device nobody registered', async () => {
    const { post, id } = await author.save();
    const { signature: _, ...words } = author.mutate('post.submit', { post, revision: id });
    const stranger = newKeyPair();
    const forged = signMutation({ ...words, device: newId() }, stranger.secretKey);
    await expectVerdict(author, forged, 'refused', 'unknown_device');
  });

  it('is refused for another signature, and takes no id from the real one', async () => {
    const { post, id, mutation } = await author.save();
    const real = author.mutate('post.submit', { post, revision: id }, [mutation]);
    await expectVerdict(other, { ...real, args: { ...real.args, revision: id }, seq: 99 }, 'refused', 'bad_signature');
    await expectVerdict(author, real, 'accepted', 'ok');
  });

  it('is refused as malformed when it has no canonical form', async () => {
    const { post, id } = await author.save();
    const whole = author.mutate('post.submit', { post, revision: id });
    await expectVerdict(author, { ...whole, args: { ...whole.args, weight: 1.5 } }, 'refused', 'malformed');
  });
});

describe('a mutation sent again', () => {
  it('gets the verdict it got, and happens once', async () => {
    const minted = author.mint(newId());
    const args = { post: minted.revision.post, revision: minted.id, base: null };
    const save = author.mutate('post.save', args);
    const first = await author.send({ revisions: [minted], mutations: [save] });
    await author.pull();
    const { number } = (await author.pull()).cursor;
    board.clock.time = new Date(board.clock.time.getTime() + 60_000);
    const again = await author.send({ revisions: [minted], mutations: [save] });
    expect(again.verdicts).toEqual(first.verdicts);
    expect((await author.pull()).cursor.number).toBe(number);
  });

  it('gets a refusal again too', async () => {
    const mutation = author.mutate('post.recall', {});
    await expectVerdict(author, mutation, 'refused', 'malformed');
    await expectVerdict(author, mutation, 'refused', 'malformed');
  });

  it('is forked when its id names other words: nothing happens, and the first keeps its verdict', async () => {
    const { post, id, mutation } = await author.save();
    const submit = author.mutate('post.submit', { post, revision: id }, [mutation]);
    await expectVerdict(author, submit, 'accepted', 'ok');
    const { signature: _, ...words } = submit;
    const other = { ...words, seq: words.seq + 100, name: 'post.recall' };
    await expectVerdict(author, signMutation(other, author.device.secretKey), 'forked', 'known_id');
    const strangers = signMutation({ ...words, device: reviewer.device.id }, reviewer.device.secretKey);
    await expectVerdict(reviewer, strangers, 'forked', 'known_id');
    await expectVerdict(author, submit, 'accepted', 'ok');
  });

  it('is forked when its number was given to another, and takes its turn under a new number', async () => {
    const { post, id, mutation } = await author.save();
    const submit = author.mutate('post.submit', { post, revision: id }, [mutation]);
    const { signature: _, ...words } = submit;
    const clone = signMutation({ ...words, seq: words.seq - 1 }, author.device.secretKey);
    await expectVerdict(author, clone, 'forked', 'known_number');
    await expectVerdict(author, submit, 'accepted', 'ok');
  });

  it('is decided as ever when another brings it, although its number was given away: its own computer may not have it', async () => {
    const { post, id, mutation } = await author.save();
    const { signature: _, ...words } = author.mutate('post.submit', { post, revision: id }, [mutation]);
    const carried = signMutation({ ...words, seq: words.seq - 1 }, author.device.secretKey);
    await expectVerdict(author, carried, 'forked', 'known_number');
    await expectVerdict(reviewer, carried, 'accepted', 'ok');
    await expectVerdict(author, carried, 'accepted', 'ok');
  });

  it('is executed once under all lines of a device, and its verdict is the first one', async () => {
    const minted = author.mint(newId());
    const args = { post: minted.revision.post, revision: minted.id, base: null };
    const save = author.mutate('post.save', args);
    const line = { ...author.device, id: newId(), ...newKeyPair() };
    const { id, publicKey } = line;
    const started = await author.request(API.line, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, publicKey, name: 'Bản chép', startedFrom: author.device.id }),
    });
    expect(((await started.json()) as { token: string }).token).not.toBe(author.token);
    const { signature: _, ...words } = save;
    const anew = signMutation({ ...words, device: id, seq: 1 }, line.secretKey);
    await expectVerdict(author, anew, 'accepted', 'ok', [minted]);
    const { number } = (await author.pull()).cursor;
    await expectVerdict(author, save, 'accepted', 'ok', [minted]);
    expect((await author.pull()).cursor.number).toBe(number);
  });
});

describe('a mutation that builds on others', () => {
  it('waits for what it names and is accepted once that has come', async () => {
    const minted = author.mint(newId());
    const onPost = { post: minted.revision.post, revision: minted.id };
    const save = author.mutate('post.save', { ...onPost, base: null });
    const submit = author.mutate('post.submit', onPost, [save.id]);
    const early = await author.send({ mutations: [submit] });
    expect(early.waiting).toEqual([{ mutation: submit.id, missing: [save.id] }]);
    const textless = await author.send({ mutations: [save, submit] });
    expect(textless.waiting).toEqual([
      { mutation: save.id, missing: [minted.id] },
      { mutation: submit.id, missing: [save.id] },
    ]);
    const whole = await author.send({ revisions: [minted], mutations: [save, submit] });
    expect(whole.verdicts.map((verdict) => verdict.code)).toEqual(['ok', 'ok']);
  });

  it('waits for every ancestor of what is saved', async () => {
    const post = newId();
    const side = author.mint(post, { title: 'Nhánh bên' });
    const merged = author.mint(post, { parents: [side.id] });
    const save = author.mutate('post.save', { post, revision: merged.id, base: null });
    const submit = author.mutate('post.submit', { post, revision: merged.id }, [save.id]);
    const early = await author.send({ revisions: [merged], mutations: [save, submit] });
    expect(early.waiting).toEqual([
      { mutation: save.id, missing: [side.id] },
      { mutation: submit.id, missing: [save.id] },
    ]);
    await expectVerdict(author, save, 'accepted', 'ok', [side]);
    await expectVerdict(author, submit, 'accepted', 'ok');
  });

  it('is superseded when one of them was refused', async () => {
    const { post, id } = await author.save();
    const refused = author.mutate('post.recall', {});
    await author.send({ mutations: [refused] });
    const submit = author.mutate('post.submit', { post, revision: id }, [refused.id]);
    await expectVerdict(author, submit, 'superseded', 'built_on_refused');
  });

  it('waits for the words of a save whose base lost, so that their author’s other computers get them', async () => {
    const { post, id } = await author.save();
    const lost = author.mint(post, { parents: [id], title: 'Nhánh thua' });
    const refused = author.mutate('post.save', { post, revision: lost.id, base: null });
    await expectVerdict(author, refused, 'refused', 'head_moved', [lost]);
    const next = author.mint(post, { parents: [lost.id], title: 'Viết tiếp nhánh thua' });
    const save = author.mutate('post.save', { post, revision: next.id, base: lost.id }, [refused.id]);
    const textless = await author.send({ mutations: [save] });
    expect(textless.waiting).toEqual([{ mutation: save.id, missing: [next.id] }]);
    await expectVerdict(author, save, 'superseded', 'built_on_refused', [next]);
  });

  it('is its author’s, whoever carries it', async () => {
    const minted = author.mint(newId());
    const save = author.mutate('post.save', { post: minted.revision.post, revision: minted.id, base: null });
    await expectVerdict(other, save, 'accepted', 'ok', [minted]);
    await author.pull();
    expect(author.status(minted.revision.post).owner).toBe(author.member.id);
  });

  it('does not stop another post’s when refused', async () => {
    const minted = author.mint(newId());
    const save = author.mutate('post.save', { post: minted.revision.post, revision: minted.id, base: null });
    const reply = await author.send({ revisions: [minted], mutations: [author.mutate('post.recall', {}), save] });
    expect(reply.verdicts.map((verdict) => verdict.outcome)).toEqual(['refused', 'accepted']);
  });
});

describe('saving', () => {
  it('is refused when the head is another revision by now', async () => {
    const { post, id, mutation, revision } = await author.save();
    await author.save({ title: 'Bản thứ hai' }, post);
    const late = author.mint(post, { parents: [id], title: 'Từ máy khác' });
    const args = { post, revision: late.id, base: id };
    await expectVerdict(author, author.mutate('post.save', args, [mutation]), 'refused', 'head_moved', [late]);
    const unborn = author.mint(newId(), { parents: [id] });
    const onNothing = { post: unborn.revision.post, revision: unborn.id, base: id };
    await expectVerdict(author, author.mutate('post.save', onNothing), 'refused', 'head_moved', [unborn]);
    expect(revision.post).toBe(post);
  });

  it('takes a revision of nobody when it is the merge of its parents, and only then', async () => {
    const { post, id, mutation, revision } = await author.save();
    const head = await author.save({ title: 'Ở nhà' }, post);
    const late = altered(revision, { parents: [id], summary: 'Ở trường' });
    const lose = author.mutate('post.save', { post, revision: late.id, base: id }, [mutation]);
    await expectVerdict(author, lose, 'refused', 'head_moved', [late]);
    const merged = mergeRevisions(revision, head.revision, late.revision).revision;
    if (merged === null) throw new Error('these two do not clash');
    const save = (minted: Minted): Mutation =>
      author.mutate('post.save', { post, revision: minted.id, base: head.id }, [head.mutation]);
    for (const change of [{ title: 'Lời thêm vào' }, { parents: [id, head.id].sort() }, { parents: [head.id] }]) {
      const invented = altered(merged, change);
      await expectVerdict(author, save(invented), 'refused', 'bad_revision', [invented]);
    }
    const whole = altered(merged, {});
    await expectVerdict(author, save(whole), 'accepted', 'ok', [whole]);
    await author.pull();
    expect(author.status(post).head).toBe(whole.id);
    expect(author.received(late.id)).toEqual(late.revision);
  });

  it('is refused on another person’s post', async () => {
    const { post, id } = await author.save();
    const theirs = other.mint(post, { parents: [id] });
    const args = { post, revision: theirs.id, base: id };
    await expectVerdict(other, other.mutate('post.save', args), 'refused', 'not_yours', [theirs]);
  });

  it('is refused under another author, device, post, base or unit than the revision’s own', async () => {
    const base = author.mint(newId());
    const { revision } = base;
    const saveOf = (minted: Minted, args: Record<string, unknown> = {}): Mutation =>
      author.mutate('post.save', { post: revision.post, revision: minted.id, base: null, ...args });
    for (const change of [{ author: other.member.id }, { device: other.device.id }]) {
      const minted = altered(revision, change);
      await expectVerdict(author, saveOf(minted), 'refused', 'bad_revision', [minted]);
    }
    await expectVerdict(author, saveOf(base, { post: newId() }), 'refused', 'bad_revision', [base]);
    await expectVerdict(author, saveOf(base, { base: 'a'.repeat(64) }), 'refused', 'bad_revision', [base]);
    const elsewhere = altered(revision, { unit: 'truong-khac' });
    await expectVerdict(author, saveOf(elsewhere), 'refused', 'wrong_unit', [elsewhere]);
  });

  it('is refused to a person who is no author any more, on a post of theirs too', async () => {
    const { post } = await author.save();
    const give = (roles: readonly string[]) =>
      board.inStore((store) =>
        store
          .updateTable('membership')
          .set({ roles: JSON.stringify(roles) })
          .where('person', '=', author.member.id)
          .execute(),
      );
    await give(['reviewer']);
    const refused = [await author.save({ title: 'Sửa tiếp' }, post), await author.save()];
    await give(author.member.roles);
    expect(refused.map(({ verdict }) => verdict.code)).toEqual(['wrong_role', 'wrong_role']);
    expect((await author.save({ title: 'Sửa tiếp nữa' }, post)).verdict.code).toBe('ok');
  });

  it('is refused for a revision that is not what its id says, in normal form, or small enough to unpack', async () => {
    const { revision, id } = author.mint(newId());
    const decomposed = altered(revision, { title: 'Hội khoẻ'.normalize('NFD') });
    const huge = altered(revision, { summary: 'x'.repeat(3_000_000) });
    const swapped = { id, revision: { ...revision, title: 'Không phải bài này' } };
    const picture = { name: '', mime: 'image/webp', width: 1, height: 1, bytes: 1, hash: 'a'.repeat(64) } as const;
    const unused = altered(revision, { media: [picture] });
    for (const minted of [decomposed, huge, swapped, unused]) {
      const save = author.mutate('post.save', { post: revision.post, revision: minted.id, base: null });
      await expectVerdict(author, save, 'refused', 'bad_revision', [minted]);
    }
  });

  it('waits when another person carries damaged text: its author can still send it whole', async () => {
    const minted = author.mint(newId());
    const save = author.mutate('post.save', { post: minted.revision.post, revision: minted.id, base: null });
    const damaged = { id: minted.id, revision: { ...minted.revision, title: 'Hỏng' } };
    const carried = await other.send({ revisions: [damaged], mutations: [save] });
    expect(carried.waiting).toEqual([{ mutation: save.id, missing: [minted.id] }]);
    await expectVerdict(author, save, 'accepted', 'ok', [minted]);
  });
});

describe('submitting', () => {
  it('is refused while the post lacks something', async () => {
    const figure = { id: 'f1', type: 'figure', media: 'a'.repeat(64), alt: '' };
    const reference = { name: '', mime: 'image/webp', width: 1, height: 1, bytes: 1, hash: figure.media } as const;
    const rows = Array.from({ length: 501 }, (_, at) => ({ id: `r${at}`, cells: [{ children: [] }] }));
    const long = { id: 't', type: 'table' as const, headerRow: false, headerColumn: false, rows };
    const lacking: [Draft, string][] = [
      [{ title: '' }, 'no_title'],
      [{ blocks: [...author.mint(newId()).revision.blocks, long] }, 'block_over_limit'],
      [{ categories: [] }, 'no_category'],
      [{ blocks: [] }, 'empty_body'],
      [{ blocks: [...author.mint(newId()).revision.blocks, figure], media: [reference] }, 'missing_alt'],
      [{ blocks: [...author.mint(newId()).revision.blocks, { id: 'n', type: 'hologram' }] }, 'newer_version'],
    ];
    for (const [draft, code] of lacking) {
      const { post } = await author.save(draft);
      expect((await author.act('post.submit', post)).code).toBe(code);
      seen.add(code);
    }
  });

  it('is refused twice for one revision, for another’s post, and for what was never saved', async () => {
    const post = await submitted();
    expect((await author.act('post.submit', post)).code).toBe('nothing_new');
    await other.pull();
    const { submitted: revision, last } = other.status(post);
    const theirs = other.mutate('post.submit', { post, revision }, last === null ? [] : [last]);
    await expectVerdict(other, theirs, 'refused', 'not_owner');
    const unsaved = author.mint(post, { title: 'Chưa lưu' });
    const early = author.mutate('post.submit', { post, revision: unsaved.id }, last === null ? [] : [last]);
    await expectVerdict(author, early, 'refused', 'other_revision', [unsaved]);
    seen.add('nothing_new');
  });
});

describe('reviewing', () => {
  it('is refused without the role, at another step, on another revision, and with broken arguments', async () => {
    const post = await submitted();
    expect((await author.act('post.appraise', post)).code).toBe('wrong_role');
    const newer = await author.save({ title: 'Bản mới hơn' }, post);
    expect((await reviewer.act('post.appraise', post, { revision: newer.id })).code).toBe('other_revision');
    expect((await reviewer.act('post.return', post, { reason: ' ' })).code).toBe('malformed');
    expect(
      (await head.act('post.withdraw', post, { revision: newer.id, reason: 'outdated', explanation: '' })).code,
    ).toBe('not_live');
    expect((await reviewer.act('post.appraise', post)).code).toBe('ok');
    expect((await reviewer.act('post.appraise', post)).code).toBe('wrong_state');
    for (const code of ['wrong_role', 'other_revision', 'malformed', 'not_live', 'wrong_state']) seen.add(code);
  });

  it('is refused to whoever wrote it, at each step', async () => {
    for (const writer of [reviewer, head]) {
      const { post } = await writer.save();
      await writer.act('post.submit', post);
      expect((await writer.act('post.appraise', post)).code).toBe('wrote_it');
    }
    const { post } = await head.save();
    await head.act('post.submit', post);
    await reviewer.act('post.appraise', post);
    await head.pull();
    expect((await head.act('post.approve', post)).code).toBe('wrote_it');
    seen.add('wrote_it');
  });

  it('still counts who wrote a page that was withdrawn and submitted again unchanged', async () => {
    const { post } = await reviewer.save();
    const second = await board.signIn('head');
    await reviewer.act('post.submit', post);
    await head.act('post.appraise', post);
    expect((await second.act('post.approve', post)).code).toBe('ok');
    await head.act('post.withdraw', post, { reason: 'wrong_content', explanation: '' });
    expect((await reviewer.act('post.submit', post)).code).toBe('ok');
    expect((await reviewer.act('post.appraise', post)).code).toBe('wrote_it');
  });

  it('is superseded when another decision came first', async () => {
    const post = await submitted();
    await reviewer.pull();
    const { last, submitted: revision } = reviewer.status(post);
    const appraise = reviewer.mutate('post.appraise', { post, revision }, last === null ? [] : [last]);
    await author.act('post.recall', post);
    await expectVerdict(reviewer, appraise, 'superseded', 'review_moved');
  });

  it('is the portal’s alone when it publishes', async () => {
    const post = await appraised();
    const { last, submitted: revision } = head.status(post);
    const args = { post, revision, htmlHash: 'a'.repeat(64) };
    const publish = head.mutate('post.publish', args, last === null ? [] : [last]);
    await expectVerdict(head, publish, 'refused', 'wrong_role');
  });
});

describe('approving', () => {
  it('is refused for every word of the statement that is not so, and leaves the post where it was', async () => {
    const post = await appraised();
    const cases = [
      [{ portal: 'portal-khac' }, 'refused', 'bad_seal'],
      [{ unit: 'truong-khac' }, 'refused', 'bad_seal'],
      [{ post: newId() }, 'refused', 'bad_seal'],
      [{ revision: 'a'.repeat(64) }, 'refused', 'bad_seal'],
      [{ contentHash: 'a'.repeat(64) }, 'refused', 'content_changed'],
      [{ htmlHash: 'a'.repeat(64) }, 'refused', 'render_changed'],
      [{ rules: 'default-0' }, 'refused', 'rules_changed'],
      [{ previous: newId() }, 'superseded', 'review_moved'],
    ] as const;
    for (const [change, outcome, code] of cases) {
      const verdict = await head.act('post.approve', post, head.approval(post, change));
      expect([verdict.outcome, verdict.code]).toEqual([outcome, code]);
      seen.add(code);
    }
    await head.pull();
    expect(head.status(post)).toMatchObject({ state: 'appraised', live: null });
  });

  it('is refused for a tampered seal, an unknown key, a key that ended, and a key of another device', async () => {
    const post = await appraised();
    const good = head.approval(post);
    expect((await head.act('post.approve', post, { ...good, seal: 'ab'.repeat(64) })).code).toBe('bad_seal');
    expect((await head.act('post.approve', post, { ...good, key: newId() })).code).toBe('unknown_key');
    const second = await board.signIn('head');
    await second.pull();
    expect((await second.act('post.approve', post, good)).code).toBe('unknown_key');
    await head.registerKey();
    expect((await head.act('post.approve', post, good)).code).toBe('unknown_key');
    expect((await head.act('post.approve', post)).code).toBe('ok');
    for (const code of ['bad_seal', 'unknown_key']) seen.add(code);
  });

  it('serves one publication: a correction needs its own', async () => {
    const { post, id } = await author.save();
    await approveThrough({ author, reviewer, head }, post);
    await author.save({ title: 'Bản sửa' }, post);
    await author.act('post.submit', post);
    await head.pull();
    expect(head.status(post)).toMatchObject({ state: 'submitted', live: id, approval: null });
    expect((await head.act('post.approve', post)).code).toBe('wrong_state');
  });
});

describe('the unit’s rules', () => {
  const STAGES: RegulationText['stages'] = [
    { id: 'to', name: 'Tổ chuyên môn', roles: ['reviewer', 'head'], days: 1 },
    { id: 'ban', name: 'Ban Biên tập', roles: ['reviewer', 'head'], days: 1 },
  ];
  const put = (base: string, change: Partial<RegulationText>): Promise<string> =>
    board.inStore((store) =>
      store.transaction().execute(async (tx) => {
        const text = { ...DEFAULT_REGULATION, validFrom: '2026-11-20', ...change };
        const by = { person: head.member.id, device: head.device.id };
        const set = await setRules(tx, head.portal.unit.id, { text, base }, by, board.clock.time);
        if ('refused' in set) throw new Error(set.refused);
        return set.version;
      }),
    );

  it('with two stages want each passed by another person, in order, and refuse an approval under the older ones', async () => {
    const waiting = await appraised();
    const before = head.approval(waiting);
    const two = await put('default-1', { stages: STAGES });
    expect((await head.act('post.approve', waiting, before)).code).toBe('rules_changed');
    const post = await submitted();
    expect((await reviewer.act('post.appraise', post, { stage: 'ban' })).code).toBe('other_stage');
    expect((await reviewer.act('post.appraise', post, { stage: 'to' })).code).toBe('ok');
    expect((await reviewer.act('post.appraise', post, { stage: 'ban' })).code).toBe('passed_stage');
    await head.pull();
    expect((await head.act('post.approve', post)).code).toBe('wrong_state');
    expect((await head.act('post.appraise', post, { stage: 'ban' })).code).toBe('ok');
    expect((await head.act('post.approve', post)).code).toBe('ok');
    for (const code of ['other_stage', 'passed_stage']) seen.add(code);
    await put(two, {});
  });

  it('take an approval that names older ones when both allow it, and count the categories of the text alone', async () => {
    const post = await appraised();
    const before = head.approval(post);
    const now = head.rules().version;
    await put(now, { checklists: [{ transition: 'return', items: [{ id: 'c1', text: 'Đã gọi', level: 'block' }] }] });
    expect((await head.act('post.approve', post, before)).code).toBe('ok');
    const other = await submitted();
    expect((await reviewer.act('post.return', other, { reason: 'Thiếu.' })).code).toBe('checks_open');
    expect((await reviewer.act('post.return', other, { reason: 'Thiếu.', rules: now })).code).toBe('rules_changed');
    expect((await reviewer.act('post.return', other, { reason: 'Thiếu.', checks: ['c1'] })).code).toBe('ok');
    expect((await author.act('post.submit', other, { categories: ['B9'] })).code).toBe('bad_revision');
    seen.add('checks_open');
  });
});

describe('what is done after publication', () => {
  it('is refused without a word for readers, without a page to replace it, and without a second person', async () => {
    const { post } = await author.save();
    await approveThrough({ author, reviewer, head }, post);
    await author.save({ title: 'Bản sửa' }, post);
    expect((await author.act('post.submit', post, { change: { note: '', isMinor: false } })).code).toBe(
      'no_change_note',
    );
    const replaced = { reason: 'replaced', explanation: '', replacement: newId() };
    expect((await head.act('post.withdraw', post, replaced)).code).toBe('no_replacement');
    expect((await reviewer.act('post.review', post)).code).toBe('reviewed_already');
    for (const code of ['no_change_note', 'no_replacement', 'reviewed_already']) seen.add(code);
  });

  it('is urgent only with a permit of this very moment, and its publisher does not review it', async () => {
    const post = await submitted();
    await head.pull();
    const words = { ...head.approval(post), reason: 'Bão số 12.' };
    const old = { ...words, permit: await head.permit() };
    board.clock.time = new Date(board.clock.time.getTime() + 180_000);
    expect((await head.act('post.urgent', post, old)).code).toBe('offline');
    const others = { ...words, permit: await reviewer.permit() };
    expect((await head.act('post.urgent', post, others)).code).toBe('offline');
    expect((await head.act('post.urgent', post, { ...words, permit: await head.permit() })).code).toBe('ok');
    await head.pull();
    expect(head.status(post)).toMatchObject({ state: 'published_unreviewed', unreviewed: { person: head.member.id } });
    expect((await head.act('post.review', post)).code).toBe('published_it');
    expect((await reviewer.act('post.review', post)).code).toBe('ok');
    for (const code of ['offline', 'published_it']) seen.add(code);
  });

  it('still needs a second person for words that were urgent, also once somebody else has corrected a comma', async () => {
    const { post, id, mutation } = await reviewer.save();
    await reviewer.act('post.submit', post);
    await head.pull();
    const words = { ...head.approval(post), reason: 'Bão số 12.', permit: await head.permit() };
    expect((await head.act('post.urgent', post, words)).code).toBe('ok');
    const body = JSON.stringify({ from: reviewer.member.id, to: author.member.id });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    expect((await head.request(API.handOver, init)).status).toBe(200);
    const corrected = author.mint(post, { title: 'Hội khoẻ, Phù Đổng', parents: [id] });
    const save = author.mutate('post.save', { post, revision: corrected.id, base: id }, [mutation]);
    await expectVerdict(author, save, 'accepted', 'ok', [corrected]);
    await author.pull();
    const args = { post, revision: corrected.id, change: { note: '', isMinor: true } };
    const submit = author.mutate('post.submit', args, [save.id, author.status(post).last ?? '']);
    await expectVerdict(author, submit, 'accepted', 'ok');
    expect((await reviewer.act('post.appraise', post)).code).toBe('wrote_it');
  });
});

describe('who works on a review', () => {
  it('is said by whom it concerns, one at a time, until it ends by the portal’s clock', async () => {
    const post = await submitted();
    const before = board.clock.time;
    expect((await author.act('post.claim', post)).code).toBe('wrong_role');
    expect((await reviewer.act('post.release', post)).code).toBe('not_claimed');
    expect((await head.act('post.assign', post, { to: author.member.id })).code).toBe('not_theirs');
    expect((await reviewer.act('post.claim', post)).code).toBe('ok');
    const second = await head.act('post.claim', post);
    expect([second.outcome, second.code]).toEqual(['superseded', 'claimed']);
    board.clock.time = new Date(before.getTime() + CLAIM_MS);
    expect((await head.act('post.claim', post)).code).toBe('ok');
    board.clock.time = before;
    // No decision is made on top of it: who did not know of it decides as before.
    expect((await reviewer.act('post.appraise', post)).code).toBe('ok');
    for (const code of ['not_claimed', 'not_theirs', 'claimed']) seen.add(code);
  });
});

it('takes no remark on a draft from whoever may not see it', async () => {
  const { post, id: revision } = await author.save();
  const remark = reviewer.mutate('post.comment', { post, revision, text: 'Dò.' });
  await expectVerdict(reviewer, remark, 'refused', 'not_shown');
});

it('keeps a draft out of the bin that was saved elsewhere meanwhile', async () => {
  const { post, id, mutation } = await author.save();
  await author.save({ title: 'Bản mới' }, post);
  await expectVerdict(
    author,
    author.mutate('post.bin', { post, revision: id }, [mutation]),
    'superseded',
    'edited_since',
  );
});

it('takes no remark on a text from whoever may not see it', async () => {
  const { post, id } = await author.save();
  const remark = reviewer.mutate('post.comment', { post, revision: id, text: 'Dò.' });
  await expectVerdict(reviewer, remark, 'refused', 'not_shown');
});

it('does nothing that comes from a revoked device, whoever carries it', async () => {
  const { post, id, mutation } = await other.save();
  const submit = other.mutate('post.submit', { post, revision: id }, [mutation]);
  const body = JSON.stringify({ device: other.device.id, since: null, reason: 'Mất máy.' });
  await head.request(API.revoke, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await expectVerdict(author, submit, 'refused', 'device_revoked');
});

it('has met every verdict that the portal gives', () => {
  // No verdict is `unknown_mutation` any more; `erased` has its own test. The rules name every transition; pictures make a publication wait rather than refuse it; text past a limit is no
  // revision (`bad_revision`), so only a client can say which limit it is.
  const never = [
    'unknown_mutation',
    'erased',
    'unknown_transition',
    'missing_pictures',
    'title_too_long',
    'summary_too_long',
    'too_many_blocks',
  ];
  expect(VERDICT_CODES.filter((code) => !seen.has(code) && !never.includes(code))).toEqual([]);
});
