// @vitest-environment happy-dom
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished } from 'vitest';
import { draftFieldsSchema, LIMITS } from '../../shared/content/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { WritingField } from './writing-field.tsx';

it('refuses, and says so, what would make it longer than can be kept at all: nothing written in it is lost', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  onTestFinished(() => {
    root.unmount();
    place.remove();
  });
  const written: string[] = [];
  root.render(
    <WritingField
      kind="title"
      start="Đã viết"
      language="vi"
      most={LIMITS.titleCharacters}
      onWrite={(text) => written.push(text)}
      onEnter={() => undefined}
    />,
  );
  await expect.poll(() => place.querySelector('textarea')).not.toBeNull();
  const box = place.querySelector('textarea') as HTMLTextAreaElement;
  const paste = (text: string): boolean => {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { getData: () => text } });
    return box.dispatchEvent(event);
  };
  expect(paste('a'.repeat(LIMITS.titleCharacters))).toBe(true);
  expect(paste('a'.repeat(LIMITS.draftFieldCharacters))).toBe(false);
  await expect
    .poll(() => place.querySelector('[role=alert]')?.textContent)
    .toBe(translate('vi', 'editor.pasteTooLong', { most: '100.000' }));
  expect([box.value, written]).toEqual(['Đã viết', []]);
  expect(draftFieldsSchema.shape.title.safeParse('a'.repeat(box.maxLength)).success).toBe(true);
});
