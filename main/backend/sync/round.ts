import type { MediaReference } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import { API, type PortalInfo, type SyncReply, type SyncRequest, syncReplySchema } from '../../../shared/sync/index.ts';
import { countSealed, dropBoxes, mayCarry } from '../carried/index.ts';
import type { MediaShelf } from '../media/index.ts';
import { countOutbox, type Desk, hasRevision, unseenVerdicts } from '../posts/index.ts';
import { applyReply } from './apply.ts';
import { createCarrying } from './carry.ts';
import { erasuresOffered } from './erasures.ts';
import { neverArrived } from './failure.ts';
import { askPortal } from './http.ts';
import type { Lanes } from './lanes.ts';
import type { DeviceLine } from './line.ts';
import type { Login } from './login.ts';
import { countLostSaves } from './lost-saves.ts';
import { type AbsentPictures, fetchPictures, sendPictures } from './media.ts';
import { pictureRule } from './plan.ts';
import { knowPortal } from './portal-key.ts';
import { hasWholeToAsk, markOutbox, nextRequest, REVISION_BYTES, type Standing } from './request.ts';
import type { Traffic } from './traffic.ts';
import { Pace, type UploadLine } from './upload.ts';
import { hasForked } from './verdicts.ts';

/** The least share of a usual request that is sent at once, on a line that is cut again and again. */
const LEAST_SHARE = 1 / 16;

/** What a round needs from its surroundings. */
export interface RoundSurroundings {
  readonly desk: Desk;
  readonly shelf: MediaShelf;
  readonly line: DeviceLine;
  readonly login: Login;
  /** Writes down what is known of the portal from here on: it goes on under another key. */
  readonly keepPortal: (portal: PortalInfo) => void;
  readonly titleOfCopy: (original: string) => string;
}

interface RoundParts {
  readonly around: RoundSurroundings;
  readonly traffic: Traffic;
  readonly lanes: Lanes;
  /** Ends what is under way when the data folder is closed. */
  readonly signal: AbortSignal;
  /** One exchange was taken in; `more` is on its way. */
  readonly onExchange: (more: boolean) => void;
}

/** One sync after the other: words both ways until none are left, then pictures. */
export interface Rounds {
  /** @throws AppError when the line, the portal or the disk fails, or a picture was not taken. */
  go(token: string): Promise<void>;
  /** Something was put into the outbox: pictures let it pass. */
  ask(): void;
  /** Whether something was put into the outbox since the last request was made. */
  isAsked(): boolean;
  /** The line was cut in the middle of a request: the next ones are smaller. */
  wasCut(): void;
  /** Pictures that are still wanted here and that the portal did not have. */
  countAbsent(): number;
}

