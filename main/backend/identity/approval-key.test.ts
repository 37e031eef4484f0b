import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isApprovalSealedBy } from '../../../shared/sync/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { openApprovalKey } from './index.ts';

const statement = {
  portal: 'p',
  unit: 'u',
  post: '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
  revision: 'a'.repeat(64),
  contentHash: 'b'.repeat(64),
  htmlHash: 'c'.repeat(64),
  rules: 'default-1',
  previous: '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c',
};
const minutes = (count: number): number => count * 60_000;

async function makeKey(folder = temporaryFolder()) {
  let clock = Date.parse('2026-11-23T00:00:00Z');
  const now = () => new Date(clock);
  const key = openApprovalKey(folder, now);
  let publicKey = '';
  await key.create('246810', async (made) => {
    publicKey = made.publicKey;
  });
  return { key, folder, now, publicKey, pass: (ms: number) => (clock += ms) };
}

describe('the approval key', () => {
  it('seals while open, and closes after fifteen minutes', async () => {
    const { key, publicKey, pass } = await makeKey();
    const { seal } = key.seal(statement);
    expect(isApprovalSealedBy(statement, seal, publicKey)).toBe(true);
    pass(minutes(15));
    expect(key.state()).toBe('locked');
    expect(() => key.seal(statement)).toThrow(expect.objectContaining({ code: 'pin_locked' }));
    key.unlock('246810');
    expect(key.state()).toBe('unlocked');
  });

  it('does not stay open longer because the clock was turned back', async () => {
    const { key, pass } = await makeKey();
    pass(minutes(10));
    expect(key.state()).toBe('unlocked');
    pass(-minutes(8));
    expect(() => key.seal(statement)).toThrow(expect.objectContaining({ code: 'pin_locked' }));
    pass(minutes(9));
    expect(key.state()).toBe('locked');
  });

  it('is on disk only wrapped, and readable by its owner only', async () => {
    const { folder } = await makeKey();
    const path = join(folder, 'approval-key.json');
    const file = JSON.parse(readFileSync(path, 'utf8')) as object;
    expect(Object.keys(file).sort()).toEqual(['id', 'nonce', 'publicKey', 'salt', 'tag', 'triesLeft', 'wrapped']);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('counts wrong PINs across restarts and is thrown away after ten', async () => {
    const { folder, now } = await makeKey();
    for (let left = 9; left > 0; left -= 1)
      expect(() => openApprovalKey(folder, now).unlock('000000')).toThrow(
        expect.objectContaining({ code: 'pin_wrong', params: { left } }),
      );
    expect(() => openApprovalKey(folder, now).unlock('000000')).toThrow(
      expect.objectContaining({ code: 'pin_too_many' }),
    );
    expect(existsSync(join(folder, 'approval-key.json'))).toBe(false);
    expect(openApprovalKey(folder, now).state()).toBe('none');
  });

  it('forgives earlier slips once the PIN is right', async () => {
    const { folder, now } = await makeKey();
    const key = openApprovalKey(folder, now);
    expect(() => key.unlock('111111')).toThrow();
    key.unlock('246810');
    key.lock();
    expect(() => key.unlock('111111')).toThrow(expect.objectContaining({ params: { left: 9 } }));
  });

  it('is not kept when the portal could not be told', async () => {
    const folder = temporaryFolder();
    const key = openApprovalKey(folder, () => new Date());
    await expect(key.create('246810', () => Promise.reject(new Error('offline')))).rejects.toThrow('offline');
    expect(key.state()).toBe('none');
    expect(existsSync(join(folder, 'approval-key.json'))).toBe(false);
  });
});
