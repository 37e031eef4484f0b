import { z } from 'zod';
import { type Cursor, cursorSchema, PROTOCOL, type SyncRequest, WIRE_LIMITS } from '../../../shared/sync/index.ts';
import { parseAction } from '../../../shared/workflow/index.ts';
import { keptPlace } from '../audit/index.ts';
import { mayCarry, sealedToSend } from '../carried/index.ts';
import {
  type Desk,
  type MutationRow,
  projectPost,
  readCanonical,
  settleWantedTexts,
  wantedTexts,
  wordsOf,
} from '../posts/index.ts';
import { readSetting, writeSetting } from '../store/index.ts';
import { encodeRevision } from './codec.ts';
import { erasuresToOffer } from './erasures.ts';
import { takesLines } from './first-sync.ts';
import { lostSavesToOffer } from './lost-saves.ts';

/** Bytes of revisions put into one request, at most (one revision may exceed it alone). */
export const REVISION_BYTES = 300_000;

/** What the exchanges of this round have shown so far. */
export interface Standing {
  /** Mutations that got no verdict: they stand back, so that they never keep the rest from going. */
  readonly behind: ReadonlySet<string>;
  /** Texts the portal lacks, to be sent without a base: those of the outbox, and what they were made from. */
  readonly whole: ReadonlySet<string>;
  /** Texts that were sent. */
  readonly given: ReadonlySet<string>;
  /** Bytes of texts in one request, less than usual on a line that bears no long ones. */
  readonly most?: number;
}
const AT_FIRST: Standing = { behind: new Set(), whole: new Set(), given: new Set() };

/** The next request: what waits in the outbox, oldest first, each text before the mutation that names it. */
export function nextRequest(desk: Desk, standing: Standing = AT_FIRST): SyncRequest {
  const { behind, whole, given, most = REVISION_BYTES } = standing;
  const waiting = desk.db
    .prepare<[number], MutationRow>(
      "SELECT * FROM mutation WHERE outcome IN ('pending', 'sent') ORDER BY place LIMIT ?",
    )
    .all(WIRE_LIMITS.mutations + behind.size);
  // What lost a race goes last: it must lose it again.
  const rows = [...waiting, ...lostSavesToOffer(desk)]
    .filter((row) => !behind.has(row.id))
    .slice(0, WIRE_LIMITS.mutations);
  const audit = keptPlace(desk.db);
  const request: SyncRequest = {
    ...{ protocol: PROTOCOL, cursor: readCursor(desk), revisions: [], mutations: [] },
    ...(audit === null ? {} : { audit }),
  };
  if (request.cursor === null) request.recent = true;
  if (takesLines(desk, request.cursor)) request.lines = true;
  const erasures = erasuresToOffer(desk);
  if (erasures.length > 0) request.erasures = erasures;
  const asked = readWholeToAsk(desk);
  if (asked.length > 0) request.whole = asked;
  let bytes = addSealed(desk, request, behind, most);
  for (const id of whole) {
    const canonical = given.has(id) ? null : readCanonical(desk.db, id);
    if (canonical === null || bytes > most || request.revisions.length >= WIRE_LIMITS.whole) continue;
    bytes += canonical.length;
    request.revisions.push(encodeRevision(id, canonical, null));
  }
  for (const row of rows) {
    // What is in boxes goes first: what is open builds on it.
    if (bytes > most) break;
    const mutation = wordsOf(row);
    const action = parseAction(mutation.name, mutation.args);
    if (action !== null && action.name !== 'post.save' && whole.has(action.args.revision)) {
      const canonical = isIn(request, action.args.revision) ? null : readCanonical(desk.db, action.args.revision);
      if (canonical !== null) request.revisions.push(encodeRevision(action.args.revision, canonical, null));
    }
    if (action?.name === 'post.save' && !isIn(request, action.args.revision)) {
      const canonical = readCanonical(desk.db, action.args.revision);
      if (canonical !== null) {
        const { revision, base, post } = action.args;
        const isHeld = base !== null && !whole.has(revision) && isBaseHeld(desk, request, post, base);
        const text = isHeld ? readCanonical(desk.db, base) : null;
        const encoded = encodeRevision(revision, canonical, text === null ? null : { id: base ?? '', canonical: text });
        bytes += encoded.data.length;
        if (bytes > most && request.mutations.length > 0) break;
        request.revisions.push(encoded);
      }
    }
    request.mutations.push(mutation);
  }
  return request;
}

