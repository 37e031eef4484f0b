export { RemarkPlacesProvider, useRemarkPlaces } from './places.tsx';
export { RemarksPanel } from './remarks-panel.tsx';
