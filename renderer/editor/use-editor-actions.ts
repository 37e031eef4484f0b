import { INSERT_HORIZONTAL_RULE_COMMAND } from '@lexical/extension';
import type { LexicalEditor, NodeKey } from 'lexical';
import { useMemo } from 'react';
import { FILE_EXTENSIONS } from '../../shared/content/index.ts';
import { chooseFiles } from './choose-files.ts';
import { DOCUMENT_KINDS } from './document-files.ts';
import { $insertBlock } from './insert-block.ts';
import { $createTable } from './table-editing.ts';
import type { Intake } from './use-intake.ts';

/** What can be put into a post beside words, from the toolbar, its menu and the slash menu alike. */
export interface EditorActions {
  insertPictures(): void;
  insertGallery(): void;
  addToGallery(gallery: NodeKey): void;
  insertVideo(): void;
  attachFiles(): void;
  insertTable(): void;
  insertRule(): void;
  openDocument(): void;
}

const PICTURES = 'image/*,.heic,.heif';
const FILES = FILE_EXTENSIONS.map((extension) => `.${extension}`).join(',');
/** Rows and columns of a new table. */
const NEW_TABLE = [3, 3] as const;

export function useEditorActions(
  editor: LexicalEditor,
  { addPictures, attachFiles }: Pick<Intake, 'addPictures' | 'attachFiles'>,
  openDocuments: (files: readonly File[]) => void,
  openVideo: () => void,
): EditorActions {
  return useMemo(() => {
    const choose = (accept: string, isMany: boolean, use: (files: readonly File[]) => void): void => {
      void chooseFiles(accept, isMany).then((files) => files.length > 0 && use(files));
    };
    return {
      insertPictures: () => choose(PICTURES, true, (files) => addPictures(files)),
      insertGallery: () => choose(PICTURES, true, (files) => addPictures(files, 'gallery')),
      addToGallery: (gallery) => choose(PICTURES, true, (files) => addPictures(files, { gallery })),
      insertVideo: openVideo,
      attachFiles: () => choose(FILES, true, attachFiles),
      insertTable: () => editor.update(() => $insertBlock($createTable(...NEW_TABLE))),
      insertRule: () => editor.dispatchCommand(INSERT_HORIZONTAL_RULE_COMMAND, undefined),
      openDocument: () => choose(DOCUMENT_KINDS, false, openDocuments),
    };
  }, [editor, addPictures, attachFiles, openDocuments, openVideo]);
}
