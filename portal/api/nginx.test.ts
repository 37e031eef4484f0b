import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SECURITY_HEADERS } from './server.ts';

it('asks nginx to send the pages it reads from the disk with the headers that the portal sends', () => {
  const text = readFileSync(new URL('../../deploy/banthao-page-headers.conf', import.meta.url), 'utf8');
  const told = [...text.matchAll(/^add_header (\S+) "(.*)" always;$/gm)].map(([, name, value]) => [name, value]);
  for (const header of SECURITY_HEADERS) expect(told).toContainEqual(header);
});
