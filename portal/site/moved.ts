import { postPath } from '../../shared/content/index.ts';
import type { Store } from '../store/index.ts';
import { isReadIn, mergedInto } from './publications.ts';

/** Characters of an address that is looked up. */
const LONGEST = 1_000;

/**
 * The form in which an address of the former site is kept and looked up: its path without the signs that browsers and
 * writers of links differ in, and of its query only the number that WordPress finds a page by. `null`: no such address.
 */
export function movedKey(url: string): string | null {
  const [path = '', query = ''] = url.split('#', 1)[0]?.split('?', 2) ?? [];
  if (!path.startsWith('/') || path.length > LONGEST) return null;
  let plain: string;
  try {
    plain = decodeURIComponent(path);
  } catch {
    return null;
  }
  // No database can store it, so no address that is kept has it; and PostgreSQL does not take it in a question either.
  if (plain.includes('\0')) return null;
  const number = /(?:^|&)(p|page_id|cat)=(\d{1,12})(?:&|$)/.exec(query);
  const name = plain
    .normalize('NFC')
    .toLowerCase()
    .replace(/^\/index\.php(?=\/|$)/, '')
    .replace(/\/{2,}/g, '/')
    .replace(/(?<=.)\/$/, '');
  if (number !== null && (name === '/' || name === '')) return `/?${number[1]}=${number[2]}`;
  return name === '' || name === '/' ? null : name;
}

/**
 * Where an address of the former site leads now, as a path of this one; `null` for one that it did not have. The former
 * sites of units that were merged into this one have their readers led here too; its own come first.
 */
export async function findMoved(store: Store, unit: string, url: string): Promise<`/${string}` | null> {
  const address = movedKey(url);
  if (address === null) return null;
  const row = await store
    .selectFrom('moved_address')
    .select('target')
    .where((eb) =>
      eb.or([eb('moved_address.unit', '=', unit), eb('moved_address.unit', 'in', mergedInto(store, unit))]),
    )
    .where('address', '=', address)
    .orderBy((eb) => eb.case().when('moved_address.unit', '=', unit).then(0).else(1).end())
    .orderBy('moved_address.unit')
    .executeTakeFirst();
  // One slash at the beginning: two would be another host.
  if (row === undefined || !/^\/[^/\\]/.test(row.target)) return null;
  const publicId = /^\/bai-viet\/([0-9a-f]{12})$/.exec(row.target)?.[1];
  if (publicId === undefined) return row.target as `/${string}`;
  const live = await store
    .selectFrom('publication')
    .select(['post', 'title'])
    .where(isReadIn(store, unit))
    .where('public_id', '=', publicId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return (live === undefined ? row.target : postPath(live.post, live.title)) as `/${string}`;
}
