import { globSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'electron-builder';
import sharp from 'sharp';
import { builderConfig } from './config.ts';
import { stage } from './stage.ts';
import { makeStandIn } from './stand-in.ts';

export interface PackageRequest {
  readonly root: string;
  /** A folder of our own, emptied first; packages land in its `out`. */
  readonly work: string;
  /** `folder`: the program in a folder, around Electron's files or stand-ins. `installers`: what is given to people. */
  readonly kind: 'folder' | 'installers';
  /** Electron's files, if they are here; `null` otherwise. */
  readonly electronDist: string | null;
}

/** What was made. */
export interface Packaged {
  /** The files that a person gets: installers, or all files of the folder. Absolute. */
  readonly files: readonly string[];
  /** Their size in bytes. */
  readonly bytes: number;
  /** Whether Electron is in it, or stand-ins for its files. */
  readonly hasElectron: boolean;
}

/** Packages what is in `dist`, for the platform this runs on. */
export async function packageProgram({ root, work, kind, electronDist }: PackageRequest): Promise<Packaged> {
  rmSync(work, { recursive: true, force: true });
  const [app, resources, output] = [join(work, 'app'), join(work, 'resources'), join(work, 'out')];
  mkdirSync(resources, { recursive: true });
  stage(root, app, { platform: process.platform, arch: process.arch });
  // Windows and macOS take their own formats from this one; both ask for at least 512 pixels.
  await sharp(join(root, 'renderer', 'icon.svg'), { density: 2_304 })
    .resize(1_024)
    .png()
    .toFile(join(resources, 'icon.png'));

  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')) as {
    version: string;
  };
  const isRelease = kind === 'installers';
  const standIn = isRelease || electronDist !== null ? null : makeStandIn(join(work, 'electron'), version);
  const made = await build({
    // Not the root: electron-builder would pack the packages that the portal and the tests use.
    projectDir: app,
    ...(isRelease ? {} : { dir: true }),
    publish: 'never',
    config: builderConfig({
      resources,
      output,
      electronDist: electronDist ?? standIn,
      electronVersion: version,
      isRelease,
    }),
  });
  const files = isRelease ? made : filesIn(output);
  return { files, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0), hasElectron: standIn === null };
}

function filesIn(folder: string): string[] {
  return globSync('*/**/*', { cwd: folder, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
