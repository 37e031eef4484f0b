// @vitest-environment happy-dom
import { type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test } from 'vitest';
import { TextArea, TextField } from './index.ts';

/** Draws it, and returns the control and what a screen reader says of it besides its label. */
async function draw(field: ReactNode) {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  onTestFinished(() => {
    root.unmount();
    place.remove();
  });
  root.render(field);
  const control = (): HTMLInputElement | HTMLTextAreaElement => {
    const found = place.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    if (found === null) throw new Error('no control');
    return found;
  };
  await expect.poll(() => place.querySelector('input, textarea')).not.toBeNull();
  const said = (): string =>
    (control().getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
  return { control, said };
}

function Limited({ start, isLong = false }: { readonly start: string; readonly isLong?: boolean }) {
  const [value, setValue] = useState(start);
  const Box = isLong ? TextArea : TextField;
  return <Box label="Tác giả" hint="Tên người viết" value={value} onChange={setValue} maxLength={200} />;
}

test.each([
  { kind: 'one line', isLong: false },
  { kind: 'several lines', isLong: true },
])('a field of $kind says how near its limit is, from four fifths of it on', async ({ isLong }) => {
  const far = await draw(<Limited start={'a'.repeat(159)} isLong={isLong} />);
  await expect.poll(far.said).toContain('Tên người viết');
  expect(far.said()).not.toContain('/200');
  const near = await draw(<Limited start={'a'.repeat(160)} isLong={isLong} />);
  await expect.poll(near.said).toContain('160/200');
  const control = near.control();
  const write = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set;
  write?.call(control, 'a'.repeat(178));
  control.dispatchEvent(new Event('input', { bubbles: true }));
  await expect.poll(near.said).toContain('178/200');
  const alert = () => document.querySelector('[role="alert"]')?.textContent;
  expect(alert()).toBeUndefined();
  // As a paste that was cut.
  write?.call(control, 'a'.repeat(200));
  control.dispatchEvent(new Event('input', { bubbles: true }));
  await expect.poll(alert).toBe('200/200');
});

test('a field without a limit counts nothing', async () => {
  const free = await draw(<TextField label="Tìm" hint="Vài chữ" value={'a'.repeat(5000)} onChange={() => undefined} />);
  await expect.poll(free.said).toContain('Vài chữ');
  expect(free.said()).not.toContain('/');
});
