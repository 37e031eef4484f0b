import { z } from 'zod';
import { type Cursor, cursorSchema, PROTOCOL, type SyncRequest, WIRE_LIMITS } from '../../../shared/sync/index.ts';
import { parseAction } from '../../../shared/workflow/index.ts';
import { keptPlace } from '../audit/index.ts';
import { type Desk, type MutationRow, projectPost, readCanonical, wordsOf } from '../posts/index.ts';
import { readSetting, writeSetting } from '../store/index.ts';
import { encodeRevision } from './codec.ts';

/** Bytes of revisions put into one request, at most (one revision may exceed it alone). */
const REVISION_BYTES = 300_000;

/**
 * The next request: what waits in the outbox, oldest first, each text before the mutation that names it. `behind` are
 * mutations that got no verdict in this round: they stand back, so that they never keep the rest from going.
 */
export function nextRequest(desk: Desk, behind: ReadonlySet<string> = new Set()): SyncRequest {
  const rows = desk.db
    .prepare<[number], MutationRow>(
      "SELECT * FROM mutation WHERE outcome IN ('pending', 'sent') ORDER BY place LIMIT ?",
    )
    .all(WIRE_LIMITS.mutations + behind.size)
    .filter((row) => !behind.has(row.id))
    .slice(0, WIRE_LIMITS.mutations);
  const audit = keptPlace(desk.db);
  const request: SyncRequest = {
    ...{ protocol: PROTOCOL, cursor: readCursor(desk), revisions: [], mutations: [] },
    ...(audit === null ? {} : { audit }),
  };
  let bytes = 0;
  for (const row of rows) {
    const mutation = wordsOf(row);
    const action = parseAction(mutation.name, mutation.args);
    if (action?.name === 'post.save') {
      const canonical = readCanonical(desk.db, action.args.revision);
      if (canonical !== null) {
        const encoded = encodeRevision(action.args.revision, canonical);
        bytes += encoded.data.length;
        if (bytes > REVISION_BYTES && request.mutations.length > 0) break;
        request.revisions.push(encoded);
      }
    }
    request.mutations.push(mutation);
  }
  return request;
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