/** Adds what is carried for others in boxes, once this portal is known to open them. Returns its size in bytes. */
function addSealed({ db, device }: Desk, request: SyncRequest, behind: ReadonlySet<string>, most: number): number {
  if (!mayCarry(db, device.id)) return 0;
  const boxes = sealedToSend(db, WIRE_LIMITS.mutations + behind.size).filter(({ mutation }) => !behind.has(mutation));
  let bytes = 0;
  const sealed: NonNullable<SyncRequest['sealed']> = [];
  for (const one of boxes.slice(0, WIRE_LIMITS.mutations)) {
    if (bytes > 0 && bytes + one.box.length > most) {
      bytes = most + 1;
      break;
    }
    sealed.push(one);
    bytes += one.box.length;
  }
  if (sealed.length > 0) request.sealed = sealed;
  return bytes;
}

function isIn({ revisions }: SyncRequest, text: string): boolean {
  return revisions.some(({ id }) => id === text);
}

/** Whether the portal has that text for sure: it took its save, or gets it in the same request. */
function isBaseHeld({ db }: Desk, request: SyncRequest, post: string, base: string): boolean {
  if (isIn(request, base)) return true;
  const save = db.prepare<[string, string]>(
    `SELECT 1 FROM mutation WHERE post = ? AND name = 'post.save' AND outcome = 'accepted'
     AND json_extract(words, '$.args.revision') = ?`,
  );
  return save.get(post, base) !== undefined;
}

const WHOLE = 'revisionsToAskWhole';

/** Revisions to be asked for whole: those that came against a base that is not here, and lines whose body is needed. */
export function readWholeToAsk({ db }: Desk): string[] {
  const baseless = readSetting(db, WHOLE, z.array(z.string())) ?? [];
  return [...new Set([...baseless, ...wantedTexts(db, WIRE_LIMITS.whole)])].slice(0, WIRE_LIMITS.whole);
}

export function hasWholeToAsk(desk: Desk): boolean {
  return readWholeToAsk(desk).length > 0;
}

/**
 * Notes those to ask for, and takes off those that were asked for, whether they came or are not for this person.
 *
 * @returns the posts that have to do without one.
 */
export function moveWholeToAsk({ db }: Desk, more: readonly string[], done: readonly string[]): string[] {
  if (more.length === 0 && done.length === 0) return [];
  const known = readSetting(db, WHOLE, z.array(z.string())) ?? [];
  const left = [...new Set([...known.filter((id) => !done.includes(id)), ...more])];
  writeSetting(db, WHOLE, left);
  return settleWantedTexts(db, done);
}

export function readCursor(desk: Desk): Cursor | null {
  return readSetting(desk.db, 'cursor', cursorSchema);
}

export function writeCursor(desk: Desk, cursor: Cursor): void {
  writeSetting(desk.db, 'cursor', cursor);
}

/** Notes that mutations are on the wire (the portal may have them from now on), or that they never left. */
export function markOutbox(
  desk: Desk,
  mutations: readonly { readonly id: string }[],
  outcome: 'sent' | 'pending',
): void {
  const mark = desk.db.prepare<[string, string], { post: string }>(
    "UPDATE mutation SET outcome = ? WHERE id = ? AND outcome IN ('pending', 'sent') AND received_at IS NULL RETURNING post",
  );
  const posts = new Set<string>();
  desk.db.transaction(() => {
    for (const { id } of mutations) {
      const row = mark.get(outcome, id);
      if (row !== undefined) posts.add(row.post);
    }
    for (const post of posts) projectPost(desk, post);
  })();
  if (posts.size > 0) desk.tell('posts.changed', { posts: [...posts] });
}

/** When the last good sync ended, ISO. */
export function readLastGood(desk: Desk): string | null {
  return readSetting(desk.db, 'lastGoodSync', z.iso.datetime());
}

export function writeLastGood(desk: Desk, at: string): void {
  writeSetting(desk.db, 'lastGoodSync', at);
}
