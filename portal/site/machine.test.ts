import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { atomFeed } from './machine.ts';
import type { Site } from './parts.ts';

const site = { origin: 'https://a.example', unit: { name: 'Trường A' }, facts: { standing: [] } } as unknown as Site;

test('a feed tells of a correction, wherever its post stands in it', () => {
  const post = (digit: string, first_at: string, published_at: string) => ({
    ...{ post: `0190b0a0-0000-7000-8000-00000000000${digit}`, title: digit, summary: '', language: 'vi' as const },
    ...{ cover: null, cover_alt: null, cover_focus: null, first_at, published_at },
  });
  const [first, second, third] = ['2026-11-01', '2026-11-02', '2026-11-03'].map((day) => `${day}T00:00:00.000Z`) as [
    string,
    string,
    string,
  ];
  const feed = atomFeed(site, { path: '/tin.xml', title: 'Tin' }, [post('1', second, second), post('2', first, third)]);
  expect([...feed.matchAll(/<(published|updated)>(.*?)</g)].map(([, name, at]) => [name, at])).toEqual([
    ['updated', third],
    ['published', second],
    ['updated', second],
    ['published', first],
    ['updated', third],
  ]);
});

test('a feed is XML, whatever signs a title was copied with', () => {
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
      published_at: '2026-11-30T00:00:00.000Z',
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
