import { regrant } from '../../../portal/rules/index.ts';
import type { Store } from '../../../portal/store/index.ts';
import { newId } from '../../../shared/content/index.ts';
import type { PostDetails } from '../../../shared/contract/index.ts';
import { translateCode } from '../../../shared/i18n/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import type { Exemption, Role } from '../../../shared/workflow/index.ts';
import { actOn, codeOf } from '../world/act.ts';
import { type Chance, chanceOf } from '../world/chance.ts';
import type { Computer } from '../world/computer.ts';
import { type EditSource, editText, firstText } from '../world/edit.ts';
import type { World } from '../world/world.ts';
import { publicPages } from './oracle.ts';

/** What somebody of the board does next; what exactly, follows from `seed`. */
export interface Move {
  readonly kind:
    | 'write'
    | 'edit'
    | 'act'
    | 'advance'
    | 'urgent'
    | 'sync'
    | 'set_rules'
    | 'set_roles'
    | 'set_deputy'
    | 'set_exemption'
    | 'pass_time';
  readonly who: number;
  readonly seed: number;
}

/** What one sequence came to. */
export interface Played {
  readonly published: number;
  readonly refused: number;
  readonly violations: readonly string[];
}

interface Game {
  readonly world: World;
  readonly clock: { wrongBy: number };
  readonly posts: string[];
  readonly verdicts: Map<string, string>;
  readonly violations: string[];
  refused: number;
  marks: number;
}

const HOUR_MS = 3_600_000;

/** Plays a sequence with posts of its own on a board that has others, then lets everybody sync and looks at it all. */
export async function play(world: World, clock: { wrongBy: number }, moves: readonly Move[]): Promise<Played> {
  const game: Game = { world, clock, posts: [], verdicts: new Map(), violations: [], refused: 0, marks: 0 };
  const bugsBefore = bugsOf(world).length;
  for (const move of moves) {
    const computer = world.computers[move.who];
    if (computer !== undefined) await MOVES[move.kind](game, computer, chanceOf(move.seed));
  }
  for (let before = -1, now = feedOf(world); before !== now; ) {
    before = now;
    for (const computer of world.computers) await hear(game, computer);
    now = feedOf(world);
  }
  for (const computer of world.computers)
    for (const { id, outcome } of mutationsOf(game, computer))
      if (outcome === 'pending' || outcome === 'sent')
        game.violations.push(`${computer.name}: ${id} never got a verdict`);
  game.violations.push(...bugsOf(world).slice(bugsBefore));
  const published = await checkPublic(game);
  return { published, refused: game.refused, violations: game.violations };
}

