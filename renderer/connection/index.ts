export { connect } from './connect.ts';
export type { Connection, ConnectionState } from './connection.ts';
export {
  ConnectionProvider,
  ProfileConnection,
  useClient,
  useConnectionState,
  useEvent,
  useReconnected,
} from './context.tsx';
export { LanguageProvider, useErrorSentence, useErrorText, useLanguage, useT } from './language.tsx';
export { usePostsChanged } from './posts-changed.ts';
export { type Query, useQuery } from './query.ts';
