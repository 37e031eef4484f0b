import type { MediaReference } from '../../../shared/content/index.ts';
import type { BundleItem } from '../../../shared/sync/index.ts';
import { isDraftAct, isRemarkAct, MUTATION_ARGS, parseAction } from '../../../shared/workflow/index.ts';
import { certificateOf, hiddenAmong, keptReceipts, sealedToSend } from '../carried/index.ts';
import {
  type Desk,
  isBoardRevision,
  type MutationRow,
  mutationsOfPost,
  readCanonical,
  readRevision,
  statusOf,
  wordsOf,
} from '../posts/index.ts';
import { sealToPortal } from './box.ts';

/** Boxes in one bundle, at most. */
const MOST_SEALED = 20_000;

/** What a bundle holds: what the portal has not decided, and, if wished, all that it has since a day (ISO). */
export interface BundleChoice {
  readonly since: string | null;
}

/** What goes into a bundle, before it is written. */
export interface Gathered {
  readonly posts: number;
  /** Mutations in the open and in boxes. */
  readonly mutations: number;
  /** Pictures that the texts in the open show, as far as they are here. */
  readonly media: readonly MediaReference[];
  /** In the order in which they are taken in. */
  items(): Generator<BundleItem>;
}

/**
 * Gathers a bundle: all mutations held here without a verdict, this person's and others', with what they name and what
 * they build on; the drafts among them in boxes for the portal alone; and the receipts that others wait for.
 */
export function gather(desk: Desk, choice: BundleChoice): Gathered {
  const { db } = desk;
  const parts = postsToTake(desk, choice).map((post) => partOf(desk, post));
  const taken = parts.filter(({ open, drafts }) => open.length + drafts.length > 0);
  const carried = sealedToSend(db, MOST_SEALED);
  const revisions = new Set(taken.flatMap((part) => part.revisions));
  return {
    posts: taken.length,
    mutations: taken.reduce((sum, { open, drafts }) => sum + open.length + drafts.length, carried.length),
    media: mediaOf(desk, revisions),
    *items() {
      const devices = new Set(taken.flatMap(({ open }) => open.map(({ device }) => device)));
      for (const device of devices) {
        const certificate = certificateOf(db, device);
        if (certificate !== null) yield { kind: 'device', certificate };
      }
      for (const mutation of new Set(taken.flatMap(({ hidden }) => hidden))) yield { kind: 'hidden', mutation };
      for (const sealed of carried) yield { kind: 'sealed', ...sealed };
      for (const { drafts } of taken) for (const row of drafts) yield boxOf(desk, row);
      for (const id of revisions) {
        const canonical = readCanonical(db, id);
        if (canonical !== null) yield { kind: 'revision', id, canonical };
      }
      for (const { open } of taken)
        for (const row of open)
          yield { kind: 'mutation', mutation: wordsOf(row), contributors: JSON.parse(row.contributors) as string[] };
      for (const receipt of keptReceipts(db)) yield { kind: 'receipt', receipt };
    },
  };
}

/** The mutations of a bundle that the portal has accepted: their receipts may be asked for before it is made. */
export function acceptedIn(desk: Desk, choice: BundleChoice): string[] {
  return postsToTake(desk, choice).flatMap((post) =>
    partOf(desk, post).open.flatMap(({ id, outcome }) => (outcome === 'accepted' ? [id] : [])),
  );
}

interface Part {
  /** What every member of the board may see. */
  readonly open: readonly MutationRow[];
  /** This person's own, which only the portal may see. */
  readonly drafts: readonly MutationRow[];
  /** What the open ones build on and that nobody else may see. */
  readonly hidden: readonly string[];
  readonly revisions: readonly string[];
}

function postsToTake({ db }: Desk, { since }: BundleChoice): string[] {
  const rows = db
    .prepare<[string | null, string | null], { post: string }>(
      `SELECT post, min(place) AS first FROM mutation
       WHERE outcome IN ('pending', 'sent') OR (? IS NOT NULL AND outcome = 'accepted' AND received_at >= ?)
       GROUP BY post ORDER BY first`,
    )
    .all(since, since);
  return rows.map(({ post }) => post);
}

function partOf(desk: Desk, post: string): Part {
  const { db } = desk;
  const me = desk.me().id;
  const rows = mutationsOfPost(db, post);
  const isWaiting = ({ outcome }: MutationRow): boolean => outcome === 'pending' || outcome === 'sent';
  // One of a device that the portal never told of could not be checked by whoever gets the bundle.
  const isProvable = (row: MutationRow): boolean => row.person === null || certificateOf(db, row.device) !== null;
  const open = rows.filter(
    (row) => (isWaiting(row) || row.outcome === 'accepted') && isOpen(row, rows) && isProvable(row),
  );
  const drafts = rows.filter((row) => isWaiting(row) && row.person === me && !isOpen(row, rows));
  const { submitted, live } = statusOf(desk, post);
  const named = open.filter(isWaiting).map(revisionNamedBy);
  return {
    open,
    drafts,
    hidden: open.flatMap((row) => hiddenBehind(desk, row, rows)),
    revisions: [...new Set([submitted, live, ...named])].filter((id) => id !== null),
  };
}

/** Drafts are for their author; a post's way through review is for the whole board (design 3). */
const OPEN: ReadonlySet<string> = new Set(Object.keys(MUTATION_ARGS).filter((name) => !isDraftAct(name)));

/** What is said about a text goes the way of that text. */
function isOpen(row: MutationRow, rows: readonly MutationRow[]): boolean {
  if (!isRemarkAct(row.name)) return OPEN.has(row.name);
  const revision = revisionNamedBy(row);
  return revision !== null && isBoardRevision(rows, revision);
}

/** What a mutation builds on and that is not for the reader: its author's saves, and whatever was accepted before it. */
function hiddenBehind({ db }: Desk, row: MutationRow, rows: readonly MutationRow[]): string[] {
  const { after } = wordsOf(row);
  const shown = new Set(rows.filter((one) => isOpen(one, rows)).map(({ id }) => id));
  const unseen = after.filter((id) => !shown.has(id));
  if (row.outcome === 'accepted') return unseen;
  const own = new Set(rows.map(({ id }) => id));
  return [...unseen.filter((id) => own.has(id)), ...hiddenAmong(db, unseen)];
}

function revisionNamedBy(row: MutationRow): string | null {
  const { name, args } = wordsOf(row);
  return parseAction(name, args)?.args.revision ?? null;
}

function boxOf(desk: Desk, row: MutationRow): BundleItem {
  const id = revisionNamedBy(row);
  const canonical = id === null ? null : readCanonical(desk.db, id);
  const revision = id === null || canonical === null ? null : { id, codec: 'json' as const, data: canonical };
  return { kind: 'sealed', ...sealToPortal(desk, { mutation: wordsOf(row), revision }) };
}

function mediaOf({ db }: Desk, revisions: ReadonlySet<string>): MediaReference[] {
  const found = new Map<string, MediaReference>();
  for (const id of revisions) for (const one of readRevision(db, id)?.media ?? []) found.set(one.hash, one);
  return [...found.values()];
}
