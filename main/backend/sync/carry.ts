import { AppError } from '../../../shared/contract/index.ts';
import {
  API,
  carriedMediaReplySchema,
  devicesReplySchema,
  isCertificateSignedBy,
  isReceiptSignedBy,
  type Receipt,
  receiptsReplySchema,
} from '../../../shared/sync/index.ts';
import {
  carriedPictures,
  dropCarriedPictures,
  dropUnanswered,
  isDeviceToAsk,
  keepReceipt,
  markDevicesAsked,
  noteDevices,
  receiptsToAsk,
} from '../carried/index.ts';
import type { MediaShelf } from '../media/index.ts';
import type { Desk } from '../posts/index.ts';
import { askPortal } from './http.ts';
import { uploadMedia } from './media.ts';

interface Line {
  readonly address: string;
  readonly token: string;
}

/** Receipts asked for in one request. */
const RECEIPTS = 200;

/** What a sync does for people without a line, beyond their mutations. */
export interface Carrying {
  /** Brings pictures that came by a bundle. Returns how many the portal now has for their posts. */
  bringPictures(line: Line): Promise<number>;
  /** Asks whose the unit's devices are, when one is unknown, and for the receipts of what was carried. */
  askForOthers(line: Line): Promise<void>;
}

/** A portal of an older version knows none of this: it is asked once in a run of the program, and told nothing else. */
export function createCarrying(desk: Desk, shelf: MediaShelf): Carrying {
  const { db } = desk;
  let isOlder = false;
  return {
    bringPictures: async (line) => {
      let brought = 0;
      for (const { revision, media } of isOlder ? [] : carriedPictures(db)) {
        const here = media.filter((hash) => shelf.path(hash) !== null);
        try {
          if (here.length > 0) brought += await bring(shelf, line, revision, here);
        } catch (error) {
          // The post was turned down, or is not this person's to see any more: nobody waits for its pictures.
          if (!isNotFound(error)) throw error;
        }
        dropCarriedPictures(db, revision);
      }
      return brought;
    },
    askForOthers: async (line) => {
      if (isOlder) return;
      try {
        if (isDeviceToAsk(db, desk.device.id)) await askForDevices(desk, line);
      } catch (error) {
        if (!isNotFound(error)) throw error;
        isOlder = true;
        return;
      }
      for (let ids = receiptsToAsk(db, RECEIPTS); ids.length > 0; ids = receiptsToAsk(db, RECEIPTS)) {
        const came = new Set((await fetchReceipts(desk, line, ids)).map(({ mutation }) => mutation));
        dropUnanswered(
          db,
          ids.filter((id) => !came.has(id)),
        );
        if (came.size === 0) break;
      }
    },
  };
}

/** Asks for the signed verdicts of mutations, and keeps them. @throws AppError as `askPortal`. */
export async function fetchReceipts(
  { db, portal }: Pick<Desk, 'db' | 'portal'>,
  line: Line,
  mutations: readonly string[],
): Promise<Receipt[]> {
  const body = { mutations };
  const { receipts } = await askPortal({ ...line, path: API.receipts, body, reply: receiptsReplySchema });
  const genuine = receipts.filter((receipt) => isReceiptSignedBy(receipt, portal.publicKey));
  db.transaction(() => {
    for (const receipt of genuine) keepReceipt(db, receipt);
  })();
  return genuine;
}

async function askForDevices({ db, portal }: Desk, line: Line): Promise<void> {
  const { devices } = await askPortal({ ...line, path: API.devices, reply: devicesReplySchema });
  noteDevices(
    db,
    devices.filter((certificate) => isCertificateSignedBy(certificate, portal.publicKey)),
  );
  markDevicesAsked(db);
}

async function bring(shelf: MediaShelf, line: Line, revision: string, media: readonly string[]): Promise<number> {
  const body = { revision, media };
  const ask = () => askPortal({ ...line, path: API.carriedMedia, body, reply: carriedMediaReplySchema });
  const { wanted } = await ask();
  for (const hash of wanted) {
    const [reference, path] = [shelf.reference(hash), shelf.path(hash)];
    if (reference !== null && path !== null) await uploadMedia(shelf, reference, path, line);
  }
  if (wanted.length > 0) await ask();
  return media.length;
}

function isNotFound(error: unknown): boolean {
  return error instanceof AppError && error.code === 'post_not_found';
}
