export { dataFolder, type Place, prepareDataFolder, witnessFolder } from './data-folder.ts';
export { awaitDemo, type DemoStart } from './demo-start.ts';
export { MEDIA_CACHING, mediaNameAt, type Page, pageAt, securityHeaders } from './pages.ts';
export { askForPictures, type Pictures } from './pictures.ts';
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
