import { actionsOf, planOf } from '../../../renderer/bulk/plan.ts';
import { type Anchor, plainText } from '../../../shared/content/index.ts';
import type { Input, PostDetails, RemarkThread } from '../../../shared/contract/index.ts';
import { codeOf, unlock } from '../world/act.ts';
import type { Chance } from '../world/chance.ts';
import type { Computer } from '../world/computer.ts';
import { catchUp, type Game, headOf, inAnyOrder, type Mover, noteEnd, opened, somePost } from './game.ts';

/** What people of a board do with each other: who works on what, what is said about a text, whose posts they are. */
export const TOGETHER_MOVES = {
  claim: async (game, first, chance) => {
    const mayTake = ({ work }: PostDetails): boolean => work.mayRelease || work.claim?.allowed === true;
    const found = await whoMay(game, first, chance, mayTake);
    if (found === null) return;
    const { computer, shown } = found;
    const { work, post, revision } = shown;
    if (revision === null) return;
    const act = work.mayRelease ? 'work.release' : 'work.claim';
    heldTo(game, act, mayTake(shown), await codeOf(() => computer.call(act, { post, revision })));
  },
  assign: async (game, first, chance) => {
    const found = await whoMay(game, first, chance, ({ work }) => work.candidates.length > 0);
    if (found === null) return;
    const { computer, shown } = found;
    const { work, post, revision } = shown;
    if (revision === null) return;
    const to = work.candidates.length === 0 || chance.happens(0.2) ? null : chance.pick(work.candidates).person;
    const ended = await codeOf(() => computer.call('work.assign', { post, revision, to }));
    heldTo(game, 'work.assign', work.mayAssign, ended);
  },
  hand_over: async (game, computer, chance) => {
    const head = headOf(game.world);
    const people = await head.call('board.members', null);
    const { me } = await computer.call('app.state', null);
    const to = chance.pick(people).id;
    noteEnd(game, 'board.handOver', await codeOf(() => head.call('board.handOver', { from: me?.id ?? '', to })));
  },
  bulk: async (game, computer, chance) => {
    if (chance.happens(0.7)) await catchUp(game, computer);
    const all = await Promise.all(game.posts.map((post) => opened(computer, post)));
    const posts = all.filter((shown) => shown !== null);
    const possible = actionsOf(posts);
    if (possible.length === 0) return;
    const name = chance.pick(possible);
    const isSigned = name === 'approve';
    if (isSigned) noteEnd(game, 'approval.unlock', await codeOf(() => unlock(computer)));
    for (const { details, action } of planOf(posts, name)) {
      if (action === null) continue;
      const { post, revision } = details;
      const ended = await codeOf(async () => {
        const seen = isSigned ? await computer.call('posts.preview', { post, revision }) : null;
        await computer.call('posts.act', {
          ...{ post, action: name, reason: name === 'return' ? 'Xem lại.' : '', listedReason: null },
          revision: name === 'submit' ? null : revision,
          htmlHash: seen?.htmlHash ?? null,
          checks: action.checks.map(({ id }) => id),
        });
      });
      // What a line promised is done, whatever became of the lines before it.
      heldTo(game, `bulk ${name}`, ended !== 'no_approval_key' && ended !== 'pin_locked', ended);
    }
  },
  remark: async (game, computer, chance) => {
    if (chance.happens(0.5)) await catchUp(game, computer);
    const shown = await somePost(game, computer, chance);
    if (shown === null) return;
    const { post, revision } = shown;
    const { threads, revision: about, people } = await computer.call('remarks.list', { post, revision });
    const isAnswer = threads.length > 0 && chance.happens(0.3);
    // The words on the screen of whoever writes are not always those of the revision: then the place may not be in it.
    const anchor = isAnswer || chance.happens(0.2) ? null : anchorIn(shown, chance);
    const ended = await codeOf(() =>
      computer.call('remarks.add', {
        post,
        revision: about,
        thread: isAnswer ? chance.pick(threads).thread : null,
        anchor,
        text: 'Xin xem lại chỗ này.',
        wording: anchor?.start !== undefined && chance.happens(0.6) ? wordingOf(chance) : null,
        mentions: people.filter(() => chance.happens(0.2)).map(({ person }) => person),
      }),
    );
    noteEnd(game, 'remarks.add', ended);
  },
  answer: async (game, first, chance) => {
    const found = await whoMay(game, first, chance, ({ mode }) => mode === 'edit');
    if (found === null) return;
    const { computer, shown } = found;
    const { post } = shown;
    const { threads, isMine } = await computer.call('remarks.list', {
      post,
      revision: shown.mode === 'edit' ? null : shown.revision,
    });
    if (threads.length === 0) return;
    const thread = chance.pick(threads);
    const answer = thread.wording === null || chance.happens(0.2) ? null : chance.pick(['taken', 'declined'] as const);
    // As the window does: the author's editor puts the wording in, then the thread is closed.
    if (answer === 'taken' && isMine && !(await takeWording(game, computer, shown, thread))) return;
    const ended = await codeOf(() =>
      computer.call('remarks.resolve', {
        ...{ post, thread: thread.thread, answer, note: answer === 'declined' ? 'Câu cũ đúng hơn.' : '' },
        isResolved: answer !== null || thread.resolved === null,
      }),
    );
    heldTo(game, 'remarks.resolve', answer === null || isMine, ended);
  },
} satisfies Record<string, Mover>;

