import { AppError } from '../../shared/contract/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { lookAtFiles } from './attachments/index.ts';
import { downloadsFolder } from './bundle/index.ts';
import { saveAsDocx } from './export/index.ts';
import type { HandlerParts, HandlersOf } from './handlers-parts.ts';
import { DocumentReader } from './import/index.ts';
import {
  act,
  bodiesOf,
  chooseInConflict,
  countPosts,
  createPost,
  dropDraft,
  eraseFromBin,
  listHistory,
  listPosts,
  markSourceSeen,
  mint,
  openConflict,
  openPost,
  previewPost,
  putInBin,
  readHistory,
  readSource,
  resolveConflict,
  restoreFromBin,
  restoreVersion,
  standOf,
  translatePost,
  usedTags,
  writeDraft,
} from './posts/index.ts';

/** Writing posts: the list, the words being written, their versions, translation, bin and conflicts; documents in and out. */
export function postsHandlers({
  session,
  settings,
  desk,
  changed,
}: HandlerParts): HandlersOf<
  'posts' | 'draft' | 'translation' | 'history' | 'bin' | 'conflict' | 'tags' | 'export' | 'import'
> {
  const documents = new DocumentReader();
  /** An old version may have stayed at the portal; what it is compared with comes along. */
  const bringVersion = async (revision: string): Promise<void> => {
    const bodies = bodiesOf(desk(), revision);
    if (bodies.includes(revision)) await session.need().sync.fetchTexts(revision, bodies);
  };
  return {
    'posts.list': (query) => listPosts(desk(), query),
    'posts.counts': () => countPosts(desk().db),
    'posts.create': ({ kind }) => ({ post: createPost(desk(), kind) }),
    'posts.open': ({ post }) => openPost(desk(), post),
    'posts.stand': ({ post }) => ({ stand: standOf(desk(), post) }),
    'posts.leave': ({ post }) => {
      mint(desk(), post);
      return changed(null);
    },
    'posts.act': async (wanted) => {
      // A decision is on what the person saw; only a submission is of the words being written.
      if (wanted.revision === null && wanted.action !== 'submit')
        throw new AppError('bad_input', { place: 'revision' });
      if (wanted.action !== 'urgent') {
        const at = desk();
        if (wanted.action === 'submit')
          await lookAtFiles(at.db, session.need().shelf, openPost(at, wanted.post).blocks);
        act(at, wanted);
        return changed(null);
      }
      // Asked for before anything is signed, and sent at once: it is done with the portal's knowledge or not at all.
      act(desk(), wanted, await session.need().askPermit());
      await session.need().sync.now();
      return null;
    },
    'draft.write': (step) => {
      const written = writeDraft(desk(), step, session.need().titleOfCopy);
      session.need().sync.touched();
      return written;
    },
    'translation.start': ({ post }) => ({ post: translatePost(desk(), post) }),
    'translation.source': ({ post }) => readSource(desk(), post),
    'translation.seen': ({ post, revision }) => {
      markSourceSeen(desk(), post, revision);
      return null;
    },
    'history.list': ({ post }) => listHistory(desk(), post),
    'history.read': async ({ post, revision }) => {
      await bringVersion(revision);
      return readHistory(desk(), post, revision);
    },
    'history.restore': async ({ post, revision }) => {
      await bringVersion(revision);
      return changed(restoreVersion(desk(), post, revision, session.need().titleOfCopy));
    },
    'bin.put': ({ post }) => changed(putInBin(desk(), post)),
    'bin.restore': ({ post }) => {
      restoreFromBin(desk(), post);
      return changed(null);
    },
    'bin.erase': ({ post }) => {
      eraseFromBin(desk(), post);
      return null;
    },
    'bin.dropDraft': ({ post }) => changed(dropDraft(desk(), post, session.need().titleOfCopy)),
    'conflict.open': ({ post }) => ({ conflict: openConflict(desk(), post) }),
    'conflict.choose': (chosen) => {
      chooseInConflict(desk(), chosen);
      return null;
    },
    'conflict.resolve': (chosen) => {
      resolveConflict(desk(), chosen);
      return changed(null);
    },
    'posts.preview': ({ post, revision }) => previewPost(desk(), post, revision),
    'export.docx': async ({ post }) => {
      const { desk: own, shelf } = session.need();
      const { language } = session.state();
      const names = {
        missing: translate(language, 'export.missing'),
        styleNames: {
          note: translate(language, 'editor.tool.note'),
          important: translate(language, 'editor.tool.important'),
        },
      };
      return { savedAt: await saveAsDocx({ desk: own, shelf, downloads: downloadsFolder(settings), names }, post) };
    },
    'import.docx': ({ data }) => documents.read(Buffer.from(data, 'base64')),
    'import.stop': () => {
      documents.stop();
      return null;
    },
    'tags.used': () => ({ tags: usedTags(desk().db) }),
  };
}
