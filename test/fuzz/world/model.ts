import type Database from 'better-sqlite3';
import { marksOf } from './edit.ts';

/** Stands in place of an erased text, on both sides. */
export const ERASED_TEXT = '{}';

/** What went wrong, as an invariant's name and the facts. */
export interface Problem {
  readonly kind: 'lost' | 'diverged' | 'leaked' | 'verdict' | 'status' | 'stuck' | 'bug' | 'refused';
  readonly what: string;
}

/** What a database holds, of client or portal. */
export interface Holdings {
  readonly revisions: ReadonlySet<string>;
  readonly mutations: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
}

/**
 * The reference: what persons have written, decided and taken away, and nothing of how it travels. Kept by watching what
 * the computers acknowledge.
 */
export interface Model {
  /** Marks that persons wrote, by who wrote them. A mark is in one text of one person only. */
  readonly written: Map<string, string>;
  /** Marks that a person has taken out of a text they saw. */
  readonly takenOut: Set<string>;
  /** What was only on a device that was set back, and so went with it. */
  readonly gone: { revisions: Set<string>; mutations: Set<string>; marks: Set<string> };
  /** Texts that the head erased, as far as somebody still knows of it: their words are asked of nobody. */
  readonly erased: Set<string>;
  /** Every revision and mutation that ever was on a computer. */
  readonly minted: Map<string, string>;
  readonly mutations: Map<string, string>;
  /** Revisions that the portal ever took as submitted: from then on the board sees them. */
  readonly submitted: Set<string>;
  /** Final verdicts that were seen, since the portal was last set back. */
  readonly verdicts: Map<string, string>;
  readonly problems: Problem[];
  report(kind: Problem['kind'], what: string): void;
  /** A computer acknowledged this change of a text. */
  wrote(person: string, before: unknown, after: unknown): void;
  /** The head erased a text. */
  tookAway(revision: string): void;
  /** A person took words out of what they saw, acknowledged or not. */
  tookOut(before: unknown, after: unknown): void;
  /**
   * Looks at what a computer holds now.
   * @param epoch the portal's: verdicts of a portal that was set back since are read anew, and may be others.
   */
  watch(name: string, db: Database.Database, epoch: string): void;
}

interface MutationRow {
  readonly id: string;
  readonly words: string;
  readonly outcome: string;
  readonly code: string | null;
}

export function newModel(): Model {
  const model: Model = {
    written: new Map(),
    takenOut: new Set(),
    gone: { revisions: new Set(), mutations: new Set(), marks: new Set() },
    erased: new Set(),
    minted: new Map(),
    mutations: new Map(),
    submitted: new Set(),
    verdicts: new Map(),
    problems: [],
    report: (kind, what) => void model.problems.push({ kind, what }),
    wrote: (person, before, after) => {
      for (const mark of marksOf(after)) if (!model.written.has(mark)) model.written.set(mark, person);
      model.tookOut(before, after);
    },
    tookAway: (revision) => {
      if (model.erased.has(revision)) return;
      model.erased.add(revision);
      for (const mark of marksOf(model.minted.get(revision))) model.gone.marks.add(mark);
    },
    tookOut: (before, after) => {
      const has = marksOf(after);
      for (const mark of marksOf(before)) if (!has.has(mark)) model.takenOut.add(mark);
    },
    watch: (name, db, epoch) => {
      const isUpToDate = readsEpoch(db, epoch);
      for (const { id, canonical } of db
        .prepare<[string], { id: string; canonical: string }>('SELECT id, canonical FROM revision WHERE canonical <> ?')
        .all(ERASED_TEXT))
        model.minted.set(id, canonical);
      const asked = askedAgain(db);
      for (const row of db.prepare<[], MutationRow>('SELECT id, words, outcome, code FROM mutation').all())
        watchMutation(model, name, row, isUpToDate && !asked.includes(row.id));
    },
  };
  return model;
}

/** Whether a computer has read all that a portal of that epoch had for it. */
function readsEpoch(db: Database.Database, epoch: string): boolean {
  const setting = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?');
  return setting.get('cursor')?.value.includes(epoch) === true && setting.get('readingAgain') === undefined;
}

/** Mutations that still show the verdict of the portal before it was set back, until it has given one anew. */
function askedAgain(db: Database.Database): readonly string[] {
  const setting = db.prepare<[], { value: string }>("SELECT value FROM setting WHERE key = 'lostSavesToOffer'").get();
  return setting === undefined ? [] : (JSON.parse(setting.value) as string[]);
}

function watchMutation(
  model: Model,
  name: string,
  { id, words, outcome, code }: MutationRow,
  isUpToDate: boolean,
): void {
  const { device: _d, seq: _s, signature: _g, ...act } = JSON.parse(words) as Record<string, unknown>;
  const same = JSON.stringify(act, Object.keys(act).sort());
  const known = model.mutations.get(id);
  if (known !== undefined && known !== same) model.report('verdict', `${name}: mutation ${id} has other words now`);
  model.mutations.set(id, same);
  if (outcome === 'pending' || outcome === 'sent') return;
  const { args } = act as { args: { revision: string } };
  if (act.name === 'post.submit' && outcome === 'accepted') model.submitted.add(args.revision);
  if (!isUpToDate) return;
  const verdict = `${outcome} ${code}`;
  const before = model.verdicts.get(id);
  if (before !== undefined && before !== verdict)
    model.report('verdict', `${name}: mutation ${id} (${String(act.name)}) was ${before} and is ${verdict}`);
  model.verdicts.set(id, verdict);
}

/** Everything held in a client's database. */
export function holdingsOfClient(db: Database.Database): Holdings {
  const texts = db.prepare<[], { id: string; canonical: string }>('SELECT id, canonical FROM revision').all();
  const typed = db.prepare('SELECT value FROM working_block UNION ALL SELECT fields FROM working').all();
  const mutations = db.prepare<[], { id: string }>('SELECT id FROM mutation').all();
  return {
    revisions: new Set(texts.map(({ id }) => id)),
    mutations: new Set(mutations.map(({ id }) => id)),
    marks: marksOf([texts, typed]),
  };
}

/** Everything held in the portal's database; of words, what its feed gives to anybody. */
export function holdingsOfPortal(db: Database.Database): Holdings {
  const texts = db.prepare<[], { id: string }>('SELECT id FROM revision').all();
  const given = db
    .prepare("SELECT canonical FROM revision WHERE id IN (SELECT object FROM change WHERE kind = 'revision')")
    .all();
  const mutations = db.prepare<[], { id: string }>('SELECT id FROM mutation').all();
  return {
    revisions: new Set(texts.map(({ id }) => id)),
    mutations: new Set(mutations.map(({ id }) => id)),
    marks: marksOf(given),
  };
}
