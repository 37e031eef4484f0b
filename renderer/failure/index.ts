export { BackendBanner } from './backend-banner.tsx';
export { ErrorBoundary } from './error-boundary.tsx';
export { reportBugs } from './report-bugs.ts';
