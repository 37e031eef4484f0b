import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { publicPages } from './board/oracle.ts';
import { type Move, play } from './board/play.ts';
import { fuzzBoard } from './board.ts';
import { makeTemplate } from './world/unit.ts';
import { openWorld } from './world/world.ts';

let template: string;
beforeAll(async () => {
  template = await makeTemplate();
});
afterAll(() => rmSync(dirname(template), { recursive: true, force: true }));

it('publishes nothing without a valid approval by somebody else, loses no decision, and says why of each refusal', async () => {
  const { total, failure } = await fuzzBoard(template, { seed: 1, runs: 5, steps: 30 });
  expect(failure).toBeNull();
  expect(total).toMatchObject({ runs: 5, steps: 150, violations: 0 });
}, 120_000);

it('finds a page that shows other words than were approved, and one whose approver wrote it', async () => {
  const clock = { wrongBy: 0 };
  const world = await openWorld(template, 4, clock);
  onTestFinished(() => world.close());
  const [author, reviewer, head] = [0, 2, 3];
  const posts = new Set<string>();
  for (let seed = 1; posts.size === 0 && seed < 40; seed += 1) {
    const turn = (who: number): Move[] => [
      { kind: 'sync', who, seed },
      ...[1, 2, 3].map((number): Move => ({ kind: 'act', who, seed: seed * 100 + who * 10 + number })),
      { kind: 'sync', who, seed },
    ];
    const moves: Move[] = [{ kind: 'write', who: author, seed }, ...turn(author), ...turn(reviewer), ...turn(head)];
    expect((await play(world, clock, moves)).violations).toEqual([]);
    const found = world.portal.peek((db) => db.prepare<[], { post: string }>('SELECT post FROM publication').all());
    for (const { post } of found) posts.add(post);
  }
  expect(posts.size).toBeGreaterThan(0);
  expect(world.portal.peek((db) => publicPages(db, [...posts]).wrong)).toEqual([]);
  const wrongAfter = (tampering: string): string => {
    const db = new Database(world.portal.database);
    try {
      db.exec('BEGIN');
      db.exec(tampering);
      return publicPages(db, [...posts]).wrong.join('\n');
    } finally {
      db.exec('ROLLBACK');
      db.close();
    }
  };
  expect(wrongAfter("UPDATE approval SET html = html || ' '")).toMatch(/another HTML hash/);
  expect(wrongAfter("UPDATE mutation SET outcome = 'refused' WHERE name IN ('post.approve', 'post.urgent')")).toMatch(
    /was not accepted/,
  );
  const wrote =
    "(SELECT person FROM mutation AS saved WHERE saved.post = mutation.post AND name = 'post.save' LIMIT 1)";
  expect(
    wrongAfter(`UPDATE mutation SET person = ${wrote} WHERE name IN ('post.approve', 'post.urgent');
      UPDATE approval_key SET person = (SELECT person FROM mutation WHERE name IN ('post.approve', 'post.urgent') LIMIT 1)`),
  ).toMatch(/wrote it/);
}, 120_000);
