import { AppError } from '../../shared/contract/index.ts';
import { findingsOf, inspectFile, keepFindings } from './attachments/index.ts';
import { downloadsFolder } from './bundle/index.ts';
import { addLetThrough, readLetThrough } from './checks/index.ts';
import type { HandlerParts, HandlersOf } from './handlers-parts.ts';
import { cropPicture, saveCopy, shrinkPicture } from './media/index.ts';

/** Pictures and files of posts, and what is let through in their words. */
export function mediaHandlers({ session, settings, desk }: HandlerParts): HandlersOf<'media' | 'checks'> {
  return {
    'media.add': async ({ name, data }) => {
      const { shelf } = session.need();
      const picture = await shrinkPicture(Buffer.from(data, 'base64'), name);
      shelf.put(picture.reference, picture.data);
      return picture.reference;
    },
    'media.give': ({ upload, offset, data }) => {
      session.need().incoming.take(upload, offset, Buffer.from(data, 'base64'));
      return null;
    },
    'media.keep': async ({ upload, name }) => {
      const { incoming, shelf } = session.need();
      const { reference, path } = incoming.finish(upload, name);
      const findings = await inspectFile(path, reference);
      if (findings.some(({ rule }) => rule === 'state_secret')) {
        incoming.discard(path);
        throw new AppError('file_secret', { name });
      }
      shelf.adopt(reference, path);
      keepFindings(desk().db, reference.hash, findings);
      return reference;
    },
    'media.drop': ({ upload }) => {
      session.need().incoming.drop(upload);
      return null;
    },
    'media.crop': async ({ hash, ...area }) => {
      const { shelf } = session.need();
      const picture = await cropPicture(shelf, hash, area);
      shelf.put(picture.reference, picture.data);
      return picture.reference;
    },
    'media.about': ({ hash }) => {
      const { shelf } = session.need();
      const reference = shelf.reference(hash);
      return reference && { reference, isHere: shelf.path(hash) !== null };
    },
    'media.saveCopy': ({ hash }) => ({
      savedAt: saveCopy(session.need().shelf, hash, downloadsFolder(settings)),
    }),
    'checks.letThrough': () => readLetThrough(desk().db),
    'checks.add': (more) => addLetThrough(desk().db, more),
    'checks.file': async ({ hash }) => ({ findings: [...(await findingsOf(desk().db, session.need().shelf, hash))] }),
  };
}
