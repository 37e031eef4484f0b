import type Database from 'better-sqlite3';
import { inspect } from '../../../portal/inspection/index.ts';
import { openStore } from '../../../portal/store/index.ts';
import { foldedStatus } from '../../../portal/workflow/status.ts';
import type { PostDetails } from '../../../shared/contract/index.ts';
import type { Computer } from './computer.ts';
import { marksOf } from './edit.ts';
import { ERASED_TEXT } from './model.ts';
import type { World } from './world.ts';

const ROUNDS = 14;
/** Longer than a computer waits before it asks again for a picture that the portal lacked. */
const LATER_MS = 6 * 60_000;

/** Lets everybody sync on a good line until nothing moves any more. */
export async function quiesce({ computers, portal, model, watch }: World): Promise<void> {
  for (const { line } of computers) while (line.held() > 0) await line.deliver(0);
  await portal.restart();
  let before = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    const said: string[] = [];
    for (const computer of computers) {
      computer.clock.wrongBy += LATER_MS;
      let status = await computer.call('sync.now', null);
      if (status.state === 'signed_out') {
        await computer.signIn();
        status = await computer.call('sync.now', null);
      }
      watch(computer);
      const waits = computer.peek((db) =>
        db.prepare("SELECT id, name, post, code FROM mutation WHERE outcome IN ('pending','sent')").all(),
      );
      said.push(`${computer.name} ${status.state} ${status.problem} ${status.pending} ${JSON.stringify(waits)}`);
    }
    const now = JSON.stringify([said, portal.peek(feedLength)]);
    if (now === before) {
      for (const one of said) if (!/ idle null 0 \[\]$/.test(one)) model.report('stuck', one);
      return;
    }
    before = now;
  }
  model.report('stuck', `still moving after ${ROUNDS} rounds: ${before}`);
}

function feedLength(db: Database.Database): unknown {
  return db.prepare('SELECT last_number FROM unit').get();
}

/** Holds the quiet world against the reference. */
export async function checkWorld(world: World): Promise<void> {
  const shown = new Map<Computer, Map<string, PostDetails>>();
  for (const computer of world.computers) shown.set(computer, await postsOf(computer));
  checkKept(world, shown);
  checkAlike(world, shown);
  checkVerdicts(world);
  checkSecrets(world);
  checkErased(world);
  await checkPortal(world);
  for (const { bugs, name } of world.computers) for (const bug of bugs) world.model.report('bug', `${name}: ${bug}`);
  for (const bug of world.portal.bugs) if (!isFullDisk(bug)) world.model.report('bug', `portal: ${bug}`);
}

function isFullDisk(bug: string): boolean {
  return /SQLITE_FULL|ENOSPC|disk_full/.test(bug);
}

async function postsOf(computer: Computer): Promise<Map<string, PostDetails>> {
  const query = { filter: 'all', category: null, query: '', offset: 0, limit: 200 } as const;
  const { rows } = await computer.call('posts.list', query);
  const posts = await Promise.all(rows.map(({ post }) => computer.call('posts.open', { post })));
  // A post that was opened and not written in is on that computer only.
  const isWritten = ({ fields, blocks, timeline }: PostDetails): boolean =>
    timeline.length > 0 || blocks.length > 0 || fields.title !== '';
  return new Map(posts.filter(isWritten).map((details) => [details.post, details]));
}

/** Every minted revision is somewhere, and every word that nobody took out is in sight of who wrote it. */
function checkKept(
  { model, computers, holdings }: World,
  shown: ReadonlyMap<Computer, ReadonlyMap<string, PostDetails>>,
): void {
  const held = holdings();
  for (const id of model.minted.keys())
    if (!held.revisions.has(id) && !model.gone.revisions.has(id)) model.report('lost', `revision ${id} is nowhere`);
  for (const id of model.mutations.keys())
    if (!held.mutations.has(id) && !model.gone.mutations.has(id)) model.report('lost', `mutation ${id} is nowhere`);
  for (const computer of computers) {
    const heads = computer.peek((db) => headTexts(db));
    const marks = marksOf([[...(shown.get(computer)?.values() ?? [])], heads]);
    for (const [mark, person] of model.written) {
      if (person !== computer.account || model.takenOut.has(mark) || model.gone.marks.has(mark)) continue;
      if (!marks.has(mark))
        model.report(
          'lost',
          `${mark} is out of sight on ${computer.name}${held.marks.has(mark) ? '' : ' and nowhere else'}`,
        );
    }
  }
}

/**
 * The newest saved text of each post, which a review hides from its author's view but not from the post, and the texts
 * that wait beside it for a person to choose.
 */
function headTexts(db: Database.Database): unknown[] {
  return db
    .prepare(
      `SELECT canonical FROM revision WHERE id IN (SELECT json_extract(status, '$.head') FROM post)
       OR id IN (SELECT revision FROM second_head)`,
    )
    .all();
}

