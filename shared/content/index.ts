export { postPath, publicIdOf } from './address.ts';
export { type CommonAncestry, commonAncestry } from './ancestors.ts';
export { type Anchor, type Anchored, anchorSchema, findAnchor, quoteAt } from './anchor.ts';
export {
  CanonicalError,
  canonicalHash,
  canonicalJson,
  hashBytes,
  hashText,
  type Json,
  utf8Length,
} from './canonical.ts';
export { type BlockChange, compareBlocks, compareWords, type WordRun } from './compare.ts';
export {
  extensionOfMime,
  FILE_EXTENSIONS,
  FILE_HEAD,
  FILE_MIMES,
  FILE_TYPES,
  type FileExtension,
  type FileFamily,
  type FileMime,
  fileExtensionOf,
  fileFamily,
  isFileOf,
} from './file-types.ts';
export { articleWithHash, htmlHash, RENDER_VERSION, renderArticle } from './html.ts';
export { downloadName, FILE_FOLDER, filePath, fileSize, fileTypeWords, hashInFilePath } from './html-file.ts';
export { escapeAttribute, escapeText, isSafeAddress } from './html-inline.ts';
export {
  FOCUS_RULES,
  focusClass,
  mediaPath,
  PICTURE_WIDTHS,
  type PictureWidth,
  pictureNamed,
  RENDER_VERSIONS,
  type RenderVersion,
  smallPath,
} from './html-picture.ts';
export { newBlockId, newId } from './ids.ts';
export { LIMITS, type LimitName } from './limits.ts';
export {
  type FieldClash,
  type Maker,
  MERGE_RULES,
  MERGED_FIELDS,
  type Merge,
  type MergedField,
  mergeRevisions,
  mergeRulesOf,
} from './merge.ts';
export {
  markOfClash,
  NO_CHOICES,
  type SavedBlockChoice,
  type SavedChoices,
  type SavedFieldChoice,
  savedChoicesSchema,
  validChoices,
} from './merge-choices.ts';
export { type BlockPart, type ClashParts, partsOfClash } from './merge-items.ts';
export {
  type BlockChoice,
  type Choices,
  copyOfBlock,
  type FieldChoice,
  isDecided,
  resolveMerge,
  type Side,
} from './merge-resolve.ts';
export type { Clash, Slot } from './merge-sequence.ts';
export {
  asKnownBlock,
  type Block,
  blockSchema,
  type CalloutBlock,
  type FigureBlock,
  type FileBlock,
  type Focus,
  fileOfBlock,
  focusSchema,
  type GalleryBlock,
  type GalleryItem,
  type InlineNode,
  type KnownBlock,
  knownBlockSchema,
  type LinkNode,
  type ListBlock,
  type ListItem,
  mediaHash,
  mediaOfBlock,
  type NestedList,
  picturesOfBlock,
  type Refusal,
  refusalOf,
  type TableBlock,
  type TableCell,
  type TableRow,
  TEXT_FORMAT,
  type TextNode,
  type UnknownBlock,
  type VideoBlock,
  withoutEmptyTexts,
} from './node.ts';
export { normaliseBlock, toLine, toNfc } from './normalise.ts';
export { type PlainText, plainText } from './plain-text.ts';
export {
  type Cover,
  contentHash,
  coverSchema,
  draftFieldsSchema,
  type FileReference,
  fileReferenceSchema,
  isDrawable,
  LANGUAGES,
  type Language,
  languageSchema,
  type MediaReference,
  mediaReferenceSchema,
  normaliseRevision,
  type PictureReference,
  type PostFields,
  parseRevision,
  pictureReferenceSchema,
  postFieldsSchema,
  postIdSchema,
  postKindSchema,
  type Revision,
  type RevisionProblem,
  revisionId,
  revisionIdSchema,
  revisionSchema,
  usedMedia,
} from './revision.ts';
export { textOfBlock, textOfBlocks } from './text.ts';
