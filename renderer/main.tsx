import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/index.ts';
import { ConnectionProvider, connect } from './connection/index.ts';
import { reportBugs } from './failure/index.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const connection = connect(window);
const report = reportBugs(connection.client, window);
// What no boundary catches reaches the window as an error, and the log from there.
const onCaughtError = (error: unknown): void => {
  console.error(error);
  report(error);
};
createRoot(root, { onCaughtError }).render(
  <StrictMode>
    <ConnectionProvider connection={connection}>
      <App />
    </ConnectionProvider>
  </StrictMode>,
);
