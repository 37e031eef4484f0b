import type { BodyView } from './body-view.ts';
import type { FindAsked } from './find-bar.tsx';

/** The tools around the text that the window shows and hides. */
export interface WritingTools {
  /** The search, when it is shown. */
  readonly find: FindAsked | null;
  readonly onFind: (mode: FindAsked['mode'] | null) => void;
  readonly isOutlineShown: boolean;
  readonly isTemplateAsked: boolean;
  readonly onTemplate: (isAsked: boolean) => void;
  /** Codes of the post's categories, for which templates are offered first. */
  readonly categories: readonly string[];
  /** Told of the body once it is open, for a pane beside it; and `null` when it closes. */
  readonly onView?: ((view: BodyView | null) => void) | undefined;
}

/** An editor that nothing around it offers tools for. */
export const NO_TOOLS: WritingTools = {
  find: null,
  onFind: () => undefined,
  isOutlineShown: false,
  isTemplateAsked: false,
  onTemplate: () => undefined,
  categories: [],
};
