/** What a log may say of an error: its kind, its code, and where it came from. Never its message, which may quote text. */
export interface BugFacts {
  readonly name: string;
  readonly code: string | null;
  /** Innermost first: `function file.js:line:column`, without folders. */
  readonly frames: readonly string[];
  /** The kinds and codes of what caused it. */
  readonly causes: readonly string[];
}

const MOST_FRAMES = 12;
const MOST_CAUSES = 4;

/** One line of V8's stack: an optional function, then a file or address, line and column. */
const FRAME = /^\s*at (?:(?<where>.+?) \()?(?<file>[^()\s]+):(?<line>\d+):(?<column>\d+)\)?$/;
const FILE_NAME = /^(node:[\w/]+|[\w.-]+\.(js|cjs|mjs|ts|tsx))$/;

/** The facts of whatever was thrown. */
export function bugFacts(error: unknown): BugFacts {
  if (!(error instanceof Error)) return { name: typeof error, code: null, frames: [], causes: [] };
  const stack = (error.stack ?? '').replace(`${error.name}: ${error.message}`, '').replace(error.message, '');
  const causes: string[] = [];
  for (let at = error.cause; at instanceof Error && causes.length < MOST_CAUSES; at = at.cause)
    causes.push([nameOf(at.name), codeOf(at)].filter((part) => part !== null).join(' '));
  return { name: nameOf(error.name), code: codeOf(error), frames: framesOf(stack), causes };
}

/** The frames of a stack, for which the folders and the message's lines are left out. */
export function framesOf(stack: string): string[] {
  const frames: string[] = [];
  for (const line of stack.split('\n')) {
    const { where = '', file = '', line: row, column } = FRAME.exec(line)?.groups ?? {};
    const name = file.startsWith('node:') ? file : (file.split(/[\\/]/).at(-1) ?? '').replace(/\?.*$/, '');
    if (!FILE_NAME.test(name)) continue;
    const inside = /^[\w.$<>[\] ]{1,120}$/.test(where) ? `${where} ` : '';
    frames.push(`${inside}${name}:${row}:${column}`);
    if (frames.length === MOST_FRAMES) break;
  }
  return frames;
}

/** The name of a kind of error; anything that does not look like one may be text. */
export function nameOf(name: string): string {
  return /^[A-Za-z]\w{0,50}$/.test(name) ? name : 'Error';
}

function codeOf(error: Error): string | null {
  const code = 'code' in error ? String(error.code) : '';
  return /^[A-Za-z][A-Za-z0-9_]{1,60}$/.test(code) ? code : null;
}
