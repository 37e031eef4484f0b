import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder, witnessFolder } from './data-folder.ts';

it.each([
  ['linux', {}, '/home/an/.local/share/ban-thao'],
  ['linux', { XDG_DATA_HOME: '/data/an' }, '/data/an/ban-thao'],
  ['linux', { XDG_DATA_HOME: 'not/absolute' }, '/home/an/.local/share/ban-thao'],
  ['darwin', {}, '/home/an/Library/Application Support/ban-thao'],
  ['win32', { APPDATA: '/home/an/Roaming' }, '/home/an/Roaming/ban-thao'],
  ['win32', { BANTHAO_HOME: 'elsewhere' }, resolve('elsewhere')],
] as const)('the data folder on %s with %o', (platform, env, folder) => {
  expect(dataFolder({ platform, env, home: '/home/an' })).toBe(folder);
});

it.each([
  ['linux', {}, '/home/an/.local/state/ban-thao'],
  ['linux', { XDG_STATE_HOME: '/state/an' }, '/state/an/ban-thao'],
  ['darwin', {}, '/home/an/Library/Caches/ban-thao-state'],
  ['win32', { LOCALAPPDATA: '/home/an/Local' }, '/home/an/Local/ban-thao-state'],
  ['win32', { BANTHAO_HOME: 'elsewhere' }, resolve('elsewhere')],
] as const)('the witness of what was sent, on %s with %o', (platform, env, folder) => {
  expect(witnessFolder({ platform, env, home: '/home/an' })).toBe(folder);
});
