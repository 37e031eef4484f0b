import { makePicture } from '../../../portal/testing/index.ts';
import type { PostDetails } from '../../../shared/contract/index.ts';
import { actOn, codeOf } from './act.ts';
import { carry } from './carry.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Computer } from './computer.ts';
import { afterEdit, type EditSource, editText, firstText, type Shown } from './edit.ts';
import { checkHonesty, typedNow } from './honest.ts';
import type { Trouble } from './line.ts';
import { ERASED_TEXT } from './model.ts';
import type { PlannedTrouble, Step } from './plan.ts';
import { resolveConflict } from './resolve.ts';
import type { World } from './world.ts';

/** Most computers in one world: copies of computers stop there. */
const MOST_COMPUTERS = 9;
const YEAR_MS = 365 * 24 * 3_600_000;
/** What a person may meet while writing, through no fault of the program. */
const WRITING_CODE = 'post_not_found';

/** Where a step happens: `isSyncing` are the computers that wait for the portal just now. */
interface Place {
  readonly world: World;
  readonly isSyncing: ReadonlySet<Computer>;
}

/** Does one step of a plan. What it finds wrong goes to the model. */
export async function doStep(place: Place, step: Step): Promise<void> {
  const { world } = place;
  const chance = chanceOf(step.seed);
  const { computers } = world;
  const computer = chance.happens(0.15) ? chance.pick(computers) : computers[step.client % computers.length];
  if (computer === undefined) return;
  // A process that waits for the portal still takes what its person types, and nothing that would end it.
  const isBusy = [...place.isSyncing].some((one) => one === computer || one.line === computer.line);
  if (isBusy && !BESIDE_SYNC.includes(step.kind)) return;
  if (place.isSyncing.size > 0 && step.kind.startsWith('portal_')) return;
  await DO[step.kind]({ ...place, computer, chance, step });
  for (const bug of computer.bugs.slice()) world.model.report('bug', `${computer.name}: ${bug}`);
  if (computers.includes(computer)) world.watch(computer);
}

const BESIDE_SYNC: readonly string[] = [
  'write',
  'edit',
  'type_on',
  'leave',
  'act',
  'see',
  'restore_version',
  'resolve',
];

interface Doing extends Place {
  readonly computer: Computer;
  readonly chance: Chance;
  readonly step: Step;
}

