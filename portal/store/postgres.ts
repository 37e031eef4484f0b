import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { StartError } from '../error.ts';

/** Connections of one process: it waits for a unit's row lock more than for anything else. */
const CONNECTIONS = 10;
/** Milliseconds until a server that does not answer counts as not there. */
const CONNECT_TIMEOUT = 10_000;

/**
 * PostgreSQL under an address as `postgres://name:password@host:5432/database`. Connections are made when first needed.
 * One that breaks while idle is dropped by the pool, and the next query makes a new one: nobody has to be told.
 */
export function postgresDialect(address: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    application_name: 'ban-thao-portal',
  });
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

/** Why a database could not be opened, for the administrator; an unforeseen error as it is. The address is not told. */
export function explainPostgres(error: unknown): unknown {
  // Node gives one error for all addresses of a name.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error && 'code' in first ? String(first.code) : '';
  const isAway = /^(ECONN|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EAI_|08|57P0|53300)/.test(code);
  const isTimeout = first instanceof Error && first.message.includes('timeout');
  if (isAway || isTimeout)
    return new StartError('database_unreachable', { reason: code || 'ETIMEDOUT' }, { cause: error });
  if (/^(28|3D000|42501)/.test(code)) return new StartError('database_refused', { reason: code }, { cause: error });
  if (error instanceof TypeError && code === 'ERR_INVALID_URL')
    return new StartError('database_address', {}, { cause: error });
  return error;
}
