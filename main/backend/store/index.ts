export { sizeOf } from './backup.ts';
export { checksum, DamagedError, ERASED_TEXT, isDamage } from './check.ts';
export { moveFileSafely, readJsonFile, renamePatiently, writeFileSafely } from './files.ts';
export { freeBytesOf, isSameDisk } from './free-space.ts';
export { lockFolder } from './lock.ts';
export { MIGRATIONS, type Migration } from './migrations.ts';
export { openStore, type Store, storeError } from './open.ts';
export { forgetRecovery, type RecoveryReport, readRecovery } from './recover.ts';
export { readSetting, writeSetting } from './settings.ts';
