import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { Client, EventData, EventName } from '../../shared/contract/index.ts';
import type { Connection, ConnectionState } from './connection.ts';

const ConnectionContext = createContext<Connection | null>(null);

export function ConnectionProvider({
  connection,
  children,
}: {
  readonly connection: Connection;
  readonly children: ReactNode;
}) {
  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}

function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (connection === null) throw new Error('outside of ConnectionProvider');
  return connection;
}

/** The backend, as the contract names it. */
export function useClient(): Client {
  return useConnection().client;
}

export function useConnectionState(): ConnectionState {
  const connection = useConnection();
  return useSyncExternalStore(connection.subscribe, connection.state);
}

/** Calls the listener with each such event of the backend while the component is shown. */
export function useEvent<Name extends EventName>(name: Name, listener: (data: EventData<Name>) => void): void {
  const client = useClient();
  const onEvent = useEffectEvent(listener);
  useEffect(() => client.on(name, (data) => onEvent(data)), [client, name]);
}

/**
 * Calls the listener when the backend can be asked again after it could not, whether the line was cut or the backend died
 * behind a line that held: what was missed must be read again.
 */
export function useReconnected(listener: () => void): void {
  const connection = useConnection();
  const onReconnected = useEffectEvent(listener);
  useEffect(() => {
    let wasDown = connection.state() === 'down';
    const stopLine = connection.subscribe(() => {
      wasDown ||= connection.state() === 'down';
    });
    // A line that is back says so by this event too.
    const stopBackend = connection.client.on('backend.state', ({ state }) => {
      if (state === 'up' && wasDown) onReconnected();
      wasDown = state !== 'up';
    });
    return () => {
      stopLine();
      stopBackend();
    };
  }, [connection]);
}
