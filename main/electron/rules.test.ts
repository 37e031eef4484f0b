import { describe, expect, it } from 'vitest';
import { isOwn, mayOpenOutside, START } from './rules.ts';
import { windowOptions } from './window.ts';

describe('the Electron shell', () => {
  it('shows its own pages only', () => {
    expect(isOwn(START)).toBe(true);
    for (const other of ['https://ban-thao/index.html', 'app://other/index.html', 'file:///etc/passwd', 'nonsense'])
      expect(isOwn(other)).toBe(false);
  });

  it('hands web and mail addresses to the system, and nothing that could run or reach a share', () => {
    for (const address of ['https://thcs-songtra.edu.vn/bai', 'http://x.vn', 'mailto:vanthu@x.edu.vn'])
      expect(mayOpenOutside(address)).toBe(true);
    for (const address of [
      'file:///c:/x.exe',
      '\\\\server\\x',
      'smb://x',
      'javascript:1',
      'https://a:b@x.vn',
      'ms-word:x',
    ])
      expect(mayOpenOutside(address)).toBe(false);
  });

  it('gives the page no Node', () => {
    const { webPreferences } = windowOptions('/preload.cjs');
    expect(webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  });
});
