export { HistoryButton } from './history-button.tsx';
export { Words } from './words.tsx';
