import { useEffect, useState } from 'react';
import { z } from 'zod';

const licencesSchema = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
);
export type Licence = z.infer<typeof licencesSchema>[number];

/** The packages in this build, from the list that the build put beside the window; `missing` where there is none. */
export function useLicences(): readonly Licence[] | 'loading' | 'missing' {
  const [licences, setLicences] = useState<readonly Licence[] | 'loading' | 'missing'>('loading');
  useEffect(() => {
    const left = new AbortController();
    fetch(new URL('licences.json', document.baseURI), { signal: left.signal })
      .then((response) => response.json())
      .then((value) => licencesSchema.parse(value))
      .then(setLicences, () => left.signal.aborted || setLicences('missing'));
    return () => left.abort();
  }, []);
  return licences;
}
