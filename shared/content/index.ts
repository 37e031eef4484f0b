export { postPath, publicIdOf } from './address.ts';
export {
  CanonicalError,
  canonicalHash,
  canonicalJson,
  hashBytes,
  hashText,
  type Json,
  utf8Length,
} from './canonical.ts';
export {
  escapeAttribute,
  escapeText,
  htmlHash,
  isSafeAddress,
  mediaPath,
  RENDER_VERSION,
  renderArticle,
} from './html.ts';
export { newBlockId, newId } from './ids.ts';
export { LIMITS, type LimitName } from './limits.ts';
export {
  asKnownBlock,
  type Block,
  blockSchema,
  type FigureBlock,
  type InlineNode,
  type KnownBlock,
  type LinkNode,
  type ListBlock,
  type ListItem,
  mediaHash,
  mediaOfBlock,
  type NestedList,
  TEXT_FORMAT,
  type TextNode,
  type UnknownBlock,
} from './node.ts';
export { normaliseBlock, toLine, toNfc } from './normalise.ts';
export {
  type Cover,
  contentHash,
  coverSchema,
  draftFieldsSchema,
  isDrawable,
  type Language,
  languageSchema,
  type MediaReference,
  mediaReferenceSchema,
  normaliseRevision,
  type PostFields,
  parseRevision,
  postFieldsSchema,
  postIdSchema,
  type Revision,
  type RevisionProblem,
  revisionId,
  revisionIdSchema,
  revisionSchema,
  usedMedia,
} from './revision.ts';
export { textOfBlock, textOfBlocks } from './text.ts';
