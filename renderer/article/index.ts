export { ArticlePreview } from './article-preview.tsx';
