import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
} from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FindOptions } from '../../shared/vietnamese/index.ts';
import {
  FIELD_NAMES,
  type FieldName,
  type FoundInField,
  findInFields,
  markField,
  replaceInField,
  rewriteField,
  type WritingFields,
} from './find-fields.ts';
import { bringIntoView, clearBody, markBody } from './find-marks.ts';
import { $findInBody, $replaceInBody, type FoundInBody } from './find-places.ts';
import { type FieldTexts, type JoinedUndo, joinUndo, textsOf } from './find-undo.ts';

export type Found = FoundInField | FoundInBody;

/** After a key the places are looked for again once the window is idle, or after this long. */
const PATIENCE_MS = 500;
/** A longer selection is not what someone looks for. */
const LONGEST_START = 100;
const NO_OPTIONS: FindOptions = { isAccentBlind: false, isCaseExact: false, isWholeWord: false };

/** Places that were replaced, and those that were not: a caption or description would grow beyond its limit. */
export interface Replaced {
  readonly done: number;
  readonly left: number;
}

export interface Finding {
  readonly query: string;
  readonly options: FindOptions;
  readonly found: readonly Found[];
  /** Place of the current one in `found`; -1 when there is none. */
  readonly at: number;
  readonly setQuery: (query: string) => void;
  readonly setOptions: (options: FindOptions) => void;
  readonly go: (step: 1 | -1) => void;
  readonly replaceOne: (words: string) => Replaced;
  readonly replaceAll: (words: string) => Replaced;
  /** Takes back the last {@link replaceAll}, if nothing was written since. */
  readonly takeBack: (() => void) | null;
  /** Puts the cursor at the current place. */
  readonly leave: () => void;
}

/** Looks for words in the whole open post while it is shown, and replaces them. */
export function useFind(editor: LexicalEditor, fields: WritingFields): Finding {
  const [query, setQuery] = useState(() => selectedWords(editor));
  const [options, setOptions] = useState(NO_OPTIONS);
  const [found, setFound] = useState<readonly Found[]>([]);
  const [at, setAt] = useState(-1);
  const [lastAll, setLastAll] = useState<{ readonly takeBack: () => void; readonly state: unknown } | null>(null);
  const joined = useRef<JoinedUndo | null>(null);
  useEffect(() => {
    const undo = joinUndo(editor, fields);
    joined.current = undo;
    return undo.stop;
  }, [editor, fields]);

  const look = useCallback((): { found: Found[]; next: number } => {
    const above = findInFields(fields, query, options);
    const inBody = editor.read(() => $findInBody(query, options));
    const next = above.length + inBody.next;
    const all = [...above, ...inBody.found];
    return { found: all, next: next >= all.length ? 0 : next };
  }, [editor, fields, query, options]);

  // What is looked for has changed: the nearest place from the cursor on.
  useEffect(() => {
    const { found: places, next } = look();
    setFound(places);
    setAt(places.length === 0 ? -1 : next);
    show(editor, fields, places[next] ?? null);
  }, [look, editor, fields]);

  // The text has changed: the same place, as far as there still is one.
  useEffect(() => {
    let cancel = (): void => undefined;
    const again = (): void => {
      const places = look().found;
      setFound(places);
      setAt((last) => Math.min(Math.max(last, 0), places.length - 1));
    };
    const later = (): void => {
      cancel();
      const idle = requestIdleCallback(again, { timeout: PATIENCE_MS });
      cancel = () => cancelIdleCallback(idle);
    };
    const boxes = FIELD_NAMES.flatMap((name) => fields[name].current ?? []);
    for (const box of boxes) box.addEventListener('input', later);
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) later();
    });
    return () => {
      cancel();
      stop();
      for (const box of boxes) box.removeEventListener('input', later);
    };
  }, [look, editor, fields]);

  const current = found[at] ?? null;
  useEffect(() => {
    markBody(editor, found.filter(isInBody), current && isInBody(current) ? current : null);
    for (const name of FIELD_NAMES)
      markField(
        fields[name].current,
        inField(found, name),
        inField(found, name).find((place) => place === current) ?? null,
      );
  }, [editor, fields, found, current]);
  useEffect(
    () => () => {
      clearBody(editor);
      for (const name of FIELD_NAMES) markField(fields[name].current, [], null);
    },
    [editor, fields],
  );

  const refresh = (from: number): void => {
    const places = look().found;
    const next = places.length === 0 ? -1 : from % places.length;
    setFound(places);
    setAt(next);
    show(editor, fields, places[next] ?? null);
  };

  const replace = (places: readonly Found[], words: string): number => {
    const before = textsOf(fields);
    let count = 0;
    const inBody = places.filter(isInBody);
    if (inBody.length > 0)
      editor.update(
        () => {
          count = $replaceInBody(inBody, words);
        },
        // The text box of the search keeps the focus.
        { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
      );
    const isBodyChanged = count > 0;
    const focus = document.activeElement;
    for (const name of FIELD_NAMES) {
      const ofField = inField(places, name);
      replaceInField(fields[name].current, ofField, words);
      count += ofField.length;
    }
    if (focus instanceof HTMLElement) focus.focus({ preventScroll: true });
    const after = textsOf(fields);
    const isHeadChanged = FIELD_NAMES.some((name) => before[name] !== after[name]);
    if (isBodyChanged && isHeadChanged) joined.current?.join(before, after);
    const takeBack = isBodyChanged
      ? () => void editor.dispatchCommand(UNDO_COMMAND, undefined)
      : () => restore(fields, before, after);
    setLastAll({ takeBack, state: editor.getEditorState() });
    return count;
  };

  return {
    query,
    options,
    found,
    at,
    setQuery: (next) => setQuery(next),
    setOptions,
    go: (step) => {
      if (found.length === 0) return;
      const next = (at + step + found.length) % found.length;
      setAt(next);
      show(editor, fields, found[next] ?? null);
    },
    replaceOne: (words) => {
      const places = look().found;
      const place = places[at];
      if (place === undefined) return { done: 0, left: 0 };
      const done = replace([place], words);
      setLastAll(null);
      // What was written may hold the words again: those are not next.
      const inWords = look().found.length - places.length + 1;
      refresh(at + Math.max(0, inWords));
      return { done, left: 1 - done };
    },
    replaceAll: (words) => {
      const places = look().found;
      const done = replace(places, words);
      refresh(0);
      return { done, left: places.length - done };
    },
    takeBack:
      lastAll === null || lastAll.state !== editor.getEditorState()
        ? null
        : () => {
            lastAll.takeBack();
            setLastAll(null);
          },
    leave: () => leaveAt(editor, fields, current),
  };
}