const DO: Readonly<Record<Step['kind'], (doing: Doing) => Promise<void>>> = {
  write: async (doing) => {
    const { computer, world } = doing;
    const { post } = await computer.call('posts.create', { kind: 'news' });
    const shown = await computer.call('posts.open', { post });
    await write(world, computer, shown, firstText(await sourceOf(doing)));
  },
  edit: async (doing) => {
    const { computer, world, chance } = doing;
    const post = await somePost(doing, ({ mode }) => mode === 'edit');
    if (post === null) return DO.write(doing);
    await write(world, computer, post, editText(await sourceOf(doing), post));
    if (chance.happens(0.5)) await computer.call('posts.leave', { post: post.post });
  },
  // A window that was opened before the newest text came, and goes on from what it shows.
  type_on: async (doing) => {
    const { computer, world, chance } = doing;
    const open = [...computer.windows.values()].filter(({ mode }) => mode === 'edit');
    if (open.length === 0) return;
    const shown = chance.pick(open);
    await write(world, computer, shown, editText(await sourceOf(doing), shown));
  },
  leave: async (doing) => {
    const post = await somePost(doing, ({ mode }) => mode === 'edit');
    if (post !== null) await doing.computer.call('posts.leave', { post: post.post });
    if (post !== null) doing.computer.windows.delete(post.post);
  },
  act: async (doing) => {
    const post = await somePost(doing, ({ actions }) => actions.some(({ allowed }) => allowed));
    const acted = post && (await actOn(doing.computer, post, doing.chance));
    if (!acted) return;
    const { action, code } = acted;
    // An urgent publication asks the portal first, which may have ended the sign-in since it was last heard.
    const isSignedOut = action.name === 'urgent' && code === 'signed_out';
    const wasSaid = code === null || isSignedOut || (!action.allowed && code !== 'denied null');
    if (!wasSaid)
      doing.world.model.report('refused', `${doing.computer.name}: ${action.name} was enabled and is ${code}`);
    if (!action.allowed && code === null)
      doing.world.model.report('refused', `${doing.computer.name}: ${action.name} was disabled and done`);
  },
  sync: (doing) => sync(doing),
  restore_version: async (doing) => {
    const { computer, world, chance } = doing;
    const post = await somePost(doing, ({ mode }) => mode === 'edit');
    const listed = post === null ? [] : await computer.call('history.list', { post: post.post });
    // What was erased stands in the list by name alone.
    const versions = listed.filter(({ isErased }) => !isErased);
    if (post === null || versions.length === 0) return;
    const { revision } = chance.pick(versions);
    const version = await computer.call('history.read', { post: post.post, revision });
    if ((await codeOf(() => computer.call('history.restore', { post: post.post, revision }))) === null)
      world.model.wrote(computer.account, post, version);
  },
  see: async ({ computer }) => {
    for (const { mutation } of await computer.call('inbox.list', null)) await computer.call('inbox.seen', { mutation });
  },
  resolve: async (doing) => {
    const post = await somePost(doing, ({ conflicts }) => conflicts > 0);
    if (post !== null) await resolveConflict(doing.computer, post.post, doing.chance, doing.world.model);
  },
  carry: async ({ computer, world, chance, isSyncing }) => {
    const others = world.computers.filter((other) => other !== computer && !isSyncing.has(other));
    if (others.length === 0) return;
    const other = chance.pick(others);
    if (await carry(computer, other, chance, world.model)) world.harmed('carried_by_stick');
    world.watch(other);
  },
  // By the head, online, of whatever the head may see.
  erase: async ({ world, chance, isSyncing }) => {
    const { computers, model, portal } = world;
    const head = computers.find(({ account }) => account === 'truongban');
    if (head === undefined || [...isSyncing].some(({ line }) => line === head.line)) return;
    const texts = head.peek((db) =>
      db
        .prepare<[string], { id: string }>('SELECT id FROM revision WHERE canonical <> ? ORDER BY rowid DESC')
        .all(ERASED_TEXT),
    );
    if (texts.length === 0) return;
    for (const computer of computers) world.watch(computer);
    const { id: hash } = chance.pick(texts);
    const wanted = { what: 'revision', hash, isWholePost: chance.happens(0.3), ground: 'Quyết định' } as const;
    if ((await codeOf(() => head.call('board.erase', wanted))) === null) world.harmed('text_erased');
    const rows = portal.peek((db) => db.prepare<[], { hash: string }>('SELECT hash FROM erased').all());
    for (const row of rows) model.tookAway(row.hash);
  },
  restart: ({ computer }) => computer.restart(),
  deliver: async ({ world, chance }) => {
    const { line } = chance.pick(world.computers);
    if (await line.deliver(chance.below(100))) world.harmed('request_reordered');
  },
  client_killed: async ({ computer, world }) => {
    world.harmed('client_killed');
    await computer.prepareKill()();
  },
  portal_killed: async ({ world }) => {
    world.harmed('portal_killed');
    await world.portal.prepareKill()();
  },
  portal_restarted: ({ world }) => world.portal.restart(),
  clock_set: async ({ computer, world, chance }) => {
    world.harmed('clock_wrong');
    computer.clock.wrongBy = (chance.below(40_000) / 1_000 - 20) * YEAR_MS;
  },
  client_backed_up: async ({ computer }) => computer.backUp(),
  client_restored: async ({ computer, world, chance }) => {
    const isWithWitness = chance.happens(0.4);
    if (await world.settingBack(() => computer.restore(isWithWitness))) world.harmed('device_restored');
  },
  client_cloned: async ({ computer, world }) => {
    if (world.computers.length >= MOST_COMPUTERS) return;
    world.harmed('device_cloned');
    world.computers.push(await computer.clone(`${computer.account}-${world.computers.length + 1}`));
  },
  portal_backed_up: ({ world }) => world.portal.backUp(),
  portal_restored: async ({ world }) => {
    if (!(await world.settingBack(() => world.portal.restore()))) return;
    world.harmed('portal_restored');
    world.model.verdicts.clear();
  },
  client_disk_full: async (doing) => {
    const { computer, world, chance } = doing;
    world.harmed('disk_full');
    const isSync = chance.happens(0.3);
    await world.disks.without(computer.database, true, async () => {
      if (isSync) await codeOf(() => computer.call('sync.now', null));
      else await DO.edit({ ...doing, chance }).catch(onlyCode('disk_full'));
    });
  },
  portal_disk_full: async (doing) => {
    doing.world.harmed('disk_full');
    await doing.world.disks.without(doing.world.portal.database, false, () => sync(doing));
  },
};

