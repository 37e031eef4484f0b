import { MESSAGES } from '../messages.mjs';

/** The oldest Node that set-up itself runs on, and the one the program needs. */
export const SETUP_NODE = 18;
export const PROGRAM_NODE = 24;

/** The major number of a version such as `v18.20.8`. */
export function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.')[0]);
}

/** The sentence for a Node too old for set-up, or `null`. */
export function unsupportedNode(version) {
  return majorOf(version) < SETUP_NODE ? MESSAGES.nodeTooOld(version) : null;
}
