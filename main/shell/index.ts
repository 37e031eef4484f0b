export { dataFolder, type Place, prepareDataFolder } from './data-folder.ts';
export { MEDIA_CACHING, mediaHashAt, type Page, pageAt, securityHeaders } from './pages.ts';
export { ShellProblem } from './problem.ts';
export { QUIET_NODE } from './quiet.ts';
export {
  type BackendProcess,
  type BackendState,
  refusal,
  type Supervisor,
  stateNotice,
  superviseBackend,
} from './supervisor.ts';
