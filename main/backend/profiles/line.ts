import { API, startLineReplySchema } from '../../../shared/sync/index.ts';
import { type Device, newLine, placeOf, type Witness, writeDevice } from '../identity/index.ts';
import { numberOfLine, signOutboxAnew } from '../posts/index.ts';
import type { Store } from '../store/index.ts';
import { askPortal, type DeviceLine } from '../sync/index.ts';
import { type LineNotice, noteNewLine } from './line-notice.ts';

/** What a line stands on. `device` is the one in the folder now. */
export interface LineParts {
  readonly folder: string;
  readonly db: Store;
  readonly witness: Witness;
  readonly device: Device;
  readonly now: () => Date;
}

/**
 * The device line of an open data folder. A folder that was copied (it lies elsewhere than its line does) or restored
 * (it counts less than was sent) starts a new line here, before anything is written in it (design 6). A power cut
 * between file and database is made good by the next opening. The person is told of it once.
 */
export function openLine({ folder, db, witness, device: found, now }: LineParts): DeviceLine {
  const place = placeOf(folder);
  let device = found;
  const become = (next: Device): void => {
    writeDevice(folder, next);
    device = next;
  };
  const startAgain = (why: LineNotice['why']): void => {
    noteNewLine(folder, { at: now().toISOString(), why });
    become(newLine(device, place));
    signOutboxAnew(db, device);
  };
  const isCopied = device.place !== null && device.place !== place;
  const isRestored = numberOfLine(db, device.id) < witness.highest(device.id);
  if (isCopied || isRestored) startAgain(isCopied ? 'copied' : 'restored');
  else {
    if (device.place === null) become({ ...device, place });
    signOutboxAnew(db, device);
  }
  return {
    device: () => device,
    startAgain: () => startAgain('twice'),
    leaving: (mutations) => {
      for (const mutation of mutations) witness.note(mutation.device, mutation.seq);
    },
    register: async ({ address, token }) => {
      if (device.isRegistered) return null;
      const { id, publicKey, name, startedFrom } = device;
      const body = { id, publicKey, name, startedFrom };
      return askPortal({ address, path: API.line, token, body, reply: startLineReplySchema });
    },
    registered: () => become({ ...device, isRegistered: true }),
  };
}
