import { z } from 'zod';

/** Rows in one page of a list, at most. */
export const PAGE_ROWS = 200;

/** Asks for a page of a list: what comes after the row of that id, or the first ones. */
export const pageRequestSchema = z.strictObject({
  after: z.string().min(1).max(64).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_ROWS).default(PAGE_ROWS),
});
export type PageRequest = z.infer<typeof pageRequestSchema>;

/** Where the next page begins; `null` at the end of the list. */
export const nextPageSchema = z.string().nullable().default(null);

/** A page of a list and where the next one begins, from one row more than was asked for where there are more. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  idOf: (row: Row) => string,
): { readonly page: Row[]; readonly next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, next: rows.length > limit && last !== undefined ? idOf(last) : null };
}

/** The address of the page of a list that begins after a row. */
function pagePath(path: string, after: string | null): string {
  return after === null ? path : `${path}?after=${encodeURIComponent(after)}`;
}

/**
 * All pages of a list, one after the other.
 *
 * @param ask asks for the page at an address. Errors: as it.
 */
export async function everyPage<Page extends { readonly next: string | null }>(
  path: string,
  ask: (path: string) => Promise<Page>,
): Promise<Page[]> {
  const pages: Page[] = [];
  let after: string | null = null;
  do {
    const page: Page = await ask(pagePath(path, after));
    pages.push(page);
    after = page.next;
  } while (after !== null);
  return pages;
}
