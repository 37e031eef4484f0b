import { existsSync } from 'node:fs';
import { AppError, type Update } from '../../../shared/contract/index.ts';
import {
  API,
  isNewerVersion,
  isUpdateSignedBy,
  type SignedUpdate,
  signedUpdateSchema,
  type UpdateManifest,
} from '../../../shared/sync/index.ts';
import { askPortal, portalAddress } from '../sync/index.ts';
import { readAnnounced, writeAnnounced } from './announced.ts';
import { downloadInstaller } from './download.ts';

const DAY_MS = 24 * 3_600_000;

/** How asking for a new version ended. */
export type UpdateOutcome = 'none' | 'newer' | 'not_newer' | 'bad_signature' | 'failed';

export interface UpdateOptions {
  /** Where announcements are remembered. */
  readonly folder: string;
  /** Where installers go. */
  readonly downloads: string;
  /** This program's own version. */
  readonly version: string;
  /** `process.platform` and `process.arch`, joined by `-`. */
  readonly platform: string;
  /** Public half of the release key (Ed25519, hex); `null` in a build without one, which then asks nobody. */
  readonly releaseKey: string | null;
  readonly now: () => Date;
  readonly onProgress: (done: number, total: number) => void;
  readonly onChecked: (outcome: UpdateOutcome) => void;
}

/** New versions of the program, announced by the portal it works with. */
export interface Updates {
  /** The announced version, when it is later than this one and its signature is right. */
  announced(): Update | null;
  /** Asks the portal, at most once a day. Never fails: no answer is no news. */
  ask(address: string): Promise<void>;
  /** Downloads and checks the installer, because the person said so. @throws AppError `update_none` and those of the download. */
  download(): Promise<{ savedAt: string }>;
}

/** Takes no announcement on trust: the portal only passes on what the release key has signed. */
export function createUpdates(options: UpdateOptions): Updates {
  const { folder, releaseKey, version, now } = options;
  let remembered = readAnnounced(folder);
  let downloading: Promise<{ savedAt: string }> | null = null;
  const remember = (change: Partial<typeof remembered>): void => {
    remembered = { ...remembered, ...change };
    writeAnnounced(folder, remembered);
  };
  const judge = (signed: SignedUpdate): UpdateOutcome => {
    if (releaseKey === null || !isUpdateSignedBy(signed, releaseKey)) return 'bad_signature';
    return isNewerVersion(signed.manifest.version, version) ? 'newer' : 'not_newer';
  };
  /** Judged anew at each use: the file on disk is no more to be trusted than the line, and this version may be newer. */
  const manifest = (): UpdateManifest | null =>
    remembered.signed !== null && judge(remembered.signed) === 'newer' ? remembered.signed.manifest : null;
  const fileOf = ({ files }: UpdateManifest) => files.find(({ platform }) => platform === options.platform) ?? null;

  const fetchInstaller = async (): Promise<{ savedAt: string }> => {
    const found = manifest();
    const file = found && fileOf(found);
    if (found === null || file === null) throw new AppError('update_none');
    // The rule of portals holds here too: plain http for this computer only.
    portalAddress(file.url);
    let shown = 0;
    const path = await downloadInstaller({
      file,
      version: found.version,
      folder: options.downloads,
      onProgress: (done) => {
        const percent = Math.floor((done * 100) / file.bytes);
        if (percent > shown) options.onProgress(done, file.bytes);
        shown = percent;
      },
    });
    remember({ saved: { version: found.version, path } });
    return { savedAt: path };
  };

  return {
    announced: () => {
      const found = manifest();
      if (found === null) return null;
      const { saved } = remembered;
      const isSaved = saved !== null && saved.version === found.version && existsSync(saved.path);
      return {
        version: found.version,
        notes: found.notes,
        publishedAt: found.publishedAt,
        bytes: fileOf(found)?.bytes ?? null,
        savedAt: isSaved ? saved.path : null,
      };
    },
    ask: async (address) => {
      const at = now();
      const isAskedToday =
        remembered.askedAt !== null && Math.abs(at.getTime() - Date.parse(remembered.askedAt)) < DAY_MS;
      if (releaseKey === null || isAskedToday) return;
      remember({ askedAt: at.toISOString() });
      try {
        const signed = await askPortal({ address, path: API.update, reply: signedUpdateSchema });
        const outcome = judge(signed);
        if (outcome === 'newer') remember({ signed });
        options.onChecked(outcome);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        // An announcement taken back is no longer shown; a line that fails changes nothing.
        const isTakenBack = error.code === 'post_not_found';
        if (isTakenBack) remember({ signed: null });
        options.onChecked(isTakenBack ? 'none' : 'failed');
      }
    },
    download: () => {
      downloading ??= fetchInstaller().finally(() => {
        downloading = null;
      });
      return downloading;
    },
  };
}
