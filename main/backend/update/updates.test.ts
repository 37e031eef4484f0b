import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { API, newKeyPair, type SignedUpdate, signUpdate, type UpdateManifest } from '../../../shared/sync/index.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { createUpdates, type UpdateOutcome, type Updates } from './index.ts';

const RELEASE = newKeyPair();
const INSTALLER = Buffer.from('an installer of forty-two letters and more');

/** A web server on loopback that announces whatever the test gives it, and hands out the installer. */
interface Makers {
  announce: SignedUpdate | { made: 'up' } | null;
  installer: Buffer;
  readonly address: string;
  asked: number;
}

async function startMakers(): Promise<Makers> {
  const server = createServer(({ url }, response) => {
    if (url === '/installer.exe') return response.end(makers.installer);
    makers.asked += 1;
    const problem = { type: 'x', title: 'x', status: 404, code: 'not_found' };
    response.statusCode = makers.announce === null ? 404 : 200;
    response.end(url === API.update ? JSON.stringify(makers.announce ?? problem) : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const makers: Makers = { announce: null, installer: INSTALLER, address, asked: 0 };
  return makers;
}

function manifestOf({ address }: Makers, change: Partial<UpdateManifest> = {}): UpdateManifest {
  const sha256 = createHash('sha256').update(INSTALLER).digest('hex');
  const file = { platform: 'win32-x64', url: `${address}/installer.exe`, sha256, bytes: INSTALLER.length };
  return { version: '1.3.0', notes: 'Nhanh hơn', files: [file], publishedAt: '2026-11-20T00:00:00.000Z', ...change };
}

interface Program {
  updates: Updates;
  readonly folder: string;
  readonly outcomes: UpdateOutcome[];
  readonly progress: number[];
  now: Date;
  restart(version?: string): void;
}

function startProgram(): Program {
  const folder = temporaryFolder();
  const open = (version: string): Updates =>
    createUpdates({
      folder,
      downloads: join(folder, 'Downloads'),
      version,
      platform: 'win32-x64',
      releaseKey: RELEASE.publicKey,
      now: () => program.now,
      onProgress: (done) => program.progress.push(done),
      onChecked: (outcome) => program.outcomes.push(outcome),
    });
  const program: Program = {
    folder,
    outcomes: [],
    progress: [],
    now: new Date('2026-11-23T07:00:00.000Z'),
    updates: null as never,
    restart: (version = '1.2.9') => {
      program.updates = open(version);
    },
  };
  program.restart();
  return program;
}

describe('an announced version', () => {
  it('is shown when the release key signed it and it is newer, and is remembered', async () => {
    const [makers, program] = [await startMakers(), startProgram()];
    makers.announce = signUpdate(manifestOf(makers), RELEASE.secretKey);
    expect(program.updates.announced()).toBeNull();
    await program.updates.ask(makers.address);
    const announced = {
      version: '1.3.0',
      notes: 'Nhanh hơn',
      publishedAt: '2026-11-20T00:00:00.000Z',
      bytes: INSTALLER.length,
      savedAt: null,
    };
    expect(program.updates.announced()).toEqual(announced);
    program.restart();
    expect(program.updates.announced()).toEqual(announced);
    program.restart('1.3.0');
    expect(program.updates.announced()).toBeNull();
  });

  it('may carry what a later version adds, under the same signature', async () => {
    const [makers, program] = [await startMakers(), startProgram()];
    const later = { ...manifestOf(makers), channel: 'stable' };
    makers.announce = signUpdate(later, RELEASE.secretKey);
    await program.updates.ask(makers.address);
    expect(program.outcomes).toEqual(['newer']);
    program.restart();
    expect(program.updates.announced()?.version).toBe('1.3.0');
  });

  it.each<[string, (good: SignedUpdate, makers: Makers) => Makers['announce'], UpdateOutcome]>([
    ['signed by another key', ({ manifest }) => signUpdate(manifest, newKeyPair().secretKey), 'bad_signature'],
    [
      'changed after it was signed',
      (good) => ({ ...good, manifest: { ...good.manifest, version: '9.0.0' } }),
      'bad_signature',
    ],
    [
      'of this version',
      (_, makers) => signUpdate(manifestOf(makers, { version: '1.2.9' }), RELEASE.secretKey),
      'not_newer',
    ],
    [
      'of a later version whose number sorts before',
      (_, makers) => signUpdate(manifestOf(makers, { version: '1.2.10' }), RELEASE.secretKey),
      'newer',
    ],
    [
      'of a much older version',
      (_, makers) => signUpdate(manifestOf(makers, { version: '0.99.99' }), RELEASE.secretKey),
      'not_newer',
    ],
    ['not an announcement at all', () => ({ made: 'up' }), 'failed'],
    ['not there', () => null, 'none'],
  ])('%s', async (_, change, outcome) => {
    const [makers, program] = [await startMakers(), startProgram()];
    makers.announce = change(signUpdate(manifestOf(makers), RELEASE.secretKey), makers);
    await program.updates.ask(makers.address);
    expect(program.outcomes).toEqual([outcome]);
    expect(program.updates.announced() === null).toBe(outcome !== 'newer');
  });

  it('is asked for once a day, and never by a build without a release key', async () => {
    const [makers, program] = [await startMakers(), startProgram()];
    await program.updates.ask(makers.address);
    program.restart();
    await program.updates.ask(makers.address);
    expect(makers.asked).toBe(1);
    program.now = new Date('2026-11-24T07:00:01.000Z');
    await program.updates.ask(makers.address);
    expect(makers.asked).toBe(2);

    const keyless = createUpdates({
      folder: temporaryFolder(),
      downloads: temporaryFolder(),
      version: '1.0.0',
      platform: 'win32-x64',
      releaseKey: null,
      now: () => program.now,
      onProgress: () => {},
      onChecked: () => {},
    });
    await keyless.ask(makers.address);
    expect(makers.asked).toBe(2);
  });

  it('that was put into the folder by hand is no more trusted than one from the line', async () => {
    const [makers, program] = [await startMakers(), startProgram()];
    const forged = signUpdate(manifestOf(makers), newKeyPair().secretKey);
    writeFileSync(
      join(program.folder, 'announced.json'),
      JSON.stringify({ askedAt: null, signed: forged, saved: null }),
    );
    program.restart();
    expect(program.updates.announced()).toBeNull();
    await expect(program.updates.download()).rejects.toMatchObject({ code: 'update_none' });
  });
});

describe('the installer', () => {
  async function announced(change: Partial<UpdateManifest> = {}): Promise<[Makers, Program]> {
    const [makers, program] = [await startMakers(), startProgram()];
    makers.announce = signUpdate(manifestOf(makers, change), RELEASE.secretKey);
    await program.updates.ask(makers.address);
    return [makers, program];
  }

  it('is not fetched until the person says so, and then lies checked in the downloads folder', async () => {
    const [, program] = await announced();
    expect(existsSync(join(program.folder, 'Downloads'))).toBe(false);
    const { savedAt } = await program.updates.download();
    expect(savedAt).toBe(join(program.folder, 'Downloads', 'BanThao-1.3.0-win32-x64.exe'));
    expect(readFileSync(savedAt)).toEqual(INSTALLER);
    expect(program.progress.at(-1)).toBe(INSTALLER.length);
    program.restart();
    expect(program.updates.announced()?.savedAt).toBe(savedAt);
  });

  it.each([
    ['one letter other', Buffer.from(`X${INSTALLER.subarray(1)}`)],
    ['longer', Buffer.concat([INSTALLER, INSTALLER])],
    ['shorter', INSTALLER.subarray(5)],
  ])('is thrown away when it is %s than announced', async (_, bytes) => {
    const [makers, program] = await announced();
    makers.installer = bytes;
    await expect(program.updates.download()).rejects.toMatchObject({ code: 'update_damaged' });
    expect(readdirSync(join(program.folder, 'Downloads'))).toEqual([]);
    expect(program.updates.announced()?.savedAt).toBeNull();
    makers.installer = INSTALLER;
    await program.updates.download();
  });

  it('that cannot be reached is said to be so, and can be tried again', async () => {
    const [, program] = await announced({
      files: [{ platform: 'win32-x64', url: 'http://127.0.0.1:1/a.exe', sha256: '0'.repeat(64), bytes: 5 }],
    });
    await expect(program.updates.download()).rejects.toMatchObject({ code: 'update_unreachable' });
    expect(readdirSync(join(program.folder, 'Downloads'))).toEqual([]);
  });

  it('comes over https, plain http from this computer only', async () => {
    const [, program] = await announced({
      files: [{ platform: 'win32-x64', url: 'http://example.org/a.exe', sha256: '0'.repeat(64), bytes: 5 }],
    });
    await expect(program.updates.download()).rejects.toMatchObject({ code: 'address_insecure' });
  });

  it('of another system is not offered', async () => {
    const [, program] = await announced({ files: [] });
    expect(program.updates.announced()).toMatchObject({ version: '1.3.0', bytes: null });
    await expect(program.updates.download()).rejects.toMatchObject({ code: 'update_none' });
  });
});
