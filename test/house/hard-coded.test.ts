import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { spokenText } from '../../build/checks/spoken-text.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The product's own files: not tests, not what tests share. */
const FILES = globSync('{main,portal,renderer}/**/*.{ts,tsx}', { cwd: ROOT }).filter(
  (file) => !/\.(test|long)\.tsx?$|[\\/]testing([\\/]|\.tsx?$)/.test(file),
);

describe('the words people read', () => {
  it('are all in shared/i18n', () => {
    const found = FILES.flatMap((file) =>
      spokenText(join(ROOT, file)).map(({ line, text }) => `${file}:${line} ${text}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['text between tags', 'export const a = <p>Saved</p>;', ['Saved']],
    ['a spoken attribute', 'export const a = <img alt="School" title={"Gate"} />;', ['alt="School"', 'title={"Gate"}']],
    ['Vietnamese in a string', "export const a: string = 'Đã lưu';", ['Đã lưu']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
    ['Vietnamese in a template', 'export const a = `${1} bài viết`;', ['bài viết']],
    ['no comment, key, sign or name', '// Đã lưu\nexport const a = <p className="x">{t(\'word.sent\')} · 3</p>;', []],
  ])('are found: %s', (_, source, texts) => {
    const folder = mkdtempSync(join(tmpdir(), 'spoken-'));
    const file = join(folder, 'a.tsx');
    writeFileSync(file, source);
    expect(spokenText(file).map(({ text }) => text)).toEqual(texts);
    rmSync(folder, { recursive: true });
  });
});
