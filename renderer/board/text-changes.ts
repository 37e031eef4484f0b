import { newId } from '../../shared/content/index.ts';
import type { RegulationText } from '../../shared/workflow/index.ts';

export type Stage = RegulationText['stages'][number];
export type CheckedTransition = RegulationText['checklists'][number]['transition'];
export type Check = RegulationText['checklists'][number]['items'][number];

/** A new last stage, passed by reviewers and the head. Its id is never used again: a stage that was passed stays that one. */
export function addStage(text: RegulationText): RegulationText {
  const stage: Stage = { id: newId(), name: '', roles: ['reviewer', 'head'], days: 1 };
  return { ...text, stages: [...text.stages, stage] };
}

/** Without that stage, also in the categories; a category left with none needs them all again. */
export function removeStage(text: RegulationText, id: string): RegulationText {
  const left = text.categories.map((one) => ({ ...one, stages: one.stages.filter((stage) => stage !== id) }));
  return {
    ...text,
    stages: text.stages.filter((stage) => stage.id !== id),
    categories: left.filter(({ stages }) => stages.length > 0),
  };
}

export function changeStage(text: RegulationText, id: string, change: Partial<Stage>): RegulationText {
  return { ...text, stages: text.stages.map((stage) => (stage.id === id ? { ...stage, ...change } : stage)) };
}

/** Whether a post of that category passes that stage. A category that is not named passes all. */
export function needsStage(text: RegulationText, code: string, stage: string): boolean {
  return text.categories.find((one) => one.code === code)?.stages.includes(stage) ?? true;
}

/** Switches one stage of a category; the last one stays. A category that needs all is not named any more. */
export function switchStage(text: RegulationText, code: string, stage: string): RegulationText {
  const all = text.stages.map(({ id }) => id);
  const wanted = all.filter((id) => needsStage(text, code, id) !== (id === stage));
  if (wanted.length === 0) return text;
  const others = text.categories.filter((one) => one.code !== code);
  return { ...text, categories: wanted.length === all.length ? others : [...others, { code, stages: wanted }] };
}

export function checksOf(text: RegulationText, transition: CheckedTransition): readonly Check[] {
  return text.checklists.find((list) => list.transition === transition)?.items ?? [];
}

/** Puts these items before that transition; none takes the list away. */
export function withChecks(
  text: RegulationText,
  transition: CheckedTransition,
  items: readonly Check[],
): RegulationText {
  const others = text.checklists.filter((list) => list.transition !== transition);
  return { ...text, checklists: items.length === 0 ? others : [...others, { transition, items: [...items] }] };
}

export function newCheck(): Check {
  return { id: newId(), text: '', level: 'block' };
}
