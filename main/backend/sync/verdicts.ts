import { z } from 'zod';
import type { Verdict } from '../../../shared/sync/index.ts';
import { isAwaited, settleSealed } from '../carried/index.ts';
import { copyAsNewDraft, type Desk, isMadeFrom, projectPost, settleHead, settleRest } from '../posts/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';
import { isLostSave, settleLostSave } from './lost-saves.ts';

/** A text of a post that the portal turned down in this reply, the newest of its line. */
interface Lost {
  readonly revision: string;
  /** The portal goes on from another text: this one, and what was built on it, lost a race. */
  readonly isRace: boolean;
  /** What it was made from was erased: it is taken in no form, and what is left of it is. */
  readonly isErased: boolean;
  /** How many saves were turned down. */
  readonly saves: number;
}

/** By post: two lines of texts may lose at once, and neither holds the other's words. */
type LostTexts = ReadonlyMap<string, readonly Lost[]>;

interface ToDecide {
  readonly post: string;
  readonly name: string;
  readonly words: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly device: string;
  readonly person: string | null;
  readonly is_seen: number;
}

const RACE_CODES: readonly string[] = ['head_moved', 'not_yours'];

/** What verdicts came to. */
export interface Taken {
  readonly lost: LostTexts;
  readonly against: number;
  readonly settled: number;
}

/**
 * Takes in verdicts that came without a reply: signed by the portal, brought by somebody else.
 * @returns the posts they are about, and how many are against this person.
 */
export function applyVerdicts(
  desk: Desk,
  verdicts: readonly Verdict[],
  titleOfCopy: (original: string) => string,
): { readonly posts: string[]; readonly against: number } {
  const touched = new Set<string>();
  return desk.db.transaction(() => {
    const taken = takeVerdicts(desk, verdicts, touched);
    for (const post of touched) projectPost(desk, post);
    const against = taken.against - settleLost(desk, taken.lost, titleOfCopy);
    return { posts: [...touched], against };
  })();
}

const FORKED_LINE = 'forkedLine';

/** Whether the portal has told that the line this folder writes under is another's too: it must start anew. */
export function hasForked({ db, device }: Desk): boolean {
  return readSetting(db, FORKED_LINE, z.string()) === device.id;
}

/** Call inside a transaction. The posts they are about are added to `touched`. */
export function takeVerdicts(desk: Desk, verdicts: readonly Verdict[], touched: Set<string>): Taken {
  const { db } = desk;
  const lost = new Map<string, readonly Lost[]>();
  let against = 0;
  let settled = 0;
  for (const verdict of verdicts) {
    const row = db
      .prepare<[string], ToDecide>(
        'SELECT post, name, words, outcome, code, device, person, is_seen FROM mutation WHERE id = ?',
      )
      .get(verdict.mutation);
    // In a box and in the feed at once: another computer of its person was quicker. The box is decided all the same.
    if (settleSealed(db, verdict)) settled += 1;
    if (row === undefined) continue;
    const isAgain = isLostSave(db, verdict.mutation);
    if (row.outcome !== 'pending' && row.outcome !== 'sent' && !isAgain) continue;
    // Brought back for a device that a restored portal does not know yet: it may know it again. One that came by a
    // bundle was certified once: its device was revoked.
    const isOthers = row.device !== desk.device.id && !isAwaited(db, verdict.mutation);
    if (verdict.code === 'unknown_device' && isOthers) continue;
    settled += 1;
    if (verdict.outcome === 'forked' && row.code !== verdict.code) {
      // Another line's own computer starts anew; ours does, once for each way to fork.
      if (row.device === desk.device.id) writeSetting(db, FORKED_LINE, row.device);
      db.prepare('UPDATE mutation SET code = ? WHERE id = ?').run(verdict.code, verdict.mutation);
      continue;
    }
    // Forked in the same way under a new line: no line will do, and the words stay here for the person to see.
    const outcome = verdict.outcome === 'forked' ? 'refused' : verdict.outcome;
    const isAgainst = outcome !== 'accepted' && row.person === desk.me().id;
    // Said before by a portal that was restored since: its person knows.
    const isTold = isAgain && verdict.code === row.code;
    if (isAgain) settleLostSave(db, verdict.mutation);
    if (isAgainst && !isTold) against += 1;
    db.prepare(
      `UPDATE mutation SET outcome = ?, code = ?, received_at = ?, is_seen = ?, number = coalesce(?, number),
       contributors = coalesce(?, contributors) WHERE id = ?`,
    ).run(
      outcome,
      verdict.code,
      verdict.receivedAt,
      isTold ? row.is_seen : isAgainst ? 0 : 1,
      verdict.number ?? null,
      verdict.contributors === undefined ? null : JSON.stringify(verdict.contributors),
      verdict.mutation,
    );
    touched.add(row.post);
    if (isAgainst && row.name === 'post.save') {
      const { args } = JSON.parse(row.words) as { args: { revision: string } };
      const isRace = RACE_CODES.includes(verdict.code);
      const saves = isTold ? 0 : 1;
      lost.set(
        row.post,
        withLost(db, lost.get(row.post) ?? [], {
          revision: args.revision,
          isRace,
          isErased: verdict.code === 'erased',
          saves,
        }),
      );
    }
  }
  return { lost, against, settled };
}

/** A text takes the place of what it was made from. What came after a race was lost has lost it too. */
function withLost(db: Store, known: readonly Lost[], next: Lost): Lost[] {
  const { revision } = next;
  const before = known.filter((one) => isMadeFrom(db, revision, one.revision));
  const isRace = next.isRace || known.some((one) => one.isRace);
  const isErased = next.isErased || before.some((one) => one.isErased);
  const saves = before.reduce((sum, one) => sum + one.saves, next.saves);
  return [...known.filter((one) => !before.includes(one)), { revision, isRace, isErased, saves }];
}

/** Merges, keeps or sets aside text that lost. Returns how many verdicts against this person that settles. */
export function settleLost(desk: Desk, lost: LostTexts, titleOfCopy: (original: string) => string): number {
  let merged = 0;
  for (const [post, texts] of lost)
    for (const { revision, isRace, isErased, saves } of texts) {
      const fate = isErased ? settleRest(desk, post, revision) : settleHead(desk, post, revision);
      if (fate === 'merged') merged += saves;
      if (fate === 'not_ours' && (isRace || isOnPortal(desk, post))) copyAsNewDraft(desk, revision, titleOfCopy);
    }
  return merged;
}

/**
 * Whether the portal ever took a save of the post, and so shows another text than one it turned down. Text of a post it
 * never took stays where it is: a copy would be turned down for the same reason, and copied again at each sync.
 */
function isOnPortal({ db }: Desk, post: string): boolean {
  const save = "SELECT 1 FROM mutation WHERE post = ? AND name = 'post.save' AND outcome = 'accepted'";
  return db.prepare(save).get(post) !== undefined;
}
