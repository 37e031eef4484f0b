import { writeFile } from 'node:fs/promises';
import type { Unit } from '../../shared/sync/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { StartError } from '../error.ts';
import { categoryPath, movedKey } from '../site/index.ts';
import type { Store } from '../store/index.ts';
import { type Identity, importPost, knownPost } from '../workflow/index.ts';
import { CategoryMap } from './categories.ts';
import { Library } from './library.ts';
import { makePost, type Origin, postIdOf, publishedAt, type Tell } from './post.ts';
import type { ImportReport } from './report.ts';
import { emptyHead, readWxr, type WxrItem } from './wxr.ts';

/** What an import works with. */
export interface ImportParts {
  readonly store: Store;
  readonly folder: string;
  readonly identity: Identity;
  readonly unit: Unit;
  readonly now: () => Date;
  /** The export, and the old site's folder of uploads beside it; `null` for none. */
  readonly file: string;
  readonly uploads: string | null;
  /** Our category codes by their short names, as the operator told. */
  readonly told: ReadonlyMap<string, string>;
  /** The member who answers for it. */
  readonly by: string;
  /** Looks at everything and changes nothing. */
  readonly isDryRun: boolean;
}

/**
 * Takes over the posts and pages of a WordPress site from its export: only what everybody could read there. Each is a
 * transaction of its own, so that an import which was stopped goes on where it was when it is run again; run twice, it
 * changes nothing.
 *
 * @throws StartError `import_unreadable`, `import_not_wxr`, `import_category`.
 */
export async function importWordPress(parts: ImportParts): Promise<ImportReport> {
  const { store, folder, identity, unit, now, file, uploads, told, by, isDryRun } = parts;
  const head = emptyHead();
  const attachments = new Map<string, { address: string; title: string }>();
  const categories = new CategoryMap(unit.level, dayInVietnam(now().toISOString()), told);
  for (const code of told.values()) if (!categories.isOurs(code)) throw new StartError('import_category', { code });
  const problems: ImportReport['problems'] = [];
  const report: ImportReport = {
    ...{ isDryRun, posts: 0, pages: 0, known: 0, pictures: 0, files: 0, addresses: 0, categories: [], problems },
  };
  try {
    for await (const item of readWxr(file, head))
      if (item.type === 'attachment') attachments.set(item.id, { address: item.attachment, title: item.title });
  } catch (error) {
    throw new StartError('import_unreadable', { file }, { cause: error });
  }
  if (!head.isWxr) throw new StartError('import_not_wxr', { file });
  if (head.faults > 0) problems.push({ code: 'xml_fault', where: '', detail: String(head.faults) });
  const library = await Library.open(uploads).catch((error: unknown) => {
    throw new StartError('import_unreadable', { file: uploads ?? '' }, { cause: error });
  });
  const origin: Origin = { portal: identity.portal, unit: unit.id, head, library, categories, attachments };
  const kept = new Set<string>();
  for await (const item of readWxr(file, emptyHead())) {
    if (item.type === 'attachment') continue;
    const tell: Tell = (code, detail) => problems.push({ code, where: item.title || `#${item.id}`, detail });
    const at = dateOf(item, now(), tell);
    if (at === null) continue;
    const id = postIdOf(origin, item, at);
    if ((await knownPost(store, id)).unit !== null) {
      report.known += 1;
      continue;
    }
    const made = await makePost(origin, item, id, tell);
    if (made === null) continue;
    if (!isDryRun) {
      for (const taken of made.files) await taken.keep(folder);
      const imported = await importPost(
        { store, identity, now },
        {
          ...{ revision: made.revision, canonical: made.canonical, by, moved: made.moved },
          publishedAt: at.toISOString(),
          address: item.link.slice(0, 2_000),
          media: made.files.map(({ reference: { hash, bytes } }) => ({ hash, bytes })),
        },
      );
      if (imported === 'erased') tell('erased', '');
      if (imported === 'known') report.known += 1;
      if (imported !== 'imported') continue;
    }
    for (const { reference } of made.files) {
      if (kept.has(reference.hash)) continue;
      kept.add(reference.hash);
      if (reference.mime === 'image/webp') report.pictures += 1;
      else report.files += 1;
    }
    report.addresses += made.moved.size;
    if (item.type === 'page') report.pages += 1;
    else report.posts += 1;
  }
  report.categories = [...categories.choices].map(([slug, { name, code, how }]) => ({ slug, name, code, how }));
  if (!isDryRun) await moveLists(store, unit.id, report.categories, head.parents);
  return report;
}

/** When a page that everybody could read was published; `null` for anything else, which is told. */
function dateOf(item: WxrItem, now: Date, tell: Tell): Date | null {
  if (item.type !== 'post' && item.type !== 'page') tell('other_type', item.type);
  else if (item.status !== 'publish') tell('not_public', item.status);
  else if (item.isProtected) tell('protected', '');
  else if (item.isCut) tell('too_large', '');
  else {
    if (item.comments > 0) tell('comments', String(item.comments));
    const at = publishedAt(item);
    // Without a date nobody knows where it belongs; one that is yet to come was not public.
    if (at === null) tell('no_date', item.date);
    else if (at > now) tell('not_public', item.date);
    else return at;
  }
  return null;
}

/** The lists and the feed of the old site lead to ours. */
async function moveLists(
  store: Store,
  unit: string,
  categories: ImportReport['categories'],
  parents: ReadonlyMap<string, string>,
): Promise<void> {
  const moved = categories.flatMap(({ slug, code }) =>
    [slug, lineOf(slug, parents)].flatMap((path) => {
      const address = movedKey(`/category/${path}`);
      return address === null ? [] : [{ unit, address, target: categoryPath(code) }];
    }),
  );
  for (const row of [...moved, { unit, address: '/feed', target: '/atom.xml' }])
    await store
      .insertInto('moved_address')
      .values(row)
      .onConflict((conflict) => conflict.columns(['unit', 'address']).doNothing())
      .execute();
}

/** A category under those above it, as WordPress makes its address: `cha/con`. */
function lineOf(slug: string, parents: ReadonlyMap<string, string>): string {
  const line = [slug];
  for (let above = parents.get(slug); above !== undefined && !line.includes(above); above = parents.get(above))
    line.unshift(above);
  return line.join('/');
}

/** Writes the whole report, for whoever sees to what did not fit. */
export function writeReport(file: string, report: ImportReport): Promise<void> {
  return writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
}
