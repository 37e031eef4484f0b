import { describe, expect, it } from 'vitest';
import { type Block, canonicalJson, utf8Length } from '../../shared/content/index.ts';
import { exampleRevision } from '../../shared/content/testing.ts';
import { createMirror } from './mirror.ts';

const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });
const figure: Block = { id: 'f', type: 'figure', media: 'a'.repeat(64), alt: 'không đếm' };

describe('the mirror of what is written', () => {
  it('starts the editor anew from the newest text', () => {
    const blocks = [paragraph('a', 'một'), paragraph('b', 'hai')];
    const mirror = createMirror({ title: 'cũ', summary: '', blocks }, () => undefined);
    mirror.updateField('title', 'mới');
    mirror.updateBody({ order: ['b', 'c'], blocks: [paragraph('c', 'ba')] });
    mirror.updateBody({ order: null, blocks: [paragraph('b', 'hai!')] });
    expect(mirror.now()).toEqual({ title: 'mới', summary: '', blocks: [paragraph('b', 'hai!'), paragraph('c', 'ba')] });
  });

  it('counts words and pictures once keys pause, and tells only when a count changes', () => {
    let count = (): void => undefined;
    const mirror = createMirror({ title: '', summary: '', blocks: [paragraph('a', 'một  hai')] }, (then) => {
      count = then;
    });
    mirror.subscribe(() => undefined);
    count();
    let told = 0;
    mirror.subscribe(() => {
      told += 1;
    });
    mirror.updateBody({ order: null, blocks: [paragraph('a', 'một hai!')] });
    count();
    expect([mirror.size(), told]).toEqual([{ words: 2, blocks: 1, pictures: 0, kilobytes: 21 }, 0]);
    mirror.updateBody({ order: ['a', 'f'], blocks: [figure] });
    expect(told).toBe(0);
    count();
    expect([mirror.size(), told]).toEqual([{ words: 2, blocks: 2, pictures: 1, kilobytes: 22 }, 1]);
  });

  it('knows once the window is idle how many bytes a revision takes at most', () => {
    let count = (): void => undefined;
    const table = [
      paragraph('a', '“Học” \n <tốt>'.repeat(1_000)),
      figure,
      paragraph('b', '\ud83c\udf38ễ'.repeat(9_000)),
    ];
    const mirror = createMirror({ title: '', summary: '', blocks: table }, (then) => {
      count = then;
    });
    mirror.subscribe(() => undefined);
    expect(mirror.size().kilobytes).toBe(0);
    count();
    const exact = utf8Length(canonicalJson(exampleRevision({ blocks: table }))) / 1_000;
    expect(mirror.size().kilobytes).toBeGreaterThan(exact);
    expect(mirror.size().kilobytes).toBeLessThan(exact + 22);
    mirror.updateBody({ order: ['b'], blocks: [] });
    count();
    expect(mirror.size().kilobytes).toBe(84);
  });
});
