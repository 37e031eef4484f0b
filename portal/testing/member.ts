import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import {
  type Block,
  canonicalJson,
  contentHash,
  htmlHash,
  newBlockId,
  newId,
  normaliseRevision,
  type Revision,
  renderArticle,
  revisionId,
} from '../../shared/content/index.ts';
import {
  API,
  type Change,
  type Cursor,
  changeSchema,
  type EncodedRevision,
  type Member,
  type Mutation,
  newKeyPair,
  type PortalInfo,
  PROTOCOL,
  passSchema,
  permitReplySchema,
  problemSchema,
  type SyncReply,
  sealApproval,
  signInReplySchema,
  signMutation,
  signRenewal,
  syncReplySchema,
  type Verdict,
} from '../../shared/sync/index.ts';
import {
  type ApprovalStatement,
  foldStatus,
  type MutationName,
  type Permit,
  type PostStatus,
  parseAction,
  type RegulationVersion,
  type Rules,
  rulesInForce,
} from '../../shared/workflow/index.ts';

/** What an author changes of a post; the rest is believable. */
export type Draft = Partial<Omit<Revision, 'format' | 'post' | 'unit' | 'author' | 'device'>>;

/** A minted revision, ready for the wire. */
export interface Minted {
  readonly id: string;
  readonly revision: Revision;
}

/** A reply other than 2xx. `code` is the problem's. */
export class ReplyError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`${status} ${code}`);
    this.name = 'ReplyError';
    this.status = status;
    this.code = code;
  }
}

/** A board member's program, as small as it can be: one device, signed in, talking real HTTP with shared code. */
export interface BoardMember {
  readonly member: Member;
  readonly portal: PortalInfo;
  readonly device: { readonly id: string; readonly secretKey: string; readonly publicKey: string };
  readonly token: string;
  /** The secret that brings the next token. */
  readonly renewal: string;
  /** Renews the sign-in: with its newest secret and the device's key, unless told otherwise. */
  renew(used?: string, secretKey?: string): Promise<void>;
  /** Everything received so far, in order. */
  readonly feed: readonly Change[];

  /** A request with this member's token, renewed where need be. Throws {@link ReplyError} for a problem. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Makes and registers an approval key; a new one ends the one before. */
  registerKey(): Promise<void>;
  /** A statement under the seal of this member's approval key. */
  seal(statement: ApprovalStatement): { key: string; seal: string };
  mint(post: string, draft?: Draft): Minted;
  mutate(name: string, args: Record<string, unknown>, after?: readonly string[]): Mutation;
  /** One exchange without reading the feed; reads on with {@link pull}. */
  send(sent: { revisions?: readonly Minted[]; mutations?: readonly Mutation[] }): Promise<SyncReply>;
  /** Reads all that is new into {@link feed} and returns the last reply. */
  pull(): Promise<SyncReply>;
  /** The fold over what was received of a post. */
  status(post: string): PostStatus;
  /** The newest rules received. */
  rules(): Rules;
  /** A revision received from the portal. */
  received(revision: string): Revision | null;

  /** Saves a new post, or a new revision over the head, and returns it with its mutation. */
  save(draft?: Draft, post?: string): Promise<Minted & { post: string; mutation: string; verdict: Verdict }>;
  /** Acts on the revision under review (submit: on the head; withdraw: on the live one), with what was received. */
  act(
    name: Exclude<MutationName, 'post.save' | 'post.publish' | 'post.hold'>,
    post: string,
    extra?: Record<string, unknown>,
  ): Promise<Verdict>;
  /** The portal's word that it hears this device now. */
  permit(): Promise<Permit>;
  /** The args of an approval of what is under review, sealed; `change` alters the statement before it is sealed. */
  approval(post: string, change?: Partial<ApprovalStatement>): Record<string, unknown>;
}

