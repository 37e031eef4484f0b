import { expect, it } from 'vitest';
import { tagChoices } from './tag-choices.ts';

const USED = ['năm học mới', 'đội tuyển', 'khai giảng', 'Đoàn – Đội'];

it('a tag is found without its marks, from its beginning before its middle, and not twice', () => {
  expect(tagChoices(USED, [], 'doi')).toEqual(['đội tuyển', 'Đoàn – Đội']);
  expect(tagChoices(USED, ['đội tuyển'], 'đội')).toEqual(['Đoàn – Đội']);
  expect(tagChoices(USED, [], 'HỌC')).toEqual(['năm học mới']);
});

it('nothing is offered for nothing, nor for what nobody has used', () => {
  expect(tagChoices(USED, [], '  ')).toEqual([]);
  expect(tagChoices(USED, [], 'bóng đá')).toEqual([]);
});
