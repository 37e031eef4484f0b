import { join } from 'node:path';
import type { Session } from 'electron';
import { freeName, isOwnBlob, mayRequest, ORIGIN } from './rules.ts';

export interface SessionOptions {
  /** The person's folder for downloads. */
  readonly downloads: string;
  readonly isTaken: (path: string) => boolean;
}

/** Takes from the window's session what a page may do by default: permissions, devices, the network, dictionaries. */
export function hardenSession(session: Session, { downloads, isTaken }: SessionOptions): void {
  session.setPermissionRequestHandler((_contents, _permission, done) => done(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);

  session.webRequest.onBeforeRequest(({ url }, done) => done({ cancel: !mayRequest(url) }));

  // Chromium would fetch dictionaries from a server of its own; this address has none, should it ever be asked.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`${ORIGIN}/no-dictionaries/`);

  // Files that the window itself made, such as the one for help, go where the window says they go.
  session.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) return event.preventDefault();
    item.setSavePath(
      join(
        downloads,
        freeName(item.getFilename(), (name) => isTaken(join(downloads, name))),
      ),
    );
  });
}
