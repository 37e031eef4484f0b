import type { SyncReply, SyncRequest } from '../../shared/sync/index.ts';
import type { Caller } from '../accounts/index.ts';
import { readPage } from '../feed/index.ts';
import { wantedMedia } from '../media/index.ts';
import { type Context, execute, takeInRevisions } from '../workflow/index.ts';

/**
 * One exchange: text first, then the mutations that name it in the order given, then a page of what is new for this
 * person. A request that is cut off anywhere can be sent again whole.
 */
export async function sync(context: Context, caller: Caller, request: SyncRequest): Promise<SyncReply> {
  const { store, now } = context;
  const refused = await takeInRevisions(store, caller.unit, request.revisions, now());
  const verdicts: SyncReply['verdicts'] = [];
  const waiting: SyncReply['waiting'] = [];
  for (const mutation of request.mutations) {
    const answer = await execute(context, caller, mutation, refused);
    if ('verdict' in answer) verdicts.push(answer.verdict);
    else waiting.push(answer.waiting);
  }
  const page = await readPage(store, caller, request.cursor);
  return { now: now().toISOString(), verdicts, waiting, wantedMedia: await wantedMedia(store, caller), ...page };
}
