import { createContext, type ReactNode, useContext } from 'react';
import type { AppState } from '../../shared/contract/index.ts';

export interface Session {
  readonly app: AppState;
  /** Reads the app's state again: after a sign-in, a new PIN, another language. */
  readonly refresh: () => void;
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who works here, in which unit, and what this computer may do. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('outside of SessionProvider');
  return session;
}
