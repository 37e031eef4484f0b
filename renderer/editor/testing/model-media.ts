import { FILE_TYPES, fileExtensionOf, type MediaReference } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';

/** A backend's media in a few lines: each picture and file gets the next hash, whatever its bytes. */
export interface ModelMedia {
  /** The answer to a procedure of media, or `null` for another. */
  answer(name: string, input: unknown): Promise<unknown> | null;
}

export function createModelMedia(): ModelMedia {
  const kept = new Map<string, MediaReference>();
  const sizes = new Map<string, number>();
  const nextHash = (): string => `${kept.size + 1}`.padStart(64, '0');
  const keep = (reference: MediaReference): MediaReference => {
    kept.set(reference.hash, reference);
    return reference;
  };
  return {
    answer: (name, input) => {
      const { name: file = '', upload = '', hash = '', data = '' } = (input ?? {}) as Readonly<Record<string, string>>;
      switch (name) {
        case 'media.add':
          // What a test calls so, no reader of pictures can read.
          // And this one takes longer than any test.
          if (file.startsWith('slow')) return new Promise(() => undefined);
          if (file.startsWith('broken')) return Promise.reject(new AppError('picture_broken', { name: file }));
          return Promise.resolve(
            keep({ hash: nextHash(), name: file, mime: 'image/webp', width: 8, height: 8, bytes: 64 }),
          );
        case 'media.crop':
          return Promise.resolve(
            keep({ hash: nextHash(), name: 'cắt.png', mime: 'image/webp', width: 4, height: 8, bytes: 32 }),
          );
        case 'media.give':
          sizes.set(upload, (sizes.get(upload) ?? 0) + atob(data).length);
          return Promise.resolve(null);
        case 'media.keep': {
          const { mime } = FILE_TYPES[fileExtensionOf(file) ?? 'zip'];
          return Promise.resolve(keep({ hash: nextHash(), name: file, mime, bytes: sizes.get(upload) ?? 1 }));
        }
        case 'media.drop':
          return Promise.resolve(null);
        case 'media.about': {
          const reference = kept.get(hash);
          return Promise.resolve(reference === undefined ? null : { reference, isHere: true });
        }
        case 'media.saveCopy':
          return Promise.resolve({ savedAt: `/Downloads/${kept.get(hash)?.name}` });
        default:
          return null;
      }
    },
  };
}
