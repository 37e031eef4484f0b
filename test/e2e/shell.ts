import type { Browser, Page } from 'playwright-core';
import type { Complaints } from './complaints.ts';
import type { Process } from './processes.ts';

/** What the program runs in. */
export const SHELLS = ['browser', 'electron'] as const;
export type ShellName = (typeof SHELLS)[number];

export interface ShellStart {
  readonly home: string;
  /** The window's browser; Electron brings its own. */
  readonly browser: () => Promise<Browser>;
  readonly complaints: Complaints;
}

/** The program, running with one window, in whatever shell. */
export interface RunningShell {
  readonly page: Page;
  /** The shell's process; all others it started are below it. */
  readonly pid: number;
  isBackend(process: Process): boolean;
  /** Ends the program as a person does who closes its window. Resolves when the shell has ended. */
  close(): Promise<void>;
}
