export { ArticleFrame } from './article-frame.tsx';
export { ArticlePreview } from './article-preview.tsx';
