/**
 * Every limit of the content model, in one place. Checked on the client before a revision is minted and on the portal
 * before one is accepted, and shown before they bite (design 3).
 */
export const LIMITS = {
  /** Characters (UTF-16 units after NFC). */
  titleCharacters: 300,
  summaryCharacters: 1_000,
  bylineCharacters: 200,
  noteCharacters: 1_000,
  /** Of a title, a summary or a byline while it is written: past its own limit it is kept here until it is shortened. */
  draftFieldCharacters: 100_000,
  tagCharacters: 60,
  altCharacters: 500,
  captionCharacters: 500,
  urlCharacters: 2_000,
  fileNameCharacters: 200,
  tags: 20,
  categories: 5,
  /** Top-level blocks of one post. */
  blocks: 5_000,
  /** Nesting of JSON values in one revision. */
  depth: 32,
  /** Bytes of the canonical JSON of one revision, in UTF-8. Unpacking stops there too. */
  canonicalBytes: 2_000_000,
  picturesPerPost: 200,
  /** Files to download, of one post. */
  filesPerPost: 50,
  tableRows: 500,
  tableColumns: 30,
  /** Pictures of one gallery. */
  galleryItems: 50,
  /** Characters of one pasted or imported page, markup and pictures in it included. */
  pageCharacters: 20_000_000,
  /** Bytes of one document to import, as chosen and when unpacked. */
  documentBytes: 20_000_000,
  documentUnpackedBytes: 200_000_000,
  /** Pixels of one picture before it is shrunk. */
  picturePixels: 50_000_000,
  /** Pixels of the longer side of a picture as it is kept. */
  pictureSide: 1_600,
  /** Bytes of one file as chosen by the person. */
  fileBytes: 100_000_000,
  /** Bytes of one picture as chosen by the person. */
  pictureBytes: 40_000_000,
  /**
   * What one member may send to the portal on a day in Vietnam, in bytes: of texts as they are kept, and of pictures and
   * files. A hundred times what a busy day takes; the rest goes the next day by itself.
   */
  dailyTextBytes: 100_000_000,
  dailyFileBytes: 2_000_000_000,
} as const;

export type LimitName = keyof typeof LIMITS;
