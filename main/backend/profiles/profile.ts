import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { API, type ChangePasswordRequest, permitReplySchema } from '../../../shared/sync/index.ts';
import type { Permit } from '../../../shared/workflow/index.ts';
import { type Admin, createAdmin } from '../board/index.ts';
import {
  type Connection,
  type Device,
  deviceInPlace,
  newDevice,
  openApprovalKey,
  openWitness,
  readConnection,
  readDevice,
  writeConnection,
  writeDevice,
} from '../identity/index.ts';
import {
  type Incoming,
  type MediaShelf,
  openIncoming,
  openMediaShelf,
  openSmallPictures,
  type SmallPictures,
} from '../media/index.ts';
import type { Desk, Tell } from '../posts/index.ts';
import { createRulesBook } from '../rules/index.ts';
import { forgetRecovery, openStore, readRecovery, type Store } from '../store/index.ts';
import {
  type AskAsMember,
  askPortal,
  createSyncLoop,
  type DeviceLine,
  type Login,
  type SyncLoop,
} from '../sync/index.ts';
import { askToSignIn, type Credentials } from './ask-to-sign-in.ts';
import { openLine } from './line.ts';
import { forgetNewLine, type LineNotice, readNewLine } from './line-notice.ts';
import { openLogin } from './login.ts';
import { readMe } from './me.ts';
import { networkNow } from './network.ts';
import { keepUp } from './upkeep.ts';

/** What a profile needs from outside; tests and the sample seeder steer the clock. */
export interface ProfileSurroundings {
  readonly folder: string;
  /** Folder of the witness that tells a restored data folder from a living one; outside the data folder. */
  readonly witness: string;
  readonly now: () => Date;
  readonly random: () => number;
  readonly tell: Tell;
  readonly titleOfCopy: (original: string) => string;
  readonly onBug: (error: unknown, place: string) => void;
  /** The networks this computer is in, where a test steers them. */
  readonly network?: () => string;
}

/** One person's data folder, open and bound to a portal: database, pictures, keys, sync. */
export interface Profile {
  readonly desk: Desk;
  readonly shelf: MediaShelf;
  readonly incoming: Incoming;
  readonly small: SmallPictures;
  readonly sync: SyncLoop;
  connection(): Connection;
  /** Its data folder. */
  readonly folder: string;
  /** Names the draft made from text that lost a race. */
  readonly titleOfCopy: (original: string) => string;
  /** Makes the approval key on this device and registers it. Online. */
  setPin(pin: string, password?: string): Promise<void>;
  /** Changes the person's own password; their other computers are signed out. Online. */
  changePassword(request: ChangePasswordRequest): Promise<void>;
  readonly login: Login;
  readonly admin: Admin;
  /** The portal's word that it hears this computer now. @throws AppError as `askPortal`. */
  askPermit(): Promise<Permit>;
  /** The sample unit's portal may come back on another port. */
  setAddress(address: string): void;
  /** What was done about a damaged database, until the person has read it: when, and where its files are. */
  recovery(): { at: string; folder: string } | null;
  forgetRecovery(): void;
  /** Why a new device line was started by itself, until the person has read it. */
  newLine(): LineNotice | null;
  forgetNewLine(): void;
  close(): Promise<void>;
}

/** Opens a data folder that has signed in before; `null` for a fresh one. @throws AppError of `openStore`. */
export function openProfile(around: ProfileSurroundings): Profile | null {
  const device = readDevice(around.folder);
  if (device === null && !existsSync(databasePath(around.folder))) return null;
  const db = openStore(databasePath(around.folder));
  const connection = readConnection(db);
  if (connection !== null)
    return assemble(around, db, lineOf(around, db, device ?? deviceInPlace(connection)), connection);
  db.close();
  return null;
}

/**
 * Signs in to a portal. A fresh folder is bound to that portal, unit and person; a folder that is bound already only
 * renews its sign-in, and another portal, unit or person is refused before anything is sent.
 */
