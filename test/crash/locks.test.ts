import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { createPost, type Desk, openPost, writeDraft } from '../../main/backend/posts/index.ts';
import { readRecovery, writeFileSafely } from '../../main/backend/store/index.ts';
import { makeDesk } from '../../main/backend/testing/index.ts';
import { textOfBlocks } from '../../shared/content/index.ts';

/** A virus scanner that holds each file for a moment: the first two tries to rename it fail as they do on Windows. */
const scanner = vi.hoisted(() => ({ held: 0, tries: new Map<string, number>() }));
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const renameSync: typeof fs.renameSync = (from, to) => {
    const tries = (scanner.tries.get(String(from)) ?? 0) + 1;
    scanner.tries.set(String(from), tries);
    if (tries <= 2) {
      scanner.held += 1;
      throw Object.assign(new Error('held'), { code: tries === 1 ? 'EBUSY' : 'EPERM' });
    }
    scanner.tries.delete(String(from));
    fs.renameSync(from, to);
  };
  return { ...fs, renameSync, default: { ...fs, renameSync } };
});

const folder = mkdtempSync(join(tmpdir(), 'ban-thao-locks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(desk: Desk, post: string, text: string): void {
  const blocks = [{ id: 'a', type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }];
  writeDraft(desk, { post, fields: null, order: ['a'], blocks });
}

it('a virus scanner that holds files for a moment stops no backup, no rebuilding and no settings, and costs no word', async () => {
  const { desk } = makeDesk(folder);
  const post = createPost(desk);
  write(desk, post, 'trước khi sao lưu');
  expect(await desk.db.backUp(new Date())).toBe(true);
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
  write(desk, post, 'sau khi sao lưu');
  desk.db.close();

  writeFileSync(join(folder, 'database.sqlite'), 'x'.repeat(40_000));
  const again = makeDesk(folder).desk;
  expect(textOfBlocks(openPost(again, post).blocks)).toBe('sau khi sao lưu');
  expect(readRecovery(folder)).toMatchObject({ isFromBackup: true });
  again.db.close();

  writeFileSafely(join(folder, 'settings.json'), '{}');
  expect(readdirSync(folder)).toContain('settings.json');
  // The backup, the database set aside, what was done about it, and the settings.
  expect(scanner.held).toBeGreaterThanOrEqual(8);
});
