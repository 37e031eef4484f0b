import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Output, ProcedureName } from '../../shared/contract/index.ts';
import { useClient, useReconnected } from './context.tsx';

/** What a read of the backend has come to. While it is read again, the last `data` stays. */
export interface Query<Data> {
  readonly data: Data | null;
  readonly error: unknown;
  readonly refetch: () => void;
}

/**
 * Reads a procedure and keeps the newest answer; reads again when the input changes (by value), when the line is back,
 * and on `refetch`. An answer that comes after a later question is dropped. The input `skip` reads nothing.
 */
export function useQuery<Name extends ProcedureName>(name: Name, input: Input<Name> | 'skip'): Query<Output<Name>> {
  const client = useClient();
  const [result, setResult] = useState<{ key: string; data: Output<Name> | null; error: unknown } | null>(null);
  const newest = useRef(0);
  const key = JSON.stringify([name, input]);

  const refetch = useCallback(() => {
    const [procedure, question] = JSON.parse(key) as [Name, Input<Name> | 'skip'];
    newest.current += 1;
    const number = newest.current;
    if (question === 'skip') return;
    client.call(procedure, question).then(
      (data) => number === newest.current && setResult({ key, data, error: null }),
      (error: unknown) =>
        number === newest.current && setResult((last) => ({ key, data: last?.key === key ? last.data : null, error })),
    );
  }, [client, key]);

  useEffect(() => {
    refetch();
    return () => {
      newest.current += 1;
    };
  }, [refetch]);
  useReconnected(refetch);

  const isCurrent = result?.key === key;
  return { data: isCurrent ? result.data : null, error: isCurrent ? result.error : null, refetch };
}
