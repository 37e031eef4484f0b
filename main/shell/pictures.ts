import type { FromBackend, ToBackend } from '../backend/host-protocol.ts';

/** What a shell asks its backend so that the window can show stored pictures. */
export interface Pictures {
  /** The path of a stored picture, or of a small version of it, by its name in `/media/`; `null` when it is not here, or no answer came in time. */
  path(name: string): Promise<string | null>;
  /** Takes whatever the backend says, and heeds the answers. */
  take(said: FromBackend): void;
}

/** @param send hands a question on; `false` when no backend can take it now. */
export function askForPictures(send: (message: ToBackend) => boolean, limitMs = 5_000): Pictures {
  const asked = new Map<number, (path: string | null) => void>();
  let nextId = 1;
  return {
    path: (name) =>
      new Promise((resolve) => {
        const id = nextId++;
        const settle = (path: string | null): void => {
          clearTimeout(timer);
          asked.delete(id);
          resolve(path);
        };
        const timer = setTimeout(settle, limitMs, null);
        asked.set(id, settle);
        if (!send({ kind: 'media', id, name })) settle(null);
      }),
    take: (said) => {
      if (said.kind === 'media') asked.get(said.id)?.(said.path);
    },
  };
}
