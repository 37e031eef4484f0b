import type { PreferenceFile } from './preferences.ts';

/** What the shell finds around it; a test decides it. */
export interface Surroundings {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Of the program; Electron would name its own when it is started on a file, as `npm start` does. */
  readonly version: string;
  /** The person's own folder. */
  readonly personHome: string;
  /** The folder of the bundles. */
  readonly dist: string;
  /** Opens the file of preferences in a folder. */
  readonly openPreferences: (folder: string) => PreferenceFile;
  /** How long window and backend each may take to write what they hold, in ms. */
  readonly closeLimitMs?: number;
}
