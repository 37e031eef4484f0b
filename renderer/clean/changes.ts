/**
 * What cleaning changed, for the person to look over. `active`: scripts, frames and forms; `legacy`: text in an old
 * encoding; `composed`: letters made of two signs; `links`: addresses that cannot be used; `headings`: levels a post
 * does not have; `tables`: tables that were split or written out; `nested`: tables with
 * tables in them, whose own cells became paragraphs; `cells`: what became lines of words in a cell; `pictures`: those that lie elsewhere;
 * `formulas`: what became one line of words; `embedded`: documents in a document that are not
 * read; `deleted`: struck while changes were tracked; `margins`: the heads and feet of pages.
 */
export const CHANGE_KINDS = [
  'legacy',
  'formulas',
  'embedded',
  'pictures',
  'tables',
  'nested',
  'cells',
  'links',
  'active',
  'deleted',
  'comments',
  'margins',
  'hidden',
  'headings',
  'composed',
  'styling',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly count: number;
  /** A few places as they were and as they are now. */
  readonly samples: readonly { readonly before: string; readonly after: string }[];
}

export interface Ledger {
  note(kind: ChangeKind, before?: string, after?: string): void;
  list(): Change[];
}

const MOST_SAMPLES = 5;
const SAMPLE_CHARACTERS = 80;

export function openLedger(): Ledger {
  const changes = new Map<ChangeKind, { count: number; samples: { before: string; after: string }[] }>();
  return {
    note: (kind, before = '', after = '') => {
      const change = changes.get(kind) ?? { count: 0, samples: [] };
      changes.set(kind, change);
      change.count += 1;
      if (before.trim() === '' || change.samples.length >= MOST_SAMPLES) return;
      change.samples.push({ before: before.slice(0, SAMPLE_CHARACTERS), after: after.slice(0, SAMPLE_CHARACTERS) });
    },
    list: () =>
      CHANGE_KINDS.flatMap((kind) => ({ ...(changes.get(kind) ?? []), kind }) as Change).filter((c) => c.count > 0),
  };
}
