import { useState } from 'react';
import { useConnectionState, useEvent, useT } from '../connection/index.ts';
import { Notice } from '../design/index.ts';

/** Says calmly that the program's storage part is away, and that it comes back by itself. */
export function BackendBanner() {
  const t = useT();
  const line = useConnectionState();
  const [backend, setBackend] = useState<'up' | 'restarting' | 'failed'>('up');
  useEvent('backend.state', ({ state }) => setBackend(state));

  if (backend === 'failed')
    return (
      <Notice tone="bad" role="alert" isBar>
        {t('window.backend.failed')}
      </Notice>
    );
  if (line === 'down' || backend === 'restarting')
    return (
      <Notice tone="warn" role="status" isBar>
        {t('error.backend_down')}
      </Notice>
    );
  return null;
}