/** All computers of one person show the same; all computers agree with the portal on what everybody may know. */
function checkAlike(
  { model, computers, portal }: World,
  shown: ReadonlyMap<Computer, ReadonlyMap<string, PostDetails>>,
): void {
  const atPortal = new Map(
    portal
      .peek((db) => db.prepare<[], { id: string; status: string }>('SELECT id, status FROM post').all())
      .map(({ id, status }) => [id, JSON.parse(status) as Record<string, unknown>]),
  );
  const first = new Map<string, { name: string; posts: ReadonlyMap<string, PostDetails> }>();
  for (const computer of computers) {
    const posts = shown.get(computer) ?? new Map<string, PostDetails>();
    const known = first.get(computer.account);
    if (known === undefined) first.set(computer.account, { name: computer.name, posts });
    else {
      for (const post of new Set([...known.posts.keys(), ...posts.keys()])) {
        const [one, two] = [known.posts.get(post), posts.get(post)].map((details) => details && inCommon(details));
        const differs = Object.keys(one ?? two ?? {}).filter((key) => one?.[key] !== two?.[key]);
        if (differs.length === 0) continue;
        const said = (of: Record<string, string> | undefined): string =>
          differs.map((key) => `${key} ${of?.[key]}`).join();
        model.report('diverged', `${post}: ${known.name} shows ${said(one)}, ${computer.name} shows ${said(two)}`);
      }
    }
    const rows = computer.peek((db) =>
      db.prepare<[], { id: string; status: string; is_mine: number }>('SELECT id, status, is_mine FROM post').all(),
    );
    for (const row of rows) {
      const status = JSON.parse(row.status) as Record<string, unknown>;
      const official = atPortal.get(row.id);
      const part = (of: Record<string, unknown> | undefined): string =>
        JSON.stringify(of && { ...of, ...(row.is_mine === 1 ? {} : { head: null }) }, Object.keys(of ?? {}).sort());
      if (official === undefined) {
        if (status.head !== null) model.report('diverged', `${row.id}: on ${computer.name} and not on the portal`);
      } else if (part(status) !== part(official))
        model.report('diverged', `${row.id}: ${computer.name} has ${part(status)}, the portal ${part(official)}`);
    }
  }
}

/** What two computers of one person must show alike. */
function inCommon({
  fields,
  blocks,
  state,
  isLive,
  mode,
  revision,
  timeline,
  reason,
}: PostDetails): Record<string, string> {
  const acts = timeline.flatMap(({ mutation, outcome }) => (outcome === 'accepted' ? [mutation] : []));
  const shown = { fields, blocks, state, isLive, mode, revision, reason, acts };
  return Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, JSON.stringify(value)]));
}

interface Verdict {
  readonly id: string;
  readonly outcome: string;
  readonly code: string;
}

/** Each mutation was executed once at most, and everybody was told the same of it. */
function checkVerdicts({ model, computers, portal, harm }: World): void {
  const decided = new Map(
    portal
      .peek((db) => db.prepare<[], Verdict>('SELECT id, outcome, code FROM mutation').all())
      .map((row) => [row.id, row]),
  );
  for (const computer of computers)
    for (const row of computer.peek((db) => db.prepare<[], Verdict>('SELECT id, outcome, code FROM mutation').all())) {
      const official = decided.get(row.id);
      // Not stored, so that nobody can take an id from its owner: said again each time it is asked.
      const isUnstored = ['unknown_device', 'bad_signature', 'malformed', 'known_id'].includes(row.code);
      if (official === undefined) {
        // A portal that was set back is not asked again about what it once turned down.
        const isForgotten = row.outcome !== 'accepted' && harm.has('portal_restored');
        if (!isForgotten && !isUnstored && !model.gone.mutations.has(row.id))
          model.report(
            'verdict',
            `${computer.name} has ${row.outcome} ${row.code} for ${row.id}, which the portal does not know`,
          );
      } else if (official.outcome !== row.outcome)
        model.report(
          'verdict',
          `${computer.name} has ${row.outcome} ${row.code} for ${row.id}, the portal ${official.outcome} ${official.code}`,
        );
    }
  const twice = portal.peek((db) =>
    db
      .prepare<[], { object: string }>(
        "SELECT object FROM change WHERE kind = 'mutation' GROUP BY object HAVING count(*) > 1",
      )
      .all(),
  );
  for (const { object } of twice) model.report('verdict', `mutation ${object} took effect twice`);
}

/** Nobody holds another's words that were never submitted. */
function checkSecrets({ model, computers }: World): void {
  const open = marksOf([...model.submitted].map((id) => model.minted.get(id)));
  for (const computer of computers) {
    const held = computer.peek((db) => {
      const tables = db
        .prepare<[], { name: string }>(
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'post_search%' AND name NOT LIKE 'sqlite%'",
        )
        .all();
      return marksOf(tables.map(({ name }) => db.prepare(`SELECT * FROM ${name}`).all()));
    });
    for (const mark of held) {
      const person = model.written.get(mark);
      if (person !== undefined && person !== computer.account && !open.has(mark))
        model.report('leaked', `${computer.name} holds ${mark} of ${person}, which was never submitted`);
    }
  }
}

/** What was erased is held by nobody, as long as somebody still knows that it was. */
function checkErased({ model, computers, portal }: World): void {
  const places = [portal, ...computers];
  const known = new Set(
    places.flatMap(({ peek }) =>
      peek((db) => db.prepare<[], { hash: string }>('SELECT hash FROM erased').all()).map(({ hash }) => hash),
    ),
  );
  for (const { peek } of places)
    for (const { id } of peek((db) =>
      db.prepare<[string], { id: string }>('SELECT id FROM revision WHERE canonical <> ?').all(ERASED_TEXT),
    ))
      if (known.has(id) && model.erased.has(id)) model.report('leaked', `${id} was erased and is still held`);
}

/** The portal's own proofs: the log, every signature, what is public, and the kept status against the fold. */
async function checkPortal({ model, portal }: World): Promise<void> {
  await portal.stop();
  const store = await openStore(portal.folder);
  try {
    const { id: unit } = await store.selectFrom('unit').select('id').executeTakeFirstOrThrow();
    const { findings } = await inspect(store, unit);
    for (const finding of findings) model.report('verdict', `the portal's log: ${JSON.stringify(finding)}`);
    for (const { id, status } of await store.selectFrom('post').select(['id', 'status']).execute()) {
      const folded = JSON.stringify(await foldedStatus(store, id));
      if (folded !== status) model.report('diverged', `${id}: the portal keeps ${status} and folds ${folded}`);
    }
  } finally {
    await store.destroy();
  }
}
