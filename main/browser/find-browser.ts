import { accessSync, constants } from 'node:fs';
import { delimiter, join, win32 } from 'node:path';

/** What decides where a browser is looked for. */
export interface Computer {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether there is a program under this path. */
  readonly isProgram: (path: string) => boolean;
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC_PLACES = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS_PLACES = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** The program of Chrome, Chromium or Edge, or `null`. `BANTHAO_BROWSER` and `CHROME_PATH` come before all others. */
export function findBrowser({ platform, env, isProgram }: Computer): string | null {
  const given = [env.BANTHAO_BROWSER, env.CHROME_PATH].filter((path) => path !== undefined && path !== '');
  return [...given, ...usualPlaces(platform, env)].find((path) => path !== undefined && isProgram(path)) ?? null;
}

function usualPlaces(platform: NodeJS.Platform, env: Computer['env']): string[] {
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return WINDOWS_PLACES.flatMap((place) => folders.flatMap((folder) => (folder ? [win32.join(folder, place)] : [])));
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
    return MAC_PLACES.flatMap((place) => folders.map((folder) => `${folder}/${place}`));
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter((folder) => folder !== '');
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** This computer. */
export function thisComputer(): Computer {
  return {
    platform: process.platform,
    env: process.env,
    isProgram: (path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}
