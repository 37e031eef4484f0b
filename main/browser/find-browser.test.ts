import { describe, expect, it } from 'vitest';
import { type Computer, findBrowser } from './find-browser.ts';

const computer = (platform: NodeJS.Platform, programs: string[], env: Computer['env'] = {}): Computer => ({
  platform,
  env,
  isProgram: (path) => programs.includes(path),
});

describe('the browser', () => {
  it.each([
    ['linux', '/opt/bin/chromium', { PATH: '/opt/bin' }],
    ['linux', '/usr/bin/google-chrome', {}],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', {}],
    [
      'win32',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
    ],
  ] as const)('is found on %s at %s', (platform, program, env) => {
    expect(findBrowser(computer(platform, [program], env))).toBe(program);
  });

  it('is the one that was named, if it is there', () => {
    const programs = ['/usr/bin/chromium', '/my/chrome'];
    expect(findBrowser(computer('linux', programs, { BANTHAO_BROWSER: '/my/chrome' }))).toBe('/my/chrome');
    expect(findBrowser(computer('linux', programs, { CHROME_PATH: '/gone' }))).toBe('/usr/bin/chromium');
  });

  it('may be missing', () => {
    expect(findBrowser(computer('linux', []))).toBeNull();
  });
});
