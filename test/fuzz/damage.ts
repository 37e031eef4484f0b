import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPost, type Desk, mint, openPost, writeDraft } from '../../main/backend/posts/index.ts';
import { isDamage, readRecovery } from '../../main/backend/store/index.ts';
import { makeDesk } from '../../main/backend/testing/index.ts';
import { textOfBlocks } from '../../shared/content/index.ts';
import { seeded, words } from '../bench/many-posts.ts';

/** What came of many damaged copies of one data folder. */
export interface DamageResult {
  readonly runs: number;
  /** Copies whose database was rebuilt (the rest were not hurt by the damage, or only the log was). */
  readonly rebuilt: number;
  /** Characters saved before the damage and not found after it, over all copies. */
  readonly lostCharacters: number;
  readonly failures: readonly string[];
}

type Damage = 'flip' | 'cut' | 'zero' | 'missing';
const DAMAGES: readonly Damage[] = ['flip', 'flip', 'flip', 'cut', 'zero', 'missing'];

/**
 * Writes posts as a person would (some minted, some only journaled, some deleted words), leaves the data folder as a
 * power cut would (never closed), then damages many copies of it (database, WAL, log, or database with its WAL
 * or its backup), opens each, and reads everything back.
 */
export async function damageCopies(runs: number, seed: number, posts = 30): Promise<DamageResult> {
  const base = mkdtempSync(join(tmpdir(), 'ban-thao-damage-'));
  const random = seeded(seed);
  try {
    const original = join(base, 'original');
    const { desk } = makeDesk(original);
    const texts = writePosts(desk, posts, random);
    await desk.db.backUp(new Date());
    for (const [post, text] of writePosts(desk, posts, random)) texts.set(post, text);
    const snapshot = join(base, 'snapshot');
    cpSync(original, snapshot, { recursive: true });
    desk.db.close();

    let rebuilt = 0;
    let lostCharacters = 0;
    const failures: string[] = [];
    for (let run = 0; run < runs; run += 1) {
      const copy = join(base, 'copy');
      rmSync(copy, { recursive: true, force: true });
      cpSync(snapshot, copy, { recursive: true });
      const what = damage(copy, random);
      const lost = countLost(copy, texts, (error) => failures.push(`run ${run} (${what}): ${String(error)}`));
      if (lost > 0) failures.push(`run ${run} (${what}): ${lost} characters lost`);
      lostCharacters += lost;
      if (readRecovery(copy) !== null) rebuilt += 1;
    }
    return { runs, rebuilt, lostCharacters, failures };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function writePosts(desk: Desk, count: number, random: () => number): Map<string, string> {
  const texts = new Map<string, string>();
  for (let index = 0; index < count; index += 1) {
    const post = createPost(desk);
    let text = '';
    for (let step = 0; step < 4; step += 1) {
      text = `${text} ${words(12, random)}`.trim();
      writeDraft(desk, {
        post,
        fields: step === 0 ? { title: words(6, random), categories: ['B2'] } : null,
        order: ['a'],
        blocks: [{ id: 'a', type: 'paragraph', children: [{ type: 'text', text }] }],
      });
      if (random() < 0.2) mint(desk, post);
    }
    texts.set(post, text);
  }
  return texts;
}

/** Files that are damaged together: whichever they are, what is left must be enough. */
function victims(folder: string, random: () => number): readonly string[] {
  const logs = readdirSync(join(folder, 'log')).map((name) => join('log', name));
  const [backup = ''] = readdirSync(join(folder, 'backups')).map((name) => join('backups', name));
  const [database, wal] = ['database.sqlite', 'database.sqlite-wal'];
  const sets = [[database], [database], [wal], [database, wal], [database, backup], ...logs.map((log) => [log])];
  return sets[Math.floor(random() * sets.length)] ?? [database];
}

function damage(folder: string, random: () => number): string {
  const done = victims(folder, random).map((target) => {
    const how = DAMAGES[Math.floor(random() * DAMAGES.length)] ?? 'flip';
    return `${how} ${target} at ${hurt(join(folder, target), how, random).join(', ')}`;
  });
  return done.join('; ');
}

/** Damages a file in one to four places. Returns where. */
function hurt(path: string, how: Damage, random: () => number): number[] {
  const bytes = readFileSync(path);
  const count = how === 'flip' || how === 'zero' ? 1 + Math.floor(random() * 4) : 1;
  const places = Array.from({ length: count }, () => Math.floor(random() * bytes.length));
  const [first = 0] = places;
  if (how === 'missing') rmSync(path);
  else if (how === 'cut') truncateSync(path, first);
  else {
    for (const at of places) {
      if (how === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      else bytes.fill(0, at, Math.min(at + 4_096, bytes.length));
    }
    writeFileSync(path, bytes);
  }
  return places;
}

/** Reads everything back as the program does: a text that turns out damaged makes it rebuild the database and go on. */
function countLost(folder: string, texts: ReadonlyMap<string, string>, onError: (error: unknown) => void): number {
  for (const isLastTry of [false, true]) {
    let desk: Desk | null = null;
    try {
      desk = makeDesk(folder).desk;
      let lost = 0;
      for (const [post, text] of texts) if (textOfBlocks(openPost(desk, post).blocks) !== text) lost += text.length;
      return lost;
    } catch (error) {
      if (isLastTry || !isDamage(error)) onError(error);
      desk?.db.markDamaged();
    } finally {
      desk?.db.close();
    }
  }
  return [...texts.values()].join('').length;
}
