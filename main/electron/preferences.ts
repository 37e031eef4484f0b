import { z } from 'zod';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const place = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });

/** What the shell remembers of this computer's window. Anything odd in the file falls back, key by key. */
const schema = z.object({
  /** Where the window last was when it was not maximised. */
  bounds: place.nullable().catch(null),
  isMaximized: z.boolean().catch(false),
  theme: z.enum(THEMES).catch('system'),
});
export type Preferences = z.infer<typeof schema>;

/** The part of electron-store that is used. */
export interface PreferenceFile {
  readonly store: unknown;
  set(values: Partial<Preferences>): void;
}

export interface PreferenceKeeper {
  read(): Preferences;
  /** Keeps what changed. A disk that takes no more writes costs a window's place, never an error. */
  keep(changed: Partial<Preferences>): void;
}

/** @param open opens the file; it may fail, and the window then opens as if for the first time. */
export function keepPreferences(open: () => PreferenceFile): PreferenceKeeper {
  const file = attempt(open);
  return {
    read: () => schema.parse(attempt(() => file?.store) ?? {}),
    keep: (changed) => void attempt(() => file?.set(changed)),
  };
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