/** Signs in on a new device (or a given one) and returns the member's program. */
export async function signInMember(
  url: string,
  credentials: { account: string; password: string; newPassword?: string },
  device = { id: newId(), ...newKeyPair() },
): Promise<BoardMember> {
  const {
    token: first,
    renewal: secret,
    member,
    portal,
  } = signInReplySchema.parse(
    await (
      await ask(`${url}${API.session}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...credentials,
          device: { id: device.id, publicKey: device.publicKey, name: 'Máy thử' },
        }),
      })
    ).json(),
  );

  const feed: Change[] = [];
  const heads = new Map<string, { revision: string; mutation: string }>();
  let cursor: Cursor | null = null;
  let seq = 0;
  let key: { id: string; secretKey: string } | null = null;
  let token = first;
  let renewal = secret;

  const self: BoardMember = {
    ...{ member, portal, device, feed },
    get token() {
      return token;
    },
    get renewal() {
      return renewal;
    },
    async renew(used = renewal, secretKey = device.secretKey) {
      const words = { portal: portal.portal, device: device.id, renewal: used };
      const body = { device: device.id, renewal: used, signature: signRenewal(words, secretKey) };
      const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      const pass = passSchema.parse(await (await ask(`${url}${API.renew}`, asked)).json());
      token = pass.token;
      renewal = pass.renewal;
    },
    async request(path, init = {}) {
      const asked = () =>
        ask(`${url}${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
      try {
        return await asked();
      } catch (error) {
        // As the program does: an hour is over, or the sign-in is.
        if (!(error instanceof ReplyError) || error.code !== 'signed_out') throw error;
        await self.renew();
        return asked();
      }
    },

    async registerKey() {
      const made = { id: newId(), ...newKeyPair() };
      const password = credentials.newPassword ?? credentials.password;
      await post(self, API.key, { id: made.id, publicKey: made.publicKey, password });
      key = made;
    },

    mint(post, draft = {}) {
      const revision = normaliseRevision({
        ...{ format: 1, post, unit: portal.unit.id, kind: 'news', language: 'vi', translates: null },
        ...{ title: 'Hội khoẻ Phù Đổng', summary: 'Ba ngày thi đấu.', categories: ['B3'], tags: [], cover: null },
        ...{ byline: 'Tổ Thể dục', blocks: [paragraph('Sáng nay, sân trường rộn tiếng trống.')], media: [] },
        ...{ parents: [], note: '', createdAt: '2026-11-20T01:00:00.000Z' },
        ...draft,
        ...{ author: member.id, device: device.id },
      });
      return { id: revisionId(revision), revision };
    },
    mutate(name, args, after = []) {
      seq += 1;
      const words = { id: newId(), device: device.id, seq, name, args: args as Mutation['args'], after: [...after] };
      return signMutation({ ...words, at: '2026-11-20T01:00:00.000Z' }, device.secretKey);
    },
    async send({ revisions = [], mutations = [] }) {
      const body = { protocol: PROTOCOL, cursor, revisions: revisions.map(encode), mutations };
      return syncReplySchema.parse(await post(self, API.sync, body));
    },
    async pull() {
      for (;;) {
        const reply = await self.send({});
        feed.push(...reply.changes.map((change) => changeSchema.parse(change)));
        cursor = reply.cursor;
        if (!reply.more) return reply;
      }
    },
    status: (of) => foldStatus(feed.flatMap((change) => eventOf(change, of))),
    rules: () => rulesInForce(versionsOf(feed), '9999-12-31'),
    received(id) {
      const found = feed.find((change) => change.kind === 'revision' && change.revision.id === id);
      return found?.kind === 'revision' ? decode(found.revision) : null;
    },

    async save(draft = {}, of = newId()) {
      const before = heads.get(of) ?? null;
      const parents = before === null ? [] : [before.revision];
      const minted = self.mint(of, { parents, ...draft });
      const args = { post: of, revision: minted.id, base: before?.revision ?? null };
      const mutation = self.mutate('post.save', args, before === null ? [] : [before.mutation]);
      const verdict = verdictOf(await self.send({ revisions: [minted], mutations: [mutation] }), mutation);
      if (verdict.outcome === 'accepted') heads.set(of, { revision: minted.id, mutation: mutation.id });
      return { ...minted, post: of, mutation: mutation.id, verdict };
    },
    async act(name, of, extra = {}) {
      await self.pull();
      const { submitted, live, last } = self.status(of);
      const head = heads.get(of);
      const revision =
        { 'post.submit': head?.revision, 'post.withdraw': live, 'post.review': live }[name as string] ?? submitted;
      const after = [last, name === 'post.submit' ? head?.mutation : null].filter((id) => id != null);
      // A correction of what readers see says so.
      const told = name === 'post.submit' && live !== null ? { change: { note: 'Sửa.', isMinor: false } } : {};
      const args = name === 'post.approve' ? self.approval(of) : { post: of, revision, ...told };
      const mutation = self.mutate(name, { ...args, ...extra }, after);
      return verdictOf(await self.send({ mutations: [mutation] }), mutation);
    },
    permit: async () => permitReplySchema.parse(await post(self, API.permit, {})),
    approval(of, change = {}) {
      const { submitted, last } = self.status(of);
      const revision = submitted === null ? null : self.received(submitted);
      if (submitted === null || revision === null || last === null) throw new Error('nothing is under review');
      const statement: ApprovalStatement = {
        ...{ portal: portal.portal, unit: portal.unit.id, post: of, revision: submitted },
        contentHash: contentHash(revision),
        htmlHash: htmlHash(renderArticle(revision)),
        ...{ rules: self.rules().version, previous: last },
        ...change,
      };
      return { post: of, revision: submitted, statement, ...self.seal(statement) };
    },
    seal(statement) {
      const { id, secretKey } = key ?? { id: newId(), ...newKeyPair() };
      return { key: id, seal: sealApproval(statement, secretKey) };
    },
  };
  return self;
}

/** A paragraph of plain text. */
export function paragraph(text: string): Block {
  return { id: newBlockId(), type: 'paragraph', children: [{ type: 'text', text }] };
}

/** A revision as it travels. */
export function encode({ id, revision }: Minted): EncodedRevision {
  return { id, codec: 'zstd', data: zstdCompressSync(canonicalJson(revision)).toString('base64') };
}

/** The verdict on one mutation; throws when it waits. */
export function verdictOf(reply: SyncReply, mutation: Mutation): Verdict {
  const verdict = reply.verdicts.find((found) => found.mutation === mutation.id);
  if (verdict === undefined) throw new Error(`no verdict: ${JSON.stringify(reply.waiting)}`);
  return verdict;
}

function decode({ data }: EncodedRevision): Revision {
  return JSON.parse(zstdDecompressSync(Buffer.from(data, 'base64')).toString()) as Revision;
}

function versionsOf(feed: readonly Change[]): RegulationVersion[] {
  return feed.flatMap((change) => (change.kind === 'rules' ? [change.rules] : []));
}

function eventOf(change: Change, post: string) {
  if (change.kind !== 'mutation' || change.post !== post) return [];
  const action = parseAction(change.mutation.name, change.mutation.args);
  if (action === null) return [];
  return [{ id: change.mutation.id, action, person: change.person, contributors: change.contributors }];
}

async function post(member: BoardMember, path: string, body: unknown): Promise<unknown> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return (await member.request(path, init)).json();
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  const reply = await fetch(url, init);
  if (reply.ok) return reply;
  const problem = problemSchema.safeParse(await reply.json().catch(() => null));
  throw new ReplyError(reply.status, problem.success ? problem.data.code : 'not_a_problem');
}
