import { type LexicalEditor, registerEventListener } from 'lexical';

/** The rest is laid out once the window is idle, or after this long. */
const PATIENCE_MS = 500;
const ACTS = ['keydown', 'pointerdown', 'beforeinput', 'dragenter'] as const;

/**
 * A post is on the screen before all of it is laid out: while `data-opening` is there, `body.module.css` spares what is
 * far out of sight. It goes when the first screen has been drawn, and before the first act of the person's, whichever
 * comes first: Chromium's keys of the cursor stop short of words in a block that is not laid out.
 */
export function registerFirstScreen(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root) => {
    if (root === null) return;
    root.dataset.opening = '';
    let idle = 0;
    const frame = requestAnimationFrame(() => {
      idle = requestIdleCallback(layAllOut, { timeout: PATIENCE_MS });
    });
    const stops = ACTS.map((act) => registerEventListener(root, act, layAllOut, true));
    function layAllOut(): void {
      cancelAnimationFrame(frame);
      cancelIdleCallback(idle);
      for (const stop of stops.splice(0)) stop();
      delete root?.dataset.opening;
    }
    return layAllOut;
  });
}
