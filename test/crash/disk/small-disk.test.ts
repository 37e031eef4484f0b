import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createPost, type Desk, openPost, writeDraft } from '../../../main/backend/posts/index.ts';
import { storeError } from '../../../main/backend/store/index.ts';
import { makeDesk } from '../../../main/backend/testing/index.ts';
import { textOfBlocks } from '../../../shared/content/index.ts';

/** A small disk of its own, which only root on Linux can make. */
const folder = mkdtempSync(join(tmpdir(), 'ban-thao-disk-'));
const canMount =
  process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]).status === 0;
const because = canMount ? '' : ' (skipped: needs to mount a small disk, as root on Linux)';

afterAll(() => {
  if (canMount) execFileSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
});

describe('a full disk', () => {
  it.skipIf(!canMount)(`is said in words at whichever write it bites, and costs no acknowledged word${because}`, () => {
    let { desk } = makeDesk(folder);
    const post = createPost(desk);
    let acknowledged = '';
    let tried = '';
    const fill = (): string | null => {
      for (let step = 0; step < 5_000; step += 1) {
        tried = `${step} ${'chữ '.repeat(200)}`.trim();
        try {
          type(desk, post, tried);
          acknowledged = tried;
        } catch (error) {
          const known = storeError(error, folder);
          return known instanceof Error && 'code' in known ? String(known.code) : String(error);
        }
      }
      return null;
    };
    expect(fill()).toBe('disk_full');
    // Room again, a little at a time: each time the disk fills at another write, and what was promised is there.
    for (const size of ['2500k', '2900k', '3100k', '3700k', '4100k', '4700k']) {
      execFileSync('mount', ['-o', `remount,size=${size}`, folder]);
      desk.db.close();
      desk = makeDesk(folder).desk;
      // The last try may have reached the database before its log had no room: newer words, never older ones.
      expect([acknowledged, tried]).toContain(read(desk, post));
      expect(fill()).toBe('disk_full');
    }
    execFileSync('mount', ['-o', 'remount,size=64m', folder]);
    type(desk, post, 'có chỗ trống rồi');
    expect(read(desk, post)).toBe('có chỗ trống rồi');
    desk.db.close();
  });
});

describe('a read-only disk', () => {
  it.skipIf(!canMount)(`is said in words, and leaves all as it is${because}`, () => {
    const { desk } = makeDesk(folder);
    const post = createPost(desk);
    type(desk, post, 'trước khi đĩa chỉ còn đọc');
    desk.db.close();
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    expect(() => makeDesk(folder)).toThrow(expect.objectContaining({ code: 'folder_unwritable' }));
    execFileSync('mount', ['-o', 'remount,rw', folder]);
    const again = makeDesk(folder).desk;
    expect(read(again, post)).toBe('trước khi đĩa chỉ còn đọc');
    again.db.close();
  });
});

function type(desk: Desk, post: string, text: string): void {
  writeDraft(desk, {
    post,
    fields: null,
    order: ['a'],
    blocks: [{ id: 'a', type: 'paragraph', children: [{ type: 'text', text }] }],
  });
}

function read(desk: Desk, post: string): string {
  return textOfBlocks(openPost(desk, post).blocks);
}
