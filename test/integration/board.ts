import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Backend, type BackendSettings, openBackend } from '../../main/backend/index.ts';
import { createPortal, initPortal, type Portal } from '../../portal/index.ts';
import type { Block } from '../../shared/content/index.ts';
import {
  type Client,
  createClient,
  type Input,
  type Message,
  type Output,
  type PostDetails,
} from '../../shared/contract/index.ts';
import type { TransitionName } from '../../shared/workflow/index.ts';

export const PIN = '135790';

const MEMBERS = [
  { account: 'tacgia', name: 'Trần Thu Hà', title: 'Giáo viên', roles: ['author'] },
  { account: 'thamdinh', name: 'Phạm Đình Khôi', title: 'Phó Trưởng ban', roles: ['author', 'reviewer'] },
  { account: 'truongban', name: 'Nguyễn Thị Hoài An', title: 'Trưởng ban', roles: ['author', 'head'] },
] as const;
export type Account = (typeof MEMBERS)[number]['account'];
export const PASSWORD = 'mật khẩu dài của trường';

/** A folder of this test alone. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ban-thao-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real portal of a small school on loopback, which can be stopped and started again at the same address. */
export interface TestPortal {
  url(): string;
  folder: string;
  /** Its recovery key, as it was printed. */
  recovery: string;
  /** Sets its clock so many days off the computers' clocks: what it receives meanwhile is as old as that. */
  setClock(days: number): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function makePortal(unit = { id: 'thcs-song-tra', name: 'Trường THCS Sông Trà' }): Promise<TestPortal> {
  const folder = testFolder();
  let daysOff = 0;
  const now = (): Date => new Date(Date.now() + daysOff * 86_400_000);
  const { recovery } = await initPortal({
    folder,
    now,
    unit: { ...unit, level: 'school' },
    members: MEMBERS.map((member) => ({ ...member, password: PASSWORD })),
    contact: { address: 'Quảng Ngãi', phone: '0255 000 0000', email: 'a@b.example', responsible: 'Hiệu trưởng' },
  });
  let portal: Portal | null = null;
  let port = 0;
  const made: TestPortal = {
    ...{ folder, recovery },
    url: () => `http://127.0.0.1:${port}`,
    setClock: (days) => {
      daysOff = days;
    },
    start: async () => {
      portal = await createPortal({ folder, now });
      port = Number(new URL((await portal.listen({ host: '127.0.0.1', port })).url).port);
    },
    stop: async () => {
      await portal?.close();
      portal = null;
    },
  };
  await made.start();
  onTestFinished(() => made.stop());
  return made;
}

/** One person's computer: the whole backend over a data folder of its own, called as the window calls it. */
export interface Computer {
  readonly client: Client;
  readonly home: string;
  readonly events: string[];
  list(filter?: Input<'posts.list'>['filter']): Promise<Output<'posts.list'>['rows']>;
  open(post: string): Promise<PostDetails>;
  /** Writes a post with a title, a category and these paragraphs; returns its id. */
  write(title: string, paragraphs: readonly string[], post?: string): Promise<string>;
  act(post: string, action: TransitionName, more?: Partial<Input<'posts.act'>>): Promise<void>;
  approve(post: string): Promise<string>;
  /** Pulls the plug and starts again on the same folder, after what is done to it meanwhile. */
  restart(meanwhile?: () => void): Promise<void>;
}

export async function makeComputer(home = testFolder(), settings: Partial<BackendSettings> = {}): Promise<Computer> {
  const events: string[] = [];
  let backend: Backend;
  const line = createClient((message) => {
    void backend.handle(message).then((reply) => line.receive(reply));
  });
  const start = async (): Promise<void> => {
    backend = await openBackend(
      { home, version: 'test', demoCommand: null, ...settings },
      {
        now: () => new Date(),
        random: () => 0.5,
        onNotice: (message: Message) => {
          if ('event' in message) events.push(message.event);
          line.receive(message);
        },
        onBug: (error, place) => {
          throw new Error(`bug in ${place}`, { cause: error });
        },
        onDamage: () => {
          throw new Error('the database is damaged');
        },
      },
    );
  };
  await start();
  onTestFinished(() => backend.close());
  const { client } = line;
  const act: Computer['act'] = async (post, action, more = {}) => {
    const revision = action === 'submit' ? null : (await client.call('posts.open', { post })).revision;
    await client.call('posts.act', {
      post,
      revision,
      action,
      reason: '',
      listedReason: null,
      htmlHash: null,
      // Of a correction alone; otherwise there is nobody to tell.
      ...(action === 'submit' ? { change: { note: 'Sửa cho đúng.', isMinor: false } } : {}),
      ...more,
    });
  };
  return {
    client,
    home,
    events,
    list: async (filter = 'all') =>
      (await client.call('posts.list', { filter, category: null, query: '', offset: 0, limit: 200 })).rows,
    open: (post) => client.call('posts.open', { post }),
    write: async (title, paragraphs, existing) => {
      const post = existing ?? (await client.call('posts.create', { kind: 'news' })).post;
      const blocks = paragraphs.map(
        (text, index): Block => ({
          id: `p${index}`,
          type: 'paragraph',
          children: [{ type: 'text', text }],
        }),
      );
      const { base } = await client.call('posts.open', { post });
      await client.call('draft.write', {
        post,
        base,
        fields: { title, categories: ['B2'] },
        order: blocks.map(({ id }) => id),
        blocks,
      });
      return post;
    },
    act,
    approve: async (post) => {
      const { revision } = await client.call('posts.open', { post });
      const seen = await client.call('posts.preview', { post, revision });
      await client.call('approval.unlock', { pin: PIN });
      await act(post, 'approve', { revision, htmlHash: seen.htmlHash });
      return seen.html;
    },
    restart: async (meanwhile = () => undefined) => {
      await backend.close();
      meanwhile();
      await start();
    },
  };
}

/** A computer whose person has signed in (and set a PIN, where asked). */
export async function signedIn(
  portal: TestPortal,
  account: Account,
  settings: Partial<BackendSettings> = {},
): Promise<Computer> {
  const computer = await makeComputer(testFolder(), settings);
  const { needsPin } = await computer.client.call('connect.signIn', {
    address: portal.url(),
    account,
    password: PASSWORD,
  });
  if (needsPin) await computer.client.call('connect.setPin', { pin: PIN });
  return computer;
}

/** Syncs by hand and says how it ended. */
export function sync({ client }: Computer): Promise<Output<'sync.now'>> {
  return client.call('sync.now', null);
}

/** The article of a public page, stripped of the portal's frame. */
export function articleOf(page: string): string {
  const from = page.indexOf('<article class="post"');
  const to = page.indexOf('</article>');
  return page.slice(from, to + '</article>'.length);
}
