import {
  contentHash,
  htmlHash,
  type PostFields,
  postFieldsSchema,
  postPath,
  type Revision,
  renderArticle,
} from '../../../shared/content/index.ts';
import { AppError, type Output, type PostDetails, type TimelineEntry } from '../../../shared/contract/index.ts';
import {
  type Action,
  type PostStatus,
  stagesFor,
  stagesLeft,
  stateUnder,
  TRANSITION_NAMES,
  transitionOf,
} from '../../../shared/workflow/index.ts';
import { deviceNameOf } from '../carried/index.ts';
import type { Store } from '../store/index.ts';
import { denialOf, denialOfAct, exemptionOf, missingMedia } from './act.ts';
import { binStateOf } from './bin.ts';
import { readableRevision } from './board-revision.ts';
import type { Desk } from './desk.ts';
import { eventOf, type MutationRow, mutationsOfPost } from './events.ts';
import { asRevision } from './mint.ts';
import { isWithoutEffect, isWritable, statusFrom, wordOf } from './project.ts';
import { reasonIn } from './reason.ts';
import { isReadable, readRevision } from './revisions.ts';
import { countOpenHeads } from './second-heads.ts';
import { translatedBy, translationOf } from './translation.ts';
import { workOf } from './work.ts';
import { EMPTY_FIELDS, mediaOfCopy, readPlace, readWorking, type WorkingCopy } from './working.ts';
import { textTurnedDown } from './write.ts';

/** Everything the window shows of one post. @throws AppError `post_not_found`. */
export function openPost(desk: Desk, post: string): PostDetails {
  const { db } = desk;
  const rows = mutationsOfPost(db, post);
  const working = readWorking(db, post);
  if (rows.length === 0 && working === null) throw new AppError('post_not_found');
  const status = statusFrom(desk, rows);
  if (working === null && isWithoutEffect(desk, status, rows)) throw new AppError('post_not_found');
  const isMine = isWritable(desk, status);
  const bin = binStateOf(desk, post, status, rows);
  const canWrite = isMine && bin !== 'inBin' && bin !== 'inBinHere';
  const conflicts = countOpenHeads(db, post);
  const shown = shownRevision(desk, post, rows, status);
  const translation = translationOf(db, post);
  const content = isMine && working !== null ? fromCopy(db, working) : fromRevision(shown);
  return {
    post,
    mode: canWrite ? 'edit' : 'read',
    language: shown?.language ?? translation?.language ?? 'vi',
    translates: translation?.translates ?? null,
    translation: translatedBy(db, post),
    kind: shown?.kind ?? working?.kind ?? 'news',
    ...content,
    state: stateUnder(desk.rules, status),
    decision: decisionOf(desk, status),
    work: workOf(desk, status),
    isLive: status.live !== null,
    word: wordOf(rows, working !== null, conflicts > 0),
    conflicts,
    ownerName: nameOf(db, status.owner ?? desk.me().id),
    reason: status.reason,
    bin,
    revision: isMine ? status.head : (status.submitted ?? status.live),
    actions: isMine && !canWrite ? [] : possibleActions(desk, post, status, working),
    timeline: rows.map((row) => toTimelineEntry(desk, row)),
    publicUrl: publicUrl(desk, post, status),
    base: canWrite && working !== null ? working.base : shown === null ? null : (status.head ?? null),
    journalNumber: working?.journal ?? 0,
    stand: standFrom(rows, working),
  };
}

/** The post's stand now: another one than a window has read as soon as anything of the post is written. */
export function standOf({ db }: Desk, post: string): string {
  return standFrom(mutationsOfPost(db, post), readPlace(db, post));
}

/** Acts are only added or answered, each step of writing has a number, and each revision minted is another base. */
function standFrom(rows: readonly MutationRow[], working: Pick<WorkingCopy, 'base' | 'journal'> | null): string {
  const open = rows.filter(({ outcome }) => outcome === 'pending' || outcome === 'sent').length;
  return [rows.length, open, working?.journal, working?.base].join(' ');
}

/**
 * The post as readers will see it, drawn by the one renderer, with the hashes an approval would sign.
 * `revision` `null`: the working copy, or the head where there is none.
 */
export function previewPost(desk: Desk, post: string, revision: string | null): Output<'posts.preview'> {
  const content = revision === null ? contentShown(desk, post) : readRevision(desk.db, revision);
  if (content === null || content.post !== post) throw new AppError('post_not_found');
  const html = renderArticle(content);
  return {
    html,
    htmlHash: htmlHash(html),
    contentHash: contentHash(content),
    missingMedia: missingMedia(desk, content),
  };
}

/** The post as its person sees it now: the working copy, or the revision they read; `null` when there is none. */
export function contentShown(desk: Desk, post: string): Revision | null {
  const working = readWorking(desk.db, post);
  if (working !== null) return asRevision(desk, working);
  return shownRevision(desk, post, mutationsOfPost(desk.db, post));
}

/** The revision that a person reads of a post now: of their own the head, else the one that concerns them. */
export function shownRevisionId(
  desk: Desk,
  post: string,
  rows: readonly MutationRow[],
  status = statusFrom(desk, rows),
): string | null {
  return isWritable(desk, status) && status.head !== null ? status.head : readableRevision(desk, post, status, rows);
}

function shownRevision(desk: Desk, post: string, rows: readonly MutationRow[], status?: PostStatus): Revision | null {
  const id = shownRevisionId(desk, post, rows, status);
  return id === null ? null : readRevision(desk.db, id);
}