function isInBody(place: Found): place is FoundInBody {
  return place.in === 'text' || place.in === 'words';
}

function inField(places: readonly Found[], name: FieldName): FoundInField[] {
  return places.filter((place): place is FoundInField => place.in === name);
}

function restore(fields: WritingFields, before: FieldTexts, after: FieldTexts): void {
  for (const name of FIELD_NAMES)
    if (fields[name].current?.value === after[name]) rewriteField(fields[name].current, before[name]);
}

function show(editor: LexicalEditor, fields: WritingFields, place: Found | null): void {
  if (place === null) return;
  if (isInBody(place)) bringIntoView(editor, place);
  else fields[place.in].current?.scrollIntoView({ block: 'center' });
}

/** The selected words of one line, to start with; '' where more or nothing is selected. */
function selectedWords(editor: LexicalEditor): string {
  const text = editor.read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) ? selection.getTextContent() : '';
  });
  return text.length > LONGEST_START || text.includes('\n') ? '' : text;
}

function leaveAt(editor: LexicalEditor, fields: WritingFields, place: Found | null): void {
  if (place !== null && !isInBody(place)) {
    const field = fields[place.in].current;
    field?.focus();
    field?.setSelectionRange(place.start, place.end);
    return;
  }
  if (place !== null)
    editor.update(
      () => {
        if (place.in === 'words') {
          $getNodeByKey(place.key)?.selectStart();
          return;
        }
        const [first, last] = [place.pieces[0], place.pieces.at(-1)];
        if (!first || !last || !$isTextNode($getNodeByKey(first.key)) || !$isTextNode($getNodeByKey(last.key))) return;
        const selection = $createRangeSelection();
        selection.anchor.set(first.key, first.start, 'text');
        selection.focus.set(last.key, last.end, 'text');
        $setSelection(selection);
      },
      { discrete: true },
    );
  editor.focus();
}
