import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { type Client, clientOf, type EventData, type EventName } from '../../shared/contract/index.ts';
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

/**
 * Lets everything inside ask in the name of the profile that is shown: another window may have changed to somebody
 * else's, and words typed here meanwhile are not theirs.
 */
export function ProfileConnection({ profile, children }: { readonly profile: string; readonly children: ReactNode }) {
  const connection = useConnection();
  const own = useMemo(() => ({ ...connection, client: clientOf(connection.client, profile) }), [connection, profile]);
  return <ConnectionContext value={own}>{children}</ConnectionContext>;
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
