import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process of this computer. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** A process and all that it started, itself first. Dead ones that nobody has collected yet do not count. */
export function processTree(root: number): Process[] {
  const all = runningProcesses();
  const below = (pid: number): Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
  return [...all.filter(({ pid }) => pid === root), ...below(root)];
}

/** Ends processes with SIGKILL, in the order given. What has ended already is passed over. */
export function killAll(processes: readonly Process[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Waits until none of these processes runs any more; returns those that still do after `limitMs`. */
export async function outlasting(processes: readonly Process[], limitMs: number): Promise<readonly Process[]> {
  const until = performance.now() + limitMs;
  for (;;) {
    const running = runningProcesses();
    const left = processes.filter(({ pid, command }) =>
      // The system gives numbers out again: only the same program under the same number is the same process.
      running.some((other) => other.pid === pid && other.command === command),
    );
    if (left.length === 0 || performance.now() > until) return left;
    await pause(20);
  }
}

function runningProcesses(): Process[] {
  if (process.platform === 'linux') return readdirSync('/proc').flatMap(fromProc);
  return process.platform === 'win32' ? fromWindows() : fromPs();
}

function fromProc(name: string): Process[] {
  if (!/^\d+$/.test(name)) return [];
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
    // `pid (name) state parent …`; the name itself may hold spaces and brackets.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return [];
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return [{ pid: Number(name), parent: Number(parent), command }];
  } catch {
    return [];
  }
}

function fromPs(): Process[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,command='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, state, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined || state?.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

function fromWindows(): Process[] {
  const query =
    'ConvertTo-Json @(Get-CimInstance Win32_Process | Select-Object ProcessId, ParentProcessId, CommandLine)';
  const text = execFileSync('powershell', ['-NoProfile', '-Command', query], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const rows = JSON.parse(text) as { ProcessId: number; ParentProcessId: number; CommandLine: string | null }[];
  return rows.map((row) => ({ pid: row.ProcessId, parent: row.ParentProcessId, command: row.CommandLine ?? '' }));
}
