// @vitest-environment happy-dom
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { DesignRoot, IconButton } from './index.ts';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  return () => vi.useRealTimers();
});

/** Two tools beside each other, and what is shown of them. */
async function draw() {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  onTestFinished(() => {
    root.unmount();
    place.remove();
  });
  root.render(
    <DesignRoot closeLabel="Đóng">
      <IconButton label="Chữ đậm" shortcut="Ctrl+B" icon={<svg aria-hidden="true" />} />
      <IconButton label="Chữ nghiêng" icon={<svg aria-hidden="true" />} />
    </DesignRoot>,
  );
  await expect.poll(() => place.querySelectorAll('button').length).toBe(2);
  const [bold, italic] = place.querySelectorAll('button');
  if (bold === undefined || italic === undefined) throw new Error('no tools');
  const shown = (): readonly string[] =>
    ['Chữ đậm (Ctrl+B)', 'Chữ nghiêng'].filter((text) => document.body.textContent.includes(text));
  return { bold, italic, shown };
}

const over = (element: Element, pointerType = 'mouse'): boolean =>
  element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType }));

test('a tool says its name and keys once the pointer rests on it, and the next one at once', async () => {
  const { bold, italic, shown } = await draw();
  over(bold.querySelector('svg') ?? bold);
  expect(shown()).toEqual([]);
  await vi.advanceTimersByTimeAsync(500);
  await expect.poll(shown).toEqual(['Chữ đậm (Ctrl+B)']);
  over(italic);
  await expect.poll(shown).toEqual(['Chữ nghiêng']);
  over(document.body);
  await expect.poll(shown).toEqual([]);
});

test('a pointer that passes by, and a finger, show nothing', async () => {
  const { bold, shown } = await draw();
  over(bold);
  over(document.body);
  over(bold, 'touch');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(shown()).toEqual([]);
});

test('the keyboard shows it at once; Escape takes it away and leaves the focus', async () => {
  const { italic, shown } = await draw();
  italic.focus();
  await expect.poll(shown).toEqual(['Chữ nghiêng']);
  // The control's own name says it already: a screen reader meets it nowhere else, least of all outside of every region.
  const said = [...document.querySelectorAll('[aria-hidden="true"]')].map(({ textContent }) => textContent);
  expect(said).toContain('Chữ nghiêng');
  italic.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await expect.poll(shown).toEqual([]);
  expect(document.activeElement).toBe(italic);
});
