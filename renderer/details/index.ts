export { DetailsPane } from './details-pane.tsx';
