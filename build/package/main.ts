/**
 * `npm run package`: the program in a folder, as an installer would put it on a computer, and its size. `-- --release`:
 * the installers of this platform, with fuses set.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { translate } from '../../shared/i18n/index.ts';
import { packageProgram } from './package.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

const { values } = parseArgs({ options: { release: { type: 'boolean', default: false } } });
const electron = join(ROOT, 'node_modules', 'electron', 'dist');
const { files, bytes, hasElectron } = await packageProgram({
  root: ROOT,
  work: join(ROOT, '.cache', 'package'),
  kind: values.release ? 'installers' : 'folder',
  electronDist: existsSync(join(electron, 'version')) ? electron : null,
});
if (values.release) for (const file of files) console.log(file);
if (!hasElectron) console.log(translate('vi', 'shell.package_stand_in'));
console.log(translate('vi', 'shell.packaged', { folder: join(ROOT, '.cache', 'package', 'out'), bytes }));
