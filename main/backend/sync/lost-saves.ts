import { z } from 'zod';
import {
  type Desk,
  isMadeFrom,
  type MutationRow,
  mutationsOfPost,
  type Outcome,
  secondHeadsOf,
  signAnew,
  wordsOf,
} from '../posts/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';

const TO_OFFER = 'lostSavesToOffer';

/**
 * Notes which saves a restored portal is told of again although it turned them down: their texts lost a race and still
 * wait here for a person, and what they built on. It gives such texts to their author's other computers (design 4), and
 * may have forgotten that. They keep the verdict they have until it comes anew.
 */
export function noteLostSaves(desk: Desk): void {
  const { db } = desk;
  const posts = db.prepare<[], { post: string }>('SELECT DISTINCT post FROM second_head').all();
  writeSetting(
    db,
    TO_OFFER,
    posts.flatMap(({ post }) => lostSavesOf(desk, post)),
  );
}

function lostSavesOf(desk: Desk, post: string): string[] {
  const { db } = desk;
  const heads = secondHeadsOf(db, post);
  const lost = new Map(
    mutationsOfPost(db, post)
      .filter(({ name, outcome, person }) => name === 'post.save' && isTurnedDown(outcome) && person === desk.me().id)
      .map((row) => [row.id, wordsOf(row)]),
  );
  const offered = new Set<string>();
  const queue = [...lost.values()].filter(({ args }) =>
    heads.some(({ revision }) => isMadeFrom(db, revision, String(args.revision))),
  );
  for (let save = queue.pop(); save !== undefined; save = queue.pop()) {
    if (offered.has(save.id)) continue;
    offered.add(save.id);
    queue.push(...save.after.flatMap((id) => lost.get(id) ?? []));
  }
  return [...offered];
}

function isTurnedDown(outcome: Outcome): boolean {
  return outcome === 'refused' || outcome === 'superseded';
}

/** Those that were not told yet, in the order they were made, each signed by the line this folder writes under now. */
export function lostSavesToOffer(desk: Desk): MutationRow[] {
  const { db, device } = desk;
  const rows = waitingRows(db);
  if (rows.every((row) => row.device === device.id)) return rows;
  db.transaction(() => {
    for (const row of rows) if (row.device !== device.id) signAnew(desk, row);
  })();
  return waitingRows(db);
}

export function countLostSaves(db: Store): number {
  return waitingRows(db).length;
}

export function isLostSave(db: Store, mutation: string): boolean {
  return readToOffer(db).includes(mutation);
}

/** The portal has answered. */
export function settleLostSave(db: Store, mutation: string): void {
  const left = readToOffer(db).filter((id) => id !== mutation);
  writeSetting(db, TO_OFFER, left);
}

function waitingRows(db: Store): MutationRow[] {
  const find = db.prepare<[string], MutationRow>(
    "SELECT * FROM mutation WHERE id = ? AND outcome IN ('refused', 'superseded')",
  );
  return readToOffer(db)
    .flatMap((id) => find.get(id) ?? [])
    .sort((one, other) => one.place - other.place);
}

function readToOffer(db: Store): string[] {
  return readSetting(db, TO_OFFER, z.array(z.string())) ?? [];
}
