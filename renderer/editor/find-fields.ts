import type { RefObject } from 'react';
import { type FindOptions, findIn, type Stretch } from '../../shared/vietnamese/index.ts';

/** The text boxes above the body, in reading order. */
export const FIELD_NAMES = ['title', 'summary'] as const;
export type FieldName = (typeof FIELD_NAMES)[number];
export type WritingFields = Readonly<Record<FieldName, RefObject<HTMLTextAreaElement | null>>>;

export type FoundInField = Stretch & { readonly in: FieldName };

export function findInFields(fields: WritingFields, query: string, options: FindOptions): FoundInField[] {
  return FIELD_NAMES.flatMap((name) =>
    findIn(fields[name].current?.value ?? '', query, options).map((place) => ({ in: name, ...place })),
  );
}

/** Writes other words at the places of one text box as typing would, so that its own Ctrl+Z takes them back as one. */
export function replaceInField(
  field: HTMLTextAreaElement | null,
  places: readonly FoundInField[],
  replacement: string,
): void {
  const [first, last] = [places[0], places.at(-1)];
  if (field === null || first === undefined || last === undefined) return;
  const words = replacement.normalize('NFC').replace(/\s+/g, ' ');
  let written = '';
  let from = first.start;
  for (const { start, end } of places) {
    written += field.value.slice(from, start) + words;
    from = end;
  }
  field.focus({ preventScroll: true });
  field.setSelectionRange(first.start, last.end);
  if (written === '') document.execCommand('delete');
  else document.execCommand('insertText', false, written);
}

/** Gives a text box a whole other text, as a person would have written it: what listens to it hears of it. */
export function rewriteField(field: HTMLTextAreaElement | null, text: string): void {
  if (field === null || field.value === text) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Paints the places in a text box. A text box cannot be painted in: the element behind it holds the same words, unseen, with
 * the places marked.
 */
export function markField(
  field: HTMLTextAreaElement | null,
  places: readonly FoundInField[],
  current: FoundInField | null,
): void {
  const behind = field?.parentElement?.querySelector('[data-behind]');
  if (!field || !behind) return;
  const parts: (string | HTMLElement)[] = [];
  let from = 0;
  for (const place of places) {
    const mark = document.createElement('mark');
    mark.textContent = field.value.slice(place.start, place.end);
    mark.toggleAttribute('data-now', place === current);
    parts.push(field.value.slice(from, place.start), mark);
    from = place.end;
  }
  behind.replaceChildren(...(places.length === 0 ? [] : [...parts, field.value.slice(from)]));
}
