/** `npm run bench -- SUITE`: runs `test/bench/SUITE.ts`, which prints its measures. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(import.meta.dirname, '..', 'test', 'bench');
const suites = existsSync(folder)
  ? readdirSync(folder).flatMap((file) => (/^[a-z-]+\.ts$/.test(file) ? [file.slice(0, -3)] : []))
  : [];
const suite = process.argv[2] ?? '';
if (suites.includes(suite)) {
  // The suite reads its own arguments, as if it had been started itself.
  process.argv.splice(2, 1);
  await import(pathToFileURL(join(folder, `${suite}.ts`)).href);
} else {
  console.error(`npm run bench -- ${suites.join('|') || 'SUITE'}`);
  process.exitCode = 1;
}
