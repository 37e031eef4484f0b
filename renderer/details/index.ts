export { ActChecks, useChecks } from './act-checks.tsx';
export { DetailsPane } from './details-pane.tsx';
