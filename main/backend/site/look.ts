import type { SiteShown } from '../../../shared/contract/index.ts';
import { type SiteLook, siteLookSchema } from '../../../shared/site/index.ts';
import { type Crest, crestSchema } from '../../../shared/sync/index.ts';
import { readSetting, type Store, writeSetting } from '../store/index.ts';

const LOOK = 'siteLook';
const CREST = 'siteCrest';

/** Keeps how the portal says that the unit's site looks. */
export function keepLook(db: Store, look: SiteLook): void {
  writeSetting(db, LOOK, look);
}

/** Keeps the crest that the look names, or will name. */
export function keepCrest(db: Store, crest: Crest): void {
  writeSetting(db, CREST, crest);
}

/** How the unit's site looks, as last told; `null` while nobody has set anything of it. */
export function readSite(db: Store): SiteShown | null {
  const look = readSetting(db, LOOK, siteLookSchema);
  if (look === null) return null;
  const kept = look.crest === null ? null : readSetting(db, CREST, crestSchema);
  return { ...look, crest: kept !== null && kept.hash === look.crest ? kept.data : null };
}
