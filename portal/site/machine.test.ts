import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { atomFeed } from './machine.ts';
import type { Site } from './parts.ts';

test('a feed is XML, whatever signs a title was copied with', () => {
  const site = { origin: 'https://a.example', unit: { name: 'Trường A' }, facts: { standing: [] } } as unknown as Site;
  const post = {
    ...{
      post: '0190b0a0-0000-7000-8000-000000000001',
      title: 'Tin\u0002 mới \u000b<&>\uffff',
      summary: 'Lời\u001f dẫn',
    },
    ...{
      language: 'vi' as const,
      cover: null,
      cover_alt: null,
      cover_focus: null,
      first_at: '2026-11-30T00:00:00.000Z',
    },
  };
  const parser = new SaxesParser();
  const words: string[] = [];
  parser.on('text', (text) => words.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(atomFeed(site, { path: '/tin.xml', title: 'Tin' }, [post])).close();
  expect(words).toEqual(expect.arrayContaining(['Tin mới <&>', 'Lời dẫn']));
});
