import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { MediaReference } from '../../../shared/content/index.ts';
import type { AppError } from '../../../shared/contract/index.ts';
import {
  API,
  carriedMediaReplySchema,
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
  receiptsToAsk,
} from '../carried/index.ts';
import type { MediaShelf } from '../media/index.ts';
import type { Desk } from '../posts/index.ts';
import { askForDevices } from './devices.ts';
import { isCode } from './failure.ts';
import { askPortal } from './http.ts';
import { type PictureTalk, uploadMedia } from './media.ts';
import type { Pace, UploadLine } from './upload.ts';

type CarriedTalk = PictureTalk & { readonly pace: Pace };

/** Receipts asked for in one request. */
const RECEIPTS = 200;

/** What a sync does for people without a line, beyond their mutations. */
export interface Carrying {
  /**
   * Brings pictures that came by a bundle, as far as they may travel on this line and no words wait.
   * @returns for how many revisions something was brought, and why one was not taken.
   */
  bringPictures(line: UploadLine, talk: CarriedTalk): Promise<{ brought: number; refusal: AppError | null }>;
  /** Asks whose the unit's devices are, when one is unknown, and for the receipts of what was carried. */
  askForOthers(line: UploadLine): Promise<void>;
}

/** A portal of an older version knows none of this: it is asked once in a run of the program, and told nothing else. */
export function createCarrying(desk: Desk, shelf: MediaShelf): Carrying {
  const { db } = desk;
  let isOlder = false;
  return {
    bringPictures: async (line, talk) => {
      let brought = 0;
      let refusal: AppError | null = null;
      for (const { revision, media } of isOlder ? [] : carriedPictures(db)) {
        if (talk.isUrgent()) break;
        const references = media.flatMap((hash) => shelf.reference(hash) ?? []);
        const ready = references.filter(({ hash }) => shelf.path(hash) !== null);
        const going = ready.filter(talk.mayTravel);
        try {
          if (going.length > 0) {
            await bring(shelf, line, revision, going, talk);
            brought += 1;
          }
          // What stays behind on a metered line goes another time; what is not here any more never.
          const later = new Set(ready.filter((one) => !going.includes(one)).map(({ hash }) => hash));
          dropCarriedPictures(
            db,
            revision,
            media.filter((hash) => !later.has(hash)),
          );
        } catch (error) {
          // The post was turned down, or is not this person's to see any more: nobody waits for its pictures.
          if (isCode(error, 'post_not_found')) dropCarriedPictures(db, revision, media);
          else if (isCode(error, 'portal_failed') || isCode(error, 'portal_full') || isCode(error, 'quota_reached'))
            refusal = error;
          else throw error;
        }
      }
      return { brought, refusal };
    },
    askForOthers: async (line) => {
      if (isOlder) return;
      try {
        if (isDeviceToAsk(db, desk.device.id)) await askForDevices(desk, line);
      } catch (error) {
        if (!isCode(error, 'post_not_found')) throw error;
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
  line: Pick<UploadLine, 'address' | 'token'>,
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

/** One that was spoiled on this disk is passed over: its author has it too. */
async function bring(
  shelf: MediaShelf,
  line: UploadLine,
  revision: string,
  pictures: readonly MediaReference[],
  talk: CarriedTalk,
): Promise<void> {
  const body = { revision, media: pictures.map(({ hash }) => hash) };
  const ask = () => askPortal({ ...line, path: API.carriedMedia, body, reply: carriedMediaReplySchema });
  const { wanted } = await ask();
  let sent = 0;
  for (const hash of wanted) {
    const [reference, path] = [shelf.reference(hash), shelf.path(hash)];
    if (reference === null || path === null || (await hashOfFile(path)) !== hash) continue;
    await uploadMedia(shelf, reference, path, line, {
      ...{ pace: talk.pace, isHalted: () => false },
      onProgress: talk.onProgress,
    });
    sent += 1;
  }
  if (sent > 0) await ask();
}

async function hashOfFile(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) digest.update(part);
  return digest.digest('hex');
}
