import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { categoriesOf, categoryName, TAXONOMY } from '../../shared/rules/taxonomy.ts';
import { SAMPLE_PEOPLE, SAMPLE_UNIT } from './people.ts';
import { samplePosts } from './posts/index.ts';

const PICTURES = new URL('./pictures/', import.meta.url);
const SVG_LIMIT_BYTES = 12 * 1024;
/** A Vietnamese phone number, however it is grouped. */
const PHONE = /(?<!\d)(?:\+84|0)(?:[ .-]?\d){8,10}(?!\d)/;
/** A personal identification number. */
const NATIONAL_ID = /(?<!\d)\d{12}(?!\d)/;

const pictureFiles = readdirSync(PICTURES).filter((name) => name.endsWith('.svg'));
const pictureKeys = new Set(pictureFiles.map((name) => name.slice(0, -'.svg'.length)));
const figures = samplePosts.flatMap((post) => post.body.flatMap((block) => ('figure' in block ? [block] : [])));
const covers = samplePosts.flatMap((post) => (post.cover === null ? [] : [post.cover]));

/** Every string inside a value, however deep. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(stringsIn);
  return [];
}

function offenders(values: readonly string[], isBad: (text: string) => boolean): string[] {
  return values.filter(isBad);
}

describe('sample posts', () => {
  const texts = stringsIn(samplePosts);

  it('are at least thirty, with unique unaccented keys', () => {
    const keys = samplePosts.map((post) => post.key);
    expect(keys.length).toBeGreaterThanOrEqual(30);
    expect(new Set(keys).size).toBe(keys.length);
    expect(offenders(keys, (key) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key))).toEqual([]);
  });

  it('use only school categories of the taxonomy, and leave none of them empty', () => {
    const school = TAXONOMY.filter((rule) => rule.level === 'school').map((rule) => rule.code);
    const used = new Set(samplePosts.map((post) => post.category));
    expect([...used].filter((code) => !school.includes(code))).toEqual([]);
    expect(school.filter((code) => !used.has(code))).toEqual([]);
  });

  it('show only pictures that exist, and show each picture somewhere', () => {
    const shown = new Set([...figures.map((block) => block.figure), ...covers.map((cover) => cover.picture)]);
    expect([...shown].filter((key) => !pictureKeys.has(key))).toEqual([]);
    expect([...pictureKeys].filter((key) => !shown.has(key))).toEqual([]);
  });

  it('describe every picture, with a caption that does not repeat the description', () => {
    const alts = [...figures, ...covers].map((picture) => picture.alt);
    expect(offenders(alts, (alt) => alt.length < 30)).toEqual([]);
    expect(figures.filter((block) => block.caption === block.alt)).toEqual([]);
  });

  it('are in NFC, without double or trailing spaces', () => {
    expect(offenders(texts, (text) => text.normalize('NFC') !== text)).toEqual([]);
    expect(offenders(texts, (text) => /\s{2}/.test(text) || text.trim() !== text)).toEqual([]);
  });

  it('carry no phone number and no national id', () => {
    expect(offenders(texts, (text) => PHONE.test(text) || NATIONAL_ID.test(text))).toEqual([]);
  });

  it('link only to https addresses', () => {
    const addresses = texts.flatMap((text) => [...text.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1] ?? ''));
    expect(addresses.length).toBeGreaterThan(0);
    expect(offenders(addresses, (address) => !address.startsWith('https://'))).toEqual([]);
  });

  it('say why exactly when they were returned', () => {
    const inconsistent = samplePosts.filter(
      (post) => (post.state === 'returned') !== (post.returnReason !== undefined),
    );
    expect(inconsistent).toEqual([]);
  });

  it('are listed newest first', () => {
    const ages = samplePosts.map((post) => post.daysAgo);
    expect(ages).toEqual([...ages].sort((one, other) => one - other));
  });
});

describe('sample pictures', () => {
  it.each(pictureFiles)('%s is small, self-contained and has no text or script', (name) => {
    const svg = readFileSync(new URL(name, PICTURES), 'utf8');
    expect(Buffer.byteLength(svg)).toBeLessThan(SVG_LIMIT_BYTES);
    expect(svg).toContain('width="1600" height="1000" viewBox="0 0 1600 1000"');
    expect(svg).not.toMatch(/<(?:text|script|image|style|foreignObject)\b|\bon\w+=|font-|href="(?!#)|url\((?!#)/i);
  });
});

describe('sample people', () => {
  it('are an author, a reviewer and a head with different unaccented logins', () => {
    expect(SAMPLE_PEOPLE.map((person) => person.key)).toEqual(['author', 'reviewer', 'head']);
    const accounts = SAMPLE_PEOPLE.map((person) => person.account);
    expect(new Set(accounts).size).toBe(accounts.length);
    expect(offenders(accounts, (account) => !/^[a-z]+$/.test(account))).toEqual([]);
  });

  it('and their unit are written in NFC', () => {
    const texts = stringsIn([SAMPLE_UNIT, SAMPLE_PEOPLE]);
    expect(offenders(texts, (text) => text.normalize('NFC') !== text)).toEqual([]);
  });
});

describe('taxonomy', () => {
  it('has each code once, at the level its letter says', () => {
    const codes = TAXONOMY.map((rule) => rule.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(TAXONOMY.filter((rule) => rule.code.startsWith('A') !== (rule.level === 'office'))).toEqual([]);
  });

  it('gives the categories in force on a day', () => {
    expect(categoriesOf('school', '2026-11-23').map((rule) => rule.code)).toEqual(
      Array.from({ length: 11 }, (_, index) => `B${index + 1}`),
    );
    expect(categoriesOf('office', '2026-11-23')).toHaveLength(18);
    expect(categoriesOf('school', '2020-11-19')).toEqual([]);
    expect(categoriesOf('school', '2020-11-20')).toHaveLength(11);
  });

  it('names a category in both languages, and an unknown code by itself', () => {
    expect(categoryName('B2', 'vi')).toBe('Tin tức – Sự kiện');
    expect(categoryName('B2', 'en')).toBe('News and events');
    expect(categoryName('Z9', 'vi')).toBe('Z9');
  });
});
