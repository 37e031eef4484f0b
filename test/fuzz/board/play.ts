import type { PostDetails, RemarkThread } from '../../../shared/contract/index.ts';
import { actOn, codeOf } from '../world/act.ts';
import { type Chance, chanceOf } from '../world/chance.ts';
import type { Computer } from '../world/computer.ts';
import { editText, firstText } from '../world/edit.ts';
import type { World } from '../world/world.ts';
import {
  catchUp,
  feedOf,
  type Game,
  hasSentence,
  headOf,
  hear,
  inAnyOrder,
  type Mover,
  mutationsOf,
  noteEnd,
  opened,
  somePost,
  sourceOf,
} from './game.ts';
import { publicPages } from './oracle.ts';
import { RULE_MOVES } from './rule-moves.ts';
import { TOGETHER_MOVES } from './together-moves.ts';

/** What one sequence came to. */
export interface Played {
  readonly published: number;
  readonly refused: number;
  readonly violations: readonly string[];
}

/** Plays a sequence with posts of its own on a board that has others, then lets everybody sync and looks at it all. */
export async function play(world: World, clock: { wrongBy: number }, moves: readonly Move[]): Promise<Played> {
  const game: Game = {
    world,
    clock,
    posts: [],
    verdicts: new Map(),
    violations: [],
    heard: new Map(),
    refused: 0,
    marks: 0,
  };
  const bugsBefore = bugsOf(world).length;
  for (const move of moves) {
    const computer = world.computers[move.who];
    // With nothing written there is nothing to do but to write.
    const kind = game.posts.length === 0 && !(move.kind in RULE_MOVES) ? 'write' : move.kind;
    if (computer !== undefined) await MOVES[kind](game, computer, chanceOf(move.seed));
  }
  for (const computer of world.computers) await hear(game, computer);
  for (let before = -1, now = feedOf(world); before !== now; ) {
    before = now;
    for (const computer of world.computers) await catchUp(game, computer);
    now = feedOf(world);
  }
  for (const computer of world.computers)
    for (const { id, outcome } of mutationsOf(game, computer))
      if (outcome === 'pending' || outcome === 'sent')
        game.violations.push(`${computer.name}: ${id} never got a verdict`);
  await checkThreads(game);
  game.violations.push(...bugsOf(world).slice(bugsBefore));
  const published = await checkPublic(game);
  return { published, refused: game.refused, violations: game.violations };
}

const MOVES = {
  ...RULE_MOVES,
  ...TOGETHER_MOVES,
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
      await catchUp(game, computer);
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
} satisfies Record<string, Mover>;

/** What somebody of the board does next; what exactly, follows from `seed`. */
export interface Move {
  readonly kind: keyof typeof MOVES;
  readonly who: number;
  readonly seed: number;
}

/** Does one of the actions shown; each that is not possible must say why, and so must each refusal. */
async function actHere(game: Game, computer: Computer, shown: PostDetails, chance: Chance): Promise<void> {
  for (const { name, allowed, code } of shown.actions)
    if (!allowed && !hasSentence('workflow.denied', code))
      game.violations.push(`${name} is disabled, and ${code} says not why`);
  const acted = await actOn(computer, shown, chance);
  if (acted !== null) noteEnd(game, acted.action.name, acted.code);
}

/** The steps that lead a post to its readers. */
const ONWARD: ReadonlySet<string> = new Set(['submit', 'appraise', 'approve', 'schedule', 'review']);

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

/** What was said about a text is the same for all who may see that. */
async function checkThreads({ world, posts, violations }: Game): Promise<void> {
  const said = new Map<string, { readonly by: string; readonly words: string }>();
  for (const post of posts)
    for (const { name, call } of world.computers) {
      const found: RemarkThread[] = [];
      await codeOf(async () => void found.push(...(await call('remarks.list', { post, revision: null })).threads));
      for (const { thread, remarks, resolved, wording } of found) {
        const words = JSON.stringify([remarks.map(({ id }) => id), resolved?.answer, resolved?.note, wording]);
        const before = said.get(thread);
        if (before !== undefined && before.words !== words)
          violations.push(`${name} reads ${words} in ${thread}, and ${before.by} reads ${before.words}`);
        said.set(thread, { by: name, words });
      }
    }
}

/** Mostly without the ways back: a board that only takes back and returns never publishes. */
function onward(shown: PostDetails, chance: Chance): PostDetails {
  if (chance.happens(0.3)) return shown;
  return { ...shown, actions: shown.actions.filter(({ name }) => name !== 'recall' && name !== 'return') };
}

function bugsOf({ computers, portal }: World): string[] {
  return [...computers.flatMap(({ bugs }) => bugs), ...portal.bugs];
}
