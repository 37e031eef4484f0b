import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { readHomeState, writeHomeState } from './home.ts';

test('the size of the text is remembered on this computer, and a state from before there was one is kept', () => {
  const home = temporaryFolder();
  writeFileSync(join(home, 'state.json'), JSON.stringify({ current: 'unit', language: 'en' }));
  expect(readHomeState(home)).toEqual({ current: 'unit', language: 'en', textSize: 100 });
  writeHomeState(home, { current: 'unit', language: 'en', textSize: 130 });
  expect(readHomeState(home).textSize).toBe(130);
});
