import { expect, test } from 'vitest';
import { isMessageKey } from '../../shared/i18n/index.ts';
import { VERDICT_CODES } from '../../shared/sync/index.ts';
import { NEXT_STEPS, nextStep } from './next-step.ts';

test('every step has a sentence, and every verdict a step that fits it', () => {
  expect(NEXT_STEPS.filter((step) => !isMessageKey(`inbox.next.${step}`))).toEqual([]);
  // What only a fault of a program or of a line brings about is nothing that a teacher can mend.
  const faults = ['ok', 'malformed', 'bad_signature', 'unknown_device', 'device_revoked', 'wrong_unit', 'bad_revision'];
  const left = VERDICT_CODES.filter((code) => nextStep(code, 'refused') === 'tell' && !faults.includes(code));
  expect(left.filter((code) => !code.startsWith('known_'))).toEqual([]);
});

test('text from a revoked device is to be adopted, whatever its code', () => {
  expect(nextStep('device_revoked', 'set_aside')).toBe('adopt');
  expect(nextStep('made_up_later', 'refused')).toBe('tell');
});
