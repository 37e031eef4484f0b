import type { LexicalEditor } from 'lexical';
import {
  FileInput,
  Heading2,
  Heading3,
  Heading4,
  ImagePlus,
  Images,
  Info,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  Paperclip,
  Quote,
  SquarePlay,
  Table,
  TriangleAlert,
} from 'lucide-react';
import { type MessageKey, translate } from '../../shared/i18n/index.ts';
import { foldForSearch, searchWords } from '../../shared/vietnamese/index.ts';
import { toggleKind } from './block-kind.ts';
import type { EditorActions } from './use-editor-actions.ts';

/** One thing that the slash menu can do. */
export interface SlashItem {
  readonly message: MessageKey;
  readonly icon: LucideIcon;
  readonly run: () => void;
}

export function slashItems(editor: LexicalEditor, actions: EditorActions): readonly SlashItem[] {
  const kind = (message: MessageKey, icon: LucideIcon, to: Parameters<typeof toggleKind>[1]): SlashItem => ({
    message,
    icon,
    run: () => toggleKind(editor, to),
  });
  return [
    kind('editor.tool.h2', Heading2, 'h2'),
    kind('editor.tool.h3', Heading3, 'h3'),
    kind('editor.tool.h4', Heading4, 'h4'),
    kind('editor.tool.bullet', List, 'bullet'),
    kind('editor.tool.number', ListOrdered, 'number'),
    { message: 'editor.tool.picture', icon: ImagePlus, run: actions.insertPictures },
    { message: 'editor.tool.gallery', icon: Images, run: actions.insertGallery },
    { message: 'editor.tool.table', icon: Table, run: actions.insertTable },
    { message: 'editor.tool.file', icon: Paperclip, run: actions.attachFiles },
    { message: 'editor.tool.video', icon: SquarePlay, run: actions.insertVideo },
    kind('editor.tool.note', Info, 'note'),
    kind('editor.tool.important', TriangleAlert, 'important'),
    kind('editor.tool.quote', Quote, 'quote'),
    { message: 'editor.tool.rule', icon: Minus, run: actions.insertRule },
    { message: 'import.tool', icon: FileInput, run: actions.openDocument },
  ];
}

/** Those whose name has a word that begins with each word asked for, marks and tones aside, in either language. */
export function matchingItems(items: readonly SlashItem[], query: string): readonly SlashItem[] {
  const asked = searchWords(query);
  // What is no word at all ("/-") asks for nothing.
  if (asked.length === 0) return foldForSearch(query).trim() === '' ? items : [];
  return items.filter(({ message }) => {
    const names = searchWords(`${translate('vi', message)} ${translate('en', message)}`);
    return asked.every((word) => names.some((name) => name.startsWith(word)));
  });
}
