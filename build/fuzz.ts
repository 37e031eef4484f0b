/** `npm run fuzz -- SUITE`: runs `test/fuzz/suites/SUITE.ts`, which prints one JSON line, and how to see a failure again. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(import.meta.dirname, '..', 'test', 'fuzz', 'suites');
const suites = readdirSync(folder).flatMap((file) => (/^[a-z-]+\.ts$/.test(file) ? [file.slice(0, -3)] : []));
const suite = process.argv[2] ?? '';
if (suites.includes(suite)) {
  // The suite reads its own arguments, as if it had been started itself.
  process.argv.splice(2, 1);
  await import(pathToFileURL(join(folder, `${suite}.ts`)).href);
} else {
  console.error(`npm run fuzz -- ${suites.join('|')} --seed S`);
  process.exitCode = 1;
}
