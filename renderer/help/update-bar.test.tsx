// @vitest-environment happy-dom
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished } from 'vitest';
import { AppError, type AppState, type Client, type Update } from '../../shared/contract/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { ConnectionProvider } from '../connection/index.ts';
import { SessionProvider } from '../session/index.ts';
import { UpdateBar } from './index.ts';

const UPDATE: Update = {
  version: '0.2.0',
  notes: 'Nhanh hơn',
  publishedAt: '2026-11-20T00:00:00.000Z',
  bytes: 24_000_000,
  savedAt: null,
};

const button = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const say = (key: Parameters<typeof translate>[1], params = {}): string => translate('vi', key, params);

/** The bar over a backend that answers a download as the test says. */
function show(
  update: Update | null,
  download: () => Promise<{ savedAt: string }>,
): { asked: string[]; draw(update: Update): void } {
  const asked: string[] = [];
  const client = {
    call: (name: string) => {
      asked.push(name);
      return download();
    },
    on: () => () => {},
  } as unknown as Client;
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  onTestFinished(() => {
    root.unmount();
    place.remove();
  });
  const draw = (next: Update | null): void =>
    root.render(
      <ConnectionProvider connection={{ client, state: () => 'up', subscribe: () => () => {} }}>
        <SessionProvider
          session={{ app: { version: '0.1.0', update: next } as AppState, refresh: () => asked.push('refresh') }}
        >
          <UpdateBar />
        </SessionProvider>
      </ConnectionProvider>,
    );
  draw(update);
  return { asked, draw };
}

it('nothing is downloaded before the person has asked for it, and then the window says where it lies', async () => {
  const { asked, draw } = show(UPDATE, async () => ({ savedAt: 'x' }));
  await expect.poll(() => document.body.textContent).toContain(say('help.update.bar', { version: '0.2.0' }));
  button(say('help.update.see'))?.click();
  await expect.poll(() => document.body.textContent).toContain(say('help.update.ask', { size: '24 MB' }));
  expect(asked).toEqual([]);
  button(say('help.update.download'))?.click();
  await expect.poll(() => asked).toEqual(['update.download', 'refresh']);
  draw({ ...UPDATE, savedAt: 'C:\\Downloads\\BanThao.exe' });
  await expect.poll(() => document.body.textContent).toContain('C:\\Downloads\\BanThao.exe');
  expect(button(say('help.update.download'))).toBeUndefined();
});

it('a download that fails says why and can be tried again', async () => {
  const { asked } = show(UPDATE, () => Promise.reject(new AppError('update_damaged')));
  await expect.poll(() => button(say('help.update.see'))).toBeDefined();
  button(say('help.update.see'))?.click();
  await expect.poll(() => button(say('help.update.download'))).toBeDefined();
  button(say('help.update.download'))?.click();
  await expect.poll(() => document.body.textContent).toContain(say('error.update_damaged'));
  button(say('help.update.download'))?.click();
  await expect.poll(() => asked).toEqual(['update.download', 'update.download']);
});

it('is put off until the next version, and says nothing where there is none', async () => {
  const { draw } = show(UPDATE, async () => ({ savedAt: 'x' }));
  await expect.poll(() => button(say('help.update.later'))).toBeDefined();
  button(say('help.update.later'))?.click();
  await expect.poll(() => document.body.textContent).not.toContain('0.2.0');
  draw({ ...UPDATE, version: '0.3.0' });
  await expect.poll(() => document.body.textContent).toContain('0.3.0');
});
