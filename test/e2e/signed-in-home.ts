import { newDevice, writeConnection, writeDevice } from '../../main/backend/identity/index.ts';
import type { Desk } from '../../main/backend/posts/index.ts';
import { profileFolder, UNIT_PROFILE, writeHomeState } from '../../main/backend/profiles/index.ts';
import { makeDesk } from '../../main/backend/testing/index.ts';

/** A data folder of a person who signed in once; the portal is out of reach. `fill` writes into its database. */
export function prepareSignedInHome(home: string, fill: (desk: Desk) => void): void {
  const folder = profileFolder(home, UNIT_PROFILE);
  const { desk } = makeDesk(folder);
  fill(desk);
  writeDevice(folder, newDevice());
  writeConnection(desk.db, {
    address: 'http://127.0.0.1:9',
    portal: desk.portal,
    member: desk.me(),
    token: 'x'.repeat(40),
    renewal: null,
  });
  writeHomeState(home, { current: UNIT_PROFILE, language: 'vi', textSize: 100 });
  desk.db.close();
}

/** Reads the database of that folder, once the program that had it open has ended. */
export function readSignedInHome<Result>(home: string, read: (desk: Desk) => Result): Result {
  const { desk } = makeDesk(profileFolder(home, UNIT_PROFILE));
  try {
    return read(desk);
  } finally {
    desk.db.close();
  }
}
