import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';
import { menuTemplate } from './menu.ts';
import { t } from './messages.ts';
import { freeName, isOwn, isTrustedSender, mayNavigate, mayOpenOutside, mayRequest, START } from './rules.ts';
import { windowOptions } from './window.ts';
import { visibleBounds } from './window-state.ts';

describe('the Electron shell', () => {
  it('shows its own pages only', () => {
    expect(isOwn(START)).toBe(true);
    for (const other of [
      'https://ban-thao/index.html',
      'app://other/index.html',
      'app://a@ban-thao/index.html',
      'app://ban-thao.x.vn/index.html',
      'file:///etc/passwd',
      'nonsense',
    ])
      expect(isOwn(other)).toBe(false);
  });

  it('draws previews in frames, which lead nowhere else', () => {
    expect(mayNavigate('about:srcdoc', false)).toBe(true);
    expect(mayNavigate('about:srcdoc', true)).toBe(false);
    expect(mayNavigate('about:blank', false)).toBe(false);
  });

  it('hands web and mail addresses to the system, and nothing that could run or reach a share', () => {
    for (const address of [
      'https://thcs-songtra.edu.vn/bai',
      'http://x.vn',
      'mailto:vanthu@x.edu.vn',
      'tel:+842363555000',
    ])
      expect(mayOpenOutside(address)).toBe(true);
    for (const address of [
      'file:///c:/x.exe',
      '\\\\server\\x',
      'smb://x',
      'javascript:1',
      'java\nscript:1',
      'https://a:b@x.vn',
      'https://portal.edu.vn@x.vn',
      'ms-word:x',
      'app://ban-thao/index.html',
      '/bai-viet',
      '',
    ])
      expect(mayOpenOutside(address)).toBe(false);
  });

  it('lets its page ask for its own things only', () => {
    for (const own of [START, 'blob:app://ban-thao/1', 'data:image/png;base64,x']) expect(mayRequest(own)).toBe(true);
    for (const other of ['https://x.vn', 'ws://127.0.0.1:1', 'file:///x', 'blob:app://ban-thao.x.vn/1'])
      expect(mayRequest(other)).toBe(false);
  });

  it('trusts its own page, no frame in it, and no frame that is gone', () => {
    expect(isTrustedSender({ url: START, parent: null })).toBe(true);
    expect(isTrustedSender({ url: START, parent: {} })).toBe(false);
    expect(isTrustedSender({ url: 'https://x.vn', parent: null })).toBe(false);
    expect(isTrustedSender(null)).toBe(false);
  });

  it('gives the page no Node', () => {
    const { webPreferences } = windowOptions({ x: 0, y: 0, width: 1, height: 1 }, '/preload.cjs');
    expect(webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  });

  it('reads its own arguments and leaves Chromium’s alone', () => {
    expect(readArguments(['/opt/ban-thao', '--no-sandbox', 'dist/electron/main.js'])).toEqual({
      noWindow: false,
      demo: false,
      files: [],
    });
    expect(readArguments(['x', '--demo', '--no-window', '/a/Bài.BANTHAO', '--x.banthao'])).toEqual({
      noWindow: true,
      demo: true,
      files: ['/a/Bài.BANTHAO'],
    });
  });

  it('takes no other file’s place, and no place outside the folder', () => {
    const taken = ['a.json', 'a (2).json', 'b'];
    const name = (wish: string) => freeName(wish, (each) => taken.includes(each));
    expect(name('a.json')).toBe('a (3).json');
    expect(name('b')).toBe('b (2)');
    expect(name('../../c.txt')).toBe('c.txt');
    expect(name('x\\y\\d.txt')).toBe('d.txt');
    expect(name('.profile')).toBe('.profile');
  });
});

describe('the window', () => {
  const laptop = { x: 0, y: 0, width: 1_366, height: 728 };
  const second = { x: 1_366, y: 0, width: 1_920, height: 1_040 };

  it('opens in the middle of the first screen the first time', () => {
    expect(visibleBounds(null, [second, laptop])).toEqual({ x: 1_686, y: 120, width: 1_280, height: 800 });
    expect(visibleBounds(null, [laptop])).toEqual({ x: 43, y: 0, width: 1_280, height: 728 });
  });

  it('comes back where it was', () => {
    const last = { x: 1_500, y: 50, width: 1_200, height: 900 };
    expect(visibleBounds(last, [laptop, second])).toEqual(last);
  });

  it('comes into sight again when its screen has gone or shrunk', () => {
    expect(visibleBounds({ x: 1_500, y: 50, width: 1_200, height: 900 }, [laptop])).toEqual(
      visibleBounds(null, [laptop]),
    );
    expect(visibleBounds({ x: 1_300, y: 700, width: 1_200, height: 900 }, [laptop])).toEqual({
      x: 166,
      y: 0,
      width: 1_200,
      height: 728,
    });
    expect(visibleBounds({ x: -500, y: -20, width: 900, height: 600 }, [laptop])).toMatchObject({ x: 0, y: 0 });
  });

  it('is never too small to work in, unless the screen is', () => {
    expect(visibleBounds({ x: 0, y: 0, width: 10, height: 10 }, [laptop])).toMatchObject({ width: 800, height: 560 });
    const tiny = { x: 0, y: 0, width: 640, height: 480 };
    expect(visibleBounds(null, [tiny])).toEqual(tiny);
  });
});

describe('the menu', () => {
  const menu = (platform: NodeJS.Platform, isDevelopment = false) =>
    menuTemplate({ t, platform, isDevelopment, theme: 'dark', onTheme: () => {}, press: () => {} });
  const labels = (items: readonly Electron.MenuItemConstructorOptions[]): (string | undefined)[] =>
    items.flatMap(({ type, label, submenu }) => [
      ...(type === 'separator' ? [] : [label]),
      ...(Array.isArray(submenu) ? labels(submenu) : []),
    ]);

  it('has a Vietnamese word on every item: a role alone would bring Chromium’s English', () => {
    for (const platform of ['win32', 'linux', 'darwin'] as const)
      for (const label of labels(menu(platform, true))) expect(label).toMatch(/\S/);
  });

  it('follows the platform: the program’s own menu and the windows’ are macOS’s', () => {
    expect(menu('win32').map(({ label }) => label)).toEqual(['Bài viết', 'Sửa', 'Xem', 'Trợ giúp']);
    expect(menu('darwin').map(({ label }) => label)).toEqual([
      'Bản Thảo',
      'Bài viết',
      'Sửa',
      'Xem',
      'Cửa sổ',
      'Trợ giúp',
    ]);
  });

  it('marks the background in use, and shows developers’ tools to developers only', () => {
    const view = menu('linux')[2]?.submenu as Electron.MenuItemConstructorOptions[];
    const themes = view[0]?.submenu as Electron.MenuItemConstructorOptions[];
    expect(themes.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(['Tối']);
    expect(labels(menu('linux'))).not.toContain('Công cụ cho người lập trình');
    expect(labels(menu('linux', true))).toContain('Công cụ cho người lập trình');
  });

  it('leaves its keys to the window, which knows when a dialog has the keyboard', () => {
    const keys = (items: readonly Electron.MenuItemConstructorOptions[]): unknown[] =>
      items.flatMap(({ accelerator, registerAccelerator, submenu }) => [
        ...(accelerator === undefined ? [] : [[accelerator, registerAccelerator]]),
        ...(Array.isArray(submenu) ? keys(submenu) : []),
      ]);
    expect(keys(menu('linux'))).toEqual([
      ['CmdOrCtrl+N', false],
      ['CmdOrCtrl+Shift+E', false],
      ['CmdOrCtrl+O', false],
      ['CmdOrCtrl+K', false],
      ['F1', false],
    ]);
  });
});
