import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Computer, openComputer } from './computer.ts';
import { worldFolder } from './folder.ts';
import { layLine } from './line.ts';
import { type Holdings, holdingsOfClient, holdingsOfPortal, type Model, newModel } from './model.ts';
import { type FuzzPortal, startPortal } from './portal.ts';
import { type Disks, watchDisks } from './shortage.ts';
import { type Account, MEMBERS, PIN } from './unit.ts';

/** A portal, the computers of its board, and what is known of what they should hold. */
export interface World {
  readonly portal: FuzzPortal;
  readonly computers: Computer[];
  readonly model: Model;
  readonly disks: Disks;
  /** How often each kind of harm was done. */
  readonly harm: Map<string, number>;
  harmed(kind: string): void;
  /** Opens another person's or computer's program and signs it in. */
  add(account: Account): Promise<Computer>;
  /** Looks at what a computer holds now. */
  watch(computer: Computer): void;
  holdings(): Holdings;
  /** Does something that takes away what only one place holds, and notes what that was. */
  settingBack<Result>(work: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Whose the first computers are: two of one author, so that texts part, and everybody who decides. */
export const OWNERS: readonly Account[] = [
  'tacgia',
  'tacgia',
  'thamdinh',
  'truongban',
  'tacgia',
  'tacgia2',
  'thamdinh',
];

/** @param portalClock how wrong the portal's clock is, in milliseconds; it may change. */
export async function openWorld(template: string, clients: number, portalClock = { wrongBy: 0 }): Promise<World> {
  const folder = worldFolder();
  const disks = watchDisks();
  const portal = await startPortal(folder, template, () => new Date(Date.now() + portalClock.wrongBy));
  const model = newModel();
  const computers: Computer[] = [];
  const harm = new Map<string, number>();
  const harmed = (kind: string): void => void harm.set(kind, (harm.get(kind) ?? 0) + 1);
  const holdings = (): Holdings =>
    union([...computers.map(({ peek }) => peek(holdingsOfClient)), portal.peek(holdingsOfPortal)]);
  const world: World = {
    ...{ portal, computers, model, disks, harm, harmed, holdings },
    add: async (account) => {
      const name = `${account}-${computers.length + 1}`;
      const home = join(folder, name);
      mkdirSync(home);
      const computer = await openComputer({ name, account, home, line: await layLine(portal.url, harmed) });
      computers.push(computer);
      await computer.signIn();
      if (roleOf(account) === 'head') await computer.call('connect.setPin', { pin: PIN });
      return computer;
    },
    watch: ({ name, peek }) => peek((db) => model.watch(name, db, portal.epoch())),
    settingBack: async (work) => {
      const before = holdings();
      const result = await work();
      const after = holdings();
      for (const kind of ['revisions', 'mutations', 'marks'] as const)
        for (const id of before[kind]) if (!after[kind].has(id)) model.gone[kind].add(id);
      return result;
    },
    close: async () => {
      for (const computer of computers) {
        await computer.close();
        computer.line.close();
      }
      await portal.stop();
      disks.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  for (let index = 0; index < clients; index += 1) await world.add(OWNERS[index % OWNERS.length] ?? 'tacgia');
  return world;
}

function roleOf(account: Account): 'head' | 'other' {
  const member = MEMBERS.find((one) => one.account === account);
  return member?.roles.some((role) => role === 'head') ? 'head' : 'other';
}

function union(all: readonly Holdings[]): Holdings {
  const of = (kind: keyof Holdings): Set<string> => new Set(all.flatMap((one) => [...one[kind]]));
  return { revisions: of('revisions'), mutations: of('mutations'), marks: of('marks') };
}
