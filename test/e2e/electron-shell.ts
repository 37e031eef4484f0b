import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { listen } from './complaints.ts';
import type { RunningShell, ShellStart } from './shell.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Electron's program, or the reason why it cannot be started here. */
export function electronProgram(): { readonly file: string } | { readonly missing: string } {
  const folder = join(ROOT, 'node_modules/electron');
  const name = existsSync(join(folder, 'path.txt')) ? readFileSync(join(folder, 'path.txt'), 'utf8').trim() : '';
  const file = join(process.env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist'), name);
  if (name === '' || !existsSync(file)) return { missing: 'node_modules/electron/dist holds no Electron' };
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return { missing: 'there is no display' };
  return { file };
}

export async function startElectronShell({ home, complaints }: ShellStart): Promise<RunningShell> {
  const program = electronProgram();
  if ('missing' in program) throw new Error(program.missing);
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: program.file,
    args: [...(isRoot ? ['--no-sandbox'] : []), join(ROOT, 'dist/electron/main.js')],
    env: { ...process.env, BANTHAO_HOME: home, BANTHAO_NODE: process.execPath } as Record<string, string>,
  });
  listen(app.context(), complaints);
  const page = await app.firstWindow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return {
    page,
    pid: app.process().pid ?? 0,
    isBackend: ({ command }) => command.includes('--utility-sub-type=node.mojom.NodeService'),
    close: () => app.close(),
  };
}
