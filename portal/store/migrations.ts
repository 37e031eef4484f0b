import type { Migration } from 'kysely/migration';
import { up as spine } from './0001-spine.ts';
import { up as mediaRights } from './0002-media-rights.ts';
import { up as deviceLines } from './0010-device-lines.ts';
import { up as audit } from './0050-audit.ts';
import { up as search } from './0070-search.ts';
import { up as site } from './0100-site.ts';
import { up as board } from './0200-board.ts';
import { up as setAside } from './0210-set-aside.ts';
import { up as searchWords } from './0300-search-words.ts';
import { up as sight } from './0310-sight.ts';
import { up as focus } from './0400-focus.ts';
import { up as logins } from './0540-logins.ts';
import { up as units } from './0541-units.ts';
import { up as siteSettings } from './0560-site-settings.ts';
import { up as sitePages } from './0561-site-pages.ts';
import { up as translates } from './0570-translates.ts';
import { up as movedAddresses } from './0580-moved-addresses.ts';
import { up as portalKeys } from './0586-portal-keys.ts';
import { up as erasedByUnit } from './0590-erased-by-unit.ts';
import { up as siteLines } from './0591-site-lines.ts';
import { up as attempts } from './0600-attempts.ts';
import { up as quota } from './0601-quota.ts';

/**
 * Every version of the store, oldest first. A migration that has been released is never edited: a later one corrects
 * it. There is no way down: a newer store is refused by an older program instead.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-spine': { up: spine },
  '0002-media-rights': { up: mediaRights },
  '0010-device-lines': { up: deviceLines },
  '0050-audit': { up: audit },
  '0070-search': { up: search },
  '0100-site': { up: site },
  '0200-board': { up: board },
  '0210-set-aside': { up: setAside },
  '0300-search-words': { up: searchWords },
  '0310-sight': { up: sight },
  '0400-focus': { up: focus },
  '0540-logins': { up: logins },
  '0541-units': { up: units },
  '0560-site-settings': { up: siteSettings },
  '0561-site-pages': { up: sitePages },
  '0570-translates': { up: translates },
  '0580-moved-addresses': { up: movedAddresses },
  '0586-portal-keys': { up: portalKeys },
  '0590-erased-by-unit': { up: erasedByUnit },
  '0591-site-lines': { up: siteLines },
  '0600-attempts': { up: attempts },
  '0601-quota': { up: quota },
};
