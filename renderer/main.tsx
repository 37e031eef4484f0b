import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/index.ts';
import { ConnectionProvider, connect } from './connection/index.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ConnectionProvider connection={connect(window)}>
      <App />
    </ConnectionProvider>
  </StrictMode>,
);
