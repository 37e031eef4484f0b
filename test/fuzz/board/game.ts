import type { PostDetails } from '../../../shared/contract/index.ts';
import { translateCode } from '../../../shared/i18n/index.ts';
import { codeOf } from '../world/act.ts';
import type { Chance } from '../world/chance.ts';
import type { Computer } from '../world/computer.ts';
import type { EditSource } from '../world/edit.ts';
import type { World } from '../world/world.ts';

/** One sequence as it is played: its own posts, and what was found so far. */
export interface Game {
  readonly world: World;
  readonly clock: { wrongBy: number };
  readonly posts: string[];
  readonly verdicts: Map<string, string>;
  readonly violations: string[];
  /** How long the portal's feed was when a computer last heard of it, by the computer's name. */
  readonly heard: Map<string, number>;
  refused: number;
  marks: number;
}

/** How a move is made on a computer; what exactly, follows from chance. */
export type Mover = (game: Game, computer: Computer, chance: Chance) => Promise<void>;

/** The verdicts that only an act about work on a review may get: no decision is refused for one (docs/decisions/0031). */
const ABOUT_WORK: ReadonlySet<string> = new Set(['claimed', 'not_claimed', 'not_theirs']);
const WORK: ReadonlySet<string> = new Set(['post.claim', 'post.release', 'post.assign']);

/** Syncs, and holds what the computer was told against what it was told before. */
export async function hear(game: Game, computer: Computer): Promise<void> {
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
      if (ABOUT_WORK.has(code ?? '') && !WORK.has(name))
        game.violations.push(`${name} was ${outcome} with ${code}, and who is at a review binds nobody`);
    }
    game.verdicts.set(id, outcome);
  }
  game.heard.set(computer.name, feedOf(game.world));
}

/** Syncs where there is anything to tell or to hear. */
export async function catchUp(game: Game, computer: Computer): Promise<void> {
  const isWaiting = mutationsOf(game, computer).some(({ outcome }) => outcome === 'pending' || outcome === 'sent');
  if (isWaiting || game.heard.get(computer.name) !== feedOf(game.world)) await hear(game, computer);
}

/** How many lines the portal's feed has: none more, and nobody has anything to say. */
export function feedOf({ portal }: World): number {
  return (
    portal.peek((db) => db.prepare<[], { last_number: number }>('SELECT last_number FROM unit').get())?.last_number ?? 0
  );
}

/** Notes how something ended on the computer itself; a refusal must say why. */
export function noteEnd(game: Game, what: string, ended: string | null): void {
  if (ended === null) return;
  game.refused += 1;
  const [code = '', reason] = ended.split(' ');
  const isSaid = code === 'denied' ? hasSentence('workflow.denied', reason ?? null) : hasSentence('error', code);
  if (!isSaid) game.violations.push(`${what} ended in ${ended}, which says nothing to a person`);
}

export async function opened(computer: Computer, post: string): Promise<PostDetails | null> {
  const found: PostDetails[] = [];
  await codeOf(async () => void found.push(await computer.call('posts.open', { post })));
  return found[0] ?? null;
}

/** A post of this game that the computer knows of; of some, the one where its person may do most. */
export async function somePost({ posts }: Game, computer: Computer, chance: Chance): Promise<PostDetails | null> {
  const found: PostDetails[] = [];
  for (const post of inAnyOrder(posts, chance)) {
    const shown = await opened(computer, post);
    if (shown !== null && found.push(shown) === 2) break;
  }
  const freedom = ({ actions }: PostDetails): number => actions.filter(({ allowed }) => allowed).length;
  return found.sort((a, b) => freedom(b) - freedom(a))[0] ?? null;
}

export interface MutationHeld {
  readonly id: string;
  readonly name: string;
  readonly outcome: string;
  readonly code: string | null;
}

export function mutationsOf({ posts }: Game, { peek }: Computer): MutationHeld[] {
  return peek((db) => {
    const read = db.prepare<[string], MutationHeld>('SELECT id, name, outcome, code FROM mutation WHERE post = ?');
    return posts.flatMap((post) => read.all(post));
  });
}

export function sourceOf(game: Game, chance: Chance): EditSource {
  return { chance, pictures: [], mark: () => `z0x${++game.marks}` };
}

export function hasSentence(group: string, code: string | null): boolean {
  return (
    code !== null &&
    translateCode('vi', group as 'error', code) !== translateCode('vi', group as 'error', 'no such code')
  );
}

export function headOf({ computers }: World): Computer {
  const head = computers.find(({ account }) => account === 'truongban');
  if (head === undefined) throw new Error('a board needs its head');
  return head;
}

export function inAnyOrder<Item>(items: readonly Item[], chance: Chance): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(chance.below(left.length), 1));
}
