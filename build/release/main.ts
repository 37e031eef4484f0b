/**
 * `npm run release-key -- FILE [--adopt]`: makes the key that signs announcements; `--adopt` lets builds trust it.
 * `npm run announce -- KEY --at ADDRESS --notes FILE --out FILE INSTALLER...`: writes the signed announcement of these
 * installers.
 * How they go together: docs/spec/updates.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { translate } from '../../shared/i18n/index.ts';
import { announce } from './announcement.ts';
import { makeReleaseKey } from './key.ts';
import { ReleaseProblem } from './problem.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    adopt: { type: 'boolean', default: false },
    at: { type: 'string' },
    notes: { type: 'string' },
    out: { type: 'string' },
    'release-file': { type: 'string', default: join(resolve(import.meta.dirname, '..'), 'release.json') },
  },
});
const [command, file, ...installers] = positionals;
const releaseFile = values['release-file'];
try {
  if (command === 'key' && file !== undefined && installers.length === 0) {
    const publicKey = makeReleaseKey(file, values.adopt ? releaseFile : null);
    console.error(translate('vi', values.adopt ? 'release.key_adopted' : 'release.key_made', { file }));
    console.log(publicKey);
  } else if (command === 'announce' && file !== undefined) {
    const { at, notes, out } = values;
    if (at === undefined || notes === undefined || out === undefined) throw new ReleaseProblem('release.usage');
    const signed = await announce({
      ...{ keyFile: file, releaseFile, installers, address: at, notes: readFileSync(notes, 'utf8') },
      now: new Date(),
    });
    writeFileSync(out, `${JSON.stringify(signed, null, 2)}\n`);
    console.error(translate('vi', 'release.announced', { version: signed.manifest.version, file: out }));
  } else throw new ReleaseProblem('release.usage');
} catch (error) {
  if (!(error instanceof ReleaseProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
