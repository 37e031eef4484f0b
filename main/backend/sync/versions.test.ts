import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type Board, type BoardMember, type PersonKey, passwordOf, startBoard } from '../../../portal/testing/index.ts';
import { canonicalJson, hashText } from '../../../shared/content/index.ts';
import { API, type Mutation, type SyncReply, sign, syncReplySchema } from '../../../shared/sync/index.ts';
import { MUTATION_ARGS, type MutationName } from '../../../shared/workflow/index.ts';
import { act, createPost, openPost, writeDraft } from '../posts/index.ts';
import { type Profile, signIn } from '../profiles/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { rereadWhatWasSetAside } from './set-aside.ts';

let board: Board;
const open: Profile[] = [];

beforeEach(async () => {
  board = await startBoard({ on: 'sqlite' });
});
afterEach(async () => {
  for (const profile of open.splice(0)) await profile.close();
  await board.close();
});

async function computerOf(key: PersonKey): Promise<Profile> {
  const profile = await signIn(
    {
      ...{ folder: temporaryFolder(), witness: temporaryFolder(), now: () => new Date(), random: () => 0.5 },
      ...{ tell: () => undefined, titleOfCopy: (title) => title },
      onBug: (error) => {
        throw error;
      },
    },
    { address: board.url, account: key, password: passwordOf(key) },
  );
  open.push(profile);
  return profile;
}

/** Takes an act out of what this process knows, as in an older version of it. @returns the upgrade. */
function asBefore(name: MutationName): () => void {
  const known = MUTATION_ARGS[name];
  Reflect.deleteProperty(MUTATION_ARGS, name);
  const upgrade = (): void => void Object.assign(MUTATION_ARGS, { [name]: known });
  onTestFinished(upgrade);
  return upgrade;
}

function write({ desk }: Profile): string {
  const post = createPost(desk);
  const words = { id: 'a', type: 'paragraph' as const, children: [{ type: 'text' as const, text: 'Chữ' }] };
  writeDraft(desk, { post, fields: { title: 'Bài', categories: ['B2'] }, order: ['a'], blocks: [words] });
  return post;
}
const go = ({ desk }: Profile, post: string, action: 'submit' | 'recall' | 'appraise'): void => {
  const revision = action === 'submit' ? null : openPost(desk, post).revision;
  act(desk, { post, revision, action, reason: '', listedReason: null, htmlHash: null });
};

describe('an act of a newer program', () => {
  it('waits at an older portal, keeps nothing else from going, and takes effect after the upgrade', async () => {
    const author = await computerOf('author');
    const post = write(author);
    go(author, post, 'submit');
    await author.sync.now();
    const upgrade = asBefore('post.recall');
    go(author, post, 'recall');
    const other = write(author);
    expect(await author.sync.now()).toMatchObject({ state: 'idle', pending: 1 });
    expect(openPost(author.desk, other).word).toBe('accepted');
    expect(openPost(author.desk, post).word).toBe('sent');
    upgrade();
    expect(await author.sync.now()).toMatchObject({ state: 'idle', pending: 0 });
    expect(openPost(author.desk, post)).toMatchObject({ word: 'accepted', state: 'draft' });
  });

  it('is kept by an older program and counts once that was brought up to date', async () => {
    const [author, reviewer, head] = [
      await computerOf('author'),
      await computerOf('reviewer'),
      await computerOf('head'),
    ];
    const post = write(author);
    go(author, post, 'submit');
    await author.sync.now();
    await reviewer.sync.now();
    go(reviewer, post, 'appraise');
    await reviewer.sync.now();
    const upgrade = asBefore('post.appraise');
    await head.sync.now();
    expect(openPost(head.desk, post).state).toBe('submitted');
    expect(openPost(head.desk, post).timeline.map(({ name }) => name)).toContain('post.appraise');
    rereadWhatWasSetAside(head.desk);
    expect(openPost(head.desk, post).state).toBe('submitted');
    upgrade();
    rereadWhatWasSetAside(head.desk);
    expect(openPost(head.desk, post).state).toBe('appraised');
    expect(head.desk.db.prepare('SELECT state FROM post WHERE id = ?').get(post)).toEqual({ state: 'appraised' });
  });
});

describe('words of a newer program', () => {
  const ask = async (member: BoardMember, body: object): Promise<SyncReply> => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return syncReplySchema.parse(await (await member.request(API.sync, init)).json());
  };
  const request = { protocol: 1, cursor: null, revisions: [], mutations: [] };

  it('in a request are passed over, and in a reply too', async () => {
    const author = await board.signIn('author');
    const reply = await ask(author, { ...request, mood: 'vui' });
    expect(syncReplySchema.parse({ ...reply, mood: 'vui' })).toEqual(reply);
  });

  it('in a mutation, in what it asks for or in its text make it wait: nothing is executed by what is left', async () => {
    const author = await board.signIn('author');
    const { post, id, mutation: saved, revision } = await author.save();
    const { signature: _s, ...words } = author.mutate('post.submit', { post, revision: id }, [saved]);
    const more = { ...words, mood: 'vui' };
    const signed = { ...more, signature: sign(canonicalJson(more), author.device.secretKey) } as Mutation;
    const asking = author.mutate('post.submit', { post, revision: id, mood: 'vui' }, [saved]);
    const newer = { ...revision, format: 2, parents: [id], mood: 'vui' };
    const text = canonicalJson(newer);
    const naming = author.mutate('post.save', { post, revision: hashText(text), base: id }, [saved]);
    const encoded = { id: hashText(text), codec: 'json', data: text };
    const reply = await ask(author, { ...request, revisions: [encoded], mutations: [signed, asking, naming] });
    expect(reply.verdicts).toEqual([]);
    expect(reply.waiting).toEqual([signed, asking, naming].map(({ id: mutation }) => ({ mutation, missing: [] })));
    await author.pull();
    expect(author.status(post).state).toBe('draft');
  });
});
