import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import {
  type RegulationVersion,
  type Rules,
  regulationVersionSchema,
  rulesInForce,
  rulesNamed,
} from '../../../shared/workflow/index.ts';
import type { Store } from '../store/index.ts';

/** The unit's regulation as the portal has told it, version by version. */
export interface RulesBook {
  /** The rules in force today, by this computer's clock. The portal judges by its own. */
  inForce(): Rules;
  /** The rules of that name, in force or not; `null` for a name not known here. */
  named(version: string): Rules | null;
  /** Every version, in the order they were set. */
  versions(): readonly RegulationVersion[];
  /** Takes in a line of the feed. Call inside the transaction of its reply. */
  take(version: RegulationVersion, number: number): void;
  /** A restored portal tells them anew. Call inside the transaction of its reply. */
  forget(): void;
}

/** Reads the book of a database; it is asked at each post of a list, so what was read is kept until a line comes. */
export function createRulesBook(db: Store, now: () => Date): RulesBook {
  let kept: readonly RegulationVersion[] | null = null;
  let today: { readonly day: string; readonly rules: Rules } | null = null;
  const changed = (): void => {
    kept = null;
    today = null;
  };
  const versions = (): readonly RegulationVersion[] => {
    kept ??= db
      .prepare<[], { words: string }>('SELECT words FROM regulation ORDER BY number')
      .all()
      .map(({ words }) => regulationVersionSchema.parse(JSON.parse(words)));
    return kept;
  };
  return {
    versions,
    named: (version) => rulesNamed(versions(), version),
    inForce: () => {
      const day = dayInVietnam(now().toISOString());
      if (today?.day !== day) today = { day, rules: rulesInForce(versions(), day) };
      return today.rules;
    },
    take: (version, number) => {
      db.prepare('INSERT OR REPLACE INTO regulation (version, number, words) VALUES (?, ?, ?)').run(
        version.version,
        number,
        JSON.stringify(version),
      );
      changed();
    },
    forget: () => {
      db.prepare('DELETE FROM regulation').run();
      changed();
    },
  };
}
