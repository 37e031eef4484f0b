import { MESSAGES } from '../messages.mjs';

/** A failure of set-up that a person can act on; its message is the sentence to print. */
export class SetupProblem extends Error {}

/** The sentence for a file system's error code, or `null` when it is not about the disk or its permissions. */
export function diskProblem(code, folder) {
  if (code === 'ENOSPC' || code === 'EDQUOT') return new SetupProblem(MESSAGES.diskFull());
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code))
    return new SetupProblem(MESSAGES.unwritable(folder));
  return null;
}

/** Reads npm's output for the one cause a person can do something about. */
export function npmProblem(output, folder, log) {
  const code = /\b(?:code|errno)[ :]+(E[A-Z]+)/.exec(output)?.[1] ?? '';
  // npm reports some of these only in the text of a failed download.
  const found = /\b(ENOSPC|EDQUOT|EROFS)\b/.exec(output)?.[1] ?? code;
  if (/^E(NOTFOUND|AI_AGAIN|CONN[A-Z]+|TIMEDOUT|NET[A-Z]+|HOSTUNREACH|SOCKET[A-Z]*|PIPE|NOTCACHED)$/.test(code))
    return new SetupProblem(MESSAGES.noNetwork());
  if (/\b(EAI_AGAIN|ENOTFOUND|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b/.test(output) && code !== 'EINTEGRITY')
    return new SetupProblem(MESSAGES.noNetwork());
  if (code === 'EINTEGRITY') return new SetupProblem(MESSAGES.corrupt());
  return diskProblem(found, folder) ?? new SetupProblem(MESSAGES.installFailed(log));
}
