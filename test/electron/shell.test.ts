import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { FakeFrame, preventable } from './fake-window.ts';
import { type Started, started } from './started.ts';

const ORIGIN = 'app://ban-thao';

/** Patient enough for a busy machine. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
/** The file that the window is to show, as the backend tells it. */
const arrivedIn = async (run: Started) => (await run.connection.client.call('app.state', null)).arrivedBundle;
const isUp = (run: Started) => eventually(() => expect(run.connection.state()).toBe('up'));
const opened = async (run: Started) => {
  await eventually(() => expect(run.electron.window.isShown).toBe(true));
  return run.electron.window;
};

describe('the start', () => {
  it('opens one hidden window without Node, and shows it once it has drawn itself', async () => {
    const { electron } = started();
    await eventually(() => expect(electron.windows).toHaveLength(1));
    expect(electron.window.options.show).toBe(false);
    expect(electron.window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    });
    expect(electron.window.options.webPreferences?.preload).toMatch(/electron[\\/]preload\.cjs$/);
    await eventually(() => expect(electron.window.isShown).toBe(true));
    expect(electron.window.webContents.mainFrame.url).toBe(`${ORIGIN}/index.html`);
    expect(electron.app.isSandboxed).toBe(true);
    expect(electron.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
  });

  it('keeps Electron’s own files in the data folder, which it makes', async () => {
    const { electron, home } = started();
    await eventually(() => expect(electron.windows).toHaveLength(1));
    expect(electron.app.paths.userData).toBe(join(home, 'electron'));
    expect(existsSync(join(home, 'electron'))).toBe(true);
  });

  it('says why it cannot begin, and ends with 1', async () => {
    const { electron } = started({
      around: { env: { BANTHAO_HOME: join(import.meta.filename, 'data') } },
    });
    expect(await electron.app.ended).toBe(1);
    expect(electron.errors).toHaveLength(1);
    expect(electron.windows).toEqual([]);
  });

  it('says what the backend says when that cannot begin', async () => {
    const first = started({ backend: 'real' });
    await isUp(first);
    const { electron } = started({ backend: 'real', around: { env: { BANTHAO_HOME: first.home } } });
    expect(await electron.app.ended).toBe(1);
    expect(electron.errors[0]).toContain('đang được');
  });

  it('opens no window when asked not to, and one when started again', async () => {
    const { electron } = started({ args: ['--no-window'] });
    await eventually(() => expect(electron.backends).toHaveLength(1));
    expect(electron.windows).toEqual([]);
    electron.app.emit('second-instance', {}, ['/opt/ban-thao'], '/');
    await eventually(() => expect(electron.window.isShown).toBe(true));
  });

  it('tries the sample unit first, and opens the window all the same when there is none', async () => {
    const run = started({ backend: 'real', args: ['--demo'] });
    await opened(run);
    expect(run.electron.messages).toHaveLength(1);
    expect(run.electron.messages[0]?.type).toBe('warning');
  });
});

describe('a second start', () => {
  it('ends at once without a backend', async () => {
    const { electron } = started({
      prepare: (fake) => {
        fake.app.isFirst = false;
      },
    });
    expect(await electron.app.ended).toBe(0);
    expect(electron.backends).toEqual([]);
  });

  it('brings the first one forward, and hands it the file', async () => {
    const run = started({ backend: 'real' });
    const window = await opened(run);
    await isUp(run);
    window.minimized = true;
    writeFileSync(join(run.folder, 'lich.banthao'), 'not one of ours');
    run.electron.app.emit('second-instance', {}, ['/opt/ban-thao', '--flag', 'to/../lich.banthao'], run.folder);
    expect(window.minimized).toBe(false);
    expect(window.focused).toBe(1);
    expect(run.electron.windows).toHaveLength(1);
    await eventually(async () => expect(await arrivedIn(run)).toBe('lich.banthao'));
    expect(run.electron.messages).toEqual([]);
  });

  it('is not needed for a file that macOS names before the program is ready', async () => {
    const event = preventable();
    const run = started({
      backend: 'real',
      prepare: (fake) => queueMicrotask(() => fake.app.emit('open-file', event, '/x/truoc.banthao')),
    });
    await opened(run);
    expect(event.defaultPrevented).toBe(true);
    await isUp(run);
    await eventually(async () => expect(await arrivedIn(run)).toBe('truoc.banthao'));
  });
});

