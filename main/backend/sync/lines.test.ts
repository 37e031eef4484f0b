import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openMediaShelf } from '../media/index.ts';
import { createPost, mint, writeDraft } from '../posts/index.ts';
import { openTestDesk } from '../testing/folder.ts';
import { applyReply } from './apply.ts';
import { nextRequest, readCursor } from './request.ts';
import { rereadWhatWasSetAside } from './set-aside.ts';

const reply = (changes: unknown[]) => ({
  now: '2026-11-23T02:00:00.000Z',
  verdicts: [],
  waiting: [],
  wantedMedia: [],
  changes,
  cursor: { epoch: 'e', number: 9 },
  more: false,
});
const member = { id: 'm2', name: 'Phạm Đình Khôi', title: '', roles: [] };

describe('one bad item', () => {
  it('in the feed is set aside: the rest is taken in, and all is read again by a version that may know it', () => {
    const { desk, folder } = openTestDesk();
    const shelf = openMediaShelf(desk.db, join(folder, 'media'));
    const wrongHash = { id: 'a'.repeat(64), codec: 'json', data: Buffer.from('{}').toString('base64') };
    applyReply(
      desk,
      shelf,
      reply([
        { kind: 'of a newer portal', number: 1 },
        { kind: 'revision', number: 2, post: '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', revision: wrongHash },
        { kind: 'member', number: 3, member },
      ]),
      (title) => title,
    );
    expect(desk.db.prepare("SELECT name FROM member WHERE id = 'm2'").get()).toEqual({ name: 'Phạm Đình Khôi' });
    expect(readCursor(desk)).toEqual({ epoch: 'e', number: 9 });
    rereadWhatWasSetAside(desk);
    expect(readCursor(desk)).not.toBeNull();
    desk.db.prepare("UPDATE setting SET value = '0' WHERE key = 'linesSetAsideBy'").run();
    rereadWhatWasSetAside(desk);
    expect(readCursor(desk)).toBeNull();
  });

  it('in the outbox stands back for the others', () => {
    const { desk } = openTestDesk();
    const ids = ['một', 'hai', 'ba'].map((title) => {
      const post = createPost(desk);
      writeDraft(desk, { post, fields: { title }, order: null, blocks: [] });
      mint(desk, post);
      return nextRequest(desk).mutations.at(-1)?.id ?? '';
    });
    expect(nextRequest(desk).mutations.map(({ id }) => id)).toEqual(ids);
    expect(
      nextRequest(desk, { behind: new Set(ids.slice(0, 1)), whole: new Set(), given: new Set() }).mutations.map(
        ({ id }) => id,
      ),
    ).toEqual(ids.slice(1));
  });
});
