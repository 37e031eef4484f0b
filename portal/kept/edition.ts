import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Forms, formsNow } from './forms.ts';

/*
 * The kept pages on disk. `editions/E` is one state of the whole site: a folder of links to shelves in `shelves/`. What
 * readers get is the edition that `current` names, and a change is a new edition, so that it is seen whole or not at
 * all: only the shelves it touches are made anew, their untouched pages as hard links, and then one rename switches.
 */

/** One state of the whole site. `version` is the unit's `site_version` it shows, `key` what else its pages follow from. */
export interface Edition {
  readonly name: string;
  readonly version: number;
  readonly key: string;
}

/** Windows lets only administrators make links to files: there the name is in a file. */
const IS_LINKED = process.platform !== 'win32';

/** The pages kept in a portal's folder. */
export class KeptPages {
  readonly root: string;
  readonly #currentPath: string;
  /** The edition read last, by its name in the link. */
  #read: { readonly link: string; readonly edition: Edition } | null = null;

  constructor(folder: string) {
    this.root = join(folder, 'site');
    this.#currentPath = join(this.root, 'current');
  }

  /** The edition that readers get; `null` before the first. */
  current(): Edition | null {
    try {
      // Asked of the disk each time: another process may have taken a page away since.
      const link = IS_LINKED ? readlinkSync(this.#currentPath) : readFileSync(this.#currentPath, 'utf8');
      if (this.#read?.link !== link) {
        const name = link.split('/').pop() ?? '';
        const [version = '', key = ''] = name.split('.');
        this.#read = { link, edition: { name, version: Number(version), key } };
      }
      return this.#read.edition;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** The path of a file of an edition, with its shelf. */
  path({ name }: Edition, shelf: string, file: string): string {
    return join(this.root, 'editions', name, shelf, file);
  }

  /** The shelves of an edition, and the folder behind each. */
  shelves(edition: Edition): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    const look = (folder: string, prefix: string): void => {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isSymbolicLink()) found.set(`${prefix}${entry.name}`, readlinkSync(path).split(/[\\/]/).pop() ?? '');
        else if (entry.isDirectory()) look(path, `${prefix}${entry.name}/`);
      }
    };
    look(join(this.root, 'editions', edition.name), '');
    return found;
  }

