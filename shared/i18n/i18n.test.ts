import { describe, expect, it } from 'vitest';
import { syncWordSchema } from '../contract/contract.ts';
import { ERROR_CODES } from '../contract/errors.ts';
import type { DenialCode } from '../workflow/index.ts';
import { HOLD_REASONS, MUTATION_ARGS, STATES, TRANSITION_NAMES, WITHDRAWAL_REASONS } from '../workflow/index.ts';
import { en } from './en/index.ts';
import { MESSAGES, translate, translateCode } from './index.ts';
import { vi } from './vi/index.ts';

/** Every code of `DenialCode`: the type makes this list complete. */
const DENIALS = Object.keys({
  unknown_transition: true,
  wrong_state: true,
  wrong_role: true,
  not_owner: true,
  wrote_it: true,
  other_revision: true,
  not_live: true,
  nothing_new: true,
  no_title: true,
  title_too_long: true,
  summary_too_long: true,
  too_many_blocks: true,
  no_category: true,
  empty_body: true,
  missing_alt: true,
  newer_version: true,
  published_it: true,
  passed_stage: true,
  other_stage: true,
  reviewed_already: true,
  offline: true,
  checks_open: true,
  no_change_note: true,
  no_replacement: true,
  claimed: true,
  not_claimed: true,
  not_theirs: true,
  block_over_limit: true,
  missing_pictures: true,
} satisfies Record<DenialCode, true>);

const paramsOf = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('messages', () => {
  it('are the same in Vietnamese and English', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  });

  it('name the same parameters in both languages', () => {
    const differing = Object.entries(vi).filter(
      ([key, text]) => `${paramsOf(MESSAGES.en[key as keyof typeof vi])}` !== `${paramsOf(text)}`,
    );
    expect(differing).toEqual([]);
  });

  it('speak of one thing and of several as one does', () => {
    const size = (blocks: number, pictures: number): string =>
      translate('en', 'import.preview.size', { blocks, pictures });
    expect(size(1, 0)).toContain('1 paragraph, 0 pictures.');
    expect(size(2, 1)).toContain('2 paragraphs, 1 picture.');
    expect(translate('vi', 'import.preview.size', { blocks: 1, pictures: 2 })).toContain('1 đoạn, 2 ảnh.');
    const unread = [...Object.values(vi), ...Object.values(en)].map((text) =>
      text.replace(/\{\w+(\|[^{}|]*\|[^{}|]*)?\}/g, ''),
    );
    expect(unread.filter((text) => /[{}]/.test(text))).toEqual([]);
  });

  it('all say something, in one form of Unicode', () => {
    const odd = [...Object.entries(vi), ...Object.entries(en)].filter(
      ([, text]) => text.trim() === '' || text !== text.normalize('NFC'),
    );
    expect(odd).toEqual([]);
  });

  it('have a sentence for each code a person may see', () => {
    const wanted = [
      ...['unknown', ...ERROR_CODES].map((code) => `error.${code}`),
      ...['unknown', ...DENIALS].map((code) => `workflow.denied.${code}`),
      // The portal refuses for the same reasons, with its own words.
      ...['unknown', ...DENIALS].map((code) => `verdict.${code}`),
      ...STATES.map((state) => `state.${state}`),
      ...TRANSITION_NAMES.map((name) => `action.${name}`),
      ...syncWordSchema.options.map((word) => `word.${word}`),
      ...Object.keys(MUTATION_ARGS).map((name) => `event.${name}`),
      ...WITHDRAWAL_REASONS.map((reason) => `withdrawal.${reason}`),
      ...HOLD_REASONS.map((reason) => `hold.${reason}`),
    ];
    expect(wanted.filter((key) => !Object.hasOwn(vi, key))).toEqual([]);
  });

  it('put parameters in, and leave one that is missing visible', () => {
    expect(translate('vi', 'error.limit_title', { most: 300 })).toContain('300');
    expect(translate('vi', 'error.limit_title')).toContain('{most}');
  });

  it('fall back to a sentence with the code for one of a newer version', () => {
    expect(translateCode('en', 'error', 'made_up_later')).toContain('made_up_later');
  });
});
