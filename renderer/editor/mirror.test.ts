import { describe, expect, it } from 'vitest';
import type { Block } from '../../shared/content/index.ts';
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
    mirror.size();
    let told = 0;
    mirror.subscribe(() => {
      told += 1;
    });
    mirror.updateBody({ order: null, blocks: [paragraph('a', 'một hai!')] });
    count();
    expect([mirror.size(), told]).toEqual([{ words: 2, blocks: 1, pictures: 0 }, 0]);
    mirror.updateBody({ order: ['a', 'f'], blocks: [figure] });
    expect(told).toBe(0);
    count();
    expect([mirror.size(), told]).toEqual([{ words: 2, blocks: 2, pictures: 1 }, 1]);
  });
});