export function createRounds({ around, traffic, lanes, signal, onExchange }: RoundParts): Rounds {
  const { desk, shelf } = around;
  const pace = new Pace();
  const absent: AbsentPictures = new Map();
  const carrying = createCarrying(desk, shelf);
  /** How much of a usual request goes at once: less on a line that was cut in the middle of one. */
  let share = 1;
  let isAsked = false;

  /** Pictures let words pass, and travel as the plan for the line allows. */
  const talk = (lane: 'pictures_up' | 'pictures_down') => ({
    isUrgent: () => isAsked,
    mayTravel: pictureRule(desk.db, shelf, traffic),
    onProgress: (picture: MediaReference, done: number) => lanes.picture(lane, picture, done),
  });

  /** One request and its reply, and what that tells the window. Adds to `standing` what it has shown. */
  const exchangeOnce = async (line: UploadLine, { behind, whole, given }: Shown): Promise<SyncReply> => {
    const before = traffic.today().down;
    const { request, reply } = await exchange(around, line, { behind, whole, given, most: REVISION_BYTES * share });
    await knowPortal(desk, line, reply, around.keepPortal);
    share = Math.min(1, share * 2);
    lanes.wordsCame(Math.max(0, traffic.today().down - before));
    const unseen = unseenVerdicts(desk).length;
    const taken = applyReply(desk, shelf, reply, around.titleOfCopy, request.whole);
    const { posts, against, settled } = taken;
    onExchange(reply.more);
    // Progress: what waited may go now. None: what was asked stands back, so that the rest gets its turn.
    if (settled > 0) behind.clear();
    else {
      for (const { id } of request.mutations) behind.add(id);
      for (const { mutation } of request.sealed ?? []) behind.add(mutation);
    }
    for (const { id, base } of request.revisions) if (base === undefined) given.add(id);
    for (const id of missedTexts(desk, request, reply, whole)) {
      whole.add(id);
      behind.clear();
    }
    if (taken.hasNewLook) desk.tell('app.changed', {});
    if (posts.length > 0) desk.tell('posts.changed', { posts: posts.length > 100 ? null : posts });
    const unseenNow = unseenVerdicts(desk).length;
    if (against > 0 || unseenNow !== unseen) desk.tell('inbox.changed', { unseen: unseenNow });
    return reply;
  };

  return {
    go: async (token) => {
      const count = (up: number, down: number): void => traffic.count(up, down);
      let line: UploadLine = { address: desk.address(), token, count, signal };
      let untaken: AppError | null = null;
      let isOverQuota = false;
      const shown: Shown = { behind: new Set(), whole: new Set(), given: new Set() };
      for (;;) {
        isAsked = false;
        // Told in the last exchange, or in one after which a full disk or a power cut came between.
        if (hasForked(desk)) {
          around.line.startAgain();
          desk.tell('app.changed', {});
        }
        line = await underOwnLine(around, line);
        const { more, quota } = await exchangeOnce(line, shown);
        isOverQuota ||= quota?.isOver === true;
        const { sent, refusal } = await sendPictures(shelf, line, { ...talk('pictures_up'), pace });
        untaken = refusal;
        const hasUnasked = (): boolean => countSendable(desk) > shown.behind.size || hasWholeToAsk(desk);
        if (more || sent > 0 || isAsked || hasUnasked()) continue;
        const carried = await carrying.bringPictures(line, { ...talk('pictures_up'), pace });
        untaken ??= carried.refusal;
        if (carried.brought > 0) continue;
        await carrying.askForOthers(line);
        // What it told may let boxes go that waited for it.
        if (!hasUnasked()) break;
      }
      const fetched = await fetchPictures(shelf, line, talk('pictures_down'), absent, desk.now());
      if (fetched > 0) desk.tell('posts.changed', { posts: null });
      // Never "done" while a picture, or a text past the day's limit, stays behind.
      if (untaken !== null) throw untaken;
      if (isOverQuota) throw new AppError('quota_reached');
    },
    ask: () => {
      isAsked = true;
    },
    isAsked: () => isAsked,
    wasCut: () => {
      share = Math.max(LEAST_SHARE, share / 2);
    },
    countAbsent: () => shelf.toFetch().filter(({ hash }) => absent.has(hash)).length,
  };
}

/** What the exchanges of a round have shown so far, as `nextRequest` goes by it. */
interface Shown {
  readonly behind: Set<string>;
  readonly whole: Set<string>;
  readonly given: Set<string>;
}

/** Mutations that wait for a verdict: in the outbox, in boxes carried for others, and for their verdict once more. */
export function countWaiting({ db }: Desk): number {
  return countOutbox(db) + countLostSaves(db) + countSealed(db);
}

/** Those of them that the next request may carry: boxes go to a portal that is known to open them. */
function countSendable({ db, device }: Desk): number {
  return countOutbox(db) + countLostSaves(db) + (mayCarry(db, device.id) ? countSealed(db) : 0);
}

/** Registers a line that was started while nobody was listening: nothing it signed would be taken before. */
async function underOwnLine({ line, login }: RoundSurroundings, at: UploadLine): Promise<UploadLine> {
  const pass = await line.register(at);
  if (pass === null) return at;
  login.take(pass, line.device());
  line.registered();
  return { ...at, token: pass.token };
}

/**
 * Texts that the portal misses and that are here, each to be sent whole next: those that went as a difference (it has
 * not their base), and those of others that it was thought to have.
 */
function missedTexts({ db }: Desk, request: SyncRequest, reply: SyncReply, whole: ReadonlySet<string>): string[] {
  const sentWhole = new Set(request.revisions.flatMap(({ id, base }) => (base === undefined ? [id] : [])));
  const missed = new Set(reply.waiting.flatMap(({ missing }) => missing));
  return [...missed].filter((id) => !whole.has(id) && !sentWhole.has(id) && hasRevision(db, id));
}

async function exchange(
  { desk, line: deviceLine }: RoundSurroundings,
  line: UploadLine,
  standing: Standing,
): Promise<{ request: SyncRequest; reply: SyncReply }> {
  const request = nextRequest(desk, standing);
  deviceLine.leaving(request.mutations);
  markOutbox(desk, request.mutations, 'sent');
  try {
    const reply = await askPortal({ ...line, path: API.sync, body: request, isPacked: true, reply: syncReplySchema });
    erasuresOffered(desk, request.erasures ?? []);
    dropBoxes(
      desk.db,
      (reply.unopened ?? []).flatMap((place) => request.sealed?.[place] ?? []),
    );
    return { request, reply };
  } catch (error) {
    if (neverArrived(error)) markOutbox(desk, request.mutations, 'pending');
    throw error;
  }
}
