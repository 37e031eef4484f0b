export { SourcePane } from './source-pane.tsx';
export { TranslationButton } from './translation-button.tsx';
