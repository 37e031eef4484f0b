import { ShellProblem } from '../shell/index.ts';

export interface Arguments {
  /** No window is opened; the address is printed. */
  readonly noWindow: boolean;
  /** Straight to the sample unit. */
  readonly demo: boolean;
  /** Port to listen on; 0 lets the system choose. */
  readonly port: number;
}

/** Reads `--no-window`, `--demo` and `--port N`. Throws a {@link ShellProblem} for anything else. */
export function parseArguments(args: readonly string[]): Arguments {
  const result = { noWindow: false, demo: false, port: 0 };
  for (let at = 0; at < args.length; at++) {
    const [name, inline] = (args[at] ?? '').split('=', 2);
    if (name === '--no-window') result.noWindow = true;
    else if (name === '--demo') result.demo = true;
    else if (name === '--port') result.port = portOf(inline ?? args[++at] ?? '');
    else throw new ShellProblem('shell.unknown_argument', { argument: args[at] ?? '' });
  }
  return result;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new ShellProblem('shell.port_invalid', { port: text });
  return port;
}
