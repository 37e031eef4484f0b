import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { htmlHash, type Language, postPath } from '../../shared/content/index.ts';
import { lockFeed } from '../feed/index.ts';
import { mediaFile } from '../media/index.ts';
import { hasEnglish, type Place, pageAt, placeAt, type Site } from '../site/index.ts';
import type { Store } from '../store/index.ts';
import { siteVersion } from './changes.ts';
import { type Edition, isMissing, KeptPages, pageOf } from './edition.ts';
import { fileOf, urlOf } from './file.ts';

/** Something about the served site that is not as it was published. */
export interface SiteFinding {
  readonly kind: 'changed' | 'added' | 'missing' | 'article' | 'picture';
  readonly what: string;
}

/** What a look at the whole served site found. */
export interface SiteCheck {
  readonly files: number;
  readonly findings: readonly SiteFinding[];
}

/** A page may be so many bytes when it is unpacked: far more than any is. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Pages that every site has. */
const FIRST_PAGES: readonly Place[] = [
  ...firstPagesIn('vi'),
  ...(['sitemap', 'sitemap_xml', 'sitemap_pages', 'robots'] as const).map((kind) => ({ kind })),
];
const UNPACK: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  '': (bytes) => bytes,
  '.br': (bytes) => brotliDecompressSync(bytes, { maxOutputLength: MOST_BYTES }),
  '.gz': (bytes) => gunzipSync(bytes, { maxOutputLength: MOST_BYTES }),
  '.zst': (bytes) => zstdDecompressSync(bytes, { maxOutputLength: MOST_BYTES }),
};

/**
 * Compares the kept pages, byte for byte and in every form, with what the store says they are, the articles with the
 * hashes that were approved, and the pictures with their names. No list of its own to forge: `audit verify` proves the
 * store.
 *
 * @returns `null` when no pages are kept, or none of what the store holds now.
 */
export async function verifySite(store: Store, folder: string, site: Site): Promise<SiteCheck | null> {
  const pages = new KeptPages(folder);
  return store.transaction().execute(async (tx) => {
    await lockFeed(tx, site.unit.id);
    const edition = pages.current();
    if (edition === null || edition.version !== (await siteVersion(tx, site.unit.id))) return null;
    const findings: SiteFinding[] = [];
    const { files, names } = filesOf(pages, edition, findings);
    for (const [path, page] of names) {
      const [shelf, name] = [page.shelf, page.name];
      const place = placeAt(urlOf({ shelf, name }) ?? '');
      const right = place === null ? null : await pageAt(tx, site, place);
      const isAtHome = place !== null && fileOf(place).shelf === shelf && fileOf(place).name === name;
      if (right !== null)
        for (const suffix of Object.keys(UNPACK))
          if (!page.suffixes.includes(suffix)) findings.push({ kind: 'missing', what: `${path}${suffix}` });
      for (const suffix of page.suffixes) {
        const file = `${path}${suffix}`;
        if (right === null || !isAtHome) findings.push({ kind: 'added', what: file });
        else if (unpacked(pages.path(edition, shelf, `${name}${suffix}`), suffix) !== right.text)
          findings.push({ kind: 'changed', what: file });
      }
    }
    const set: Place[] = site.facts.hasPeople ? [{ kind: 'people' }] : [];
    if (site.facts.hasAlbums) set.push({ kind: 'albums', page: 1 });
    if (site.facts.hasFiles) set.push({ kind: 'files', page: 1 });
    if (hasEnglish(site)) set.push(...firstPagesIn('en'));
    for (const place of [...FIRST_PAGES, ...set]) {
      const { shelf, name } = fileOf(place);
      if (!names.has(`${shelf}/${name}`)) findings.push({ kind: 'missing', what: urlOf({ shelf, name }) ?? '' });
    }
    await lookForPosts(tx, site, new Set(names.keys()), findings);
    await lookAtPictures(tx, folder, site, findings);
    return { files, findings };
  });
}

interface FoundPage {
  readonly shelf: string;
  readonly name: string;
  readonly suffixes: string[];
}

function filesOf(
  pages: KeptPages,
  edition: Edition,
  findings: SiteFinding[],
): { files: number; names: ReadonlyMap<string, FoundPage> } {
  const names = new Map<string, FoundPage>();
  let files = 0;
  const root = join(pages.root, 'editions', edition.name);
  const shelves = pages.shelves(edition);
  const look = (prefix: string): void => {
    for (const entry of readdirSync(join(root, prefix))) {
      const path = prefix === '' ? entry : `${prefix}/${entry}`;
      if (shelves.has(path)) continue;
      if (lstatSync(join(root, path)).isDirectory()) look(path);
      else findings.push({ kind: 'added', what: path });
    }
  };
  look('');
  for (const [shelf, folder] of shelves)
    for (const file of readdirSync(pages.shelfFolder(folder))) {
      files += 1;
      const name = pageOf(file);
      const path = `${shelf}/${name}`;
      const known = names.get(path);
      if (known === undefined) names.set(path, { shelf, name, suffixes: [file.slice(name.length)] });
      else known.suffixes.push(file.slice(name.length));
    }
  return { files, names };
}

function unpacked(path: string, suffix: string): string | null {
  try {
    return UNPACK[suffix]?.(readFileSync(path)).toString('utf8') ?? null;
  } catch {
    return null;
  }
}

/** Each live post's page is there, and its article is the one that was approved. */
async function lookForPosts(tx: Store, site: Site, files: ReadonlySet<string>, findings: SiteFinding[]): Promise<void> {
  const live = await tx
    .selectFrom('publication')
    .innerJoin('approval', 'approval.mutation', 'publication.approval')
    .select(['publication.post', 'title', 'html', 'html_hash'])
    .where('publication.unit', '=', site.unit.id)
    .where('ended_at', 'is', null)
    .execute();
  for (const { post, title, html, html_hash: hash } of live) {
    const url = postPath(post, title);
    const place = placeAt(url);
    const { shelf, name } = place === null ? { shelf: '', name: '' } : fileOf(place);
    if (!files.has(`${shelf}/${name}`)) findings.push({ kind: 'missing', what: url });
    if (htmlHash(html) !== hash) findings.push({ kind: 'article', what: url });
  }
}

async function lookAtPictures(tx: Store, folder: string, site: Site, findings: SiteFinding[]): Promise<void> {
  const shown = await tx
    .selectFrom('publication_media')
    .innerJoin('publication', 'publication.mutation', 'publication_media.publication')
    .select('media')
    .distinct()
    .where('publication.unit', '=', site.unit.id)
    .where('publication.ended_at', 'is', null)
    .execute();
  for (const { media } of shown)
    try {
      const hash = createHash('sha256')
        .update(readFileSync(mediaFile(folder, media)))
        .digest('hex');
      if (hash !== media) findings.push({ kind: 'picture', what: media });
    } catch (error) {
      if (!isMissing(error)) throw error;
      findings.push({ kind: 'picture', what: media });
    }
}

function firstPagesIn(language: Language): Place[] {
  return [
    { kind: 'home', language, page: 1 },
    { kind: 'archive', language },
    { kind: 'feed', language },
  ];
}
