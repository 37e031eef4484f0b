import {
  type Change,
  changeSchema,
  isErasureSignedBy,
  isMutationSignedBy,
  isOfPortal,
} from '../../../shared/sync/index.ts';
import { settleSealed, wantDevice, wantKeyOf } from '../carried/index.ts';
import type { MediaShelf } from '../media/index.ts';
import {
  addRevision,
  addRevisionLine,
  type Desk,
  dropHidden,
  isReadable,
  noteUnreadAct,
  readCanonical,
} from '../posts/index.ts';
import { keepCrest, keepLook } from '../site/index.ts';
import { checksum } from '../store/index.ts';
import { decodeRevision } from './codec.ts';
import { takeErasure } from './erasures.ts';

/** What the lines of one reply came to. */
export interface Gathered {
  /** Posts they are about. */
  readonly posts: Set<string>;
  /** Texts that lost a race, maybe on another computer of this person. */
  readonly heads: { readonly post: string; readonly revision: string }[];
  /** Texts that came against a base that is not here. */
  readonly baseless: string[];
  /** Whose turn it is may have changed, in any post. */
  hasNewTurns: boolean;
  /** What the window shows of the unit has changed. */
  hasNewLook: boolean;
  /** Texts of this person that were laid aside, for them to see. */
  aside: number;
  /** Characters of the texts that came, counted as the portal counts what is to come. */
  characters: number;
}

export function nothingGathered(): Gathered {
  return {
    ...{ posts: new Set(), heads: [], baseless: [], hasNewTurns: false, hasNewLook: false },
    ...{ aside: 0, characters: 0 },
  };
}

/**
 * Takes in one line of the feed. Call it in the transaction that moves the cursor.
 *
 * @returns whether this version could read it, and the portal's key or the hash bears it out.
 */
export function takeInLine(desk: Desk, shelf: MediaShelf, line: unknown, gathered: Gathered): boolean {
  const change = changeSchema.safeParse(line);
  return change.success && take({ desk, shelf, gathered }, change.data);
}

interface Into {
  readonly desk: Desk;
  readonly shelf: MediaShelf;
  readonly gathered: Gathered;
}
type Line<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

function take(into: Into, line: Change): boolean {
  const { desk, shelf, gathered } = into;
  switch (line.kind) {
    case 'member':
      return takeMember(into, line);
    case 'rules':
      desk.rulesBook.take(line.rules, line.number);
      gathered.hasNewTurns = true;
      return true;
    case 'site':
      keepLook(desk.db, line.site);
      gathered.hasNewLook = true;
      return true;
    case 'crest':
      keepCrest(desk.db, line.crest);
      gathered.hasNewLook = true;
      return true;
    case 'set_aside':
      return takeSetAside(into, line);
    case 'revision':
      return takeRevision(into, line);
    case 'revision_line':
      addRevisionLine(desk.db, line.post, line.revision);
      gathered.posts.add(line.post);
      return true;
    case 'head':
      gathered.heads.push(line);
      gathered.posts.add(line.post);
      return true;
    case 'hide':
      dropHidden(desk, line.post);
      return true;
    case 'erased': {
      if (!isOfPortal(desk.portal, (key) => isErasureSignedBy(line.erasure, key))) return false;
      const post = takeErasure(desk, shelf, line.erasure);
      if (post !== null) gathered.posts.add(post);
      return true;
    }
    case 'mutation':
      return takeMutation(into, line);
  }
}

function takeMember({ desk, gathered }: Into, { member }: Line<'member'>): boolean {
  const { id, name, title, roles, deputies = [] } = member;
  desk.db
    .prepare(
      `INSERT INTO member (id, name, title, roles, deputies) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, title = excluded.title, roles = excluded.roles,
         deputies = excluded.deputies`,
    )
    .run(id, name, title, JSON.stringify(roles), JSON.stringify(deputies));
  if (id === desk.me().id) gathered.hasNewTurns = true;
  return true;
}

function takeSetAside({ desk, gathered }: Into, { post, revision: encoded }: Line<'set_aside'>): boolean {
  const revision = decodeRevision(encoded, () => null);
  if (revision === null || revision === 'no_base' || revision.post !== post) return false;
  desk.db
    .prepare('INSERT INTO set_aside (revision, post, at) VALUES (?, ?, ?) ON CONFLICT (revision) DO NOTHING')
    .run(addRevision(desk.db, revision), post, desk.now().toISOString());
  gathered.aside += 1;
  return true;
}

function takeRevision({ desk, gathered }: Into, { post, revision: encoded }: Line<'revision'>): boolean {
  const revision = decodeRevision(encoded, (id) => readCanonical(desk.db, id));
  if (revision === 'no_base') gathered.baseless.push(encoded.id);
  else if (revision === null || revision.post !== post) return false;
  else gathered.characters += lengthOf(desk, addRevision(desk.db, revision));
  gathered.posts.add(post);
  return true;
}

function takeMutation({ desk, gathered }: Into, line: Line<'mutation'>): boolean {
  const { mutation, person, post } = line;
  // Only the portal speaks for itself: what it publishes carries its own signature.
  if (person === null && !isOfPortal(desk.portal, (key) => isMutationSignedBy(mutation, key))) return false;
  if (person !== null) {
    wantDevice(desk.db, mutation.device);
    wantKeyOf(desk.db, mutation.name, mutation.args);
  }
  if (!isReadable(mutation)) noteUnreadAct(desk.db, post);
  keepMutation(desk, line);
  settleSealed(desk.db, { mutation: mutation.id, outcome: 'accepted' });
  gathered.posts.add(post);
  return true;
}

function keepMutation(
  { db }: Desk,
  { mutation, person, post, contributors, number, receivedAt }: Line<'mutation'>,
): void {
  const words = JSON.stringify(mutation);
  db.prepare(
    `INSERT INTO mutation (id, post, device, seq, name, words, sum, person, contributors, at, outcome, code, number, received_at)
     VALUES (@id, @post, @device, @seq, @name, @words, @sum, @person, @contributors, @at, 'accepted', 'ok', @number, @receivedAt)
     ON CONFLICT (id) DO UPDATE SET outcome = 'accepted', code = 'ok', number = @number, received_at = @receivedAt,
       contributors = @contributors, is_seen = 1`,
  ).run({
    id: mutation.id,
    post,
    device: mutation.device,
    seq: mutation.seq,
    name: mutation.name,
    words,
    sum: checksum(mutation.id, post, words),
    person,
    contributors: JSON.stringify(contributors),
    at: mutation.at,
    number,
    receivedAt,
  });
}

function lengthOf({ db }: Desk, revision: string): number {
  const row = db
    .prepare<[string], { length: number }>('SELECT length(canonical) AS length FROM revision WHERE id = ?')
    .get(revision);
  return row?.length ?? 0;
}
