import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** One package of others that the program is made with. `renderer/help` reads the list of these. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** As the package declares it: an SPDX expression. */
  readonly licence: string;
  /** The words of its licence and notice files; empty where it has none. */
  readonly text: string;
}

/** Gathers the packages whose code lands in the bundles it watches. */
export interface LicenceCollector {
  plugin(): Plugin;
  /** Adds a package that is used as it is; with all it depends on, unless told otherwise. */
  addWhole(name: string, options?: { readonly isAlone: boolean }): void;
  /** Everything gathered, by name. */
  list(): readonly Licence[];
}

/** @param root the folder that holds `node_modules`. */
export function collectLicences(root: string): LicenceCollector {
  const found = new Map<string, Licence>();
  const add = (folder: string): void => {
    if (!found.has(folder)) found.set(folder, readLicence(folder));
  };
  const addWhole = (name: string, from = root): void => {
    const folder = folderOf(name, from);
    // A package of another platform is not installed, and not shipped.
    if (folder === null || found.has(folder)) return;
    add(folder);
    const { dependencies = {}, optionalDependencies = {} } = readManifest(folder);
    for (const other of Object.keys({ ...dependencies, ...optionalDependencies })) addWhole(other, folder);
  };
  return {
    plugin: () => ({
      name: 'collect-licences',
      generateBundle(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          // What tree-shaking left nothing of is not in the program.
          for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
            const folder = renderedLength > 0 ? packageFolder(id) : null;
            if (folder !== null) add(folder);
          }
        }
      },
    }),
    addWhole: (name, { isAlone } = { isAlone: false }) => {
      const folder = isAlone ? folderOf(name, root) : null;
      if (folder !== null) add(folder);
      else addWhole(name);
    },
    list: () => {
      const byName = new Map([...found.values()].map((licence) => [`${licence.name} ${licence.version}`, licence]));
      return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function readLicence(folder: string): Licence {
  const { name, version, license } = readManifest(folder);
  const read = (pattern: RegExp): string[] =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && pattern.test(entry.name))
      .map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim());
  const declared = typeof license === 'string' ? license : (license?.type ?? '');
  const files = read(/^(licen[cs]e|copying|notice)/i);
  const texts = files.length > 0 ? files : read(/^readme\.md$/i).flatMap(licenceSection);
  return { name, version, licence: declared, text: texts.join('\n\n') };
}

/** Some packages have their licence in a section of the README only. */
function licenceSection(readme: string): string[] {
  const section = /^(#+) licen[cs](?:e|es|ing)\b[^\n]*\n(?<text>[\s\S]*?)(?=^\1 |(?![\s\S]))/im.exec(readme)?.groups
    ?.text;
  return section === undefined ? [] : [section.trim()];
}

/** The package that a bundled module is of, or `null` for our own and for what the bundler makes itself. */
function packageFolder(id: string): string | null {
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
  return match?.[1] !== undefined && existsSync(join(match[1], 'package.json')) ? match[1] : null;
}

/** Looks for a package as Node does: from a folder outwards. */
function folderOf(name: string, from: string): string | null {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(at) === at) return null;
  }
}
