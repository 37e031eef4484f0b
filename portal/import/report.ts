/** What of an export did not fit, in a code with a sentence (`portal.import.CODE`). `where`: the post's title. */
export interface ImportProblem {
  readonly code: ImportProblemCode;
  readonly where: string;
  readonly detail: string;
}

export const IMPORT_PROBLEMS = [
  ...(['not_public', 'protected', 'other_type', 'too_large', 'not_stored', 'erased', 'no_date', 'title_cut'] as const),
  ...(['picture_elsewhere', 'picture_missing', 'picture_broken', 'picture_undescribed', 'file_missing'] as const),
  ...(['file_kind', 'dropped_element', 'shortcode', 'unsafe_link', 'block_over_limit', 'too_deep'] as const),
  ...(['summary_cut', 'words_cut', 'tags_cut', 'gallery_cut', 'files_cut'] as const),
  ...(['comments', 'xml_fault'] as const),
] as const;
export type ImportProblemCode = (typeof IMPORT_PROBLEMS)[number];

/** What an import did, or would do. */
export interface ImportReport {
  readonly isDryRun: boolean;
  posts: number;
  pages: number;
  /** Taken over by an earlier run. */
  known: number;
  pictures: number;
  files: number;
  addresses: number;
  categories: { readonly slug: string; readonly name: string; readonly code: string; readonly how: string }[];
  readonly problems: ImportProblem[];
}
