/** What the program was started with. */
export interface Arguments {
  /** No window is opened; a second start opens it. */
  readonly noWindow: boolean;
  /** Straight to the sample unit. */
  readonly demo: boolean;
  /** Files of ours to open, as they were given. */
  readonly files: readonly string[];
}

/**
 * Reads a command line. Electron and Chromium have switches of their own, so what is not ours is left to them.
 * @param argv as in `process.argv`: the program comes first.
 */
export function readArguments(argv: readonly string[]): Arguments {
  const given = argv.slice(1);
  return {
    noWindow: given.includes('--no-window'),
    demo: given.includes('--demo'),
    files: given.filter((argument) => !argument.startsWith('-') && /\.banthao$/i.test(argument)),
  };
}
