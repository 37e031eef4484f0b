/** Inline text with light marks: **bold**, *italic*, [label](https://address). Nothing else. */
export type SampleText = string;

/** One block of a sample post's body. */
export type SampleBlock =
  | { readonly p: SampleText }
  | { readonly h2: SampleText }
  | { readonly h3: SampleText }
  | { readonly quote: SampleText }
  | { readonly ul: readonly SampleText[] }
  | { readonly ol: readonly SampleText[] }
  /** `figure` is a picture key: the name of a file in `build/sample/pictures`, without `.svg`. */
  | { readonly figure: string; readonly alt: string; readonly caption: string };

/** One post of the fictional sample school. It names no pupil and carries no personal contact. */
export interface SamplePost {
  /** Stable slug key, unaccented. */
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  /** Code from TAXONOMY, school level. */
  readonly category: string;
  readonly tags: readonly string[];
  readonly cover: { readonly picture: string; readonly alt: string } | null;
  /** As readers see it, e.g. 'Tổ Ngữ văn' or a fictional teacher's name. */
  readonly byline: string;
  /** Age of the post, in days, when the sample unit is made. */
  readonly daysAgo: number;
  readonly state: 'published' | 'approved' | 'appraised' | 'submitted' | 'returned' | 'draft' | 'withdrawn';
  /** When state is 'returned': the reviewer's specific, kind sentence. */
  readonly returnReason?: string;
  readonly body: readonly SampleBlock[];
}
