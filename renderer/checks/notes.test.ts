import { expect, it } from 'vitest';
import { notesOn } from './notes.ts';

it('offers words for a misspelling in the text, and none for one in a caption, where it has no place to write them', () => {
  const blocks = [
    { id: 'p', type: 'paragraph', children: [{ type: 'text', text: 'Hoc sinh nghiẹep' }] },
    { id: 'f', type: 'figure', media: 'a'.repeat(64), alt: 'Cổng trường', caption: 'Hoc sinh nghiẹem' },
  ];
  const post = { title: 'Lễ khai giảng', summary: 'Trường', cover: null, language: 'vi' as const, blocks };
  const notes = notesOn({ post, letThrough: { words: new Set<string>(), phones: new Set<string>() } });
  const offersFor = (words: string) => notes.find((note) => note.words === words)?.offers;
  expect(offersFor('nghiẹep')).not.toEqual([]);
  expect(offersFor('nghiẹem')).toEqual([]);
});