/**
 * A post, and a computer that shows it: mostly one where something can be done with it, and mostly one that has heard
 * the news.
 */
async function whoMay(
  game: Game,
  first: Computer,
  chance: Chance,
  may: (shown: PostDetails) => boolean,
): Promise<{ readonly computer: Computer; readonly shown: PostDetails } | null> {
  const others = chance.happens(0.5) ? inAnyOrder(game.world.computers, chance) : [];
  let last: { computer: Computer; shown: PostDetails } | null = null;
  for (const computer of [first, ...others]) {
    if (chance.happens(0.4)) await catchUp(game, computer);
    const shown = await somePost(game, computer, chance);
    if (shown === null) continue;
    last = { computer, shown };
    if (may(shown)) return last;
  }
  return last;
}

/** Notes an end; what was offered must not be turned down on the same computer a moment later. */
function heldTo(game: Game, what: string, isOffered: boolean, ended: string | null): void {
  noteEnd(game, what, ended);
  if (isOffered && ended !== null) game.violations.push(`${what} was offered and ended in ${ended}`);
  if (!isOffered && ended === null) game.violations.push(`${what} was not offered and was done`);
}

const wordingOf = (chance: Chance): string => `lời đề xuất số ${chance.below(1_000)}`;

/** Some words of a text, a whole block of it, or its title. */
function anchorIn({ fields, blocks }: PostDetails, chance: Chance): Anchor {
  const of = blocks.length === 0 || chance.happens(0.2) ? 'title' : chance.pick(blocks).id;
  const block = blocks.find(({ id }) => id === of);
  const words = of === 'title' ? fields.title : block === undefined ? '' : plainText(block).text;
  if (words.length < 2 || chance.happens(0.1)) return { of };
  const start = chance.below(words.length - 1);
  return { of, start, end: start + 1 + chance.below(words.length - start) };
}

/** Puts a proposed wording into the author's working copy. Returns whether it could be. */
async function takeWording(
  game: Game,
  computer: Computer,
  shown: PostDetails,
  { anchor, wording }: RemarkThread,
): Promise<boolean> {
  if (shown.mode !== 'edit' || anchor?.start === undefined || anchor.end === undefined || wording === null)
    return false;
  const { post, base, fields, blocks } = shown;
  const put = (words: string): string => words.slice(0, anchor.start) + wording + words.slice(anchor.end);
  const block = blocks.find(({ id }) => id === anchor.of);
  let edit: Pick<Input<'draft.write'>, 'fields' | 'blocks'>;
  if (anchor.of === 'title') edit = { fields: { title: put(fields.title) }, blocks: [] };
  else if (block?.type === 'paragraph') {
    edit = {
      fields: null,
      blocks: [{ id: block.id, type: 'paragraph', children: [{ type: 'text', text: put(plainText(block).text) }] }],
    };
  } else return false;
  const ended = await codeOf(() => computer.call('draft.write', { post, base, order: null, ...edit }));
  noteEnd(game, 'draft.write', ended);
  return ended === null;
}
