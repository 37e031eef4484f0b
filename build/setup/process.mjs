import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { constants } from 'node:os';

/** Signals that end the program; each is handed on to the child, which ends in its own time. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in this terminal until it ends and returns its exit code (128 + number after a signal). While it runs,
 * this process outlives signals, so that nothing is left behind. `isTethered`: the child gets an IPC line, whose closing
 * tells it that this process is gone.
 */
export function runAttached(command, args, { env = process.env, cwd, isTethered = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = ['inherit', 'inherit', 'inherit', ...(isTethered ? ['ipc'] : [])];
    const child = spawn(command, args, { stdio, env, cwd });
    const handOn = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, handOn);
    const settle = (done) => {
      for (const signal of SIGNALS) process.off(signal, handOn);
      done();
    };
    child.on('error', (error) => settle(() => reject(error)));
    child.on('exit', (code, signal) => settle(() => resolve(code ?? 128 + (constants.signals[signal] ?? 0))));
  });
}

/**
 * Runs a program with its output in a file; resolves to its exit code, or `null` when it was ended, by the time limit in
 * milliseconds or by a signal. A signal to this process ends the child first.
 */
export function runLogged(command, args, { env = process.env, cwd, log, limit } = {}) {
  return new Promise((resolve, reject) => {
    const out = openSync(log, 'a');
    const child = spawn(command, args, { stdio: ['ignore', out, out], env, cwd, windowsHide: true });
    closeSync(out);
    const timer = limit === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limit);
    let asked = null;
    const end = (signal) => {
      asked = signal;
      child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, end);
    const settle = (done) => {
      clearTimeout(timer);
      for (const signal of SIGNALS) process.off(signal, end);
      if (asked !== null) process.exit(128 + (constants.signals[asked] ?? 0));
      done();
    };
    child.on('error', (error) => settle(() => reject(error)));
    child.on('exit', (code) => settle(() => resolve(code)));
  });
}
