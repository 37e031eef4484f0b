// @vitest-environment happy-dom
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Calendar, Client } from '../../shared/contract/index.ts';
import { translate } from '../../shared/i18n/index.ts';
import { dayInVietnam } from '../../shared/vietnamese/index.ts';
import { ConnectionProvider } from '../connection/index.ts';
import { DesignRoot } from '../design/index.ts';
import { CalendarPane } from './calendar-pane.tsx';
import { monthAway } from './days.ts';
import { POST_KIND } from './entry-card.tsx';

const POST = '01890000-0000-7000-8000-000000000001';

it('moves the correction of a page that was published in the same month, not the page', async () => {
  const month = monthAway(dayInVietnam(new Date().toISOString()).slice(0, 7), 1);
  const one = { post: POST, title: 'Lễ khai giảng', at: `${month}-15T03:00:00.000Z`, state: 'scheduled' as const };
  const calendar: Calendar = {
    entries: [
      { ...one, isPublished: true, revision: null, schedule: null },
      { ...one, isPublished: false, revision: 'b'.repeat(64), schedule: { allowed: true, code: null } },
    ],
    ...{ daysOff: [], today: `${month}-16`, pins: null, year: { year: 2026, published: 1, target: 50 } },
  };
  const acts: unknown[] = [];
  const call = async (name: string, input: unknown): Promise<unknown> => {
    if (name === 'posts.act') acts.push(input);
    return name === 'calendar.month' ? calendar : null;
  };
  const client = { call, on: () => () => undefined } as unknown as Client;
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  onTestFinished(() => {
    said.mockRestore();
    root.unmount();
    place.remove();
  });
  root.render(
    <ConnectionProvider connection={{ client, state: () => 'up', subscribe: () => () => {} }}>
      <DesignRoot closeLabel="Đóng">
        <CalendarPane onOpen={() => undefined} />
      </DesignRoot>
    </ConnectionProvider>,
  );
  const next = `[aria-label="${translate('vi', 'calendar.after')}"]`;
  await expect.poll(() => place.querySelector(next)).not.toBeNull();
  place.querySelector<HTMLElement>(next)?.click();
  await expect.poll(() => place.querySelectorAll('td [draggable="true"]').length).toBe(1);
  // Both are drawn, the page first, on one day.
  expect(place.querySelectorAll('td li')).toHaveLength(2);

  const drop = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(drop, { dataTransfer: { types: [POST_KIND], getData: () => POST } });
  [...place.querySelectorAll('td')].at(-1)?.dispatchEvent(drop);
  await expect.poll(() => acts).toMatchObject([{ post: POST, action: 'schedule', revision: 'b'.repeat(64) }]);
  expect(said.mock.calls).toEqual([]);
});
