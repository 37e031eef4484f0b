import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addRun, noRuns, planOf, runPlan } from './sync.ts';
import type { Step } from './world/plan.ts';
import { leaveOut, shrink } from './world/shrink.ts';
import { makeTemplate } from './world/unit.ts';

const CLIENTS = 4;
let template: string;
beforeAll(async () => {
  template = await makeTemplate();
});
afterAll(() => rmSync(dirname(template), { recursive: true, force: true }));

/** Does something to a database behind the back of who owns it. */
function inDatabase(path: string, work: (db: Database.Database) => void): void {
  const db = new Database(path, { timeout: 5_000 });
  try {
    work(db);
  } finally {
    db.close();
  }
}

it('loses, leaks and repeats nothing when computers work apart over a bad line, and meets merges and conflicts', async () => {
  let total = noRuns(1);
  for (let seed = 1; seed <= 3; seed += 1) {
    const run = await runPlan(template, CLIENTS, planOf(seed, CLIENTS, 40));
    expect(run.problems).toEqual([]);
    total = addRun(total, run);
  }
  expect(total.merges + total.conflicts).toBeGreaterThan(0);
  expect(Object.keys(total.faults).length).toBeGreaterThan(5);
}, 120_000);

it('plans the same for the same seed, and leaves out what a failure does not need', async () => {
  expect(planOf(7, CLIENTS, 40)).toEqual(planOf(7, CLIENTS, 40));
  const plan = planOf(7, CLIENTS, 40);
  const needed = ['3', '17'];
  const fails = async (tried: readonly Step[]): Promise<boolean> =>
    needed.every((index) => tried.some((step) => step.index === index));
  const out = await shrink(plan, fails, () => false);
  expect(leaveOut(plan, out).map(({ index }) => index)).toEqual(needed);
});

it('finds a portal that executes a mutation twice', async () => {
  const { problems } = await runPlan(template, CLIENTS, planOf(3, CLIENTS, 6), {
    sabotage: ({ portal }) =>
      inDatabase(portal.database, (db) => {
        db.exec(`UPDATE unit SET last_number = last_number + 1;
          INSERT INTO change (unit, number, audience, kind, post, object, payload)
          SELECT unit.id, unit.last_number, audience, change.kind, post, object, payload FROM change, unit
          WHERE change.kind = 'mutation' ORDER BY number DESC LIMIT 1`);
      }),
  });
  expect(problems.map(({ what }) => what).join('\n')).toMatch(/took effect twice/);
}, 60_000);

it('finds a portal that shows drafts to everybody', async () => {
  const { problems } = await runPlan(template, CLIENTS, planOf(3, CLIENTS, 3), {
    sabotage: ({ portal }) => inDatabase(portal.database, (db) => db.exec('UPDATE change SET audience = NULL')),
  });
  expect(problems.map(({ kind }) => kind)).toContain('leaked');
}, 60_000);

it('finds a program that drops a text before it is sent', async () => {
  const { problems } = await runPlan(template, CLIENTS, planOf(3, CLIENTS, 20), {
    sabotage: ({ computers }) => {
      for (const { database } of computers)
        inDatabase(database, (db) => {
          const waits = "SELECT json_extract(words, '$.args.revision') FROM mutation WHERE outcome = 'pending'";
          db.exec(`DELETE FROM revision WHERE id IN (${waits})`);
        });
    },
  });
  expect(problems.map(({ kind }) => kind)).toContain('lost');
}, 60_000);
