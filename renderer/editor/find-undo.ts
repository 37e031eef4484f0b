import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import {
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  type LexicalEditor,
  mergeRegister,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { FIELD_NAMES, type FieldName, rewriteField, type WritingFields } from './find-fields.ts';

/** What the text boxes held before and after one step that changed the body too. */
export type FieldTexts = Readonly<Record<FieldName, string>>;

/** Ties changes of the text boxes to a step of the body's history. */
export interface JoinedUndo {
  /** The newest step of the body's history changed the text boxes too. */
  readonly join: (before: FieldTexts, after: FieldTexts) => void;
  readonly stop: () => void;
}

export function textsOf(fields: WritingFields): FieldTexts {
  return { title: fields.title.current?.value ?? '', summary: fields.summary.current?.value ?? '' };
}

/**
 * Makes words replaced in title, summary and body one step: when the body's undo takes back its part, the text boxes get
 * theirs back, and on redo again. A text box that has been written in since is left alone.
 */
export function joinUndo(editor: LexicalEditor, fields: WritingFields): JoinedUndo {
  interface Step {
    readonly before: FieldTexts;
    readonly after: FieldTexts;
  }
  const steps = new WeakMap<object, Step>();
  const history = () => getExtensionDependencyFromEditor(editor, HistoryExtension).output.historyState.peek();
  let moving: { readonly step: Step; readonly to: 'undoStack' | 'redoStack' } | null = null;

  const follow = (from: 'undoStack' | 'redoStack'): false => {
    const entry = history()[from].at(-1);
    const step = entry && steps.get(entry);
    if (!step) return false;
    const isUndo = from === 'undoStack';
    moving = { step, to: isUndo ? 'redoStack' : 'undoStack' };
    const [was, is] = isUndo ? [step.after, step.before] : [step.before, step.after];
    for (const name of FIELD_NAMES)
      if (fields[name].current?.value === was[name]) rewriteField(fields[name].current, is[name]);
    return false;
  };
  const remember = (step: Step, stack: 'undoStack' | 'redoStack'): void => {
    const entry = history()[stack].at(-1);
    if (entry) steps.set(entry, step);
  };
  return {
    join: (before, after) => remember({ before, after }, 'undoStack'),
    stop: mergeRegister(
      editor.registerCommand(UNDO_COMMAND, () => follow('undoStack'), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(REDO_COMMAND, () => follow('redoStack'), COMMAND_PRIORITY_CRITICAL),
      editor.registerUpdateListener(({ tags }) => {
        if (moving === null || !tags.has(HISTORIC_TAG)) return;
        remember(moving.step, moving.to);
        moving = null;
      }),
    ),
  };
}