const MOVES: Readonly<Record<Move['kind'], (game: Game, computer: Computer, chance: Chance) => Promise<void>>> = {
  write: async (game, computer, chance) => {
    const { post } = await computer.call('posts.create', { kind: 'news' });
    game.posts.push(post);
    const { base } = await computer.call('posts.open', { post });
    await codeOf(() => computer.call('draft.write', { post, base, ...firstText(sourceOf(game, chance)) }));
    await codeOf(() => computer.call('posts.leave', { post }));
  },
  edit: async (game, computer, chance) => {
    const shown = await somePost(game, computer, chance);
    if (shown?.mode !== 'edit') return;
    const { post, base } = shown;
    await codeOf(() => computer.call('draft.write', { post, base, ...editText(sourceOf(game, chance), shown) }));
    if (chance.happens(0.5)) await codeOf(() => computer.call('posts.leave', { post }));
  },
  advance: async (game, _computer, chance) => {
    // Somebody who can takes one post one step on; or hardly any sequence would come as far as a publication.
    if (game.posts.length === 0) return;
    const post = chance.pick(game.posts);
    for (const computer of inAnyOrder(game.world.computers, chance)) {
      await hear(game, computer);
      const shown = await opened(computer, post);
      const actions = shown?.actions.filter(({ name, allowed }) => allowed && ONWARD.has(name)) ?? [];
      if (shown === null || actions.length === 0) continue;
      await actHere(game, computer, { ...shown, actions }, chance);
      return hear(game, computer);
    }
  },
  urgent: async (game, _computer, chance) => {
    const head = headOf(game.world);
    await hear(game, head);
    const shown = await somePost(game, head, chance);
    const actions = shown?.actions.filter(({ name }) => name === 'urgent') ?? [];
    if (shown !== null && actions.length > 0) await actHere(game, head, { ...shown, actions }, chance);
  },
  act: async (game, computer, chance) => {
    // Mostly somebody acts who has heard the news; not always, or nobody would ever be overtaken.
    if (chance.happens(0.7)) await hear(game, computer);
    const shown = await somePost(game, computer, chance);
    if (shown === null) return;
    await actHere(game, computer, onward(shown, chance), chance);
    if (chance.happens(0.6)) await hear(game, computer);
  },
  sync: (game, computer) => hear(game, computer),
  set_rules: async ({ world }, _computer, chance) => {
    const head = headOf(world);
    const { base, text } = await head.call('rules.read', null);
    const stages = Array.from({ length: 1 + chance.below(3) }, (_, index) => ({
      id: `buoc-${index + 1}`,
      name: `Thẩm định ${index + 1}`,
      roles: chance.pick<Role[]>([['reviewer'], ['reviewer', 'head'], ['approver', 'head']]),
      days: 1 + chance.below(5),
    }));
    const item = { id: 'da-doc', text: 'Đã đọc kỹ', level: chance.pick(['block', 'warn', 'remind'] as const) };
    const checklists = chance.happens(0.5) ? [{ transition: 'appraise' as const, items: [item] }] : [];
    const next = { ...text, stages, categories: [], checklists, isUrgentAllowed: chance.happens(0.6) };
    await codeOf(() => head.call('rules.set', { base, text: next }));
  },
  set_roles: async ({ world }, computer, chance) => {
    const head = headOf(world);
    if (computer.account === 'truongban') return;
    const { me } = await computer.call('app.state', null);
    const roles = (['author', 'reviewer', 'approver', 'clerk'] as const).filter(() => chance.happens(0.6));
    await codeOf(() => head.call('board.setMember', { person: me?.id ?? '', roles: [...roles], deputies: [] }));
  },
  set_deputy: async ({ world, clock }, computer, chance) => {
    const head = headOf(world);
    if (computer.account === 'truongban') return;
    const { me } = await computer.call('app.state', null);
    const day = (days: number): string =>
      dayInVietnam(new Date(Date.now() + clock.wrongBy + days * 24 * HOUR_MS).toISOString());
    const from = chance.below(3) - 1;
    const { me: standing } = await head.call('app.state', null);
    const deputies = chance.happens(0.3)
      ? []
      : [
          {
            role: chance.pick(['head', 'approver', 'reviewer'] as const),
            from: day(from),
            to: day(from + chance.below(3)),
          },
        ];
    const roles = me?.roles ?? [];
    const forWhom = { for: standing?.id ?? '' };
    await codeOf(() =>
      head.call('board.setMember', {
        ...{ person: me?.id ?? '', roles: roles.filter((role) => role !== 'head') },
        deputies: deputies.map((one) => ({ ...one, ...forWhom })),
      }),
    );
  },
  set_exemption: async ({ world, clock }, computer, chance) => {
    // What the parent unit allows is entered on the portal's own machine.
    const { me } = await computer.call('app.state', null);
    const now = new Date(Date.now() + clock.wrongBy);
    const day = (days: number): string => dayInVietnam(new Date(now.getTime() + days * 24 * HOUR_MS).toISOString());
    const from = chance.below(3) - 1;
    const exemption: Exemption = {
      id: newId(),
      person: chance.happens(0.5) ? null : (me?.id ?? null),
      transitions: chance
        .pick([['approve'], ['appraise', 'approve'], ['appraise', 'approve', 'review']] as const)
        .slice(),
      ...{ from: day(from), to: day(from + chance.below(3)) },
      ...{ grantedBy: 'Phòng Văn hóa - Xã hội', decision: '12/QĐ-UBND' },
    };
    await world.portal.operate((store) =>
      store.transaction().execute((tx) => grantOnly(tx, chance.happens(0.4) ? [] : [exemption], now)),
    );
  },
  pass_time: async ({ clock, world }, _computer, chance) => {
    clock.wrongBy += chance.below(4) * HOUR_MS;
    for (const { clock: own } of world.computers) own.wrongBy = clock.wrongBy;
  },
};

/** Does one of the actions shown; each that is not possible must say why, and so must each refusal. */
async function actHere(game: Game, computer: Computer, shown: PostDetails, chance: Chance): Promise<void> {
  for (const { name, allowed, code } of shown.actions)
    if (!allowed && !hasSentence('workflow.denied', code))
      game.violations.push(`${name} is disabled, and ${code} says not why`);
  const acted = await actOn(computer, shown, chance);
  if (acted === null || acted.code === null) return;
  game.refused += 1;
  const [code = '', reason] = acted.code.split(' ');
  const isSaid = code === 'denied' ? hasSentence('workflow.denied', reason ?? null) : hasSentence('error', code);
  if (!isSaid) game.violations.push(`${acted.action.name} ended in ${acted.code}, which says nothing to a person`);
}

/** The steps that lead a post to its readers. */
const ONWARD: ReadonlySet<string> = new Set(['submit', 'appraise', 'approve', 'schedule', 'review']);

function inAnyOrder<Item>(items: readonly Item[], chance: Chance): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(chance.below(left.length), 1));
}

