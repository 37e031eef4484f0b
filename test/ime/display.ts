import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';

const run = promisify(execFile);
const START_LIMIT_MS = 20_000;

export type InputMethod = 'ibus-unikey' | 'fcitx5-unikey';
export type Layout = 'telex' | 'vni';

/** A screen nobody sees, with one real input method switched on. */
export interface Display {
  /** What a program that is to be typed into is started with. */
  readonly env: Readonly<Record<string, string>>;
  /** Presses keys as a keyboard does: each character, in turn, with so many milliseconds between. */
  type(keys: string, everyMs: number): Promise<void>;
  /** Presses one key or chord by its X name, such as `ctrl+z`. */
  press(key: string): Promise<void>;
  /** Presses the mouse at a point of the screen, in pixels. */
  click(x: number, y: number): Promise<void>;
  /** Gives the keyboard to the window with that title. */
  focus(title: string): Promise<void>;
  /** Waits until the input method serves the text box that has the focus. */
  served(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a screen, a session bus and the input method, and waits until each is there. */
export async function openDisplay(method: InputMethod, layout: Layout): Promise<Display> {
  const home = mkdtempSync(join(tmpdir(), 'ime-'));
  const started: ChildProcess[] = [];
  const close = async (): Promise<void> => {
    for (const child of started.reverse()) await ended(child);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const [screen, number] = await starting(
      'Xvfb',
      ['-r', '-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
      {},
    );
    started.push(screen);
    const base = { DISPLAY: `:${number}`, HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_RUNTIME_DIR: home };
    const [daemon, address] = await starting('dbus-daemon', ['--session', '--nofork', '--print-address'], base);
    started.push(daemon);
    const module = method === 'ibus-unikey' ? 'ibus' : 'fcitx';
    const env = {
      ...base,
      DBUS_SESSION_BUS_ADDRESS: address,
      GSETTINGS_BACKEND: 'keyfile',
      GTK_IM_MODULE: module,
      XMODIFIERS: `@im=${module}`,
      NO_AT_BRIDGE: '1',
    };
    const bus = await listenToBus(env);
    started.push(bus.listener);
    started.push(await (method === 'ibus-unikey' ? startIbus(layout, env, bus) : startFcitx(layout, env, bus)));
    const xdotool = async (args: readonly string[]): Promise<string> => {
      const { stdout } = await run('xdotool', [...args], { env: { ...process.env, ...env } });
      return stdout.trim();
    };
    return {
      env,
      type: async (keys, everyMs) => {
        // One process for all keys, each by name: `type` would remap keys that it does not know.
        const named = [...keys].map((key) => KEY_NAMES[key] ?? key);
        await xdotool(['key', '--delay', String(everyMs), ...named]);
      },
      press: async (key) => {
        await xdotool(['key', key]);
      },
      click: async (x, y) => {
        await xdotool(['mousemove', String(Math.round(x)), String(Math.round(y)), 'click', '1']);
      },
      focus: async (title) => {
        const id = (await xdotool(['search', '--sync', '--onlyvisible', '--name', title])).split('\n').at(-1) ?? '';
        await xdotool(['windowfocus', '--sync', id]);
      },
      served: async () => {
        if (method === 'ibus-unikey') return;
        // The order of the bus: it has heard of the focus before it hears that it is to be switched on there.
        await bus.said(/member=FocusIn/, 'fcitx5 was told of no text box');
        await run('fcitx5-remote', ['-o'], { env: { ...process.env, ...env } });
        const { stdout } = await run('fcitx5-remote', ['-n'], { env: { ...process.env, ...env } });
        if (stdout.trim() !== 'unikey') throw new Error(`fcitx5 has ${stdout.trim()}, not unikey`);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Names of keys that are no letter or figure. */
const KEY_NAMES: Readonly<Record<string, string>> = {
  ' ': 'space',
  '[': 'bracketleft',
  ']': 'bracketright',
  '#': 'numbersign',
  '*': 'asterisk',
  '.': 'period',
  ',': 'comma',
  '-': 'minus',
  '/': 'slash',
  '\n': 'Return',
};

type Env = Readonly<Record<string, string>>;

async function startIbus(layout: Layout, env: Env, bus: Bus): Promise<ChildProcess> {
  const folder = join(env.XDG_CONFIG_HOME ?? '', 'glib-2.0', 'settings');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'keyfile'), `[org/freedesktop/ibus/engine/unikey]\ninput-method='${layout}'\n`);
  const daemon = start('ibus-daemon', ['--xim', '--panel', 'disable', '--emoji-extension', 'disable'], env);
  await bus.said(/"org\.freedesktop\.IBus"/, 'ibus did not start');
  // It sets the engine and still ends badly where the screen has no keyboard layouts to choose from.
  await run('ibus', ['engine', 'Unikey'], { env: { ...process.env, ...env } }).catch(() => undefined);
  const { stdout } = await run('ibus', ['engine'], { env: { ...process.env, ...env } });
  if (stdout.trim() !== 'Unikey') throw new Error(`ibus has ${stdout.trim()}, not Unikey`);
  return daemon;
}

async function startFcitx(layout: Layout, env: Env, bus: Bus): Promise<ChildProcess> {
  const folder = join(env.XDG_CONFIG_HOME ?? '', 'fcitx5');
  mkdirSync(join(folder, 'conf'), { recursive: true });
  const group = '[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=unikey\n';
  writeFileSync(join(folder, 'profile'), `${group}[Groups/0/Items/0]\nName=unikey\nLayout=\n[GroupOrder]\n0=Default\n`);
  writeFileSync(join(folder, 'conf', 'unikey.conf'), `InputMethod=${layout === 'vni' ? 'VNI' : 'Telex'}\n`);
  // From the first key on, without a switch to be pressed.
  writeFileSync(join(folder, 'config'), '[Behavior]\nActiveByDefault=True\n');
  const daemon = start('fcitx5', ['--disable', 'wayland,notifications,classicui,clipboard'], env);
  await bus.said(/"org\.fcitx\.Fcitx5"/, 'fcitx5 did not start');
  return daemon;
}

function start(program: string, args: readonly string[], env: Env): ChildProcess {
  return spawn(program, [...args], { stdio: 'ignore', env: { ...process.env, ...env } });
}

/** Starts a program that tells its address by one line. */
function starting(program: string, args: readonly string[], env: Env): Promise<[ChildProcess, string]> {
  const child = spawn(program, [...args], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...env } });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`${program} ended with ${code}`)));
    createInterface({ input: child.stdout }).once('line', (line) => done([child, line]));
  });
}

/** What is said on the session bus of who has come, and of text boxes that get the focus. */
interface Bus {
  readonly listener: ChildProcess;
  /** Resolves once something like it has been said, also before. @throws with the problem when it takes too long. */
  said(words: RegExp, problem: string): Promise<void>;
}

async function listenToBus(env: Env): Promise<Bus> {
  const rules = ["type='signal',member='NameOwnerChanged'", "type='method_call',member='FocusIn'"];
  const [listener] = await starting('dbus-monitor', ['--session', ...rules], env);
  const heard: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: listener.stdout as Readable }).on('line', (line) => {
    heard.push(line);
    for (const look of [...waiting]) look();
  });
  return {
    listener,
    said: (words, problem) =>
      new Promise((done, fail) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          fail(new Error(problem));
        }, START_LIMIT_MS);
        const look = (): void => {
          if (!heard.some((line) => words.test(line))) return;
          clearTimeout(timer);
          waiting.delete(look);
          done();
        };
        waiting.add(look);
        look();
      }),
  };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}
