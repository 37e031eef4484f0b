export { Comparison } from './comparison.tsx';
export { HistoryButton } from './history-button.tsx';
export { Words } from './words.tsx';
