import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of Electron that electron-builder renames or looks for, on Linux. */
const FILES = [
  'electron',
  'chrome-sandbox',
  'chrome_crashpad_handler',
  'LICENSE',
  'LICENSES.chromium.html',
  'version',
  'locales/en-US.pak',
  'locales/vi.pak',
];

/** A folder that looks like Electron's, for a machine that cannot fetch it: the package around it is still the real one. */
export function makeStandIn(folder: string, version: string): string {
  for (const name of ['locales', 'resources']) mkdirSync(join(folder, name), { recursive: true });
  for (const file of FILES)
    writeFileSync(join(folder, file), file === 'version' ? version : '', { mode: file.includes('.') ? 0o644 : 0o755 });
  return folder;
}