export async function signIn(around: ProfileSurroundings, credentials: Credentials): Promise<Profile> {
  const db = openStore(databasePath(around.folder));
  try {
    const bound = readConnection(db);
    const known = readDevice(around.folder) ?? (bound && deviceInPlace(bound));
    const line = known && lineOf(around, db, known);
    const device = line?.device() ?? newDevice(credentials.deviceName);
    const connection = await askToSignIn(credentials, bound, device, around.now);
    if (line === null) writeDevice(around.folder, { ...device, isRegistered: true });
    else line.registered();
    writeConnection(db, connection);
    return assemble(around, db, line ?? lineOf(around, db, { ...device, isRegistered: true }), connection);
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * As {@link signIn}, in a folder that is open: the portal may be a long time in answering, and what is written meanwhile
 * goes to the disk as ever. The folder is opened anew with the answer.
 *
 * @param leave closes the profile; called once the portal has let the person in.
 */
export async function signInAgain(
  around: ProfileSurroundings,
  credentials: Credentials,
  profile: Profile,
  leave: () => Promise<void>,
): Promise<Profile> {
  const { device } = profile.desk;
  const connection = await askToSignIn(credentials, profile.connection(), device, around.now);
  await leave();
  const db = openStore(databasePath(around.folder));
  try {
    const line = lineOf(around, db, readDevice(around.folder) ?? deviceInPlace(connection));
    // A new line that was begun meanwhile is made known with this sign-in by the next sync.
    if (line.device().id === device.id) line.registered();
    writeConnection(db, connection);
    return assemble(around, db, line, connection);
  } catch (error) {
    db.close();
    throw error;
  }
}

function assemble(around: ProfileSurroundings, db: Store, line: DeviceLine, first: Connection): Profile {
  let connection = first;
  const save = (next: Connection): void => {
    // What the portal gave or took counts at once, even where a full disk has no room to say so.
    connection = next;
    writeConnection(db, next);
  };
  const login = openLogin({ read: () => connection, save, now: around.now });
  const approvalKey = openApprovalKey(around.folder, around.now);
  const rulesBook = createRulesBook(db, around.now);
  const desk: Desk = {
    db,
    me: () => readMe(db, connection.member, around.now()),
    get portal() {
      return connection.portal;
    },
    address: () => connection.address,
    get device() {
      return line.device();
    },
    get rules() {
      return rulesBook.inForce();
    },
    rulesBook,
    isOnline: () => ['idle', 'syncing'].includes(sync.status().state),
    approvalKey,
    now: around.now,
    tell: around.tell,
  };
  const shelf = openMediaShelf(db, join(around.folder, 'media'));
  const incoming = openIncoming(join(around.folder, 'incoming'));
  const sync = createSyncLoop({
    desk,
    shelf,
    login,
    line,
    keepPortal: (portal) => save({ ...connection, portal }),
    titleOfCopy: around.titleOfCopy,
    onBug: around.onBug,
    random: around.random,
    network: around.network ?? networkNow,
  });
  const ask: AskAsMember = (request) =>
    login.during((token) => askPortal({ ...request, address: connection.address, token }));
  const upkeep = keepUp(db, around);
  return {
    desk,
    shelf,
    incoming,
    small: openSmallPictures(shelf, join(around.folder, 'small')),
    sync,
    connection: () => connection,
    folder: around.folder,
    titleOfCopy: around.titleOfCopy,
    setPin: (pin, password) =>
      approvalKey.create(pin, async (key) => {
        const body = password === undefined ? key : { ...key, password };
        await ask({ path: API.key, body, reply: z.unknown() });
      }),
    changePassword: async (body) => {
      await ask({ path: API.password, body, reply: z.unknown() });
    },
    login,
    admin: createAdmin(ask, sync),
    askPermit: () => ask({ path: API.permit, body: {}, reply: permitReplySchema }),
    setAddress: (address) => save({ ...connection, address }),
    recovery: () => {
      const report = readRecovery(around.folder);
      return report && { at: report.at, folder: join(around.folder, report.setAside) };
    },
    forgetRecovery: () => forgetRecovery(around.folder),
    newLine: () => readNewLine(around.folder),
    forgetNewLine: () => forgetNewLine(around.folder),
    close: async () => {
      upkeep.stop();
      await sync.stop();
      // A backup under way would find its database closed, and leave half a copy.
      await db.settle();
      db.close();
    },
  };
}

function lineOf({ folder, witness, now }: ProfileSurroundings, db: Store, device: Device): DeviceLine {
  return openLine({ folder, db, witness: openWitness(witness), device, now });
}

function databasePath(folder: string): string {
  return join(folder, 'database.sqlite');
}
