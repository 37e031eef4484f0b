/** Electron as its main process sees it. Handed in, not imported, so that a test can start the shell without it. */
export type Electron = typeof import('electron');