  /**
   * Makes a folder of the kept pages that nginx may read, whatever the process otherwise keeps to itself: they are for
   * everybody. Of the portal's folder nginx is let through to `site` alone (`deploy/nginx.conf`).
   */
  makeFolder(path: string): void {
    let folder = this.root;
    for (const part of ['', ...path.split(/[\\/]/)]) {
      folder = join(folder, part);
      if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o755);
    }
  }

  /** The folder behind a shelf. */
  shelfFolder(name: string): string {
    return join(this.root, 'shelves', name);
  }

  /**
   * Begins a new edition.
   *
   * @param base what it goes on from; `null` for an empty one.
   */
  begin(base: Edition | null): Draft {
    return new Draft(this, base === null ? new Map() : this.shelves(base));
  }

  /** Puts a page into a shelf that readers see already: it appears whole, and takes the place of nothing. */
  add(edition: Edition, shelf: string, name: string, forms: Forms): void {
    const folder = this.shelves(edition).get(shelf);
    if (folder !== undefined) writeForms(this.shelfFolder(folder), name, forms);
  }

  /** Takes the pages away from readers: until there are new ones, each is made when it is asked for. */
  retire(): void {
    rmSync(this.#currentPath, { force: true });
  }

  /** Makes an edition the one that readers get, and removes those before the last but one. */
  switchTo(edition: Edition): void {
    const before = this.current();
    const ready = join(this.root, `current-${randomBytes(4).toString('hex')}`);
    if (IS_LINKED) symlinkSync(join('editions', edition.name), ready);
    else writeFileSync(ready, edition.name, { mode: 0o644 });
    renameSync(ready, this.#currentPath);
    this.sweep(before === null ? [edition] : [edition, before]);
  }

  /** Removes what none of these editions has: older ones, and what a process that was killed left behind. */
  sweep(kept: readonly Edition[]): void {
    const names = new Set(kept.map(({ name }) => name));
    const used = new Set(kept.flatMap((edition) => [...this.shelves(edition).values()]));
    for (const name of entriesOf(join(this.root, 'editions')))
      if (!names.has(name)) rmSync(join(this.root, 'editions', name), { recursive: true, force: true });
    for (const name of entriesOf(join(this.root, 'shelves')))
      if (!used.has(name)) rmSync(join(this.root, 'shelves', name), { recursive: true, force: true });
  }
}

/** An edition in the making. Nobody sees it before {@link KeptPages.switchTo}. */
export class Draft {
  readonly #pages: KeptPages;
  /** The folder behind each shelf. */
  readonly #shelves: Map<string, string>;
  /** The shelves made anew, which may be written to. */
  readonly #own = new Set<string>();

  constructor(pages: KeptPages, shelves: ReadonlyMap<string, string>) {
    this.#pages = pages;
    this.#shelves = new Map(shelves);
  }

  /** Makes a shelf anew with what it held but the pages named. */
  open(shelf: string, without: (name: string) => boolean): void {
    if (this.#own.has(shelf)) {
      const folder = this.#pages.shelfFolder(this.#shelves.get(shelf) ?? '');
      for (const name of entriesOf(folder)) if (without(pageOf(name))) unlinkSync(join(folder, name));
      return;
    }
    const before = this.#shelves.get(shelf);
    const name = `${shelf.replaceAll('/', '_')}.${randomBytes(6).toString('hex')}`;
    const folder = this.#pages.shelfFolder(name);
    this.#pages.makeFolder(`shelves/${name}`);
    if (before !== undefined) {
      const from = this.#pages.shelfFolder(before);
      for (const file of entriesOf(from)) if (!without(pageOf(file))) linkSync(join(from, file), join(folder, file));
    }
    this.#shelves.set(shelf, name);
    this.#own.add(shelf);
  }

  /** Writes a page in all its forms, on a shelf that is made anew. */
  put(shelf: string, name: string, text: string): void {
    if (!this.#own.has(shelf)) this.open(shelf, (file) => file === name);
    writeForms(this.#pages.shelfFolder(this.#shelves.get(shelf) ?? ''), name, formsNow(text));
  }

  /** Makes the edition's folder. Readers get it once it is switched to. */
  finish(version: number, key: string): Edition {
    const edition = { name: `${version}.${key}.${randomBytes(6).toString('hex')}`, version, key };
    const folder = join(this.#pages.root, 'editions', edition.name);
    for (const [shelf, name] of this.#shelves) {
      const link = join(folder, shelf);
      this.#pages.makeFolder(dirname(join('editions', edition.name, shelf)));
      const depth = shelf.split('/').length + 1;
      // A junction needs a whole path, and no right of its own.
      if (IS_LINKED) symlinkSync(join(...Array.from({ length: depth }, () => '..'), 'shelves', name), link);
      else symlinkSync(this.#pages.shelfFolder(name), link, 'junction');
    }
    return edition;
  }
}

/** A page's name without the ending of its form. */
export function pageOf(file: string): string {
  return file.replace(/\.(br|gz|zst)$/, '');
}

function writeForms(folder: string, name: string, forms: Forms): void {
  // The plain form last: who finds it finds the others.
  for (const [suffix, bytes] of [...forms].reverse()) {
    const ready = join(folder, `.${name}${suffix}-${randomBytes(4).toString('hex')}`);
    writeFileSync(ready, bytes);
    chmodSync(ready, 0o644);
    renameSync(ready, join(folder, `${name}${suffix}`));
  }
}

/** What is in a folder, but not what a process that was killed had begun to write. */
function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
