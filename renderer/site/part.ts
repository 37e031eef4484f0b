import { z } from 'zod';
import type { SiteSettings } from '../../shared/site/index.ts';

/** What each part of the settings is edited with. `isTried`: somebody wanted to save, so what is missing is named. */
export interface PartProps {
  readonly settings: SiteSettings;
  readonly onChange: (part: Partial<SiteSettings>) => void;
  readonly isTried: boolean;
  /** Puts a new crest in place of the one there is, as a data URL; `null`: none any more. */
  readonly onCrest: (picture: string | null) => void;
  /** The crest as it will be, as a data URL. */
  readonly crest: string | null;
}

/** Whether it is an e-mail address, or nothing. */
export function isAddressOrNothing(text: string): boolean {
  return text === '' || z.email().safeParse(text).success;
}