function onlyCode(wanted: string): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Error && 'code' in error && error.code === wanted)) throw error;
  };
}

/** Journals an edit of what a window shows, and notes what was acknowledged. */
async function write(
  world: World,
  computer: Computer,
  shown: PostDetails,
  edit: ReturnType<typeof editText>,
): Promise<void> {
  const { post, base } = shown;
  let reply: { base: string | null } | null = null;
  const code = await codeOf(async () => {
    reply = await computer.call('draft.write', { post, base, ...edit });
  });
  if (code === 'disk_full') {
    // Not acknowledged, and yet it may be in the database: newer words, never older ones.
    world.model.tookOut(shown, afterEdit(shown, edit));
    // The window shows the newer words by now, and its journal goes on trying: none is left that types on from before.
    computer.windows.delete(post);
    throw Object.assign(new Error(code), { code });
  }
  if (code !== null && code !== WRITING_CODE) world.model.report('bug', `${computer.name}: writing ended in ${code}`);
  if (code !== null || reply === null) return;
  const after = afterEdit(shown as Shown, edit);
  world.model.wrote(computer.account, { fields: shown.fields, blocks: shown.blocks }, after);
  const { base: next } = reply as { base: string | null };
  computer.windows.set(post, { ...shown, fields: after.fields, blocks: [...after.blocks], base: next });
}

/** A post of the computer's lists, the newest ones most, opened anew; `null` when none is as wanted. */
async function somePost(
  { computer, chance }: Doing,
  isWanted: (post: PostDetails) => boolean,
): Promise<PostDetails | null> {
  const { rows } = await computer.call('posts.list', {
    filter: 'all',
    category: null,
    query: '',
    offset: 0,
    limit: 200,
  });
  const posts = rows.map(({ post }) => post).sort();
  for (let tries = 0; tries < 6 && posts.length > 0; tries += 1) {
    // A few posts get most of the work, or nobody would ever meet.
    const at = chance.happens(0.7) ? chance.below(Math.min(3, posts.length)) : chance.below(posts.length);
    const details = await computer.call('posts.open', { post: posts[at] ?? '' });
    computer.windows.set(details.post, details);
    if (isWanted(details)) return details;
  }
  return null;
}

async function sourceOf({ computer, chance, step }: Doing): Promise<EditSource> {
  let count = 0;
  const mark = (): string => `z${step.index.replaceAll('.', 'x')}x${++count}`;
  const pictures: string[] = [];
  if (chance.happens(0.2)) {
    const { bytes } = await makePicture(chance.pick(['red', 'green', 'blue', 'teal']));
    const { hash } = await computer.call('media.add', { name: 'ảnh.png', data: bytes.toString('base64') });
    pictures.push(hash);
  }
  return { chance, mark, pictures };
}

/** One sync by hand, with what befalls its requests; then holds what the program says against what is so. */
async function sync({ world, isSyncing, computer, step }: Doing): Promise<void> {
  const typedBefore = typedNow(computer);
  const deaths: (() => Promise<void>)[] = [];
  const inside = { world, isSyncing: new Set([...isSyncing, computer]) };
  const troubles = step.troubles.map((trouble) => toTrouble(inside, computer, trouble, deaths));
  const status = await computer.line.during(troubles, async () => {
    const now = await computer.call('sync.now', null);
    if (now.state !== 'signed_out') return now;
    await codeOf(() => computer.signIn());
    return computer.call('sync.status', null);
  });
  for (const death of deaths) await death();
  if (deaths.length === 0) checkHonesty(world, computer, status, typedBefore);
}

function toTrouble(
  place: Place,
  computer: Computer,
  { request, fault, at, killed, meanwhile, isBefore }: PlannedTrouble,
  deaths: (() => Promise<void>)[],
): Trouble {
  const { world } = place;
  const isLast = killed === 'client' && place.isSyncing.size === 1;
  const happen = async (): Promise<void> => {
    for (const step of meanwhile) await doStep(place, step);
    if (isLast) {
      world.harmed('client_killed');
      deaths.push(computer.prepareKill());
    }
    if (killed === 'portal' && place.isSyncing.size === 1) {
      world.harmed('portal_killed');
      await world.portal.prepareKill()();
    }
  };
  // A process that dies never hears the answer.
  const heard = killed === null ? fault : 'reply_lost';
  return { request, at, fault: heard, isLast, ...(isBefore ? { before: happen } : { after: happen }) };
}
