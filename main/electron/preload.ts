import { ipcRenderer } from 'electron';

/**
 * Asks for the backend's port once the page listens, and hands it over, a new one for each run of the backend. It
 * exposes no function: the page cannot reach Electron.
 */
ipcRenderer.on('port', (event) => window.postMessage('banthao-port', location.origin, [...event.ports]));
window.addEventListener('load', () => ipcRenderer.send('port'));
