import { type Anchored, findAnchor, quoteAt, type Revision } from '../../../shared/content/index.ts';
import type { RemarksView, RemarkThread } from '../../../shared/contract/index.ts';
import { foldThreads, type Thread, waitsFor } from '../../../shared/workflow/index.ts';
import {
  boardRevisionOf,
  contentShown,
  type Desk,
  eventOf,
  isBoardRevision,
  type MutationRow,
  mutationsOfPost,
  readRevision,
  statusOf,
} from '../posts/index.ts';
import { readKept } from './kept.ts';

/** What was said about a post, oldest first, with where each stands in the text that the person sees now. */
export function readRemarks(desk: Desk, post: string, shown: string | null): RemarksView {
  const { db } = desk;
  const rows = mutationsOfPost(db, post);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const texts = new Map<string, Revision | null>();
  const textOf = (id: string): Revision | null => {
    if (!texts.has(id)) texts.set(id, readRevision(db, id));
    return texts.get(id) ?? null;
  };
  const now = shown === null ? contentShown(desk, post) : textOf(shown);
  const { owner } = statusOf(desk, post);
  const me = desk.me().id;
  const names = namesOf(desk);
  const threads = foldThreads(rows.flatMap((row) => eventOf(row) ?? [])).map((thread): RemarkThread => {
    const about = textOf(thread.revision);
    return {
      thread: thread.id,
      revision: thread.revision,
      ...placeOf(thread, about, now),
      wording: thread.wording,
      remarks: thread.remarks.map(({ id, person, text }) => ({
        id,
        text,
        personName: names.get(person ?? '') ?? '',
        isMine: person === me,
        ...clocksOf(byId.get(id)),
      })),
      resolved: thread.resolved && {
        personName: names.get(thread.resolved.person ?? '') ?? '',
        answer: thread.resolved.answer,
        note: thread.resolved.note,
        ...clocksOf(byId.get(thread.resolved.id)),
      },
      waitsForMe: waitsFor(thread, me, owner),
    };
  });
  const seen = boardRevisionOf(rows, statusOf(desk, post));
  return {
    threads,
    isMine: owner === me,
    revision: shown !== null && isBoardRevision(rows, shown) ? shown : seen,
    kept: readKept(db, post, textOf),
    people: [...names].flatMap(([person, name]) => (person === me ? [] : [{ person, name }])),
  };
}

/** What a thread is about, in its own words, and where those stand now. */
function placeOf(
  { anchor }: Thread,
  about: Anchored | null,
  now: Anchored | null,
): Pick<RemarkThread, 'quote' | 'anchor' | 'isGone'> {
  if (anchor === null) return { quote: null, anchor: null, isGone: false };
  const found = about === null || now === null ? null : findAnchor(about, anchor, now);
  return { quote: about === null ? null : quoteAt(about, anchor), anchor: found, isGone: found === null };
}

function clocksOf(row: MutationRow | undefined): { at: string; receivedAt: string | null } {
  return { at: row?.at ?? '', receivedAt: row?.received_at ?? null };
}

function namesOf({ db }: Desk): Map<string, string> {
  const rows = db.prepare<[], { id: string; name: string }>('SELECT id, name FROM member ORDER BY name').all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
