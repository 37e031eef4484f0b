import { type FileReference, fileReferenceSchema, type Language } from '../../shared/content/index.ts';
import type { Store } from '../store/index.ts';

/** Albums, and files, on one page of their list. */
export const HOLDINGS_ON_PAGE = { albums: 24, files: 50 } as const;
export type HoldingKind = keyof typeof HOLDINGS_ON_PAGE;

interface Holder {
  readonly post: string;
  readonly title: string;
  readonly language: Language;
  readonly first_at: string;
}
/** A live post with galleries. */
export interface Album extends Holder {
  readonly pictures: number;
  readonly media: string;
  readonly cover_focus: string | null;
}
/** A file that a live post offers. `words` are the author's for it; empty where it goes by its name. */
export interface OfferedFile extends Holder {
  readonly reference: FileReference;
  readonly words: string;
}
/** One page of what the unit's live posts hold, newest first. */
export interface HoldingPage<Item> {
  readonly items: readonly Item[];
  readonly page: number;
  readonly pages: number;
}

const TABLES = { albums: 'publication_album', files: 'publication_file' } as const;

/** How many there are in live posts. */
async function countHoldings(store: Store, unit: string, kind: HoldingKind): Promise<number> {
  const { count } = await store
    .selectFrom(TABLES[kind])
    .innerJoin('publication', 'publication.mutation', `${TABLES[kind]}.publication`)
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('unit', '=', unit)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Whether the unit has any to show. */
export async function hasHoldings(store: Store, unit: string, kind: HoldingKind): Promise<boolean> {
  return (await countHoldings(store, unit, kind)) > 0;
}

/** The posts with galleries; `null`: no such page, or none at all. */
export async function listAlbums(store: Store, unit: string, page: number): Promise<HoldingPage<Album> | null> {
  const pages = Math.ceil((await countHoldings(store, unit, 'albums')) / HOLDINGS_ON_PAGE.albums);
  if (page > pages) return null;
  const items = await store
    .selectFrom('publication_album')
    .innerJoin('publication', 'publication.mutation', 'publication_album.publication')
    .select(['post', 'title', 'language', 'first_at', 'pictures', 'media', 'publication_album.focus as cover_focus'])
    .where('unit', '=', unit)
    .where('ended_at', 'is', null)
    .orderBy('first_at', 'desc')
    .orderBy('mutation', 'desc')
    .limit(HOLDINGS_ON_PAGE.albums)
    .offset((page - 1) * HOLDINGS_ON_PAGE.albums)
    .execute();
  return { items, page, pages };
}

/** The files to download; `null`: no such page, or none at all. */
export async function listFiles(store: Store, unit: string, page: number): Promise<HoldingPage<OfferedFile> | null> {
  const pages = Math.ceil((await countHoldings(store, unit, 'files')) / HOLDINGS_ON_PAGE.files);
  if (page > pages) return null;
  const rows = await store
    .selectFrom('publication_file')
    .innerJoin('publication', 'publication.mutation', 'publication_file.publication')
    .select(['post', 'publication.title', 'language', 'first_at', 'reference', 'publication_file.title as words'])
    .where('unit', '=', unit)
    .where('ended_at', 'is', null)
    .orderBy('first_at', 'desc')
    .orderBy('mutation', 'desc')
    .orderBy('place')
    .limit(HOLDINGS_ON_PAGE.files)
    .offset((page - 1) * HOLDINGS_ON_PAGE.files)
    .execute();
  const items = rows.map((row) => ({ ...row, reference: fileReferenceSchema.parse(JSON.parse(row.reference)) }));
  return { items, page, pages };
}
