import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builderConfig } from '../../build/package/config.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OPTIONS = { resources: '/r', output: '/o', electronDist: null, electronVersion: '45.0.0' };

describe('an installer', () => {
  it('is for one person and asks for no administrator', () => {
    const { nsis } = builderConfig({ ...OPTIONS, isRelease: true });
    expect(nsis).toMatchObject({ perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false });
  });

  it('closes the side doors of Electron; a package for tests keeps the one that tests drive it by', () => {
    expect(builderConfig({ ...OPTIONS, isRelease: true }).electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(builderConfig({ ...OPTIONS, isRelease: false }).electronFuses).toBeUndefined();
  });

  it('has the id that the window goes by on the taskbar', () => {
    const shell = readFileSync(join(ROOT, 'main/electron/shell.ts'), 'utf8');
    expect(shell).toContain(`'${builderConfig({ ...OPTIONS, isRelease: true }).appId}'`);
  });
});

describe('the portal', () => {
  it('installs without Electron and what packs it', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
    };
    const shipped = Object.entries(packages).filter(([place, { dev, devOptional }]) => place && !dev && !devOptional);
    expect(shipped.length).toBeGreaterThan(20);
    expect(
      shipped.map(([place]) => place).filter((place) => /electron|app-builder|\/react|lexical/.test(place)),
    ).toEqual([]);
  });
});