async function opened(computer: Computer, post: string): Promise<PostDetails | null> {
  const found: PostDetails[] = [];
  await codeOf(async () => void found.push(await computer.call('posts.open', { post })));
  return found[0] ?? null;
}

async function grantOnly(tx: Store, exemptions: readonly Exemption[], at: Date): Promise<void> {
  const { id } = await tx.selectFrom('unit').select('id').executeTakeFirstOrThrow();
  await regrant(tx, id, exemptions, at);
}

/** Syncs, and holds what the computer was told against what it was told before. */
async function hear(game: Game, computer: Computer): Promise<void> {
  if ((await computer.call('sync.now', null)).state === 'signed_out') await codeOf(() => computer.signIn());
  for (const { id, name, outcome, code } of mutationsOf(game, computer)) {
    if (outcome === 'pending' || outcome === 'sent') continue;
    const before = game.verdicts.get(id);
    if (before !== undefined && before !== outcome)
      game.violations.push(`${computer.name}: ${name} ${id} was ${before} and is ${outcome}`);
    if (before === undefined && outcome !== 'accepted') {
      game.refused += 1;
      if (!hasSentence('verdict', code))
        game.violations.push(`${name} was ${outcome} with ${code}, which says nothing`);
    }
    game.verdicts.set(id, outcome);
  }
}

/** Readers see the sealed HTML of what is live, and nothing of what is not. Returns how much ever was public. */
async function checkPublic({ world, posts, violations, verdicts }: Game): Promise<number> {
  const { pages, wrong } = world.portal.peek((db) => publicPages(db, posts));
  violations.push(...wrong);
  for (const post of posts) {
    const live = pages.find((page) => page.post === post && page.isLive);
    const reply = await fetch(`${world.portal.url()}/bai-viet/x-${post.slice(-12)}`);
    const text = await reply.text();
    if (live === undefined ? reply.ok : !reply.ok || !text.includes(live.html))
      violations.push(
        `readers get ${reply.status} for ${post}, which is ${live === undefined ? 'not public' : 'live'}`,
      );
  }
  const decided = new Map(
    posts.flatMap((post) =>
      world.portal
        .peek((db) =>
          db
            .prepare<[string], { id: string; outcome: string }>('SELECT id, outcome FROM mutation WHERE post = ?')
            .all(post),
        )
        .map(({ id, outcome }) => [id, outcome] as const),
    ),
  );
  for (const [id, outcome] of verdicts)
    if (decided.get(id) !== outcome)
      violations.push(`${id} was told ${outcome}, and the portal holds ${decided.get(id)}`);
  return pages.length;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly outcome: string;
  readonly code: string | null;
}

function mutationsOf({ posts }: Game, { peek }: Computer): Row[] {
  return peek((db) => {
    const read = db.prepare<[string], Row>('SELECT id, name, outcome, code FROM mutation WHERE post = ?');
    return posts.flatMap((post) => read.all(post));
  });
}

/** Mostly without the ways back: a board that only takes back and returns never publishes. */
function onward(shown: PostDetails, chance: Chance): PostDetails {
  if (chance.happens(0.3)) return shown;
  return { ...shown, actions: shown.actions.filter(({ name }) => name !== 'recall' && name !== 'return') };
}

/** A post of this game that the computer knows of; of some, the one where its person may do most. */
async function somePost({ posts }: Game, computer: Computer, chance: Chance): Promise<PostDetails | null> {
  const found: PostDetails[] = [];
  for (let tries = 0; tries < 4 && posts.length > 0; tries += 1) {
    const shown = await opened(computer, chance.pick(posts));
    if (shown !== null) found.push(shown);
  }
  const freedom = ({ actions }: PostDetails): number => actions.filter(({ allowed }) => allowed).length;
  return found.sort((a, b) => freedom(b) - freedom(a))[0] ?? null;
}

function sourceOf(game: Game, chance: Chance): EditSource {
  return { chance, pictures: [], mark: () => `z0x${++game.marks}` };
}

function hasSentence(group: string, code: string | null): boolean {
  return (
    code !== null &&
    translateCode('vi', group as 'error', code) !== translateCode('vi', group as 'error', 'no such code')
  );
}

function headOf({ computers }: World): Computer {
  const head = computers.find(({ account }) => account === 'truongban');
  if (head === undefined) throw new Error('a board needs its head');
  return head;
}

/** How many lines the portal's feed has: none more, and nobody has anything to say. */
function feedOf({ portal }: World): number {
  return (
    portal.peek((db) => db.prepare<[], { last_number: number }>('SELECT last_number FROM unit').get())?.last_number ?? 0
  );
}

function bugsOf({ computers, portal }: World): string[] {
  return [...computers.flatMap(({ bugs }) => bugs), ...portal.bugs];
}
