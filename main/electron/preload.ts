import { ipcRenderer } from 'electron';

/**
 * Hands the backend's port to the page, a new one for each run of the backend. It exposes no function: the page cannot
 * reach Electron.
 */
ipcRenderer.on('port', (event) => window.postMessage('banthao-port', location.origin, [...event.ports]));
