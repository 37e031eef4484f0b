export { ListPane, type ListPaneHandle } from './list-pane.tsx';
