import { MESSAGES } from '../messages.mjs';

/**
 * One line for one long step: what is being done, then how long it took.
 * @param {{ write(text: string): unknown }} out
 */
export function progress(out = process.stderr, now = Date.now) {
  let begun = null;
  const end = (isGood = true) => {
    if (begun === null) return;
    out.write(`${isGood ? MESSAGES.done(Math.max(1, Math.round((now() - begun) / 1000))) : MESSAGES.notDone()}\n`);
    begun = null;
  };
  return {
    start(text) {
      end();
      begun = now();
      out.write(text);
    },
    end,
    line(text) {
      end(false);
      out.write(`${text}\n`);
    },
  };
}
