export { ArticleFrame } from './article-frame.tsx';
export { ArticlePreview } from './article-preview.tsx';
export type { PageMarks } from './use-page-marks.ts';
