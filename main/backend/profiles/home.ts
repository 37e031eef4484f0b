import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { languageSchema } from '../../../shared/content/index.ts';
import { textSizeSchema, USUAL_TEXT_SIZE } from '../../../shared/contract/index.ts';
import { readJsonFile, writeFileSafely } from '../store/index.ts';

const stateSchema = z.object({
  /** The profile that opens by itself. */
  current: z.string().nullable(),
  language: languageSchema,
  /** Size of the text being written, in per cent of the usual. */
  textSize: textSizeSchema.catch(USUAL_TEXT_SIZE),
});

/** What the program remembers beside any one person's data. */
export type HomeState = z.infer<typeof stateSchema>;

/** The unit's own profile; those of the sample unit are `demo-KEY`. */
export const UNIT_PROFILE = 'unit';
const DEMO_PREFIX = 'demo-';

export function demoProfile(person: string): string {
  return `${DEMO_PREFIX}${person}`;
}

export function isDemoProfile(key: string): boolean {
  return key.startsWith(DEMO_PREFIX);
}

/** The data folder of a profile. */
export function profileFolder(home: string, key: string): string {
  return isDemoProfile(key)
    ? join(home, 'demo', 'people', key.slice(DEMO_PREFIX.length))
    : join(home, 'profiles', UNIT_PROFILE);
}

/** The folder of the sample unit: its portal and its three people. */
export function demoFolder(home: string): string {
  return join(home, 'demo');
}

/**
 * What was remembered. A damaged file counts as nothing remembered, but the unit's data is opened where there is some:
 * its words must be within reach without a line.
 */
export function readHomeState(home: string): HomeState {
  const parsed = stateSchema.safeParse(readJsonFile(statePath(home)));
  if (parsed.success) return parsed.data;
  const current = existsSync(profileFolder(home, UNIT_PROFILE)) ? UNIT_PROFILE : null;
  return { current, language: 'vi', textSize: USUAL_TEXT_SIZE };
}

export function writeHomeState(home: string, state: HomeState): void {
  writeFileSafely(statePath(home), JSON.stringify(state));
}

function statePath(home: string): string {
  return join(home, 'state.json');
}