type Content = Pick<PostDetails, 'fields' | 'blocks' | 'media'>;

function fromCopy(db: Store, copy: WorkingCopy): Content {
  return { fields: copy.fields, blocks: [...copy.blocks], media: mediaOfCopy(db, copy) };
}

function fromRevision(revision: Revision | null): Content {
  if (revision === null) return { fields: EMPTY_FIELDS, blocks: [], media: [] };
  const fields = Object.fromEntries(
    Object.keys(postFieldsSchema.shape).map((key) => [key, revision[key as keyof PostFields]]),
  );
  return { fields: postFieldsSchema.parse(fields), blocks: revision.blocks, media: revision.media };
}

/** Each action a person of this role may ever do here, with why not now. The portal's own acts are left out. */
export function possibleActions(
  desk: Desk,
  post: string,
  status: PostStatus,
  working: WorkingCopy | null,
): PostDetails['actions'] {
  const me = desk.me();
  // Submitting would mint these first, so it is judged as the new revision they would become.
  const unsaved =
    working === null
      ? textTurnedDown(desk, post, status)
      : ({ ...working.fields, blocks: [...working.blocks] } as Revision);
  return TRANSITION_NAMES.flatMap((name) => {
    const transition = transitionOf(desk.rules, name);
    if (transition === null || !me.roles.some((role) => transition.roles.includes(role))) return [];
    const code =
      name === 'submit' && unsaved !== null
        ? denialOf(desk, name, status, { id: 'unsaved', content: unsaved })
        : denialOfAct(desk, name, status);
    if (code === 'not_owner') return [];
    const checks = desk.rules.checklists.find((list) => list.transition === name)?.items ?? [];
    const stage = name === 'appraise' ? stageToPass(desk, status) : null;
    const exemption = exemptionNote(desk, desk.rules.version, exemptionOf(desk, name, status));
    return [{ name, allowed: code === null, code, checks: [...checks], stage, exemption }];
  });
}

/** The name of the stage an appraisal would pass; `null` where there is only one, which needs no name. */
function stageToPass(desk: Desk, status: PostStatus): string | null {
  const isOne = stagesFor(desk.rules, status.categories).length < 2;
  return isOne ? null : (stagesLeft(desk.rules, status)[0]?.name ?? null);
}

function decisionOf(desk: Desk, status: PostStatus): PostDetails['decision'] {
  const { db, rules } = desk;
  const { approval, scheduledAt, held, unreviewed, passed } = status;
  const isUnderReview = ['submitted', 'appraised'].includes(stateUnder(rules, status));
  const stages = isUnderReview ? stagesFor(rules, status.categories) : [];
  return {
    stages:
      stages.length < 2
        ? []
        : stages.map(({ id, name }) => {
            const by = passed.find(({ stage }) => stage === id);
            return { name, by: by === undefined ? null : nameOf(db, by.person) };
          }),
    scheduledAt: status.state === 'scheduled' ? scheduledAt : null,
    held,
    unreviewedBy: unreviewed && nameOf(db, unreviewed.person),
    exemption: exemptionNote(desk, rules.version, approval?.exemption ?? null),
  };
}

/** The exemption of that id, as the rules of that name have it or any rules since. */
function exemptionNote(desk: Desk, version: string, id: string | null): { grantedBy: string; decision: string } | null {
  if (id === null) return null;
  const named = desk.rulesBook.named(version)?.exemptions ?? [];
  const all = [...named, ...desk.rulesBook.versions().flatMap(({ exemptions }) => exemptions)];
  const found = all.find((one) => one.id === id);
  return found === undefined ? { grantedBy: id, decision: '' } : found;
}

function toTimelineEntry(desk: Desk, row: MutationRow): TimelineEntry {
  const { db } = desk;
  const action = eventOf(row)?.action;
  return {
    mutation: row.id,
    name: row.name,
    personName: row.person === null ? 'Portal' : nameOf(db, row.person),
    at: row.at,
    receivedAt: row.received_at,
    outcome: row.outcome === 'pending' || row.outcome === 'sent' ? 'pending' : row.outcome,
    code: row.outcome === 'accepted' ? null : row.code,
    // What the portal did not take is not gone: its words are read here, and nowhere else.
    reason: reasonIn(row),
    exemption: exemptionNote(desk, rulesOf(action) ?? '', exemptionIn(action)),
    revision: action !== undefined && isReadable(db, action.args.revision) ? action.args.revision : null,
    device:
      row.person === null
        ? null
        : { id: row.device, isThis: row.device === desk.device.id, name: deviceNameOf(db, row.device) },
  };
}

function rulesOf(action: Action | undefined): string | null {
  if (action === undefined) return null;
  if ('statement' in action.args) return action.args.statement.rules;
  return 'rules' in action.args ? (action.args.rules ?? null) : null;
}

function exemptionIn(action: Action | undefined): string | null {
  return action !== undefined && 'exemption' in action.args ? (action.args.exemption ?? null) : null;
}

function nameOf(db: Store, person: string): string {
  const row = db.prepare<[string], { name: string }>('SELECT name FROM member WHERE id = ?').get(person);
  return row?.name ?? '';
}

function publicUrl(desk: Desk, post: string, status: PostStatus): string | null {
  const live = status.live === null ? null : readRevision(desk.db, status.live);
  return live && new URL(postPath(post, live.title), desk.address()).href;
}
