import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '../../portal/cli-audit.ts';
import { openStore } from '../../portal/store/index.ts';
import { makePortal, signedIn, sync, type TestPortal, testFolder } from './board.ts';

/** The portal's `audit` command, in this process. */
async function portalAudit(portal: TestPortal, ...args: string[]): Promise<{ code: number; out: string }> {
  const lines: string[] = [];
  const home = { folder: portal.folder, database: null };
  const code = await audit(args, home, (line) => lines.push(line));
  return { code, out: lines.join('\n') };
}

async function cutLog(portal: TestPortal): Promise<void> {
  await portal.stop();
  const store = await openStore(portal.folder);
  const { number } = await store
    .selectFrom('audit')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await store.deleteFrom('audit').where('number', '=', number).execute();
  await store.destroy();
  await portal.start();
}

describe('the audit log', () => {
  it('is proven by the portal’s command with the heads a computer kept, and a cut is told to both', async () => {
    const portal = await makePortal();
    const author = await signedIn(portal, 'tacgia');
    const post = await author.write('Khai giảng', ['nội dung']);
    await author.client.call('posts.leave', { post });
    expect((await sync(author)).state).toBe('idle');
    const { text } = await author.client.call('audit.heads', null);
    const file = join(testFolder(), 'heads.json');
    writeFileSync(file, text);
    const sound = await portalAudit(portal, 'verify', '--heads', file);
    expect(sound.code).toBe(0);
    expect(sound.out).toContain('Nhật ký nguyên vẹn');

    await cutLog(portal);
    expect(await sync(author)).toMatchObject({ state: 'failed', problem: 'audit_broken' });
    await author.write('Khai giảng', ['vẫn viết tiếp được'], post);
    expect((await author.open(post)).fields.title).toBe('Khai giảng');
    const cut = await portalAudit(portal, 'verify', '--heads', file);
    expect(cut.code).toBe(1);
    expect(cut.out).toContain('Nhật ký bị cắt hoặc viết lại: dấu ở dòng');

    const exported = await portalAudit(portal, 'export');
    expect(exported.out).toContain('Trần Thu Hà\tĐăng nhập');
    const json = await portalAudit(portal, 'export', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({ unit: 'thcs-song-tra', lines: expect.any(Array) });
  });
});
