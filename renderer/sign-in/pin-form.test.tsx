// @vitest-environment happy-dom
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished, vi } from 'vitest';
import { AppError, type AppState, type Client } from '../../shared/contract/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { ConnectionProvider } from '../connection/index.ts';
import { SessionProvider } from '../session/index.ts';
import { PinForm } from './pin-form.tsx';

it('asks for the password where the portal does, says when it is wrong, and sends it along', async () => {
  const asked: unknown[] = [];
  const answers = ['password_needed', 'wrong_password', null] as const;
  const call = async (_name: string, input: unknown): Promise<null> => {
    asked.push(input);
    const code = answers[asked.length - 1];
    if (code != null) throw new AppError(code);
    return null;
  };
  const client = { call, on: () => () => undefined } as unknown as Client;
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  onTestFinished(() => {
    root.unmount();
    place.remove();
  });
  const done = vi.fn();
  root.render(
    <ConnectionProvider connection={{ client, state: () => 'up', subscribe: () => () => {} }}>
      <SessionProvider session={{ app: { language: 'vi' } as AppState, refresh: () => undefined }}>
        <PinForm onDone={done} secondary={null} />
      </SessionProvider>
    </ConnectionProvider>,
  );
  const field = (name: string): HTMLInputElement | null => place.querySelector(`input[name="${name}"]`);
  const type = (name: string, value: string): void => {
    const input = field(name);
    if (input === null) throw new Error(name);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const submit = (): void => place.querySelector('form')?.requestSubmit();

  await vi.waitFor(() => expect(field('pin')).not.toBeNull());
  expect(field('password')).toBeNull();
  type('pin', '246810');
  type('again', '246810');
  submit();
  await vi.waitFor(() => expect(place.textContent).toContain(translate('vi', 'error.password_needed')));
  type('password', 'nhầm');
  submit();
  await vi.waitFor(() => expect(place.textContent).toContain(translate('vi', 'error.wrong_password')));
  expect(done).not.toHaveBeenCalled();
  type('password', 'bốn con trâu');
  submit();
  await vi.waitFor(() => expect(done).toHaveBeenCalled());
  const pin = '246810';
  expect(asked).toEqual([{ pin }, { pin, password: 'nhầm' }, { pin, password: 'bốn con trâu' }]);
});