describe('the pages', () => {
  it('are the window’s files with a strict policy', async () => {
    const run = started();
    await opened(run);
    const index = await run.electron.fetch(`${ORIGIN}/index.html`);
    expect(index.status).toBe(200);
    expect(index.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(index.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(await index.text()).toContain('<title>window</title>');
    const script = await run.electron.fetch(`${ORIGIN}/assets/index-1a.js`);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(script.headers.get('cache-control')).toContain('immutable');
  });

  it('include stored pictures, of which the window keeps no copy that could outlive an erasure', async () => {
    const run = started();
    await opened(run);
    const picture = await run.electron.fetch(`${ORIGIN}/media/${'a'.repeat(64)}.webp`);
    expect(await picture.text()).toBe('picture');
    expect(picture.headers.get('content-type')).toBe('image/webp');
    expect(picture.headers.get('cache-control')).toBe('no-store');
  });

  it('include nothing outside their folder, and no folder', async () => {
    const run = started();
    await opened(run);
    const paths = [
      '/gone.html',
      '/assets/',
      `/media/${'b'.repeat(64)}.webp`,
      '/media/../../secret.json',
      '/..%2fsecret.json',
      '/%2e%2e%2fsecret.json',
      '/assets/..%5c..%5c..%5csecret.json',
      '/%00',
      '/%zz',
    ];
    for (const path of paths) expect([path, (await run.electron.fetch(ORIGIN + path)).status]).toEqual([path, 404]);
  });

  it('are nobody else’s, and are only read', async () => {
    const run = started();
    await opened(run);
    expect((await run.electron.fetch('app://other/index.html')).status).toBe(403);
    expect((await run.electron.fetch(`${ORIGIN}/index.html`, { method: 'POST' })).status).toBe(405);
  });
});

describe('the page', () => {
  it('gets no permission and no device', async () => {
    const { electron } = started();
    await eventually(() => expect(electron.windows).toHaveLength(1));
    const { session, window } = electron;
    const contents = window.webContents as unknown as Electron.WebContents;
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal'] as const) {
      const answers: boolean[] = [];
      session.asks?.(contents, permission, (isGranted) => answers.push(isGranted), {} as Electron.PermissionRequest);
      expect(answers).toEqual([false]);
    }
    expect(session.has?.(contents, 'media', ORIGIN, {} as Electron.PermissionCheckHandlerHandlerDetails)).toBe(false);
    expect(session.mayUseDevices?.({} as Electron.DevicePermissionHandlerHandlerDetails)).toBe(false);
  });

  it('reaches no network, not for dictionaries either', async () => {
    const { electron } = started();
    await eventually(() => expect(electron.windows).toHaveLength(1));
    const { session } = electron;
    for (const own of [`${ORIGIN}/index.html`, `blob:${ORIGIN}/1`, 'data:image/png,x'])
      expect(session.lets(own)).toBe(true);
    for (const other of [
      'https://x.vn/',
      'http://127.0.0.1:80/',
      'ws://x.vn',
      'file:///etc/passwd',
      'blob:https://x.vn/1',
    ])
      expect(session.lets(other)).toBe(false);
    expect(session.isSpellChecking).toBe(false);
    expect(session.dictionaries.startsWith(ORIGIN)).toBe(true);
  });

  it('stays where it is; links open in the person’s browser', async () => {
    const run = started();
    const { webContents } = await opened(run);
    expect(webContents.navigate(`${ORIGIN}/index.html`)).toBe(true);
    expect(webContents.navigate('about:srcdoc', false)).toBe(true);
    for (const url of ['https://x.vn/', 'file:///etc/passwd', 'data:text/html,x', 'about:srcdoc'])
      expect(webContents.navigate(url)).toBe(false);
    expect(webContents.navigate('https://x.vn/', false)).toBe(false);
    expect(webContents.navigate('https://x.vn/', true, 'will-redirect')).toBe(false);
    const view = preventable();
    webContents.emit('will-attach-webview', view);
    expect(view.defaultPrevented).toBe(true);

    for (const url of [
      'https://thcs-songtra.edu.vn/bai',
      'file:///c:/x.exe',
      'javascript:alert(1)',
      'https://a:b@x.vn',
    ])
      expect(webContents.open(url)).toBe(false);
    expect(run.electron.opened).toEqual(['https://thcs-songtra.edu.vn/bai']);
  });

  it('saves what it made itself, beside what is there; nothing else', async () => {
    const { electron, folder } = started({
      prepare: (_electron, at) => writeFileSync(join(at, 'downloads', 'chan-doan.json'), ''),
    });
    await eventually(() => expect(electron.windows).toHaveLength(1));
    const download = (url: string) => {
      const event = preventable();
      const item = { getURL: () => url, getFilename: () => '../../chan-doan.json', setSavePath: vi.fn() };
      electron.session.emit('will-download', event, item);
      return { isRefused: event.defaultPrevented, path: item.setSavePath.mock.calls[0]?.[0] };
    };
    expect(download(`blob:${ORIGIN}/1`)).toEqual({
      isRefused: false,
      path: join(folder, 'downloads', 'chan-doan (2).json'),
    });
    expect(download('https://x.vn/x.exe').isRefused).toBe(true);
  });

  it('is loaded anew when it dies, but not for ever', async () => {
    const run = started();
    const window = await opened(run);
    const die = () => window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    const dead = window.webContents.mainFrame;
    die();
    expect(window.webContents.mainFrame).not.toBe(dead);
    die();
    die();
    expect(run.electron.errors).toHaveLength(1);
    expect(await run.electron.app.ended).toBe(0);
  });
});

describe('the port', () => {
  it('joins the page to the backend', async () => {
    const run = started({ backend: 'real' });
    await isUp(run);
    const state = await run.connection.client.call('app.state', null);
    expect(state).toMatchObject({ version: '1.2.3', profile: null });
  });

  it('is given to the program’s own page alone', async () => {
    const run = started({ args: ['--no-window'] });
    await eventually(() => expect(run.electron.backends).toHaveLength(1));
    const own = new FakeFrame(`${ORIGIN}/index.html`);
    const others = [
      new FakeFrame('https://x.vn/'),
      new FakeFrame('about:srcdoc', own),
      new FakeFrame(`${ORIGIN}/a`, own),
    ];
    const given: string[] = [];
    for (const frame of others) frame.on('posted', () => given.push(frame.url));
    for (const frame of others) run.electron.ipcMain.emit('port', { senderFrame: frame });
    run.electron.ipcMain.emit('port', { senderFrame: null });
    const answered = new Promise((resolve) => own.on('posted', resolve));
    run.electron.ipcMain.emit('port', { senderFrame: own });
    await answered;
    expect(given).toEqual([]);
  });

  it('comes anew with a new backend, whose death the page hears of', async () => {
    const run = started({ backend: 'real' });
    await isUp(run);
    const states: string[] = [];
    run.connection.subscribe(() => states.push(run.connection.state()));
    run.electron.backends[0]?.child.kill('SIGKILL');
    await eventually(() => expect(states).toEqual(['down', 'up']));
    expect(run.electron.backends).toHaveLength(2);
    expect((await run.connection.client.call('app.state', null)).version).toBe('1.2.3');
  });
});

describe('leaving', () => {
  it('closes the backend after the window, and ends with 0', async () => {
    const run = started({ backend: 'real' });
    await isUp(run);
    (await opened(run)).close();
    expect(await run.electron.app.ended).toBe(0);
    expect(run.electron.backends[0]?.child.exitCode).toBe(0);
  });

  it('waits until the page’s words are durable', async () => {
    const run = started();
    await isUp(run);
    const window = await opened(run);
    window.isUnsaved = true;
    run.electron.app.quit();
    expect(run.electron.windows).toHaveLength(1);
    expect(run.electron.backends[0]?.child.exitCode).toBe(null);
    window.isUnsaved = false;
    expect(await run.electron.app.ended).toBe(0);
    expect(run.electron.messages).toEqual([]);
  });

  it('asks the person when the words cannot be saved in time, and stays if they wish', async () => {
    const run = started({ around: { closeLimitMs: 150 } });
    await isUp(run);
    const window = await opened(run);
    window.isUnsaved = true;
    window.close();
    await eventually(() => expect(run.electron.messages).toHaveLength(1));
    expect(run.electron.messages[0]).toMatchObject({ defaultId: 0, cancelId: 0 });
    expect(window.isDestroyed()).toBe(false);

    run.electron.answer = 1;
    run.electron.app.quit();
    expect(await run.electron.app.ended).toBe(0);
    expect(run.electron.messages).toHaveLength(2);
  });

  it('asks too when the page does not answer at all', async () => {
    const run = started();
    const window = await opened(run);
    window.isHung = true;
    run.electron.answer = 1;
    window.close();
    expect(await run.electron.app.ended).toBe(0);
  });

  it('lets a page refuse to be loaded again, and stays open', async () => {
    const run = started();
    const window = await opened(run);
    window.webContents.emit('will-prevent-unload', preventable());
    expect(window.isDestroyed()).toBe(false);
    expect(run.electron.messages).toEqual([]);
  });
});

describe('what is remembered', () => {
  it('is where the window was, and light or dark', async () => {
    const first = started();
    const window = await opened(first);
    first.electron.choose('Xem', 'Màu nền', 'Tối');
    expect(first.electron.nativeTheme.themeSource).toBe('dark');
    window.bounds = { x: 40, y: 30, width: 900, height: 600 };
    window.maximized = true;
    window.close();
    await first.electron.app.ended;

    const second = started({ around: { env: { BANTHAO_HOME: first.home } } });
    await opened(second);
    expect(second.electron.window.options).toMatchObject({ x: 40, y: 30, width: 900, height: 600 });
    expect(second.electron.window.maximized).toBe(true);
    expect(second.electron.nativeTheme.themeSource).toBe('dark');
  });

  it('may be damaged: the window opens as if for the first time', async () => {
    const first = started();
    (await opened(first)).close();
    await first.electron.app.ended;
    const file = join(first.home, 'electron', 'window.json');
    expect(readFileSync(file, 'utf8')).toContain('bounds');
    for (const text of ['{ "bounds": ', '{ "bounds": "x", "theme": "pink" }']) {
      writeFileSync(file, text);
      const run = started({ around: { env: { BANTHAO_HOME: first.home } } });
      await opened(run);
      expect(run.electron.window.options).toMatchObject({ width: 1_280, height: 728 });
      run.electron.window.close();
      await run.electron.app.ended;
    }
  });
});

describe('the menu', () => {
  it('presses the window’s own keys', async () => {
    const run = started();
    const window = await opened(run);
    run.electron.choose('Bài viết', 'Viết bài mới');
    expect(window.webContents.pressed).toEqual([
      { type: 'keyDown', keyCode: 'N', modifiers: ['control'] },
      { type: 'keyUp', keyCode: 'N', modifiers: ['control'] },
    ]);
  });
});
